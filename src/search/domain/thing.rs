//! What can be found.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumCount, EnumIter, EnumString};
use uuid::Uuid;

use crate::types::{AccountId, ContactId, EntryId, OpportunityId};

/// The kinds of what can be found, in the order in which they are shown when they match as well.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    AsRefStr,
    EnumString,
    EnumIter,
    EnumCount,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    Account,
    Contact,
    Opportunity,
    Report,
}

/// One of them. In the browser's memory it is its kind and its key: "account:0198…".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    Account(AccountId),
    Contact(ContactId),
    Opportunity(OpportunityId),
    Report(EntryId),
}

impl Thing {
    /// Of which kind it is.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Account(_) => Kind::Account,
            Self::Contact(_) => Kind::Contact,
            Self::Opportunity(_) => Kind::Opportunity,
            Self::Report(_) => Kind::Report,
        }
    }

    /// Its key, which no other thing has.
    #[must_use]
    pub const fn key(self) -> Uuid {
        match self {
            Self::Account(id) => id.uuid(),
            Self::Contact(id) => id.uuid(),
            Self::Opportunity(id) => id.uuid(),
            Self::Report(id) => id.uuid(),
        }
    }

    /// The thing of this kind and key.
    #[must_use]
    pub const fn of(kind: Kind, key: Uuid) -> Self {
        match kind {
            Kind::Account => Self::Account(AccountId::from_uuid(key)),
            Kind::Contact => Self::Contact(ContactId::from_uuid(key)),
            Kind::Opportunity => Self::Opportunity(OpportunityId::from_uuid(key)),
            Kind::Report => Self::Report(EntryId::from_uuid(key)),
        }
    }

    /// Reads what [`Thing`]'s `Display` wrote; none for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, key) = text.split_once(':')?;
        // The rule of what a key looks like is that of the identifiers.
        let key = AccountId::parse(key).ok()?.uuid();
        Some(Self::of(kind.parse().ok()?, key))
    }
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.kind().as_ref(), AccountId::from_uuid(self.key()))
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn it_reads_back_what_it_wrote_and_nothing_else() {
        for kind in Kind::iter() {
            let thing = Thing::of(kind, Uuid::now_v7());
            assert_eq!(Thing::parse(&thing.to_string()), Some(thing));
        }
        for bad in ["", "account", "account:", "account:1", "firm:0198", "<b>:x"] {
            assert_eq!(Thing::parse(bad), None, "{bad}");
        }
    }
}
