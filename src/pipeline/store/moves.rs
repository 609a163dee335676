//! Moving an opportunity.

use surrealdb::types::SurrealValue;

use crate::{
    agenda::store::{How, follow},
    clients::store::{bought, person_in, unbought},
    error::AppError,
    pipeline::domain::{Move, MoveOutcome, Moved, Opportunity, Place, Rank, Stage, StageKind, Transition},
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{Money, OpportunityId, ShortText, StageId},
};

impl Gesture for Move {
    type Answer = MoveOutcome;

    const NAME: &'static str = "opportunity.move";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<MoveOutcome, AppError> {
        let mut answer = tx
            .query("SELECT * FROM ONLY $opportunity; SELECT * FROM ONLY $stage;")
            .bind(("opportunity", self.opportunity))
            .bind(("stage", self.stage))
            .await?
            .check()?;
        let before = editable(ctx, answer.take(0)?)?;
        let stage: Stage = answer
            .take::<Option<Stage>>(1)?
            .filter(|it| it.pipeline == before.pipeline)
            .ok_or(AppError::NotFound)?;
        if before.revision != self.seen {
            return Ok(MoveOutcome::Stale(Box::new(Moved::from(&before))));
        }
        priced(self.said.amount)?;
        let rank = rank_at(tx, &stage, self.opportunity, &self.place).await?;
        let mut transition = match Transition::plan(&before, &stage, rank, &self.said, ctx.now, ctx.today()) {
            Ok(transition) => transition,
            Err(missing) => return Ok(MoveOutcome::Missing(missing)),
        };
        name_contact(tx, &mut transition.after).await?;
        follow(ctx, tx, &before, &mut transition.after, How::Edited).await?;
        tx.replace(&before, &transition.after).await?;
        // Before the sale itself is told: of what happens in one moment, the last to be told stands on top.
        sold(ctx, tx, &before, &transition.after).await?;
        if transition.changes_stage {
            let from = stage_name(tx, before.stage).await?;
            let about = About {
                account: before.account,
                opportunity: Some(before.id),
            };
            append(
                ctx,
                tx,
                about,
                told(&transition, &stage, from, self.said.note.clone(), ctx.today()),
            );
        }
        Ok(MoveOutcome::Moved(Box::new(Moved::from(&transition.after))))
    }

    fn settles(answer: &MoveOutcome) -> bool {
        matches!(answer, MoveOutcome::Moved(_))
    }
}

/// What a sale does to the firm that buys, and a sale that is one no more.
async fn sold(ctx: &Ctx, tx: &mut Tx, before: &Opportunity, after: &Opportunity) -> Result<(), AppError> {
    let Some(account) = after.account else {
        return Ok(());
    };
    match (before.state == StageKind::Won, after.state == StageKind::Won) {
        (false, true) => bought(ctx, tx, (account, after.id), after.closed_on.unwrap_or(ctx.today())).await,
        (true, false) => unbought(ctx, tx, account, None).await,
        _ => Ok(()),
    }
}

/// Finds the person that has just been named among those of the account, or adds them to it.
pub(super) async fn name_contact(tx: &mut Tx, after: &mut Opportunity) -> Result<(), AppError> {
    if let (None, Some(name)) = (after.contact, &after.contact_name) {
        after.contact = Some(person_in(tx, after.account, name).await?);
    }
    Ok(())
}

/// The opportunity that was asked for, if this person may change it. One that may not even be seen is not found.
pub(super) fn editable(ctx: &Ctx, found: Option<Opportunity>) -> Result<Opportunity, AppError> {
    let admits = |action, it: &Opportunity| ctx.lens.admits(Subject::Opportunities, action, it.belongs());
    let found = found.filter(|it| admits(Action::View, it)).ok_or(AppError::NotFound)?;
    if admits(Action::Edit, &found) {
        Ok(found)
    } else {
        Err(AppError::Forbidden)
    }
}

/// Refuses an amount below nothing, whoever sends it: the form does as well.
pub(super) fn priced(amount: Option<Money>) -> Result<(), AppError> {
    amount
        .map_or(Ok(Money::ZERO), Money::not_negative)
        .map(drop)
        .map_err(|why| AppError::invalid("amount", why))
}

