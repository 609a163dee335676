//! What was done here and can be taken back.

use leptos::prelude::*;

use super::{Mover, outbox::Later};
use crate::{
    i18n::{Label, Texts, sentence},
    pipeline::{
        api::undo_move,
        domain::{Card, MoveOutcome, Moved, Undo},
    },
    types::OpId,
};

/// A gesture that was done here, with one card or with several together.
#[derive(Clone)]
pub struct Step {
    operation: OpId,
    done: Vec<Done>,
}

/// What it did with one.
#[derive(Clone)]
pub struct Done {
    pub before: Card,
    pub moved: Moved,
}

/// So many can be taken back, one Ctrl+Z after the other.
const REMEMBERED: usize = 50;

impl Mover {
    /// Shows what the server made of a gesture, remembers it, and says it if there is something to say.
    pub(super) fn was_done(self, moved: Moved, before: Card, operation: OpId, text: Option<String>) {
        self.board.update(|board| board.settle(&moved));
        if let Some(text) = text {
            self.done(&moved.card, text, Some(operation));
        }
        self.remember(operation, vec![Done { before, moved }]);
    }

    pub(super) fn remember(self, operation: OpId, done: Vec<Done>) {
        self.past.update_value(|past| {
            past.push(Step { operation, done });
            let forgotten = past.len().saturating_sub(REMEMBERED);
            past.drain(..forgotten);
        });
    }

    /// Takes back the newest gesture (Ctrl+Z), also where the server has not answered it yet: then after its answer.
    pub fn undo_newest(self) {
        let newest = self.newest();
        let doing = self.doing.try_get_value().flatten();
        let waits = doing.is_some_and(|card| self.must_wait(card, Later::UndoNewest(newest)));
        if !waits {
            self.undo(None);
        }
    }

    /// The newest of what can be taken back.
    pub(super) fn newest(self) -> Option<OpId> {
        self.past
            .try_with_value(|past| past.last().map(|step| step.operation))
            .flatten()
    }

    /// Takes back the gesture of this operation, or the newest: after the answer to another one on the same card.
    pub fn undo(self, operation: Option<OpId>) {
        let step = self.past.try_update_value(|past| {
            let at = match operation {
                Some(operation) => past.iter().position(|step| step.operation == operation),
                None => past.len().checked_sub(1),
            };
            at.map(|at| past.remove(at))
        });
        let Some(step) = step.flatten() else {
            return;
        };
        match step.done.as_slice() {
            [one] => {
                if !self.must_wait(one.before.id, Later::Undo(Box::new(step.clone()))) {
                    self.take_back(step);
                }
            }
            several if self.is_busy_with(several) => self.remember(step.operation, step.done),
            _ => self.take_back_together(step.operation, step.done),
        }
    }

    /// Takes a gesture back, also out of won and lost, where the card is no longer on the board: at once, then as the server
    /// says.
    pub(super) fn take_back(self, step: Step) {
        let operation = step.operation;
        let Some(Done { before, moved }) = step.done.into_iter().next() else {
            return;
        };
        // Where others have changed it since, only the server knows what it will be.
        let is_ours = self.board.with_untracked(|board| {
            let known = board.revision_of(before.id);
            known.is_none_or(|known| known == moved.card.revision)
        });
        if is_ours {
            self.put_back(&Card {
                revision: moved.card.revision,
                ..before.clone()
            });
        }
        let again = OpId::fresh();
        let asked = Undo {
            opportunity: before.id,
            operation,
        };
        let request = move || undo_move(again, asked);
        let id = before.id;
        self.tell(before.clone(), request, move |outcome| match outcome {
            Ok(MoveOutcome::Moved(back) | MoveOutcome::Stale(back)) => {
                self.board.update(|board| board.settle(&back));
                let stage = self
                    .board
                    .with_untracked(|board| board.stage(before.stage).map(|stage| stage.name.to_string()));
                let text = if before.stage == moved.card.stage {
                    Texts::of(self.locale).as_before.to_owned()
                } else {
                    sentence::back_in(self.locale, &stage.unwrap_or_default())
                };
                self.done(&before, text, None);
            }
            Ok(MoveOutcome::Missing(missing)) => {
                self.board.update(|board| board.settle(&moved));
                let needed = missing.first().map(|missing| missing.label(self.locale).to_owned());
                self.refused_because(&before, needed.unwrap_or_default());
            }
            Err(error) => {
                self.board.update(|board| board.settle(&moved));
                self.refused(&before, &error);
            }
        });
        self.doing.update_value(|doing| *doing = doing.filter(|it| *it != id));
    }
}
