//! Pipelines, stages and products.

use crate::{
    error::AppError,
    pipeline::domain::{Pipeline, Product, Stage, default_stages},
    server::{
        Ctx,
        db::{Db, Tx},
    },
    types::{PipelineId, Revision, ShortText, StageId},
};

/// The pipeline a new firm starts with, inside the gesture that sets it up.
///
/// # Errors
/// `Unavailable`.
pub async fn create_default(tx: &mut Tx) -> Result<(Pipeline, Vec<Stage>), AppError> {
    let refused = |why| AppError::invalid("pipeline", why);
    let pipeline = Pipeline {
        id: PipelineId::fresh(),
        revision: Revision::FIRST,
        name: ShortText::parse("Ventas").map_err(refused)?,
        position: 0,
    };
    let stages = default_stages(pipeline.id).map_err(refused)?;
    create_pipeline(tx, &pipeline, &stages).await?;
    Ok((pipeline, stages))
}

/// A pipeline with its stages, inside a gesture.
///
/// # Errors
/// `Unavailable`.
pub async fn create_pipeline(tx: &mut Tx, pipeline: &Pipeline, stages: &[Stage]) -> Result<(), AppError> {
    tx.create(std::slice::from_ref(pipeline)).await?;
    tx.create(stages).await
}

/// Creates the default pipeline unless the firm has one already (an import may have come before the set-up).
///
/// # Errors
/// `Unavailable`.
pub async fn ensure_default(tx: &mut Tx) -> Result<(), AppError> {
    let there: Option<PipelineId> = tx
        .query("SELECT VALUE id FROM pipeline LIMIT 1")
        .await?
        .check()?
        .take(0)?;
    if there.is_none() {
        create_default(tx).await?;
    }
    Ok(())
}

/// Every pipeline, in the firm's order.
///
/// # Errors
/// `Unavailable`.
pub async fn pipelines(db: &Db) -> Result<Vec<Pipeline>, AppError> {
    Ok(db
        .query("SELECT * FROM pipeline ORDER BY position")
        .await?
        .check()?
        .take(0)?)
}

/// The stages of a pipeline, from left to right.
///
/// # Errors
/// `Unavailable`.
pub async fn stages(db: &Db, pipeline: PipelineId) -> Result<Vec<Stage>, AppError> {
    let mut stages: Vec<Stage> = db
        .query("SELECT * FROM stage WHERE pipeline = $pipeline")
        .bind(("pipeline", pipeline))
        .await?
        .check()?
        .take(0)?;
    stages.sort_by_key(|stage| stage.position);
    Ok(stages)
}

/// The stages of the pipeline that a stage is in; of the firm's first when none is named, or one that is no more.
///
/// # Errors
/// `NotFound` where there is no pipeline, `Unavailable`.
pub async fn stages_beside(db: &Db, stage: Option<StageId>) -> Result<Vec<Stage>, AppError> {
    let mut first = None;
    for pipeline in pipelines(db).await? {
        let stages = stages(db, pipeline.id).await?;
        if stages.iter().any(|it| Some(it.id) == stage) {
            return Ok(stages);
        }
        first.get_or_insert(stages);
    }
    first.ok_or(AppError::NotFound)
}

/// The pipeline of a stage, as [`named`] says it.
///
/// # Errors
/// `Unavailable`.
pub async fn board_of(db: &Db, stage: StageId) -> Result<Option<PipelineId>, AppError> {
    let stages = stages_beside(db, Some(stage)).await?;
    match stages.first() {
        Some(stage) => address_of(db, stage.pipeline).await,
        None => Ok(None),
    }
}

/// A pipeline as the address of its board says it: none for the first.
///
/// # Errors
/// `Unavailable`.
pub async fn address_of(db: &Db, pipeline: PipelineId) -> Result<Option<PipelineId>, AppError> {
    let first = pipelines(db).await?.into_iter().next();
    Ok(first.filter(|first| first.id != pipeline).map(|_| pipeline))
}

/// What the firm sells, by name.
///
/// # Errors
/// `Unavailable`.
pub async fn products(ctx: &Ctx) -> Result<Vec<Product>, AppError> {
    let mut products: Vec<Product> = ctx.db.query("SELECT * FROM product").await?.check()?.take(0)?;
    products.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(products)
}
