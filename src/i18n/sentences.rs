//! Sentences that have something in them.

use super::Label;
use crate::{
    clients::domain::Source,
    pipeline::domain::NextStep,
    timeline::domain::{EntryBody, Field},
    types::{Day, Locale, Money, Probability, ShortText},
};

/// Sentences built from what happened, one function each.
pub mod sentence {
    use super::{Day, EntryBody, Field, Label, Locale, Money, NextStep, Probability, ShortText, Source};
    pub use crate::i18n::clients::{
        corrected_on, edits, inactive_after, insulting, rhythm, said_until, unread, with_whom, written_after,
    };
    use crate::i18n::clients::{instructed, lifecycle_moved, person_joined, person_left, report_removed};
    use crate::i18n::facts_changed;
    use crate::i18n::merging::{merged, parted};
    use crate::i18n::needs::told as need_told;
    pub use crate::i18n::steps::{next_step, step_on};
    pub use crate::i18n::tagging::{more_tags, tagged, untagged};

    /// "3 días" / "3 days".
    #[must_use]
    pub fn days(locale: Locale, days: i32) -> String {
        let number = locale.number(days.unsigned_abs().into());
        match (locale, days) {
            (Locale::Es, 1) => "1 día".to_owned(),
            (Locale::Es, _) => format!("{number} días"),
            (Locale::En, 1) => "1 day".to_owned(),
            (Locale::En, _) => format!("{number} days"),
        }
    }

    /// How many colleagues look at the same page.
    #[must_use]
    pub fn looking(locale: Locale, others: usize) -> String {
        let number = locale.number(others as u64);
        match locale {
            Locale::Es => format!("{number} mirando"),
            Locale::En => format!("{number} looking"),
        }
    }

    /// A card has been taken up by the keyboard.
    #[must_use]
    pub fn lifted(locale: Locale, heading: &str, place: &str) -> String {
        match locale {
            Locale::Es => format!(
                "{heading}, en la mano. {place}. Flechas para llevarla, Espacio para soltarla, Esc para dejarla."
            ),
            Locale::En => {
                format!("{heading}, in the hand. {place}. Arrows to carry it, Space to put it down, Esc to leave it.")
            }
        }
    }

    /// "Propuesta, 3 de 12".
    #[must_use]
    pub fn place_of(locale: Locale, stage: &str, at: usize, count: usize) -> String {
        match locale {
            Locale::Es => format!("{stage}, {at} de {count}"),
            Locale::En => format!("{stage}, {at} of {count}"),
        }
    }

    /// Somebody else has changed the field that is being typed in.
    #[must_use]
    pub fn changed_meanwhile(locale: Locale, now: &str) -> String {
        let now = if now.is_empty() { "—" } else { now };
        match locale {
            Locale::Es => format!("Otra persona lo acaba de cambiar a {now}. Si guardas, queda lo tuyo."),
            Locale::En => format!("Somebody else has just changed it to {now}. If you save, yours stays."),
        }
    }

    /// That a change was not saved for want of a connection; `change` says what it was.
    #[must_use]
    pub fn unsaved(locale: Locale, change: &str) -> String {
        match locale {
            Locale::Es => format!("sin guardar, no hay conexión con Clientela ({change})."),
            Locale::En => format!("not saved, there is no connection to Clientela ({change})."),
        }
    }

    /// What the toast says after the close was put off.
    #[must_use]
    pub fn postponed(locale: Locale, day: Day) -> String {
        let day = day.format(locale);
        match locale {
            Locale::Es => format!("se espera cerrar el {day}"),
            Locale::En => format!("is expected to close on {day}"),
        }
    }

    /// What the toast says after a move: the client stands before it in bold.
    #[must_use]
    pub fn moved_to(locale: Locale, stage: &str) -> String {
        match locale {
            Locale::Es => format!("pasó a {stage}"),
            Locale::En => format!("moved to {stage}"),
        }
    }

    /// The same of several.
    #[must_use]
    pub fn were_moved_to(locale: Locale, count: usize, stage: &str) -> String {
        match (locale, count) {
            (Locale::Es, 2..) => format!("pasaron a {stage}"),
            _ => moved_to(locale, stage),
        }
    }

    /// What the toast says after several were put back.
    #[must_use]
    pub fn are_as_before(locale: Locale, count: usize) -> String {
        match (locale, count) {
            (Locale::Es, 2..) => "vuelven a estar como antes".to_owned(),
            (Locale::En, 2..) => "are again as they were".to_owned(),
            _ => crate::i18n::Texts::of(locale).as_before.to_owned(),
        }
    }

    /// Where a new one is.
    #[must_use]
    pub fn added_to(locale: Locale, stage: &str) -> String {
        match locale {
            Locale::Es => format!("está en {stage}"),
            Locale::En => format!("is in {stage}"),
        }
    }

    /// Those of several with which something could not be done.
    #[must_use]
    pub fn stayed(locale: Locale, count: usize) -> String {
        let number = locale.number(count as u64);
        match (locale, count) {
            (Locale::Es, 1) => "1 se queda como estaba:".to_owned(),
            (Locale::Es, _) => format!("{number} se quedan como estaban:"),
            (Locale::En, 1) => "1 stays as it was:".to_owned(),
            (Locale::En, _) => format!("{number} stay as they were:"),
        }
    }

