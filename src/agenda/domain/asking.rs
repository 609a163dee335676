//! What is asked of the agenda.

use serde::{Deserialize, Serialize};

use super::{Activity, After, Outcome};
use crate::{
    timeline::domain::ActivityKind,
    types::{AccountId, ActivityId, Day, EntryId, OpportunityId, Revision, ShortText, TimeOfDay, UserId},
};

/// Somebody plans something with a client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub account: AccountId,
    pub opportunity: Option<OpportunityId>,
    pub kind: ActivityKind,
    pub day: Day,
    pub at: Option<TimeOfDay>,
    pub minutes: Option<u32>,
    /// Who does it; none is who plans it.
    pub owner: Option<UserId>,
    pub participants: Vec<UserId>,
    /// With whom, by name.
    pub with: Option<ShortText>,
    pub what: Option<ShortText>,
    /// What was written down or left for somebody that it comes from.
    #[serde(default)]
    pub from: Option<EntryId>,
}

/// What came of an activity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conclude {
    pub activity: ActivityId,
    pub seen: Revision,
    pub outcome: Outcome,
    pub words: Option<ShortText>,
    /// When it is tried again, if not on the day of the ladder.
    pub again: Option<(Day, Option<TimeOfDay>)>,
}

/// It is done on another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replan {
    pub activity: ActivityId,
    pub seen: Revision,
    pub day: Day,
    pub at: Option<TimeOfDay>,
    /// Why, where somebody said so.
    #[serde(default)]
    pub words: Option<ShortText>,
}

/// What was said to have come of it is taken back: it is planned again, and the attempt that followed is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeBack {
    pub activity: ActivityId,
}

/// What a gesture of the agenda has done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concluded {
    /// The activity as it is now, what follows, and the attempt that was planned.
    Done { activity: Box<Activity>, after: After },
    /// Somebody was faster; nothing has changed.
    Stale,
}
