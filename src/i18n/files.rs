//! What is said of the files of reports.

use super::catalogue::catalogue;
use crate::types::Locale;

catalogue! {
    FileTexts: "The texts of the files of reports, in one language.";

    attach: "Adjuntar archivos" | "Attach files",
    attach_hint: "Fotos, PDF o lo que haga falta: diez como máximo cada vez." | "Photos, PDF or whatever is needed: ten at most each time.",
    title: "Archivos" | "Files",
    add: "Añadir" | "Add",
    take_out: "Quitar" | "Take out",
    was_taken_out: "Quitado" | "Taken out",
}

/// How large a file is: "340 kB", "2,4 MB".
#[must_use]
pub fn size(locale: Locale, bytes: i64) -> String {
    if bytes < 1_000_000 {
        return format!("{} kB", (bytes + 999) / 1_000);
    }
    let tenths = (bytes + 50_000) / 100_000;
    let comma = match locale {
        Locale::Es => ',',
        Locale::En => '.',
    };
    format!("{}{comma}{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_people_do() {
        assert_eq!(size(Locale::Es, 12), "1 kB");
        assert_eq!(size(Locale::Es, 2_449_999), "2,4 MB");
        assert_eq!(size(Locale::En, 25_000_000), "25.0 MB");
    }
}
