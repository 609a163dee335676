//! A value in an address: a filter, the page to go on to, what a form that comes back carries.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// An address has at most 64 KiB for the server, its path and what else is in it among them.
const MOST: usize = 60_000;

/// A value as it travels in an address: JSON in the base64 that needs no escaping. What no address holds is cut in its longest
/// texts: whoever sent a hundred thousand letters where two hundred go is told so, and has the first of them.
pub fn packed<T: Serialize>(value: &T) -> String {
    let whole = URL_SAFE_NO_PAD.encode(serde_json::to_vec(value).unwrap_or_default());
    if whole.len() <= MOST {
        return whole;
    }
    let mut value = serde_json::to_value(value).unwrap_or_default();
    // Packing makes three bytes four, and the other fields need some.
    let mut room = 44_000;
    loop {
        cut(&mut value, room);
        let packed = URL_SAFE_NO_PAD.encode(value.to_string());
        if packed.len() <= MOST || room == 0 {
            return packed;
        }
        room /= 2;
    }
}

/// Leaves of each text so many bytes, counted as JSON has them.
fn cut(value: &mut Value, room: usize) {
    match value {
        Value::String(text) => {
            let mut used = 0;
            let end = text.char_indices().find(|(_, letter)| {
                used += match letter {
                    '"' | '\\' | '\n' | '\r' | '\t' => 2,
                    letter if letter.is_control() => 6,
                    letter => letter.len_utf8(),
                };
                used > room
            });
            if let Some((end, _)) = end {
                text.truncate(end);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|it| cut(it, room)),
        Value::Object(fields) => fields.values_mut().for_each(|it| cut(it, room)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The value of an address; none for one that is not ours.
pub fn unpacked<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
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

    #[test]
    fn what_no_address_holds_is_cut_in_its_longest_texts() {
        for letter in ["a", "ñ", "\"", "\u{1}", "😀"] {
            for count in [50_000, 500_000] {
                let said = (letter.repeat(count), vec!["Peña".to_owned(), letter.repeat(count)]);
                let packed = packed(&said);
                assert!(packed.len() <= MOST, "{letter:?}");
                let (one, others) = unpacked::<(String, Vec<String>)>(&packed).unwrap();
                assert!(said.0.starts_with(&one) && one.len() > 1_000, "{letter:?}");
                assert_eq!(others, ["Peña".to_owned(), one]);
            }
        }
    }
}
