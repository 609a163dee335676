//! The client firm.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use super::{Instruction, Lifecycle, Path, Section, Ways};
use crate::team::domain::Belongs;
use crate::types::{
    AccountId, Day, DepartmentId, Email, Moment, Money, Nif, Phone, PostalCode, Revision, ShortText, UserId, ZoneId,
    fold,
};

/// A firm: client, or on the way to it, or another that matters to the sale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Account {
    pub id: AccountId,
    pub revision: Revision,
    pub name: ShortText,
    pub kind: AccountKind,
    pub lifecycle: Lifecycle,
    /// How it came there.
    pub path: Path,
    /// The last day on which it bought.
    pub bought_on: Option<Day>,
    /// What management asks of whoever speaks to it.
    pub instruction: Option<Instruction>,
    pub nif: Option<Nif>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub web: Option<ShortText>,
    pub address: Option<Address>,
    /// The other ways to reach it.
    pub ways: Ways,
    /// What it does, as the national classification has it.
    pub section: Option<Section>,
    /// And in free text.
    pub sector: Option<ShortText>,
    pub size: Option<SizeBand>,
    /// Yearly turnover.
    pub turnover: Option<Money>,
    pub source: Option<Source>,
    pub owner: Option<UserId>,
    pub department: Option<DepartmentId>,
    pub zone: Option<ZoneId>,
    pub created_at: Moment,
}

impl Account {
    /// To whom it belongs, for the lens.
    #[must_use]
    pub fn belongs(&self) -> Belongs {
        Belongs {
            owner: self.owner,
            department: self.department,
            zone: self.zone,
        }
    }
}

/// The folded name that lists sort and search by ("Náutica Xàbia" → "nautica xabia").
#[must_use]
pub fn search_key(name: &ShortText) -> String {
    fold(name.as_str())
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountRow {
    pub account: Account,
    /// The day of the last contact, as far as the reader may know.
    pub last_contact: Option<Day>,
    /// Whether this person may only look at it.
    pub fixed: bool,
}

/// What the firm is to us.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AccountKind {
    #[default]
    Client,
    Competitor,
    Supplier,
    Partner,
}

/// Employees, in the bands of the EU's definition of small and medium enterprises (2003/361/EC), with one-person firms
/// apart.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, AsRefStr, EnumString, EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SizeBand {
    One,
    To9,
    To49,
    To249,
    From250,
}

impl SizeBand {
    /// The band of a number of employees; none for zero.
    #[must_use]
    pub fn of_employees(employees: u32) -> Option<Self> {
        match employees {
            0 => None,
            1 => Some(Self::One),
            2..=9 => Some(Self::To9),
            10..=49 => Some(Self::To49),
            50..=249 => Some(Self::To249),
            _ => Some(Self::From250),
        }
    }
}

/// How we came to know of them (product.md §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Source {
    Web,
    SocialNetwork,
    Email,
    Phone,
    Referral,
    Advertising,
    Campaign,
    Fair,
    ExistingClient,
    Acquaintance,
    Partner,
    BoughtList,
    Reception,
    Technician,
    Other,
}

/// Where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    pub street: Option<ShortText>,
    pub postal_code: Option<PostalCode>,
    pub town: Option<ShortText>,
    /// Free text: a name in Spanish for abroad, none for Spain.
    pub country: Option<ShortText>,
}

impl Address {
    /// Whether nothing of it is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.street.is_none() && self.postal_code.is_none() && self.town.is_none() && self.country.is_none()
    }

    /// In one line, with its province.
    #[must_use]
    pub fn line(&self) -> String {
        let province = self.postal_code.as_ref().map(|code| code.province().name());
        let parts = [
            self.street.as_ref().map(ToString::to_string),
            self.postal_code.as_ref().map(ToString::to_string),
            self.town.as_ref().map(ToString::to_string),
            province
                .filter(|name| self.town.as_ref().is_none_or(|town| town.as_str() != *name))
                .map(str::to_owned),
            self.country.as_ref().map(ToString::to_string),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn employees_fall_into_the_bands_of_the_union() {
        let band = |n| SizeBand::of_employees(n);
        assert_eq!(band(0), None);
        assert_eq!(
            [band(1), band(2), band(9)],
            [Some(SizeBand::One), Some(SizeBand::To9), Some(SizeBand::To9)]
        );
        assert_eq!(
            [band(10), band(249), band(250)],
            [Some(SizeBand::To49), Some(SizeBand::To249), Some(SizeBand::From250)]
        );
    }
}
