//! The languages of the interface.

use serde::{Deserialize, Serialize};

/// A language of the interface; it also decides how numbers and dates are written.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::Display,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Locale {
    /// Spanish of Spain.
    #[default]
    Es,
    /// English, with British dates.
    En,
}

impl Locale {
    /// The language of a BCP 47 tag such as `es-ES` or `en_GB`: only its first subtag counts. `None` for a language
    /// that the interface does not speak, so that the caller can try the next of an `Accept-Language` list.
    pub fn from_tag(tag: &str) -> Option<Self> {
        tag.trim().split(['-', '_']).next()?.parse().ok()
    }

    /// The BCP 47 tag, `es` or `en`, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        self.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn tags_round_trip() {
        for locale in Locale::iter() {
            assert_eq!(Locale::from_tag(locale.tag()), Some(locale));
            let json = serde_json::to_string(&locale).unwrap();
            assert_eq!(json, format!("{:?}", locale.tag()));
        }
    }

    #[test]
    fn only_the_language_of_a_tag_counts() {
        for (tag, expected) in [
            ("es-ES", Some(Locale::Es)),
            ("ES", Some(Locale::Es)),
            ("en_GB", Some(Locale::En)),
            ("ca-ES", None),
            ("", None),
        ] {
            assert_eq!(Locale::from_tag(tag), expected, "{tag}");
        }
    }
}
