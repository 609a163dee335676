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

/// The cards of a stage that are shown, from top to bottom. As long as they are the same it is the same list: whoever
/// compares looks at ten thousand cards no more than once.
pub type Shown = Arc<Vec<Arc<Card>>>;

/// Of each open stage.
pub(super) type Columns = BTreeMap<StageId, Shown>;

/// As the board is looked at.
pub(super) fn of(board: RwSignal<Board>, look: Memo<Look>) -> Memo<Columns> {
    Memo::new(move |before: Option<&Columns>| {
        let look = look.get();
        let now = board.with(|board| board.columns_as(&look.filter, look.order));
        let keep = |(stage, cards): (StageId, Vec<Arc<Card>>)| {
            let known = before.and_then(|before| before.get(&stage));
            let same = known.filter(|known| ***known == cards).cloned();
            (stage, same.unwrap_or_else(|| Arc::new(cards)))
        };
        now.into_iter().map(keep).collect()
    })
}

impl Mover {
    /// The cards of a stage that are shown.
    #[must_use]
    pub fn column(self, stage: StageId) -> Shown {
        self.columns
            .with(|columns| columns.get(&stage).cloned().unwrap_or_default())
    }
}
