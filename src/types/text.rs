//! Free text of bounded length, and text as it is compared.

use super::{Invalid, parsed_text::parsed_text};
use serde::{Deserialize, Serialize};

const SHORT_MAX: u16 = 200;
const LONG_MAX: u16 = 20_000;

/// One line of 1 to 200 characters: trimmed, every run of blanks a single space.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ShortText(String);

parsed_text!(ShortText);

impl ShortText {
    /// Reads a line; line breaks and tabs count as blanks. Errors: [`Invalid::Empty`], [`Invalid::TooLong`],
    /// [`Invalid::ControlCharacter`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        // What comes from the database or the server is tidy already, ten thousand times on a board.
        let line = match is_tidy(text) {
            true => text.to_owned(),
            false => straight(text).split_whitespace().collect::<Vec<_>>().join(" "),
        };
        bounded(line, SHORT_MAX).map(Self)
    }
}

/// Whether it is words with one space between them.
fn is_tidy(text: &str) -> bool {
    text.split(' ')
        .all(|word| !word.is_empty() && !word.contains(|it: char| it.is_whitespace() || turns(it)))
}

/// What turns the direction of the text after it, also of what the page writes beside it: nobody means that here.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn straight(text: &str) -> String {
    text.replace(turns, "")
}

/// One or more paragraphs, 1 to 20,000 characters: trimmed, tabs and line breaks kept, these always `\n`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LongText(String);

parsed_text!(LongText);

impl LongText {
    /// Reads text with any line breaks. Errors: those of [`ShortText::parse`]; no text is `None`, never an empty one.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = straight(text).replace("\r\n", "\n").replace('\r', "\n");
        bounded(text.trim().to_owned(), LONG_MAX).map(Self)
    }
}

fn bounded(text: String, max: u16) -> Result<String, Invalid> {
    if text.is_empty() {
        return Err(Invalid::Empty);
    }
    if text.chars().nth(usize::from(max)).is_some() {
        return Err(Invalid::TooLong { max });
    }
    let is_hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.chars().any(is_hidden) {
        return Err(Invalid::ControlCharacter);
    }
    Ok(text)
}

/// Text as it is searched and sorted: lower case, without accents, diaereses or cedillas, `ñ` as `n`, and the ordinal
/// signs of «M.ª» and «n.º» as letters. Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars()
        .flat_map(char::to_lowercase)
        // Text from a Mac may hold the accent as a character of its own.
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(base_letter)
        .collect()
}

fn base_letter(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ª' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'º' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_one_line() {
        let line = ShortText::parse("  Hermanos\tPeña,\r\n  S.L.\u{a0} ").unwrap();
        assert_eq!(line.as_str(), "Hermanos Peña, S.L.");
        assert_eq!(ShortText::parse(" \n"), Err(Invalid::Empty));
        assert_eq!(ShortText::parse("a\0b"), Err(Invalid::ControlCharacter));
        let turned = ShortText::parse("Peña\u{202e} gpj\u{2066}.").unwrap();
        assert_eq!(turned.as_str(), "Peña gpj.", "nothing turns what stands beside it");
        assert!(ShortText::parse(&"ñ".repeat(200)).is_ok());
        let max = 200;
        assert_eq!(ShortText::parse(&"ñ".repeat(201)), Err(Invalid::TooLong { max }));
        assert!(serde_json::from_str::<ShortText>("\" \"").is_err());
    }

    #[test]
    fn paragraphs_are_kept() {
        let text = LongText::parse("\n Uno\r\n\r\n\tdos\rtres \n").unwrap();
        assert_eq!(text.as_str(), "Uno\n\n\tdos\ntres");
        assert_eq!(LongText::parse("\u{7}x"), Err(Invalid::ControlCharacter));
        let max = 20_000;
        let longest = "é".repeat(20_000);
        assert!(LongText::parse(&longest).is_ok());
        assert_eq!(LongText::parse(&(longest + "é")), Err(Invalid::TooLong { max }));
    }

    #[test]
    fn accents_do_not_count() {
        for (text, folded) in [
            ("Peña", "pena"),
            ("ÁÉÍÓÚ ÜÏ Ç", "aeiou ui c"),
            ("cafe\u{301} man\u{303}ana", "cafe manana"),
            ("M.ª José, n.º 3", "m.a jose, n.o 3"),
            ("Araba/Álava", "araba/alava"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    proptest! {
        #[test]
        fn what_is_read_reads_again(text in "\\PC{0,40}|[ a-zñ\r\n\t\u{0}-\u{a0}]{0,30}") {
            if let Ok(line) = ShortText::parse(&text) {
                prop_assert_eq!(ShortText::parse(line.as_str()), Ok(line));
            }
            if let Ok(long) = LongText::parse(&text) {
                prop_assert_eq!(LongText::parse(long.as_str()), Ok(long.clone()));
                let json = serde_json::to_string(&long).unwrap();
                prop_assert_eq!(serde_json::from_str::<LongText>(&json).unwrap(), long);
            }
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }
    }
}
