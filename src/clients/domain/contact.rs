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

/// Somebody writes a person down, or what is new of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavePerson {
    pub account: AccountId,
    /// Who it is; none for somebody who was not known there.
    pub contact: Option<ContactId>,
    pub name: ShortText,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    pub role: Option<ShortText>,
    pub part: Option<BuyingPart>,
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
