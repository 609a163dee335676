//! What the forecast needs and the cards of the board do not say.

use serde::{Deserialize, Serialize};

use super::{Goal, History};
use crate::types::{Money, Revision, UserId};

/// What stands behind the figures, as the lens shows it. What happens this month is on the board itself, so that the
/// figures are alive without asking again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outlook {
    /// Won since the quarter began, before this month.
    pub won_quarter: Money,
    /// Won since the year began, before this month.
    pub won_year: Money,
    /// The objectives of this year and the next quarter, by month. None for whoever sees a part of the pipeline only: a zone
    /// beside the objective of the firm would be a wrong figure.
    pub goals: Option<Vec<Goal>>,
    /// Who has promised what for this month; none, as above.
    pub promises: Vec<Promise>,
    pub history: History,
    /// Whether the person may say what is wanted and promised.
    pub sets: bool,
}

/// What somebody has promised for this month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    pub user: UserId,
    pub revision: Revision,
    pub amount: Option<Money>,
}

impl Outlook {
    /// What this person has promised.
    #[must_use]
    pub fn promise_of(&self, user: UserId) -> Option<&Promise> {
        self.promises.iter().find(|it| it.user == user)
    }
}
