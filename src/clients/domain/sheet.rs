//! The page of an account as one answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Account;
use crate::{
    pipeline::domain::Opportunity,
    timeline::domain::Entry,
    types::{ShortText, StageId, UserId},
};

/// An account with what hangs from it, as far as the lens shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountSheet {
    pub account: Account,
    pub opportunities: Vec<Opportunity>,
    /// The names of the stages those opportunities are in.
    pub stages: BTreeMap<StageId, ShortText>,
    /// Newest first.
    pub entries: Vec<Entry>,
    /// Colleagues by key: owners and authors.
    pub people: BTreeMap<UserId, ShortText>,
}
