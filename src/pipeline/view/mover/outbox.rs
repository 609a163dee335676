//! What the server has not answered yet, by card: one gesture after the other, each with the revision that the one before has
//! left. It outlives a board: whoever goes to another page in between loses nothing without being told.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use leptos::prelude::*;

use super::{Mover, Writing, past::Step};
use crate::{
    i18n::Texts,
    pipeline::domain::{Card, Change, Moved, Place, ReportOn},
    types::{OpId, OpportunityId, StageId},
};

/// A gesture that waits for the answer to the one before.
#[derive(Clone)]
pub(super) enum Later {
    Move(StageId, Place),
    Edit(Change, String),
    Undo(Box<Step>),
    /// Of the gesture that is under way, if it is done: then the newest is no longer this one.
    UndoNewest(Option<OpId>),
    Report(Arc<Card>, Writing),
}

/// A report that is not known to be saved. It is tried again under the same operation, so that it is not written twice.
#[derive(Clone, PartialEq)]
pub(super) struct Attempt {
    operation: OpId,
    asked: ReportOn,
    is_under_way: bool,
}

/// What the whole page has asked of the server, whichever board it was on.
#[derive(Clone, Copy)]
pub struct Outbox {
    /// The cards of which the server has not answered the last gesture yet, with what was asked of them meanwhile, and from where.
    waiting: StoredValue<BTreeMap<OpportunityId, VecDeque<(Mover, Later)>>>,
    reports: RwSignal<BTreeMap<OpportunityId, Attempt>>,
}

/// Puts it where every board of the page finds it.
pub fn provide_outbox() {
    provide_context(Outbox {
        waiting: StoredValue::default(),
        reports: RwSignal::default(),
    });
}

/// That of the page.
#[must_use]
pub(super) fn use_outbox() -> Outbox {
    expect_context()
}

impl Outbox {
    /// Whether nothing is under way.
    pub fn is_empty(self) -> bool {
        self.waiting.with_value(BTreeMap::is_empty)
    }

    /// Whether the server has yet to answer a gesture on this card.
    pub fn holds(self, card: OpportunityId) -> bool {
        self.waiting.with_value(|cards| cards.contains_key(&card))
    }

    /// A gesture on it is on its way.
    pub fn sent(self, card: OpportunityId) {
        self.waiting.update_value(|cards| {
            cards.insert(card, VecDeque::new());
        });
    }

    /// Whether a report on this card is being sent, or waits to be.
    pub fn reports_on(self, card: OpportunityId) -> bool {
        self.reports
            .with(|reports| reports.get(&card).is_some_and(|it| it.is_under_way))
    }

    /// Whether a report on this card is not known to be saved.
    pub fn has_unsaved(self, card: OpportunityId) -> bool {
        self.reports.with_untracked(|reports| reports.contains_key(&card))
    }

    /// Under which operation a report is sent: that of the last attempt, when it said the same.
    pub fn operation_of(self, asked: &ReportOn) -> OpId {
        self.reports
            .with_untracked(|reports| {
                let last = reports.get(&asked.opportunity)?;
                (last.asked == *asked).then_some(last.operation)
            })
            .unwrap_or_else(OpId::fresh)
    }

    /// A report is to be sent.
    pub(super) fn reporting(self, operation: OpId, asked: ReportOn) {
        self.reports.update(|reports| {
            let attempt = Attempt {
                operation,
                asked,
                is_under_way: true,
            };
            reports.insert(attempt.asked.opportunity, attempt);
        });
    }

    /// The report on this card is saved.
    pub(super) fn reported(self, card: OpportunityId) {
        self.reports.update(|reports| {
            reports.remove(&card);
        });
    }

    /// That on this card is under way no more, saved or not.
    fn has_ended(self, card: OpportunityId) {
        self.reports.try_maybe_update(|reports| {
            let ends = reports.get_mut(&card).filter(|it| it.is_under_way);
            (ends.map(|it| it.is_under_way = false).is_some(), ())
        });
    }
}

impl Mover {
    /// Whether the server has not answered yet what was asked of this card: then `later` follows when it has.
    pub(super) fn must_wait(self, card: OpportunityId, later: Later) -> bool {
        let waits = self
            .outbox
            .waiting
            .try_update_value(|cards| match cards.get_mut(&card) {
                Some(queue) => {
                    queue.push_back((self, later));
                    true
                }
                None => false,
            });
        waits.unwrap_or_default()
    }

    /// The server has answered, and the card is `now` so, if it was done: what was asked of it meanwhile follows, up to the next
    /// that has to wait.
    pub(super) fn go_on(self, card: &Card, now: Option<&Moved>) {
        let id = card.id;
        self.outbox.has_ended(id);
        let queue = self.outbox.waiting.try_update_value(|cards| cards.remove(&id));
        let mut queue = queue.flatten().unwrap_or_default();
        while let Some((mover, next)) = queue.pop_front() {
            if let Some(now) = now {
                // It may be another board than the one that asked.
                let _ = mover.board.try_update(|board| board.settle(now));
            }
            mover.resume(card, next);
            let waits = self.outbox.waiting.try_update_value(|cards| {
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
            Later::UndoNewest(before) if self.newest() != before => self.undo(None),
            Later::UndoNewest(_) => {}
        }
    }
}
