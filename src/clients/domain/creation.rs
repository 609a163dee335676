//! A new account, as it is asked for (A4, A5).

use serde::{Deserialize, Serialize};

use super::{AccountKind, Address, BuyingPart, SizeBand, Source, Traits};
use crate::types::{Email, Nif, Phone, ShortText};

/// A firm that nobody has written down yet. It begins as Público objetivo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewAccount {
    pub name: ShortText,
    pub kind: AccountKind,
    pub nif: Option<Nif>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub web: Option<ShortText>,
    pub address: Option<Address>,
    pub sector: Option<ShortText>,
    pub size: Option<SizeBand>,
    pub source: Option<Source>,
    /// Who to talk to there; may be written down before anybody has.
    pub contact: Option<FirstContact>,
}

/// The first person of a new account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstContact {
    pub name: ShortText,
    pub role: Option<ShortText>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub part: Option<BuyingPart>,
}

impl NewAccount {
    /// What it would be recognised by.
    #[must_use]
    pub fn traits(&self) -> Traits {
        let web = self.web.as_ref().map(|web| web.as_str());
        Traits::of(
            self.name.as_str(),
            self.nif.clone(),
            self.phone.clone(),
            self.email.clone(),
            web,
        )
    }
}