    /// Where it is again.
    #[must_use]
    pub fn back_in(locale: Locale, stage: &str) -> String {
        match locale {
            Locale::Es => format!("vuelve a estar en {stage}, como antes"),
            Locale::En => format!("is back in {stage}, as it was"),
        }
    }

    /// Why a card came back: somebody had moved it.
    #[must_use]
    pub fn stale(locale: Locale, heading: &str, stage: &str) -> String {
        match locale {
            Locale::Es => format!(
                "Otra persona acaba de cambiar {heading}: ahora está en {stage}. Mírala y vuelve a moverla si hace falta."
            ),
            Locale::En => {
                format!("Somebody has just changed {heading}: it is in {stage} now. Look, and move it again if needed.")
            }
        }
    }

    /// The heading of the move menu.
    #[must_use]
    pub fn move_heading(locale: Locale, heading: &str) -> String {
        match locale {
            Locale::Es => format!("Mover {heading} a…"),
            Locale::En => format!("Move {heading} to…"),
        }
    }

    /// "y 1.577 más" at the end of a column that shows only its first cards.
    #[must_use]
    pub fn more_cards(locale: Locale, count: u64) -> String {
        let count = locale.number(count);
        match locale {
            Locale::Es => format!("y {count} más"),
            Locale::En => format!("and {count} more"),
        }
    }

    /// How long it has been in the stage, how long without news, and when that is too long.
    #[must_use]
    pub fn in_stage(locale: Locale, days: i32, quiet: i32, rots_after: Option<u16>) -> String {
        let (lived, silent) = (self::days(locale, days), self::days(locale, quiet));
        let limit = rots_after.map(|limit| self::days(locale, limit.into()));
        match (locale, limit) {
            (Locale::Es, Some(limit)) => {
                format!("Lleva {lived} en la fase y {silent} sin novedades; se enfría a los {limit} sin novedades")
            }
            (Locale::Es, None) => format!("Lleva {lived} en la fase"),
            (Locale::En, Some(limit)) => {
                format!("{lived} in the stage, {silent} without news; it cools down after {limit} without news")
            }
            (Locale::En, None) => format!("{lived} in the stage"),
        }
    }

    fn amount(locale: Locale, amount: Option<Money>) -> String {
        amount
            .map(|amount| format!(" ({})", amount.format(locale)))
            .unwrap_or_default()
    }

    fn noted(note: Option<&ShortText>) -> String {
        note.map(|note| format!(" {note}")).unwrap_or_default()
    }

    /// "importe, de 1.000,00 € a 1.200,00 €".
    fn changed(locale: Locale, field: &Field) -> String {
        let es = locale == Locale::Es;
        let named = |it: &Option<ShortText>| it.as_ref().map(ToString::to_string);
        let (name, from, to) = match field {
            Field::Title { from } => {
                return if es {
                    format!("antes se llamaba {from}")
                } else {
                    format!("called {from} before")
                };
            }
            Field::Amount { from, to } => {
                let told = |it: &Option<Money>| it.map(|it| it.format(locale));
                (if es { "importe" } else { "amount" }, told(from), told(to))
            }
            Field::CloseOn { from, to } => {
                let told = |it: &Option<Day>| it.map(|it| it.format(locale));
                (
                    if es { "cierre previsto" } else { "expected close" },
                    told(from),
                    told(to),
                )
            }
            Field::Probability { from, to } => {
                let told = |it: &Probability| Some(it.format(locale));
                (if es { "probabilidad" } else { "probability" }, told(from), told(to))
            }
            Field::Owner { from, to } => (if es { "responsable" } else { "owner" }, named(from), named(to)),
            Field::Contact { from, to } => (if es { "interlocutor" } else { "contact" }, named(from), named(to)),
            Field::Product { from, to } => (if es { "servicio" } else { "service" }, named(from), named(to)),
            Field::Zone { from, to } => (if es { "zona" } else { "zone" }, named(from), named(to)),
            Field::Department { from, to } => (if es { "departamento" } else { "department" }, named(from), named(to)),
            Field::Source { from, to } => {
                let told = |it: &Option<Source>| it.map(|it| it.label(locale).to_owned());
                (if es { "origen" } else { "source" }, told(from), told(to))
            }
            Field::Next { from, to } => {
                let told = |it: &Option<NextStep>| it.map(|it| step_on(locale, &it));
                (if es { "próximo paso" } else { "next step" }, told(from), told(to))
            }
            Field::Done { step } => {
                let step = step.map(|step| step_on(locale, &step)).unwrap_or_default();
                return if es {
                    format!("hecho: {step}")
                } else {
                    format!("done: {step}")
                };
            }
            Field::Tagged { tag } => return tagged(locale, tag),
            Field::Untagged { tag } => return untagged(locale, tag),
        };
        match (es, from, to) {
            (true, Some(from), Some(to)) => format!("{name}, de {from} a {to}"),
            (true, None, Some(to)) => format!("{name}, {to}; no tenía"),
            (true, Some(from), None) => format!("ya no tiene {name}; era {from}"),
            (false, Some(from), Some(to)) => format!("{name}, from {from} to {to}"),
            (false, None, Some(to)) => format!("{name}, {to}; it had none"),
            (false, Some(from), None) => format!("no {name} any more; it was {from}"),
            (_, None, None) => name.to_owned(),
        }
    }

