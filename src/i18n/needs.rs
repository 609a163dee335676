//! What is said of what clients want, miss and suffer from.

use super::{catalogue::catalogue, labels::Label};
use crate::{
    clients::domain::{NeedKind, NeedState},
    types::{Locale, ShortText},
};

catalogue! {
    NeedTexts: "The texts of what clients want, miss and suffer from, in one language.";

    title: "Qué necesita" | "What they need",
    none: "Nadie ha apuntado qué necesita." | "Nobody has written down what they need.",
    settled: "Resuelto" | "Settled",
    add: "Apuntar algo" | "Write something down",
    kind: "Qué es" | "What it is",
    text: "En pocas palabras" | "In a few words",
    state: "Cuándo se puede resolver" | "When it can be settled",
    save: "Guardar" | "Save",
}

impl Label for NeedKind {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Need => ("Necesidad", "Need"),
            Self::Interest => ("Interés", "Interest"),
            Self::Problem => ("Problema", "Problem"),
            Self::File => ("Expediente", "File"),
        }
    }
}

impl Label for NeedState {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Now => ("Ahora", "Now"),
            Self::Later => ("Más adelante", "Later"),
            Self::Settled => ("Resuelto", "Settled"),
        }
    }
}

/// What the timeline says of one: "Necesidad: otro silo (más adelante)."
#[must_use]
pub fn told(locale: Locale, kind: NeedKind, text: &ShortText, state: NeedState) -> String {
    let state = crate::clients::domain::in_a_sentence(state.label(locale));
    format!("{}: {text} ({state}).", kind.label(locale))
}
