//! Months of the calendar.

use serde::{Deserialize, Serialize};

use super::{Day, Invalid};

/// A month of a year, written as its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Day", into = "Day")]
pub struct Month(Day);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Self(*day.month().start())
    }

    /// Reads a day of it, `2026-11-01`. Errors: those of [`Day::parse_iso`].
    pub fn parse_iso(text: &str) -> Result<Self, Invalid> {
        Day::parse_iso(text).map(Self::of)
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Day {
        self.0
    }

    /// This one and those after it.
    pub fn onwards(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |month| Some(Self::of(month.0.add_month())))
    }
}

impl From<Day> for Month {
    fn from(day: Day) -> Self {
        Self::of(day)
    }
}

impl From<Month> for Day {
    fn from(month: Month) -> Self {
        month.0
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_of_its_month_and_months_follow_each_other() {
        let november = Month::parse_iso("2026-11-22").unwrap();
        assert_eq!(november.to_string(), "2026-11-01");
        let next: Vec<String> = november.onwards().take(3).map(|it| it.to_string()).collect();
        assert_eq!(next, ["2026-11-01", "2026-12-01", "2027-01-01"]);
        let json = serde_json::to_string(&november).unwrap();
        assert_eq!(serde_json::from_str::<Month>(&json).unwrap(), november);
    }
}
