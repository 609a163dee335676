//! The same facts for many accounts at once.

use serde::{Deserialize, Serialize};

use super::{AccountKind, Facts, Section, SizeBand, Source};
use crate::types::{AccountId, DepartmentId, OpId, UserId, ZoneId};

/// So many accounts are changed in one gesture.
pub const MOST_ACCOUNTS: u16 = 500;

/// A fact that many accounts are given; none where they are to have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SharedFact {
    Owner(Option<UserId>),
    Zone(Option<ZoneId>),
    Department(Option<DepartmentId>),
    Kind(AccountKind),
    Section(Option<Section>),
    Size(Option<SizeBand>),
    Source(Option<Source>),
}

/// Somebody gives many accounts the same facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeTogether {
    pub accounts: Vec<AccountId>,
    pub facts: Vec<SharedFact>,
}

/// Somebody takes that back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoTogether {
    pub operation: OpId,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Together {
    /// Those that are otherwise now.
    pub changed: Vec<AccountId>,
    /// How many were so already.
    pub same: u32,
    /// How many this person may not change so.
    pub refused: u32,
}

impl SharedFact {
    /// Gives it.
    pub fn give(self, facts: &mut Facts) {
        match self {
            Self::Owner(owner) => facts.owner = owner,
            Self::Zone(zone) => facts.zone = zone,
            Self::Department(department) => facts.department = department,
            Self::Kind(kind) => facts.kind = kind,
            Self::Section(section) => facts.section = section,
            Self::Size(size) => facts.size = size,
            Self::Source(source) => facts.source = source,
        }
    }
}
