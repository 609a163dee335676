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

    /// `1.234` in Spanish, `1,234` in English. Thousands are marked from four digits on, so that a column of figures lines
    /// up, although the RAE would leave four digits together.
    pub fn number(self, number: u64) -> String {
        let mark = match self {
            Self::Es => '.',
            Self::En => ',',
        };
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() * 4 / 3);
        for (index, digit) in digits.char_indices() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
        }
        text
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
    fn thousands_are_marked() {
        for (number, es, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_590, "1.590", "1,590"),
            (1_234_567, "1.234.567", "1,234,567"),
        ] {
            assert_eq!(
                (Locale::Es.number(number).as_str(), Locale::En.number(number).as_str()),
                (es, en)
            );
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
