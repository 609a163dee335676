//! The plain form of a new account: what it sends, and how it is read. It works without JavaScript.

use serde::{Deserialize, Serialize};

use super::domain::{Address, FirstContact, NewAccount, Typed};
use crate::{
    error::AppError,
    types::{Email, Invalid, Nif, OpId, Phone, PostalCode, ShortText, packed},
};

/// A new account, as typed. Its fields travel as `form[name]` and so on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewAccountForm {
    pub operation: String,
    /// Not empty: who sends it has seen the accounts that it may be.
    pub anyway: String,
    pub name: String,
    pub kind: String,
    pub nif: String,
    pub phone: String,
    pub email: String,
    pub web: String,
    pub street: String,
    pub postal_code: String,
    pub town: String,
    pub sector: String,
    pub size: String,
    pub source: String,
    pub contact: String,
    pub contact_role: String,
    pub contact_phone: String,
    pub contact_email: String,
    pub contact_part: String,
}

/// Why a form came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Back {
    Refused {
        field: String,
        why: Invalid,
    },
    /// It may be there already.
    Suspected,
}

/// A form that came back, with why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CameBack {
    pub typed: NewAccountForm,
    pub why: Back,
}

impl NewAccountForm {
    /// Whether it is to be created whatever it is like.
    #[must_use]
    pub fn is_anyway(&self) -> bool {
        !self.anyway.is_empty()
    }

    /// The address of the form with what was typed and why it came back: nothing typed is lost.
    #[must_use]
    pub fn sent_back(&self, why: Back) -> String {
        let typed = self.clone();
        format!("/accounts/new?back={}", packed(&CameBack { typed, why }))
    }

    /// What of it a firm is recognised by.
    #[must_use]
    pub fn typed(&self) -> Typed {
        Typed {
            name: self.name.clone(),
            nif: self.nif.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            web: self.web.clone(),
        }
    }

    /// The account it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, NewAccount), AppError> {
        let asked = NewAccount {
            name: ShortText::parse(&self.name).map_err(|why| AppError::invalid("name", why))?,
            kind: choice("kind", &self.kind)?.unwrap_or_default(),
            nif: field("nif", &self.nif, Nif::parse)?,
            phone: field("phone", &self.phone, Phone::parse)?,
            email: field("email", &self.email, Email::parse)?,
            web: field("web", &self.web, ShortText::parse)?,
            address: self.address()?,
            sector: field("sector", &self.sector, ShortText::parse)?,
            size: choice("size", &self.size)?,
            source: choice("source", &self.source)?,
            contact: self.first_contact()?,
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }

    fn address(&self) -> Result<Option<Address>, AppError> {
        let address = Address {
            street: field("street", &self.street, ShortText::parse)?,
            postal_code: field("postal_code", &self.postal_code, PostalCode::parse)?,
            town: field("town", &self.town, ShortText::parse)?,
            country: None,
        };
        let is_empty = address.street.is_none() && address.postal_code.is_none() && address.town.is_none();
        Ok((!is_empty).then_some(address))
    }

    /// Of a person the name is needed once anything else of them is said.
    fn first_contact(&self) -> Result<Option<FirstContact>, AppError> {
        let role = field("contact_role", &self.contact_role, ShortText::parse)?;
        let phone = field("contact_phone", &self.contact_phone, Phone::parse)?;
        let email = field("contact_email", &self.contact_email, Email::parse)?;
        let part = choice("contact_part", &self.contact_part)?;
        let is_empty = role.is_none() && phone.is_none() && email.is_none() && part.is_none();
        match field("contact", &self.contact, ShortText::parse)? {
            Some(name) => Ok(Some(FirstContact {
                name,
                role,
                phone,
                email,
                part,
            })),
            None if is_empty => Ok(None),
            None => Err(AppError::invalid("contact", Invalid::Empty)),
        }
    }
}

/// A field that may be left empty.
fn field<T>(name: &str, text: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Result<Option<T>, AppError> {
    match text.trim() {
        "" => Ok(None),
        text => read(text).map(Some).map_err(|why| AppError::invalid(name, why)),
    }
}

/// One of several, or none of them.
fn choice<T: std::str::FromStr>(name: &str, code: &str) -> Result<Option<T>, AppError> {
    field(name, code, |code| {
        let unknown = || Invalid::UnknownValue {
            value: code.chars().take(40).collect(),
        };
        code.parse().map_err(|_| unknown())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_says_of_which_field() {
        let form = |change: fn(&mut NewAccountForm)| {
            let mut form = NewAccountForm {
                operation: OpId::fresh().to_string(),
                name: "Talleres Ronda".to_owned(),
                ..NewAccountForm::default()
            };
            change(&mut form);
            match form.read() {
                Ok(_) => None,
                Err(AppError::Invalid { field, .. }) => Some(field),
                Err(error) => panic!("{error:?}"),
            }
        };
        assert_eq!(form(|_| ()), None);
        assert_eq!(form(|it| it.name = " ".into()).as_deref(), Some("name"));
        assert_eq!(form(|it| it.nif = "B12345678".into()).as_deref(), Some("nif"));
        assert_eq!(
            form(|it| it.postal_code = "99000".into()).as_deref(),
            Some("postal_code")
        );
        assert_eq!(form(|it| it.size = "huge".into()).as_deref(), Some("size"));
        assert_eq!(
            form(|it| it.contact_role = "Gerente".into()).as_deref(),
            Some("contact")
        );
        assert_eq!(form(|it| it.contact = "Vicent".into()), None);
    }
}
