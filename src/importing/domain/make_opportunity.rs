//! Opportunities from rows: the same rules as when one is moved by hand.

use uuid::Uuid;

use super::{Fault, Field, Kind, Reader, Reason, make::Making};
use crate::{
    pipeline::domain::{LossReason, Missing, Opportunity, Rank, Stage, StageKind, Tags},
    types::{AccountId, DepartmentId, Invalid, OpportunityId, ProductId, Revision, ShortText, UserId, ZoneId},
};

/// A possible sale.
///
/// # Errors
/// The first field that is wrong, or that its stage asks for and is missing.
pub(super) fn opportunity(reader: &Reader<'_>, making: &Making<'_>, id: Uuid) -> Result<Opportunity, Fault> {
    let stage = stage(reader, making.stages)?;
    let closed = stage.kind != StageKind::Open;
    let account = reader.link(Field::Account, Kind::Account)?.map(AccountId::from_uuid);
    let loss_reason: Option<LossReason> = if stage.kind == StageKind::Lost {
        reader.code(Field::LossReason)?
    } else {
        None
    };
    let competitor = if loss_reason == Some(LossReason::Competition) {
        reader.optional(Field::Competitor, ShortText::parse)?
    } else {
        None
    };
    let created_at = reader.moment(Field::CreatedAt)?.unwrap_or(making.now);
    let made = Opportunity {
        id: OpportunityId::from_uuid(id),
        revision: Revision::FIRST,
        pipeline: stage.pipeline,
        stage: stage.id,
        state: stage.kind,
        // What comes closed has no path that anybody knows.
        visited: (!closed).then_some(stage.id).into_iter().collect(),
        title: reader.required(Field::Title, ShortText::parse)?,
        account,
        contact: None,
        contact_name: None,
        account_name: account
            .and_then(|account| reader.directory.account_name(account))
            .cloned(),
        product: reader.link(Field::Product, Kind::Product)?.map(ProductId::from_uuid),
        amount: reader.money(Field::Amount)?,
        probability: stage.probability,
        probability_by_hand: false,
        close_on: reader.day(Field::CloseOn)?,
        next: None,
        tags: Tags::default(),
        rank: Rank::first(),
        entered_stage_at: reader.moment(Field::EnteredStageAt)?.unwrap_or(created_at),
        last_activity_at: None,
        closed_on: if closed { reader.day(Field::ClosedOn)? } else { None },
        loss_reason,
        competitor,
        source: reader.code(Field::Source)?,
        owner: reader.link(Field::Owner, Kind::User)?.map(UserId::from_uuid),
        department: reader
            .link(Field::Department, Kind::Department)?
            .map(DepartmentId::from_uuid),
        zone: reader.link(Field::Zone, Kind::Zone)?.map(ZoneId::from_uuid),
        created_at,
    };
    if let Some((field, what)) = missing(&made, stage) {
        return Err(reader.fault(
            field,
            Reason::StageAsks {
                stage: stage.name.to_string(),
                what,
            },
        ));
    }
    if made.closed_on.is_some_and(|day| day > making.today) {
        return Err(reader.fault(Field::ClosedOn, Reason::ClosedInFuture));
    }
    Ok(made)
}

fn stage<'a>(reader: &Reader<'_>, stages: &'a [Stage]) -> Result<&'a Stage, Fault> {
    let found = reader
        .found(Field::Stage)?
        .ok_or_else(|| reader.fault(Field::Stage, Invalid::Empty))?;
    stages
        .iter()
        .find(|stage| stage.code.as_str() == found.text)
        .ok_or_else(|| {
            let known = stages
                .iter()
                .map(|stage| stage.code.as_str())
                .collect::<Vec<_>>()
                .join(", ");
            found.fault(Reason::UnknownStage {
                code: found.text.clone(),
                known,
            })
        })
}

/// What the stage asks for and the opportunity does not have.
fn missing(made: &Opportunity, stage: &Stage) -> Option<(Field, &'static str)> {
    // Old lists do not say with whom: that is asked when it is moved on.
    let lacks = made.lacks(stage);
    match lacks.iter().find(|it| **it != Missing::Contact) {
        Some(Missing::Amount) => return Some((Field::Amount, "un importe")),
        Some(_) => return Some((Field::CloseOn, "la fecha prevista de cierre")),
        None => {}
    }
    match stage.kind {
        StageKind::Open => None,
        _ if made.closed_on.is_none() => Some((Field::ClosedOn, "la fecha de cierre")),
        StageKind::Lost if made.loss_reason.is_none() => Some((Field::LossReason, "el motivo de la pérdida")),
        StageKind::Lost if made.loss_reason == Some(LossReason::Competition) && made.competitor.is_none() => {
            Some((Field::Competitor, "quién la ganó"))
        }
        StageKind::Lost | StageKind::Won => None,
    }
}
