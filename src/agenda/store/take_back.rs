//! Taking back what was said to have come of an activity.

use surrealdb::types::SurrealValue;

use super::{conclude::cold_tag, follow::settle, seen::held};
use crate::{
    agenda::domain::{Activity, Outcome, Status, TakeBack, most},
    error::AppError,
    pipeline::domain::StageKind,
    server::{
        Ctx,
        db::{Gesture, Restored, Tx, restored},
    },
    timeline::{
        domain::{Entry, EntryBody},
        store::{About, append, say_otherwise},
    },
    types::{AuditId, OpId},
};

impl Gesture for TakeBack {
    type Answer = Activity;

    const NAME: &'static str = "activity.take_back";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Activity, AppError> {
        let found = held(ctx, tx, self.activity).await?;
        let before = found.activity;
        let Some(outcome) = before.outcome else {
            return Err(AppError::AlreadyDone);
        };
        if found.opportunity.as_ref().is_some_and(|it| it.state != StageKind::Open) {
            return Err(AppError::AlreadyDone);
        }
        let followed: Vec<Activity> = tx
            .query("SELECT * FROM activity WHERE follows = $activity")
            .bind(("activity", before.id))
            .await?
            .check()?
            .take(0)?;
        // What has been tried since cannot be taken back any more.
        if followed.iter().any(|it| it.status != Status::Planned) {
            return Err(AppError::AlreadyDone);
        }
        for it in &followed {
            tx.remove(it).await?;
        }
        let after = Activity {
            revision: before.revision.next(),
            status: Status::Planned,
            outcome: None,
            closed_at: None,
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
        let undone = EntryBody::ConclusionUndone { activity: before.kind };
        match told_of(tx, &before).await? {
            // What did not happen is told no more: nobody was spoken to.
            Some(entry) => say_otherwise(ctx, tx, entry, undone).await?,
            None => {
                let about = About {
                    account: before.account,
                    opportunity: before.opportunity,
                };
                append(ctx, tx, about, undone);
            }
        }
        if let Some(sale) = found.opportunity {
            let then = match concluded_by(tx, &before).await? {
                Some(operation) => restored(ctx, tx, operation, &sale).await?,
                None => Restored::Untouched,
            };
            let warm = cold_tag().filter(|_| went_cold(outcome, before.attempt) && followed.is_empty());
            settle(tx, &sale, |it| match then {
                // Its freshness and its tags are again what they were: a tag that somebody had put on by hand stays.
                Restored::Before(then) => {
                    it.last_activity_at = then.last_activity_at;
                    it.tags = then.tags;
                }
                // Somebody else's conclusion, or others have been at it since.
                Restored::Untouched | Restored::Changed => {
                    if let Some(tag) = warm {
                        it.tags = it.tags.without(&tag);
                    }
                }
            })
            .await?;
        }
        Ok(after)
    }
}

/// The entry that tells what came of it, if it is there; the newest of those that do.
async fn told_of(tx: &Tx, activity: &Activity) -> Result<Option<Entry>, AppError> {
    let hangs = match activity.account {
        Some(_) => "account = $account",
        None => "opportunity = $opportunity",
    };
    let sql = format!("SELECT * FROM entry WHERE {hangs} AND body.kind = 'concluded' AND body.of = $told");
    let found: Vec<Entry> = tx
        .query(sql)
        .bind(("account", activity.account))
        .bind(("opportunity", activity.opportunity))
        .bind(("told", activity.id.to_string()))
        .await?
        .check()?
        .take(0)?;
    Ok(found.into_iter().max_by_key(|it| (it.written_at, it.id)))
}

#[derive(SurrealValue)]
struct Done {
    id: AuditId,
    operation: OpId,
}

/// The operation that last said what came of it.
async fn concluded_by(tx: &Tx, activity: &Activity) -> Result<Option<OpId>, AppError> {
    let done: Vec<Done> = tx
        .query("SELECT id, operation FROM audit WHERE record = $record AND name = 'activity.conclude'")
        .bind(("record", activity.id.record_id()))
        .await?
        .check()?
        .take(0)?;
    Ok(done.into_iter().max_by_key(|it| it.id).map(|it| it.operation))
}

fn went_cold(outcome: Outcome, attempt: u32) -> bool {
    most(outcome) > 1 && attempt >= most(outcome)
}
