//! What was found, as it is shown.

use serde::{Deserialize, Serialize};

use super::{Kind, Thing};
use crate::types::{AccountId, Day, PipelineId};

/// What was found, best first within each group, the group with the best before the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    pub groups: Vec<Group>,
    /// Not everything could be looked through yet: the program has just started.
    pub is_preparing: bool,
}

impl Found {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Everything in the order in which it is shown.
    pub fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.groups.iter().flat_map(|group| &group.hits)
    }
}

/// Those of one kind. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// None for those that were opened last, of whatever kind.
    pub kind: Option<Kind>,
    pub hits: Vec<Hit>,
}

/// One that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub thing: Thing,
    /// Its name: of a report the words around what was looked for.
    pub name: String,
    /// What tells it from another of the same name: a town, a firm.
    pub about: Option<String>,
    /// When a report happened.
    pub on: Option<Day>,
    /// The account it belongs to.
    pub account: Option<AccountId>,
    /// The pipeline it lies in.
    pub pipeline: Option<PipelineId>,
}

impl Hit {
    /// Where it leads to. A person and a report are read on the page of their account.
    #[must_use]
    pub fn href(&self) -> String {
        let card = |id| match self.pipeline {
            Some(pipeline) => format!("/board?pipeline={pipeline}&card={id}"),
            None => format!("/board?card={id}"),
        };
        match (self.thing, self.account) {
            (Thing::Account(id), _) => format!("/accounts/{id}"),
            (Thing::Opportunity(id), _) => card(id),
            (Thing::Contact(_) | Thing::Report(_), Some(account)) => format!("/accounts/{account}"),
            (Thing::Contact(_) | Thing::Report(_), None) => "/accounts".to_owned(),
        }
    }
}
