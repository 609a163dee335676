//! What the pages ask about merges: two accounts side by side, those that were merged, and where an account went.

use surrealdb::types::SurrealValue;

use super::{account, holders, people};
use crate::{
    clients::domain::{Account, Fact, MergeSheet, PastMerge},
    error::AppError,
    pipeline,
    server::{Ctx, db::Admitted},
    team::{
        self,
        domain::{Action, Subject},
    },
    types::{AccountId, Moment, OpId, TimeZone, UserId},
};

/// So many of the last are shown.
const SHOWN: u32 = 100;
/// An account that is a part of another that is a part of another: so often one follows.
const HOPS: usize = 10;

/// Two accounts that this person may change, side by side.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn merge_sheet(ctx: &Ctx, kept: AccountId, gone: AccountId) -> Result<MergeSheet, AppError> {
    if kept == gone {
        return Err(AppError::NotFound);
    }
    let (kept, gone) = (account(ctx, kept).await?, account(ctx, gone).await?);
    let edits = |it: &Account| ctx.lens.admits(Subject::Accounts, Action::Edit, it.belongs());
    if !edits(&kept) || !edits(&gone) {
        return Err(AppError::Forbidden);
    }
    let mut rows = kept.facts().changed(&gone.facts(), &holders(&ctx.db).await?);
    // Of the other ways to reach it nothing is chosen: all of both stay.
    rows.retain(|row| row.fact != Fact::Ways);
    let people = people(ctx, gone.id).await?.len();
    let sales = pipeline::store::opportunities_of(ctx, gone.id).await?.len();
    Ok(MergeSheet {
        kept,
        gone,
        rows,
        people: u32::try_from(people).unwrap_or(u32::MAX),
        opportunities: u32::try_from(sales).unwrap_or(u32::MAX),
    })
}

#[derive(SurrealValue)]
struct Past {
    operation: OpId,
    kept: AccountId,
    now: Account,
    gone: Account,
    at: Moment,
    by: Option<UserId>,
}

/// The last merges that stand, of accounts that the lens shows.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn last(ctx: &Ctx) -> Result<Vec<PastMerge>, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "kept.");
    let sql = format!(
        "SELECT operation, kept, kept.* AS now, gone, at, by FROM account_merge \
         WHERE undone_at = NONE AND kept.name != NONE AND {} ORDER BY at DESC LIMIT {SHOWN}",
        admitted.condition()
    );
    let found: Vec<Past> = ctx.db.query(sql).bind(admitted.variables()).await?.check()?.take(0)?;
    let names = team::store::directory(&ctx.db).await?;
    let edits = |it: &Account| ctx.lens.admits(Subject::Accounts, Action::Edit, it.belongs());
    let seen = found
        .into_iter()
        .filter(|it| ctx.lens.admits(Subject::Accounts, Action::View, it.gone.belongs()));
    Ok(seen
        .map(|it| PastMerge {
            operation: it.operation,
            kept: it.kept,
            edits: edits(&it.now) && edits(&it.gone),
            kept_name: it.now.name,
            gone_name: it.gone.name,
            on: it.at.local_day(TimeZone::default()),
            by: it.by.and_then(|by| names.get(&by).cloned()),
        })
        .collect())
}

/// The account that this one was made a part of, if the lens shows it.
///
/// # Errors
/// `Unavailable`.
pub async fn merged_into(ctx: &Ctx, gone: AccountId) -> Result<Option<AccountId>, AppError> {
    let mut at = gone;
    for _ in 0..HOPS {
        let kept: Vec<AccountId> = ctx
            .db
            .query("SELECT VALUE kept FROM account_merge WHERE gone_id = $gone AND undone_at = NONE")
            .bind(("gone", at))
            .await?
            .check()?
            .take(0)?;
        let Some(kept) = kept.into_iter().next() else {
            return Ok(None);
        };
        match account(ctx, kept).await {
            Ok(account) => return Ok(Some(account.id)),
            // Hidden, or a part of another since.
            Err(AppError::NotFound) => at = kept,
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}
