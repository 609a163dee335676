//! Making two accounts one, and saying that they are two.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ClientForm, operation, revision};
use crate::{
    clients::domain::{Fact, Merge, TellApart},
    error::AppError,
    types::{AccountId, OpId},
};

/// Which of each fact is right, as chosen: `form[take][phone]` is `gone` when it is that of the account that goes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MergeForm {
    pub operation: String,
    pub kept: String,
    pub gone: String,
    pub kept_seen: String,
    pub gone_seen: String,
    #[serde(default)]
    pub take: BTreeMap<String, String>,
}

/// What the choice of a fact says when it is that of the account that goes.
pub const GONE: &str = "gone";

impl MergeForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for a form that is not ours.
    pub fn read(&self) -> Result<(OpId, Merge), AppError> {
        let taken = self.take.iter().filter(|(_, side)| *side == GONE);
        let asked = Merge {
            kept: AccountId::parse(&self.kept).map_err(|_| AppError::NotFound)?,
            gone: AccountId::parse(&self.gone).map_err(|_| AppError::NotFound)?,
            kept_seen: revision(&self.kept_seen)?,
            gone_seen: revision(&self.gone_seen)?,
            take: taken.filter_map(|(fact, _)| fact.parse::<Fact>().ok()).collect(),
        };
        Ok((operation(&self.operation)?, asked))
    }

    /// Whether this fact is that of the account that goes.
    #[must_use]
    pub fn takes(&self, fact: Fact) -> bool {
        self.take.get(fact.as_ref()).is_some_and(|side| side == GONE)
    }
}

impl ClientForm for MergeForm {
    const BACK: &'static str = "back";

    fn operation(&self) -> &str {
        &self.operation
    }

    fn page(&self) -> String {
        format!("/accounts/{}/merge/{}", self.kept, self.gone)
    }

    fn home(&self) -> String {
        format!("/accounts/{}", self.kept)
    }
}

/// The button that says that two are two.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ApartForm {
    pub operation: String,
    pub one: String,
    pub other: String,
}

impl ApartForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for a form that is not ours.
    pub fn read(&self) -> Result<(OpId, TellApart), AppError> {
        let account = |text: &str| AccountId::parse(text).map_err(|_| AppError::NotFound);
        let asked = TellApart {
            one: account(&self.one)?,
            other: account(&self.other)?,
        };
        Ok((operation(&self.operation)?, asked))
    }
}
