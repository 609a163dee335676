//! Changing what is written down of an account.

use super::progress::held;
use crate::{
    clients::domain::{Account, AccountOutcome, EditAccount, Holders},
    error::AppError,
    pipeline,
    server::{
        Ctx,
        db::{Db, Gesture, Tx, names},
    },
    team::{
        self,
        domain::{Action, Subject},
    },
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, DepartmentId, Invalid, ZoneId},
};

/// To whom an account can belong, by name.
///
/// # Errors
/// `Unavailable`.
pub async fn holders(db: &Db) -> Result<Holders, AppError> {
    Ok(Holders {
        users: team::store::directory(db).await?,
        gone: team::store::gone(db).await?,
        departments: names(db, DepartmentId::TABLE).await?,
        zones: names(db, ZoneId::TABLE).await?,
    })
}

/// An account that this person may edit, with those to whom it can belong.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn editable_facts(ctx: &Ctx, id: AccountId) -> Result<(Account, Holders), AppError> {
    let account = super::account(ctx, id).await?;
    if !ctx.lens.admits(Subject::Accounts, Action::Edit, account.belongs()) {
        return Err(AppError::Forbidden);
    }
    Ok((account, holders(&ctx.db).await?))
}

impl Gesture for EditAccount {
    type Answer = AccountOutcome;

    const NAME: &'static str = "account.edit";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountOutcome, AppError> {
        let before = held(ctx, tx, self.account, Action::Edit).await?;
        if before.revision != self.seen {
            return Ok(AccountOutcome::Stale);
        }
        let holders = holders(&ctx.db).await?;
        edited(ctx, tx, self, &before, &holders).await
    }

    fn settles(answer: &AccountOutcome) -> bool {
        *answer == AccountOutcome::Done
    }
}

/// Changes an account as it is now.
pub(super) async fn edited(
    ctx: &Ctx,
    tx: &mut Tx,
    asked: &EditAccount,
    before: &Account,
    holders: &Holders,
) -> Result<AccountOutcome, AppError> {
    let after = before.with(asked.facts.clone());
    belongs_to_known(&after, holders)?;
    let changes = before.facts().changed(&asked.facts, holders);
    if changes.is_empty() {
        return Ok(AccountOutcome::Unchanged);
    }
    if !ctx.lens.admits(Subject::Accounts, Action::View, after.belongs()) {
        // Given to somebody whose clients this person does not see: it would be gone, and could not be undone.
        return Err(AppError::invalid("owner", Invalid::OutOfSight));
    }
    if before.name != after.name {
        pipeline::store::rename_account(tx, &after).await?;
    }
    let about = About {
        account: Some(after.id),
        opportunity: None,
    };
    append(ctx, tx, about, EntryBody::AccountChanged { changes });
    tx.replace(before, &after).await?;
    Ok(AccountOutcome::Done)
}

/// Refuses who or what there is not.
pub(super) fn belongs_to_known(after: &Account, holders: &Holders) -> Result<(), AppError> {
    let unknown = [
        ("owner", after.owner.is_some_and(|it| !holders.users.contains_key(&it))),
        (
            "department",
            after
                .department
                .is_some_and(|it| !holders.departments.contains_key(&it)),
        ),
        ("zone", after.zone.is_some_and(|it| !holders.zones.contains_key(&it))),
    ];
    match unknown.iter().find(|(_, is_unknown)| *is_unknown) {
        Some((field, _)) => Err(AppError::invalid(field, Invalid::Empty)),
        None => Ok(()),
    }
}
