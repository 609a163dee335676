//! A part of the stream, with the names that it needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Entry;
use crate::{
    files::domain::Attachment,
    types::{EntryId, ShortText, UserId},
};

/// Some entries, newest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    pub entries: Vec<Entry>,
    /// Who wrote them.
    pub authors: BTreeMap<UserId, ShortText>,
    /// The files of those that have some.
    #[serde(default)]
    pub files: BTreeMap<EntryId, Vec<Attachment>>,
    /// Whether there are older ones.
    pub goes_on: bool,
}
