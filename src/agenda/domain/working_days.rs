//! The days on which one calls: no weekends, no holidays.

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};

use crate::types::Day;

/// Holidays of the whole of Spain with a fixed date (month, day); Good Friday goes with Easter.
const FIXED: [(u32, u32); 9] = [
    (1, 1),
    (1, 6),
    (5, 1),
    (8, 15),
    (10, 12),
    (11, 1),
    (12, 6),
    (12, 8),
    (12, 25),
];

/// The calendar of a zone: the national holidays and its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkingDays {
    own: BTreeSet<Day>,
}

impl WorkingDays {
    /// With the holidays of the zone.
    #[must_use]
    pub fn with(own: impl IntoIterator<Item = Day>) -> Self {
        Self {
            own: own.into_iter().collect(),
        }
    }

    /// The national holidays of the year of a day, in order.
    #[must_use]
    pub fn national(of: Day) -> Vec<Day> {
        let year = of.date().year();
        let fixed = FIXED.iter().filter_map(|&(month, day)| Day::new(year, month, day).ok());
        let mut days: Vec<Day> = fixed.chain(good_friday(year)).collect();
        days.sort_unstable();
        days
    }

    /// Whether one works on it.
    #[must_use]
    pub fn has(&self, day: Day) -> bool {
        let date = day.date();
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let fixed = FIXED.contains(&(date.month(), date.day()));
        !weekend && !fixed && !self.own.contains(&day) && good_friday(date.year()) != Some(day)
    }

    /// So many working days after a day; after none, the day itself or the first working day that follows it.
    #[must_use]
    pub fn after(&self, day: Day, count: u32) -> Day {
        let (mut day, mut left) = (day, count);
        while left > 0 || !self.has(day) {
            if day == Day::LAST {
                return day;
            }
            day = day.plus_days(1);
            if left > 0 && self.has(day) {
                left -= 1;
            }
        }
        day
    }
}

/// Two days before Easter, by the Gregorian computus as Meeus writes it (Astronomical Algorithms, 1991, chapter 8).
fn good_friday(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let (month, day) = (u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?);
    Day::new(year, month, day).ok().map(|easter| easter.plus_days(-2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn national_holidays_stand_in_their_order() {
        let days = WorkingDays::national(day("2026-11-23"));
        assert_eq!(days.len(), 10);
        assert_eq!((days[0], days[2]), (day("2026-01-01"), day("2026-04-03")));
        assert!(days.iter().all(|it| !WorkingDays::default().has(*it)));
    }

    #[test]
    fn good_friday_is_where_the_calendar_has_it() {
        for (year, friday) in [
            (2024, "2024-03-29"),
            (2025, "2025-04-18"),
            (2026, "2026-04-03"),
            (2027, "2027-03-26"),
            (2038, "2038-04-23"),
        ] {
            assert_eq!(good_friday(year), Some(day(friday)));
        }
    }

    #[test]
    fn weekends_holidays_and_month_ends_are_passed_over() {
        let spain = WorkingDays::default();
        for (from, count, to) in [
            ("2026-11-20", 2, "2026-11-24"),
            ("2026-11-30", 1, "2026-12-01"),
            ("2026-12-04", 1, "2026-12-07"),
            ("2026-12-07", 1, "2026-12-09"),
            ("2026-12-24", 1, "2026-12-28"),
            ("2026-12-31", 1, "2027-01-04"),
            ("2026-04-02", 1, "2026-04-06"),
            ("2028-02-28", 1, "2028-02-29"),
            ("2026-11-21", 0, "2026-11-23"),
            ("2026-11-20", 0, "2026-11-20"),
        ] {
            assert_eq!(spain.after(day(from), count), day(to), "{count} after {from}");
        }
        // Saint Joseph is a holiday in Valencia and not in Madrid.
        let valencia = WorkingDays::with([day("2026-03-19")]);
        assert_eq!(valencia.after(day("2026-03-18"), 1), day("2026-03-20"));
        assert_eq!(spain.after(day("2026-03-18"), 1), day("2026-03-19"));
    }

    proptest! {
        #[test]
        fn it_is_a_working_day_and_exactly_so_many_lie_between(
            from in 0_i32..20_000, count in 0_u32..40, own in proptest::collection::btree_set(0_i32..20_100, 0..30)
        ) {
            let start = day("1990-01-01");
            let calendar = WorkingDays::with(own.into_iter().map(|it| start.plus_days(it)));
            let from = start.plus_days(from);
            let to = calendar.after(from, count);
            prop_assert!(calendar.has(to));
            let mut worked = 0;
            let mut at = from;
            while at < to {
                at = at.plus_days(1);
                worked += u32::from(calendar.has(at));
            }
            let first = u32::from(count == 0 && to != from);
            prop_assert_eq!(worked, count + first);
            // From a day off, none and one lead to the same day.
            prop_assert!(first == 1 || calendar.after(from, count + 1) > to);
        }
    }
}
