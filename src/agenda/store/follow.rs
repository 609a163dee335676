//! The `next` of an opportunity and its activities are one thing: here alone each is brought in line with the other.

use crate::{
    agenda::domain::{Activity, Status, earliest},
    error::AppError,
    pipeline::domain::{NextStep, Opportunity, StageKind},
    server::{Ctx, db::Tx},
    types::{ActivityId, OpportunityId},
};

/// How the `next` of an opportunity came to be changed on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Edited,
    /// The step was taken.
    Done,
    /// What was done with it is taken back.
    Undone,
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
            (at, Some(next)) => {
                let again = match how {
                    How::Undone => reopened(ctx, tx, before.id, next).await?,
                    _ => Vec::new(),
                };
                match at {
                    _ if !again.is_empty() => now.extend(again),
                    Some(at) => (now[at].kind, now[at].day, now[at].at) = (next.kind, next.on, next.at),
                    None => {
                        let made = Activity::planned(ActivityId::fresh(), after, next, ctx.now);
                        tx.create(std::slice::from_ref(&made)).await?;
                        now.push(made);
                    }
                }
            }
            (Some(at), None) if how == How::Undone => tx.remove(&now.remove(at)).await?,
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

/// The step that was closed last, and what was closed with it, planned again; nothing if there was none.
async fn reopened(
    ctx: &Ctx,
    tx: &mut Tx,
    opportunity: OpportunityId,
    step: NextStep,
) -> Result<Vec<Activity>, AppError> {
    let closed: Vec<Activity> = tx
        .query("SELECT * FROM activity WHERE opportunity = $opportunity AND status IN ['done', 'not_done'] AND outcome = NONE")
        .bind(("opportunity", opportunity))
        .await?
        .check()?
        .take(0)?;
    let same = closed.iter().filter(|it| it.step() == step);
    let Some(at) = same.filter_map(|it| it.closed_at).max().filter(|at| *at <= ctx.now) else {
        return Ok(Vec::new());
    };
    let mut again = Vec::new();
    for old in closed.iter().filter(|it| it.closed_at == Some(at)) {
        let new = Activity {
            revision: old.revision.next(),
            status: Status::Planned,
            closed_at: None,
            ..old.clone()
        };
        tx.replace(old, &new).await?;
        again.push(new);
    }
    Ok(again)
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
