//! What the page of an account shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Account, Person};
use crate::{
    pipeline::domain::Opportunity,
    timeline::domain::History,
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
    /// The last day on which anybody reported of it.
    pub last_contact: Option<Day>,
    /// Who owns it, by name.
    pub owner: Option<(UserId, ShortText)>,
    pub today: Day,
}
