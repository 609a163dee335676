//! For how long is forecast.

use std::ops::RangeInclusive;

use crate::types::{Day, Month};

/// A stretch of the calendar around today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    Month,
    Quarter,
    Year,
}

impl Span {
    /// All of them, the shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// From its first to its last day.
    #[must_use]
    pub fn days(self, today: Day) -> RangeInclusive<Day> {
        match self {
            Self::Month => today.month(),
            Self::Quarter => today.quarter(),
            Self::Year => today.year(),
        }
    }

    /// The months in it.
    pub fn months(self, today: Day) -> impl Iterator<Item = Month> {
        let days = self.days(today);
        let last = *days.end();
        Month::of(*days.start())
            .onwards()
            .take_while(move |month| month.first_day() <= last)
    }
}
