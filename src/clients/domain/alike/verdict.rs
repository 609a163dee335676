//! What speaks for two accounts being one firm, and what follows from it.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter};

use super::{NameKey, NameLikeness, own_domain};
use crate::types::{Email, Nif, Phone};

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
    /// What speaks against it: each has a NIF, and they differ.
    OtherNif,
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
            Self::OtherNif => 0,
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
            SAME.. if !evidence.contains(&Evidence::OtherNif) => Self::Same,
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
    pub phones: Vec<Phone>,
    /// In lower case.
    pub emails: Vec<String>,
    /// Its own domains: of the page and of the e-mails.
    pub domains: Vec<String>,
}

impl Traits {
    /// Of what is known of it: every telephone and every e-mail, the page.
    #[must_use]
    pub fn of(name: &str, nif: Option<Nif>, phones: Vec<Phone>, emails: Vec<Email>, web: Option<&str>) -> Self {
        let emails: Vec<String> = emails.iter().map(|email| email.as_str().to_lowercase()).collect();
        let mut domains: Vec<String> = web.into_iter().filter_map(own_domain).collect();
        domains.extend(emails.iter().filter_map(|email| own_domain(email)));
        Self {
            name: NameKey::of(name),
            nif,
            phones,
            emails,
            domains,
        }
    }

    /// What the two have in common, the strongest first. Two firms with a NIF each that differs are two firms, whatever they are
    /// called: of those only what may be a slip of the NIF itself is told, the same name.
    #[must_use]
    pub fn evidence(&self, other: &Self) -> Vec<Evidence> {
        let likeness = self.name.likeness(&other.name);
        if self.nif.is_some() && other.nif.is_some() && self.nif != other.nif {
            return match likeness {
                NameLikeness::Same => vec![Evidence::SameName, Evidence::OtherNif],
                NameLikeness::Alike | NameLikeness::Other => Vec::new(),
            };
        }
        let has = |is: bool, evidence| is.then_some(evidence);
        [
            has(self.nif.is_some() && self.nif == other.nif, Evidence::SameNif),
            has(likeness == NameLikeness::Same, Evidence::SameName),
            has(meet(&self.emails, &other.emails), Evidence::SameEmail),
            has(meet(&self.phones, &other.phones), Evidence::SamePhone),
            has(meet(&self.domains, &other.domains), Evidence::SameDomain),
            has(likeness == NameLikeness::Alike, Evidence::AlikeName),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What it is looked up by, each once, the strongest kind first: two firms that have anything in common have one of them in common.
    #[must_use]
    pub fn clues(&self) -> Vec<Clue> {
        let nif = self.nif.iter().map(|nif| Clue::of(0, nif.as_str()));
        let name = Some(self.name.key()).filter(|key| !key.is_empty());
        let sound = Some(self.name.sound()).filter(|key| !key.is_empty());
        let clues: BTreeSet<Clue> = nif
            .chain(name.map(|key| Clue::of(1, &key)))
            .chain(self.emails.iter().map(|it| Clue::of(2, it)))
            .chain(self.phones.iter().map(|it| Clue::of(3, it.as_str())))
            .chain(self.domains.iter().map(|it| Clue::of(4, it)))
            .chain(sound.map(|key| Clue::of(5, &key)))
            .collect();
        clues.into_iter().collect()
    }
}

/// One thing that firms are looked up by, in eight bytes: its kind, so that the strongest sort first, and a hash. Two that meet by
/// chance are told apart by their [`Traits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clue(u64);

/// The kind takes so many bits.
const KIND_BITS: u32 = 3;

impl Clue {
    fn of(kind: u64, text: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        Self(kind << (u64::BITS - KIND_BITS) | hasher.finish() >> KIND_BITS)
    }
}

/// Whether they have one in common.
fn meet<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().any(|it| other.contains(it))
}
