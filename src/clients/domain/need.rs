//! What a client wants, misses and suffers from, and the files that are kept of it (A10): solvable now or later.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use crate::types::{AccountId, Moment, NeedId, Revision, ShortText, UserId};

/// What it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum NeedKind {
    #[default]
    Need,
    Interest,
    Problem,
    /// An expediente: a matter that is kept open until it is done with.
    File,
}

/// What can be done about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum NeedState {
    /// We have something for it.
    #[default]
    Now,
    /// One day.
    Later,
    /// It is done with.
    Settled,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Need {
    pub id: NeedId,
    pub revision: Revision,
    pub account: AccountId,
    pub kind: NeedKind,
    pub text: ShortText,
    pub state: NeedState,
    pub by: Option<UserId>,
    pub at: Moment,
}

/// Somebody writes one down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteNeed {
    pub account: AccountId,
    pub kind: NeedKind,
    pub text: ShortText,
    pub state: NeedState,
}

/// It stands otherwise now.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetNeed {
    pub account: AccountId,
    pub need: NeedId,
    /// The revision the person was looking at.
    pub seen: Revision,
    pub state: NeedState,
}
