//! The columns of the table: which are shown, in which order, and by which the rows stand. All of it lives in the address.

use std::{fmt, str::FromStr};

use strum::{AsRefStr, EnumIter, EnumString};

use crate::types::Invalid;

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

impl Column {
    /// Whether it holds figures: they stand to the right, and the greatest is what one looks for first.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Self::Amount | Self::Probability | Self::Weighted | Self::Days)
    }

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

/// Columns from left to right: at least one, none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<Column>);

impl Default for Columns {
    /// What a ticket of the board says but for its days, and its weighted amount: as much as a screen is wide.
    fn default() -> Self {
        Self(vec![
            Column::Account,
            Column::Title,
            Column::Stage,
            Column::Amount,
            Column::Probability,
            Column::Weighted,
            Column::Close,
            Column::Next,
            Column::Owner,
        ])
    }
}

impl Columns {
    /// Reads `account,amount`. What is no column is passed over, since an address is often old; without any it is the default.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut found = Vec::new();
        for column in text.split(',').filter_map(|it| it.trim().parse::<Column>().ok()) {
            if !found.contains(&column) {
                found.push(column);
            }
        }
        if found.is_empty() { Self::default() } else { Self(found) }
    }

    /// From left to right.
    pub fn iter(&self) -> impl Iterator<Item = Column> + '_ {
        self.0.iter().copied()
    }

    /// Whether it is among them.
    #[must_use]
    pub fn contains(&self, column: Column) -> bool {
        self.0.contains(&column)
    }

    /// The same with this one a place further to the left; none where it is the first already.
    #[must_use]
    pub fn with_earlier(&self, column: Column) -> Option<Self> {
        let at = self.0.iter().position(|it| *it == column)?;
        let mut columns = self.0.clone();
        columns.swap(at.checked_sub(1)?, at);
        Some(Self(columns))
    }
}

impl fmt::Display for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.0.iter().map(AsRef::as_ref).collect();
        f.write_str(&names.join(","))
    }
}

/// By which column the rows stand; `amount`, or `-amount` for the greatest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    pub by: Column,
    pub descends: bool,
}

impl Sort {
    /// What a press on the head of a column leads to: what one looks for first, first; then the other way round; then none.
    #[must_use]
    pub fn after(now: Option<Self>, by: Column) -> Option<Self> {
        let first = by.is_number();
        match now.filter(|now| now.by == by) {
            None => Some(Self { by, descends: first }),
            Some(now) => (now.descends == first).then_some(Self { by, descends: !first }),
        }
    }
}

impl FromStr for Sort {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let (name, descends) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        let by = name.parse().map_err(|_| Invalid::unknown("sort"))?;
        Ok(Self { by, descends })
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.descends { "-" } else { "" };
        write!(f, "{sign}{}", self.by.as_ref())
    }
}
