//! Spanish tax identifiers.

use super::{Invalid, parsed_text::parsed_text};
use serde::{Deserialize, Serialize};

// Indexed by the number modulo 23: «Cálculo del dígito de control del NIF/NIE», Ministerio del Interior.
const PERSON_LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
const ENTITY_LETTERS: &[u8; 10] = b"JABCDEFGHI";
// First letters of entities: Orden EHA/451/2008, arts. 3 to 5 (BOE-A-2008-3580).
const ENTITY_KINDS: &str = "ABCDEFGHJNPQRSUVW";
const ALWAYS_LETTER: &str = "NPQRSW";
const ALWAYS_DIGIT: &str = "ABEH";
const LENGTH: usize = 9;

/// A tax identifier (NIF) whose check character is right, in its nine characters without separators: the DNI of a
/// Spaniard, the NIE of a foreigner, or the identifier of an entity (formerly CIF).
///
/// Persons (DNI, NIE with X, Y, Z standing for 0, 1, 2, and the seven digits after K, L or M): the number modulo 23
/// picks a letter. Entities: the digits in odd places are doubled and their figures added, with those in even places;
/// what is lacking to the next ten is the check digit, or picks a letter of JABCDEFGHI. N, P, Q, R, S and W take the
/// letter; A, B, E and H the digit; sources disagree on the others, so either is accepted. (The letters of entities are
/// in Orden EHA/451/2008, which names a control character but not its computation; that is Decreto 2423/1975's.)
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Nif(String);

parsed_text!(Nif);

/// Whose identifier it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, strum::EnumIter, strum::Display)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum NifKind {
    /// A Spaniard with a DNI: eight digits and a letter.
    Dni,
    /// A foreigner with a NIE: X, Y or Z, seven digits and a letter.
    Nie,
    /// A person with neither: K (Spaniard under 14), L (Spaniard abroad) or M (foreigner).
    Special,
    /// A company, association, public body or any other entity.
    Entity,
}

impl Nif {
    /// Reads an identifier in any case, with or without blanks, dots, hyphens, slashes and the `ES` of European VAT
    /// numbers. Errors: [`Invalid::Empty`], [`Invalid::NifLength`], [`Invalid::NifFormat`], [`Invalid::NifCheck`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let mut nif: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '/'))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if nif.is_empty() {
            return Err(Invalid::Empty);
        }
        if nif.len() == LENGTH + 2 && nif.starts_with("ES") {
            nif.drain(..2);
        }
        let length = nif.chars().count();
        if length != LENGTH {
            let found = u8::try_from(length).unwrap_or(u8::MAX);
            return Err(Invalid::NifLength { found });
        }
        check(nif.as_bytes())?;
        Ok(Self(nif))
    }

    /// The DNI of a number up to 99,999,999; [`Invalid::NifFormat`] beyond.
    pub fn person(number: u32) -> Result<Self, Invalid> {
        if number > 99_999_999 {
            return Err(Invalid::NifFormat);
        }
        let letter = char::from(person_letter(number));
        Ok(Self(format!("{number:08}{letter}")))
    }

    /// The identifier of an entity from its first letter, in upper case, and a number up to 9,999,999, with the check
    /// digit where both are admitted; [`Invalid::NifFormat`] for another letter or beyond.
    pub fn company(letter: char, number: u32) -> Result<Self, Invalid> {
        if !ENTITY_KINDS.contains(letter) || number > 9_999_999 {
            return Err(Invalid::NifFormat);
        }
        let body = format!("{number:07}");
        let (digit, check_letter) = entity_checks(body.as_bytes());
        let check = if ALWAYS_LETTER.contains(letter) {
            check_letter
        } else {
            digit
        };
        Ok(Self(format!("{letter}{body}{}", char::from(check))))
    }

    /// Whose it is, by its first character.
    pub fn kind(&self) -> NifKind {
        match self.0.as_bytes().first() {
            Some(b'0'..=b'9') => NifKind::Dni,
            Some(b'X'..=b'Z') => NifKind::Nie,
            Some(b'K'..=b'M') => NifKind::Special,
            _ => NifKind::Entity,
        }
    }
}

