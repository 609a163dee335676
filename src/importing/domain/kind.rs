//! The kinds of record that can be imported.

use serde::Deserialize;
use strum::{AsRefStr, EnumIter, EnumString};

use super::Field;

/// A kind of record. Its code is the name of its table; the order is the order of importing: each refers only to those
/// before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// A territory or branch.
    Zone,
    /// A part of the firm.
    Department,
    /// A colleague; imported without a password.
    User,
    /// Something that is sold.
    Product,
    /// A client firm.
    Account,
    /// A person in a client firm.
    Contact,
    /// A possible sale.
    Opportunity,
}

impl Kind {
    /// How a person calls several of them.
    #[must_use]
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Zone => "zonas",
            Self::Department => "departamentos",
            Self::User => "usuarios",
            Self::Product => "productos",
            Self::Account => "cuentas",
            Self::Contact => "contactos",
            Self::Opportunity => "oportunidades",
        }
    }

    /// How a person calls one, with its article.
    #[must_use]
    pub const fn one(self) -> &'static str {
        match self {
            Self::Zone => "la zona",
            Self::Department => "el departamento",
            Self::User => "el usuario",
            Self::Product => "el producto",
            Self::Account => "la cuenta",
            Self::Contact => "el contacto",
            Self::Opportunity => "la oportunidad",
        }
    }

    /// What a mapping must say of it.
    #[must_use]
    pub const fn required(self) -> &'static [Field] {
        match self {
            Self::Zone | Self::Department | Self::Product | Self::Account | Self::Contact => &[Field::Name],
            Self::User => &[Field::Name, Field::Email, Field::Role],
            Self::Opportunity => &[Field::Title, Field::Stage],
        }
    }

    /// What a mapping may say of it besides.
    #[must_use]
    pub const fn optional(self) -> &'static [Field] {
        use Field::{
            Account, Amount, CloseOn, ClosedOn, Competitor, Country, CreatedAt, Department, Email, Employees,
            EnteredStageAt, Family, Lifecycle, ListPrice, LossReason, Nif, Owner, Phone, Post, PostalCode, Product,
            Sector, Source, Street, Town, Turnover, Web, Zone,
        };
        match self {
            Self::Zone | Self::Department => &[],
            Self::User => &[Department, Zone],
            Self::Product => &[Family, ListPrice],
            Self::Account => &[
                Lifecycle, Nif, Phone, Email, Web, Street, PostalCode, Town, Country, Sector, Employees, Turnover,
                Source, Owner, Department, Zone, CreatedAt,
            ],
            Self::Contact => &[Email, Phone, Account, Post],
            Self::Opportunity => &[
                Account,
                Product,
                Amount,
                CloseOn,
                ClosedOn,
                LossReason,
                Competitor,
                Source,
                Owner,
                Department,
                Zone,
                CreatedAt,
                EnteredStageAt,
            ],
        }
    }

    /// Whether a mapping may say this of it.
    #[must_use]
    pub fn admits(self, field: Field) -> bool {
        self.required().contains(&field) || self.optional().contains(&field)
    }
}
