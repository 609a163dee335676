//! What the page of the firm's settings says.

use super::catalogue::catalogue;
use crate::types::Locale;

catalogue! {
    SettingsTexts: "The texts of the firm's settings in one language.";

    title: "Ajustes de la empresa" | "Settings of the firm",
    name: "Nombre de la empresa" | "Name of the firm",
    inactive_after: "Días sin comprar hasta dar a un cliente por inactivo" | "Days without a purchase until a customer is inactive",
    inactive_hint: "Se cuenta cada día desde su última compra." | "Counted each day from the last purchase.",
    most_megabytes: "Megas que puede tener un archivo" | "Megabytes that a file may have",
    most_megabytes_hint: "De 1 a 200. Los que ya están se quedan como están." | "From 1 to 200. Those that are there stay as they are.",
    glossary: "Siglas del equipo" | "The team's abbreviations",
    glossary_hint: "Una por línea: PRL = prevención de riesgos laborales. Al escribir un informe ya no se avisa de ellas, y quien lo lea verá qué significan."
        | "One a line: PRL = prevención de riesgos laborales. Nobody is warned of them in a report any more, and whoever reads it sees what they mean.",
    holidays: "Festivos" | "Holidays",
    holidays_hint: "Los nacionales ya están. Apunta aquí los de tu comunidad y los locales: los reintentos, los recados y los próximos días de trabajo los saltan."
        | "The national ones are there already. Write down those of your region and town: retries, messages and working days pass over them.",
    holidays_national: "Nacionales" | "National",
    holidays_own: "De la empresa y de sus zonas" | "Of the firm and its zones",
    holidays_none: "No hay ninguno apuntado." | "None is written down.",
    holiday_day: "Día" | "Day",
    holiday_name: "Cómo se llama" | "What it is called",
    holiday_zone: "Dónde" | "Where",
    holiday_everywhere: "En toda la empresa" | "In the whole firm",
    holiday_add: "Apuntar el festivo" | "Write the holiday down",
    holiday_drop: "Quitar" | "Take out",
    now: "Ahora pone:" | "Now it says:",
}
