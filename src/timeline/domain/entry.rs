//! One thing that happened with a client.

use serde::{Deserialize, Serialize};

use super::{ActivityKind, Field, Report};
use crate::agenda::domain::Outcome;
use crate::clients::domain::{FactChanged, Lifecycle, NeedKind, NeedState};
use crate::pipeline::domain::{LossReason, NextStep};
use crate::types::{
    AccountId, ActivityId, Day, EntryId, LongText, Moment, Money, OpportunityId, Probability, ShortText, UserId,
};

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
    /// When somebody last corrected it, or took it out.
    pub corrected_at: Option<Moment>,
}

/// What happened. Names are copied as they were: history does not change when a stage is renamed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EntryBody {
    AccountCreated,
    /// The firm stands otherwise with us.
    LifecycleMoved {
        from: Lifecycle,
        to: Lifecycle,
    },
    /// Management said what everybody is to know; none when it does not stand any more.
    Instructed {
        text: Option<LongText>,
    },
    /// Somebody joined the people of the account, or is in it no more.
    PersonJoined {
        name: ShortText,
        role: Option<ShortText>,
    },
    PersonLeft {
        name: ShortText,
    },
    AccountChanged {
        changes: Vec<FactChanged>,
    },
    AccountChangeUndone,
    /// Another account was the same firm: what was told of it stands here now. And it was not, after all.
    AccountsMerged {
        name: ShortText,
    },
    AccountsParted {
        name: ShortText,
    },
    OpportunityCreated {
        title: ShortText,
        stage: ShortText,
        amount: Option<Money>,
        /// What somebody had written down that it came from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<EntryId>,
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
    /// A report was here, and was taken out.
    ReportRemoved {
        activity: ActivityKind,
    },
    /// Something was planned.
    Planned {
        step: NextStep,
        what: Option<ShortText>,
    },
    /// What was planned is done on another day.
    Replanned {
        from: NextStep,
        to: NextStep,
        /// Why, where somebody said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<ShortText>,
    },
    /// What came of an activity, and when it is tried again.
    Concluded {
        activity: ActivityKind,
        outcome: Outcome,
        /// The how manieth attempt, from 1.
        attempt: u32,
        with: Option<ShortText>,
        words: Option<ShortText>,
        again: Option<NextStep>,
        /// Whether all has been tried.
        is_cold: bool,
        /// Of what it is told, so that it can be taken back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<ActivityId>,
    },
    /// What the client wants, misses or suffers from was written down, or stands otherwise.
    NeedTold {
        need: NeedKind,
        text: ShortText,
        state: NeedState,
    },
    /// Something was left for a colleague; it was taken in hand; nobody did, and it went further up.
    MessageLeft {
        to: ShortText,
        with: Option<ShortText>,
        text: LongText,
    },
    MessageAccepted,
    MessageEscalated {
        to: Option<ShortText>,
    },
    /// What was said to have come of it was taken back.
    ConclusionUndone {
        activity: ActivityKind,
    },
}

impl EntryBody {
    /// Whether somebody of the client was spoken with.
    #[must_use]
    pub fn is_contact(&self) -> bool {
        match self {
            Self::Reported(_) => true,
            Self::Concluded { outcome, .. } => outcome.is_contact(),
            _ => false,
        }
    }
}
