//! How large a demo is made.

use serde::{Deserialize, Serialize};

use crate::types::Day;

/// What decides every name and every amount: the same plan makes the same data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub seed: u64,
    /// Firms.
    pub accounts: u32,
    /// Opportunities on the board.
    pub open: u32,
    /// Opportunities won or lost in the last eighteen months.
    pub closed: u32,
    /// Reports of each firm, more or less.
    pub entries: u32,
    /// The day that dates count from.
    pub today: Day,
}

/// Up to this many firms, each has a history that is worth reading.
const SMALL: u32 = 2_000;
/// A board that still is one: more has to be asked for.
const MOST_OPEN: u32 = 2_000;
const MOST_CLOSED: u32 = 5_000;

impl Plan {
    /// A plan with what was not asked for filled in.
    pub fn new(seed: u64, accounts: u32, open: Option<u32>, entries: Option<u32>, today: Day) -> Self {
        let share = |percent: u32| accounts / 100 * percent + accounts % 100 * percent / 100;
        let entries = entries.unwrap_or(if accounts > SMALL { 1 } else { 4 });
        Self {
            seed,
            accounts,
            open: open.unwrap_or(share(25).min(MOST_OPEN)),
            closed: share(60).min(MOST_CLOSED),
            entries,
            today,
        }
    }
}
