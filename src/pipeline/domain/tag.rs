//! A word that people put on opportunities to find them by.

use std::{
    cmp::Ordering,
    hash::{Hash, Hasher},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use crate::types::{Invalid, ShortText, fold, parsed_text};

/// One tag: a line of 1 to 30 characters without commas, since several are written one after the other with them.
///
/// «Licitación» and «licitacion» are one tag: whoever types in a hurry makes no second one of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tag(
    String,
    /// What it is told apart by: found once, since ten thousand cards compare their tags at every change of a board.
    Arc<str>,
);

parsed_text!(Tag);

impl Tag {
    const LONGEST: u16 = 30;

    /// Reads a tag: trimmed, every run of blanks a single space. Errors: those of [`ShortText::parse`], [`Invalid::Comma`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let line = String::from(ShortText::parse(text)?);
        if line.contains(',') {
            return Err(Invalid::Comma);
        }
        if line.chars().nth(usize::from(Self::LONGEST)).is_some() {
            return Err(Invalid::TooLong { max: Self::LONGEST });
        }
        let key = fold(&line).into();
        Ok(Self(line, key))
    }

    /// What it is told apart by.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.1
    }
}

impl PartialEq for Tag {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Tag {}

impl Ord for Tag {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(other.key())
    }
}

impl PartialOrd for Tag {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Tag {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}
