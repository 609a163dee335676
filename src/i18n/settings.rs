//! What the page of the firm's settings says.

use super::catalogue::catalogue;
use crate::types::Locale;

catalogue! {
    SettingsTexts: "The texts of the firm's settings in one language.";

    title: "Ajustes de la empresa" | "Settings of the firm",
    name: "Nombre de la empresa" | "Name of the firm",
    inactive_after: "Días sin comprar hasta dar a un cliente por inactivo" | "Days without a purchase until a customer is inactive",
    inactive_hint: "Se cuenta cada día desde su última compra." | "Counted each day from the last purchase.",
    glossary: "Siglas del equipo" | "The team's abbreviations",
    glossary_hint: "Una por línea: PRL = prevención de riesgos laborales. Al escribir un informe ya no se avisa de ellas, y quien lo lea verá qué significan."
        | "One a line: PRL = prevención de riesgos laborales. Nobody is warned of them in a report any more, and whoever reads it sees what they mean.",
    now: "Ahora pone:" | "Now it says:",
}
