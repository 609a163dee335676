//! The ladder of attempts: when something is tried again, by what came of it, and what happens when all has been tried.

use super::{Outcome, WorkingDays};
use crate::types::{Day, TimeOfDay};

/// When somebody says what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub day: Day,
    pub time: TimeOfDay,
}

/// What follows an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum After {
    /// It is tried again.
    Again { day: Day, at: Option<TimeOfDay> },
    /// All has been tried: it goes cold, and somebody may write instead of calling.
    Cold,
    /// The number is wrong: first another one has to be found.
    FindNumber,
    /// Nothing follows by itself.
    Nothing,
}

/// Working days until the next attempt, after the first, the second…
const fn waits(outcome: Outcome) -> &'static [u32] {
    match outcome {
        Outcome::NoAnswer => &[2, 5, 15],
        Outcome::Voicemail => &[1, 3, 7],
        Outcome::Busy => &[0, 1, 2],
        Outcome::NoShow => &[1, 3],
        Outcome::CallBack => &[1, 1, 1, 1, 1, 1],
        Outcome::Postponed => &[5, 5, 5],
        _ => &[],
    }
}

/// The attempt after the last one: "de 4".
#[must_use]
pub fn most(outcome: Outcome) -> u32 {
    u32::try_from(waits(outcome).len()).unwrap_or(0) + 1
}

/// A call is tried again two hours later, if that is still of this working day.
const LATER: u16 = 120;
const END_OF_DAY: u16 = 18 * 60;

/// What follows when this comes of the attempt of this number (from 1).
#[must_use]
pub fn after(outcome: Outcome, attempt: u32, now: Now, calendar: &WorkingDays) -> After {
    if outcome == Outcome::WrongNumber {
        return After::FindNumber;
    }
    let waits = waits(outcome);
    if waits.is_empty() {
        return After::Nothing;
    }
    let rung = usize::try_from(attempt.max(1) - 1).unwrap_or(usize::MAX);
    match waits.get(rung) {
        None => After::Cold,
        Some(0) => {
            let later = now.time.minutes().saturating_add(LATER);
            match TimeOfDay::from_minutes(later).filter(|_| later <= END_OF_DAY && calendar.has(now.day)) {
                Some(at) => After::Again {
                    day: now.day,
                    at: Some(at),
                },
                None => After::Again {
                    day: calendar.after(now.day, 1),
                    at: None,
                },
            }
        }
        Some(days) => After::Again {
            day: calendar.after(now.day, *days),
            at: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use strum::IntoEnumIterator;

    fn now(day: &str, time: &str) -> Now {
        Now {
            day: Day::parse_iso(day).unwrap(),
            time: TimeOfDay::parse(time).unwrap(),
        }
    }

    fn again(day: &str, at: Option<&str>) -> After {
        After::Again {
            day: Day::parse_iso(day).unwrap(),
            at: at.map(|at| TimeOfDay::parse(at).unwrap()),
        }
    }

    #[test]
    fn three_calls_without_an_answer_wait_2_5_and_15_working_days_and_then_it_is_cold() {
        let (spain, mut day) = (WorkingDays::default(), "2026-11-20");
        for (attempt, next) in [(1, "2026-11-24"), (2, "2026-12-01"), (3, "2026-12-23")] {
            let follows = after(Outcome::NoAnswer, attempt, now(day, "10:00"), &spain);
            assert_eq!(follows, again(next, None), "attempt {attempt}");
            day = next;
        }
        assert_eq!(after(Outcome::NoAnswer, 4, now(day, "10:00"), &spain), After::Cold);
        assert_eq!(most(Outcome::NoAnswer), 4);
    }

    #[test]
    fn a_busy_line_is_tried_two_hours_later_or_on_the_next_working_day() {
        let spain = WorkingDays::default();
        let busy = |day, time| after(Outcome::Busy, 1, now(day, time), &spain);
        assert_eq!(busy("2026-11-20", "10:15"), again("2026-11-20", Some("12:15")));
        assert_eq!(busy("2026-11-20", "16:30"), again("2026-11-23", None));
        assert_eq!(busy("2026-11-22", "10:00"), again("2026-11-23", None), "a Sunday");
        assert_eq!(busy("2026-11-20", "23:59"), again("2026-11-23", None));
    }

    #[test]
    fn a_wrong_number_is_not_called_again() {
        let follows = after(
            Outcome::WrongNumber,
            1,
            now("2026-11-20", "10:00"),
            &WorkingDays::default(),
        );
        assert_eq!(follows, After::FindNumber);
        let answered = after(
            Outcome::Answered,
            1,
            now("2026-11-20", "10:00"),
            &WorkingDays::default(),
        );
        assert_eq!(answered, After::Nothing);
    }

    proptest! {
        #[test]
        fn every_attempt_lies_on_a_working_day_and_every_ladder_ends(
            outcome in 0_usize..12, attempt in 1_u32..20, ahead in 0_i32..4_000, minutes in 0_u16..1_440
        ) {
            let outcome = Outcome::iter().nth(outcome).unwrap();
            let calendar = WorkingDays::with([Day::parse_iso("2026-03-19").unwrap()]);
            let now = Now {
                day: Day::parse_iso("2026-01-01").unwrap().plus_days(ahead),
                time: TimeOfDay::from_minutes(minutes).unwrap(),
            };
            match after(outcome, attempt, now, &calendar) {
                After::Again { day, at } => {
                    prop_assert!(calendar.has(day));
                    prop_assert!(day > now.day || at.is_some_and(|at| at > now.time));
                    prop_assert!(attempt < most(outcome));
                }
                After::Cold => prop_assert!(attempt >= most(outcome)),
                After::FindNumber | After::Nothing => {}
            }
        }
    }
}
