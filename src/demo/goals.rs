//! What the demo's firm wants of each month, and what its sales manager has promised: near what there is, so that the
//! forecast has something to say.

use std::collections::BTreeMap;

use super::{Dossier, Firm, keys::Keys, plan::Plan};
use crate::{
    pipeline::domain::{Commitment, Objective, StageKind},
    team::domain::Role,
    types::{CommitmentId, Day, Money, Month, ObjectiveId, Revision},
};

/// The months of this year and the first quarter of the next.
const MONTHS: usize = 15;
/// Cents of the step in which firms set objectives: a thousand euros.
const STEP: i64 = 100_000;
/// Of each month's sales, in turn, what had been wanted of it, in per cent.
const WANTED: [i64; 5] = [96, 108, 90, 115, 102];

/// What was won and is likely, over all clients.
#[derive(Default)]
pub struct Season {
    won: BTreeMap<Month, i64>,
    /// In cents, open and expected to close in each month; what is overdue, in this one.
    likely: BTreeMap<Month, i64>,
}

impl Season {
    /// Counts a client.
    pub fn count(&mut self, dossier: &Dossier, today: Day) {
        for it in &dossier.opportunities {
            let amount = it.amount.unwrap_or_default();
            match (it.state, it.closed_on.or(it.close_on)) {
                (StageKind::Won, Some(on)) => *self.won.entry(Month::of(on)).or_default() += amount.cents(),
                (StageKind::Open, Some(on)) => {
                    let month = Month::of(on.max(today));
                    *self.likely.entry(month).or_default() += amount.weighted(it.probability).cents();
                }
                _ => {}
            }
        }
    }

    /// The objectives of the months, and what the sales manager has promised for this one.
    #[must_use]
    pub fn goals(&self, plan: &Plan, firm: &Firm) -> (Vec<Objective>, Commitment) {
        let now = Month::of(plan.today);
        let in_sight = |month: Month| self.likely.get(&month).copied().unwrap_or_default();
        let expected = self.won.get(&now).copied().unwrap_or_default() + in_sight(now);
        let before: Vec<i64> = self
            .won
            .iter()
            .filter(|(month, _)| **month < now)
            .map(|it| *it.1)
            .collect();
        let usual = before.iter().sum::<i64>() / i64::try_from(before.len().max(1)).unwrap_or(1);
        let mut keys = Keys::new(plan.seed, u64::MAX - 4);
        let wanted = |at: usize, month: Month| match month.cmp(&now) {
            std::cmp::Ordering::Less => {
                self.won.get(&month).copied().unwrap_or(usual) * WANTED[at % WANTED.len()] / 100
            }
            std::cmp::Ordering::Equal => expected * 105 / 100,
            std::cmp::Ordering::Greater => usual.max(in_sight(month)) * 110 / 100,
        };
        let months = Month::of(*plan.today.year().start()).onwards().take(MONTHS);
        let objectives = months.enumerate().map(|(at, month)| Objective {
            id: ObjectiveId::from_uuid(keys.next(firm.founded_at)),
            revision: Revision::FIRST,
            pipeline: firm.pipeline.id,
            month,
            amount: rounded(wanted(at, month)),
        });
        let objectives = objectives.collect();
        let commitment = Commitment {
            id: CommitmentId::from_uuid(keys.next(firm.founded_at)),
            revision: Revision::FIRST,
            pipeline: firm.pipeline.id,
            user: firm.with_role(Role::SalesManager).id,
            month: now,
            amount: rounded(expected * 97 / 100),
        };
        (objectives, commitment)
    }
}

/// Up to whole thousands, and never nothing.
fn rounded(cents: i64) -> Option<Money> {
    Money::eur((cents / STEP + 1) * STEP).ok()
}
