//! Why we lost.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

/// The reasons of product.md §5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LossReason {
    Price,
    /// Somebody else won it: the competitor's name goes beside it.
    Competition,
    NoBudget,
    MissingFeature,
    TooLong,
    NoDecisionMaker,
    NoAnswer,
    NoFit,
    Postponed,
    /// Our offer served to lower another's price (seed 002).
    UsedToLowerPrice,
    Other,
}
