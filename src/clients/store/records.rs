//! Accounts and contacts as rows with a revision.

use surrealdb::types::RecordId;

use crate::{
    clients::domain::{Account, Contact, Membership, search_key},
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
        vec![("search", search_key(&self.name))]
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
