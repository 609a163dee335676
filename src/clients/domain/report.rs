//! What somebody writes down about a client, without an opportunity.

use serde::{Deserialize, Serialize};

use crate::{
    agenda::domain::Plan,
    timeline::domain::Report,
    types::{AccountId, Day},
};

/// A report on an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportOnAccount {
    pub account: AccountId,
    /// The day it happened; none is now.
    pub on: Option<Day>,
    pub report: Report,
    /// What comes next, planned with it: both or neither.
    #[serde(default)]
    pub next: Option<Plan>,
}
