//! What the pages ask of the pipeline.

use leptos::prelude::*;

use super::domain::{
    Beside, Board, Bulk, Edit, Move, MoveOutcome, Moved, NewOpportunity, Opportunity, PartOutcome, ReportOn, Stage,
    Undo, ViewChange, Views,
};
#[cfg(feature = "ssr")]
use super::look::Look;
use crate::{
    error::AppError,
    types::{OpId, OpportunityId, PageId, PipelineId, StageId},
};

/// The board of a pipeline; of the first when none is named.
///
/// # Errors
/// `Forbidden`, `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn load_board(pipeline: Option<PipelineId>) -> Result<Board, AppError> {
    super::store::board(&crate::server::Ctx::current()?, pipeline).await
}

/// Moves a card: the gesture of the drag, the menu and the keyboard.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Unavailable`. What the stage asks for and a stale revision are outcomes, not errors.
#[server(input = server_fn::codec::Json)]
pub async fn move_opportunity(operation: OpId, asked: Move) -> Result<MoveOutcome, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// Who is in the account of an opportunity, the newest that happened with it, and who wrote that down.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn load_beside(opportunity: OpportunityId) -> Result<Beside, AppError> {
    super::store::beside(&crate::server::Ctx::current()?, opportunity).await
}

/// Writes down what was said about an opportunity.
///
/// # Errors
/// `NotFound`, `Invalid`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn write_report(operation: OpId, asked: ReportOn) -> Result<Moved, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// Changes a field of an opportunity.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`, `Unavailable`. What the stage asks for and a stale revision are outcomes, not errors.
#[server(input = server_fn::codec::Json)]
pub async fn edit_opportunity(operation: OpId, asked: Edit) -> Result<MoveOutcome, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// Says which card the person has open on a page, or that they have closed it: the others see it.
///
/// # Errors
/// `SignedOut`, `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn turn_to(page: PageId, card: Option<OpportunityId>) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let room = expect_context::<crate::server::AppState>().presence;
    let user = ctx.actor().ok_or(AppError::SignedOut)?;
    let open = match card {
        Some(card) => Some((card, super::store::opportunity(&ctx, card).await?.belongs())),
        None => None,
    };
    room.turn_to(user, page, open);
    Ok(())
}

/// Does the same with several opportunities; what came of each, in their order.
///
/// # Errors
/// `Forbidden`, `Invalid` for too many, `Unavailable`. What is refused of one of them is its outcome, not an error.
#[server(input = server_fn::codec::Json)]
pub async fn change_together(operation: OpId, asked: Bulk) -> Result<Vec<PartOutcome>, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// The saved views that the person finds.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_views() -> Result<Views, AppError> {
    super::store::views(&crate::server::Ctx::current()?).await
}

/// Keeps, forgets, pins or opens with a view; what the person finds afterwards.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Invalid`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn change_views(operation: OpId, asked: ViewChange) -> Result<Views, AppError> {
    let ctx = crate::server::Ctx::current()?;
    crate::server::db::perform(&ctx, operation, &asked).await?;
    super::store::views(&ctx).await
}

/// Adds an opportunity from the board.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Invalid`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn add_opportunity(operation: OpId, asked: NewOpportunity) -> Result<Moved, AppError> {
    let ctx = crate::server::Ctx::current()?;
    let added = crate::server::db::perform(&ctx, operation, &asked).await?;
    super::store::opportunity(&ctx, added).await.map(|it| Moved::from(&it))
}

/// Takes back one's own move or edit.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Unavailable`. What somebody has changed since is an outcome (`Stale`), not an error.
#[server(input = server_fn::codec::Json)]
pub async fn undo_move(operation: OpId, asked: Undo) -> Result<MoveOutcome, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// An opportunity with the stages it can go to, and whose board it is on as [`Look`] names it: what the page of its move shows.
///
/// # Errors
/// `NotFound`; `Forbidden` for one that may be seen and not moved.
#[server(input = server_fn::codec::Json)]
pub async fn load_opportunity(
    opportunity: OpportunityId,
) -> Result<(Opportunity, Vec<Stage>, Option<PipelineId>), AppError> {
    use crate::team::domain::{Action, Subject};
    let ctx = crate::server::Ctx::current()?;
    let found = super::store::opportunity(&ctx, opportunity).await?;
    if !ctx.lens.admits(Subject::Opportunities, Action::Edit, found.belongs()) {
        return Err(AppError::Forbidden);
    }
    let stages = super::store::stages(&ctx.db, found.pipeline).await?;
    let pipeline = super::store::address_of(&ctx.db, found.pipeline).await?;
    Ok((found, stages, pipeline))
}

