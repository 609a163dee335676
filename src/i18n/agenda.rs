//! What the agenda says.

pub use super::days::{long_day, month, week};

use super::Label;
use crate::{
    agenda::domain::{After, Due, Outcome},
    pipeline::domain::NextStep,
    timeline::domain::{ActivityKind, EntryBody},
    types::{Day, Locale, ShortText, TimeOfDay},
};

macro_rules! texts {
    ($($name:ident: $es:literal | $en:literal,)*) => {
        /// The texts of the agenda in one language.
        pub struct AgendaTexts {
            $(pub $name: &'static str,)*
        }

        const ES: AgendaTexts = AgendaTexts { $($name: $es,)* };
        const EN: AgendaTexts = AgendaTexts { $($name: $en,)* };
    };
}

texts! {
    nav: "Hoy" | "Today",
    nav_waiting: ", pendientes: " | ", waiting: ",
    agenda: "Agenda" | "Agenda",
    feed: "Verla en mi calendario" | "See it in my calendar",
    feed_hint: "Una dirección secreta con lo que tienes planificado, para suscribirte desde el calendario del teléfono o del ordenador. Quien la tenga lo puede leer: no la compartas." | "A secret address with what you have planned, to subscribe to from the calendar of your phone or computer. Whoever has it can read it: do not share it.",
    feed_none: "Tu agenda no tiene dirección." | "Your agenda has no address.",
    feed_since: "Tu agenda tiene dirección desde el" | "Your agenda has had an address since",
    feed_address: "Cópiala ahora: no se volverá a mostrar." | "Copy it now: it will not be shown again.",
    feed_make: "Crear la dirección" | "Make the address",
    feed_renew: "Crear otra y retirar esta" | "Make another and take this one away",
    feed_revoke: "Retirarla" | "Take it away",
    span: "Periodo" | "Period",
    before: "Anterior" | "Before",
    after: "Siguiente" | "After",
    see: "Ver" | "See",
    mine: "Lo mío" | "Mine",
    team: "De todo el equipo" | "The whole team's",
    whose: "De quién" | "Whose",
    order: "por importe y probabilidad" | "by amount and chance",
    nothing: "No hay nada para hoy" | "Nothing for today",
    nothing_text: "Planifica lo siguiente desde la ficha de un cliente o desde el embudo." | "Plan what comes next from a client's page or from the board.",
    goes_on: "Hay más: aparecerán cuando termines con estas." | "There are more: they will appear when you are done with these.",
    how: "¿Cómo ha ido?" | "How did it go?",
    more: "Otro día o unas palabras" | "Another day or a few words",
    words: "Unas palabras" | "A few words",
    day: "Día" | "Day",
    hour: "Hora, si la tiene" | "Time, if it has one",
    replan: "Cambiar de día" | "Change the day",
    write: "escribe el report" | "write the report",
    your_hour: "o pon tú el día" | "or choose the day",
    cold: "queda en frío" | "goes cold",
    find_number: "busca otro número" | "find another number",
    no_client: "Sin cuenta" | "No account",
    stale: "Otra persona lo ha cambiado mientras tanto. Esto es lo que hay ahora." | "Somebody else changed it meanwhile. This is how it stands now.",
    taken_back: "Deshecho: vuelve a estar pendiente." | "Undone: it is to be done again.",
    undo: "Deshacer" | "Undo",
    report_do: "Escribir el report" | "Write the report",
    mail_do: "Planificar un correo" | "Plan an e-mail",
    number_do: "Planificar buscar el número" | "Plan to find the number",
    next_do: "Planificar lo siguiente" | "Plan what comes next",
    plan: "Planificar" | "Plan",
    plan_title: "Planificar con un cliente" | "Plan with a client",
    upcoming: "Lo próximo" | "Coming up",
    upcoming_none: "No hay nada planificado." | "Nothing is planned.",
    kind: "Qué" | "What",
    minutes: "Duración, en minutos" | "Length, in minutes",
    owner: "Quién lo hace" | "Who does it",
    taking_part: "También va" | "Also taking part",
    with: "Con quién" | "With whom",
    what: "De qué va" | "What it is about",
    opportunity: "Oportunidad" | "Opportunity",
    no_opportunity: "Ninguna" | "None",
    planned: "Planificado." | "Planned.",
}

impl AgendaTexts {
    /// The texts of a language.
    #[must_use]
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Es => &ES,
            Locale::En => &EN,
        }
    }
}

