//! A report that says otherwise than it did, or is there no more.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Entry, EntryBody, Report};
use crate::{
    files::domain::Attachment,
    types::{AccountId, EntryId, Moment, ShortText, UserId},
};

/// Somebody corrects a report, takes it out of the stream, or brings it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CorrectReport {
    pub account: AccountId,
    pub entry: EntryId,
    /// Of which correction of it this person knows.
    pub seen: Option<Moment>,
    /// What it says from now on; none takes it out.
    pub report: Option<Report>,
}

/// What an entry said until it was corrected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EarlierVersion {
    pub body: EntryBody,
    pub until: Moment,
    /// Who made it say otherwise.
    pub by: Option<UserId>,
}

/// What the page on which a report is corrected shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntrySheet {
    pub entry: Entry,
    /// The name of its client.
    pub account: ShortText,
    /// What it says, or said before it was taken out.
    pub report: Report,
    /// Its files; also those that were taken out, for those who may see the audit.
    #[serde(default)]
    pub files: Vec<Attachment>,
    /// What it said before, newest first; for those who may see the audit.
    pub versions: Vec<EarlierVersion>,
    /// The names of those who changed it.
    pub people: BTreeMap<UserId, ShortText>,
}

impl Entry {
    /// Whether somebody may correct it: who wrote it down, and whoever may remove things of its client.
    #[must_use]
    pub fn is_corrected_by(&self, reader: Option<UserId>, removes: bool) -> bool {
        let is_report = matches!(self.body, EntryBody::Reported(_) | EntryBody::ReportRemoved { .. });
        is_report && (removes || (reader.is_some() && self.author == reader))
    }
}
