//! What came of an activity.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use super::Status;
use crate::timeline::domain::ActivityKind;

/// The outcomes of product.md §5: of a call, of a meeting, and of what is just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    Answered,
    NoAnswer,
    Voicemail,
    Busy,
    WrongNumber,
    CallBack,
    Held,
    Postponed,
    NoShow,
    Cancelled,
    Done,
    NotDone,
}

impl Outcome {
    /// What may come of an activity of this kind, the best first.
    #[must_use]
    pub const fn of(kind: ActivityKind) -> &'static [Self] {
        match kind {
            ActivityKind::Call => &[
                Self::Answered,
                Self::NoAnswer,
                Self::Voicemail,
                Self::Busy,
                Self::CallBack,
                Self::WrongNumber,
            ],
            ActivityKind::Visit | ActivityKind::Meeting | ActivityKind::VideoCall | ActivityKind::Demo => {
                &[Self::Held, Self::Postponed, Self::NoShow, Self::Cancelled]
            }
            _ => &[Self::Done, Self::NotDone],
        }
    }

    /// Whether the client was spoken to.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        matches!(self, Self::Answered | Self::Held | Self::CallBack)
    }

    /// How the activity stands with it. A call that nobody took was made all the same.
    #[must_use]
    pub const fn status(self) -> Status {
        match self {
            Self::Postponed | Self::NoShow | Self::Cancelled | Self::NotDone => Status::NotDone,
            _ => Status::Done,
        }
    }
}
