//! Moving a client along, and taking back what was done with it.

use serde::{Deserialize, Serialize};

use super::{ClientForm, operation, optional, revision};
use crate::{
    clients::domain::{Progress, UndoOnAccount},
    error::AppError,
    types::{AccountId, Day, OpId},
};

/// An act, as its button sends it, and the day as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ActForm {
    pub operation: String,
    pub account: String,
    pub seen: String,
    pub act: String,
    #[serde(default)]
    pub on: String,
}

impl ActForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for a day that cannot be read.
    pub fn read(&self) -> Result<(OpId, Progress), AppError> {
        let asked = Progress {
            account: AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?,
            seen: revision(&self.seen)?,
            act: self.act.parse().map_err(|_| AppError::NotFound)?,
            on: optional("on", &self.on, Day::parse_es)?,
        };
        Ok((operation(&self.operation)?, asked))
    }
}

impl ClientForm for ActForm {
    const BACK: &'static str = "act";

    fn operation(&self) -> &str {
        &self.operation
    }

    fn page(&self) -> String {
        format!("/accounts/{}", self.account)
    }
}

/// The button that takes something back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UndoForm {
    pub operation: String,
    pub account: String,
    pub undone: String,
}

impl UndoForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for a form that is not ours.
    pub fn read(&self) -> Result<(OpId, UndoOnAccount), AppError> {
        let asked = UndoOnAccount {
            account: AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?,
            operation: operation(&self.undone)?,
        };
        Ok((operation(&self.operation)?, asked))
    }
}

impl ClientForm for UndoForm {
    const BACK: &'static str = "undo";
    const UNDOES: bool = false;

    fn operation(&self) -> &str {
        &self.operation
    }

    fn page(&self) -> String {
        format!("/accounts/{}", self.account)
    }
}
