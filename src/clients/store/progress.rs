//! Moving a firm along, and what a sale does to it.

use crate::{
    clients::domain::{Account, AccountOutcome, Act, INACTIVE_AFTER, Lifecycle, Progress},
    error::AppError,
    server::{
        Ctx,
        db::{Db, Gesture, Tx},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, Day, Invalid, OpportunityId},
};

/// After how many days without a purchase a customer is inactive in this firm.
///
/// # Errors
/// `Unavailable`.
pub async fn inactive_after(db: &Db) -> Result<u16, AppError> {
    let sql = "SELECT VALUE inactive_after FROM firm:ours";
    let set: Vec<Option<i64>> = db.query(sql).await?.check()?.take(0)?;
    let days = set.into_iter().next().flatten();
    Ok(days.and_then(|days| u16::try_from(days).ok()).unwrap_or(INACTIVE_AFTER))
}

/// The account that was asked for, if this person may do that to it. One that may not even be seen is not found.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn held(ctx: &Ctx, tx: &Tx, id: AccountId, action: Action) -> Result<Account, AppError> {
    let admits = |action, it: &Account| ctx.lens.admits(Subject::Accounts, action, it.belongs());
    let found: Option<Account> = tx.find(id).await?;
    let found = found.filter(|it| admits(Action::View, it)).ok_or(AppError::NotFound)?;
    if admits(action, &found) {
        Ok(found)
    } else {
        Err(AppError::Forbidden)
    }
}

/// The same for what adds to an account: where that was merged into another meanwhile, what is added goes there. Somebody who has
/// its page still open loses nothing of what they write.
///
/// # Errors
/// As [`held`].
pub async fn held_now(ctx: &Ctx, tx: &Tx, id: AccountId, action: Action) -> Result<Account, AppError> {
    match held(ctx, tx, id, action).await {
        Err(AppError::NotFound) => match super::merged_into(ctx, id).await? {
            Some(kept) => held(ctx, tx, kept, action).await,
            None => Err(AppError::NotFound),
        },
        found => found,
    }
}

impl Gesture for Progress {
    type Answer = AccountOutcome;

    const NAME: &'static str = "account.progress";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountOutcome, AppError> {
        let before = held(ctx, tx, self.account, Action::Edit).await?;
        if before.revision != self.seen {
            return Ok(AccountOutcome::Stale);
        }
        let on = match self.on {
            Some(on) if on > ctx.today() => return Err(AppError::invalid("on", Invalid::DayToCome)),
            on => on.unwrap_or(ctx.today()),
        };
        // It may have become inactive by itself, which is from where it goes on.
        let now = before.clone().standing(ctx.today(), inactive_after(&ctx.db).await?);
        let after = now.after(self.act, on).ok_or(AppError::AlreadyDone)?;
        moved(ctx, tx, &now, &after, None);
        tx.replace(&before, &after).await?;
        Ok(AccountOutcome::Done)
    }

    fn settles(answer: &AccountOutcome) -> bool {
        *answer == AccountOutcome::Done
    }
}

/// What a won opportunity does to the firm that bought: it is a customer, and this was its last purchase unless there is a later one.
///
/// # Errors
/// `Unavailable`.
pub async fn bought(
    ctx: &Ctx,
    tx: &mut Tx,
    (account, sale): (AccountId, OpportunityId),
    on: Day,
) -> Result<(), AppError> {
    let Some(before) = tx.find::<Account>(account).await? else {
        return Ok(());
    };
    let after = if before.lifecycle == Lifecycle::CustomerActive {
        Some(Account {
            revision: before.revision.next(),
            bought_on: before.bought_on.max(Some(on)),
            ..before.clone()
        })
    } else {
        before.after(Act::Sell, on)
    };
    let Some(after) = after.filter(|after| after.bought_on != before.bought_on || after.lifecycle != before.lifecycle)
    else {
        return Ok(());
    };
    // Told with the sale: whoever may not see that is not told of its day.
    moved(ctx, tx, &before, &after, Some(sale));
    tx.replace(&before, &after).await
}

/// Tells the timeline where the firm stands now, if that has changed.
fn moved(ctx: &Ctx, tx: &mut Tx, before: &Account, after: &Account, sale: Option<OpportunityId>) {
    if before.lifecycle == after.lifecycle {
        return;
    }
    let about = About {
        account: Some(after.id),
        opportunity: sale,
    };
    append(
        ctx,
        tx,
        about,
        EntryBody::LifecycleMoved {
            from: before.lifecycle,
            to: after.lifecycle,
        },
    );
}
