//! How somebody wants to be reminded.

use serde::{Deserialize, Serialize};

use crate::types::{Moment, ReminderChoiceId, Revision, TimeOfDay, TimeZone, UserId};

/// So many minutes before it, one of these.
pub const BEFORE: [u32; 5] = [0, 5, 15, 30, 60];
/// As long as nobody says otherwise.
const USUAL: u32 = 15;

/// What a person has chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderChoice {
    /// The key is the person's.
    pub id: ReminderChoiceId,
    pub revision: Revision,
    /// So many minutes before what has an hour; none is not at all, of nothing.
    pub before: Option<u32>,
    /// When the day begins: then one is told of what has a day only.
    pub morning: TimeOfDay,
    /// By which clock.
    pub clock: TimeZone,
    /// By e-mail too, where there is a mail server.
    pub by_mail: bool,
}

impl ReminderChoice {
    /// The key of what a person has chosen.
    #[must_use]
    pub fn key(user: UserId) -> ReminderChoiceId {
        ReminderChoiceId::from_uuid(user.uuid())
    }

    /// Of whoever has chosen nothing.
    #[must_use]
    pub fn usual(user: UserId) -> Self {
        Self {
            id: Self::key(user),
            revision: Revision::FIRST,
            before: Some(USUAL),
            morning: TimeOfDay::from_minutes(9 * 60).unwrap_or_default(),
            clock: TimeZone::default(),
            by_mail: true,
        }
    }
}

/// Somebody chooses, for themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChooseReminders {
    pub before: Option<u32>,
    pub morning: TimeOfDay,
    pub clock: TimeZone,
    /// None leaves it as it is: where there is no mail server nobody is asked.
    pub by_mail: Option<bool>,
}

/// How it stands with a person's e-mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mailing {
    /// There is no mail server.
    Off,
    On,
    /// The last one could not be sent.
    Failed(Moment),
}
