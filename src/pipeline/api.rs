//! What the pages ask of the pipeline.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::domain::{
    Board, Bulk, Edit, Move, MoveOutcome, Moved, NewOpportunity, Opportunity, PartOutcome, Stage, Undo, ViewChange,
    Views,
};
use crate::{
    error::AppError,
    timeline::domain::Entry,
    types::{OpId, OpportunityId, PipelineId, ShortText, UserId},
};

/// Entries, and the names of their authors.
pub type History = (Vec<Entry>, BTreeMap<UserId, ShortText>);

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

/// The newest that happened with an opportunity, and who wrote it down.
///
/// # Errors
/// `Forbidden`, `Unavailable`. Of an opportunity that is hidden there is nothing.
#[server(input = server_fn::codec::Json)]
pub async fn load_history(opportunity: OpportunityId) -> Result<History, AppError> {
    super::store::history(&crate::server::Ctx::current()?, opportunity).await
}

/// Changes a field of an opportunity.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`, `Unavailable`. What the stage asks for and a stale revision are outcomes, not errors.
#[server(input = server_fn::codec::Json)]
pub async fn edit_opportunity(operation: OpId, asked: Edit) -> Result<MoveOutcome, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
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

/// An opportunity with the stages it can go to: what the page of its move shows.
///
/// # Errors
/// `NotFound`; `Forbidden` for one that may be seen and not moved.
#[server(input = server_fn::codec::Json)]
pub async fn load_opportunity(opportunity: OpportunityId) -> Result<(Opportunity, Vec<Stage>), AppError> {
    use crate::team::domain::{Action, Subject};
    let ctx = crate::server::Ctx::current()?;
    let found = super::store::opportunity(&ctx, opportunity).await?;
    if !ctx.lens.admits(Subject::Opportunities, Action::Edit, found.belongs()) {
        return Err(AppError::Forbidden);
    }
    let stages = super::store::stages(&ctx.db, found.pipeline).await?;
    Ok((found, stages))
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
        Ok(MoveOutcome::Moved(_)) => "/board".to_owned(),
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
        Ok((operation, asked)) => crate::server::db::perform(&ctx, operation, &asked).await,
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&match created {
        Ok(_) => "/board".to_owned(),
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

/// The stages of the first pipeline: where a new opportunity may begin.
///
/// # Errors
/// `Forbidden` to who may not create one.
#[server(input = server_fn::codec::Json)]
pub async fn load_stages() -> Result<Vec<Stage>, AppError> {
    use crate::team::domain::{Action, Subject};
    let ctx = crate::server::Ctx::current()?;
    ctx.require(Subject::Opportunities, Action::Create)?;
    let pipeline = super::store::pipelines(&ctx.db)
        .await?
        .into_iter()
        .next()
        .ok_or(AppError::NotFound)?;
    super::store::stages(&ctx.db, pipeline.id).await
}
