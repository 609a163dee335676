//! A new opportunity, as it is asked for.

use serde::{Deserialize, Serialize};

use super::{Requirement, Stage};
use crate::types::{Day, Invalid, Money, ShortText, StageId};

/// A possible sale that has just turned up.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewOpportunity {
    pub stage: StageId,
    /// The client's name: an account that the person may see and that is called so, or a new one.
    pub account: ShortText,
    pub title: ShortText,
    pub amount: Option<Money>,
    pub close_on: Option<Day>,
}

impl NewOpportunity {
    /// Whether it has what the stage asks for.
    ///
    /// # Errors
    /// The first field that is missing.
    pub fn meets(&self, stage: &Stage) -> Result<(), (&'static str, Invalid)> {
        let asks = |requirement| stage.required.contains(&requirement);
        if self.amount.is_none() && asks(Requirement::Amount) {
            return Err(("amount", Invalid::Empty));
        }
        if self.close_on.is_none() && asks(Requirement::CloseDate) {
            return Err(("close_on", Invalid::Empty));
        }
        Ok(())
    }
}
