//! The board: every open opportunity the lens admits, and totals over all of them.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{Opportunity, Pipeline, Rank, Stage, StageKind, board_wire::Packed};
use crate::types::{
    AccountId, Day, Moment, Money, OpportunityId, Probability, Revision, ShortText, StageId, TimeZone, UserId,
};

/// What the page shows of one pipeline to one person.
///
/// Cards are shared, not copied: a column is a list of pointers, and ten thousand of them are compared by address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "Packed", try_from = "Packed")]
pub struct Board {
    pub pipeline: Pipeline,
    /// From left to right.
    pub stages: Vec<Stage>,
    /// Every open card, in the order of its rank.
    pub cards: Vec<Arc<Card>>,
    /// What was won and lost this month, newest first.
    pub closed: Vec<ClosedCard>,
    /// Who owns them, by key.
    pub owners: BTreeMap<UserId, ShortText>,
    /// The day it is in the firm: what "this month" and "rotting" count from.
    pub today: Day,
}

/// One open opportunity as a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub id: OpportunityId,
    pub revision: Revision,
    pub stage: StageId,
    pub rank: Rank,
    pub title: ShortText,
    pub account: Option<AccountId>,
    pub account_name: Option<ShortText>,
    pub amount: Option<Money>,
    pub probability: Probability,
    pub close_on: Option<Day>,
    /// When it entered the stage or was last heard of, whichever is later: what rotting counts from.
    pub fresh_at: Moment,
    pub entered_stage_at: Moment,
    pub owner: Option<UserId>,
    /// The person may look at it and not move it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
}

/// A sale or a loss of this month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClosedCard {
    pub id: OpportunityId,
    pub stage: StageId,
    /// The account's name, or the title where there is no account.
    pub name: ShortText,
    pub amount: Option<Money>,
    pub closed_on: Day,
}

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

impl Card {
    /// What the ticket is headed by: the client, or the title where there is none.
    #[must_use]
    pub fn heading(&self) -> &str {
        self.account_name.as_ref().unwrap_or(&self.title).as_str()
    }

    /// Whole days in its stage.
    #[must_use]
    pub fn days_in_stage(&self, today: Day) -> i32 {
        today
            .days_since(self.entered_stage_at.local_day(TimeZone::default()))
            .max(0)
    }

    /// Whole days since it was last heard of, or entered its stage.
    #[must_use]
    pub fn quiet_days(&self, today: Day) -> i32 {
        today.days_since(self.fresh_at.local_day(TimeZone::default())).max(0)
    }

    /// Whether nothing has happened for longer than its stage allows.
    #[must_use]
    pub fn rots(&self, stage: &Stage, today: Day) -> bool {
        stage
            .rots_after_days
            .is_some_and(|days| self.quiet_days(today) > i32::from(days))
    }

    /// Where it stands: by rank, and by key where two were put in one place at once.
    #[must_use]
    pub fn order(&self) -> (&Rank, OpportunityId) {
        (&self.rank, self.id)
    }
}

/// What rotting counts from: the last news, or the entry into the stage if that is later.
#[must_use]
pub fn fresh_at(entered_stage_at: Moment, last_activity_at: Option<Moment>) -> Moment {
    last_activity_at.map_or(entered_stage_at, |heard| heard.max(entered_stage_at))
}

/// As whoever has just been allowed to move it sees it.
impl From<&Opportunity> for Card {
    fn from(it: &Opportunity) -> Self {
        Self {
            id: it.id,
            revision: it.revision,
            stage: it.stage,
            rank: it.rank.clone(),
            title: it.title.clone(),
            account: it.account,
            account_name: it.account_name.clone(),
            amount: it.amount,
            probability: it.probability,
            close_on: it.close_on,
            fresh_at: fresh_at(it.entered_stage_at, it.last_activity_at),
            entered_stage_at: it.entered_stage_at,
            owner: it.owner,
            fixed: false,
        }
    }
}

impl Board {
    /// The cards of a stage, from top to bottom.
    #[must_use]
    pub fn column(&self, stage: StageId) -> Vec<Arc<Card>> {
        self.cards.iter().filter(|card| card.stage == stage).cloned().collect()
    }

    /// The stages that cards can be in.
    pub fn open_stages(&self) -> impl Iterator<Item = &Stage> {
        self.stages.iter().filter(|stage| stage.kind == StageKind::Open)
    }

    /// The stage of this id.
    #[must_use]
    pub fn stage(&self, id: StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }
}
