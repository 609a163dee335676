//! What stands beside an opportunity.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    clients::domain::Person,
    timeline::domain::Entry,
    types::{ShortText, UserId},
};

/// Who is in the account, and what has happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    pub people: Vec<Person>,
    /// Newest first.
    pub entries: Vec<Entry>,
    /// The names of those who wrote them.
    pub authors: BTreeMap<UserId, ShortText>,
}
