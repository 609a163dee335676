//! Accounts and contacts as rows with a revision.

use surrealdb::types::RecordId;

use crate::{
    clients::domain::{Account, Contact, Membership, Traits, search_key},
    server::db::{Record, revised},
    types::Revision,
};

revised!(Membership);

impl Record for Account {
    fn record_id(&self) -> RecordId {
        self.id.record_id()
    }

    fn revision(&self) -> Revision {
        self.revision
    }

    fn derived(&self) -> Vec<(&'static str, String)> {
        let traits = Traits::from(self);
        let recognised = [("name_key", traits.name.key()), ("name_sound", traits.name.sound())];
        let mut derived = vec![("search", search_key(&self.name))];
        // What it has not is not in the index either: all that lack it would be found together.
        derived.extend(recognised.into_iter().filter(|(_, key)| !key.is_empty()));
        derived.extend(traits.domain.map(|domain| ("domain", domain)));
        derived
    }
}

impl Record for Contact {
    fn record_id(&self) -> RecordId {
        self.id.record_id()
    }

    fn revision(&self) -> Revision {
        self.revision
    }

    fn derived(&self) -> Vec<(&'static str, String)> {
        vec![("search", search_key(&self.name))]
    }
}
