//! The rules of moving an opportunity to another stage, or to another place in the same one.

use serde::{Deserialize, Serialize};

use super::{LossReason, Opportunity, Rank, Stage, StageKind};
use crate::types::{Day, Moment, Money, ShortText};

/// What the person says on the way: only what the target stage asks for is looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Closing {
    /// A new amount: the final one for a sale, the missing one for a stage that needs it.
    pub amount: Option<Money>,
    /// A new expected close, for a stage that needs one.
    pub close_on: Option<Day>,
    /// With whom it is dealt, for a stage that asks for a person.
    #[serde(default)]
    pub contact: Option<ShortText>,
    /// The day of the win or the loss; today when not said.
    pub closed_on: Option<Day>,
    pub loss_reason: Option<LossReason>,
    pub competitor: Option<ShortText>,
    pub note: Option<ShortText>,
}

/// What is still needed before the opportunity may enter the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    Amount,
    CloseDate,
    Contact,
    LossReason,
    /// The loss was to a competitor: which?
    Competitor,
    /// The day given for the win or the loss has not come yet.
    ClosedInFuture,
}

impl Missing {
    /// The field of the form in which it is said.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::CloseDate => "close_on",
            Self::Contact => "contact",
            Self::LossReason => "loss_reason",
            Self::Competitor => "competitor",
            Self::ClosedInFuture => "closed_on",
        }
    }
}

/// A move that the rules allow, with everything it changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Transition {
    /// The opportunity as it will be, with the next revision.
    pub after: Opportunity,
    /// Whether it changes stage, or only its place in the column.
    pub changes_stage: bool,
    /// Whether it leaves won or lost.
    pub reopens: bool,
}

impl Transition {
    /// Plans the move of `before` into `stage` at `rank`.
    ///
    /// Probability follows the stage unless somebody set it by hand (and always at the ends: a sale is 100 %, a loss 0 %);
    /// the clock of the stage restarts only when the stage changes; leaving won or lost forgets how it ended.
    ///
    /// # Errors
    /// Everything that is missing, in the order in which the form asks.
    pub fn plan(
        before: &Opportunity,
        stage: &Stage,
        rank: Rank,
        said: &Closing,
        now: Moment,
        today: Day,
    ) -> Result<Self, Vec<Missing>> {
        let changes_stage = before.stage != stage.id;
        let mut after = before.clone();
        after.rank = rank;
        after.revision = before.revision.next();
        if !changes_stage {
            return Ok(Self {
                after,
                changes_stage,
                reopens: false,
            });
        }
        after.amount = said.amount.or(before.amount);
        after.close_on = said.close_on.or(before.close_on);
        if let Some(name) = &said.contact {
            after.deal_with(Some(name.clone()));
        }
        let mut missing = after.lacks(stage);
        missing.extend(said.unsaid(stage.kind, today));
        if !missing.is_empty() {
            return Err(missing);
        }
        if before.state == StageKind::Open {
            after.visited.enter(before.stage);
        }
        if stage.kind == StageKind::Open {
            after.visited.enter(stage.id);
        }
        after.stage = stage.id;
        after.pipeline = stage.pipeline;
        after.state = stage.kind;
        after.entered_stage_at = now;
        after.probability_by_hand &= stage.kind == StageKind::Open;
        if !after.probability_by_hand {
            after.probability = stage.probability;
        }
        let closed = stage.kind != StageKind::Open;
        // Nothing comes next with what has been decided.
        after.next = after.next.filter(|_| !closed);
        after.closed_on = closed.then(|| said.closed_on.unwrap_or(today));
        after.loss_reason = said.loss_reason.filter(|_| stage.kind == StageKind::Lost);
        after.competitor = said
            .competitor
            .clone()
            .filter(|_| after.loss_reason == Some(LossReason::Competition));
        Ok(Self {
            after,
            changes_stage,
            reopens: before.state != StageKind::Open && !closed,
        })
    }
}

impl Closing {
    /// What the end of a stage asks and this does not say.
    #[must_use]
    pub fn unsaid(&self, kind: StageKind, today: Day) -> Vec<Missing> {
        let said = self;
        let mut missing = Vec::new();
        if kind == StageKind::Lost {
            match said.loss_reason {
                None => missing.push(Missing::LossReason),
                Some(LossReason::Competition) if said.competitor.is_none() => missing.push(Missing::Competitor),
                Some(_) => {}
            }
        }
        if kind != StageKind::Open && said.closed_on.is_some_and(|day| day > today) {
            missing.push(Missing::ClosedInFuture);
        }
        missing
    }
}
