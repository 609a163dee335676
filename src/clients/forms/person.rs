//! A person of a client.

use serde::{Deserialize, Serialize};

use super::{ClientForm, operation, optional, required, revision};
use crate::{
    clients::domain::{AddPerson, ChangePerson, Person, PersonFacts, RemovePerson},
    error::AppError,
    types::{AccountId, ContactId, Email, OpId, Phone, ShortText},
};

/// A person, as typed. `contact` is empty for somebody new.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonForm {
    #[serde(default)]
    pub operation: String,
    #[serde(default)]
    pub account: String,
    #[serde(default)]
    pub contact: String,
    #[serde(default)]
    pub seen: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub role: String,
    #[serde(default)]
    pub part: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    /// Not empty when the button was the one that takes the person out.
    #[serde(default)]
    pub leaves: String,
}

/// What the form asks for.
pub enum AskedOfPerson {
    Add(AddPerson),
    Change(ChangePerson),
    Remove(RemovePerson),
}

impl PersonForm {
    /// As somebody who is known there is typed.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        let text = |it: Option<String>| it.unwrap_or_default();
        Self {
            contact: person.contact.to_string(),
            seen: person.seen.to_string(),
            name: person.name.to_string(),
            role: text(person.role.as_ref().map(ToString::to_string)),
            part: text(person.part.map(|part| part.as_ref().to_owned())),
            phone: text(person.phone.as_ref().map(Phone::format)),
            email: text(person.email.as_ref().map(ToString::to_string)),
            ..Self::default()
        }
    }

    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, AskedOfPerson), AppError> {
        let account = AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?;
        let operation = operation(&self.operation)?;
        let contact = optional("contact", &self.contact, ContactId::parse)?;
        if let (Some(contact), false) = (contact, self.leaves.is_empty()) {
            return Ok((operation, AskedOfPerson::Remove(RemovePerson { account, contact })));
        }
        let facts = PersonFacts {
            name: required("name", &self.name, ShortText::parse)?,
            role: optional("role", &self.role, ShortText::parse)?,
            part: self.part.parse().ok(),
            phone: optional("phone", &self.phone, Phone::parse)?,
            email: optional("email", &self.email, Email::parse)?,
        };
        let asked = match contact {
            None => AskedOfPerson::Add(AddPerson { account, facts }),
            Some(contact) => AskedOfPerson::Change(ChangePerson {
                account,
                contact,
                seen: revision(&self.seen)?,
                facts,
            }),
        };
        Ok((operation, asked))
    }
}

impl ClientForm for PersonForm {
    const BACK: &'static str = "person";
    const UNDOES: bool = false;

    fn operation(&self) -> &str {
        &self.operation
    }

    fn page(&self) -> String {
        format!("/accounts/{}", self.account)
    }
}
