//! Two accounts that are one firm become one, field by field.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Account, Fact, Facts, Instruction, Lifecycle, Step, Way, WayKind, Ways};
use crate::types::{AccountId, Invalid, LongText, Moment, Revision, ShortText};

/// Somebody makes two accounts one: `gone` goes, and what hangs from it hangs from `kept`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    pub kept: AccountId,
    pub gone: AccountId,
    /// The revisions the person was looking at.
    pub kept_seen: Revision,
    pub gone_seen: Revision,
    /// The facts that are right in the one that goes.
    pub take: BTreeSet<Fact>,
}

/// Somebody says that two accounts are two firms: nobody is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TellApart {
    pub one: AccountId,
    pub other: AccountId,
}

/// Two accounts side by side, as the page of a merge shows them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MergeSheet {
    pub kept: Account,
    pub gone: Account,
    /// In which facts they differ, in words: of the first, and of the second.
    pub rows: Vec<super::FactChanged>,
    /// What is seen to hang from the one that goes: people, and opportunities.
    pub people: u32,
    pub opportunities: u32,
}

/// An address in one line may be longer than a line is.
const MOST_LETTERS: usize = 200;

impl Facts {
    /// The facts of both as those of one firm: its own, those that `take` names from the other, and from the other too what it does
    /// not know itself. A telephone, an e-mail or an address that is not the first any more is another way to reach it.
    ///
    /// # Errors
    /// `TooMany` ways to reach it.
    pub fn merged(&self, other: &Self, take: &BTreeSet<Fact>) -> Result<Self, Invalid> {
        let takes = |fact: Fact| take.contains(&fact);
        fn pick<T: Clone>(takes: bool, own: &Option<T>, other: &Option<T>) -> Option<T> {
            if takes && other.is_some() {
                other.clone()
            } else {
                own.clone().or(other.clone())
            }
        }
        let mut merged = Self {
            name: if takes(Fact::Name) { &other.name } else { &self.name }.clone(),
            kind: if takes(Fact::Kind) { other.kind } else { self.kind },
            nif: pick(takes(Fact::Nif), &self.nif, &other.nif),
            phone: pick(takes(Fact::Phone), &self.phone, &other.phone),
            email: pick(takes(Fact::Email), &self.email, &other.email),
            web: pick(takes(Fact::Web), &self.web, &other.web),
            address: pick(takes(Fact::Address), &self.address, &other.address),
            ways: Ways::default(),
            section: pick(takes(Fact::Section), &self.section, &other.section),
            sector: pick(takes(Fact::Sector), &self.sector, &other.sector),
            size: pick(takes(Fact::Size), &self.size, &other.size),
            turnover: pick(takes(Fact::Turnover), &self.turnover, &other.turnover),
            source: pick(takes(Fact::Source), &self.source, &other.source),
            owner: pick(takes(Fact::Owner), &self.owner, &other.owner),
            department: pick(takes(Fact::Department), &self.department, &other.department),
            zone: pick(takes(Fact::Zone), &self.zone, &other.zone),
        };
        let first = merged.first_ways();
        let mut ways: Vec<Way> = Vec::new();
        let all = [self, other].into_iter().flat_map(|it| {
            let mut ways = it.first_ways();
            ways.extend(it.ways.iter().cloned());
            ways
        });
        for way in all {
            let is_known = |it: &Way| it.kind == way.kind && it.text == way.text;
            if !first.iter().any(is_known) && !ways.iter().any(is_known) {
                ways.push(way);
            }
        }
        merged.ways = Ways::new(ways)?;
        Ok(merged)
    }

