//! That somebody was reminded.

use serde::{Deserialize, Serialize};

use crate::{
    timeline::domain::ActivityKind,
    types::{ActivityId, Day, Mark, Moment, ReminderId, Revision, ShortText, TimeOfDay, UserId},
};

/// So many minutes after the last time a letter is tried again: a mail server that starts anew, or that is not there for a morning,
/// costs none. After the last it is given up.
pub const PAUSES: [i64; 6] = [0, 1, 5, 30, 120, 360];

/// A reminder: of what, for when it was planned, and what has become of it. Its key is made of the activity, the person and that day
/// and hour, so that it is made once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    pub id: ReminderId,
    pub revision: Revision,
    pub activity: ActivityId,
    pub user: UserId,
    pub day: Day,
    pub at: Option<TimeOfDay>,
    /// When it was to be told, and when it was.
    pub due: Moment,
    pub told_at: Moment,
    pub seen_at: Option<Moment>,
    /// Whether it waits to be sent by e-mail. Not while somebody has it in hand: what was begun and never ended may have been sent, and
    /// is not sent again.
    pub is_to_mail: bool,
    pub tries: u32,
    pub claimed_at: Option<Moment>,
    pub sent_at: Option<Moment>,
    pub gave_up_at: Option<Moment>,
}

/// Somebody has seen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct See {
    pub reminder: ReminderId,
}

/// What one is reminded of, as far as one sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    pub id: ReminderId,
    pub activity: ActivityId,
    pub kind: ActivityKind,
    pub day: Day,
    pub at: Option<TimeOfDay>,
    pub account_name: Option<ShortText>,
    pub contact_name: Option<ShortText>,
    pub what: Option<ShortText>,
}

impl Reminded {
    /// Where it is done: its card on Hoy.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/today#job-{}", self.activity)
    }
}

/// What one has been reminded of and not seen yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unseen {
    pub reminders: Vec<Reminded>,
    pub today: Day,
    /// How far the news had come when it was read.
    pub as_of: Mark,
}
