//! Days of the calendar.

use super::{Invalid, Locale};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// A day of the Gregorian calendar, without hour or zone, in the years 1000 to 9999 (those of four digits). Its wire
/// form and `Display` are ISO 8601, `2026-11-25`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(NaiveDate);

const SPANISH_WEEKDAYS: [&str; 7] = ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"];
const ENGLISH_WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl Day {
    /// The first of January of the year 1000.
    pub const FIRST: Self = Self(bound(1000, 1, 1, NaiveDate::MIN));
    /// The last of December of the year 9999.
    pub const LAST: Self = Self(bound(9999, 12, 31, NaiveDate::MAX));

    /// The day of this year, month (1 to 12) and day of the month; [`Invalid::DayImpossible`] if there is none.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, Invalid> {
        NaiveDate::from_ymd_opt(year, month, day)
            .map(Self)
            .filter(|day| (Self::FIRST..=Self::LAST).contains(day))
            .ok_or(Invalid::DayImpossible)
    }

    /// Reads `25/11/2026`, `5/1/2026`, the same with hyphens or dots, or ISO `2026-11-25`. The year has four digits:
    /// two would leave the century to chance. Errors: [`Invalid::Empty`], [`Invalid::DayFormat`],
    /// [`Invalid::DayImpossible`].
    pub fn parse_es(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let mark = text
            .chars()
            .find(|c| matches!(c, '/' | '-' | '.'))
            .ok_or(Invalid::DayFormat)?;
        let fields: Vec<&str> = text.split(mark).collect();
        match fields[..] {
            [year, ..] if mark == '-' && year.len() == 4 => Self::parse_iso(text),
            [day, month, year] => Self::from_fields(year, month, day),
            _ => Err(Invalid::DayFormat),
        }
    }

    /// Reads `2026-11-25` and nothing else. Errors: [`Invalid::DayFormat`], [`Invalid::DayImpossible`].
    pub fn parse_iso(text: &str) -> Result<Self, Invalid> {
        let fields: Vec<&str> = text.split('-').collect();
        match fields[..] {
            [year, month, day] if month.len() == 2 && day.len() == 2 => Self::from_fields(year, month, day),
            _ => Err(Invalid::DayFormat),
        }
    }

    fn from_fields(year: &str, month: &str, day: &str) -> Result<Self, Invalid> {
        let number = |field: &str, digits: RangeInclusive<usize>| {
            let plain = field.bytes().all(|b| b.is_ascii_digit());
            let number = field.parse::<u16>().ok();
            number
                .filter(|_| plain && digits.contains(&field.len()))
                .ok_or(Invalid::DayFormat)
        };
        let (year, month, day) = (number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?);
        Self::new(year.into(), month.into(), day.into())
    }

    /// The day of this date, or the nearest of those that a `Day` can be.
    pub(super) fn nearest(date: NaiveDate) -> Self {
        Self(date).clamp(Self::FIRST, Self::LAST)
    }

    /// The date within.
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// `25/11/2026`, in both languages.
    pub fn format(self, locale: Locale) -> String {
        match locale {
            Locale::Es | Locale::En => {
                format!("{:02}/{:02}/{:04}", self.0.day(), self.0.month(), self.0.year())
            }
        }
    }

    /// `mié` or `Wed`.
    pub fn weekday(self, locale: Locale) -> &'static str {
        let names = match locale {
            Locale::Es => SPANISH_WEEKDAYS,
            Locale::En => ENGLISH_WEEKDAYS,
        };
        names[self.0.weekday().num_days_from_monday() as usize]
    }

    /// From 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// `mié 25/11` or `Wed 25/11`; with its year where that is not this one, `lun 22/02/2027`.
    pub fn short_weekday_day(self, locale: Locale, today: Self) -> String {
        let name = self.weekday(locale);
        if self.0.year() == today.0.year() {
            format!("{name} {:02}/{:02}", self.0.day(), self.0.month())
        } else {
            format!("{name} {}", self.format(locale))
        }
    }

    /// `25/11`; with its year where that is not this one, `22/02/27`.
    pub fn short(self, today: Self) -> String {
        let year = if self.0.year() == today.0.year() {
            String::new()
        } else {
            format!("/{:02}", self.0.year() % 100)
        };
        format!("{:02}/{:02}{year}", self.0.day(), self.0.month())
    }

    /// So many days later, or earlier if negative; it stops at [`Day::FIRST`] and [`Day::LAST`].
    pub fn plus_days(self, days: i32) -> Self {
        let distance = Days::new(days.unsigned_abs().into());
        let moved = if days < 0 {
            self.0.checked_sub_days(distance).unwrap_or(NaiveDate::MIN)
        } else {
            self.0.checked_add_days(distance).unwrap_or(NaiveDate::MAX)
        };
        Self::nearest(moved)
    }

    /// Days from `earlier` to this one; negative if it is later.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.num_days_from_ce() - earlier.0.num_days_from_ce()
    }

    /// The same day of the next month, or the last of that month if it is shorter.
    pub fn add_month(self) -> Self {
        let moved = self.0.checked_add_months(Months::new(1));
        Self::nearest(moved.unwrap_or(NaiveDate::MAX))
    }

    /// From the Monday to the Sunday around this day.
    pub fn week(self) -> RangeInclusive<Self> {
        let week = self.0.week(chrono::Weekday::Mon);
        Self::nearest(week.first_day())..=Self::nearest(week.last_day())
    }

    /// From the first to the last day of this day's month.
    pub fn month(self) -> RangeInclusive<Self> {
        self.months_around(1)
    }

    /// From the first to the last day of this day's calendar quarter.
    pub fn quarter(self) -> RangeInclusive<Self> {
        self.months_around(3)
    }

    /// From the first of January to the last of December around this day.
    pub fn year(self) -> RangeInclusive<Self> {
        self.months_around(12)
    }

    fn months_around(self, length: u32) -> RangeInclusive<Self> {
        let month = self.0.month0() / length * length;
        // The first of a month exists always, so the fallback, the day itself, is never taken.
        let first = self
            .0
            .with_day(1)
            .and_then(|date| date.with_month0(month))
            .unwrap_or(self.0);
        let next = first.checked_add_months(Months::new(length));
        let last = next.and_then(|date| date.pred_opt()).unwrap_or(self.0);
        Self::nearest(first)..=Self::nearest(last)
    }
}

// `Option::unwrap` is not an option in a constant that must not panic; the dates above exist.
const fn bound(year: i32, month: u32, day: u32, otherwise: NaiveDate) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => otherwise,
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<String> for Day {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse_iso(&text)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}
