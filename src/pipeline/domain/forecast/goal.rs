//! What a month is to bring: wanted by the firm, or promised by whoever answers for the sales.

use serde::{Deserialize, Serialize};

use crate::types::{CommitmentId, Money, Month, ObjectiveId, PipelineId, Revision, UserId};

/// What a pipeline is to bring in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    pub id: ObjectiveId,
    pub revision: Revision,
    pub pipeline: PipelineId,
    pub month: Month,
    /// None once it has been taken away.
    pub amount: Option<Money>,
}

/// What somebody has told management that a month will bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    pub id: CommitmentId,
    pub revision: Revision,
    pub pipeline: PipelineId,
    pub user: UserId,
    pub month: Month,
    /// None once it has been taken back.
    pub amount: Option<Money>,
}

/// An amount for a month, as it is or as it is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    pub month: Month,
    /// The revision that it has, or that the person was looking at; none where nothing has been written yet.
    pub revision: Option<Revision>,
    pub amount: Option<Money>,
}

/// Somebody says what months are to bring. A month whose amount is as it was stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetObjectives {
    pub pipeline: PipelineId,
    pub goals: Vec<Goal>,
}

/// Somebody promises what this month will bring. Another month cannot be promised: a promise for what has passed is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetCommitment {
    pub pipeline: PipelineId,
    pub goal: Goal,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalOutcome {
    /// How the months that were named are now.
    Set(Vec<Goal>),
    /// Somebody changed one of them meanwhile, or the month is over; nothing has changed.
    Stale,
}
