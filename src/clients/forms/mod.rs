//! The plain forms of the clients: what they send, and how it is read. They work without JavaScript.

mod act;
mod correction;
mod facts;
mod instruction;
mod merge;
mod need;
mod new_account;
mod person;
mod pin;
mod report;

use serde::{Deserialize, Serialize};

pub use act::{ActForm, UndoForm};
pub use correction::CorrectionForm;
pub use facts::{FactsForm, WayForm};
pub use instruction::{AcknowledgeForm, InstructionForm};
pub use merge::{ApartForm, GONE, MergeForm};
pub use need::{AskedOfNeed, NeedForm};
pub use new_account::{CameBack, NewAccountForm};
pub use person::{AskedOfPerson, PersonForm};
pub use pin::PinForm;
pub use report::{ReportBack, ReportForm};

use super::domain::AccountOutcome;
use crate::{
    error::AppError,
    types::{Invalid, OpId, Revision, packed},
};

/// A form that came back, with why; none when somebody has changed meanwhile what it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Returned<F> {
    pub typed: F,
    pub why: Option<AppError>,
}

impl<F> Returned<F> {
    /// Why a field of it was refused.
    #[must_use]
    pub fn fault(&self, name: &str) -> Option<&Invalid> {
        match &self.why {
            Some(AppError::Invalid { field, why }) if field == name => Some(why),
            _ => None,
        }
    }
}

/// A form of a client's page: where it leads when it was done, and where it comes back when it was not.
pub trait ClientForm: Serialize + Clone {
    /// The field of the address in which it comes back.
    const BACK: &'static str;

    /// Whether what it did can be taken back as a whole.
    const UNDOES: bool = true;

    /// The operation it was sent under, as typed.
    fn operation(&self) -> &str;

    /// The page it is on.
    fn page(&self) -> String;

    /// The page it leads to.
    fn home(&self) -> String {
        self.page()
    }

    /// As it travels in an address, which has an end.
    #[must_use]
    fn as_sent_back(&self) -> Self {
        self.clone()
    }

    /// Where the browser goes now. What was refused comes back with what was typed; what cannot be mended by typing is an error.
    ///
    /// # Errors
    /// Those.
    fn landing(&self, outcome: Result<AccountOutcome, AppError>) -> Result<String, AppError> {
        let why = match outcome {
            Ok(AccountOutcome::Done) => {
                let plain = if Self::UNDOES { "" } else { "&plain=1" };
                return Ok(format!("{}?done={}{plain}", self.home(), self.operation()));
            }
            Ok(AccountOutcome::Unchanged) => return Ok(self.home()),
            Ok(AccountOutcome::Stale) => None,
            Err(error @ (AppError::Invalid { .. } | AppError::AlreadyDone)) => Some(error),
            Err(error) => return Err(error),
        };
        let typed = self.as_sent_back();
        Ok(format!(
            "{}?{}={}",
            self.page(),
            Self::BACK,
            packed(&Returned { typed, why })
        ))
    }
}

fn operation(text: &str) -> Result<OpId, AppError> {
    OpId::parse(text).map_err(|_| AppError::NotFound)
}

fn revision(text: &str) -> Result<Revision, AppError> {
    let number = text.parse::<u32>().ok();
    number
        .and_then(|number| Revision::try_from(number).ok())
        .ok_or(AppError::NotFound)
}

fn optional<T>(name: &str, text: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Result<Option<T>, AppError> {
    match text.trim() {
        "" => Ok(None),
        text => read(text).map(Some).map_err(|why| AppError::invalid(name, why)),
    }
}

fn required<T>(name: &str, text: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Result<T, AppError> {
    read(text).map_err(|why| AppError::invalid(name, why))
}
