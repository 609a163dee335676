//! A new opportunity, as it is asked for.

use serde::{Deserialize, Serialize};

use crate::types::{Day, EntryId, Money, ShortText, StageId};

/// A possible sale that has just turned up.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewOpportunity {
    pub stage: StageId,
    /// The client's name: an account that the person may see and that is called so, or a new one.
    pub account: ShortText,
    pub title: ShortText,
    pub amount: Option<Money>,
    pub close_on: Option<Day>,
    /// The person with whom it is dealt.
    #[serde(default)]
    pub contact: Option<ShortText>,
    /// What somebody wrote down that it came from (O8).
    #[serde(default)]
    pub from: Option<EntryId>,
}
