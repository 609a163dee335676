//! What is said of reminders.

use super::{Label, agenda, catalogue::catalogue};
use crate::{
    reminders::domain::Reminded,
    types::{Day, Locale, Moment, TimeZone},
};

catalogue! {
    ReminderTexts: "The texts of the reminders, in one language.";

    open: "Abrir" | "Open",
    seen: "Vale" | "Got it",
    more: "Hay más en Hoy" | "There is more in Today",
    title: "Mis avisos" | "My reminders",
    before: "Avisarme de lo que tiene hora" | "Remind me of what has a time",
    never: "No avisarme de nada" | "Do not remind me of anything",
    morning: "Hora a la que empieza mi día" | "When my day begins",
    morning_hint: "A esa hora se avisa de lo que tiene día y no hora." | "Then you are told of what has a day and no time.",
    clock: "Mi hora es la de" | "My clock is that of",
    peninsula: "Península y Baleares" | "Mainland Spain and the Balearics",
    canary: "Canarias" | "The Canary Islands",
    by_mail: "Avisarme también por correo" | "Remind me by e-mail too",
    no_mail: "Esta instalación no tiene servidor de correo: los avisos salen solo aquí." | "No mail server is set up: reminders are shown only here.",
}

/// How long before: "15 minutos antes".
#[must_use]
pub fn before(locale: Locale, minutes: u32) -> String {
    match (locale, minutes) {
        (Locale::Es, 0) => "A su hora".to_owned(),
        (Locale::Es, 60) => "Una hora antes".to_owned(),
        (Locale::Es, _) => format!("{minutes} minutos antes"),
        (Locale::En, 0) => "At its time".to_owned(),
        (Locale::En, 60) => "An hour before".to_owned(),
        (Locale::En, _) => format!("{minutes} minutes before"),
    }
}

/// In a line: "15:00 · Llamada con Talleres Pérez — con Ana", "Hoy · Visita con Talleres Pérez".
#[must_use]
pub fn line(locale: Locale, about: &Reminded, today: Day) -> String {
    let when = match about.at {
        Some(at) if about.day == today => at.to_string(),
        _ => agenda::due(locale, about.day, about.at, today),
    };
    let with = match locale {
        Locale::Es => "con",
        Locale::En => "with",
    };
    let mut said = format!("{when} · {}", about.kind.label(locale));
    match (&about.account_name, &about.contact_name) {
        (Some(account), Some(person)) => said.push_str(&format!(" {with} {account} — {with} {person}")),
        (Some(name), None) | (None, Some(name)) => said.push_str(&format!(" {with} {name}")),
        (None, None) => {}
    }
    said
}

/// As a letter.
#[must_use]
pub fn letter(locale: Locale, about: &Reminded, today: Day, link: Option<&str>) -> String {
    let what = about.what.as_ref().map(ToString::to_string);
    let why = match locale {
        Locale::Es => "Clientela te avisa porque así lo tienes en «Mis avisos».",
        Locale::En => "Clientela reminds you because «My reminders» says so.",
    };
    let parts = [
        Some(format!("{}.", line(locale, about, today))),
        what,
        link.map(ToOwned::to_owned),
        Some(why.to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}\n", parts.join("\n\n"))
}

/// That the last letter did not leave.
#[must_use]
pub fn failed(locale: Locale, at: Moment) -> String {
    let zone = TimeZone::default();
    let when = format!("{} {}", at.local_day(zone).format(locale), at.local_time(zone));
    match locale {
        Locale::Es => {
            format!("El último aviso por correo no se pudo enviar ({when}). Dilo a quien lleva la instalación.")
        }
        Locale::En => format!("The last e-mail could not be sent ({when}). Tell whoever runs this installation."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        timeline::domain::ActivityKind,
        types::{ActivityId, ReminderId, ShortText, TimeOfDay},
    };

    #[test]
    fn a_line_says_when_what_and_with_whom() {
        let text = |text: &str| Some(ShortText::parse(text).unwrap());
        let today = Day::parse_iso("2026-11-23").unwrap();
        let call = Reminded {
            id: ReminderId::fresh(),
            activity: ActivityId::fresh(),
            kind: ActivityKind::Call,
            day: today,
            at: TimeOfDay::parse("15:00").ok(),
            account_name: text("Talleres Pérez"),
            contact_name: text("Ana"),
            what: text("El plan"),
        };
        let said = |it: &Reminded| line(Locale::Es, it, today);
        assert_eq!(said(&call), "15:00 · Llamada con Talleres Pérez — con Ana");
        let visit = Reminded {
            at: None,
            contact_name: None,
            ..call.clone()
        };
        assert_eq!(said(&visit), "Hoy · Llamada con Talleres Pérez");
        let of_nobody = Reminded {
            account_name: None,
            day: today.plus_days(1),
            ..visit
        };
        assert_eq!(said(&of_nobody), "Mañana · Llamada");
        assert_eq!(
            letter(Locale::Es, &call, today, Some("https://crm.example/today#job-1")),
            "15:00 · Llamada con Talleres Pérez — con Ana.\n\nEl plan\n\nhttps://crm.example/today#job-1\n\n\
             Clientela te avisa porque así lo tienes en «Mis avisos».\n"
        );
    }
}
