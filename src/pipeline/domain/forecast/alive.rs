//! The forecast of a board: from its cards, so that it moves with them.

use super::{ENOUGH, Figures, Goal, Span, plus};
use crate::{
    pipeline::domain::{Board, Card, StageKind},
    types::{Day, Money, StageId},
};

/// What the header of the board says. It is of the whole pipeline that the person sees, whatever the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// In the order of [`Span::ALL`].
    pub spans: [Figures; 3],
    pub by_history: ByHistory,
}

/// What this month comes to if things end as they used to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ByHistory {
    /// What is won, and each open amount by the rate of its stage.
    Known { amount: Money, closings: u32 },
    /// In this stage too few have ended to say.
    Short { stage: StageId, closings: u32 },
}

impl Board {
    /// The forecast as the cards are now.
    #[must_use]
    pub fn forecast(&self) -> Forecast {
        let spans = Span::ALL.map(|span| self.figures(span));
        Forecast {
            by_history: self.by_history(spans[0].won),
            spans,
        }
    }

    fn figures(&self, span: Span) -> Figures {
        let goals = self.outlook.goals.as_deref().unwrap_or_default();
        let goal = |month| goals.iter().find(|it: &&Goal| it.month == month)?.amount;
        let amounts: Vec<Money> = span.months(self.today).filter_map(goal).collect();
        let open = self.closing_by(*span.days(self.today).end());
        Figures {
            won: self.won(span),
            weighted: open.fold(Money::ZERO, |sum, (card, amount)| {
                plus(sum, amount.weighted(card.probability))
            }),
            objective: (!amounts.is_empty()).then(|| amounts.iter().copied().fold(Money::ZERO, plus)),
            with_objective: u8::try_from(amounts.len()).unwrap_or(u8::MAX),
        }
    }

    /// What the board holds of this month, and before it what the server has counted.
    fn won(&self, span: Span) -> Money {
        let before = match span {
            Span::Month => Money::ZERO,
            Span::Quarter => self.outlook.won_quarter,
            Span::Year => self.outlook.won_year,
        };
        let is_won = |stage| self.stage(stage).is_some_and(|stage| stage.kind == StageKind::Won);
        let won = self.closed.iter().filter(|card| is_won(card.stage));
        won.filter_map(|card| card.amount).fold(before, plus)
    }

    /// The open cards with an amount that are expected to close by then, overdue ones included.
    fn closing_by(&self, last: Day) -> impl Iterator<Item = (&Card, Money)> {
        let closing = self
            .cards
            .iter()
            .filter(move |card| card.close_on.is_some_and(|day| day <= last));
        closing.filter_map(|card| Some((&**card, card.amount?)))
    }

    fn by_history(&self, won: Money) -> ByHistory {
        let history = &self.outlook.history;
        let closings_of = |stage| history.stage(stage).map_or(0, super::Conversion::closings);
        let short = |stage| {
            let closings = closings_of(stage);
            (closings < ENOUGH).then_some(ByHistory::Short { stage, closings })
        };
        let mut amount = won;
        let mut is_empty = true;
        for (card, open) in self.closing_by(*self.today.month().end()) {
            is_empty = false;
            match history.stage(card.stage).and_then(|it| it.of(open)) {
                Some(likely) => amount = plus(amount, likely),
                None => {
                    let (stage, closings) = (card.stage, closings_of(card.stage));
                    return ByHistory::Short { stage, closings };
                }
            }
        }
        // Where nothing is to close, a history that says nothing must not look like one that does.
        let unknown = is_empty
            .then(|| self.open_stages().find_map(|stage| short(stage.id)))
            .flatten();
        unknown.unwrap_or(ByHistory::Known {
            amount,
            closings: history.closings,
        })
    }
}
