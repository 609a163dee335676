//! Working days: nobody of the demo visits a client on a Sunday.

use chrono::{Datelike, NaiveTime, TimeDelta};

use super::dice::Dice;
use crate::types::{Day, Invalid, Moment, TimeZone};

/// A day from Monday to Friday, counted so that the next working day is one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Workday(i32);

fn monday_based(day: Day) -> i32 {
    // The first of January of the year 1 was a Monday.
    day.date().num_days_from_ce() - 1
}

impl Workday {
    /// The day itself, or the Friday before.
    pub fn of(day: Day) -> Self {
        let days = monday_based(day);
        Self(days.div_euclid(7) * 5 + days.rem_euclid(7).min(4))
    }

    /// The day of the calendar.
    pub fn day(self) -> Day {
        let days = self.0.div_euclid(5) * 7 + self.0.rem_euclid(5);
        Day::FIRST.plus_days(days - monday_based(Day::FIRST))
    }

    /// So many working days later, or earlier if negative.
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// Working days from `earlier` to this one.
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// An instant of the day, so many seconds after local midnight.
    ///
    /// # Errors
    /// Outside the years that a moment can be in.
    pub fn at(self, seconds: i64) -> Result<Moment, Invalid> {
        let local = self.day().date().and_time(NaiveTime::MIN) + TimeDelta::seconds(seconds);
        let moment = Moment::from_millis(local.and_utc().timestamp_millis())?;
        Ok(moment.minus(TimeZone::default().offset(moment)))
    }

    /// Some instant of so many minutes from a full hour on.
    ///
    /// # Errors
    /// As [`Workday::at`].
    pub fn some(self, hour: i64, minutes: i32, dice: &mut Dice) -> Result<Moment, Invalid> {
        self.at(hour * 3600 + i64::from(dice.between(0, minutes * 60 - 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_days_skip_the_weekend_and_come_back() {
        let friday = Day::new(2026, 11, 20).unwrap();
        let monday = Day::new(2026, 11, 23).unwrap();
        assert_eq!(Workday::of(friday).day(), friday);
        assert_eq!(Workday::of(friday.plus_days(1)).day(), friday);
        assert_eq!(Workday::of(friday).plus(1).day(), monday);
        assert_eq!(Workday::of(monday).since(Workday::of(friday)), 1);
    }

    #[test]
    fn hours_are_those_of_the_peninsula() {
        let mut dice = Dice::new(1, 1);
        let august = Workday::of(Day::new(2026, 8, 3).unwrap());
        let moment = august.some(9, 120, &mut dice).unwrap();
        let time = moment.local_time(TimeZone::default());
        assert!(("09:00".."11:00").contains(&time.as_str()), "{time} is not morning");
    }
}
