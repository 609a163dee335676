//! Which of two that match comes first.

use std::cmp::Reverse;

use crate::search::domain::Query;

/// How well a thing matches: less is better. Its own attributes alone say it, so that what is hidden changes no order.
pub(super) type Score = (Class, bool, Reverse<u32>);

/// How what was typed lies in the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// It is the name.
    Is,
    /// The name begins with it, as whole words.
    BeginsWhole,
    Begins,
    /// Every word begins one of the name.
    InName,
    /// Something else of it says so: a town, a telephone, what was written.
    Elsewhere,
    /// Two beginnings in one word ("taro": Talleres Ronda).
    Together,
    /// But for a slip.
    Nearly,
}

/// The class of what matches without any forgiveness.
pub(super) fn class(name: &str, query: &Query) -> Class {
    if let Some(rest) = name.strip_prefix(query.whole.as_str()) {
        return match rest.chars().next() {
            None => Class::Is,
            Some(' ') => Class::BeginsWhole,
            Some(_) => Class::Begins,
        };
    }
    let in_name = |word: &String| name.split(' ').any(|it| it.starts_with(word.as_str()));
    match query.words.iter().all(in_name) {
        true => Class::InName,
        false => Class::Elsewhere,
    }
}
