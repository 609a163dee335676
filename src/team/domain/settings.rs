//! What the administrator decides for the firm.

use serde::{Deserialize, Serialize};

use crate::{
    timeline::domain::Glossary,
    types::{Revision, ShortText},
};

/// How the firm works with the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The firm's name.
    pub name: ShortText,
    /// After how many days without a purchase a customer is inactive.
    pub inactive_after: u16,
    pub glossary: Glossary,
    /// How many megabytes a file may have.
    pub most_megabytes: u16,
}

/// The administrator decides otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeSettings {
    /// The revision that this person has read.
    pub seen: Revision,
    pub settings: Settings,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingsOutcome {
    Done,
    /// Somebody has changed them meanwhile: nothing was done.
    Stale,
}
