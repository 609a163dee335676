//! How often what was in a stage was won: the team's own history, not a table of somebody else's.

use serde::{Deserialize, Serialize};

use crate::{
    pipeline::domain::Visited,
    types::{Day, Money, StageId},
};

/// From so many on, a rate says something: with twenty, one more sale moves it by five points at most.
pub const ENOUGH: u32 = 20;

/// The newest so many sales, and losses, are read: more would take longer and change the rates by less than a point.
pub const MOST_ENDED: usize = 1_000;

/// A sale or a loss of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub closed_on: Day,
    pub visited: Visited,
}

/// How what had been in a stage ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversion {
    pub stage: StageId,
    pub won: u32,
    pub lost: u32,
}

/// The conversions of the stages of a pipeline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    pub stages: Vec<Conversion>,
    /// How many sales and losses they were counted from.
    pub closings: u32,
}

impl Conversion {
    /// How many ended.
    #[must_use]
    pub const fn closings(&self) -> u32 {
        self.won + self.lost
    }

    /// What this rate leaves of an amount, rounded to the cent; none without enough history.
    #[must_use]
    pub fn of(&self, amount: Money) -> Option<Money> {
        let closings = i128::from(self.closings());
        if self.closings() < ENOUGH {
            return None;
        }
        let share = (i128::from(amount.cents()) * i128::from(self.won) * 2 + closings).div_euclid(closings * 2);
        Money::eur(i64::try_from(share).ok()?).ok()
    }
}

impl History {
    /// Counted from the newest sales and the newest losses, newest first.
    ///
    /// Where there were more than `MOST_ENDED` of one kind, the oldest day among them is where it begins for both: a longer
    /// past of the others would make the rates wrong.
    #[must_use]
    pub fn of(stages: impl IntoIterator<Item = StageId>, won: &[Ended], lost: &[Ended]) -> Self {
        let cut = |ended: &[Ended]| {
            (ended.len() >= MOST_ENDED)
                .then(|| ended.last().map(|it| it.closed_on))
                .flatten()
        };
        let after = cut(won).max(cut(lost));
        let counts = |it: &&Ended| !it.visited.stages().is_empty() && after.is_none_or(|day| it.closed_on > day);
        let count = |ended: &[Ended], stage: Option<StageId>| {
            let of = |it: &&Ended| stage.is_none_or(|stage| it.visited.holds(stage));
            u32::try_from(ended.iter().filter(counts).filter(of).count()).unwrap_or(u32::MAX)
        };
        let conversion = |stage| Conversion {
            stage,
            won: count(won, Some(stage)),
            lost: count(lost, Some(stage)),
        };
        Self {
            stages: stages.into_iter().map(conversion).collect(),
            closings: count(won, None) + count(lost, None),
        }
    }

    /// How what had been in this stage ended.
    #[must_use]
    pub fn stage(&self, stage: StageId) -> Option<&Conversion> {
        self.stages.iter().find(|it| it.stage == stage)
    }
}
