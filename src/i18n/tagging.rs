//! Sentences about tags.

use crate::{pipeline::domain::Tag, types::Locale};

/// That it was put on.
#[must_use]
pub fn tagged(locale: Locale, tag: &Tag) -> String {
    match locale {
        Locale::Es => format!("con la etiqueta «{tag}»"),
        Locale::En => format!("tagged “{tag}”"),
    }
}

/// That it was taken off.
#[must_use]
pub fn untagged(locale: Locale, tag: &Tag) -> String {
    match locale {
        Locale::Es => format!("sin la etiqueta «{tag}»"),
        Locale::En => format!("no longer tagged “{tag}”"),
    }
}

/// Those for which a ticket has no room.
#[must_use]
pub fn more_tags(locale: Locale, tags: &[&str]) -> String {
    let tags = tags.join(", ");
    match locale {
        Locale::Es => format!("y también: {tags}"),
        Locale::En => format!("and also: {tags}"),
    }
}
