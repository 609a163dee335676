//! One thing that happened with a client.

use serde::{Deserialize, Serialize};

use super::{Field, Report};
use crate::pipeline::domain::LossReason;
use crate::types::{AccountId, Day, EntryId, Moment, Money, OpportunityId, Probability, ShortText, UserId};

/// A fact in the stream of an account (and of the opportunity it is about).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub id: EntryId,
    pub account: Option<AccountId>,
    pub opportunity: Option<OpportunityId>,
    /// Who wrote it down; none for the program itself (an import).
    pub author: Option<UserId>,
    /// When it happened.
    pub at: Moment,
    /// When it was written down (T8: not the same).
    pub written_at: Moment,
    pub body: EntryBody,
}

/// What happened. Names are copied as they were: history does not change when a stage is renamed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EntryBody {
    AccountCreated,
    OpportunityCreated {
        title: ShortText,
        stage: ShortText,
        amount: Option<Money>,
    },
    StageMoved {
        title: ShortText,
        from: ShortText,
        to: ShortText,
        probability: Probability,
        note: Option<ShortText>,
    },
    OpportunityWon {
        title: ShortText,
        from: ShortText,
        amount: Option<Money>,
        on: Day,
        note: Option<ShortText>,
    },
    OpportunityLost {
        title: ShortText,
        from: ShortText,
        reason: LossReason,
        competitor: Option<ShortText>,
        on: Day,
        note: Option<ShortText>,
    },
    OpportunityReopened {
        title: ShortText,
        from: ShortText,
        to: ShortText,
        note: Option<ShortText>,
    },
    OpportunityChanged {
        title: ShortText,
        field: Field,
    },
    ChangeUndone {
        title: ShortText,
    },
    MoveUndone {
        title: ShortText,
        from: ShortText,
        to: ShortText,
    },
    Reported(Report),
}