    /// "Lucía Peiró la tiene abierta".
    #[must_use]
    pub fn has_it_open(locale: Locale, name: &ShortText) -> String {
        match locale {
            Locale::Es => format!("{name} la tiene abierta"),
            Locale::En => format!("{name} has it open"),
        }
    }

    /// What happened, as the timeline tells it.
    #[must_use]
    pub fn entry(locale: Locale, body: &EntryBody) -> String {
        let es = locale == Locale::Es;
        match body {
            EntryBody::AccountCreated => if es {
                "Se dio de alta la cuenta."
            } else {
                "The account was created."
            }
            .to_owned(),
            EntryBody::LifecycleMoved { from, to } => lifecycle_moved(locale, *from, *to),
            EntryBody::Instructed { text } => instructed(locale, text.as_ref()),
            EntryBody::PersonJoined { name, role } => person_joined(locale, name, role.as_ref()),
            EntryBody::ReportRemoved { activity } => report_removed(locale, *activity),
            EntryBody::PersonLeft { name } => person_left(locale, name),
            EntryBody::AccountChanged { changes } => facts_changed(locale, changes),
            EntryBody::AccountChangeUndone if es => "Se deshizo el último cambio de la cuenta.".to_owned(),
            EntryBody::AccountChangeUndone => "The last change of the account was undone.".to_owned(),
            EntryBody::NeedTold { need, text, state } => need_told(locale, *need, text, *state),
            EntryBody::AccountsMerged { name } => merged(locale, name),
            EntryBody::AccountsParted { name } => parted(locale, name),
            EntryBody::OpportunityCreated {
                title,
                stage,
                amount: asked,
                from,
            } => {
                let asked = amount(locale, *asked);
                match (es, from) {
                    (true, None) => format!("Nueva oportunidad en {stage}: {title}{asked}."),
                    (true, Some(_)) => format!("De un informe, nueva oportunidad en {stage}: {title}{asked}."),
                    (false, None) => format!("New opportunity in {stage}: {title}{asked}."),
                    (false, Some(_)) => format!("From a report, a new opportunity in {stage}: {title}{asked}."),
                }
            }
            EntryBody::StageMoved {
                title,
                from,
                to,
                probability,
                note,
            } => {
                let (chance, note) = (probability.format(locale), noted(note.as_ref()));
                if es {
                    format!("{title} pasó de {from} a {to} ({chance}).{note}")
                } else {
                    format!("{title} moved from {from} to {to} ({chance}).{note}")
                }
            }
            EntryBody::OpportunityWon {
                title,
                from,
                amount: sold,
                on,
                note,
            } => {
                let (sold, on, note) = (amount(locale, *sold), on.format(locale), noted(note.as_ref()));
                if es {
                    format!("Ganada: {title}{sold}, el {on}; estaba en {from}.{note}")
                } else {
                    format!("Won: {title}{sold}, on {on}; it was in {from}.{note}")
                }
            }
            EntryBody::OpportunityLost {
                title,
                from,
                reason,
                competitor,
                on,
                note,
            } => {
                let rival = competitor
                    .as_ref()
                    .map(|rival| format!(" ({rival})"))
                    .unwrap_or_default();
                let (reason, on, note) = (reason.label(locale), on.format(locale), noted(note.as_ref()));
                if es {
                    format!("Perdida: {title}, el {on}. Motivo: {reason}{rival}; estaba en {from}.{note}")
                } else {
                    format!("Lost: {title}, on {on}. Reason: {reason}{rival}; it was in {from}.{note}")
                }
            }
            EntryBody::OpportunityReopened { title, from, to, note } => {
                let note = noted(note.as_ref());
                if es {
                    format!("Reabierta: {title} volvió de {from} a {to}.{note}")
                } else {
                    format!("Reopened: {title} went back from {from} to {to}.{note}")
                }
            }
            EntryBody::OpportunityChanged { title, field } => format!("{title}: {}.", changed(locale, field)),
            EntryBody::ChangeUndone { title } if es => format!("{title}: se deshizo el último cambio."),
            EntryBody::ChangeUndone { title } => format!("{title}: the last change was undone."),
            EntryBody::MoveUndone { title, from, to } => {
                if es {
                    format!("Deshecho: {title} vuelve de {from} a {to}.")
                } else {
                    format!("Undone: {title} is back from {from} in {to}.")
                }
            }
            EntryBody::Reported(report) => report.text.as_str().to_owned(),
            // The agenda and the messages say what is their own.
            _ => crate::i18n::agenda::told(locale, body)
                .or_else(|| crate::i18n::messages::told(locale, body))
                .unwrap_or_default(),
        }
    }
}
