//! How many of how many.

use crate::types::Locale;

/// "1–100 de 2.089".
#[must_use]
pub fn range(locale: Locale, from: u64, to: u64, of: u64) -> String {
    let (from, to, of) = (locale.number(from), locale.number(to), locale.number(of));
    match locale {
        Locale::Es => format!("{from}–{to} de {of}"),
        Locale::En => format!("{from}–{to} of {of}"),
    }
}

/// "2.089 oportunidades".
#[must_use]
pub fn opportunities(locale: Locale, count: u64) -> String {
    let number = locale.number(count);
    match (locale, count) {
        (Locale::Es, 1) => "1 oportunidad".to_owned(),
        (Locale::Es, _) => format!("{number} oportunidades"),
        (Locale::En, 1) => "1 opportunity".to_owned(),
        (Locale::En, _) => format!("{number} opportunities"),
    }
}
