//! What the server has not answered yet, by card: one gesture after the other, each with the revision that the one before has
//! left. It outlives a board: whoever goes to another page in between loses nothing without being told.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use leptos::prelude::*;

use super::{Mover, Writing, past::Step};
use crate::{
    i18n::Texts,
    pipeline::domain::{Card, Change, Place},
    types::{OpportunityId, StageId},
};

/// A gesture that waits for the answer to the one before.
#[derive(Clone)]
pub(super) enum Later {
    Move(StageId, Place),
    Edit(Change, String),
    Undo(Box<Step>),
    Report(Arc<Card>, Writing),
}

/// The cards of which the server has not answered the last gesture yet, with what was asked of them meanwhile, and from where.
#[derive(Clone, Copy)]
pub struct Outbox(StoredValue<BTreeMap<OpportunityId, VecDeque<(Mover, Later)>>>);

/// Puts it where every board of the page finds it.
pub fn provide_outbox() {
    provide_context(Outbox(StoredValue::default()));
}

/// That of the page.
#[must_use]
pub(super) fn use_outbox() -> Outbox {
    expect_context()
}

impl Outbox {
    /// Whether nothing is under way.
    pub fn is_empty(self) -> bool {
        self.0.with_value(BTreeMap::is_empty)
    }

    /// Whether the server has yet to answer a gesture on this card.
    pub fn holds(self, card: OpportunityId) -> bool {
        self.0.with_value(|cards| cards.contains_key(&card))
    }

    /// A gesture on it is on its way.
    pub fn sent(self, card: OpportunityId) {
        self.0.update_value(|cards| {
            cards.insert(card, VecDeque::new());
        });
    }
}

impl Mover {
    /// Whether the server has not answered yet what was asked of this card: then `later` follows when it has.
    pub(super) fn must_wait(self, card: OpportunityId, later: Later) -> bool {
        let waits = self.outbox.0.try_update_value(|cards| match cards.get_mut(&card) {
            Some(queue) => {
                queue.push_back((self, later));
                true
            }
            None => false,
        });
        waits.unwrap_or_default()
    }

    /// The server has answered: what was asked of the card meanwhile follows, up to the next that has to wait.
    pub(super) fn go_on(self, card: &Card) {
        let id = card.id;
        let queue = self.outbox.0.try_update_value(|cards| cards.remove(&id));
        let mut queue = queue.flatten().unwrap_or_default();
        while let Some((mover, next)) = queue.pop_front() {
            mover.resume(card, next);
            let waits = self.outbox.0.try_update_value(|cards| {
                let under_way = cards.get_mut(&id)?;
                under_way.append(&mut queue);
                Some(())
            });
            if waits.flatten().is_some() {
                return;
            }
        }
    }

    fn resume(self, card: &Card, next: Later) {
        match next {
            Later::Report(card, writing) => self.report(card, writing),
            // Without its board it would be asked of what nobody sees any more.
            _ if self.board.is_disposed() => {
                self.refused_because(card, Texts::of(self.locale()).left_unsaved.to_owned())
            }
            Later::Move(stage, place) => self.ask(card.id, stage, place),
            Later::Edit(change, text) => self.edit(card.id, change, text),
            Later::Undo(step) => self.take_back(*step),
        }
    }
}
