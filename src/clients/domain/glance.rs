//! What the top of a client's page says at a glance.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use crate::{
    pipeline::domain::{Opportunity, StageKind, Tally},
    types::{Day, Probability},
};

/// What is sold and offered to a client, of what the reader sees of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Glance {
    /// Won since the first of January.
    pub sold: Tally,
    pub last_sale: Option<Day>,
    /// Days from one sale to the next, on average: a rhythm needs three sales on different days.
    pub rhythm: Option<i32>,
    /// What is open.
    pub offered: Tally,
    /// The nearest close of what is open.
    pub closes: Option<Day>,
}

impl Glance {
    /// Over these opportunities, as of today.
    #[must_use]
    pub fn of(opportunities: &[Opportunity], today: Day) -> Self {
        let mut glance = Self::default();
        let mut sales = Vec::new();
        for it in opportunities {
            match it.state {
                StageKind::Open => {
                    glance.offered = glance.offered.with(it.amount, it.probability);
                    glance.closes = [glance.closes, it.close_on].into_iter().flatten().min();
                }
                StageKind::Won => {
                    sales.extend(it.closed_on);
                    if it.closed_on.is_some_and(|day| today.year().contains(&day)) {
                        glance.sold = glance.sold.with(it.amount, Probability::CERTAIN);
                    }
                }
                StageKind::Lost => {}
            }
        }
        sales.sort_unstable();
        sales.dedup();
        glance.last_sale = sales.last().copied();
        glance.rhythm = match sales.as_slice() {
            [first, .., last] if sales.len() > 2 => Some(last.days_since(*first) / (sales.len() as i32 - 1)),
            _ => None,
        };
        glance
    }
}

/// How close one is to a client: told from the last contact, never typed (A9, product.md §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Warmth {
    Cold,
    Warm,
    Hot,
}

impl Warmth {
    /// Spoken to within so many days, it is hot.
    pub const HOT_DAYS: i32 = 30;
    /// And within so many, warm.
    pub const WARM_DAYS: i32 = 120;

    /// By the day of the last contact.
    #[must_use]
    pub fn of(last_contact: Option<Day>, today: Day) -> Self {
        match last_contact.map(|day| today.days_since(day)) {
            Some(days) if days <= Self::HOT_DAYS => Self::Hot,
            Some(days) if days <= Self::WARM_DAYS => Self::Warm,
            _ => Self::Cold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pipeline::domain::opportunity_test::in_stage, types::Money};

    fn euros(cents: i64) -> Money {
        Money::eur(cents).unwrap()
    }

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn won(cents: i64, on: &str) -> Opportunity {
        Opportunity {
            state: StageKind::Won,
            amount: Some(euros(cents)),
            closed_on: Some(day(on)),
            ..in_stage(0).0
        }
    }

    #[test]
    fn what_was_sold_this_year_when_last_and_how_often() {
        let all = [
            won(100, "2026-03-01"),
            won(50, "2025-12-31"),
            won(7, "2026-09-01"),
            won(1, "2026-09-01"),
        ];
        let glance = Glance::of(&all, day("2026-11-22"));
        assert_eq!(glance.sold.sum, euros(108));
        assert_eq!(glance.last_sale, Some(day("2026-09-01")));
        assert_eq!(glance.rhythm, Some(122));
        assert_eq!(
            Glance::of(&all[..2], day("2026-11-22")).rhythm,
            None,
            "two sales are no rhythm"
        );
    }

    #[test]
    fn what_is_offered_and_the_nearest_close() {
        let open = |on: &str| Opportunity {
            close_on: Some(day(on)),
            amount: Some(euros(10)),
            state: StageKind::Open,
            ..in_stage(0).0
        };
        let glance = Glance::of(&[open("2026-12-15"), open("2026-12-01")], day("2026-11-22"));
        assert_eq!((glance.offered.count, glance.offered.sum), (2, euros(20)));
        assert_eq!(glance.closes, Some(day("2026-12-01")));
    }

    #[test]
    fn warmth_follows_the_last_contact() {
        let today = day("2026-11-22");
        let of = |text: &str| Warmth::of(Some(day(text)), today);
        assert_eq!(
            [of("2026-10-23"), of("2026-10-22"), of("2026-07-25"), of("2026-07-24")],
            [Warmth::Hot, Warmth::Warm, Warmth::Warm, Warmth::Cold]
        );
        assert_eq!(Warmth::of(None, today), Warmth::Cold);
    }
}
