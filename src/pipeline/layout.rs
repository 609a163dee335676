//! How the table is laid out, as its address says it.

use crate::pipeline::domain::{Columns, Sort};

/// The fields of the address.
pub mod field {
    pub const COLUMNS: &str = "columns";
    pub const SORT: &str = "sort";
    /// Which page of the rows: no part of the look, so that whatever changes that leads to the first one.
    pub const PAGE: &str = "page";
}

/// Which columns, and by which the rows stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    pub columns: Columns,
    pub sort: Option<Sort>,
}

impl Layout {
    /// Reads it from all that an address says by the names of [`field`]: the columns in one value, as a link says them, or one
    /// by one, as the boxes of a form do. What cannot be read is as it is by default.
    #[must_use]
    pub fn read(said: impl Fn(&str) -> Vec<String>) -> Self {
        Self {
            columns: Columns::read(&said(field::COLUMNS).join(",")),
            sort: said(field::SORT).pop().and_then(|text| text.parse().ok()),
        }
    }

    /// What it says, by field; the same layout, the same pairs.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let columns = (self.columns != Columns::default()).then(|| self.columns.to_string());
        let all = [
            (field::COLUMNS, columns),
            (field::SORT, self.sort.map(|sort| sort.to_string())),
        ];
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::{domain::Column, look::Look};

    fn of(pairs: &[(&str, &str)]) -> Look {
        let all = |name: &str| {
            pairs
                .iter()
                .filter(|(it, _)| *it == name)
                .map(|(_, value)| (*value).to_owned())
                .collect()
        };
        Look::read_table(all)
    }

    #[test]
    fn a_layout_survives_its_address_beside_the_look() {
        let look = of(&[
            ("q", "peña"),
            ("columns", "amount,account,nonsense,amount"),
            ("columns", "owner"),
            ("sort", "-amount"),
        ]);
        let layout = look.layout.clone().unwrap();
        assert_eq!(
            layout.columns.iter().collect::<Vec<_>>(),
            [Column::Amount, Column::Account, Column::Owner]
        );
        assert_eq!(
            look.address(),
            "/opportunities?q=pe%C3%B1a&columns=amount%2Caccount%2Cowner&sort=-amount"
        );
        assert_eq!(
            look.without("q").address(),
            "/opportunities?columns=amount%2Caccount%2Cowner&sort=-amount"
        );
        let pairs = [look.pairs(), layout.pairs()].concat();
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let again = of(&pairs);
        assert_eq!(again, look);
        assert_eq!(look.laid_out(None).address(), "/board?q=pe%C3%B1a");
    }

    #[test]
    fn what_cannot_be_read_is_as_by_default() {
        let look = of(&[("columns", "x,y"), ("sort", "-x")]);
        assert_eq!(look.layout, Some(Layout::default()));
        assert_eq!(look.address(), "/opportunities");
    }

    #[test]
    fn a_head_is_pressed_three_times() {
        let amount = Sort::after(None, Column::Amount);
        assert_eq!(amount.map(|it| it.to_string()).as_deref(), Some("-amount"));
        let other = Sort::after(amount, Column::Amount);
        assert_eq!(other.map(|it| it.to_string()).as_deref(), Some("amount"));
        assert_eq!(Sort::after(other, Column::Amount), None);
        let account = Sort::after(other, Column::Account);
        assert_eq!(account.map(|it| it.to_string()).as_deref(), Some("account"));
    }

    #[test]
    fn a_column_goes_to_the_left() {
        let columns = Columns::read("account,amount");
        assert_eq!(
            columns.with_earlier(Column::Amount).unwrap().to_string(),
            "amount,account"
        );
        assert_eq!(columns.with_earlier(Column::Account), None);
        assert_eq!(columns.with_earlier(Column::Owner), None);
    }
}
