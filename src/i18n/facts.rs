//! Sentences about the facts of a client that somebody changed.

use super::Label;
use crate::{
    clients::domain::{FactChanged, Said, in_a_sentence},
    types::Locale,
};

/// "Datos: teléfono, de 964 12 34 56 a 964 65 43 21; sector, Cerámica."
#[must_use]
pub fn facts_changed(locale: Locale, changes: &[FactChanged]) -> String {
    let changes: Vec<String> = changes.iter().map(|it| changed(locale, it)).collect();
    match locale {
        Locale::Es => format!("Datos: {}.", changes.join("; ")),
        Locale::En => format!("Details: {}.", changes.join("; ")),
    }
}

fn changed(locale: Locale, it: &FactChanged) -> String {
    let name = in_a_sentence(it.fact.label(locale));
    let (from, to) = (
        it.from.as_ref().map(|it| said(locale, it)),
        it.to.as_ref().map(|it| said(locale, it)),
    );
    match (locale, from, to) {
        (Locale::Es, Some(from), Some(to)) => format!("{name}, de {from} a {to}"),
        (Locale::En, Some(from), Some(to)) => format!("{name}, from {from} to {to}"),
        (_, None, Some(to)) => format!("{name}, {to}"),
        (Locale::Es, Some(from), None) => format!("{name}, ya no es {from}"),
        (Locale::En, Some(from), None) => format!("{name}, no longer {from}"),
        (_, None, None) => name,
    }
}

/// A fact in words.
#[must_use]
pub fn said(locale: Locale, it: &Said) -> String {
    match it {
        Said::Text(text) => text.to_string(),
        Said::Kind(kind) => kind.label(locale).to_owned(),
        Said::Section(section) => section.label(locale).to_owned(),
        Said::Size(size) => size.label(locale).to_owned(),
        Said::Source(source) => source.label(locale).to_owned(),
        Said::Money(money) => money.format(locale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        clients::domain::{Fact, SizeBand},
        types::LongText,
    };

    #[test]
    fn what_was_changed_is_one_sentence() {
        let text = |text: &str| LongText::parse(text).ok().map(Said::Text);
        let changes = [
            FactChanged {
                fact: Fact::Sector,
                from: None,
                to: text("Cerámica"),
            },
            FactChanged {
                fact: Fact::Size,
                from: Some(Said::Size(SizeBand::To9)),
                to: Some(Said::Size(SizeBand::To49)),
            },
        ];
        assert_eq!(
            facts_changed(Locale::Es, &changes),
            "Datos: sector, Cerámica; plantilla, de 2–9 personas a 10–49 personas."
        );
    }
}
