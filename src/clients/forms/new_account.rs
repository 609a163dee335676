//! A new account: its facts and the first person in it, as typed.

use serde::{Deserialize, Serialize};

use super::{FactsForm, PersonForm, operation, optional};
use crate::{
    clients::domain::{CreateAccount, FirstPerson},
    error::AppError,
    types::{Email, Invalid, OpId, Phone, ShortText, packed},
};

/// The form of a new account. Its facts travel as `form[name]` and so on, the person as `person[name]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NewAccountForm {
    pub facts: FactsForm,
    pub person: PersonForm,
    /// Not empty: the accounts that it may be have been seen.
    #[serde(default)]
    pub anyway: String,
}

/// Why it came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CameBack {
    Refused(AppError),
    /// It may be there already.
    Suspected,
}

impl NewAccountForm {
    /// The account it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read; those of the person are called `person_name` and so on.
    pub fn read(&self) -> Result<(OpId, CreateAccount), AppError> {
        let asked = CreateAccount {
            facts: self.facts.facts()?,
            person: self.first_person()?,
            anyway: !self.anyway.is_empty(),
        };
        Ok((operation(&self.facts.operation)?, asked))
    }

    /// Of a person the name is needed once anything else of them is said.
    fn first_person(&self) -> Result<Option<FirstPerson>, AppError> {
        let person = &self.person;
        let role = optional("person_role", &person.role, ShortText::parse)?;
        let phone = optional("person_phone", &person.phone, Phone::parse)?;
        let email = optional("person_email", &person.email, Email::parse)?;
        let part = person.part.parse().ok();
        let says = role.is_some() || phone.is_some() || email.is_some() || part.is_some();
        match optional("person_name", &person.name, ShortText::parse)? {
            Some(name) => Ok(Some(FirstPerson {
                name,
                role,
                part,
                phone,
                email,
            })),
            None if says => Err(AppError::invalid("person_name", Invalid::Empty)),
            None => Ok(None),
        }
    }

    /// The address of the form with what was typed and why it came back: nothing typed is lost.
    #[must_use]
    pub fn sent_back(&self, why: CameBack) -> String {
        format!("/accounts/new?back={}", packed(&(self, why)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_says_of_which_field() {
        let refused = |change: fn(&mut NewAccountForm)| {
            let mut form = NewAccountForm::default();
            form.facts.operation = OpId::fresh().to_string();
            form.facts.name = "Talleres Ronda".to_owned();
            change(&mut form);
            match form.read() {
                Ok(_) => None,
                Err(AppError::Invalid { field, .. }) => Some(field),
                Err(error) => panic!("{error:?}"),
            }
        };
        assert_eq!(refused(|_| ()), None);
        assert_eq!(refused(|it| it.facts.name = " ".into()).as_deref(), Some("name"));
        assert_eq!(refused(|it| it.facts.nif = "B12345678".into()).as_deref(), Some("nif"));
        let code = refused(|it| it.facts.postal_code = "99000".into());
        assert_eq!(code.as_deref(), Some("postal_code"));
        let nobody = refused(|it| it.person.role = "Gerente".into());
        assert_eq!(nobody.as_deref(), Some("person_name"));
        assert_eq!(refused(|it| it.person.name = "Vicent".into()), None);
    }
}
