//! The buttons of an entry: it stays on top, or goes back to its place.

use serde::{Deserialize, Serialize};

use super::{ClientForm, operation};
use crate::{
    error::AppError,
    timeline::domain::PinEntry,
    types::{AccountId, EntryId, OpId},
};

/// What the button sends; `stays` is empty where the entry is let go.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PinForm {
    pub operation: String,
    pub account: String,
    pub entry: String,
    #[serde(default)]
    pub stays: String,
}

impl PinForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for a form that is not ours.
    pub fn read(&self) -> Result<(OpId, PinEntry), AppError> {
        let asked = PinEntry {
            account: AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?,
            entry: EntryId::parse(&self.entry).map_err(|_| AppError::NotFound)?,
            stays: !self.stays.is_empty(),
        };
        Ok((operation(&self.operation)?, asked))
    }
}

impl ClientForm for PinForm {
    const BACK: &'static str = "pin";
    const UNDOES: bool = false;

    fn operation(&self) -> &str {
        &self.operation
    }

    fn page(&self) -> String {
        format!("/accounts/{}", self.account)
    }
}
