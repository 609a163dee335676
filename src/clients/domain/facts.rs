//! What is written down of a firm, as one sheet that is edited together.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString, IntoEnumIterator};

use super::{Account, AccountKind, Address, Section, SizeBand, Source, Ways};
use crate::types::{AccountId, DepartmentId, Email, LongText, Money, Nif, Phone, Revision, ShortText, UserId, ZoneId};

/// The facts of an account that people change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    pub name: ShortText,
    pub kind: AccountKind,
    pub nif: Option<Nif>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub web: Option<ShortText>,
    pub address: Option<Address>,
    pub ways: Ways,
    pub section: Option<Section>,
    pub sector: Option<ShortText>,
    pub size: Option<SizeBand>,
    pub turnover: Option<Money>,
    pub source: Option<Source>,
    pub owner: Option<UserId>,
    pub department: Option<DepartmentId>,
    pub zone: Option<ZoneId>,
}

/// Somebody changes the facts of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditAccount {
    pub account: AccountId,
    /// The revision the person was looking at.
    pub seen: Revision,
    pub facts: Facts,
}

/// A fact by its name.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, AsRefStr, EnumString, EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Fact {
    Name,
    Kind,
    Nif,
    Phone,
    Email,
    Web,
    Address,
    Ways,
    Section,
    Sector,
    Size,
    Turnover,
    Source,
    Owner,
    Department,
    Zone,
}

/// A fact that somebody changed, from what to what; none where nothing was known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactChanged {
    pub fact: Fact,
    pub from: Option<Said>,
    pub to: Option<Said>,
}

/// A fact as history keeps it: in words as they were, or as one of our own values, which the page says in its language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    Text(LongText),
    Kind(AccountKind),
    Section(Section),
    Size(SizeBand),
    Source(Source),
    Money(Money),
}

/// The names of those to whom an account can belong.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Holders {
    pub users: BTreeMap<UserId, ShortText>,
    /// Those of them who do not work here any more: nothing is given to them.
    pub gone: BTreeSet<UserId>,
    pub departments: BTreeMap<DepartmentId, ShortText>,
    pub zones: BTreeMap<ZoneId, ShortText>,
}

impl Account {
    /// Its facts.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts {
            name: self.name.clone(),
            kind: self.kind,
            nif: self.nif.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            web: self.web.clone(),
            address: self.address.clone(),
            ways: self.ways.clone(),
            section: self.section,
            sector: self.sector.clone(),
            size: self.size,
            turnover: self.turnover,
            source: self.source,
            owner: self.owner,
            department: self.department,
            zone: self.zone,
        }
    }

    /// The account with other facts, at its next revision.
    #[must_use]
    pub fn with(&self, facts: Facts) -> Self {
        Self {
            revision: self.revision.next(),
            name: facts.name,
            kind: facts.kind,
            nif: facts.nif,
            phone: facts.phone,
            email: facts.email,
            web: facts.web,
            address: facts.address,
            ways: facts.ways,
            section: facts.section,
            sector: facts.sector,
            size: facts.size,
            turnover: facts.turnover,
            source: facts.source,
            owner: facts.owner,
            department: facts.department,
            zone: facts.zone,
            ..self.clone()
        }
    }
}

impl Facts {
    /// The facts in which two sheets differ, in the order of the form.
    #[must_use]
    pub fn changed(&self, after: &Self, holders: &Holders) -> Vec<FactChanged> {
        Fact::iter()
            .map(|fact| FactChanged {
                fact,
                from: self.said(fact, holders),
                to: after.said(fact, holders),
            })
            .filter(|it| it.from != it.to)
            .collect()
    }

    fn said(&self, fact: Fact, holders: &Holders) -> Option<Said> {
        let text = match fact {
            Fact::Kind => return Some(Said::Kind(self.kind)),
            Fact::Section => return self.section.map(Said::Section),
            Fact::Size => return self.size.map(Said::Size),
            Fact::Source => return self.source.map(Said::Source),
            Fact::Turnover => return self.turnover.map(Said::Money),
            Fact::Name => Some(self.name.to_string()),
            Fact::Nif => self.nif.as_ref().map(ToString::to_string),
            Fact::Phone => self.phone.as_ref().map(Phone::format),
            Fact::Email => self.email.as_ref().map(ToString::to_string),
            Fact::Web => self.web.as_ref().map(ToString::to_string),
            Fact::Address => self.address.as_ref().map(Address::line),
            Fact::Ways => (!self.ways.is_empty()).then(|| self.ways.line()),
            Fact::Sector => self.sector.as_ref().map(ToString::to_string),
            Fact::Owner => self
                .owner
                .and_then(|id| holders.users.get(&id))
                .map(ToString::to_string),
            Fact::Department => self
                .department
                .and_then(|id| holders.departments.get(&id))
                .map(ToString::to_string),
            Fact::Zone => self.zone.and_then(|id| holders.zones.get(&id)).map(ToString::to_string),
        };
        // Never refused: it is made of texts that are shorter.
        text.and_then(|text| LongText::parse(&text).ok()).map(Said::Text)
    }
}
