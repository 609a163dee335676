//! A search.

use std::cmp::Reverse;

use strum::IntoEnumIterator;

use super::{
    Index,
    bits::Bits,
    rank::{Class, Ranking, Score},
    row::Row,
    typo,
};
use crate::{
    search::domain::{Kind, Query, Thing},
    team::domain::{Lens, Subject},
    types::MembershipId,
};

/// So many of a kind are shown.
pub const SHOWN: usize = 8;
/// A word of a report is looked for from so many letters on: shorter ones are in every report.
const FEWEST_OF_REPORT: usize = 3;
/// With fewer than these found, what was typed is forgiven a slip.
const FEW: usize = 3;
/// A word that may be two beginnings has so many letters.
const TOGETHER: std::ops::RangeInclusive<usize> = 3..=6;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    pub thing: Thing,
    /// In which account a person was found.
    pub by: Option<MembershipId>,
}

/// What one lens shows.
struct Sight {
    accounts: Vec<bool>,
    opportunities: Vec<bool>,
    own: Vec<bool>,
}

impl Index {
    /// What matches and this lens shows: at most [`SHOWN`] of each kind, best first, the kind with the best match before the
    /// others. Everything is asked of the lens before anything is counted or compared.
    #[must_use]
    pub fn look_for(&self, query: &Query, lens: &Lens) -> Vec<Vec<Match>> {
        if query.is_empty() {
            return Vec::new();
        }
        let sight = Sight {
            accounts: self.owners.seen(lens, Subject::Accounts),
            opportunities: self.owners.seen(lens, Subject::Opportunities),
            own: self.owners.own(lens),
        };
        let mut found: Vec<Vec<(Score, u32)>> = Kind::iter()
            .map(|kind| {
                let exact = self.matching(kind, &query.words, false);
                let ranking = match kind {
                    Kind::Report => Ranking::All(Class::Elsewhere),
                    _ => Ranking::typed(query),
                };
                self.best(&exact, &sight, &ranking)
            })
            .collect();
        if found[Kind::Account as usize].len() < SHOWN
            && let [word] = query.words.as_slice()
        {
            let together = self.together(word);
            add(
                &mut found[Kind::Account as usize],
                self.best(&together, &sight, &Ranking::Together(word)),
            );
        }
        if found.iter().map(Vec::len).sum::<usize>() < FEW {
            for kind in Kind::iter() {
                let nearly = self.matching(kind, &query.words, true);
                add(
                    &mut found[kind as usize],
                    self.best(&nearly, &sight, &Ranking::All(Class::Nearly)),
                );
            }
        }
        found.retain(|group| !group.is_empty());
        found.sort_by_key(|group| group.first().map(|((class, ..), _)| *class));
        let shown = |(_, slot): (Score, u32)| Match {
            thing: self.rows[slot as usize].thing(),
            by: self.place(slot, &sight),
        };
        found
            .into_iter()
            .map(|group| group.into_iter().map(shown).collect())
            .collect()
    }

    /// Everything of a kind that has every word, in whatever order.
    fn matching(&self, kind: Kind, words: &[String], forgiving: bool) -> Bits {
        let mut all: Option<Bits> = None;
        for word in words {
            if kind == Kind::Report && word.chars().count() < FEWEST_OF_REPORT {
                return Bits::none(self.rows.len());
            }
            let mut with = self.beginning(kind, word);
            if forgiving && typo::is_forgiven(word) {
                let nearly = self.lists[kind as usize].nearly(word);
                nearly.for_each(|list| with.add_all(list));
            }
            let is_of_kind = |slot: u32| self.rows.get(slot as usize).is_some_and(|row| row.kind == kind);
            self.codes.find(word, is_of_kind, &mut with);
            match &mut all {
                Some(all) => all.keep(&with),
                None => all = Some(with),
            }
            if all.as_ref().is_some_and(Bits::is_empty) {
                break;
            }
        }
        all.unwrap_or_else(|| Bits::none(self.rows.len()))
    }

