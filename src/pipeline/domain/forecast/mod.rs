//! The forecast: what was won, what is likely, what was promised and wanted, and what remains to be found.

mod alive;
mod figures;
mod goal;
mod history;
mod outlook;
mod span;
#[cfg(test)]
mod tests;

pub use alive::{ByHistory, Forecast};
pub use figures::Figures;
pub use goal::{Commitment, Goal, GoalOutcome, Objective, SetCommitment, SetObjectives};
pub use history::{Conversion, ENOUGH, Ended, History, MOST_ENDED};
pub use outlook::{Outlook, Promise};
pub use span::Span;

use crate::types::Money;

/// The sum. The board adds euros and nothing else; what is in another currency adds nothing.
fn plus(sum: Money, more: Money) -> Money {
    sum.checked_add(more).unwrap_or(sum)
}
