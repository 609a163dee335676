//! Which of two that match comes first.

use std::cmp::Reverse;

use super::row::Row;
use crate::{clients::domain::head, search::domain::Query};

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
    /// A telephone or a NIF ends with it: its last four characters tell one of a hundred thousand firms from nearly all others.
    EndsCode,
    /// Something else of it says so: a town, any piece of a telephone, what was written.
    Elsewhere,
    /// Two beginnings in one word ("taro": Talleres Ronda).
    Together,
    /// But for a slip.
    Nearly,
}

/// How what matches is put into classes.
pub(super) enum Ranking<'a> {
    /// All of it is of one.
    All(Class),
    /// By what was typed.
    Typed { query: &'a Query, head: u64, mask: u64 },
    /// What two words of the name begin with, in their order; whatever else was found is none of it.
    Together(&'a str),
}

impl<'a> Ranking<'a> {
    pub(super) fn typed(query: &'a Query) -> Self {
        let bits = 8 * query.whole.len().min(8);
        Self::Typed {
            query,
            head: head(&query.whole),
            // None for nothing, which matches nothing.
            mask: u64::MAX
                .checked_shl(64 - u32::try_from(bits).unwrap_or(64))
                .unwrap_or(0),
        }
    }

    /// No row like this one is in a better class: told without its name, which lies elsewhere in memory.
    pub(super) fn at_best(&self, row: &Row) -> Class {
        match self {
            Self::All(class) => *class,
            Self::Together(_) => Class::Together,
            Self::Typed { head, mask, .. } if (row.head ^ head) & mask != 0 => Class::InName,
            Self::Typed { query, .. } => {
                let next = row.head.to_be_bytes().get(query.whole.len()).copied();
                match next {
                    None | Some(0) => Class::Is,
                    Some(b' ') => Class::BeginsWhole,
                    Some(_) => Class::Begins,
                }
            }
        }
    }

    /// The class of a row; none for what was not meant. `ends` says whether one of its codes ends with a word.
    pub(super) fn class(&self, row: &Row, ends: impl Fn(&str) -> bool) -> Option<Class> {
        match self {
            Self::All(class) => Some(*class),
            Self::Together(word) => are_together(&row.name, word).then_some(Class::Together),
            Self::Typed { query, .. } => Some(match (by_name(&row.name, query), query.words.as_slice()) {
                (Class::Elsewhere, [word]) if ends(word) => Class::EndsCode,
                (class, _) => class,
            }),
        }
    }
}

fn by_name(name: &str, query: &Query) -> Class {
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

/// Whether a word of the name begins with the first part of this and a later one with the rest, wherever it is parted.
fn are_together(name: &str, typed: &str) -> bool {
    (1..typed.len())
        .filter_map(|at| typed.split_at_checked(at))
        .any(|(first, second)| {
            let mut words = name.split(' ');
            words.any(|it| it.starts_with(first)) && words.any(|it| it.starts_with(second))
        })
}
