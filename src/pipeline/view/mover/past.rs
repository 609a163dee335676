//! What was done here and can be taken back.

use leptos::prelude::*;

use super::Mover;
use crate::{
    i18n::{Texts, sentence},
    pipeline::{
        api::undo_move,
        domain::{Card, MoveOutcome, Moved, Undo},
    },
    types::OpId,
};

/// A gesture that was done here.
#[derive(Clone)]
pub struct Step {
    operation: OpId,
    before: Card,
    moved: Moved,
}

/// So many can be taken back, one Ctrl+Z after the other.
const REMEMBERED: usize = 50;

impl Mover {
    /// Shows what the server made of a gesture, remembers it, and says it if there is something to say.
    pub(super) fn was_done(self, moved: Moved, before: Card, operation: OpId, text: Option<String>) {
        self.board.update(|board| board.settle(&moved));
        if let Some(text) = text {
            let undo = Callback::new(move |()| self.undo(Some(operation)));
            self.done(&moved.card, text, Some(undo));
        }
        self.past.update_value(|past| {
            past.push(Step {
                operation,
                before,
                moved,
            });
            let forgotten = past.len().saturating_sub(REMEMBERED);
            past.drain(..forgotten);
        });
    }

    /// Takes back the gesture of this operation, or the newest (Ctrl+Z). Not while the server has not answered another one on
    /// the same card.
    pub fn undo(self, operation: Option<OpId>) {
        let step = self.past.try_update_value(|past| {
            let at = match operation {
                Some(operation) => past.iter().position(|step| step.operation == operation),
                None => past.len().checked_sub(1),
            };
            at.filter(|at| {
                let id = past[*at].before.id;
                self.under_way.with_value(|cards| !cards.contains_key(&id))
            })
            .map(|at| past.remove(at))
        });
        if let Some(step) = step.flatten() {
            self.take_back(step);
        }
    }

    /// Takes a gesture back, also out of won and lost, where the card is no longer on the board: at once, then as the server
    /// says.
    fn take_back(self, step: Step) {
        let Step {
            operation,
            before,
            moved,
        } = step;
        // As new as what the server knows, as others have made it since.
        let revision = self
            .board
            .with_untracked(|board| board.revision_of(before.id))
            .map_or(moved.card.revision, |known| known.max(moved.card.revision));
        let undone = Card {
            revision,
            ..before.clone()
        };
        let done = Moved {
            card: Card { revision, ..moved.card },
            ..moved
        };
        self.put_back(&undone);
        let again = OpId::fresh();
        let asked = Undo {
            opportunity: before.id,
            operation,
        };
        let request = move || undo_move(again, asked);
        self.tell(before.clone(), request, move |outcome| match outcome {
            Ok(MoveOutcome::Moved(back) | MoveOutcome::Stale(back)) => {
                self.board.update(|board| board.settle(&back));
                let stage = self
                    .board
                    .with_untracked(|board| board.stage(before.stage).map(|stage| stage.name.to_string()));
                let text = if before.stage == done.card.stage {
                    Texts::of(self.locale).as_before.to_owned()
                } else {
                    sentence::back_in(self.locale, &stage.unwrap_or_default())
                };
                self.done(&before, text, None);
            }
            Ok(MoveOutcome::Missing(_)) => self.board.update(|board| board.settle(&done)),
            Err(error) => {
                self.board.update(|board| board.settle(&done));
                self.refused(&before, &error);
            }
        });
    }
}