    fn beginning(&self, kind: Kind, word: &str) -> Bits {
        let mut with = Bits::none(self.rows.len());
        let lists = self.lists[kind as usize].beginning(word);
        lists.for_each(|list| with.add_all(list));
        with
    }

    /// The accounts of which two words begin as the two parts of what was typed.
    fn together(&self, word: &str) -> Bits {
        let mut found = Bits::none(self.rows.len());
        if !word.is_ascii() || !TOGETHER.contains(&word.len()) {
            return found;
        }
        for at in 1..word.len() {
            let (first, second) = word.split_at(at);
            let mut both = self.beginning(Kind::Account, first);
            both.keep(&self.beginning(Kind::Account, second));
            found.join(&both);
        }
        found
    }

    /// Those that the lens shows, best first.
    fn best(&self, found: &Bits, sight: &Sight, ranking: &Ranking<'_>) -> Vec<(Score, u32)> {
        // Where all else is equal the key decides, which is one's own; the slot tells what came before.
        let order = |a: &(Score, u32), b: &(Score, u32)| {
            let key = |slot: u32| self.rows[slot as usize].thing().key();
            a.0.cmp(&b.0).then_with(|| key(a.1).cmp(&key(b.1)))
        };
        let mut best: Vec<(Score, u32)> = Vec::with_capacity(SHOWN + 1);
        for slot in found.iter() {
            let row: &Row = &self.rows[slot as usize];
            let is_own = sight.own.get(row.owner as usize) == Some(&true);
            let of = |class: Class| ((class, !is_own, Reverse(row.at)), slot);
            // Of a hundred thousand most are behind those that there are already: of them nothing more is asked.
            let is_behind = |it: &(Score, u32)| best.get(SHOWN - 1).is_some_and(|last| order(last, it).is_lt());
            if is_behind(&of(ranking.at_best(row))) {
                continue;
            }
            let class = ranking.class(row, |typed| self.codes.end_with(slot, typed));
            let Some(it) = class.map(of).filter(|it| !is_behind(it)) else {
                continue;
            };
            if self.is_seen(slot, sight) {
                best.insert(best.partition_point(|better| order(better, &it).is_lt()), it);
                best.truncate(SHOWN);
            }
        }
        best
    }

    fn is_seen(&self, slot: u32, sight: &Sight) -> bool {
        let Some(row) = self.rows.get(slot as usize).filter(|row| row.is_there) else {
            return false;
        };
        let among = |seen: &[bool], row: &Row| row.is_there && seen.get(row.owner as usize) == Some(&true);
        let of = |slot: u32, seen: &[bool]| self.rows.get(slot as usize).is_some_and(|row| among(seen, row));
        match row.kind {
            Kind::Account => among(&sight.accounts, row),
            Kind::Opportunity => among(&sight.opportunities, row),
            Kind::Contact => self.place(slot, sight).is_some(),
            // It is read on the page of its account.
            Kind::Report => {
                row.account.is_some_and(|account| of(account, &sight.accounts))
                    && row.opportunity.is_none_or(|it| of(it, &sight.opportunities))
            }
        }
    }

    /// Where a person is seen: in the oldest of the accounts that the lens shows.
    fn place(&self, slot: u32, sight: &Sight) -> Option<MembershipId> {
        let places = self.places.get(&slot)?;
        let seen = |account: &u32| {
            let row = self.rows.get(*account as usize);
            row.is_some_and(|row| row.is_there && sight.accounts.get(row.owner as usize) == Some(&true))
        };
        let seen = places.iter().filter(|(account, _)| seen(account));
        seen.map(|(_, by)| *by).min()
    }
}

/// Fills up with what was forgiven, without those that are there already.
fn add(found: &mut Vec<(Score, u32)>, more: Vec<(Score, u32)>) {
    let is_new = |(_, slot): &(Score, u32)| !found.iter().any(|(_, known)| known == slot);
    let new: Vec<_> = more.into_iter().filter(is_new).collect();
    found.extend(new.into_iter().take(SHOWN.saturating_sub(found.len())));
}
