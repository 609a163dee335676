//! The columns of the table of opportunities.

use strum::{AsRefStr, EnumIter, EnumString};

use crate::types::TableColumn;

/// What the table can say of an opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AsRefStr, EnumString, EnumIter)]
#[strum(serialize_all = "snake_case")]
pub enum Column {
    Account,
    Title,
    Contact,
    Stage,
    Amount,
    Probability,
    Weighted,
    Close,
    Next,
    Days,
    Owner,
    Zone,
    Department,
    Product,
    Source,
    Tags,
}

/// Columns of this table, from left to right.
pub type Columns = crate::types::Columns<Column>;

/// By which of them the rows stand.
pub type Sort = crate::types::Sort<Column>;

impl TableColumn for Column {
    /// What a ticket of the board says but for its days, and its weighted amount: as much as a screen is wide.
    const USUAL: &'static [Self] = &[
        Self::Account,
        Self::Title,
        Self::Stage,
        Self::Amount,
        Self::Probability,
        Self::Weighted,
        Self::Close,
        Self::Next,
        Self::Owner,
    ];

    fn is_number(self) -> bool {
        matches!(self, Self::Amount | Self::Probability | Self::Weighted | Self::Days)
    }
}

impl Column {
    /// Whether it is changed where it is shown. The stage is not: what a stage asks for on the way in needs more than a cell.
    #[must_use]
    pub fn is_edited(self) -> bool {
        matches!(
            self,
            Self::Title | Self::Contact | Self::Amount | Self::Probability | Self::Close
        ) || self.is_chosen()
    }

    /// Whether its value is chosen from a list.
    #[must_use]
    pub fn is_chosen(self) -> bool {
        matches!(
            self,
            Self::Owner | Self::Zone | Self::Department | Self::Product | Self::Source
        )
    }
}
