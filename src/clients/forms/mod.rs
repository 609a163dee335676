//! The plain forms of the clients: what they send, and how it is read. They work without JavaScript.

mod act;
mod correction;
mod fact;
mod facts;
mod instruction;
mod merge;
mod need;
mod new_account;
mod person;
mod pin;
mod report;
mod together;
mod view;

use serde::Serialize;

pub use act::{ActForm, UndoForm};
pub use correction::CorrectionForm;
pub use fact::{ChangeFact, FactChange, typed};
pub use facts::{FactsForm, WayForm};
pub use instruction::{AcknowledgeForm, InstructionForm};
pub use merge::{ApartForm, GONE, MergeForm};
pub use need::{AskedOfNeed, NeedForm};
pub use new_account::{CameBack, NewAccountForm};
pub use person::{AskedOfPerson, PersonForm};
pub use pin::PinForm;
pub use report::{ReportBack, ReportForm};
pub use together::{Picked, TogetherForm, TogetherUndoForm, told};
pub use view::{DropViewForm, ViewForm};

pub use crate::error::Returned;

use super::domain::AccountOutcome;
use crate::{
    error::{AppError, optional},
    types::{Invalid, OpId, Revision, packed},
};

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

    /// Where the browser goes now: what was refused comes back with what was typed.
    fn landing(&self, outcome: Result<AccountOutcome, AppError>) -> String {
        let why = match outcome {
            Ok(AccountOutcome::Done) => {
                let plain = if Self::UNDOES { "" } else { "&plain=1" };
                return format!("{}?done={}{plain}", self.home(), self.operation());
            }
            Ok(AccountOutcome::Unchanged) => return self.home(),
            Ok(AccountOutcome::Stale) => None,
            Err(error) => Some(error),
        };
        let failed = why.as_ref().map(AppError::in_address).unwrap_or_default();
        let typed = self.clone();
        let back = packed(&Returned { typed, why });
        format!("{}?{}={back}{failed}", self.page(), Self::BACK)
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

fn required<T>(name: &str, text: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Result<T, AppError> {
    read(text).map_err(|why| AppError::invalid(name, why))
}
