//! Accounts that may be one firm.

use serde::{Deserialize, Serialize};

use super::{Evidence, Lifecycle, Traits, Verdict};
use crate::types::{AccountId, Day, Email, Nif, OpId, Phone, ShortText};

/// What has been typed of a firm so far, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    pub name: String,
    pub nif: String,
    pub phone: String,
    pub email: String,
    pub web: String,
}

impl Typed {
    /// What it is recognised by: what is half typed is not known yet.
    #[must_use]
    pub fn traits(&self) -> Traits {
        Traits::of(
            &self.name,
            Nif::parse(&self.nif).ok(),
            Phone::parse(&self.phone).into_iter().collect(),
            Email::parse(&self.email).into_iter().collect(),
            Some(&self.web),
        )
    }
}

/// One that is there, with what speaks for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Suspect {
    pub account: AccountId,
    pub name: ShortText,
    pub town: Option<ShortText>,
    pub lifecycle: Lifecycle,
    /// The strongest first.
    pub evidence: Vec<Evidence>,
    pub verdict: Verdict,
}

/// One of two that may be one firm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    pub account: AccountId,
    pub name: ShortText,
    pub town: Option<ShortText>,
    pub nif: Option<Nif>,
    pub phone: Option<Phone>,
    pub lifecycle: Lifecycle,
    /// Since when it is written down.
    pub since: Day,
    /// Whether the reader may change it.
    pub edits: bool,
}

/// Two accounts that may be one firm. The older is the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alike {
    pub sides: [Side; 2],
    pub evidence: Vec<Evidence>,
    pub verdict: Verdict,
}

/// Two that were made one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PastMerge {
    pub operation: OpId,
    pub kept: AccountId,
    pub kept_name: ShortText,
    pub gone_name: ShortText,
    pub on: Day,
    pub by: Option<ShortText>,
    /// Whether the reader may take it back.
    pub edits: bool,
}

/// The page of those that may be one firm, the likeliest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlikePage {
    pub pairs: Vec<Alike>,
    /// Whether there are more than are shown.
    pub goes_on: bool,
    /// What was merged last.
    pub merged: Vec<PastMerge>,
}
