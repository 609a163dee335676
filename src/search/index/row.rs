//! A thing as it is told, and as it is kept.

use uuid::Uuid;

use crate::{
    clients::domain::{AccountLine, Clue},
    search::domain::{Kind, Thing, words},
    team::domain::Belongs,
    types::{AccountId, Moment, OpportunityId},
};

/// A thing as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub thing: Thing,
    /// Whose it is; a person and a report belong to nobody but their account.
    pub belongs: Belongs,
    /// The account of a report.
    pub account: Option<AccountId>,
    /// The opportunity of a report.
    pub opportunity: Option<OpportunityId>,
    /// Its name as words in one line; nothing for a report.
    pub name: String,
    /// Every word by which it is found, those of the name among them.
    pub words: Vec<String>,
    /// Telephone and NIF, of which any piece finds it: lower case, one space between them.
    pub codes: String,
    /// What a firm is recognised by, when it is written down a second time.
    pub clues: Vec<Clue>,
    /// An account as it is listed.
    pub line: Option<AccountLine>,
    /// How recent it is, in seconds since 1970.
    pub at: u32,
}

impl Told {
    /// A thing without a name, of no time.
    #[must_use]
    pub fn unnamed(thing: Thing, belongs: Belongs) -> Self {
        Self {
            thing,
            belongs,
            account: None,
            opportunity: None,
            name: String::new(),
            words: Vec::new(),
            codes: String::new(),
            clues: Vec::new(),
            line: None,
            at: 0,
        }
    }

    /// A thing of this name.
    #[must_use]
    pub fn named(thing: Thing, belongs: Belongs, name: &str, at: Moment) -> Self {
        Self {
            at: u32::try_from(at.millis() / 1000).unwrap_or_default(),
            ..Self::unnamed(thing, belongs)
        }
        .name(name)
    }

    /// Called so.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        let words = words(name);
        self.name = words.join(" ");
        self.words.extend(words);
        self
    }

    /// Found by these words as well.
    #[must_use]
    pub fn also(mut self, text: Option<&str>) -> Self {
        self.words.extend(text.map(words).unwrap_or_default());
        self
    }

    /// Found by any piece of this as well.
    #[must_use]
    pub fn code(mut self, code: Option<&str>) -> Self {
        let letters = code.unwrap_or_default().chars().filter(char::is_ascii_alphanumeric);
        let code: String = letters.map(|c| c.to_ascii_lowercase()).collect();
        if !code.is_empty() && !self.codes.is_empty() {
            self.codes.push(' ');
        }
        self.codes.push_str(&code);
        self
    }
}

/// A thing as it is kept.
#[derive(Debug)]
pub(super) struct Row {
    key: Uuid,
    pub(super) kind: Kind,
    /// Whether it has been told, and not forgotten.
    pub(super) is_there: bool,
    /// The number of whose it is.
    pub(super) owner: u32,
    pub(super) at: u32,
    /// Slots.
    pub(super) account: Option<u32>,
    pub(super) opportunity: Option<u32>,
    pub(super) name: Box<str>,
    /// How the name begins: mostly that is enough to know of it.
    pub(super) head: u64,
    /// The numbers of its words, sorted; of a report none.
    pub(super) words: Box<[u32]>,
}

impl Row {
    pub(super) fn unknown(thing: Thing) -> Self {
        Self {
            key: thing.key(),
            kind: thing.kind(),
            is_there: false,
            owner: 0,
            at: 0,
            account: None,
            opportunity: None,
            name: Box::default(),
            head: 0,
            words: Box::default(),
        }
    }

    pub(super) const fn thing(&self) -> Thing {
        Thing::of(self.kind, self.key)
    }
}
