//! Sentences that have something in them.

use super::Label;
use crate::{
    timeline::domain::EntryBody,
    types::{Locale, Money, ShortText},
};

/// Sentences built from what happened, one function each.
pub mod sentence {
    use super::{EntryBody, Label, Locale, Money, ShortText};

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

    /// What the toast says after a move: the client stands before it in bold.
    #[must_use]
    pub fn moved_to(locale: Locale, stage: &str) -> String {
        match locale {
            Locale::Es => format!("pasó a {stage}"),
            Locale::En => format!("moved to {stage}"),
        }
    }

    /// What the toast says after an undo.
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
            EntryBody::OpportunityCreated {
                title,
                stage,
                amount: asked,
            } => {
                let asked = amount(locale, *asked);
                if es {
                    format!("Nueva oportunidad en {stage}: {title}{asked}.")
                } else {
                    format!("New opportunity in {stage}: {title}{asked}.")
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
            EntryBody::MoveUndone { title, from, to } => {
                if es {
                    format!("Deshecho: {title} vuelve de {from} a {to}.")
                } else {
                    format!("Undone: {title} is back from {from} in {to}.")
                }
            }
            EntryBody::Reported(report) => report.text.as_str().to_owned(),
        }
    }
}
