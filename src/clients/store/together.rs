//! Many accounts in one transaction.

use super::{edit::edited, list::whole, progress::held};
use crate::{
    clients::{
        domain::{
            Account, AccountOutcome, ChangeTogether, EditAccount, MOST_ACCOUNTS, SharedFact, Together, UndoTogether,
        },
        forms::Picked,
    },
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx, perform, put_back_where_untouched},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{Invalid, OpId},
};

/// Gives the accounts that are picked the same facts.
///
/// # Errors
/// `Invalid` where they are too many; `Forbidden`, `Unavailable`.
pub async fn give(ctx: &Ctx, operation: OpId, picked: Picked, facts: Vec<SharedFact>) -> Result<Together, AppError> {
    ctx.require(Subject::Accounts, Action::Bulk)?;
    let accounts = match picked {
        Picked::These(accounts) => accounts,
        Picked::All(look) => {
            let most = usize::from(MOST_ACCOUNTS);
            let (found, count) = whole(ctx, &look.asked(0), most).await?;
            if count > most {
                return Err(AppError::invalid("all", Invalid::TooMany { max: MOST_ACCOUNTS }));
            }
            found.into_iter().map(|(id, _)| id).collect()
        }
    };
    perform(ctx, operation, &ChangeTogether { accounts, facts }).await
}

impl Gesture for ChangeTogether {
    type Answer = Together;

    const NAME: &'static str = "account.together";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Together, AppError> {
        ctx.require(Subject::Accounts, Action::Bulk)?;
        if self.accounts.len() > usize::from(MOST_ACCOUNTS) {
            return Err(AppError::invalid("accounts", Invalid::TooMany { max: MOST_ACCOUNTS }));
        }
        let holders = super::holders(&ctx.db).await?;
        let mut answer = Together::default();
        for id in &self.accounts {
            // What one may change by itself only is left as it is, and so is what is gone by now.
            let before = match held(ctx, tx, *id, Action::Edit).await {
                Ok(before) if ctx.lens.admits(Subject::Accounts, Action::Bulk, before.belongs()) => before,
                Ok(_) | Err(AppError::NotFound | AppError::Forbidden) => {
                    answer.refused += 1;
                    continue;
                }
                Err(error) => return Err(error),
            };
            let mut facts = before.facts();
            self.facts.iter().for_each(|fact| fact.give(&mut facts));
            let asked = EditAccount {
                account: *id,
                seen: before.revision,
                facts,
            };
            match edited(ctx, tx, &asked, &before, &holders).await {
                Ok(AccountOutcome::Done) => answer.changed.push(*id),
                Ok(AccountOutcome::Unchanged | AccountOutcome::Stale) => answer.same += 1,
                // Given out of one's sight, or what there is not: that is so for each of them, or for this one only.
                Err(AppError::Invalid { .. }) => answer.refused += 1,
                Err(error) => return Err(error),
            }
        }
        Ok(answer)
    }

    fn settles(answer: &Together) -> bool {
        !answer.changed.is_empty()
    }
}

impl Gesture for UndoTogether {
    type Answer = Together;

    const NAME: &'static str = "account.together_undo";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Together, AppError> {
        let done: Vec<String> = tx
            .query("SELECT VALUE answer FROM $operation WHERE actor = $actor AND name = $name")
            .bind(("operation", self.operation))
            .bind(("actor", ctx.actor()))
            .bind(("name", ChangeTogether::NAME))
            .await?
            .check()?
            .take(0)?;
        let done = done.first().ok_or(AppError::NotFound)?;
        let done: Together = serde_json::from_str(done).map_err(|error| {
            tracing::error!(%error, "a recorded answer cannot be read");
            AppError::Unavailable
        })?;
        let mut answer = Together::default();
        for id in done.changed {
            let now = match held(ctx, tx, id, Action::Edit).await {
                Ok(now) => now,
                Err(AppError::NotFound | AppError::Forbidden) => {
                    answer.refused += 1;
                    continue;
                }
                Err(error) => return Err(error),
            };
            // A fact that somebody has changed since stays so; the others are as they were.
            let before: Account = put_back_where_untouched(tx, self.operation, ctx.actor(), &now, &[]).await?;
            if before.facts() == now.facts() {
                answer.refused += 1;
                continue;
            }
            let about = About {
                account: Some(id),
                opportunity: None,
            };
            append(ctx, tx, about, EntryBody::AccountChangeUndone);
            tx.replace(&now, &before).await?;
            answer.changed.push(id);
        }
        Ok(answer)
    }

    fn settles(answer: &Together) -> bool {
        !answer.changed.is_empty()
    }
}
