//! Something that somebody does with a client on a day.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use super::Outcome;
use crate::{
    pipeline::domain::{NextStep, Opportunity},
    timeline::domain::ActivityKind,
    types::{
        AccountId, ActivityId, ContactId, Day, EntryId, Moment, OpportunityId, Revision, ShortText, TimeOfDay, UserId,
    },
};

/// How an activity stands (P1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    #[default]
    Planned,
    Done,
    NotDone,
}

/// A call, a visit, a task. Who may see it is asked of its opportunity and its account, not of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    pub id: ActivityId,
    pub revision: Revision,
    pub account: Option<AccountId>,
    pub opportunity: Option<OpportunityId>,
    /// With whom, and the name as it was given.
    pub contact: Option<ContactId>,
    pub contact_name: Option<ShortText>,
    pub kind: ActivityKind,
    /// What it is about, in a few words (P11).
    pub what: Option<ShortText>,
    pub day: Day,
    pub at: Option<TimeOfDay>,
    /// How long it is to take.
    pub minutes: Option<u32>,
    pub owner: Option<UserId>,
    /// Colleagues who take part (P10).
    pub participants: Vec<UserId>,
    pub status: Status,
    pub outcome: Option<Outcome>,
    /// The how manieth attempt, from 1.
    pub attempt: u32,
    /// The attempt before it.
    pub follows: Option<ActivityId>,
    pub closed_at: Option<Moment>,
    pub created_at: Moment,
    /// What was written down or left for somebody that it was made of, and who brought that.
    #[serde(default)]
    pub from: Option<EntryId>,
    #[serde(default)]
    pub brought_by: Option<UserId>,
}

impl Activity {
    /// What is planned with an opportunity by its `next`. It has the key of the opportunity, so that it is made once.
    #[must_use]
    pub fn of_next(it: &Opportunity, now: Moment) -> Option<Self> {
        let id = ActivityId::from_uuid(it.id.uuid());
        it.next.map(|next| Self::planned(id, it, next, now))
    }

    /// A step of an opportunity as an activity of its owner.
    #[must_use]
    pub fn planned(id: ActivityId, it: &Opportunity, next: NextStep, now: Moment) -> Self {
        Self {
            id,
            revision: Revision::FIRST,
            account: it.account,
            opportunity: Some(it.id),
            contact: it.contact,
            contact_name: it.contact_name.clone(),
            kind: next.kind,
            what: None,
            day: next.on,
            at: next.at,
            minutes: None,
            owner: it.owner,
            participants: Vec::new(),
            status: Status::Planned,
            outcome: None,
            attempt: 1,
            follows: None,
            closed_at: None,
            created_at: now,
            from: None,
            brought_by: None,
        }
    }

    /// As the board says it.
    #[must_use]
    pub const fn step(&self) -> NextStep {
        NextStep {
            kind: self.kind,
            on: self.day,
            at: self.at,
        }
    }

    /// Whether this person does it.
    #[must_use]
    pub fn is_of(&self, who: UserId) -> bool {
        self.owner == Some(who) || self.participants.contains(&who)
    }

    /// Where it stands among others: by day, and in a day what has an hour first.
    #[must_use]
    pub fn order(&self) -> (Day, bool, Option<TimeOfDay>, ActivityId) {
        (self.day, self.at.is_none(), self.at, self.id)
    }
}

/// The first of those that are planned: what the opportunity says comes next.
#[must_use]
pub fn earliest(all: &[Activity]) -> Option<NextStep> {
    let planned = all.iter().filter(|it| it.status == Status::Planned);
    planned.min_by_key(|it| it.order()).map(Activity::step)
}
