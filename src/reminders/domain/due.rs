//! When somebody is reminded of something.

use chrono::TimeDelta;

use super::ReminderChoice;
use crate::{
    agenda::domain::Activity,
    types::{Day, Moment, TimeOfDay},
};

/// What was to be told so long ago is told no more.
pub const BACK: TimeDelta = TimeDelta::days(1);
/// Nothing is told earlier than this before it.
pub const AHEAD: TimeDelta = TimeDelta::hours(1);

/// When somebody is to be told of what is planned so, by their own clock: before its hour, or in the morning of its day. Never, where
/// they do not want to be.
#[must_use]
pub fn due(day: Day, at: Option<TimeOfDay>, choice: &ReminderChoice) -> Option<Moment> {
    let before = TimeDelta::minutes(choice.before?.into());
    Some(match at {
        Some(at) => Moment::local(day, at, choice.clock).minus(before),
        None => Moment::local(day, choice.morning, choice.clock),
    })
}

/// When it was to be told, if that is now or was today and is still of use. Whoever has just planned it by themselves, at `touched`,
/// needs no reminder: of what has an hour, once that is past; of what has a day only, once that day has begun.
#[must_use]
pub fn due_now(it: &Activity, touched: Option<Moment>, choice: &ReminderChoice, now: Moment) -> Option<Moment> {
    let due = due(it.day, it.at, choice)?;
    let last = it.at.map_or(due, |at| Moment::local(it.day, at, choice.clock));
    (due <= now && due > now.minus(BACK) && touched.is_none_or(|at| at <= last)).then_some(due)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::types::{TimeZone, UserId};

    fn choice(clock: TimeZone, before: Option<u32>) -> ReminderChoice {
        ReminderChoice {
            clock,
            before,
            ..ReminderChoice::usual(UserId::fresh())
        }
    }

    fn told(day: &str, at: Option<&str>, choice: &ReminderChoice) -> Option<String> {
        let at = at.map(|at| TimeOfDay::parse(at).unwrap());
        due(Day::parse_iso(day).unwrap(), at, choice).map(|due| due.to_string())
    }

    #[test]
    fn each_is_told_by_their_own_clock() {
        let (madrid, islands) = (
            choice(TimeZone::Peninsula, Some(15)),
            choice(TimeZone::Canary, Some(15)),
        );
        for (day, at, in_madrid, in_the_islands) in [
            ("2026-11-23", Some("15:00"), "2026-11-23T13:45", "2026-11-23T14:45"),
            ("2026-07-01", Some("15:00"), "2026-07-01T12:45", "2026-07-01T13:45"),
            ("2026-11-23", None, "2026-11-23T08:00", "2026-11-23T09:00"),
            ("2026-07-01", None, "2026-07-01T07:00", "2026-07-01T08:00"),
            // The quarter of an hour before midnight is of the day before.
            ("2026-11-23", Some("00:05"), "2026-11-22T22:50", "2026-11-22T23:50"),
        ] {
            assert_eq!(told(day, at, &madrid), Some(format!("{in_madrid}:00.000Z")));
            assert_eq!(told(day, at, &islands), Some(format!("{in_the_islands}:00.000Z")));
        }
        assert_eq!(told("2026-11-23", Some("15:00"), &choice(TimeZone::Canary, None)), None);
        assert_eq!(told("2026-11-23", None, &choice(TimeZone::Canary, None)), None);
    }

    #[test]
    fn in_the_nights_of_the_change_an_hour_is_what_the_clock_shows_first() {
        let at_once = |clock| choice(clock, Some(0));
        for (clock, day, at, instant) in [
            (TimeZone::Peninsula, "2026-03-29", "01:59", "2026-03-29T00:59"),
            // There is no 02:30 that night.
            (TimeZone::Peninsula, "2026-03-29", "02:30", "2026-03-29T01:30"),
            (TimeZone::Peninsula, "2026-03-29", "03:00", "2026-03-29T01:00"),
            (TimeZone::Canary, "2026-03-29", "01:30", "2026-03-29T01:30"),
            (TimeZone::Canary, "2026-03-29", "02:00", "2026-03-29T01:00"),
            // And two that night.
            (TimeZone::Peninsula, "2026-10-25", "02:30", "2026-10-25T00:30"),
            (TimeZone::Peninsula, "2026-10-25", "03:00", "2026-10-25T02:00"),
            (TimeZone::Canary, "2026-10-25", "01:30", "2026-10-25T00:30"),
            (TimeZone::Canary, "2026-10-25", "02:00", "2026-10-25T02:00"),
            (TimeZone::Canary, "2026-10-25", "00:15", "2026-10-24T23:15"),
        ] {
            let said = told(day, Some(at), &at_once(clock));
            assert_eq!(said, Some(format!("{instant}:00.000Z")), "{clock} {day} {at}");
        }
        // A quarter of an hour is one, whatever the clocks do meanwhile.
        let quarter = choice(TimeZone::Peninsula, Some(15));
        assert_eq!(
            told("2026-03-29", Some("03:05"), &quarter).as_deref(),
            Some("2026-03-29T00:50:00.000Z")
        );
        // And the day begins at nine.
        let said = told("2026-03-29", None, &quarter);
        assert_eq!(said.as_deref(), Some("2026-03-29T07:00:00.000Z"));
        let said = told("2026-10-25", None, &quarter);
        assert_eq!(said.as_deref(), Some("2026-10-25T08:00:00.000Z"));
    }

    proptest! {
        #[test]
        fn the_clock_of_the_person_shows_that_hour(
            days in 0_i32..40_000, minutes in 0_u16..1_440, is_canary: bool, before in prop::sample::select(&super::super::BEFORE[..])
        ) {
            let zone = if is_canary { TimeZone::Canary } else { TimeZone::Peninsula };
            let (day, at) = (Day::parse_iso("1996-01-01").unwrap().plus_days(days), TimeOfDay::from_minutes(minutes).unwrap());
            let due = due(day, Some(at), &choice(zone, Some(before))).unwrap();
            let begins = due.minus(-TimeDelta::minutes(before.into()));
            let shown = (begins.local_day(zone), begins.local_time(zone));
            // But in the hour that there is not: then it is an hour later.
            let later = begins.minus(TimeDelta::hours(1));
            let is_passed_over = zone.offset(later) < zone.offset(begins) && shown.1 != at.to_string();
            prop_assert!(shown == (day, at.to_string()) || is_passed_over, "{day} {at} {shown:?}");
        }
    }
}
