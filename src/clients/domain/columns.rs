//! The columns of the list of accounts.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use super::Fact;
use crate::types::TableColumn;

/// What the list can say of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AccountColumn {
    Name,
    Lifecycle,
    /// The day of the last contact, as far as the reader may know of it.
    Contact,
    Owner,
    Phone,
    Town,
    Province,
    Sector,
    Section,
    Size,
    Turnover,
    Kind,
    Zone,
    Department,
    Source,
    Nif,
    Email,
    Web,
    /// The day of the last purchase.
    Bought,
    /// Since when it is written down.
    Created,
}

/// Columns of this list, from left to right.
pub type AccountColumns = crate::types::Columns<AccountColumn>;

/// By which of them the accounts stand.
pub type AccountSort = crate::types::Sort<AccountColumn>;

impl TableColumn for AccountColumn {
    /// Who they are, how one stands with them and how to reach them: as much as a tablet is wide.
    const USUAL: &'static [Self] = &[
        Self::Name,
        Self::Lifecycle,
        Self::Contact,
        Self::Owner,
        Self::Sector,
        Self::Phone,
    ];

    fn is_number(self) -> bool {
        self == Self::Turnover
    }
}

impl AccountColumn {
    /// The fact that it shows, where it shows one.
    #[must_use]
    pub fn fact(self) -> Option<Fact> {
        Some(match self {
            Self::Name => Fact::Name,
            Self::Owner => Fact::Owner,
            Self::Phone => Fact::Phone,
            Self::Sector => Fact::Sector,
            Self::Section => Fact::Section,
            Self::Size => Fact::Size,
            Self::Turnover => Fact::Turnover,
            Self::Kind => Fact::Kind,
            Self::Zone => Fact::Zone,
            Self::Department => Fact::Department,
            Self::Source => Fact::Source,
            Self::Nif => Fact::Nif,
            Self::Email => Fact::Email,
            Self::Web => Fact::Web,
            Self::Lifecycle | Self::Contact | Self::Town | Self::Province | Self::Bought | Self::Created => {
                return None;
            }
        })
    }

    /// Whether the list can stand by it: nobody looks for the first of the telephones.
    #[must_use]
    pub fn sorts(self) -> bool {
        !matches!(self, Self::Phone | Self::Nif | Self::Email | Self::Web)
    }

    /// Whether it is written in where it is shown. A name is not: it is the way to the account.
    #[must_use]
    pub fn is_written(self) -> bool {
        self.fact().is_some_and(|fact| fact != Fact::Name)
    }
}

impl Fact {
    /// Whether it is one of a few values.
    #[must_use]
    pub fn is_chosen(self) -> bool {
        matches!(
            self,
            Self::Kind | Self::Section | Self::Size | Self::Source | Self::Owner | Self::Department | Self::Zone
        )
    }
}
