//! A file of a report.

use serde::{Deserialize, Serialize};

use super::Media;
use crate::{
    clients::domain::ReportOnAccount,
    timeline::domain::Entry,
    types::{AccountId, AttachmentId, EntryId, Moment, Revision, ShortText, UserId},
};

/// So many are added at a time.
pub const MOST_FILES: u16 = 10;

/// A file that belongs to a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    pub id: AttachmentId,
    pub revision: Revision,
    pub account: AccountId,
    pub entry: EntryId,
    /// As it was given, made safe.
    pub name: ShortText,
    pub media: Media,
    pub bytes: i64,
    /// SHA-256 of its bytes, in hexadecimal digits: where they lie.
    pub digest: String,
    pub author: Option<UserId>,
    pub created_at: Moment,
    /// When somebody took it out.
    pub removed_at: Option<Moment>,
}

impl Attachment {
    /// Whether it was there at a moment; now, when none is named.
    #[must_use]
    pub fn stands(&self, moment: Option<Moment>) -> bool {
        match moment {
            Some(moment) => self.created_at <= moment && self.removed_at.is_none_or(|at| at > moment),
            None => self.removed_at.is_none(),
        }
    }
}

/// A file whose bytes are in the data folder, and belong to nothing yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    pub name: ShortText,
    pub media: Media,
    pub bytes: i64,
    pub digest: String,
}

/// Somebody reports, with files.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportWithFiles {
    pub report: ReportOnAccount,
    pub files: Vec<Stored>,
}

/// Somebody adds files to a report.
#[derive(Clone, Debug, PartialEq)]
pub struct AddFiles {
    pub account: AccountId,
    pub entry: EntryId,
    pub files: Vec<Stored>,
}

/// Somebody takes a file out of a report. What it was stays, for those who may see the audit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RemoveAttachment {
    pub attachment: AttachmentId,
}

/// What was written down, with its files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    pub entry: Entry,
    pub files: Vec<Attachment>,
}

impl From<Entry> for Told {
    fn from(entry: Entry) -> Self {
        Self {
            entry,
            files: Vec::new(),
        }
    }
}
