//! Electronic mail addresses.

use super::{Invalid, parsed_text::parsed_text};
use serde::{Deserialize, Serialize};

const MAX_OCTETS: usize = 254;
const MAX_NAME_OCTETS: usize = 64;
const MAX_LABEL_OCTETS: usize = 63;

/// An address, trimmed and in lower case, so that the same person is found however they were typed.
///
/// A pragmatic part of RFC 5321 §4.1.2 and §4.5.3.1: an unquoted ASCII name of at most 64 octets, a domain of two or
/// more labels (an international one in its `xn--` form), 254 octets in all (RFC 3696, erratum 1690).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

parsed_text!(Email);

impl Email {
    /// Reads an address. Errors: [`Invalid::Empty`] and every `Invalid::Email…`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let (name, domain) = text.split_once('@').ok_or(Invalid::EmailNoAt)?;
        if name.is_empty() {
            return Err(Invalid::EmailNoName);
        }
        if domain.is_empty() {
            return Err(Invalid::EmailNoDomain);
        }
        refuse_unless(name, is_name_character)?;
        refuse_unless(domain, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))?;
        if text.len() > MAX_OCTETS || name.len() > MAX_NAME_OCTETS {
            return Err(Invalid::EmailTooLong);
        }
        if name.split('.').any(str::is_empty) {
            return Err(Invalid::EmailDot);
        }
        if !is_domain(domain) {
            return Err(Invalid::EmailDomain);
        }
        Ok(Self(text))
    }

    /// What follows the `@`.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

fn refuse_unless(text: &str, admits: impl Fn(char) -> bool) -> Result<(), Invalid> {
    match text.chars().find(|c| !admits(*c)) {
        Some(found) => Err(Invalid::EmailBadCharacter { found }),
        None => Ok(()),
    }
}

// `atext` of RFC 5322 §3.2.3, and the dot between atoms.
fn is_name_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-.".contains(c)
}

fn is_domain(domain: &str) -> bool {
    let is_label =
        |label: &str| (1..=MAX_LABEL_OCTETS).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
    // A numeric last label would be an IP address, which no customer has.
    let last_is_name = |last: &str| last.len() >= 2 && !last.bytes().all(|b| b.is_ascii_digit());
    domain.split('.').all(is_label) && domain.rsplit_once('.').is_some_and(|(_, last)| last_is_name(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_normalised() {
        let email = Email::parse("  Ana.Pena+CRM@Empresa.ES ").unwrap();
        assert_eq!(email.as_str(), "ana.pena+crm@empresa.es");
        assert_eq!(email.domain(), "empresa.es");
        for good in ["a@b.es", "o'neil@x-y.co.uk", "x@xn--pea-8ma.es", "1@2.es"] {
            assert_eq!(Email::parse(good).unwrap().as_str(), good);
        }
    }

    #[test]
    fn refusals_are_precise() {
        let bad = |found| Invalid::EmailBadCharacter { found };
        for (text, reason) in [
            (" ", Invalid::Empty),
            ("ana.empresa.es", Invalid::EmailNoAt),
            ("@empresa.es", Invalid::EmailNoName),
            ("ana@", Invalid::EmailNoDomain),
            ("ana@empresa", Invalid::EmailDomain),
            ("ana@empresa..es", Invalid::EmailDomain),
            ("ana@-empresa.es", Invalid::EmailDomain),
            ("ana@127.0.0.1", Invalid::EmailDomain),
            ("ana@empresa.es.", Invalid::EmailDomain),
            ("ana..pena@empresa.es", Invalid::EmailDot),
            (".ana@empresa.es", Invalid::EmailDot),
            ("ana@casa@empresa.es", bad('@')),
            ("ana pena@empresa.es", bad(' ')),
            ("ana@empresa.es;luis@empresa.es", bad(';')),
            ("peña@empresa.es", bad('ñ')),
            ("ana@peña.es", bad('ñ')),
        ] {
            assert_eq!(Email::parse(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn lengths_are_those_of_the_standard() {
        let label = "d".repeat(63);
        let domain = format!("{label}.{label}.{}.es", "d".repeat(58));
        let longest = format!("{}@{domain}", "n".repeat(64));
        assert_eq!(longest.len(), 254);
        assert!(Email::parse(&longest).is_ok());
        for text in [format!("n{longest}"), longest.replace(".es", ".com")] {
            assert_eq!(Email::parse(&text), Err(Invalid::EmailTooLong));
        }
    }

    proptest! {
        #[test]
        fn what_is_read_reads_again(text in "[a-zA-Z0-9.+ -]{0,8}@[a-zA-Z0-9.-]{0,8}(\\.es)?|\\PC{0,20}") {
            if let Ok(email) = Email::parse(&text) {
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
                let json = serde_json::to_string(&email).unwrap();
                prop_assert_eq!(serde_json::from_str::<Email>(&json).unwrap(), email);
            }
        }
    }
}
