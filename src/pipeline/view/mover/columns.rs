//! The columns as they are shown: read from the board once for everybody who asks.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;

use super::Mover;
use crate::{
    pipeline::{
        domain::{Board, Card},
        look::Look,
    },
    types::StageId,
};

/// The cards of each open stage, from top to bottom.
pub(super) type Columns = BTreeMap<StageId, Vec<Arc<Card>>>;

/// As the board is looked at.
pub(super) fn of(board: RwSignal<Board>, look: Memo<Look>) -> Memo<Columns> {
    Memo::new(move |_| {
        let look = look.get();
        board.with(|board| {
            let column = |stage| board.column_as(stage, &look.filter, look.order);
            board.open_stages().map(|stage| (stage.id, column(stage.id))).collect()
        })
    })
}

impl Mover {
    /// The cards of a stage that are shown, from top to bottom.
    #[must_use]
    pub fn column(self, stage: StageId) -> Vec<Arc<Card>> {
        self.columns
            .with(|columns| columns.get(&stage).cloned().unwrap_or_default())
    }
}
