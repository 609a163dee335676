//! How somebody looks at the list of accounts, as its address says it.

use serde::{Deserialize, Serialize};

use super::{AccountColumn, AccountColumns, AccountFilter, AccountRow, AccountSort, Holders};
use crate::{
    pipeline::domain::SavedView,
    types::{Sort, escaped},
};

/// So many accounts are a page.
pub const ACCOUNTS_A_PAGE: u32 = 50;

/// The fields of the address besides those of the filter.
pub mod field {
    pub const COLUMNS: &str = "columns";
    pub const SORT: &str = "sort";
    /// No part of the look: whatever changes that leads to the first page.
    pub const PAGE: &str = "page";
}

/// A filter, an order and the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountLook {
    pub filter: AccountFilter,
    pub columns: AccountColumns,
    /// By name, when none is said.
    pub sort: Option<AccountSort>,
}

/// The part of a look that the list is asked with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountsAsked {
    pub filter: AccountFilter,
    pub sort: Option<AccountSort>,
    /// Which page, from 0.
    pub page: u32,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountList {
    pub rows: Vec<AccountRow>,
    /// How many the filter lets through.
    pub count: u32,
    /// The page this is, from 0: the last one, when one further on was asked for.
    pub page: u32,
    /// To whom they can belong, by name.
    pub holders: Holders,
    /// The looks at the list that have a name, of one's own and of everybody.
    pub views: Vec<SavedView>,
    /// Whether all accounts have been read since the program began; for a moment some may be missing.
    pub is_whole: bool,
}

impl AccountLook {
    /// Reads it from all that an address says; what cannot be read is as it is by default.
    #[must_use]
    pub fn read(said: impl Fn(&str) -> Vec<String>) -> Self {
        Self {
            filter: AccountFilter::read(|name| said(name).pop()),
            columns: AccountColumns::read(&said(field::COLUMNS).join(",")),
            sort: said(field::SORT)
                .pop()
                .and_then(|text| text.parse().ok())
                .filter(|sort: &AccountSort| sort.by.sorts()),
        }
    }

    /// What it says, by field.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let columns = (self.columns != AccountColumns::default()).then(|| self.columns.to_string());
        let mut pairs = self.filter.pairs();
        pairs.extend(columns.map(|it| (field::COLUMNS, it)));
        pairs.extend(self.sort.map(|it| (field::SORT, it.to_string())));
        pairs
    }

    /// What its address says after the path.
    #[must_use]
    pub fn query(&self) -> String {
        let pairs: Vec<String> = self
            .pairs()
            .into_iter()
            .map(|(name, value)| format!("{name}={}", escaped(&value)))
            .collect();
        if pairs.is_empty() {
            String::new()
        } else {
            format!("?{}", pairs.join("&"))
        }
    }

    /// The address that shows it.
    #[must_use]
    pub fn address(&self) -> String {
        format!("/accounts{}", self.query())
    }

    /// The address of one of its pages, from 0.
    #[must_use]
    pub fn page(&self, page: u32) -> String {
        self.with(field::PAGE, &(page + 1).to_string())
    }

    /// The address with one field more that is no part of the look.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> String {
        let address = self.address();
        let joint = if address.contains('?') { '&' } else { '?' };
        format!("{address}{joint}{name}={value}")
    }

    /// The same order and columns over other accounts.
    #[must_use]
    pub fn over(&self, filter: AccountFilter) -> Self {
        Self { filter, ..self.clone() }
    }

    /// What a press on the head of a column leads to.
    #[must_use]
    pub fn sorted_by(&self, by: AccountColumn) -> Self {
        Self {
            sort: Sort::after(self.sort, by),
            ..self.clone()
        }
    }

    /// The same with other columns.
    #[must_use]
    pub fn with_columns(&self, columns: AccountColumns) -> Self {
        Self {
            columns,
            ..self.clone()
        }
    }

    /// What the list is asked with for one of its pages, from 0.
    #[must_use]
    pub fn asked(&self, page: u32) -> AccountsAsked {
        AccountsAsked {
            filter: self.filter.clone(),
            sort: self.sort,
            page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clients::domain::Lifecycle, types::UserId};

    fn of(pairs: &[(&str, &str)]) -> AccountLook {
        AccountLook::read(|name| {
            let of_it = pairs.iter().filter(|(it, _)| *it == name);
            of_it.map(|(_, value)| (*value).to_owned()).collect()
        })
    }

    #[test]
    fn a_look_survives_its_address() {
        let owner = UserId::fresh().to_string();
        let look = of(&[
            ("q", " Peña & Hijos "),
            ("lifecycle", "quoted"),
            ("owner", &owner),
            ("province", "12"),
            ("warmth", "cold"),
            ("columns", "name,turnover"),
            ("columns", "owner"),
            ("sort", "-turnover"),
        ]);
        assert_eq!(look.filter.lifecycle, Some(Lifecycle::Quoted));
        assert!(
            look.address()
                .starts_with("/accounts?q=Pe%C3%B1a%20%26%20Hijos&lifecycle=quoted&owner=")
        );
        assert!(
            look.page(1)
                .ends_with("&columns=name%2Cturnover%2Cowner&sort=-turnover&page=2")
        );
        let pairs = look.pairs();
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(of(&pairs), look);
    }

    #[test]
    fn nonsense_narrows_nothing() {
        let look = of(&[
            ("owner", "<b>"),
            ("lifecycle", "?"),
            ("province", "99"),
            ("sort", "-phone"),
            ("columns", "x"),
        ]);
        assert_eq!(look, AccountLook::default());
        assert_eq!(look.address(), "/accounts");
        assert_eq!(look.page(0), "/accounts?page=1");
    }
}
