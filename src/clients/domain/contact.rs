//! The persons in the firms.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use crate::types::{AccountId, ContactId, Email, MembershipId, Moment, Phone, Revision, ShortText};

/// A person. May belong to several accounts, and may be recorded before anyone has spoken to them (A5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    pub id: ContactId,
    pub revision: Revision,
    pub name: ShortText,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
}

/// A person in an account: what they are there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    pub id: MembershipId,
    pub revision: Revision,
    pub contact: ContactId,
    pub account: AccountId,
    /// The post on their card ("Gerente", "Director informático").
    pub role: Option<ShortText>,
    pub part: Option<BuyingPart>,
    /// When they left; none while they are there. The row stays, so that the past can be read.
    pub left: Option<Moment>,
}

/// What is known of a person in an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonFacts {
    pub name: ShortText,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    pub role: Option<ShortText>,
    pub part: Option<BuyingPart>,
}

/// Somebody writes a person down who was not known there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddPerson {
    pub account: AccountId,
    pub facts: PersonFacts,
}

/// Somebody writes down what is new of a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangePerson {
    pub account: AccountId,
    pub contact: ContactId,
    /// The revision of the person and their place together, as [`Revision::with`] counts it.
    pub seen: Revision,
    pub facts: PersonFacts,
}

/// A person is in the account no more. What was said with them stays.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RemovePerson {
    pub account: AccountId,
    pub contact: ContactId,
}

/// What a person does when the firm buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum BuyingPart {
    Decides,
    Influences,
    Uses,
    Pays,
    Blocks,
}
