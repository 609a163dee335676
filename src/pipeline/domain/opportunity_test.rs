//! An opportunity to test with.

use super::{Opportunity, Rank, Stage, Tags, Visited, default_stages};
use crate::types::{Day, Moment, Money, OpportunityId, PipelineId, Revision, ShortText};

/// One of 1.000 € that has just entered the stage at this place of the default pipeline, with that stage.
pub(crate) fn in_stage(at: usize) -> (Opportunity, Stage) {
    let stage = default_stages(PipelineId::fresh()).unwrap().remove(at);
    let it = Opportunity {
        id: OpportunityId::fresh(),
        revision: Revision::FIRST,
        pipeline: stage.pipeline,
        stage: stage.id,
        state: stage.kind,
        visited: Visited::default(),
        title: ShortText::parse("Plan de igualdad").unwrap(),
        account: None,
        account_name: None,
        contact: None,
        contact_name: None,
        product: None,
        amount: Some(Money::eur(100_000).unwrap()),
        probability: stage.probability,
        probability_by_hand: false,
        close_on: Some(Day::FIRST),
        next: None,
        tags: Tags::default(),
        rank: Rank::first(),
        entered_stage_at: Moment::now(),
        last_activity_at: None,
        closed_on: None,
        loss_reason: None,
        competitor: None,
        source: None,
        owner: None,
        department: None,
        zone: None,
        created_at: Moment::now(),
    };
    (it, stage)
}
