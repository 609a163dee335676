//! What stands in a cell of a table, for the page and for a file.

use super::{Day, Locale, Money, Probability};

/// A value by what it is, so that a spreadsheet can reckon with it.
#[derive(Clone, Debug, PartialEq)]
pub enum CellValue {
    Empty,
    Text(String),
    Money(Money),
    Percent(Probability),
    Day(Day),
    Count(u32),
}

impl CellValue {
    /// A text, or nothing.
    #[must_use]
    pub fn text(it: Option<impl ToString>) -> Self {
        it.map_or(Self::Empty, |it| Self::Text(it.to_string()))
    }

    /// A day, or nothing.
    #[must_use]
    pub fn day(it: Option<Day>) -> Self {
        it.map_or(Self::Empty, Self::Day)
    }

    /// For the eye.
    #[must_use]
    pub fn format(&self, locale: Locale) -> String {
        match self {
            Self::Empty => "—".to_owned(),
            Self::Text(text) => text.clone(),
            Self::Money(amount) => amount.format(locale),
            Self::Percent(chance) => chance.format(locale),
            Self::Day(day) => day.format(locale),
            Self::Count(count) => locale.number((*count).into()),
        }
    }
}
