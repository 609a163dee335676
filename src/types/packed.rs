//! A value in an address: a filter, the page to go on to, what a form that comes back carries.

use serde::{Serialize, de::DeserializeOwned};

/// A value as it travels in an address: JSON in hexadecimal, which needs no escaping.
pub fn packed<T: Serialize>(value: &T) -> String {
    let json = serde_json::to_vec(value).unwrap_or_default();
    json.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The value of an address; none for one that is not ours.
pub fn unpacked<T: DeserializeOwned>(text: &str) -> Option<T> {
    let digits = text.as_bytes();
    let bytes: Option<Vec<u8>> = digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect();
    serde_json::from_slice(&bytes?).ok()
}

/// A text in the query of an address: everything but letters, digits and `/-._~` as `%XX`. Unlike the router's own, it leaves
/// `/board` to be read as such.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_asked_for_survives_signing_in() {
        assert_eq!(escaped("/board?x=1&y=ñ"), "/board%3Fx%3D1%26y%3D%C3%B1");
    }

    #[test]
    fn what_is_packed_arrives_and_nonsense_does_not() {
        let said = vec!["Peña & Hijos".to_owned(), String::new()];
        assert_eq!(unpacked::<Vec<String>>(&packed(&said)), Some(said));
        assert_eq!(unpacked::<Vec<String>>("zz"), None);
        assert_eq!(unpacked::<Vec<String>>("ñ"), None);
    }
}
