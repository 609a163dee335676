//! What Hoy shows.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use super::{Activity, After, Outcome};
use crate::types::{Day, Money, Phone, Probability, ShortText, UserId};

/// An activity with what one needs to do it, as far as the reader may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    pub activity: Activity,
    pub account_name: Option<ShortText>,
    pub phone: Option<Phone>,
    /// What is sold, for whom it is no secret.
    pub title: Option<ShortText>,
    pub amount: Option<Money>,
    pub probability: Option<Probability>,
    /// What would follow each outcome.
    pub follows: Vec<(Outcome, After)>,
    /// Whether the reader may say what came of it.
    pub is_open: bool,
}

impl Job {
    /// Chance times value.
    #[must_use]
    pub fn worth(&self) -> Money {
        let chance = self.probability.unwrap_or(Probability::NEVER);
        self.amount.map(|it| it.weighted(chance)).unwrap_or_default()
    }

    /// When it is due.
    #[must_use]
    pub fn due(&self, today: Day) -> Due {
        match self.activity.day.days_since(today) {
            ..0 => Due::Overdue,
            0 => Due::Today,
            _ => Due::Soon,
        }
    }
}

/// When something is due, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, AsRefStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Due {
    Overdue,
    Today,
    Soon,
}

/// Whose activities are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Whose {
    #[default]
    Mine,
    Team,
}

/// What is due and what comes in the next days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Queue {
    pub jobs: Vec<Job>,
    pub today: Day,
    /// The names of those whose activities these are.
    pub names: BTreeMap<UserId, ShortText>,
    /// Whether there are more than are shown.
    pub goes_on: bool,
}

impl Queue {
    /// Those of one group: by chance times value, and of equals by day and hour.
    #[must_use]
    pub fn of(&self, due: Due) -> Vec<&Job> {
        let mut jobs: Vec<&Job> = self.jobs.iter().filter(|job| job.due(self.today) == due).collect();
        // What comes in the next days is read as a calendar.
        match due {
            Due::Soon => jobs.sort_by_key(|job| job.activity.order()),
            _ => jobs.sort_by_key(|job| (Reverse(job.worth().cents()), job.activity.order())),
        }
        jobs
    }

    /// How many are late or of today.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.jobs.iter().filter(|job| job.due(self.today) != Due::Soon).count()
    }
}

/// What the form of a plan offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Planning {
    pub account_name: ShortText,
    /// Who is in the account.
    pub people: Vec<String>,
    pub colleagues: Vec<(UserId, ShortText)>,
    /// The open opportunities that this person may change.
    pub opportunities: Vec<(crate::types::OpportunityId, ShortText)>,
    pub today: Day,
}
