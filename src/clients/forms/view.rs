//! The saved views of the list of accounts: giving what one looks at a name, and forgetting it.

use serde::{Deserialize, Serialize};

use super::{operation, required, together::look};
use crate::{
    error::{AppError, sent_back},
    pipeline::domain::{LookText, ViewChange, ViewPlace},
    types::{OpId, ShortText, ViewId},
};

/// The name, as typed, of what is looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewForm {
    pub operation: String,
    /// The query of the list's address.
    pub look: String,
    pub name: String,
    /// Not empty for one that everybody finds.
    pub shared: String,
}

impl ViewForm {
    /// The field of the address in which it comes back.
    pub const BACK: &'static str = "view";

    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for a name that cannot be one.
    pub fn read(&self) -> Result<(OpId, ViewChange), AppError> {
        let query = look(&self.look).query();
        let asked = ViewChange::Keep {
            view: ViewId::fresh(),
            name: required("name", &self.name, ShortText::parse)?,
            place: ViewPlace::Accounts,
            look: required("name", query.trim_start_matches('?'), LookText::parse)?,
            shared: !self.shared.is_empty(),
            pinned: false,
            opens: false,
        };
        Ok((operation(&self.operation)?, asked))
    }

    /// Where the browser goes: the list, with the form again where it was refused.
    ///
    /// # Errors
    /// What typing cannot mend.
    pub fn landing(&self, outcome: Result<(), AppError>) -> Result<String, AppError> {
        let look = look(&self.look);
        match outcome {
            Ok(()) => Ok(look.address()),
            Err(why) => Ok(look.with(Self::BACK, &sent_back(self, why)?)),
        }
    }
}

/// The button that forgets a view.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DropViewForm {
    pub operation: String,
    pub view: String,
    #[serde(default)]
    pub look: String,
}

impl DropViewForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for a form that is not ours.
    pub fn read(&self) -> Result<(OpId, ViewChange), AppError> {
        let view = ViewId::parse(&self.view).map_err(|_| AppError::NotFound)?;
        Ok((operation(&self.operation)?, ViewChange::Drop(view)))
    }

    /// Where the browser goes then.
    #[must_use]
    pub fn landing(&self) -> String {
        look(&self.look).address()
    }
}
