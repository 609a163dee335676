//! Which letters of a name are those that were typed.

use super::Query;
use crate::types::fold;

/// A text in pieces, each with whether it is what was looked for: the beginnings of its words that were typed.
#[must_use]
pub fn marked(text: &str, query: &Query) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut push = |piece: &str, is_mark: bool| match pieces.last_mut() {
        _ if piece.is_empty() => {}
        Some((last, is_same)) if *is_same == is_mark => last.push_str(piece),
        _ => pieces.push((piece.to_owned(), is_mark)),
    };
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let typed = query
            .words
            .iter()
            .filter_map(|word| begins(piece, word))
            .max()
            .unwrap_or(0);
        let (mark, rest) = piece.split_at(typed);
        push(mark, true);
        push(rest, false);
    }
    pieces
}

/// How many bytes of `piece` the word takes, if the piece begins with it.
fn begins(piece: &str, word: &str) -> Option<usize> {
    let mut rest = word;
    for (at, letter) in piece.char_indices() {
        if rest.is_empty() {
            return Some(at);
        }
        let folded = fold(letter.encode_utf8(&mut [0; 4]));
        rest = rest.strip_prefix(folded.as_str())?;
    }
    rest.is_empty().then_some(piece.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_beginnings_that_were_typed_are_marked() {
        let marks = |text, typed| {
            let pieces = marked(text, &Query::read(typed));
            pieces
                .into_iter()
                .map(|(piece, is_mark)| if is_mark { format!("[{piece}]") } else { piece })
                .collect::<String>()
        };
        assert_eq!(marks("Náutica Xàbia S.L.", "xab nau"), "[Náu]tica [Xàb]ia S.L.");
        assert_eq!(marks("Ana Anaya", "ana"), "[Ana] [Ana]ya");
        assert_eq!(marks("Ronda", "zz"), "Ronda");
    }

    proptest! {
        #[test]
        fn nothing_of_the_text_is_lost(text in "\\PC{0,40}", typed in "\\PC{0,12}") {
            let pieces = marked(&text, &Query::read(&typed));
            prop_assert_eq!(pieces.into_iter().map(|(piece, _)| piece).collect::<String>(), text);
        }
    }
}
