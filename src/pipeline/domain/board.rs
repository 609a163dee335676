//! The board: every open opportunity the lens admits, and totals over all of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use super::{
    Facets, Filter, Missing, NextStep, Opportunity, Order, Outlook, Pipeline, Rank, Stage, StageKind, Tags, Upcoming,
    board_wire::Packed,
};
use crate::types::{
    AccountId, Day, DepartmentId, Mark, Moment, Money, OpportunityId, PipelineId, Probability, ProductId, Revision,
    ShortText, StageId, TimeZone, UserId, ZoneId,
};

/// What the page shows of one pipeline to one person.
///
/// Cards are shared, not copied: a column is a list of pointers, and ten thousand of them are compared by address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "Packed", try_from = "Packed")]
pub struct Board {
    pub pipeline: Pipeline,
    /// All of the firm's, this one among them, in their order.
    pub pipelines: Vec<Pipeline>,
    /// From left to right.
    pub stages: Vec<Stage>,
    /// Every open card, in the order of its rank.
    pub cards: Vec<Arc<Card>>,
    /// What was won and lost this month, newest first.
    pub closed: Vec<ClosedCard>,
    /// The colleagues, by key: who owns a card, and who looks at the board.
    pub owners: BTreeMap<UserId, ShortText>,
    /// Those of them who do not work here any more: nothing is given to them.
    pub gone: BTreeSet<UserId>,
    pub departments: BTreeMap<DepartmentId, ShortText>,
    pub zones: BTreeMap<ZoneId, ShortText>,
    pub products: BTreeMap<ProductId, ShortText>,
    /// The day it is in the firm: what "this month" and "rotting" count from.
    pub today: Day,
    /// What the forecast needs beside the cards.
    pub outlook: Outlook,
    /// Up to where it holds the news: what came later is heard from here on.
    pub as_of: Mark,
}

/// One open opportunity as a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Card {
    pub id: OpportunityId,
    pub revision: Revision,
    pub stage: StageId,
    pub rank: Rank,
    pub title: ShortText,
    pub account: Option<AccountId>,
    pub account_name: Option<ShortText>,
    /// The person with whom it is dealt.
    pub contact_name: Option<ShortText>,
    pub amount: Option<Money>,
    pub probability: Probability,
    pub close_on: Option<Day>,
    pub next: Option<NextStep>,
    /// When it entered the stage or was last heard of, whichever is later: what rotting counts from.
    pub fresh_at: Moment,
    pub entered_stage_at: Moment,
    pub facets: Facets,
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// The person may look at it and not move it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
}

/// A sale or a loss of this month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClosedCard {
    pub id: OpportunityId,
    pub revision: Revision,
    pub stage: StageId,
    /// The account's name, or the title where there is no account.
    pub name: ShortText,
    pub title: ShortText,
    pub amount: Option<Money>,
    pub closed_on: Day,
    pub facets: Facets,
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
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

    /// How its next step stands.
    #[must_use]
    pub fn upcoming(&self, today: Day) -> Upcoming {
        Upcoming::of(self.next.as_ref(), today)
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
            contact_name: it.contact_name.clone(),
            amount: it.amount,
            probability: it.probability,
            close_on: it.close_on,
            next: it.next,
            fresh_at: fresh_at(it.entered_stage_at, it.last_activity_at),
            entered_stage_at: it.entered_stage_at,
            facets: Facets::from(it),
            tags: it.tags.clone(),
            fixed: false,
        }
    }
}

impl Card {
    /// What it lacks of what a stage requires.
    #[must_use]
    pub fn lacks(&self, stage: &Stage) -> Vec<Missing> {
        stage.lacks(self.amount, self.close_on, self.contact_name.as_ref())
    }
}

impl Board {
    /// Whether it is the pipeline that an address names; none names the first.
    #[must_use]
    pub fn is_at(&self, pipeline: Option<PipelineId>) -> bool {
        pipeline.or(self.pipelines.first().map(|it| it.id)) == Some(self.pipeline.id)
    }

    /// The cards of a stage, from top to bottom.
    #[must_use]
    pub fn column(&self, stage: StageId) -> Vec<Arc<Card>> {
        self.cards.iter().filter(|card| card.stage == stage).cloned().collect()
    }

    /// The cards of every open stage that the filter admits, in this order.
    #[must_use]
    pub fn columns_as(&self, filter: &Filter, order: Order) -> BTreeMap<StageId, Vec<Arc<Card>>> {
        let mut columns: BTreeMap<StageId, Vec<Arc<Card>>> =
            self.open_stages().map(|stage| (stage.id, Vec::new())).collect();
        let admits_all = filter.is_empty();
        for card in &self.cards {
            if let Some(column) = columns.get_mut(&card.stage)
                && (admits_all || filter.admits(card, self.today))
            {
                column.push(Arc::clone(card));
            }
        }
        columns.values_mut().for_each(|column| order.arrange(column));
        columns
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
