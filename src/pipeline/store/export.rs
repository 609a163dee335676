//! What is left behind when somebody takes the table out of the program.

use surrealdb::types::{Object, SurrealValue, Value};

use crate::{
    error::AppError,
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
        let said = |field: &str, value: Value| {
            let mut said = Object::new();
            said.insert("field", field.to_owned());
            said.insert("after", value);
            Value::Object(said)
        };
        tx.audit(
            self.pipeline.record_id(),
            vec![
                said("format", self.format.to_owned().into_value()),
                said("asked", self.asked.clone().into_value()),
                said("rows", i64::from(self.rows).into_value()),
            ],
        );
        Ok(())
    }
}
