//! What was changed of an opportunity, from what to what.

use serde::{Deserialize, Serialize};

use crate::clients::domain::Source;
use crate::pipeline::domain::{NextStep, Tag};
use crate::types::{Day, Money, Probability, ShortText};

/// A field of an opportunity that somebody changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Title {
        from: ShortText,
    },
    Amount {
        from: Option<Money>,
        to: Option<Money>,
    },
    CloseOn {
        from: Option<Day>,
        to: Option<Day>,
    },
    Probability {
        from: Probability,
        to: Probability,
    },
    /// By name, as they were called.
    Owner {
        from: Option<ShortText>,
        to: Option<ShortText>,
    },
    /// The person with whom it is dealt.
    Contact {
        from: Option<ShortText>,
        to: Option<ShortText>,
    },
    /// What is sold, by name.
    Product {
        from: Option<ShortText>,
        to: Option<ShortText>,
    },
    Source {
        from: Option<Source>,
        to: Option<Source>,
    },
    Zone {
        from: Option<ShortText>,
        to: Option<ShortText>,
    },
    Department {
        from: Option<ShortText>,
        to: Option<ShortText>,
    },
    /// What comes next.
    Next {
        from: Option<NextStep>,
        to: Option<NextStep>,
    },
    /// The next step was taken.
    Done {
        step: Option<NextStep>,
    },
    /// It was tagged.
    Tagged {
        tag: Tag,
    },
    /// A tag was taken off.
    Untagged {
        tag: Tag,
    },
}