/// The move as a plain form: goes to the board when it is done, back to the form with what was typed and what is missing
/// when it is not.
///
/// # Errors
/// As [`move_opportunity`].
#[server]
pub async fn submit_move(form: super::form::MoveForm) -> Result<(), AppError> {
    use super::form::Refusal;
    let ctx = crate::server::Ctx::current()?;
    let outcome = match form.read() {
        Ok((operation, asked)) => crate::server::db::perform(&ctx, operation, &asked).await,
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&match outcome {
        Ok(MoveOutcome::Moved(moved)) => {
            Look::whole(super::store::board_of(&ctx.db, moved.card.stage).await?).address()
        }
        Ok(MoveOutcome::Missing(missing)) => form.sent_back(Refusal::Missing(missing)),
        Ok(MoveOutcome::Stale(_)) => form.sent_back(Refusal::Stale),
        Err(AppError::Invalid { field, why }) => form.sent_back(Refusal::Invalid { field, why }),
        Err(error) => return Err(error),
    });
    Ok(())
}

/// A new opportunity from the form: goes to the board, or back to the form with what was typed and why it was refused.
///
/// # Errors
/// `Forbidden`, `NotFound`.
#[server]
pub async fn create_opportunity(form: super::form::NewForm) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let created = match form.read() {
        Ok((operation, asked)) => crate::server::db::perform(&ctx, operation, &asked)
            .await
            .map(|it| (it, asked.stage)),
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&match created {
        Ok((_, stage)) => Look::whole(super::store::board_of(&ctx.db, stage).await?).address(),
        Err(AppError::Invalid { field, why }) => form.sent_back(super::form::Refusal::Invalid { field, why }),
        Err(error) => return Err(error),
    });
    Ok(())
}

/// Objectives or a commitment from the form: goes to the board as it was looked at, with what was typed and why it was
/// refused when it was.
///
/// # Errors
/// `SignedOut`, `Forbidden`.
#[server]
pub async fn submit_goals(form: super::goals_form::GoalsForm) -> Result<(), AppError> {
    use super::goals_form::Asked;
    let ctx = crate::server::Ctx::current()?;
    let outcome = match form.read() {
        Ok((operation, Asked::Objectives(asked))) => crate::server::db::perform(&ctx, operation, &asked).await,
        Ok((operation, Asked::Commitment(asked))) => crate::server::db::perform(&ctx, operation, &asked).await,
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&match outcome {
        Ok(outcome) if form.is_done(&outcome) => form.board().address(),
        Ok(_) => form.sent_back(None),
        Err(error @ (AppError::SignedOut | AppError::Forbidden)) => return Err(error),
        Err(error) => form.sent_back(Some(error)),
    });
    Ok(())
}

/// Whether the person may make a pipeline: what the page of its form asks first.
///
/// # Errors
/// `SignedOut`, `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn may_make_pipeline() -> Result<(), AppError> {
    use crate::team::domain::{Action, Subject};
    crate::server::Ctx::current()?.require(Subject::Firm, Action::Edit)
}

/// A new pipeline from the form: goes to its board, or back to the form with what was typed and why it was refused.
///
/// # Errors
/// `SignedOut`, `Forbidden`, `NotFound`.
#[server]
pub async fn submit_pipeline(form: super::pipeline_form::PipelineForm) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let made = match form.read() {
        Ok((operation, asked)) => crate::server::db::perform(&ctx, operation, &asked).await,
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&match made {
        Ok(pipeline) => format!("/board?pipeline={pipeline}"),
        Err(AppError::Invalid { field, why }) => form.sent_back(field, why),
        Err(error) => return Err(error),
    });
    Ok(())
}

/// The stages of the pipeline that this one is in, or of the first: where a new opportunity may begin; and whose board that is
/// as [`Look`] names it.
///
/// # Errors
/// `Forbidden` to who may not create one.
#[server(input = server_fn::codec::Json)]
pub async fn load_stages(stage: Option<StageId>) -> Result<(Vec<Stage>, Option<PipelineId>), AppError> {
    use crate::team::domain::{Action, Subject};
    let ctx = crate::server::Ctx::current()?;
    ctx.require(Subject::Opportunities, Action::Create)?;
    let stages = super::store::stages_beside(&ctx.db, stage).await?;
    let pipeline = match stages.first() {
        Some(first) => super::store::address_of(&ctx.db, first.pipeline).await?,
        None => None,
    };
    Ok((stages, pipeline))
}
