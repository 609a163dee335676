//! What a client wants, misses and suffers from, as typed; and the buttons that say how it stands.

use serde::{Deserialize, Serialize};

use super::{ClientForm, operation, required, revision};
use crate::{
    clients::domain::{NoteNeed, SetNeed},
    error::AppError,
    types::{AccountId, NeedId, OpId, ShortText},
};

/// `need` is empty for one that is written down.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NeedForm {
    pub operation: String,
    pub account: String,
    pub need: String,
    pub seen: String,
    pub kind: String,
    pub text: String,
    pub state: String,
}

/// What the form asks for.
pub enum AskedOfNeed {
    Note(NoteNeed),
    Set(SetNeed),
}

impl NeedForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for a text that cannot be read.
    pub fn read(&self) -> Result<(OpId, AskedOfNeed), AppError> {
        let account = AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?;
        let state = self.state.parse().unwrap_or_default();
        let asked = match self.need.is_empty() {
            true => AskedOfNeed::Note(NoteNeed {
                account,
                kind: self.kind.parse().unwrap_or_default(),
                text: required("text", &self.text, ShortText::parse)?,
                state,
            }),
            false => AskedOfNeed::Set(SetNeed {
                account,
                need: NeedId::parse(&self.need).map_err(|_| AppError::NotFound)?,
                seen: revision(&self.seen)?,
                state,
            }),
        };
        Ok((operation(&self.operation)?, asked))
    }
}

impl ClientForm for NeedForm {
    const BACK: &'static str = "need";
    const UNDOES: bool = false;

    fn operation(&self) -> &str {
        &self.operation
    }

    fn page(&self) -> String {
        format!("/accounts/{}", self.account)
    }
}
