//! A field of many cards as it travels: its values once, and a letter for each card.

use std::{collections::HashMap, hash::Hash};

use serde::{Deserialize, Serialize};

use crate::types::Invalid;

/// The letter of the first value: after the quote and the backslash, which JSON writes as two.
const FIRST: u32 = ']' as u32;
/// The letter of a card that has none.
const NONE: char = ' ';
/// There are no letters from here to [`AFTER`] (they are halves of UTF-16).
const GAP: u32 = 0xD800;
const AFTER: u32 = 0xE000;

/// What does not fit together.
pub(super) fn unknown() -> Invalid {
    Invalid::unknown("card")
}

/// Values of which many are the same. A text is read from JSON ten times as fast as a list of numbers.
#[derive(Serialize, Deserialize)]
pub(super) struct Shared<T> {
    pub(super) values: Vec<T>,
    /// For each card the letter of its value.
    at: String,
}

impl<T: Clone + Eq + Hash> Shared<T> {
    /// Of what each card has.
    pub(super) fn of(each: impl Iterator<Item = Option<T>>) -> Self {
        let (mut values, mut letters) = (Vec::new(), HashMap::new());
        let at = each
            .map(|value| {
                let Some(value) = value else { return NONE };
                *letters.entry(value).or_insert_with_key(|value| {
                    values.push(value.clone());
                    letter(values.len() - 1)
                })
            })
            .collect();
        Self { values, at }
    }

    /// What each card has.
    pub(super) fn each(&self) -> impl Iterator<Item = Result<Option<T>, Invalid>> {
        let value = |letter: char| self.values.get(place(letter)?).cloned();
        self.at.chars().map(move |letter| match letter {
            NONE => Ok(None),
            _ => value(letter).map(Some).ok_or_else(unknown),
        })
    }
}

/// Of so many values as no board has, the last have none.
fn letter(place: usize) -> char {
    let code = u32::try_from(place).unwrap_or(u32::MAX).saturating_add(FIRST);
    let code = if code < GAP {
        code
    } else {
        code.saturating_add(AFTER - GAP)
    };
    char::from_u32(code).unwrap_or(NONE)
}

fn place(letter: char) -> Option<usize> {
    let code = u32::from(letter);
    let code = if code < GAP { code } else { code - (AFTER - GAP) };
    usize::try_from(code.checked_sub(FIRST)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_letter_of_its_own() {
        let letters: Vec<char> = (0..100_000).map(letter).collect();
        assert!(letters.is_sorted());
        assert!((0..100_000).zip(letters).all(|(at, letter)| place(letter) == Some(at)));
        assert_eq!(place(NONE), None);
    }

    #[test]
    fn what_many_share_is_said_once() {
        let each = [Some(7), None, Some(9), Some(7)];
        let shared = Shared::of(each.into_iter());
        assert_eq!(shared.values, [7, 9]);
        assert_eq!(shared.each().collect::<Result<Vec<_>, _>>().unwrap(), each);
    }
}
