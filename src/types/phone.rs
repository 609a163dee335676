//! Telephone numbers.

use super::{Invalid, parsed_text::parsed_text};
use serde::{Deserialize, Serialize};

const SPAIN: &str = "34";
const SPANISH_DIGITS: usize = 9;
// ITU-T E.164 §6.2.1 fixes the most; the fewest is ours, to catch what was left half typed.
const FOREIGN_DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

// The country codes of two digits (ITU-T E.164, list of assigned codes). 1 and 7 stand alone; the rest have three.
const TWO_DIGIT_COUNTRIES: &[&str] = &[
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "93", "94", "95", "98",
];

/// A number in the international form of ITU-T E.164: `+` and at most 15 digits. A number without a country is
/// Spanish.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

parsed_text!(Phone);

impl Phone {
    /// Reads a number with any usual separators. `+` or `00` starts a country code; nine digits that start with 6, 7,
    /// 8 or 9 are Spanish (Plan Nacional de Numeración Telefónica, Real Decreto 2296/2004), also after a bare `34`.
    /// Errors: [`Invalid::Empty`] and every `Invalid::Phone…`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        // "(+34) 612…" is common in signatures.
        let (plus, rest) = match text.trim_start_matches('(').strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let digits = digits_of(rest)?;
        let international = match (plus, digits.strip_prefix("00")) {
            (true, _) => Some(digits.as_str()),
            (false, Some(rest)) => Some(rest),
            (false, None) => None,
        };
        let digits = match international {
            Some(number) => number.to_owned(),
            None if is_spanish_with_country(&digits) => digits,
            None => format!("{SPAIN}{digits}"),
        };
        check(&digits)?;
        Ok(Self(format!("+{digits}")))
    }

    /// As it is read in Spain: `612 345 678`, or `+33 612 345 678` for another country.
    pub fn format(&self) -> String {
        match self.country_and_number() {
            (SPAIN, number) => in_threes(number),
            (country, number) => format!("+{country} {}", in_threes(number)),
        }
    }

    /// The same with its country always: `+34 612 345 678`.
    pub fn format_international(&self) -> String {
        let (country, number) = self.country_and_number();
        format!("+{country} {}", in_threes(number))
    }

    fn country_and_number(&self) -> (&str, &str) {
        let digits = self.0.trim_start_matches('+');
        let cut = if digits.starts_with(['1', '7']) {
            1
        } else if TWO_DIGIT_COUNTRIES.contains(&&digits[..2]) {
            2
        } else {
            3
        };
        digits.split_at(cut)
    }
}

fn digits_of(text: &str) -> Result<String, Invalid> {
    // "+44 (0)20…" shows the trunk zero of calls within the country, which is no part of the number.
    let text = text.replacen("(0)", "", 1);
    let mut digits = String::with_capacity(text.len());
    for found in text.chars() {
        match found {
            '0'..='9' => digits.push(found),
            '.' | '-' | '–' | '(' | ')' | '/' => {}
            blank if blank.is_whitespace() => {}
            _ => return Err(Invalid::PhoneBadCharacter { found }),
        }
    }
    Ok(digits)
}

fn is_spanish_with_country(digits: &str) -> bool {
    digits.len() == SPAIN.len() + SPANISH_DIGITS && digits.starts_with(SPAIN)
}

fn check(digits: &str) -> Result<(), Invalid> {
    let (found, admitted) = match digits.strip_prefix(SPAIN) {
        Some(number) => {
            if let Some(found @ '0'..='5') = number.chars().next() {
                return Err(Invalid::PhoneSpanishPrefix { found });
            }
            (number.len(), SPANISH_DIGITS..=SPANISH_DIGITS)
        }
        None if digits.starts_with('0') => return Err(Invalid::PhoneCountry),
        None => (digits.len(), FOREIGN_DIGITS),
    };
    if found < *admitted.start() {
        return Err(Invalid::PhoneTooShort);
    }
    if found > *admitted.end() {
        return Err(Invalid::PhoneTooLong);
    }
    Ok(())
}

/// Groups of three from the left; the last takes up to four, for no digit stands alone.
fn in_threes(number: &str) -> String {
    let mut text = String::with_capacity(number.len() * 4 / 3);
    for (index, digit) in number.char_indices() {
        if index > 0 && index % 3 == 0 && number.len() - index > 1 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_normalised_and_shown() {
        for (text, stored, shown) in [
            ("612345678", "+34612345678", "612 345 678"),
            ("91.234.56.78", "+34912345678", "912 345 678"),
            ("(+34) 612-345-678", "+34612345678", "612 345 678"),
            ("+34 (612) 345–678", "+34612345678", "612 345 678"),
            ("0034 812 345 678", "+34812345678", "812 345 678"),
            ("34\u{a0}712\u{a0}345\u{a0}678", "+34712345678", "712 345 678"),
            ("900/123/456", "+34900123456", "900 123 456"),
            ("+33 6 12 34 56 78", "+33612345678", "+33 612 345 678"),
            ("+44 (0)20 7946 0958", "+442079460958", "+44 207 946 0958"),
            ("0035 1 21 123 4567", "+351211234567", "+351 211 234 567"),
            ("+1 212 555 0123", "+12125550123", "+1 212 555 0123"),
            ("+98 21 1234 567", "+98211234567", "+98 211 234 567"),
        ] {
            let phone = Phone::parse(text).unwrap();
            assert_eq!((phone.as_str(), phone.format()), (stored, shown.to_owned()));
        }
        let phone = Phone::parse("612345678").unwrap();
        assert_eq!(phone.format_international(), "+34 612 345 678");
    }

    #[test]
    fn refusals_are_precise() {
        let prefix = |found| Invalid::PhoneSpanishPrefix { found };
        let character = |found| Invalid::PhoneBadCharacter { found };
        for (text, reason) in [
            (" ", Invalid::Empty),
            ("+", Invalid::PhoneTooShort),
            ("+34", Invalid::PhoneTooShort),
            ("61234567", Invalid::PhoneTooShort),
            ("6123456789", Invalid::PhoneTooLong),
            ("+346123456789", Invalid::PhoneTooLong),
            ("+331234", Invalid::PhoneTooShort),
            ("+3312345678901234", Invalid::PhoneTooLong),
            ("123456789", prefix('1')),
            ("+34512345678", prefix('5')),
            ("+0123456789", Invalid::PhoneCountry),
            ("0000123456789", Invalid::PhoneCountry),
            ("612 345 678 ext. 3", character('e')),
            ("612345678 / +34612345679", character('+')),
            ("٦12345678", character('٦')),
        ] {
            assert_eq!(Phone::parse(text), Err(reason), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(text in "(\\+|00|34|\\+34)?[6-9]?[0-9 ().-]{6,16}|\\PC{0,16}") {
            if let Ok(phone) = Phone::parse(&text) {
                prop_assert_eq!(Phone::parse(&phone.format()), Ok(phone.clone()));
                prop_assert_eq!(Phone::parse(&phone.format_international()), Ok(phone.clone()));
                let json = serde_json::to_string(&phone).unwrap();
                prop_assert_eq!(serde_json::from_str::<Phone>(&json).unwrap(), phone);
            }
        }
    }
}
