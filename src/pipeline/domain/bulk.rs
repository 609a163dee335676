//! The same done with several opportunities, as one gesture.

use serde::{Deserialize, Serialize};

use super::{Edit, Move, MoveOutcome, Undo};
use crate::{error::AppError, types::OpportunityId};

/// As many as one transaction carries without others having to wait for it.
pub const MOST_TOGETHER: usize = 500;

/// Several moves, edits or undos: one operation, one transaction. What cannot be done with one of them does not keep the
/// others from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bulk {
    /// At most [`MOST_TOGETHER`], in the order in which they are done.
    pub parts: Vec<Part>,
}

/// What is done with one of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Move(Move),
    Edit(Edit),
    Undo(Undo),
}

impl Part {
    /// Whose it is.
    #[must_use]
    pub fn opportunity(&self) -> OpportunityId {
        match self {
            Self::Move(it) => it.opportunity,
            Self::Edit(it) => it.opportunity,
            Self::Undo(it) => it.opportunity,
        }
    }
}

/// What came of a part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartOutcome {
    Answered(MoveOutcome),
    /// Nothing has changed by it.
    Refused(AppError),
}