fn check(nif: &[u8]) -> Result<(), Invalid> {
    // Nine characters that are not nine bytes hold something other than ASCII.
    let [first, body @ .., last] = nif else {
        return Err(Invalid::NifFormat);
    };
    let (first, last) = (*first, *last);
    if nif.len() != LENGTH || !body.iter().all(u8::is_ascii_digit) {
        return Err(Invalid::NifFormat);
    }
    let number = body.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    let expected = match first {
        b'0'..=b'9' => person_letter(u32::from(first - b'0') * 10_000_000 + number),
        b'X'..=b'Z' => person_letter(u32::from(first - b'X') * 10_000_000 + number),
        b'K'..=b'M' => person_letter(number),
        _ => {
            let kind = char::from(first);
            if !ENTITY_KINDS.contains(kind) {
                return Err(Invalid::NifFormat);
            }
            let (digit, letter) = entity_checks(body);
            let takes_letter =
                ALWAYS_LETTER.contains(kind) || !ALWAYS_DIGIT.contains(kind) && last.is_ascii_alphabetic();
            if takes_letter { letter } else { digit }
        }
    };
    if !last.is_ascii_alphanumeric() {
        return Err(Invalid::NifFormat);
    }
    if last != expected {
        return Err(Invalid::NifCheck {
            expected: char::from(expected),
        });
    }
    Ok(())
}

fn person_letter(number: u32) -> u8 {
    PERSON_LETTERS[(number % 23) as usize]
}

/// The check digit and the check letter of an entity's seven digits, both as ASCII.
fn entity_checks(body: &[u8]) -> (u8, u8) {
    let sum: u8 = body
        .iter()
        .enumerate()
        .map(|(index, digit)| {
            let digit = digit - b'0';
            if index % 2 == 0 {
                digit * 2 / 10 + digit * 2 % 10
            } else {
                digit
            }
        })
        .sum();
    let check = (10 - sum % 10) % 10;
    (b'0' + check, ENTITY_LETTERS[usize::from(check)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_examples_are_read() {
        for (text, stored, kind) in [
            ("12.345.678-z", "12345678Z", NifKind::Dni),
            ("00000000T", "00000000T", NifKind::Dni),
            ("54362315K", "54362315K", NifKind::Dni),
            ("x-1234567-l", "X1234567L", NifKind::Nie),
            ("X-5253868-R", "X5253868R", NifKind::Nie),
            ("M-1234567-L", "M1234567L", NifKind::Special),
            ("B12345674", "B12345674", NifKind::Entity),
            ("ES B-58378431", "B58378431", NifKind::Entity),
            ("B64717838", "B64717838", NifKind::Entity),
            ("A13 585 625", "A13585625", NifKind::Entity),
            ("J99216582", "J99216582", NifKind::Entity),
            ("J9921658B", "J9921658B", NifKind::Entity),
            ("Q2826000H", "Q2826000H", NifKind::Entity),
        ] {
            let nif = Nif::parse(text).unwrap();
            assert_eq!((nif.as_str(), nif.kind()), (stored, kind));
        }
    }

    #[test]
    fn refusals_are_precise() {
        let length = |found| Invalid::NifLength { found };
        let check = |expected| Invalid::NifCheck { expected };
        for (text, reason) in [
            (" - ", Invalid::Empty),
            ("1234567L", length(8)),
            ("123456789012", length(12)),
            (&"1".repeat(900), length(255)),
            ("1234567ñZ", Invalid::NifFormat),
            ("12345678Ñ", Invalid::NifFormat),
            ("I1234567A", Invalid::NifFormat),
            ("1234A678Z", Invalid::NifFormat),
            ("12345678A", check('Z')),
            ("123456789", check('Z')),
            ("X1234567T", check('L')),
            ("B12345675", check('4')),
            ("B1234567D", check('4')),
            ("Q28260008", check('H')),
            ("J99216583", check('2')),
            ("J9921658A", check('B')),
        ] {
            assert_eq!(Nif::parse(text), Err(reason), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_made_is_read(number in 0u32..100_000_000, kind in 0usize..17) {
            let person = Nif::person(number).unwrap();
            prop_assert_eq!(Nif::parse(person.as_str()), Ok(person));
            let letter = char::from(ENTITY_KINDS.as_bytes()[kind]);
            let company = Nif::company(letter, number / 10).unwrap();
            prop_assert_eq!(company.kind(), NifKind::Entity);
            prop_assert_eq!(Nif::parse(company.as_str()), Ok(company));
        }

        #[test]
        fn one_wrong_digit_is_noticed(number in 0u32..100_000_000, place in 0u32..8, shift in 1u32..10) {
            let unit = 10u32.pow(place);
            let digit = number / unit % 10;
            let wrong = number - digit * unit + (digit + shift) % 10 * unit;
            let letter = person_letter(number);
            prop_assert_ne!(person_letter(wrong), letter);
        }

        #[test]
        fn no_text_makes_the_parser_fall(text in "[A-Zñ][0-9]{7}[0-9A-Z]|\\PC{0,12}") {
            if let Ok(nif) = Nif::parse(&text) {
                prop_assert_eq!(Nif::parse(nif.as_str()), Ok(nif));
            }
        }
    }
}
