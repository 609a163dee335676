//! The columns of a table: which are shown, in which order, and by which its rows stand. All of it lives in an address.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Invalid;

/// What a table can say of a row.
pub trait TableColumn: Copy + PartialEq + AsRef<str> + FromStr + 'static {
    /// Those that are shown where nobody has chosen any.
    const USUAL: &'static [Self];

    /// Whether it holds figures: they stand to the right, and the greatest is what one looks for first.
    fn is_number(self) -> bool;
}

/// Columns from left to right: at least one, none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns<C>(Vec<C>);

impl<C: TableColumn> Default for Columns<C> {
    fn default() -> Self {
        Self(C::USUAL.to_vec())
    }
}

impl<C: TableColumn> Columns<C> {
    /// Reads `account,amount`. What is no column is passed over, since an address is often old; without any it is the default.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut found = Vec::new();
        for column in text.split(',').filter_map(|it| it.trim().parse::<C>().ok()) {
            if !found.contains(&column) {
                found.push(column);
            }
        }
        if found.is_empty() { Self::default() } else { Self(found) }
    }

    /// From left to right.
    pub fn iter(&self) -> impl Iterator<Item = C> + '_ {
        self.0.iter().copied()
    }

    /// Whether it is among them.
    #[must_use]
    pub fn contains(&self, column: C) -> bool {
        self.0.contains(&column)
    }

    /// The same with this one a place further to the left; none where it is the first already.
    #[must_use]
    pub fn with_earlier(&self, column: C) -> Option<Self> {
        let at = self.0.iter().position(|it| *it == column)?;
        let mut columns = self.0.clone();
        columns.swap(at.checked_sub(1)?, at);
        Some(Self(columns))
    }
}

impl<C: TableColumn> fmt::Display for Columns<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.0.iter().map(AsRef::as_ref).collect();
        f.write_str(&names.join(","))
    }
}

/// By which column the rows stand; `amount`, or `-amount` for the greatest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort<C> {
    pub by: C,
    pub descends: bool,
}

impl<C: TableColumn> Sort<C> {
    /// What a press on the head of a column leads to: what one looks for first, first; then the other way round; then none.
    #[must_use]
    pub fn after(now: Option<Self>, by: C) -> Option<Self> {
        let first = by.is_number();
        match now.filter(|now| now.by == by) {
            None => Some(Self { by, descends: first }),
            Some(now) => (now.descends == first).then_some(Self { by, descends: !first }),
        }
    }
}

impl<C: TableColumn> FromStr for Sort<C> {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let (name, descends) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        let by = name.parse().map_err(|_| Invalid::unknown("sort"))?;
        Ok(Self { by, descends })
    }
}

impl<C: TableColumn> fmt::Display for Sort<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.descends { "-" } else { "" };
        write!(f, "{sign}{}", self.by.as_ref())
    }
}
