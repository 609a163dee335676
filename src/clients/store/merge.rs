//! Two accounts become one, and two again.

use surrealdb::types::{RecordId, SurrealValue};

use super::progress::held;
use crate::{
    clients::domain::{Account, AccountOutcome, Membership, Merge},
    error::AppError,
    pipeline::{self, domain::Opportunity},
    server::{
        Ctx,
        db::{Gesture, Tx, put_back_where_untouched, record, revised},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, Invalid, MergeId, Moment, OpId, OpportunityId, Revision, TimeZone, UserId},
};

/// What hangs from an account by its column `account`, besides the opportunities, which are told live. `tests/it/merging.rs` holds
/// it against the schema.
pub const HANGS: [&str; 8] = [
    "membership",
    "entry",
    "activity",
    "pin",
    "acknowledgement",
    "message",
    "need",
    "attachment",
];

/// The columns that say how a firm stands.
const STANDING: [&str; 3] = ["lifecycle", "path", "bought_on"];

/// A merge as it is kept: the account that went as it was, what was hung elsewhere, and who was in both.
#[derive(Clone)]
pub(super) struct Merged {
    id: MergeId,
    revision: Revision,
    operation: OpId,
    kept: AccountId,
    gone_id: AccountId,
    gone: Account,
    moved: Vec<RecordId>,
    dropped: Vec<Membership>,
    by: Option<UserId>,
    at: Moment,
    undone_at: Option<Moment>,
}

record!(Merged {
    id,
    revision,
    operation,
    kept,
    gone_id,
    gone,
    moved,
    dropped,
    by,
    at,
    undone_at
});
revised!(Merged);

impl Gesture for Merge {
    type Answer = AccountOutcome;

    const NAME: &'static str = "account.merge";

    /// Whoever may change both. What hangs from the one that goes moves whole, also what this person does not see of it.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountOutcome, AppError> {
        if self.kept == self.gone {
            return Err(AppError::NotFound);
        }
        let kept = held(ctx, tx, self.kept, Action::Edit).await?;
        let gone = held(ctx, tx, self.gone, Action::Edit).await?;
        if (kept.revision, gone.revision) != (self.kept_seen, self.gone_seen) {
            return Ok(AccountOutcome::Stale);
        }
        let after = kept
            .merged(&gone, &self.take, ctx.now)
            .map_err(|why| AppError::invalid("ways", why))?;
        if !ctx.lens.admits(Subject::Accounts, Action::View, after.belongs()) {
            return Err(AppError::invalid("owner", Invalid::OutOfSight));
        }
        let dropped = in_both(tx, kept.id, gone.id).await?;
        for membership in &dropped {
            tx.set_aside(membership).await?;
        }
        if kept.name != after.name {
            pipeline::store::rename_account(tx, &after).await?;
        }
        let mut moved = pipeline::store::hang(tx, gone.id, &after, None).await?;
        for table in HANGS {
            let rows: Vec<RecordId> = tx
                .query(format!("SELECT VALUE id FROM {table} WHERE account = $account"))
                .bind(("account", gone.id))
                .await?
                .check()?
                .take(0)?;
            tx.hang(&rows, "account", (gone.id.record_id(), kept.id.record_id()))
                .await?;
            moved.extend(rows);
        }
        tx.set_aside(&gone).await?;
        tx.replace(&kept, &after).await?;
        let told = EntryBody::AccountsMerged {
            name: gone.name.clone(),
        };
        append(ctx, tx, about(kept.id), told);
        let merged = Merged {
            id: MergeId::fresh(),
            revision: Revision::FIRST,
            operation: tx.operation(),
            kept: kept.id,
            gone_id: gone.id,
            gone,
            moved,
            dropped,
            by: ctx.actor(),
            at: ctx.now,
            undone_at: None,
        };
        tx.create(&[merged]).await?;
        Ok(AccountOutcome::Done)
    }

    fn settles(answer: &AccountOutcome) -> bool {
        *answer == AccountOutcome::Done
    }
}

/// Who is in both accounts is in one afterwards: the membership that goes, which is that of the one that has left, if one has.
async fn in_both(tx: &Tx, kept: AccountId, gone: AccountId) -> Result<Vec<Membership>, AppError> {
    let mut answer = tx
        .query("SELECT * FROM membership WHERE account = $kept; SELECT * FROM membership WHERE account = $gone;")
        .bind(("kept", kept))
        .bind(("gone", gone))
        .await?
        .check()?;
    let (stays, comes): (Vec<Membership>, Vec<Membership>) = (answer.take(0)?, answer.take(1)?);
    let twice = comes.into_iter().filter_map(|it| {
        let same = stays.iter().find(|own| own.contact == it.contact)?;
        Some(if same.left.is_some() && it.left.is_none() {
            same.clone()
        } else {
            it
        })
    });
    Ok(twice.collect())
}

