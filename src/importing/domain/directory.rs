//! Which record stands behind a key.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::Kind;
use crate::types::{AccountId, ShortText};

/// The records that rows may refer to: those of earlier imports, and those of this one as they come.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    records: BTreeMap<Kind, HashMap<String, Uuid>>,
    accounts: HashMap<AccountId, ShortText>,
}

impl Directory {
    /// The record behind a key.
    #[must_use]
    pub fn find(&self, kind: Kind, key: &str) -> Option<Uuid> {
        self.records.get(&kind)?.get(key).copied()
    }

    /// Remembers a record.
    pub fn insert(&mut self, kind: Kind, key: String, id: Uuid) {
        self.records.entry(kind).or_default().insert(key, id);
    }

    /// Remembers how an account is called, for the opportunities that copy it.
    pub fn name_account(&mut self, id: AccountId, name: ShortText) {
        self.accounts.insert(id, name);
    }

    /// How an account is called.
    #[must_use]
    pub fn account_name(&self, id: AccountId) -> Option<&ShortText> {
        self.accounts.get(&id)
    }

    /// Every account that is known.
    pub fn account_ids(&self) -> impl Iterator<Item = AccountId> {
        self.records
            .get(&Kind::Account)
            .into_iter()
            .flat_map(HashMap::values)
            .copied()
            .map(AccountId::from_uuid)
    }
}
