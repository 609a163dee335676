//! Days, weeks and months in words.

use std::ops::RangeInclusive;

use chrono::Datelike;

use super::Label;
use crate::{
    agenda::domain::SpanKind,
    types::{Day, Locale},
};

const DAYS: [(&str, &str); 7] = [
    ("Lunes", "Monday"),
    ("Martes", "Tuesday"),
    ("Miércoles", "Wednesday"),
    ("Jueves", "Thursday"),
    ("Viernes", "Friday"),
    ("Sábado", "Saturday"),
    ("Domingo", "Sunday"),
];

const MONTHS: [(&str, &str); 12] = [
    ("enero", "January"),
    ("febrero", "February"),
    ("marzo", "March"),
    ("abril", "April"),
    ("mayo", "May"),
    ("junio", "June"),
    ("julio", "July"),
    ("agosto", "August"),
    ("septiembre", "September"),
    ("octubre", "October"),
    ("noviembre", "November"),
    ("diciembre", "December"),
];

fn month_name(locale: Locale, day: Day) -> &'static str {
    let (es, en) = MONTHS[day.date().month0() as usize];
    match locale {
        Locale::Es => es,
        Locale::En => en,
    }
}

/// "Domingo 22 de noviembre", "Sunday 22 November".
#[must_use]
pub fn long_day(locale: Locale, day: Day) -> String {
    let weekday = DAYS[day.date().weekday().num_days_from_monday() as usize];
    let (number, month) = (day.day_of_month(), month_name(locale, day));
    match locale {
        Locale::Es => format!("{} {number} de {month}", weekday.0),
        Locale::En => format!("{} {number} {month}", weekday.1),
    }
}

/// "Del 23 al 29 de noviembre", "Del 30 de noviembre al 6 de diciembre".
#[must_use]
pub fn week(locale: Locale, days: &RangeInclusive<Day>) -> String {
    let (first, last) = (*days.start(), *days.end());
    let (from, to) = (month_name(locale, first), month_name(locale, last));
    let (one, other) = (first.day_of_month(), last.day_of_month());
    match (locale, from == to) {
        (Locale::Es, true) => format!("Del {one} al {other} de {to}"),
        (Locale::Es, false) => format!("Del {one} de {from} al {other} de {to}"),
        (Locale::En, true) => format!("{one} to {other} {to}"),
        (Locale::En, false) => format!("{one} {from} to {other} {to}"),
    }
}

/// "Noviembre de 2026".
#[must_use]
pub fn month(locale: Locale, day: Day) -> String {
    let (name, year) = (month_name(locale, day), day.date().year());
    match locale {
        Locale::Es => {
            let mut letters = name.chars();
            let first: String = letters.next().map(|it| it.to_uppercase().collect()).unwrap_or_default();
            format!("{first}{} de {year}", letters.as_str())
        }
        Locale::En => format!("{name} {year}"),
    }
}

impl Label for SpanKind {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Day => ("Día", "Day"),
            Self::Week => ("Semana", "Week"),
            Self::Month => ("Mes", "Month"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_weeks_and_months_are_said_as_people_say_them() {
        let day = Day::parse_iso("2026-12-01").unwrap();
        assert_eq!(long_day(Locale::Es, day), "Martes 1 de diciembre");
        assert_eq!(week(Locale::Es, &day.week()), "Del 30 de noviembre al 6 de diciembre");
        assert_eq!(week(Locale::En, &day.plus_days(7).week()), "7 to 13 December");
        assert_eq!(month(Locale::Es, day), "Diciembre de 2026");
    }
}
