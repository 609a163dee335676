//! Taking back what was done with an opportunity.

use surrealdb::types::{Object, SurrealValue, Value};

use super::moves::{editable, stage_name, stage_of};
use crate::{
    agenda::store::{How, follow},
    error::AppError,
    pipeline::domain::{MoveOutcome, Moved, Opportunity, Undo},
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
};

/// One line of an audit row.
#[derive(SurrealValue)]
struct Difference {
    field: String,
    before: Option<Value>,
    after: Option<Value>,
}

impl Gesture for Undo {
    type Answer = MoveOutcome;

    const NAME: &'static str = "opportunity.undo";

    /// The audit says what every field was, so that the opportunity is afterwards what it was: its days in the stage, a
    /// probability set by hand, an amount that was empty.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<MoveOutcome, AppError> {
        let mut answer = tx
            .query(
                "SELECT * FROM ONLY $opportunity;
                 SELECT VALUE fields FROM audit WHERE record = $opportunity AND operation = $operation AND actor = $actor;",
            )
            .bind(("opportunity", self.opportunity))
            .bind(("operation", self.operation))
            .bind(("actor", ctx.actor()))
            .await?
            .check()?;
        let now = editable(ctx, answer.take(0)?)?;
        let done: Vec<Vec<Difference>> = answer.take(1)?;
        let done = done.into_iter().next().ok_or(AppError::NotFound)?;
        let Some(mut before) = restored(&now, done)? else {
            return Ok(MoveOutcome::Stale(Box::new(Moved::from(&now))));
        };
        let stage = stage_of(tx, before.stage).await?;
        // What was filled in may be needed by now, where somebody else has moved it.
        let needed = before.lacks(&stage);
        if before.stage == now.stage && !needed.is_empty() && now.lacks(&stage).is_empty() {
            return Ok(MoveOutcome::Missing(needed));
        }
        let about = About {
            account: now.account,
            opportunity: Some(now.id),
        };
        if before.stage != now.stage {
            let told = EntryBody::MoveUndone {
                title: now.title.clone(),
                from: stage_name(tx, now.stage).await?,
                to: stage.name,
            };
            append(ctx, tx, about, told);
        } else if before.rank == now.rank {
            append(
                ctx,
                tx,
                about,
                EntryBody::ChangeUndone {
                    title: before.title.clone(),
                },
            );
        }
        follow(ctx, tx, &now, &mut before, How::Undone).await?;
        tx.replace(&now, &before).await?;
        Ok(MoveOutcome::Moved(Box::new(Moved::from(&before))))
    }

    fn settles(answer: &MoveOutcome) -> bool {
        matches!(answer, MoveOutcome::Moved(_))
    }
}

/// The row with every field that the operation changed as it was; none if one of them has been changed since. What others
/// did with the rest of the row stays.
fn restored(now: &Opportunity, done: Vec<Difference>) -> Result<Option<Opportunity>, AppError> {
    let Value::Object(row) = now.clone().into_value() else {
        return Err(AppError::Unavailable);
    };
    let mut row = row.into_inner();
    for it in done.into_iter().filter(|it| it.field != "revision") {
        let left = it.after.unwrap_or(Value::None);
        if row.insert(it.field, it.before.unwrap_or(Value::None)) != Some(left) {
            return Ok(None);
        }
    }
    let before = Opportunity::from_value(Value::Object(Object::from(row))).map_err(|error| {
        tracing::error!(%error, "an audit row does not fit the opportunity any more");
        AppError::Unavailable
    })?;
    Ok(Some(Opportunity {
        revision: now.revision.next(),
        ..before
    }))
}
