//! What others do while one looks at the board.

use serde::{Deserialize, Serialize};

use super::Moved;
use crate::types::{OpportunityId, Revision, UserId};

/// Something that a committed gesture did to what this person sees.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// An opportunity is new, or other than it was.
    Changed(Box<Moved>),
    /// One that could be seen is no longer this person's to see.
    Gone { id: OpportunityId, revision: Revision },
}

/// The news of one gesture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bulletin {
    /// Who did it; none for the program itself.
    pub actor: Option<UserId>,
    pub news: Vec<News>,
}
