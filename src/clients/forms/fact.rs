//! One fact of an account, changed where the list shows it.

use serde::{Deserialize, Serialize};

use super::FactsForm;
use crate::{
    clients::domain::{Account, AccountOutcome, AccountRow, EditAccount, Fact},
    error::AppError,
    types::AccountId,
};

/// A fact, from what to what, both as typed: whoever changed another one meanwhile is not in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeFact {
    pub account: AccountId,
    pub fact: Fact,
    pub from: String,
    pub to: String,
}

/// What came of it, and the account as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactChange {
    pub outcome: AccountOutcome,
    pub row: AccountRow,
}

impl ChangeFact {
    /// What it asks of the account as it is now; none when somebody has changed the same fact meanwhile.
    ///
    /// # Errors
    /// `Invalid` for what cannot be read.
    pub fn on(&self, account: &Account) -> Result<Option<EditAccount>, AppError> {
        let mut form = FactsForm::of(account);
        let Some(field) = form.field(self.fact) else {
            return Err(AppError::NotFound);
        };
        if *field != self.from && *field != self.to {
            return Ok(None);
        }
        field.clone_from(&self.to);
        Ok(Some(EditAccount {
            account: self.account,
            seen: account.revision,
            facts: form.facts()?,
        }))
    }
}

/// A fact as it is typed.
#[must_use]
pub fn typed(account: &Account, fact: Fact) -> String {
    let mut form = FactsForm::of(account);
    form.field(fact).map(|it| it.clone()).unwrap_or_default()
}

impl FactsForm {
    /// The field of a fact; none where it takes more than one.
    fn field(&mut self, fact: Fact) -> Option<&mut String> {
        Some(match fact {
            Fact::Name => &mut self.name,
            Fact::Kind => &mut self.kind,
            Fact::Nif => &mut self.nif,
            Fact::Phone => &mut self.phone,
            Fact::Email => &mut self.email,
            Fact::Web => &mut self.web,
            Fact::Section => &mut self.section,
            Fact::Sector => &mut self.sector,
            Fact::Size => &mut self.size,
            Fact::Turnover => &mut self.turnover,
            Fact::Source => &mut self.source,
            Fact::Owner => &mut self.owner,
            Fact::Department => &mut self.department,
            Fact::Zone => &mut self.zone,
            Fact::Address | Fact::Ways => return None,
        })
    }
}
