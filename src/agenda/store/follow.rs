//! The `next` of an opportunity and its activities are one thing: here alone each is brought in line with the other.

use crate::{
    agenda::domain::{Activity, Status, earliest},
    error::AppError,
    pipeline::domain::{NextStep, Opportunity, StageKind},
    server::{
        Ctx,
        db::{Restored, Tx, restored},
    },
    types::{ActivityId, OpId, OpportunityId, Revision},
};

/// How the `next` of an opportunity came to be changed on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Edited,
    /// The step was taken.
    Done,
    /// What was done with it under this operation is taken back.
    Undone(OpId),
}

/// Makes the activities of an opportunity say what its row will say; `after.next` is then the earliest that is planned.
///
/// # Errors
/// `Unavailable`.
pub async fn follow(
    ctx: &Ctx,
    tx: &mut Tx,
    before: &Opportunity,
    after: &mut Opportunity,
    how: How,
) -> Result<(), AppError> {
    if let How::Undone(operation) = how {
        after.next = put_back(ctx, tx, before.id, operation).await?;
        return Ok(());
    }
    if before.next == after.next && before.owner == after.owner && before.state == after.state {
        return Ok(());
    }
    let planned = planned(tx, before.id).await?;
    let mut now = planned.clone();
    if before.owner != after.owner {
        // Who takes over the sale takes over what its owner had planned.
        now.iter_mut()
            .filter(|it| it.owner == before.owner)
            .for_each(|it| it.owner = after.owner);
    }
    if before.next != after.next {
        let at = now.iter().position(|it| Some(it.step()) == before.next);
        match (at, after.next) {
            (Some(at), Some(next)) => (now[at].kind, now[at].day, now[at].at) = (next.kind, next.on, next.at),
            (None, Some(next)) => {
                let made = Activity::planned(ActivityId::fresh(), after, next, ctx.now);
                tx.create(std::slice::from_ref(&made)).await?;
                now.push(made);
            }
            (Some(at), None) if how == How::Done => close(ctx, &mut now[at], Status::Done),
            (Some(at), None) => close(ctx, &mut now[at], Status::NotDone),
            (None, None) => {}
        }
    }
    if after.state != StageKind::Open {
        // Nothing comes next with what has been decided.
        now.iter_mut()
            .filter(|it| it.status == Status::Planned)
            .for_each(|it| close(ctx, it, Status::NotDone));
    }
    for old in &planned {
        if let Some(new) = now.iter_mut().find(|it| it.id == old.id && *it != old) {
            new.revision = old.revision.next();
            tx.replace(old, new).await?;
        }
    }
    after.next = earliest(&now);
    Ok(())
}

/// What is planned with an opportunity.
///
/// # Errors
/// `Unavailable`.
pub async fn planned(tx: &Tx, opportunity: OpportunityId) -> Result<Vec<Activity>, AppError> {
    let sql = "SELECT * FROM activity WHERE opportunity = $opportunity AND status = 'planned'";
    Ok(tx
        .query(sql)
        .bind(("opportunity", opportunity))
        .await?
        .check()?
        .take(0)?)
}

/// The activities of an opportunity as they were before an operation of this person: exactly those that it has touched, as the audit
/// names them, and only where nobody has been at them since. What comes next of all that is planned then.
async fn put_back(
    ctx: &Ctx,
    tx: &mut Tx,
    opportunity: OpportunityId,
    operation: OpId,
) -> Result<Option<NextStep>, AppError> {
    let all: Vec<Activity> = tx
        .query("SELECT * FROM activity WHERE opportunity = $opportunity")
        .bind(("opportunity", opportunity))
        .await?
        .check()?
        .take(0)?;
    let mut planned = Vec::new();
    for now in all {
        let then = match restored(ctx, tx, operation, &now).await? {
            Restored::Before(then) if is_made_by_it(&now, &then) => {
                tx.remove(&now).await?;
                continue;
            }
            Restored::Before(then) => {
                tx.replace(&now, &then).await?;
                then
            }
            Restored::Untouched | Restored::Changed => now,
        };
        if then.status == Status::Planned {
            planned.push(then);
        }
    }
    Ok(earliest(&planned))
}

/// Whether the operation made it and nobody has changed it since: of what is made the audit names no field.
fn is_made_by_it(now: &Activity, then: &Activity) -> bool {
    let same = Activity {
        revision: now.revision,
        ..then.clone()
    };
    now.revision == Revision::FIRST && *now == same
}

fn close(ctx: &Ctx, it: &mut Activity, status: Status) {
    it.status = status;
    it.closed_at = Some(ctx.now);
}

/// Writes into the row what its activities say, after they have been changed. `change` is what else is new in it.
///
/// # Errors
/// `Unavailable`.
pub async fn settle(tx: &mut Tx, before: &Opportunity, change: impl FnOnce(&mut Opportunity)) -> Result<(), AppError> {
    let mut after = before.clone();
    change(&mut after);
    after.next = earliest(&planned(tx, before.id).await?);
    if after != *before {
        after.revision = before.revision.next();
        tx.replace(before, &after).await?;
    }
    Ok(())
}