    /// The first telephone, e-mail and address, as the other ways are written.
    fn first_ways(&self) -> Vec<Way> {
        let way = |kind, text: Option<String>| {
            let text: String = text?.chars().take(MOST_LETTERS).collect();
            let text = ShortText::parse(&text).ok()?;
            Some(Way { kind, text, what: None })
        };
        let address = self.address.as_ref().map(super::Address::line);
        [
            way(WayKind::Phone, self.phone.as_ref().map(ToString::to_string)),
            way(WayKind::Email, self.email.as_ref().map(ToString::to_string)),
            way(WayKind::Address, address),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Account {
    /// The account with what is right in another that is the same firm, at its next revision: it has come as far as the further of
    /// the two, by the steps of both.
    ///
    /// # Errors
    /// As [`Facts::merged`].
    pub fn merged(&self, other: &Self, take: &BTreeSet<Fact>, now: Moment) -> Result<Self, Invalid> {
        let mut after = self.with(self.facts().merged(&other.facts(), take)?);
        let further = [self.lifecycle, other.lifecycle]
            .into_iter()
            .max_by_key(|it| how_far(*it));
        after.lifecycle = further.unwrap_or(self.lifecycle);
        let mut steps: Vec<Step> = self.path.steps().to_vec();
        steps.extend(
            other
                .path
                .steps()
                .iter()
                .filter(|step| !self.path.steps().contains(step)),
        );
        steps.sort_by_key(|step| (step.on, how_far(step.to)));
        after.path = steps.into_iter().collect();
        after.bought_on = self.bought_on.max(other.bought_on);
        after.instruction = match (&self.instruction, &other.instruction) {
            (Some(own), Some(theirs)) if own.text != theirs.text => Some(both(own, theirs, now)),
            (own, theirs) => own.clone().or(theirs.clone()),
        };
        after.created_at = self.created_at.min(other.created_at);
        Ok(after)
    }
}

/// Two instructions are one that says both, and that everybody reads anew. Of what is too long the other stays in the account that goes.
fn both(own: &Instruction, theirs: &Instruction, now: Moment) -> Instruction {
    let text = LongText::parse(&format!("{}\n\n{}", own.text, theirs.text));
    Instruction {
        text: text.unwrap_or_else(|_| own.text.clone()),
        by: own.by,
        at: now,
    }
}

/// Who buys has come further than who has been given up, and that further than nobody knows.
fn how_far(lifecycle: Lifecycle) -> u8 {
    match lifecycle {
        Lifecycle::Target => 0,
        Lifecycle::Discarded => 1,
        Lifecycle::Lead => 2,
        Lifecycle::Quoted => 3,
        Lifecycle::CustomerInactive => 4,
        Lifecycle::CustomerActive => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{Email, Nif, Phone};

    fn facts(name: &str, phone: &str, email: &str) -> Facts {
        Facts {
            name: ShortText::parse(name).unwrap(),
            kind: Default::default(),
            nif: None,
            phone: Phone::parse(phone).ok(),
            email: Email::parse(email).ok(),
            web: None,
            address: None,
            ways: Ways::default(),
            section: None,
            sector: None,
            size: None,
            turnover: None,
            source: None,
            owner: None,
            department: None,
            zone: None,
        }
    }

    #[test]
    fn what_one_does_not_know_the_other_does_and_what_is_not_first_is_kept_as_another_way() {
        let one = facts("Peña", "961234567", "");
        let other = Facts {
            nif: Nif::parse("B12345674").ok(),
            ..facts("Hnos. Peña", "612345678", "info@pena.es")
        };
        let kept = one.merged(&other, &BTreeSet::new()).unwrap();
        assert_eq!(
            (&kept.name, &kept.nif, &kept.email),
            (&one.name, &other.nif, &other.email)
        );
        assert_eq!(kept.phone, one.phone);
        assert_eq!(kept.ways.line(), other.phone.clone().unwrap().format());
        let taken = one.merged(&other, &[Fact::Name, Fact::Phone].into()).unwrap();
        assert_eq!((&taken.name, &taken.phone), (&other.name, &other.phone));
        assert_eq!(taken.ways.line(), one.phone.clone().unwrap().format());
        let nothing_to_take = one.merged(&facts("Peña", "", ""), &[Fact::Phone].into()).unwrap();
        assert_eq!(nothing_to_take.phone, one.phone, "nothing is not better than something");
    }
}
