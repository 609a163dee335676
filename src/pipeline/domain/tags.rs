//! The tags of one opportunity, and those that are in use.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Board, Tag};
use crate::types::Invalid;

/// A set of tags, in the order of the alphabet: none twice, and no more than a person reads at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<Tag>", into = "Vec<Tag>")]
pub struct Tags(Vec<Tag>);

impl Tags {
    const MOST: u16 = 10;

    /// Reads `urgente,licitación`. What is no tag, and what is one too many, is passed over, since an address is often old.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let tags = text.split(',').filter_map(|it| Tag::parse(it).ok());
        tags.fold(Self::default(), |tags, tag| tags.with(&tag).unwrap_or(tags))
    }

    /// The same with one more. One that is there already keeps the spelling it has.
    ///
    /// # Errors
    /// [`Invalid::TooMany`].
    pub fn with(&self, tag: &Tag) -> Result<Self, Invalid> {
        let mut tags = self.clone();
        if let Err(at) = tags.0.binary_search(tag) {
            if tags.0.len() >= usize::from(Self::MOST) {
                return Err(Self::full());
            }
            tags.0.insert(at, tag.clone());
        }
        Ok(tags)
    }

    /// Why no more are put on.
    #[must_use]
    pub const fn full() -> Invalid {
        Invalid::TooMany { max: Self::MOST }
    }

    /// The same without one of them.
    #[must_use]
    pub fn without(&self, tag: &Tag) -> Self {
        self.iter().filter(|it| *it != tag).cloned().collect()
    }

    /// In the order of the alphabet.
    pub fn iter(&self) -> std::slice::Iter<'_, Tag> {
        self.0.iter()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this one is among them.
    #[must_use]
    pub fn contains(&self, tag: &Tag) -> bool {
        self.0.contains(tag)
    }

    /// Whether all of these are among them.
    #[must_use]
    pub fn hold(&self, wanted: &Self) -> bool {
        wanted.iter().all(|tag| self.contains(tag))
    }

    /// One after the other.
    #[must_use]
    pub fn joined(&self, with: &str) -> String {
        let tags: Vec<&str> = self.iter().map(Tag::as_str).collect();
        tags.join(with)
    }
}

/// Those that fit.
impl FromIterator<Tag> for Tags {
    fn from_iter<I: IntoIterator<Item = Tag>>(tags: I) -> Self {
        let add = |all: Self, tag: Tag| all.with(&tag).unwrap_or(all);
        tags.into_iter().fold(Self::default(), add)
    }
}

impl TryFrom<Vec<Tag>> for Tags {
    type Error = Invalid;

    fn try_from(tags: Vec<Tag>) -> Result<Self, Invalid> {
        tags.iter().try_fold(Self::default(), |all, tag| all.with(tag))
    }
}

impl From<Tags> for Vec<Tag> {
    fn from(tags: Tags) -> Self {
        tags.0
    }
}

impl Board {
    /// The tags that its open cards have, in the order of the alphabet; each as the first of them spells it.
    #[must_use]
    pub fn tags_in_use(&self) -> Vec<Tag> {
        let mut found = BTreeMap::new();
        for tag in self.cards.iter().flat_map(|card| card.tags.iter()) {
            found.entry(tag.key()).or_insert(tag);
        }
        found.into_values().cloned().collect()
    }
}
