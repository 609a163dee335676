//! The list of all accounts: which of them a filter lets through, in which order, and when each was last heard of.

use std::{cmp::Ordering, collections::HashMap};

use super::Index;
use crate::{
    clients::domain::{AccountColumn, AccountLine, AccountSort, Holders, LineKey, Sieve, head},
    search::domain::Thing,
    team::domain::{Lens, Subject},
    types::{AccountId, OpportunityId},
};

/// Accounts as they are listed, one after the other, since a list goes through all of them.
#[derive(Default)]
pub(super) struct Roll {
    listings: Vec<Listing>,
    /// Where the one of each slot is.
    places: HashMap<u32, usize>,
}

/// An account of the list.
struct Listing {
    slot: u32,
    /// Of its name.
    head: u64,
    /// None for one that has not been told, or is gone.
    line: Option<AccountLine>,
    /// When it was heard of, in each matter.
    heard: Vec<Heard>,
}

/// That an account was last heard of so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Heard {
    /// The slot of the opportunity that it was about: who does not see that is not told.
    about: Option<u32>,
    /// In seconds since 1970.
    at: u32,
}

/// An account of the list, and when it was last heard of, in seconds since 1970, as far as the reader may know.
pub type Listed = (AccountId, Option<u32>);

/// An account that is shown, while it is put in order.
struct Shown<'a> {
    key: Option<LineKey<'a>>,
    head: u64,
    line: &'a AccountLine,
    listing: &'a Listing,
}

impl Roll {
    pub(super) fn put(&mut self, slot: u32, line: Option<AccountLine>) {
        if let Some(line) = line {
            let listing = self.of(slot);
            listing.head = head(line.name());
            listing.line = Some(line);
        }
    }

    pub(super) fn forget(&mut self, slot: u32) {
        if let Some(listing) = self.known(slot) {
            listing.line = None;
            listing.heard = Vec::new();
        }
    }

    /// Forgets when an account was heard of: it is told anew.
    fn unhear(&mut self, slot: u32) {
        if let Some(listing) = self.known(slot) {
            listing.heard.clear();
        }
    }

    pub(super) fn shrink(&mut self) {
        self.listings.shrink_to_fit();
        self.places.shrink_to_fit();
        self.listings.iter_mut().for_each(|it| it.heard.shrink_to_fit());
    }

    /// Of `about`, or of the account itself, it was last heard then; none takes back what was told.
    fn set(&mut self, slot: u32, about: Option<u32>, at: Option<u32>) {
        let heard = &mut self.of(slot).heard;
        heard.retain(|it| it.about != about);
        heard.extend(at.map(|at| Heard { about, at }));
    }

    fn known(&mut self, slot: u32) -> Option<&mut Listing> {
        let place = *self.places.get(&slot)?;
        self.listings.get_mut(place)
    }

    fn of(&mut self, slot: u32) -> &mut Listing {
        let next = self.listings.len();
        let place = *self.places.entry(slot).or_insert(next);
        if place == next {
            self.listings.push(Listing {
                slot,
                head: 0,
                line: None,
                heard: Vec::new(),
            });
        }
        &mut self.listings[place]
    }
}

impl Index {
    /// That an account was heard of at a moment, in seconds since 1970: the last such moment counts.
    pub fn hear(&mut self, account: AccountId, about: Option<OpportunityId>, at: u32) {
        let slot = self.slot(Thing::Account(account));
        let about = about.map(|id| self.slot(Thing::Opportunity(id)));
        let known = self.roll.of(slot).heard.iter();
        let last = known.filter(|it| it.about == about).map(|it| it.at).max();
        self.roll.set(slot, about, last.max(Some(at)));
    }

    /// When an account was last heard of in a matter, whatever had been told before.
    pub fn correct(&mut self, account: AccountId, about: Option<OpportunityId>, at: Option<u32>) {
        let slot = self.slot(Thing::Account(account));
        let about = about.map(|id| self.slot(Thing::Opportunity(id)));
        self.roll.set(slot, about, at);
    }

    /// Forgets when an account was heard of: it is told anew.
    pub fn unhear(&mut self, account: AccountId) {
        let slot = self.slot(Thing::Account(account));
        self.roll.unhear(slot);
    }

    /// The accounts of a list that this lens shows, from the one at `from` on, at most `most`; and how many there are in all.
    #[must_use]
    pub fn listed(
        &self,
        sieve: &Sieve<'_>,
        sort: Option<AccountSort>,
        holders: &Holders,
        lens: &Lens,
        (from, most): (usize, usize),
    ) -> (Vec<Listed>, usize) {
        let seen = self.owners.seen(lens, Subject::Accounts);
        let told = self.owners.seen(lens, Subject::Opportunities);
        let is_seen = |sight: &[bool], slot: u32| {
            let row = self.rows.get(slot as usize).filter(|row| row.is_there);
            row.is_some_and(|row| sight.get(row.owner as usize) == Some(&true))
        };
        let contact = |it: &Listing| {
            let known = it
                .heard
                .iter()
                .filter(|it| it.about.is_none_or(|about| is_seen(&told, about)));
            known.map(|it| it.at).max()
        };
        let by = sort.map_or(AccountColumn::Name, |sort| sort.by);
        let asks_contact = sieve.asks_contact() || by == AccountColumn::Contact;
        let mut shown: Vec<Shown<'_>> = Vec::new();
        for listing in &self.roll.listings {
            let Some(line) = listing.line.as_ref().filter(|_| is_seen(&seen, listing.slot)) else {
                continue;
            };
            let contact = asks_contact.then(|| contact(listing)).flatten();
            if sieve.admits(line, contact) {
                shown.push(Shown {
                    key: sieve.key(line, by, contact, holders),
                    head: listing.head,
                    line,
                    listing,
                });
            }
        }
        let count = shown.len();
        let descends = sort.is_some_and(|sort| sort.descends);
        let window = window(&mut shown, from, most, |one, other| compare(one, other, descends));
        let account = |it: &Shown<'_>| Some((self.account(it.listing.slot)?, contact(it.listing)));
        (window.iter().filter_map(account).collect(), count)
    }
}

/// What is empty comes last, whichever way; what is equal stands by name, and then by age.
fn compare(one: &Shown<'_>, other: &Shown<'_>, descends: bool) -> Ordering {
    let by_key = match (one.key, other.key) {
        (Some(a), Some(b)) if descends => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    by_key
        .then_with(|| one.head.cmp(&other.head))
        .then_with(|| one.line.name().cmp(other.line.name()))
        .then_with(|| one.listing.slot.cmp(&other.listing.slot))
}

/// The rows from `from` on as if all were sorted: only what is shown is.
fn window<T>(rows: &mut [T], from: usize, most: usize, compare: impl Fn(&T, &T) -> Ordering) -> &[T] {
    let until = from.saturating_add(most).min(rows.len());
    if from >= until {
        return &[];
    }
    if until < rows.len() {
        rows.select_nth_unstable_by(until, &compare);
    }
    let rows = &mut rows[..until];
    if from > 0 {
        rows.select_nth_unstable_by(from, &compare);
    }
    let rows = &mut rows[from..];
    rows.sort_unstable_by(&compare);
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_window_is_what_sorting_everything_would_show(
            mut rows in proptest::collection::vec(0_u16..500, 0..200), from in 0_usize..220, most in 0_usize..60,
        ) {
            let mut sorted = rows.clone();
            sorted.sort_unstable();
            let wanted: Vec<u16> = sorted.into_iter().skip(from).take(most).collect();
            prop_assert_eq!(window(&mut rows, from, most, Ord::cmp), wanted);
        }
    }
}
