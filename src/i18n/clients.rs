//! Sentences of the client's page.

use super::Label;
use crate::{
    clients::domain::Lifecycle,
    timeline::domain::ActivityKind,
    types::{Day, Locale, LongText, Moment, ShortText, TimeZone},
};

/// With whom it was, after the kind of what was done.
#[must_use]
pub fn with_whom(locale: Locale, with: &ShortText) -> String {
    match locale {
        Locale::Es => format!("con {with}"),
        Locale::En => format!("with {with}"),
    }
}

/// That it was written down later than it happened.
#[must_use]
pub fn written_after(locale: Locale, on: Day, days: i32) -> String {
    let day = on.format(locale);
    match locale {
        Locale::Es => format!("anotado el {day}, {days} días después"),
        Locale::En => format!("written down on {day}, {days} days later"),
    }
}

/// That what somebody wrote down says otherwise since a day.
#[must_use]
pub fn corrected_on(locale: Locale, on: Day) -> String {
    let day = on.format(locale);
    match locale {
        Locale::Es => format!("corregido el {day}"),
        Locale::En => format!("corrected on {day}"),
    }
}

/// That a report was taken out.
#[must_use]
pub fn report_removed(locale: Locale, activity: ActivityKind) -> String {
    let kind = activity.label(locale).to_lowercase();
    match locale {
        Locale::Es => format!("Aquí había un informe ({kind}) que se retiró."),
        Locale::En => format!("A report was here ({kind}) and was taken out."),
    }
}

/// Until when a report said something else, and who made it say otherwise.
#[must_use]
pub fn said_until(locale: Locale, until: Moment, by: Option<&ShortText>) -> String {
    let zone = TimeZone::default();
    let (day, time) = (until.local_day(zone).format(locale), until.local_time(zone));
    match (locale, by) {
        (Locale::Es, Some(by)) => format!("Hasta el {day} a las {time}, cuando lo cambió {by}"),
        (Locale::Es, None) => format!("Hasta el {day} a las {time}"),
        (Locale::En, Some(by)) => format!("Until {day} at {time}, when {by} changed it"),
        (Locale::En, None) => format!("Until {day} at {time}"),
    }
}

/// That nobody will read these letters in a year.
#[must_use]
pub fn unread(locale: Locale, words: &[&str]) -> String {
    let words = quoted(words);
    match locale {
        Locale::Es => format!("Dentro de un año nadie entenderá {words}."),
        Locale::En => format!("In a year nobody will understand {words}."),
    }
}

/// That these words are not for a client's page.
#[must_use]
pub fn insulting(locale: Locale, words: &[&str]) -> String {
    let words = quoted(words);
    match locale {
        Locale::Es => format!("{words} no se lo dirías a la cara, y puede pedir leerlo: cuenta qué pasó."),
        Locale::En => {
            format!("{words}: you would not say it to their face, and they may ask to read it. Say what happened.")
        }
    }
}

/// How often a client buys.
#[must_use]
pub fn rhythm(locale: Locale, days: i32) -> String {
    let (months, weeks) = ((days + 15) / 30, (days + 3) / 7);
    match (locale, months, weeks) {
        (Locale::Es, 2.., _) => format!("compra cada {months} meses"),
        (Locale::Es, 1, _) => "compra cada mes".to_owned(),
        (Locale::Es, _, 2..) => format!("compra cada {weeks} semanas"),
        (Locale::Es, ..) => "compra cada semana".to_owned(),
        (Locale::En, 2.., _) => format!("buys every {months} months"),
        (Locale::En, 1, _) => "buys every month".to_owned(),
        (Locale::En, _, 2..) => format!("buys every {weeks} weeks"),
        (Locale::En, ..) => "buys every week".to_owned(),
    }
}

/// Words in quotes, one after the other.
fn quoted(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("«{word}»"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// That the firm stands otherwise with us.
#[must_use]
pub fn lifecycle_moved(locale: Locale, from: Lifecycle, to: Lifecycle) -> String {
    let (from, to) = (from.label(locale), to.label(locale));
    match locale {
        Locale::Es => format!("Pasó de {from} a {to}."),
        Locale::En => format!("It went from {from} to {to}."),
    }
}

/// What management asked of everybody; none when it was taken back.
#[must_use]
pub fn instructed(locale: Locale, text: Option<&LongText>) -> String {
    match (locale, text) {
        (Locale::Es, Some(text)) => format!("Indicación: {text}"),
        (Locale::En, Some(text)) => format!("Instruction: {text}"),
        (Locale::Es, None) => "Se retiró la indicación.".to_owned(),
        (Locale::En, None) => "The instruction was taken back.".to_owned(),
    }
}

/// That somebody was written down in the account.
#[must_use]
pub fn person_joined(locale: Locale, name: &ShortText, role: Option<&ShortText>) -> String {
    let role = role.map(|role| format!(" ({role})")).unwrap_or_default();
    match locale {
        Locale::Es => format!("Nueva persona: {name}{role}."),
        Locale::En => format!("New person: {name}{role}."),
    }
}

/// That somebody is there no more.
#[must_use]
pub fn person_left(locale: Locale, name: &ShortText) -> String {
    match locale {
        Locale::Es => format!("{name} ya no está en la empresa."),
        Locale::En => format!("{name} is there no more."),
    }
}

/// When a customer is inactive.
#[must_use]
pub fn inactive_after(locale: Locale, days: u16) -> String {
    match locale {
        Locale::Es => format!("tras {days} días sin compra"),
        Locale::En => format!("after {days} days without buying"),
    }
}

/// Whose page is edited.
#[must_use]
pub fn edits(locale: Locale, name: &ShortText) -> String {
    match locale {
        Locale::Es => format!("Editar {name}"),
        Locale::En => format!("Edit {name}"),
    }
}