pub(super) async fn stage_name(tx: &Tx, stage: StageId) -> Result<ShortText, AppError> {
    stage_of(tx, stage).await.map(|stage| stage.name)
}

pub(super) async fn stage_of(tx: &Tx, stage: StageId) -> Result<Stage, AppError> {
    tx.find(stage).await?.ok_or(AppError::NotFound)
}

/// The rank of the place asked for. Neighbours that have left the column since are passed over: the card still lands in
/// the column, at the top.
async fn rank_at(tx: &Tx, stage: &Stage, moving: OpportunityId, place: &Place) -> Result<Rank, AppError> {
    let by = rand::random();
    let rank = match place {
        Place::Top => Rank::before(first_after(tx, stage, moving, None).await?.as_ref(), by),
        Place::Bottom => Rank::after(last(tx, stage, moving).await?.as_ref(), by),
        Place::Below(neighbour) => match rank_of(tx, stage, *neighbour).await? {
            Some(above) => match first_after(tx, stage, moving, Some(&above)).await? {
                Some(below) => Rank::between(Some(&above), Some(&below)),
                None => Rank::after(Some(&above), by),
            },
            None => Rank::before(first_after(tx, stage, moving, None).await?.as_ref(), by),
        },
    };
    rank.map_err(|error| {
        tracing::error!(%error, "a column has no room");
        AppError::Unavailable
    })
}

async fn rank_of(tx: &Tx, stage: &Stage, neighbour: OpportunityId) -> Result<Option<Rank>, AppError> {
    let sql = "SELECT VALUE rank FROM $neighbour WHERE stage = $stage";
    let ranks: Vec<Rank> = tx
        .query(sql)
        .bind(("neighbour", neighbour))
        .bind(("stage", stage.id))
        .await?
        .check()?
        .take(0)?;
    Ok(ranks.into_iter().next())
}

async fn first_after(
    tx: &Tx,
    stage: &Stage,
    moving: OpportunityId,
    above: Option<&Rank>,
) -> Result<Option<Rank>, AppError> {
    // '' sorts before every rank.
    let above = above.map_or(String::new(), ToString::to_string);
    neighbours(tx, stage, moving, above, "ASC").await
}

async fn last(tx: &Tx, stage: &Stage, moving: OpportunityId) -> Result<Option<Rank>, AppError> {
    neighbours(tx, stage, moving, String::new(), "DESC").await
}

async fn neighbours(
    tx: &Tx,
    stage: &Stage,
    moving: OpportunityId,
    edge: String,
    order: &str,
) -> Result<Option<Rank>, AppError> {
    // Two: one of them may be the card that moves.
    let sql =
        format!("SELECT id, rank FROM opportunity WHERE stage = $stage AND rank > $edge ORDER BY rank {order} LIMIT 2");
    let rows: Vec<Ranked> = tx
        .query(sql)
        .bind(("stage", stage.id))
        .bind(("edge", edge))
        .await?
        .check()?
        .take(0)?;
    Ok(rows.into_iter().find(|row| row.id != moving).map(|row| row.rank))
}

#[derive(SurrealValue)]
struct Ranked {
    id: OpportunityId,
    rank: Rank,
}

/// What the timeline says of the move.
fn told(
    transition: &Transition,
    stage: &Stage,
    from: ShortText,
    note: Option<ShortText>,
    today: crate::types::Day,
) -> EntryBody {
    let after = &transition.after;
    let title = after.title.clone();
    let on = after.closed_on.unwrap_or(today);
    match (stage.kind, after.loss_reason) {
        (StageKind::Won, _) => EntryBody::OpportunityWon {
            title,
            from,
            amount: after.amount,
            on,
            note,
        },
        (StageKind::Lost, Some(reason)) => EntryBody::OpportunityLost {
            title,
            from,
            reason,
            competitor: after.competitor.clone(),
            on,
            note,
        },
        _ if transition.reopens => EntryBody::OpportunityReopened {
            title,
            from,
            to: stage.name.clone(),
            note,
        },
        _ => EntryBody::StageMoved {
            title,
            from,
            to: stage.name.clone(),
            probability: after.probability,
            note,
        },
    }
}
