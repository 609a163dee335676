//! An entry that stays on top of the stream.

use serde::{Deserialize, Serialize};

use crate::types::{AccountId, EntryId};

/// Somebody pins an entry to the top of the stream of its account, or lets it go.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PinEntry {
    pub account: AccountId,
    pub entry: EntryId,
    /// Whether it stays on top from now on.
    pub stays: bool,
}

/// More than so many on top are a second stream.
pub const MOST_PINS: u16 = 5;
