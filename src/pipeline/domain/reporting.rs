//! Somebody writes down what was said about an opportunity.

use serde::{Deserialize, Serialize};

use crate::{
    timeline::domain::Report,
    types::{Day, OpportunityId},
};

/// A report on an opportunity; it is one of its account too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportOn {
    pub opportunity: OpportunityId,
    /// The day it happened, if that was not now (T8).
    pub on: Option<Day>,
    pub report: Report,
}