/// The merge that was made under this operation.
pub(super) async fn merged_under(tx: &Tx, operation: OpId) -> Result<Option<Merged>, AppError> {
    let found: Vec<Merged> = tx
        .query("SELECT * FROM account_merge WHERE operation = $operation")
        .bind(("operation", operation))
        .await?
        .check()?
        .take(0)?;
    Ok(found.into_iter().next())
}

/// Makes two of them again: what was moved and still hangs here goes back; what has come since stays here, and so does what has been
/// changed since.
///
/// # Errors
/// `Forbidden` to who may not change both; `NotFound` when it was another that was kept; `AlreadyDone`.
pub(super) async fn take_apart(
    ctx: &Ctx,
    tx: &mut Tx,
    now: &Account,
    merged: Merged,
) -> Result<AccountOutcome, AppError> {
    if merged.kept != now.id {
        return Err(AppError::NotFound);
    }
    if merged.undone_at.is_some() {
        return Err(AppError::AlreadyDone);
    }
    let gone = &merged.gone;
    if !ctx.lens.admits(Subject::Accounts, Action::Edit, gone.belongs()) {
        return Err(AppError::Forbidden);
    }
    // How it stands and what it bought are one thing: changed since, all of it stays.
    let before: Account = put_back_where_untouched(tx, merged.operation, merged.by, now, &STANDING).await?;
    tx.put_back(gone).await?;
    let sales: Vec<OpportunityId> = merged
        .moved
        .iter()
        .filter_map(|it| OpportunityId::from_value(it.clone().into_value()).ok())
        .collect();
    pipeline::store::hang(tx, now.id, gone, Some(&sales)).await?;
    for table in HANGS {
        let rows = of_table(&merged.moved, table);
        let mut there: Vec<RecordId> = tx
            .query("SELECT VALUE id FROM $rows WHERE account = $account")
            .bind(("rows", rows))
            .bind(("account", now.id))
            .await?
            .check()?
            .take(0)?;
        // What has come since to what goes back goes with it.
        if let Some(since) = since(table) {
            let come: Vec<RecordId> = tx
                .query(since)
                .bind(("account", now.id))
                .bind(("sales", sales.clone()))
                .bind(("activities", of_table(&merged.moved, "activity")))
                .await?
                .check()?
                .take(0)?;
            there.extend(come.into_iter().filter(|it| !merged.moved.contains(it)));
        }
        tx.hang(&there, "account", (now.id.record_id(), gone.id.record_id()))
            .await?;
    }
    for membership in &merged.dropped {
        tx.put_back(membership).await?;
    }
    if before.name != now.name {
        pipeline::store::rename_account(tx, &before).await?;
    }
    tx.replace(now, &before).await?;
    bought_since(ctx, tx, (now.id, gone.id), &sales, merged.at).await?;
    let told = EntryBody::AccountsParted {
        name: gone.name.clone(),
    };
    append(ctx, tx, about(now.id), told);
    let undone = Merged {
        revision: merged.revision.next(),
        undone_at: Some(ctx.now),
        ..merged.clone()
    };
    tx.replace(&merged, &undone).await?;
    Ok(AccountOutcome::Done)
}

/// What has been sold since by a sale that goes back was bought by the firm that it goes back to.
async fn bought_since(
    ctx: &Ctx,
    tx: &mut Tx,
    (kept, gone): (AccountId, AccountId),
    sales: &[OpportunityId],
    since: Moment,
) -> Result<(), AppError> {
    let won: Vec<Opportunity> = tx
        .query("SELECT * FROM $sales WHERE state = 'won' AND closed_on != NONE")
        .bind(("sales", sales.to_vec()))
        .await?
        .check()?
        .take(0)?;
    let day = since.local_day(TimeZone::default());
    let mut has_sold = false;
    for sale in won {
        if let Some(on) = sale.closed_on.filter(|on| *on >= day) {
            super::bought(ctx, tx, (gone, sale.id), on).await?;
            has_sold = true;
        }
    }
    match has_sold {
        true => super::unbought(ctx, tx, kept, None).await,
        false => Ok(()),
    }
}

fn of_table(moved: &[RecordId], table: &str) -> Vec<RecordId> {
    moved.iter().filter(|it| it.table.as_str() == table).cloned().collect()
}

/// What of a table has come to the sales and the activities that go back.
fn since(table: &str) -> Option<&'static str> {
    match table {
        "entry" => Some("SELECT VALUE id FROM entry WHERE account = $account AND opportunity IN $sales"),
        "activity" => Some(
            "SELECT VALUE id FROM activity WHERE account = $account AND (opportunity IN $sales OR follows IN $activities)",
        ),
        _ => None,
    }
}

fn about(account: AccountId) -> About {
    About {
        account: Some(account),
        opportunity: None,
    }
}