impl Label for Outcome {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Answered => ("Contesta", "Answered"),
            Self::NoAnswer => ("No contesta", "No answer"),
            Self::Voicemail => ("Buzón", "Voicemail"),
            Self::Busy => ("Ocupado", "Busy"),
            Self::WrongNumber => ("Número erróneo", "Wrong number"),
            Self::CallBack => ("Volver a llamar", "Call back"),
            Self::Held => ("Celebrada", "Held"),
            Self::Postponed => ("Reprogramada", "Postponed"),
            Self::NoShow => ("No se presentó", "No show"),
            Self::Cancelled => ("Cancelada", "Cancelled"),
            Self::Done => ("Hecho", "Done"),
            Self::NotDone => ("No se hará", "Will not be done"),
        }
    }
}

impl Label for Due {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Overdue => ("Vencido", "Overdue"),
            Self::Today => ("Hoy toca", "Due today"),
            Self::Soon => ("Los próximos días", "The next days"),
        }
    }
}

/// How much waits.
#[must_use]
pub fn waiting(locale: Locale, count: usize) -> String {
    match (locale, count) {
        (Locale::Es, 0) => "Nada pendiente para hoy.".to_owned(),
        (Locale::Es, 1) => "Una cosa para hoy.".to_owned(),
        (Locale::Es, _) => format!("{count} cosas para hoy."),
        (Locale::En, 0) => "Nothing due today.".to_owned(),
        (Locale::En, 1) => "One thing for today.".to_owned(),
        (Locale::En, _) => format!("{count} things for today."),
    }
}

/// "Llamada a Amparo Llorens", "Visita · 16:00".
#[must_use]
pub fn heading(locale: Locale, kind: ActivityKind, with: Option<&ShortText>) -> String {
    let label = kind.label(locale);
    match (locale, with) {
        (_, None) => label.to_owned(),
        (Locale::Es, Some(with)) if kind == ActivityKind::Call => format!("{label} a {with}"),
        (Locale::Es, Some(with)) => format!("{label} con {with}"),
        (Locale::En, Some(with)) if kind == ActivityKind::Call => format!("{label} to {with}"),
        (Locale::En, Some(with)) => format!("{label} with {with}"),
    }
}

/// The how manieth attempt.
#[must_use]
pub fn attempt(locale: Locale, attempt: u32, most: u32) -> String {
    match (locale, attempt >= most) {
        (Locale::Es, true) => "último intento antes de pasar a frío".to_owned(),
        (Locale::Es, false) => format!("{attempt}.º intento de {most}"),
        (Locale::En, true) => "last attempt before it goes cold".to_owned(),
        (Locale::En, false) => format!("attempt {attempt} of {most}"),
    }
}

/// When it is due: "Venció mié 18/11", "Hoy, 16:00", "Mar 24/11".
#[must_use]
pub fn due(locale: Locale, day: Day, at: Option<TimeOfDay>, today: Day) -> String {
    let at = at.map(|at| format!(", {at}")).unwrap_or_default();
    let said = day.short_weekday_day(locale, today);
    match (locale, day.days_since(today)) {
        (Locale::Es, -1) => "Venció ayer".to_owned(),
        (Locale::En, -1) => "Was due yesterday".to_owned(),
        (Locale::Es, ..0) => format!("Venció {said}"),
        (Locale::En, ..0) => format!("Was due {said}"),
        (Locale::Es, 0) => format!("Hoy{at}"),
        (Locale::En, 0) => format!("Today{at}"),
        (Locale::Es, 1) => format!("Mañana{at}"),
        (Locale::En, 1) => format!("Tomorrow{at}"),
        _ => format!("{said}{at}"),
    }
}

/// That it is done on another day.
#[must_use]
pub fn replanned(locale: Locale, day: Day, at: Option<TimeOfDay>, today: Day) -> String {
    let when = due(locale, day, at, today);
    match locale {
        Locale::Es => format!("Cambiado de día: {when}."),
        Locale::En => format!("Changed to another day: {when}."),
    }
}

