//! One gesture, one transaction.
//!
//! [`perform`] is the only way to write. It answers a repeated operation id from its record, retries conflicts, and puts
//! the audit record, the change log, the timeline entries and the operation itself in the transaction of the gesture.

use std::{future::Future, time::Duration};

use rand::Rng;
use serde::{Serialize, de::DeserializeOwned};
use surrealdb::types::SurrealValue;

use super::Tx;
use crate::{
    error::AppError,
    server::Ctx,
    types::{OpId, UserId},
};

/// How often a conflict is tried again. At 64 writers on one row the eighth attempt is rarely needed.
const ATTEMPTS: u32 = 12;

/// Something a person does that changes the database.
pub trait Gesture: Send + Sync {
    /// What the client is told, now and whenever the same operation comes again.
    type Answer: Serialize + DeserializeOwned + Send;

    /// What the audit calls it ("opportunity.move").
    const NAME: &'static str;

    /// Does it inside the transaction. May run several times; only the last run is kept.
    ///
    /// # Errors
    /// Whatever refuses the gesture: nothing is written then.
    fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> impl Future<Output = Result<Self::Answer, AppError>> + Send;

    /// Whether this answer settles the operation. One that only asks for more does not: the transaction is dropped, and the
    /// same operation may come again with what was missing (a form sent again after going back in the browser).
    fn settles(_answer: &Self::Answer) -> bool {
        true
    }
}

/// Carries out a gesture once, however often it is asked for.
///
/// # Errors
/// What the gesture refuses; `Unavailable` when the database cannot, or when conflicts do not end.
pub async fn perform<G: Gesture>(ctx: &Ctx, operation: OpId, gesture: &G) -> Result<G::Answer, AppError> {
    for attempt in 0..ATTEMPTS {
        match once(ctx, operation, gesture).await {
            Err(AppError::Conflict) => tokio::time::sleep(pause(attempt)).await,
            refused => return refused,
        }
    }
    tracing::warn!(name = G::NAME, "conflicts did not end");
    Err(AppError::Unavailable)
}

/// Carries out what a plain form asks, as whoever sent it.
///
/// # Errors
/// Why it could not be read; `SignedOut`; what the gesture refuses.
pub async fn carry_out<G: Gesture>(read: Result<(OpId, G), AppError>) -> Result<G::Answer, AppError> {
    let ctx = Ctx::current()?;
    let (operation, gesture) = read?;
    perform(&ctx, operation, &gesture).await
}

/// From 5 ms up to 200 ms, at random so that those who collided do not collide again.
fn pause(attempt: u32) -> Duration {
    let most = (5_u64 << attempt.min(6)).min(200);
    Duration::from_millis(rand::rng().random_range(1..=most))
}

async fn once<G: Gesture>(ctx: &Ctx, operation: OpId, gesture: &G) -> Result<G::Answer, AppError> {
    let mut tx = Tx::begin(ctx, operation, G::NAME).await?;
    let outcome = match recorded::<G>(ctx, &tx, operation).await {
        Ok(None) => gesture.perform(ctx, &mut tx).await,
        Ok(Some(answer)) => {
            tx.drop_all().await;
            return Ok(answer);
        }
        Err(error) => Err(error),
    };
    match outcome {
        Ok(answer) if !G::settles(&answer) => {
            tx.drop_all().await;
            Ok(answer)
        }
        Ok(answer) => {
            let text = serde_json::to_string(&answer).map_err(|error| {
                tracing::error!(%error, name = G::NAME, "the answer has no JSON form");
                AppError::Unavailable
            })?;
            tx.finish(ctx.db.bus(), text).await?;
            Ok(answer)
        }
        Err(error) => {
            tx.drop_all().await;
            Err(error)
        }
    }
}

#[derive(SurrealValue)]
struct Recorded {
    name: String,
    actor: Option<UserId>,
    answer: String,
}

/// What was answered to this operation id, if it has been carried out. Another's id, or an id used for another gesture,
/// is refused: it would tell what it must not.
async fn recorded<G: Gesture>(ctx: &Ctx, tx: &Tx, operation: OpId) -> Result<Option<G::Answer>, AppError> {
    let mut answer = tx
        .query("SELECT name, actor, answer FROM ONLY $id")
        .bind(("id", operation))
        .await?
        .check()?;
    let Some(recorded) = answer.take::<Option<Recorded>>(0)? else {
        return Ok(None);
    };
    if recorded.name != G::NAME || recorded.actor != ctx.actor() {
        return Err(AppError::Forbidden);
    }
    match serde_json::from_str(&recorded.answer) {
        Ok(answer) => Ok(Some(answer)),
        Err(error) => {
            tracing::error!(%error, name = G::NAME, "a recorded answer cannot be read");
            Err(AppError::Unavailable)
        }
    }
}
