//! A part of the stream, with the names that it needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Entry;
use crate::types::{ShortText, UserId};

/// Some entries, newest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    pub entries: Vec<Entry>,
    /// Who wrote them.
    pub authors: BTreeMap<UserId, ShortText>,
    /// Whether there are older ones.
    pub goes_on: bool,
}
