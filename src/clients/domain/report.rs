//! What somebody writes down about a client, without an opportunity.

use serde::{Deserialize, Serialize};

use crate::{
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
}
