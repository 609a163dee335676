//! What is looked through, in memory: which words every thing has, and whose it is. Without a lens: each search looks through
//! its own. Names as they are shown and the texts of reports are not kept, only their words.

mod bits;
mod clues;
mod codes;
mod lists;
mod looking;
mod owners;
mod rank;
mod roll;
mod row;
mod typo;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub use looking::{Match, SHOWN};
pub use roll::Listed;
pub use row::Told;
use strum::EnumCount;
use uuid::Uuid;

use self::{clues::Clues, codes::Codes, lists::Lists, owners::Owners, roll::Roll, row::Row};
use crate::{
    clients::domain::head,
    search::domain::{Kind, Thing},
    types::{AccountId, ContactId, MembershipId},
};

/// Everything that can be found. Whatever is told twice is there once, as it was told last.
#[derive(Default)]
pub struct Index {
    rows: Vec<Row>,
    slots: HashMap<Uuid, u32>,
    owners: Owners,
    lists: [Lists; Kind::COUNT],
    codes: Codes,
    /// What firms are recognised by.
    clues: Clues,
    /// The accounts as they are listed.
    roll: Roll,
    /// Who is where: the slots of the contact and of the account.
    members: HashMap<MembershipId, (u32, u32)>,
    /// The same from the contact: in which accounts, by what.
    places: HashMap<u32, Vec<(u32, MembershipId)>>,
}

impl Index {
    /// Takes over a thing as it is now.
    pub fn put(&mut self, told: &Told) {
        let slot = self.slot(told.thing);
        let account = told.account.map(|id| self.slot(Thing::Account(id)));
        let opportunity = told.opportunity.map(|id| self.slot(Thing::Opportunity(id)));
        let owner = self.owners.number(told.belongs);
        let lists = &mut self.lists[told.thing.kind() as usize];
        let mut words: Vec<u32> = told.words.iter().map(|word| lists.number(word)).collect();
        words.sort_unstable();
        words.dedup();
        let row = &mut self.rows[slot as usize];
        // Of a report that is corrected nobody finds what it said before.
        if told.thing.kind() == Kind::Report && row.is_there {
            lists.forget(slot);
        }
        for word in row.words.iter().filter(|word| words.binary_search(word).is_err()) {
            lists.take(*word, slot);
        }
        for word in words.iter().filter(|word| row.words.binary_search(word).is_err()) {
            lists.add(*word, slot);
        }
        row.account = account;
        row.opportunity = opportunity;
        row.owner = owner;
        row.at = told.at;
        row.name = told.name.as_str().into();
        row.head = head(&told.name);
        row.is_there = true;
        // A report is seldom corrected: which words it has is found again then, and not kept for each of a million.
        if told.thing.kind() != Kind::Report {
            row.words = words.into();
        }
        self.codes.put(slot, &told.codes);
        self.clues.put(slot, &told.clues);
        self.roll.put(slot, told.line.clone());
    }

    /// Forgets what is not there any more.
    pub fn forget(&mut self, thing: Thing) {
        let Some(&slot) = self.slots.get(&thing.key()) else {
            return;
        };
        let row = &mut self.rows[slot as usize];
        if !row.is_there {
            return;
        }
        row.is_there = false;
        row.name = Box::default();
        row.head = 0;
        for word in std::mem::take(&mut row.words) {
            self.lists[thing.kind() as usize].take(word, slot);
        }
        if thing.kind() == Kind::Report {
            self.lists[Kind::Report as usize].forget(slot);
        }
        self.codes.put(slot, "");
        self.clues.put(slot, &[]);
        self.roll.forget(slot);
    }

    /// That somebody is in an account.
    pub fn join(&mut self, membership: MembershipId, contact: ContactId, account: AccountId) {
        let pair = (self.slot(Thing::Contact(contact)), self.slot(Thing::Account(account)));
        if self.members.get(&membership) == Some(&pair) {
            return;
        }
        self.part(membership);
        self.members.insert(membership, pair);
        self.places.entry(pair.0).or_default().push((pair.1, membership));
    }

    /// That somebody is not in an account any more.
    pub fn part(&mut self, membership: MembershipId) {
        let Some((contact, _)) = self.members.remove(&membership) else {
            return;
        };
        if let Some(places) = self.places.get_mut(&contact) {
            places.retain(|(_, by)| *by != membership);
        }
    }

    /// Lets go of the room that it grew into.
    pub fn shrink(&mut self) {
        self.rows.shrink_to_fit();
        self.slots.shrink_to_fit();
        self.lists.iter_mut().for_each(Lists::shrink);
        self.roll.shrink();
    }

    /// Where a thing lies: the same slot for ever, also before it has been told.
    fn slot(&mut self, thing: Thing) -> u32 {
        let next = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let slot = *self.slots.entry(thing.key()).or_insert(next);
        if slot == next {
            self.rows.push(Row::unknown(thing));
        }
        slot
    }
}
