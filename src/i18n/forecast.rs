//! Sentences of the forecast.

use super::Texts;
use crate::{
    pipeline::domain::{Figures, Span},
    types::{Day, Locale, Month},
};

const SPANISH_MONTHS: [&str; 12] = [
    "Enero",
    "Febrero",
    "Marzo",
    "Abril",
    "Mayo",
    "Junio",
    "Julio",
    "Agosto",
    "Septiembre",
    "Octubre",
    "Noviembre",
    "Diciembre",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Which month of its year it is, from 0.
fn place(day: Day) -> usize {
    use chrono::Datelike;
    day.date().month0() as usize
}

/// "Noviembre"; with its year where that is not this one.
#[must_use]
pub fn month(locale: Locale, month: Month, today: Day) -> String {
    let day = month.first_day();
    let name = match locale {
        Locale::Es => SPANISH_MONTHS[place(day)],
        Locale::En => ENGLISH_MONTHS[place(day)],
    };
    if day.year() == today.year() {
        name.to_owned()
    } else {
        format!("{name} {}", year(day))
    }
}

/// "Noviembre", "4.º trimestre", "2026".
#[must_use]
pub fn span(locale: Locale, span: Span, today: Day) -> String {
    match (span, locale) {
        (Span::Month, _) => month(locale, Month::of(today), today),
        (Span::Quarter, Locale::Es) => match place(today) / 3 + 1 {
            // The ordinal is cut before a noun (Nueva gramática, RAE).
            quarter @ (1 | 3) => format!("{quarter}.er trimestre"),
            quarter => format!("{quarter}.º trimestre"),
        },
        (Span::Quarter, Locale::En) => format!("Quarter {}", place(today) / 3 + 1),
        (Span::Year, _) => year(today),
    }
}

pub fn year(day: Day) -> String {
    use chrono::Datelike;
    day.date().year().to_string()
}

/// What the bar shows, for whoever does not see it.
#[must_use]
pub fn bar(locale: Locale, figures: &Figures) -> String {
    let (won, weighted) = (figures.won.format(locale), figures.weighted.format(locale));
    match (locale, figures.percents()) {
        (Locale::Es, Some((won, all))) => format!("Ganado, el {won} % del objetivo; con lo ponderado, el {all} %"),
        (Locale::En, Some((won, all))) => format!("Won, {won}% of the target; with the weighted, {all}%"),
        (Locale::Es, None) => format!("Ganado, {won}; ponderado, {weighted}"),
        (Locale::En, None) => format!("Won, {won}; weighted, {weighted}"),
    }
}

/// "2 de 3 meses": how many months the objective of a quarter or year is the sum of.
#[must_use]
pub fn months_of(locale: Locale, with: u8, of: usize) -> String {
    match locale {
        Locale::Es => format!("{with} de {of} meses"),
        Locale::En => format!("{with} of {of} months"),
    }
}

/// "61 cierres".
#[must_use]
pub fn closings(locale: Locale, count: u32) -> String {
    let number = locale.number(count.into());
    match (locale, count) {
        (Locale::Es, 1) => "1 cierre".to_owned(),
        (Locale::Es, _) => format!("{number} cierres"),
        (Locale::En, 1) => "1 closing".to_owned(),
        (Locale::En, _) => format!("{number} closings"),
    }
}

/// "historia insuficiente (7 cierres)".
#[must_use]
pub fn short(locale: Locale, count: u32) -> String {
    format!("{} ({})", Texts::of(locale).history_short, closings(locale, count))
}

/// In which stage too few have ended, and how many are enough.
#[must_use]
pub fn short_of(locale: Locale, stage: &str, enough: u32) -> String {
    match locale {
        Locale::Es => format!("{stage}: hacen falta {enough} cierres"),
        Locale::En => format!("{stage}: {enough} closings are needed"),
    }
}

/// "Compromiso de Raúl Ferrándiz".
#[must_use]
pub fn commitment_of(locale: Locale, name: &str) -> String {
    match locale {
        Locale::Es => format!("Compromiso de {name}"),
        Locale::En => format!("Commitment of {name}"),
    }
}
