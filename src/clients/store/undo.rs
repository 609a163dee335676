//! Taking back what was done with a client.

use super::{
    merge::{merged_under, take_apart},
    progress::held,
};
use crate::{
    clients::domain::{Account, AccountOutcome, UndoOnAccount},
    error::AppError,
    pipeline,
    server::{
        Ctx,
        db::{Gesture, Restored, Tx, restored},
    },
    team::domain::Action,
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, Day, OpId},
};

impl Gesture for UndoOnAccount {
    type Answer = AccountOutcome;

    const NAME: &'static str = "account.undo";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountOutcome, AppError> {
        let now = held(ctx, tx, self.account, Action::Edit).await?;
        if let Some(merged) = merged_under(tx, self.operation).await? {
            return take_apart(ctx, tx, &now, merged).await;
        }
        match restored(ctx, tx, self.operation, &now).await? {
            Restored::Before(before) => {
                let about = About {
                    account: Some(now.id),
                    opportunity: None,
                };
                if before.name != now.name {
                    pipeline::store::rename_account(tx, &before).await?;
                }
                append(ctx, tx, about, EntryBody::AccountChangeUndone);
                tx.replace(&now, &before).await?;
                Ok(AccountOutcome::Done)
            }
            Restored::Untouched => Err(AppError::NotFound),
            Restored::Changed => Ok(AccountOutcome::Stale),
        }
    }

    fn settles(answer: &AccountOutcome) -> bool {
        *answer == AccountOutcome::Done
    }
}

/// What is left of a firm's purchases when one of its sales is one no more: the day of the last that stands. Where none does and
/// `operation` is what had made the sale, the firm is again what it was before it.
///
/// # Errors
/// `Unavailable`.
pub async fn unbought(ctx: &Ctx, tx: &mut Tx, account: AccountId, operation: Option<OpId>) -> Result<(), AppError> {
    let mut answer = tx
        .query(
            "SELECT * FROM ONLY $account;
             SELECT VALUE closed_on FROM opportunity WHERE account = $account AND state = 'won' AND closed_on != NONE;",
        )
        .bind(("account", account))
        .await?
        .check()?;
    let (Some(now), sales) = (answer.take::<Option<Account>>(0)?, answer.take::<Vec<Day>>(1)?) else {
        return Ok(());
    };
    let last = sales.into_iter().max();
    let before = match (last, operation) {
        (None, Some(operation)) => match restored(ctx, tx, operation, &now).await? {
            Restored::Before(before) => Some(before),
            Restored::Untouched | Restored::Changed => None,
        },
        _ => None,
    };
    let after = before.unwrap_or_else(|| Account {
        revision: now.revision.next(),
        bought_on: last,
        ..now.clone()
    });
    if (after.bought_on, after.lifecycle) == (now.bought_on, now.lifecycle) {
        return Ok(());
    }
    tx.replace(&now, &after).await
}
