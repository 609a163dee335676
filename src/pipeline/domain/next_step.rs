//! What comes next with an opportunity, and how it stands today.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use crate::{
    timeline::domain::ActivityKind,
    types::{Day, TimeOfDay},
};

/// The next thing that somebody will do: a call, a visit, on a day and perhaps at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NextStep {
    pub kind: ActivityKind,
    pub on: Day,
    pub at: Option<TimeOfDay>,
}

/// How the next step stands, from today's point of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, EnumIter)]
#[strum(serialize_all = "snake_case")]
pub enum Upcoming {
    Overdue,
    Today,
    Planned,
    /// Nobody has said what comes next.
    Nothing,
}

impl Upcoming {
    /// As the step (or its absence) stands today. One whose hour has passed is still of today.
    #[must_use]
    pub fn of(next: Option<&NextStep>, today: Day) -> Self {
        match next {
            None => Self::Nothing,
            Some(next) if next.on < today => Self::Overdue,
            Some(next) if next.on == today => Self::Today,
            Some(_) => Self::Planned,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_overdue_from_the_day_after() {
        let today = Day::parse_iso("2026-11-22").unwrap();
        let on = |days| NextStep {
            kind: ActivityKind::Call,
            on: today.plus_days(days),
            at: TimeOfDay::parse("00:01").ok(),
        };
        assert_eq!(Upcoming::of(None, today), Upcoming::Nothing);
        assert_eq!(Upcoming::of(Some(&on(-1)), today), Upcoming::Overdue);
        assert_eq!(Upcoming::of(Some(&on(0)), today), Upcoming::Today);
        assert_eq!(Upcoming::of(Some(&on(1)), today), Upcoming::Planned);
    }
}
