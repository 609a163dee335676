//! Roles and what each admits by default: one scope per subject and action.
//!
//! The names are product.md §5; the scopes follow its R1–R7 (a technician sees no offers, a salesperson works a zone,
//! finance sees everything and changes nothing commercial).

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

/// A post in the firm. A user may hold several; what they admit adds up.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, AsRefStr, EnumString, EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    Administrator,
    Management,
    SalesManager,
    AreaManager,
    ZoneSales,
    Marketing,
    Finance,
    Technician,
    Support,
    Reception,
}

/// What a permission is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub enum Subject {
    Accounts,
    Opportunities,
    /// What the firm wants of a month and what was promised to management: of the whole pipeline, so it is for those who see
    /// all of it.
    Forecast,
    /// Users, departments, zones and the settings of the firm.
    Firm,
}

/// What is done to it (the actions of product.md §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub enum Action {
    View,
    Create,
    Edit,
    Delete,
    Export,
    Bulk,
    Audit,
    /// Say what everybody has to do or not to do with a client.
    Instruct,
    /// See and manage personal data as the law's officer would.
    Personal,
}

/// Whose records a permission reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    All,
    /// Those of the departments the user belongs to, and the user's own.
    Department,
    /// Those of the zones the user answers for, and the user's own.
    Zone,
    Own,
    None,
}

impl Role {
    /// What this role admits when the firm has changed nothing.
    #[must_use]
    pub fn scope(self, subject: Subject, action: Action) -> Scope {
        use Action::{Audit, Bulk, Create, Delete, Edit, Export, Instruct, Personal, View};
        match (self, subject, action) {
            (Self::Administrator, _, _) => Scope::All,
            (Self::Management, Subject::Firm, View | Audit) => Scope::All,
            (_, Subject::Firm, _) => Scope::None,
            (Self::Management | Self::SalesManager, Subject::Forecast, View | Edit) => Scope::All,
            (Self::Marketing | Self::Finance, Subject::Forecast, View) => Scope::All,
            (_, Subject::Forecast, _) => Scope::None,
            (Self::Management, _, Personal) => Scope::None,
            (Self::Management, _, _) => Scope::All,
            (Self::SalesManager, _, Personal) => Scope::None,
            (Self::SalesManager, _, _) => Scope::All,
            (Self::AreaManager, _, Personal) => Scope::None,
            (Self::AreaManager, _, _) => Scope::Department,
            (Self::ZoneSales, _, View | Create | Edit) => Scope::Zone,
            (Self::ZoneSales, _, Export | Bulk) => Scope::Own,
            (Self::ZoneSales, _, Delete | Audit | Instruct | Personal) => Scope::None,
            (Self::Marketing, _, View | Export) => Scope::All,
            (Self::Marketing, Subject::Accounts, Create | Edit | Bulk) => Scope::All,
            (Self::Finance, _, View | Export) => Scope::All,
            (Self::Technician | Self::Support | Self::Reception, Subject::Accounts, View | Create) => Scope::All,
            (Self::Marketing | Self::Finance | Self::Technician | Self::Support | Self::Reception, _, _) => Scope::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn the_forecast_of_the_whole_is_for_those_who_see_the_whole() {
        for role in Role::iter() {
            let all = |subject, action| role.scope(subject, action) == Scope::All;
            assert_eq!(
                all(Subject::Forecast, Action::View),
                all(Subject::Opportunities, Action::View),
                "{role:?}"
            );
            assert_eq!(
                all(Subject::Forecast, Action::Edit),
                all(Subject::Opportunities, Action::Edit),
                "{role:?}"
            );
        }
    }
}
