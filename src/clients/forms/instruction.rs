//! Giving an instruction, and saying that one has read it.

use serde::{Deserialize, Serialize};

use super::{ClientForm, operation, optional, revision};
use crate::{
    clients::domain::{Acknowledge, Instruct},
    error::AppError,
    types::{AccountId, LongText, Moment, OpId},
};

/// An instruction, as typed; empty takes back the one there is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InstructionForm {
    pub operation: String,
    pub account: String,
    pub seen: String,
    #[serde(default)]
    pub text: String,
}

impl InstructionForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for a text that cannot be read.
    pub fn read(&self) -> Result<(OpId, Instruct), AppError> {
        let asked = Instruct {
            account: AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?,
            seen: revision(&self.seen)?,
            text: optional("text", &self.text, LongText::parse)?,
        };
        Ok((operation(&self.operation)?, asked))
    }
}

impl ClientForm for InstructionForm {
    const BACK: &'static str = "instruction";

    fn operation(&self) -> &str {
        &self.operation
    }

    fn page(&self) -> String {
        format!("/accounts/{}", self.account)
    }
}

/// The button of who has read one: `of` is the moment at which it was given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgeForm {
    pub operation: String,
    pub account: String,
    pub of: String,
}

impl AcknowledgeForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for a form that is not ours.
    pub fn read(&self) -> Result<(OpId, Acknowledge), AppError> {
        let asked = Acknowledge {
            account: AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?,
            of: Moment::parse(&self.of).map_err(|_| AppError::NotFound)?,
        };
        Ok((operation(&self.operation)?, asked))
    }
}
