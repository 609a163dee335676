//! What the page of an account shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Account, Need, Notice, Person};
use crate::{
    pipeline::domain::Opportunity,
    timeline::domain::{Entry, Glossary, History, Sift},
    types::{Day, ShortText, StageId, UserId},
};

/// An account with what hangs from it, as far as the lens shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountSheet {
    pub account: Account,
    /// Who is in it.
    pub people: Vec<Person>,
    pub opportunities: Vec<Opportunity>,
    /// The names of the stages those opportunities are in.
    pub stages: BTreeMap<StageId, ShortText>,
    pub history: History,
    /// What stays on top of the stream.
    pub pins: Vec<Entry>,
    /// Of which part of the stream that is.
    pub sift: Sift,
    /// Who works in the firm, by name: those who may have written in it.
    pub colleagues: BTreeMap<UserId, ShortText>,
    /// Who of them can do something with it: they see it.
    pub doers: Vec<(UserId, ShortText)>,
    /// What it wants, misses and suffers from.
    pub needs: Vec<Need>,
    /// The last day on which anybody reported of it.
    pub last_contact: Option<Day>,
    /// Who owns it, by name.
    pub owner: Option<(UserId, ShortText)>,
    /// What management asks of whoever reads it.
    pub notice: Option<Notice>,
    /// Whether the reader may change what is written down, may give instructions, and may take out what others wrote.
    pub edits: bool,
    pub instructs: bool,
    pub removes: bool,
    /// After how many days without a purchase a customer is inactive.
    pub inactive_after: u16,
    pub today: Day,
    /// What the team's letters mean.
    pub glossary: Glossary,
}
