//! A person of an account, as one who is about to speak with them needs it.

use serde::{Deserialize, Serialize};

use super::{BuyingPart, Contact};
use crate::{
    timeline::domain::{History, Sift},
    types::{AccountId, ContactId, Day, Email, Moment, Phone, Revision, ShortText},
};

/// Who somebody is in one account and how to reach them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub contact: ContactId,
    /// Of the person and their place together, as [`Revision::with`] counts it.
    pub seen: Revision,
    pub name: ShortText,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    /// Their post there.
    pub role: Option<ShortText>,
    pub part: Option<BuyingPart>,
}

impl Person {
    /// As a report names them: "Vicent Benlloch, gerente".
    #[must_use]
    pub fn said(&self) -> String {
        match &self.role {
            Some(role) => format!("{}, {}", self.name, in_a_sentence(role.as_str())),
            None => self.name.to_string(),
        }
    }
}

/// A person wherever they are (A5), as far as the reader sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonSheet {
    pub contact: Contact,
    /// Where they are, and then where they were.
    pub places: Vec<Place>,
    /// What names them there, newest first.
    pub history: History,
    pub today: Day,
}

/// What a person is, or was, in an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub account: AccountId,
    /// What the account is called.
    pub name: ShortText,
    pub role: Option<ShortText>,
    pub part: Option<BuyingPart>,
    /// When they left; none while they are there.
    pub left: Option<Moment>,
}

impl Contact {
    /// What names them: the first name and the first surname, since few reports have the second.
    #[must_use]
    pub fn named(&self) -> Sift {
        let words: Vec<&str> = self.name.as_str().split_whitespace().take(2).collect();
        Sift {
            text: ShortText::parse(&words.join(" ")).ok(),
            ..Sift::default()
        }
    }
}

/// A post or another name as it is written within a sentence: "Directora de RR. HH." is "directora de RR. HH.", "CEO" stays.
#[must_use]
pub fn in_a_sentence(role: &str) -> String {
    let mut letters = role.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(role.chars().skip(1)).collect()
        }
        _ => role.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_named_by_the_first_name_and_the_first_surname() {
        let contact = Contact {
            id: ContactId::fresh(),
            revision: Revision::FIRST,
            name: ShortText::parse("Amparo Llorens Peiró").unwrap(),
            email: None,
            phone: None,
        };
        assert_eq!(contact.named().text, ShortText::parse("Amparo Llorens").ok());
    }

    #[test]
    fn a_post_keeps_its_capitals_within_a_sentence() {
        for (role, said) in [
            ("Gerente", "gerente"),
            ("Directora de RR. HH.", "directora de RR. HH."),
            ("CEO", "CEO"),
        ] {
            assert_eq!(in_a_sentence(role), said);
        }
    }
}
