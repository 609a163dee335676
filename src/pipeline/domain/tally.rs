//! What a column adds up to.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Card;
use crate::types::{Money, Probability};

/// A count and two sums over the whole of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub count: u32,
    pub sum: Money,
    /// Each amount by its probability, rounded to the cent one by one, so that it adds up over any grouping.
    pub weighted: Money,
}

impl Tally {
    /// With one more amount counted. An opportunity without amount counts and adds nothing.
    #[must_use]
    pub fn with(self, amount: Option<Money>, probability: Probability) -> Self {
        let amount = amount.unwrap_or_default();
        Self {
            count: self.count + 1,
            sum: self.sum.checked_add(amount).unwrap_or(self.sum),
            weighted: self
                .weighted
                .checked_add(amount.weighted(probability))
                .unwrap_or(self.weighted),
        }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            sum: self.sum.checked_add(other.sum).unwrap_or(self.sum),
            weighted: self.weighted.checked_add(other.weighted).unwrap_or(self.weighted),
        }
    }

    /// Over many cards.
    pub fn of<'a>(cards: impl IntoIterator<Item = &'a Arc<Card>>) -> Self {
        cards
            .into_iter()
            .fold(Self::default(), |tally, card| tally.with(card.amount, card.probability))
    }
}
