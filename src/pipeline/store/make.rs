//! Making a pipeline.

use super::{create_pipeline, pipelines};
use crate::{
    error::AppError,
    pipeline::domain::NewPipeline,
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
    types::{Invalid, PipelineId, fold},
};

impl Gesture for NewPipeline {
    type Answer = PipelineId;

    const NAME: &'static str = "pipeline.create";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<PipelineId, AppError> {
        ctx.require(Subject::Firm, Action::Edit)?;
        let there = pipelines(&ctx.db).await?;
        let name = fold(self.name.as_str());
        if there.iter().any(|it| fold(it.name.as_str()) == name) {
            return Err(AppError::invalid("name", Invalid::Taken));
        }
        let last = there.iter().map(|it| it.position).max();
        let position = last.map_or(0, |last| last.saturating_add(1));
        let made = self.made(position);
        let (pipeline, stages) = made.map_err(|(at, why)| AppError::invalid(&format!("stage-{at}"), why))?;
        create_pipeline(tx, &pipeline, &stages).await?;
        Ok(pipeline.id)
    }
}
