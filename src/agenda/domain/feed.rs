//! The secret address of an agenda.

use serde::{Deserialize, Serialize};

use crate::types::Moment;

/// Somebody gives their agenda an address; what is known of its secret is a hash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IssueFeed {
    pub digest: String,
}

/// And takes it away.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WithdrawFeed;

/// How it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeedState {
    /// Since when there is one.
    pub since: Option<Moment>,
    /// The address, once: right after it was made.
    pub address: Option<String>,
}
