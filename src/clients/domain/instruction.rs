//! What management asks everybody to know before they speak to a client (A15).

use serde::{Deserialize, Serialize};

use crate::types::{AccountId, LongText, Moment, Revision, ShortText, UserId};

/// A standing instruction: to do something with this client, or not to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Instruction {
    pub text: LongText,
    pub by: Option<UserId>,
    pub at: Moment,
}

/// Somebody gives one, in the place of the one before; or takes it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Instruct {
    pub account: AccountId,
    pub seen: Revision,
    pub text: Option<LongText>,
}

/// Somebody has read it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Acknowledge {
    pub account: AccountId,
    /// Which one: what has been put in its place meanwhile has not been read.
    pub of: Moment,
}

/// An instruction as one reader finds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    pub instruction: Instruction,
    /// Who gave it.
    pub by: Option<ShortText>,
    /// Whether this reader has said to have read it.
    pub is_read: bool,
    /// Who has, for those who may give one.
    pub readers: Vec<ShortText>,
}
