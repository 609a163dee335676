//! What firms are recognised by: who has a clue in common with whom.

use std::collections::{BTreeSet, HashMap};

use super::Index;
use crate::{
    clients::domain::Clue,
    search::domain::Thing,
    team::domain::{Lens, Subject},
    types::AccountId,
};

/// So many with one clue are looked at: a switchboard that fifty firms share is evidence for none of them.
const CROWD: usize = 20;

/// The clues of each slot, and the slots that have each.
#[derive(Default)]
pub(super) struct Clues {
    of: HashMap<u32, Box<[Clue]>>,
    with: HashMap<Clue, Vec<u32>>,
}

impl Clues {
    pub(super) fn put(&mut self, slot: u32, clues: &[Clue]) {
        let known = self.of.remove(&slot).unwrap_or_default();
        for gone in known.iter().filter(|it| !clues.contains(it)) {
            if let Some(list) = self.with.get_mut(gone) {
                list.retain(|it| *it != slot);
                if list.is_empty() {
                    self.with.remove(gone);
                }
            }
        }
        for fresh in clues.iter().filter(|it| !known.contains(it)) {
            self.with.entry(*fresh).or_default().push(slot);
        }
        if !clues.is_empty() {
            self.of.insert(slot, clues.into());
        }
    }
}

impl Index {
    /// The accounts that this lens shows and that have one of these clues.
    #[must_use]
    pub fn with_a_clue(&self, clues: &[Clue], lens: &Lens) -> Vec<AccountId> {
        let seen = self.owners.seen(lens, Subject::Accounts);
        let found = clues.iter().filter_map(|clue| self.clues.with.get(clue));
        let found: BTreeSet<u32> = found.flat_map(|list| self.crowd(list, &seen)).collect();
        found.into_iter().filter_map(|slot| self.account(slot)).collect()
    }

    /// Pairs of accounts that this lens shows and that have a clue in common, those with the strongest first, at most `most`; and
    /// whether there are more.
    #[must_use]
    pub fn sharing_a_clue(&self, lens: &Lens, most: usize) -> (Vec<(AccountId, AccountId)>, bool) {
        let seen = self.owners.seen(lens, Subject::Accounts);
        let mut shared: Vec<(&Clue, Vec<u32>)> = self
            .clues
            .with
            .iter()
            .filter(|(_, list)| list.len() > 1)
            .map(|(clue, list)| (clue, self.crowd(list, &seen)))
            .filter(|(_, list)| list.len() > 1)
            .collect();
        shared.sort_unstable();
        let mut pairs = Vec::new();
        let mut known = BTreeSet::new();
        for (_, list) in shared {
            for (at, one) in list.iter().enumerate() {
                for other in &list[at + 1..] {
                    if !known.insert((*one.min(other), *one.max(other))) {
                        continue;
                    }
                    if pairs.len() == most {
                        return (pairs, true);
                    }
                    pairs.extend(self.account(*one).zip(self.account(*other)));
                }
            }
        }
        (pairs, false)
    }

    /// Those of the list that are seen; nobody where they are too many.
    fn crowd(&self, list: &[u32], seen: &[bool]) -> Vec<u32> {
        let is_seen = |slot: &&u32| {
            let row = self.rows.get(**slot as usize);
            row.is_some_and(|row| row.is_there && seen.get(row.owner as usize) == Some(&true))
        };
        let some: Vec<u32> = list.iter().filter(is_seen).take(CROWD + 1).copied().collect();
        if some.len() > CROWD { Vec::new() } else { some }
    }

    pub(super) fn account(&self, slot: u32) -> Option<AccountId> {
        match self.rows.get(slot as usize)?.thing() {
            Thing::Account(id) => Some(id),
            Thing::Contact(_) | Thing::Opportunity(_) | Thing::Report(_) => None,
        }
    }
}
