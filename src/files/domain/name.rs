//! What a file is called, without what could deceive.

use crate::types::{Invalid, ShortText};

/// So many letters are enough for a name.
const LONGEST: usize = 120;
/// What is called nothing.
const NAMELESS: &str = "archivo";

/// The name of a file as it was given, without folders, without what cannot be seen or turns the direction of the text, and no longer than
/// 120 letters; its ending stays.
///
/// # Errors
/// Those of a line of text, for what is none even so.
pub fn safe_name(given: &str) -> Result<ShortText, Invalid> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|letter| !is_hidden(*letter)).collect();
    let seen = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let seen = seen.trim_matches(['.', ' ']);
    let name = if seen.is_empty() { NAMELESS } else { seen };
    ShortText::parse(&shortened(name))
}

fn shortened(name: &str) -> String {
    let letters = name.chars().count();
    if letters <= LONGEST {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let ending = ending.filter(|ending| ending.chars().count() <= 10);
    match ending {
        Some(ending) => {
            let room = LONGEST - ending.chars().count() - 1;
            let stem: String = name.chars().take(room).collect();
            format!("{stem}.{ending}")
        }
        None => name.chars().take(LONGEST).collect(),
    }
}

/// Controls, marks of direction and what has no width.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(letter, '\u{2028}' | '\u{2029}' | '"' | '<' | '>')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_deceives_nobody() {
        let long = format!("{}.pdf", "ñ".repeat(300));
        for (given, safe) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Fotos\\obra 3.jpg", "obra 3.jpg"),
            ("factura\u{202e}gpj.exe", "facturagpj.exe"),
            ("📷 Peña.png", "📷 Peña.png"),
            ("..", "archivo"),
            ("", "archivo"),
            ("a\r\nb\".txt", "ab.txt"),
        ] {
            assert_eq!(safe_name(given).map(|name| name.to_string()), Ok(safe.to_owned()));
        }
        let short = safe_name(&long).expect("a name");
        assert_eq!(short.as_str().chars().count(), LONGEST);
        assert!(short.as_str().ends_with("ñ.pdf"));
    }
}
