//! A move that waits for the answer to the one before is shown already.

use leptos::prelude::*;

use super::Mover;
use crate::{
    pipeline::domain::{Place, StageKind},
    types::{OpportunityId, StageId},
};

impl Mover {
    /// Shows the card where somebody wants it next, unless the stage will first ask for something. When the answer has come,
    /// the move itself is made of what the server says, in the same turn, so that nothing is seen of it.
    pub(super) fn foresee(self, card: OpportunityId, stage: StageId, place: Place) {
        self.board.update(|board| {
            let Some(stage) = board.stage(stage).cloned() else {
                return;
            };
            let asks_nothing = board
                .card(card)
                .is_some_and(|card| card.stage == stage.id || card.lacks(&stage).is_empty());
            if stage.kind == StageKind::Open && asks_nothing {
                board.apply(card, &stage, place);
            }
        });
    }
}
