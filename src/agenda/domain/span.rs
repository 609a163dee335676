//! Which days of the agenda are looked at, and whose.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use crate::types::{Day, UserId};

/// How many days at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SpanKind {
    Day,
    #[default]
    Week,
    Month,
}

/// The days around one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub kind: SpanKind,
    pub on: Day,
}

/// Whose agenda it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    #[default]
    Mine,
    Team,
    Of(UserId),
}

impl Span {
    /// The days that are shown, from a Monday on; a month is whole weeks.
    #[must_use]
    pub fn days(self) -> RangeInclusive<Day> {
        match self.kind {
            SpanKind::Day => self.on..=self.on,
            SpanKind::Week => self.on.week(),
            SpanKind::Month => {
                let month = self.on.month();
                *month.start().week().start()..=*month.end().week().end()
            }
        }
    }

    /// Each of them.
    pub fn each(self) -> impl Iterator<Item = Day> {
        let days = self.days();
        let count = days.end().days_since(*days.start()) + 1;
        (0..count).map(move |n| days.start().plus_days(n))
    }

    /// Whether a day is in it, and not only of the weeks around it.
    #[must_use]
    pub fn has(self, day: Day) -> bool {
        match self.kind {
            SpanKind::Day | SpanKind::Week => self.days().contains(&day),
            SpanKind::Month => self.on.month().contains(&day),
        }
    }

    /// The one before.
    #[must_use]
    pub fn before(self) -> Self {
        let on = match self.kind {
            SpanKind::Day => self.on.plus_days(-1),
            SpanKind::Week => self.on.plus_days(-7),
            SpanKind::Month => *self.on.month().start().plus_days(-1).month().start(),
        };
        Self { on, ..self }
    }

    /// The one after.
    #[must_use]
    pub fn after(self) -> Self {
        let on = match self.kind {
            SpanKind::Day => self.on.plus_days(1),
            SpanKind::Week => self.on.plus_days(7),
            SpanKind::Month => self.on.month().end().plus_days(1),
        };
        Self { on, ..self }
    }

    /// The page that shows it.
    #[must_use]
    pub fn address(self, whose: Calendar) -> String {
        let who = match whose {
            Calendar::Mine => String::new(),
            Calendar::Team => "&who=team".to_owned(),
            Calendar::Of(user) => format!("&who={user}"),
        };
        format!("/agenda?view={}&on={}{who}", self.kind.as_ref(), self.on)
    }
}

impl Calendar {
    /// As the address says it; one's own when it says nothing that is known.
    #[must_use]
    pub fn read(text: &str) -> Self {
        match text {
            "team" => Self::Team,
            text => UserId::parse(text).map_or(Self::Mine, Self::Of),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn a_month_is_whole_weeks_from_a_monday_on() {
        let november = Span {
            kind: SpanKind::Month,
            on: day("2026-11-23"),
        };
        assert_eq!(november.days(), day("2026-10-26")..=day("2026-12-06"));
        assert_eq!(november.each().count(), 42);
        assert!(november.has(day("2026-11-01")) && !november.has(day("2026-10-31")));
        assert_eq!(november.before().on, day("2026-10-01"));
        assert_eq!(november.after().on, day("2026-12-01"));
        let february = Span {
            on: day("2027-02-01"),
            ..november
        };
        assert_eq!(february.each().count(), 28);
    }

    #[test]
    fn one_goes_on_and_comes_back_to_the_same_days() {
        for kind in [SpanKind::Day, SpanKind::Week, SpanKind::Month] {
            for on in ["2026-01-31", "2026-03-29", "2026-12-31", "2028-02-29"] {
                let span = Span { kind, on: day(on) };
                assert_eq!(span.after().before().days(), span.days(), "{kind:?} {on}");
                assert!(span.days().contains(&span.on));
            }
        }
    }
}
