//! The move as the client asks for it and as the server answers.

use serde::{Deserialize, Serialize};

use super::{Card, Closing, Missing, Opportunity, StageKind};
use crate::types::{Day, OpId, OpportunityId, Revision, StageId};

/// A card goes to a place in a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    pub opportunity: OpportunityId,
    /// The revision the person was looking at.
    pub seen: Revision,
    pub stage: StageId,
    pub place: Place,
    pub said: Closing,
}

/// What one operation did to an opportunity is taken back, by whoever did it and while nobody has changed the same fields since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    pub opportunity: OpportunityId,
    pub operation: OpId,
}

/// Where in the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Top,
    Bottom,
    Below(OpportunityId),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoveOutcome {
    Moved(Box<Moved>),
    /// The stage asks for more; nothing has changed.
    Missing(Vec<Missing>),
    /// Somebody changed it meanwhile; nothing has changed by this move, and this is how it is now.
    Stale(Box<Moved>),
}

/// An opportunity as the board needs it, wherever it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    pub card: Card,
    pub state: StageKind,
    pub closed_on: Option<Day>,
}

impl From<&Opportunity> for Moved {
    fn from(it: &Opportunity) -> Self {
        Self {
            card: Card::from(it),
            state: it.state,
            closed_on: it.closed_on,
        }
    }
}
