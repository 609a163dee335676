//! How a firm stands with us today, and how it is moved along.

use serde::{Deserialize, Serialize};

use super::{Account, Act, Lifecycle};
use crate::types::{AccountId, Day, Invalid, OpId, Revision};

/// A customer who has not bought for so many days is inactive, when the firm has set no other (product.md §5).
pub const INACTIVE_AFTER: u16 = 365;

impl Account {
    /// The account as it stands on a day: a customer is inactive once it has not bought for `inactive_after` days. It is told, not
    /// stored, so that it is true on every day and nothing has to run at night.
    #[must_use]
    pub fn standing(mut self, today: Day, inactive_after: u16) -> Self {
        if self.lifecycle == Lifecycle::CustomerActive
            && let Some(last) = self.bought_on
            && today.days_since(last) > i32::from(inactive_after)
        {
            self.lifecycle = Lifecycle::CustomerInactive;
            self.path.take(
                Lifecycle::CustomerInactive,
                last.plus_days(i32::from(inactive_after) + 1),
            );
        }
        self
    }

    /// The account after an act; none where the act does nothing.
    #[must_use]
    pub fn after(&self, act: Act, on: Day) -> Option<Self> {
        let to = act.leads(self.lifecycle, &self.path)?;
        let mut after = self.clone();
        after.revision = self.revision.next();
        after.lifecycle = to;
        after.path.take(to, on);
        if act == Act::Sell {
            after.bought_on = self.bought_on.max(Some(on));
        }
        Some(after)
    }
}

/// Somebody moves a firm along.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    pub account: AccountId,
    /// The revision the person was looking at.
    pub seen: Revision,
    pub act: Act,
    /// The day it happened; none is today.
    pub on: Option<Day>,
}

/// Somebody takes back what they did with a client under an operation id.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct UndoOnAccount {
    pub account: AccountId,
    pub operation: OpId,
}

/// What came of a gesture on an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountOutcome {
    Done,
    /// It was so already: there is nothing to take back.
    Unchanged,
    /// Somebody has changed it meanwhile: nothing was done.
    Stale,
}

/// Ten years: who has not bought for longer is no customer anywhere.
const MOST_DAYS: u16 = 3_650;

/// After how many days without a purchase a customer is inactive.
///
/// # Errors
/// `DaysFormat` for what is no number from 1 to 3650.
pub fn inactive_after(text: &str) -> Result<u16, Invalid> {
    let days: Option<u16> = text.trim().parse().ok();
    days.filter(|days| (1..=MOST_DAYS).contains(days))
        .ok_or(Invalid::DaysFormat { max: MOST_DAYS })
}
