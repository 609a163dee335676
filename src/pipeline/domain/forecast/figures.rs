//! The figures of a span.

use super::plus;
use crate::types::Money;

/// What a month, quarter or year has come to and may come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub won: Money,
    /// What is open and expected to close by its end, each by its chance. What is overdue counts: it is still to be closed.
    pub weighted: Money,
    /// The sum over the months that have one; none where no month has, or where it is not this person's to see.
    pub objective: Option<Money>,
    /// How many of its months have an objective.
    pub with_objective: u8,
}

impl Figures {
    /// What it comes to if the likely happens.
    #[must_use]
    pub fn expected(&self) -> Money {
        plus(self.won, self.weighted)
    }

    /// What is missing from the objective and not in sight yet.
    #[must_use]
    pub fn to_find(&self) -> Option<Money> {
        let missing = self.objective?.cents() - self.expected().cents();
        Money::eur(missing.max(0)).ok()
    }

    /// How much of the bar is won, and how much likely, in thousandths. The whole bar is the objective, or where there is
    /// none (or it is passed) what is expected.
    #[must_use]
    pub fn shares(&self) -> (u16, u16) {
        let expected = self.expected().cents().max(0);
        let whole = self.objective.map_or(0, Money::cents).max(expected);
        let won = thousandths(self.won.cents(), whole);
        (won, thousandths(expected, whole).saturating_sub(won))
    }

    /// How much of the objective is won, and won or likely, in whole per cent; none without an objective.
    #[must_use]
    pub fn percents(&self) -> Option<(u16, u16)> {
        let objective = self.objective.map(Money::cents).filter(|it| *it > 0)?;
        let percent = |it: Money| thousandths(it.cents(), objective) / 10;
        Some((percent(self.won), percent(self.expected())))
    }
}

/// The share in thousandths, rounded down; a share beyond what can be written is the greatest that can.
fn thousandths(part: i64, whole: i64) -> u16 {
    if whole <= 0 {
        return 0;
    }
    let share = i128::from(part.max(0)) * 1_000 / i128::from(whole);
    u16::try_from(share).unwrap_or(u16::MAX)
}
