//! The board as it travels.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Board, ClosedCard, Outlook, Pipeline, Stage, board_lines::Lines};
use crate::types::{Day, DepartmentId, Invalid, Mark, ProductId, ShortText, UserId, ZoneId};

/// [`Board`], packed.
#[derive(Serialize, Deserialize)]
pub(super) struct Packed {
    pipeline: Pipeline,
    pipelines: Vec<Pipeline>,
    stages: Vec<Stage>,
    owners: Vec<(UserId, ShortText)>,
    gone: BTreeSet<UserId>,
    departments: Vec<(DepartmentId, ShortText)>,
    zones: Vec<(ZoneId, ShortText)>,
    products: Vec<(ProductId, ShortText)>,
    pub(super) cards: Lines,
    closed: Vec<ClosedCard>,
    today: Day,
    outlook: Outlook,
    as_of: Mark,
}

impl From<Board> for Packed {
    fn from(board: Board) -> Self {
        Self {
            cards: Lines::from(board.cards.as_slice()),
            pipeline: board.pipeline,
            pipelines: board.pipelines,
            stages: board.stages,
            closed: board.closed,
            today: board.today,
            outlook: board.outlook,
            as_of: board.as_of,
            owners: board.owners.into_iter().collect(),
            gone: board.gone,
            departments: board.departments.into_iter().collect(),
            zones: board.zones.into_iter().collect(),
            products: board.products.into_iter().collect(),
        }
    }
}

impl TryFrom<Packed> for Board {
    type Error = Invalid;

    fn try_from(packed: Packed) -> Result<Self, Invalid> {
        Ok(Self {
            cards: packed.cards.try_into()?,
            pipeline: packed.pipeline,
            pipelines: packed.pipelines,
            stages: packed.stages,
            closed: packed.closed,
            owners: packed.owners.into_iter().collect(),
            gone: packed.gone,
            departments: packed.departments.into_iter().collect(),
            zones: packed.zones.into_iter().collect(),
            products: packed.products.into_iter().collect(),
            today: packed.today,
            outlook: packed.outlook,
            as_of: packed.as_of,
        })
    }
}
