//! Spanish postal codes.

use super::{Invalid, Province, parsed_text::parsed_text};
use serde::{Deserialize, Serialize};

/// A Spanish postal code, five digits of which the first two are the province by its INE code
/// (Correos): 01000 to 52999.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PostalCode(String, Province);

parsed_text!(PostalCode);

impl PostalCode {
    /// Reads five digits. Errors: [`Invalid::Empty`], [`Invalid::PostalCodeLength`], [`Invalid::PostalCodeProvince`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        if text.len() != 5 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Invalid::PostalCodeLength);
        }
        let province = text[..2]
            .parse()
            .ok()
            .and_then(Province::from_code)
            .ok_or(Invalid::PostalCodeProvince)?;
        Ok(Self(text.to_owned(), province))
    }

    /// Where it is.
    pub const fn province(&self) -> Province {
        self.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn every_province_has_its_codes() {
        for province in Province::iter() {
            for rest in ["000", "001", "999"] {
                let text = format!("{:02}{rest}", province.code());
                let code = PostalCode::parse(&text).unwrap();
                assert_eq!((code.as_str(), code.province()), (text.as_str(), province));
                let json = serde_json::to_string(&code).unwrap();
                assert_eq!(serde_json::from_str::<PostalCode>(&json).unwrap(), code);
            }
        }
    }

    #[test]
    fn refusals_are_precise() {
        for (text, reason) in [
            (" ", Invalid::Empty),
            ("2801", Invalid::PostalCodeLength),
            ("280133", Invalid::PostalCodeLength),
            ("2801a", Invalid::PostalCodeLength),
            ("281ñ", Invalid::PostalCodeLength),
            ("+2801", Invalid::PostalCodeLength),
            ("00123", Invalid::PostalCodeProvince),
            ("53000", Invalid::PostalCodeProvince),
        ] {
            assert_eq!(PostalCode::parse(text), Err(reason), "{text}");
        }
        assert_eq!(PostalCode::parse(" 28013 ").unwrap().as_str(), "28013");
    }
}
