//! A person of an account, as one who is about to speak with them needs it.

use serde::{Deserialize, Serialize};

use super::BuyingPart;
use crate::types::{ContactId, Email, Phone, ShortText};

/// Who somebody is in one account and how to reach them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub contact: ContactId,
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