/// What follows an outcome, under its button.
#[must_use]
pub fn follows(locale: Locale, outcome: Outcome, after: After, today: Day) -> String {
    let t = AgendaTexts::of(locale);
    match after {
        After::Again { day, at } => {
            let day = if day == today {
                String::new()
            } else {
                day.short_weekday_day(locale, today)
            };
            let at = at.map(|at| at.to_string()).unwrap_or_default();
            let when = [day, at]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join(", ");
            match locale {
                Locale::Es => format!("vuelve {when}"),
                Locale::En => format!("again {when}"),
            }
        }
        After::Cold => t.cold.to_owned(),
        After::FindNumber => t.find_number.to_owned(),
        After::Nothing if outcome.is_contact() => t.write.to_owned(),
        After::Nothing => String::new(),
    }
}

/// What has just been said of it, and what follows.
#[must_use]
pub fn concluded(locale: Locale, kind: ActivityKind, outcome: Outcome, after: After, today: Day) -> String {
    let said = format!("{}: {}", kind.label(locale), outcome.label(locale).to_lowercase());
    match (after, follows(locale, outcome, after, today)) {
        (After::Nothing, _) => format!("{said}."),
        (_, follows) => format!("{said}; {follows}."),
    }
}

/// Who brought what an activity was made of: "lo trajo Marta Ferrer".
#[must_use]
pub fn brought(locale: Locale, name: &ShortText) -> String {
    match locale {
        Locale::Es => format!("lo trajo {name}"),
        Locale::En => format!("brought by {name}"),
    }
}

/// What the timeline says of the agenda; nothing of what is another slice's.
#[must_use]
pub fn told(locale: Locale, body: &EntryBody) -> Option<String> {
    let step = |step: &NextStep| super::steps::step_on(locale, step);
    let es = locale == Locale::Es;
    Some(match body {
        EntryBody::Planned { step: planned, what } => {
            let what = what.as_ref().map(|what| format!(": {what}")).unwrap_or_default();
            let verb = if es { "Planificado" } else { "Planned" };
            format!("{verb}: {}{what}.", step(planned))
        }
        EntryBody::Replanned { from, to, words } => {
            let (from, to) = (step(from), step(to));
            let words = words.as_ref().map(|words| format!(": {words}")).unwrap_or_default();
            if es {
                format!("Cambio de día: {from} pasa a {to}{words}.")
            } else {
                format!("Another day: {from} becomes {to}{words}.")
            }
        }
        EntryBody::Concluded {
            activity,
            outcome,
            attempt,
            with,
            words,
            again,
            is_cold,
            ..
        } => {
            let mut said = format!(
                "{}: {}",
                heading(locale, *activity, with.as_ref()),
                outcome.label(locale).to_lowercase()
            );
            if *attempt > 1 {
                said.push_str(&if es {
                    format!(" ({attempt}.º intento)")
                } else {
                    format!(" (attempt {attempt})")
                });
            }
            said.push('.');
            if let Some(words) = words {
                said.push_str(&format!(" «{words}»."));
            }
            match again {
                Some(again) if es => said.push_str(&format!(" Se vuelve a intentar: {}.", step(again))),
                Some(again) => said.push_str(&format!(" To be tried again: {}.", step(again))),
                None if *is_cold && es => said.push_str(" Sin más intentos: queda en frío."),
                None if *is_cold => said.push_str(" No more attempts: it goes cold."),
                None => {}
            }
            said
        }
        EntryBody::ConclusionUndone { activity } => {
            let label = activity.label(locale);
            if es {
                format!("{label}: se deshizo el resultado; vuelve a estar pendiente.")
            } else {
                format!("{label}: the outcome was undone; it is to be done again.")
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_is_said_with_its_day() {
        let today = Day::parse_iso("2026-11-20").unwrap();
        let again = |day: &str, at: Option<&str>| After::Again {
            day: Day::parse_iso(day).unwrap(),
            at: at.map(|at| TimeOfDay::parse(at).unwrap()),
        };
        let said = |outcome, after| follows(Locale::Es, outcome, after, today);
        assert_eq!(said(Outcome::NoAnswer, again("2026-11-24", None)), "vuelve mar 24/11");
        assert_eq!(said(Outcome::Busy, again("2026-11-20", Some("12:15"))), "vuelve 12:15");
        assert_eq!(said(Outcome::NoAnswer, After::Cold), "queda en frío");
        assert_eq!(said(Outcome::Answered, After::Nothing), "escribe el report");
        assert_eq!(long_day(Locale::Es, today), "Viernes 20 de noviembre");
        assert_eq!(due(Locale::Es, today.plus_days(-1), None, today), "Venció ayer");
    }
}
