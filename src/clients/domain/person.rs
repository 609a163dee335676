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
            Some(role) => format!("{}, {}", self.name, role.as_str().to_lowercase()),
            None => self.name.to_string(),
        }
    }
}
