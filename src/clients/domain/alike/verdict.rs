//! What speaks for two accounts being one firm, and what follows from it.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter};

use super::{NameKey, NameLikeness, own_domain};
use crate::{
    clients::domain::Account,
    types::{Email, Nif, Phone},
};

/// One thing that two accounts have in common, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, AsRefStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Evidence {
    SameNif,
    SameName,
    SameEmail,
    SamePhone,
    /// Of its e-mail or its page; never a public one.
    SameDomain,
    AlikeName,
}

impl Evidence {
    /// What it weighs, in points: [`Verdict::of`] adds them.
    #[must_use]
    pub fn weight(self) -> u32 {
        match self {
            Self::SameNif => 100,
            Self::SameName => 70,
            Self::SameEmail => 60,
            Self::SamePhone | Self::SameDomain => 50,
            Self::AlikeName => 40,
        }
    }
}

/// What to make of it. The order is from the weakest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    No,
    Likely,
    Same,
}

/// From so many points on it is the same, and likely the same.
const SAME: u32 = 70;
const LIKELY: u32 = 40;

impl Verdict {
    /// Of all the evidence there is. It is advice: a person decides.
    #[must_use]
    pub fn of(evidence: &[Evidence]) -> Self {
        match evidence.iter().map(|it| it.weight()).sum() {
            SAME.. => Self::Same,
            LIKELY.. => Self::Likely,
            _ => Self::No,
        }
    }
}

/// What a firm is recognised by.
#[derive(Clone, Debug)]
pub struct Traits {
    pub name: NameKey,
    pub nif: Option<Nif>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    /// Its own domain: of the page, or else of the e-mail.
    pub domain: Option<String>,
}

impl Traits {
    /// Of what is typed, as far as it can be read.
    #[must_use]
    pub fn of(name: &str, nif: Option<Nif>, phone: Option<Phone>, email: Option<Email>, web: Option<&str>) -> Self {
        let of_email = || email.as_ref().and_then(|email| own_domain(email.as_str()));
        Self {
            name: NameKey::of(name),
            domain: web.and_then(own_domain).or_else(of_email),
            nif,
            phone,
            email,
        }
    }

    /// What the two have in common, the strongest first. Two firms with a NIF each that differs are two firms, whatever they are
    /// called: of those only what may be a slip of the NIF itself is told, the same name.
    #[must_use]
    pub fn evidence(&self, other: &Self) -> Vec<Evidence> {
        let mut found = Vec::new();
        let mut note = |is: bool, evidence| {
            if is {
                found.push(evidence);
            }
        };
        note(both(&self.nif, &other.nif), Evidence::SameNif);
        let likeness = self.name.likeness(&other.name);
        note(likeness == NameLikeness::Same, Evidence::SameName);
        let differ = self.nif.is_some() && other.nif.is_some() && self.nif != other.nif;
        if differ {
            return found;
        }
        let lower = |email: &Option<Email>| email.as_ref().map(|email| email.as_str().to_lowercase());
        note(both(&lower(&self.email), &lower(&other.email)), Evidence::SameEmail);
        note(both(&self.phone, &other.phone), Evidence::SamePhone);
        note(both(&self.domain, &other.domain), Evidence::SameDomain);
        note(likeness == NameLikeness::Alike, Evidence::AlikeName);
        found
    }
}

impl From<&Account> for Traits {
    fn from(account: &Account) -> Self {
        let web = account.web.as_ref().map(|web| web.as_str());
        Self::of(
            account.name.as_str(),
            account.nif.clone(),
            account.phone.clone(),
            account.email.clone(),
            web,
        )
    }
}

/// Whether both are there and the same.
fn both<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
    one.is_some() && one == other
}
