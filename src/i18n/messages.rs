//! What is said of messages between colleagues.

use super::catalogue::catalogue;
use crate::{
    timeline::domain::EntryBody,
    types::{Locale, ShortText},
};

catalogue! {
    MessageTexts: "The texts of the messages, in one language.";

    title: "Recados" | "Messages",
    new: "Nuevo recado" | "New message",
    waiting: "Esperan tu respuesta" | "Waiting for you",
    none: "No te espera ningún recado." | "No message is waiting for you.",
    accepted: "Los que has aceptado" | "Those you have accepted",
    left: "Los que has dejado" | "Those you have left",
    accept: "Aceptar" | "Accept",
    accept_plan: "Aceptar y planificar" | "Accept and plan",
    accept_sell: "Aceptar y abrir oportunidad" | "Accept and open an opportunity",
    to: "Para" | "For",
    choose: "Elige a alguien" | "Choose somebody",
    with: "De parte de" | "On behalf of",
    phone: "Teléfono para devolver la llamada" | "Phone to call back",
    text: "Qué hay que saber o hacer" | "What is to be known or done",
    leave: "Dejar el recado" | "Leave the message",
    done: "Hecho." | "Done.",
    late: "Ya lo había aceptado otra persona." | "Somebody else had accepted it already.",
    unaccepted: "Sin aceptar todavía" | "Not accepted yet",
    all: "Todos los recados" | "All messages",
    hint: "Si nadie lo acepta en una hora, sube: primero a quien lleva la cuenta, a las cuatro horas a quien dirige, y a la mañana siguiente a gerencia."
        | "If nobody accepts it within an hour it goes up: to whoever holds the account, after four hours to the managers, and next morning to management.",
}

/// From whom and when: "De Ana Pastor, 23/11/2026 10:42".
#[must_use]
pub fn from(locale: Locale, name: &str, when: &str) -> String {
    match locale {
        Locale::Es => format!("De {name}, {when}"),
        Locale::En => format!("From {name}, {when}"),
    }
}

/// Who has it: "Lo tienen Ana Pastor y Marta Ferrer".
#[must_use]
pub fn with_them(locale: Locale, names: &[String]) -> String {
    let names = names.join(", ");
    match locale {
        Locale::Es => format!("en manos de {names}"),
        Locale::En => format!("in the hands of {names}"),
    }
}

/// The receipt: "Aceptado por Ana Pastor, 23/11/2026 10:42".
#[must_use]
pub fn receipt(locale: Locale, name: &str, when: &str) -> String {
    match locale {
        Locale::Es => format!("Aceptado por {name}, {when}"),
        Locale::En => format!("Accepted by {name}, {when}"),
    }
}

/// What the timeline says of messages; nothing of what is another slice's.
#[must_use]
pub fn told(locale: Locale, body: &EntryBody) -> Option<String> {
    let es = locale == Locale::Es;
    let on_behalf = |with: &Option<ShortText>| match with {
        Some(with) if es => format!(", de parte de {with}"),
        Some(with) => format!(", on behalf of {with}"),
        None => String::new(),
    };
    Some(match body {
        EntryBody::MessageLeft { to, with, text } if es => format!("Recado para {to}{}: {text}", on_behalf(with)),
        EntryBody::MessageLeft { to, with, text } => format!("Message for {to}{}: {text}", on_behalf(with)),
        EntryBody::MessageAccepted if es => "Recado aceptado.".to_owned(),
        EntryBody::MessageAccepted => "Message accepted.".to_owned(),
        EntryBody::MessageEscalated { to: Some(to) } if es => {
            format!("Nadie ha aceptado el recado: lo recibe también {to}.")
        }
        EntryBody::MessageEscalated { to: Some(to) } => {
            format!("Nobody has accepted the message: {to} gets it as well.")
        }
        EntryBody::MessageEscalated { to: None } if es => {
            "Nadie ha aceptado el recado, y ya lo tiene todo el mundo a quien podía llegar.".to_owned()
        }
        EntryBody::MessageEscalated { to: None } => {
            "Nobody has accepted the message, and everybody it could reach has it.".to_owned()
        }
        _ => return None,
    })
}
