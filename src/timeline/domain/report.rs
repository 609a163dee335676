//! What somebody wrote down after speaking with a client.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use crate::types::{LongText, ShortText};

/// What was done (the kinds of product.md §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ActivityKind {
    Call,
    Visit,
    Meeting,
    Email,
    LinkedIn,
    WhatsApp,
    VideoCall,
    Demo,
    Task,
    Note,
}

/// How the client took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Reaction {
    VeryGood,
    Good,
    Neutral,
    Bad,
    VeryBad,
}

/// A report in the shape of T4: what, with whom, how they took it, in words that others understand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub activity: ActivityKind,
    /// Who was there, with their role ("Sr. Zabala, director informático").
    pub with: Option<ShortText>,
    pub reaction: Option<Reaction>,
    pub text: LongText,
}
