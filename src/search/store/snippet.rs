//! The words of a report around what was looked for.

use crate::search::domain::{Query, marked};

/// So many letters are shown, or some more until the end of a word.
const LENGTH: usize = 110;
/// So many of them before the first that was looked for.
const BEFORE: usize = 30;

/// A piece of a text that shows the first word that was looked for; the beginning when none of them is in it.
pub(super) fn snippet(text: &str, query: &Query) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let before: usize = marked(&line, query)
        .iter()
        .take_while(|(_, is_mark)| !is_mark)
        .map(|(piece, _)| piece.chars().count())
        .sum();
    let letters = line.chars().count();
    let from = match before {
        _ if before >= letters || letters <= LENGTH => 0,
        _ => before.saturating_sub(BEFORE),
    };
    let mut piece: String = line.chars().skip(from).take(LENGTH).collect();
    let is_cut = from + LENGTH < letters;
    if from > 0 {
        // From the beginning of a word.
        piece = piece
            .split_once(' ')
            .map_or(piece.clone(), |(_, rest)| format!("…{rest}"));
    }
    if is_cut {
        piece = piece
            .rsplit_once(' ')
            .map_or(piece.clone(), |(rest, _)| format!("{rest}…"));
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_shows_what_was_looked_for_in_whole_words() {
        let text = format!(
            "{} el plan de igualdad antes de marzo {}",
            "bla ".repeat(40),
            "y nada ".repeat(40)
        );
        let piece = snippet(&text, &Query::read("igualdad"));
        assert!(
            piece.starts_with("…bla") && piece.ends_with('…') && piece.contains("igualdad"),
            "{piece}"
        );
        assert_eq!(snippet("Llamar\n\nmañana", &Query::read("x")), "Llamar mañana");
        assert!(snippet(&text, &Query::read("x")).starts_with("bla bla"));
    }
}
