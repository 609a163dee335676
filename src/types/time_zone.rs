//! The two clocks of Spain.

use super::{Day, Moment};
use chrono::{Datelike, TimeDelta};
use serde::{Deserialize, Serialize};

/// A time zone of Spain.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::Display,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum TimeZone {
    /// The peninsula, the Balearic Islands, Ceuta and Melilla: UTC+1, in summer UTC+2.
    #[default]
    Peninsula,
    /// The Canary Islands: UTC, in summer UTC+1.
    Canary,
}

impl TimeZone {
    /// What to add to UTC at this instant.
    ///
    /// Summer time runs from 01:00 UTC of the last Sunday of March to 01:00 UTC of the last Sunday of October
    /// (Directive 2000/84/EC, arts. 2 and 3). The rule is applied to every year, also those before it.
    pub fn offset(self, moment: Moment) -> TimeDelta {
        if is_summer(moment) {
            self.standard() + TimeDelta::hours(1)
        } else {
            self.standard()
        }
    }

    /// The same in winter.
    pub(super) fn standard(self) -> TimeDelta {
        match self {
            Self::Peninsula => TimeDelta::hours(1),
            Self::Canary => TimeDelta::zero(),
        }
    }
}

fn is_summer(moment: Moment) -> bool {
    // An hour earlier, the change falls on midnight, and days are enough to compare.
    let day = Day::nearest((moment.instant() - TimeDelta::hours(1)).date_naive());
    match day.date().month() {
        4..=9 => true,
        3 => day >= last_sunday_of_month(day),
        10 => day < last_sunday_of_month(day),
        _ => false,
    }
}

fn last_sunday_of_month(day: Day) -> Day {
    let month = day.month();
    let last = month.end();
    let days_after_sunday = last.date().weekday().num_days_from_sunday();
    // At most six, so the conversion always succeeds.
    last.plus_days(-i32::try_from(days_after_sunday).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_change_at_the_same_instant_in_both_zones() {
        for (instant, peninsula, canary) in [
            ("2026-03-29T00:59:59.999Z", "01:59", "00:59"),
            ("2026-03-29T01:00:00Z", "03:00", "02:00"),
            ("2026-10-25T00:59:59.999Z", "02:59", "01:59"),
            ("2026-10-25T01:00:00Z", "02:00", "01:00"),
            ("2024-03-31T00:59:00Z", "01:59", "00:59"),
            ("2024-03-31T01:00:00Z", "03:00", "02:00"),
            ("2027-10-31T00:59:00Z", "02:59", "01:59"),
            ("2027-10-31T01:00:00Z", "02:00", "01:00"),
            ("2026-03-31T12:00:00Z", "14:00", "13:00"),
            ("2026-10-31T12:00:00Z", "13:00", "12:00"),
            ("2026-07-01T14:00:00Z", "16:00", "15:00"),
            ("2026-01-01T15:00:00Z", "16:00", "15:00"),
        ] {
            let moment = Moment::parse(instant).unwrap();
            assert_eq!(moment.local_time(TimeZone::Peninsula), peninsula, "{instant}");
            assert_eq!(moment.local_time(TimeZone::Canary), canary, "{instant}");
        }
    }

    #[test]
    fn midnight_comes_later_to_the_islands() {
        let moment = Moment::parse("2026-12-31T23:30:00Z").unwrap();
        assert_eq!(moment.local_day(TimeZone::Peninsula), Day::new(2027, 1, 1).unwrap());
        assert_eq!(moment.local_day(TimeZone::Canary), Day::new(2026, 12, 31).unwrap());
    }

    #[test]
    fn the_change_is_always_on_the_last_sunday() {
        for (year, march, october) in [
            (2025, 30, 26),
            (2026, 29, 25),
            (2027, 28, 31),
            (2028, 26, 29),
            (2030, 31, 27),
        ] {
            for (month, sunday) in [(3, march), (10, october)] {
                let first = Day::new(year, month, 1).unwrap();
                assert_eq!(last_sunday_of_month(first), Day::new(year, month, sunday).unwrap());
            }
        }
    }
}
