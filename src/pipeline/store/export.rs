//! What is left behind when somebody takes the table out of the program.

use crate::{
    error::AppError,
    export,
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
    types::PipelineId,
};

/// An export that is about to be handed over: it is written down first, and without that nothing is.
pub struct Exported {
    pub pipeline: PipelineId,
    /// The kind of file ("csv").
    pub format: &'static str,
    /// The filter, the order and the columns, as the address says them.
    pub asked: String,
    pub rows: u32,
}

impl Gesture for Exported {
    type Answer = ();

    const NAME: &'static str = "opportunity.export";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        ctx.require(Subject::Opportunities, Action::Export)?;
        let trace = export::trace(self.format, &self.asked, self.rows);
        tx.audit(self.pipeline.record_id(), trace);
        Ok(())
    }
}
