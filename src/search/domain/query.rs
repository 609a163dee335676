//! What somebody types, as words.

use crate::types::fold;

/// More words than these narrow nothing further.
const MOST_WORDS: usize = 8;
/// A word is looked for by so many letters of its beginning.
const LONGEST: usize = 40;
/// So many digits in a row may be a piece of a telephone or of a NIF.
const FEWEST_DIGITS: usize = 3;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Its words, folded, in the order in which they were typed.
    pub words: Vec<String>,
    /// The same in one line.
    pub whole: String,
}

impl Query {
    /// Reads what was typed. A number in groups ("+34 612 34") is one word, whatever lies between its digits.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let is_number = digits.len() >= FEWEST_DIGITS
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_whitespace() || "+.-()/".contains(c));
        let words = if is_number {
            vec![digits.strip_prefix("00").unwrap_or(&digits).to_owned()]
        } else {
            words(text)
        };
        let words: Vec<String> = words
            .into_iter()
            .take(MOST_WORDS)
            .map(|word| word.chars().take(LONGEST).collect())
            .collect();
        Self {
            whole: words.join(" "),
            words,
        }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The words of a text, folded. The letters of a legal form belong together ("S.L." is "sl").
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words = Vec::new();
    for piece in folded.split(|c: char| !c.is_alphanumeric() && c != '.') {
        let parts = || piece.split('.').filter(|part| !part.is_empty());
        if parts().all(|part| part.chars().nth(1).is_none()) {
            words.push(parts().collect::<String>());
        } else {
            words.extend(parts().map(ToOwned::to_owned));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_legal_forms_kept_together() {
        assert_eq!(words("Peña & Hijos, S.L.U."), ["pena", "hijos", "slu"]);
        assert_eq!(words("Náutica Xàbia S.A."), ["nautica", "xabia", "sa"]);
        assert_eq!(
            words("juan.perez@talleres-ronda.es"),
            ["juan", "perez", "talleres", "ronda", "es"]
        );
        assert_eq!(words(" ... — "), [""; 0]);
    }

    #[test]
    fn a_number_is_one_word_however_it_is_written() {
        for (text, read) in [
            ("+34 612 34", "3461234"),
            ("0034 612", "34612"),
            ("96.123", "96123"),
            ("12", "12"),
        ] {
            assert_eq!(Query::read(text).words, [read], "{text}");
        }
        assert_eq!(Query::read("calle 12 b46").words, ["calle", "12", "b46"]);
        assert!(Query::read(" · ").is_empty());
        assert_eq!(Query::read(&"a ".repeat(50)).words.len(), MOST_WORDS);
    }
}
