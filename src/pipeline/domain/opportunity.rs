//! One possible sale.

use serde::{Deserialize, Serialize};

use super::{LossReason, Missing, NextStep, Rank, Stage, StageKind, Tags, Visited};
use crate::clients::domain::Source;
use crate::team::domain::Belongs;
use crate::types::{
    AccountId, ContactId, Day, DepartmentId, Moment, Money, OpportunityId, PipelineId, Probability, ProductId,
    Revision, ShortText, StageId, UserId, ZoneId,
};

/// A possible sale to an account, in a stage of a pipeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opportunity {
    pub id: OpportunityId,
    pub revision: Revision,
    pub pipeline: PipelineId,
    pub stage: StageId,
    /// The kind of its stage, kept beside it so that "every open one" is one index range.
    pub state: StageKind,
    /// The open stages it has been in.
    pub visited: Visited,
    /// What is sold ("Auditoría retributiva").
    pub title: ShortText,
    /// None only for what old lists left without a firm.
    pub account: Option<AccountId>,
    /// The account's name, copied so that a board of ten thousand cards reads one table; the clients slice renames it.
    pub account_name: Option<ShortText>,
    /// The person with whom it is dealt, and the name as it was given.
    pub contact: Option<ContactId>,
    pub contact_name: Option<ShortText>,
    pub product: Option<ProductId>,
    pub amount: Option<Money>,
    /// As the stage had it when the opportunity entered, unless set by hand.
    pub probability: Probability,
    pub probability_by_hand: bool,
    /// When we expect it to close.
    pub close_on: Option<Day>,
    /// What somebody will do next; none when nobody has said.
    pub next: Option<NextStep>,
    pub tags: Tags,
    /// Place in its column; between two neighbours there is always room.
    pub rank: Rank,
    pub entered_stage_at: Moment,
    /// The last thing that happened with it, as far as the timeline knows.
    pub last_activity_at: Option<Moment>,
    /// The day it was won or lost.
    pub closed_on: Option<Day>,
    pub loss_reason: Option<LossReason>,
    pub competitor: Option<ShortText>,
    pub source: Option<Source>,
    pub owner: Option<UserId>,
    pub department: Option<DepartmentId>,
    pub zone: Option<ZoneId>,
    pub created_at: Moment,
}

impl Opportunity {
    /// Names the person with whom it is dealt. Who that is among the contacts, the store finds out.
    pub fn deal_with(&mut self, name: Option<ShortText>) {
        if self.contact_name != name {
            self.contact = None;
            self.contact_name = name;
        }
    }

    /// What it lacks of what a stage requires.
    #[must_use]
    pub fn lacks(&self, stage: &Stage) -> Vec<Missing> {
        stage.lacks(self.amount, self.close_on, self.contact_name.as_ref())
    }

    /// To whom it belongs, for the lens.
    #[must_use]
    pub fn belongs(&self) -> Belongs {
        Belongs {
            owner: self.owner,
            department: self.department,
            zone: self.zone,
        }
    }
}
