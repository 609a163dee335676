//! A new account, as it is asked for (A4, A5).

use serde::{Deserialize, Serialize};

use super::{BuyingPart, Facts, Holders, Suspect, Traits, WayKind};
use crate::types::{AccountId, DepartmentId, Email, Phone, ShortText, UserId, ZoneId};

/// A firm that nobody has written down yet. It begins as Público objetivo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CreateAccount {
    pub facts: Facts,
    /// Who to talk to there; may be written down before anybody has.
    pub person: Option<FirstPerson>,
    /// Who sends it has seen the accounts that it may be.
    pub anyway: bool,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Created {
    Done(AccountId),
    /// It may be there already: nothing was written down.
    Suspected,
}

/// The first person of a new account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstPerson {
    pub name: ShortText,
    pub role: Option<ShortText>,
    pub part: Option<BuyingPart>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
}

/// What the page of a new account offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewAccountSheet {
    pub holders: Holders,
    /// To whom it belongs when nobody says otherwise.
    pub owner: Option<UserId>,
    pub department: Option<DepartmentId>,
    pub zone: Option<ZoneId>,
    /// What it may be already, where it came back with something typed.
    pub suspects: Vec<Suspect>,
}

impl Facts {
    /// What a firm with these facts is recognised by.
    #[must_use]
    pub fn traits(&self) -> Traits {
        let way = |kind: WayKind| self.ways.iter().filter(move |way| way.kind == kind);
        let phones = way(WayKind::Phone).filter_map(|way| Phone::parse(way.text.as_str()).ok());
        let emails = way(WayKind::Email).filter_map(|way| Email::parse(way.text.as_str()).ok());
        Traits::of(
            self.name.as_str(),
            self.nif.clone(),
            self.phone.iter().cloned().chain(phones).collect(),
            self.email.iter().cloned().chain(emails).collect(),
            self.web.as_ref().map(|web| web.as_str()),
        )
    }
}
