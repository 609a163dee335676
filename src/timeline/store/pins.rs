//! Entries that stay on top.

use surrealdb::types::SurrealValue;

use super::newest_first;
use crate::{
    clients::domain::Account,
    error::AppError,
    server::{
        Ctx,
        db::{Admitted, Gesture, Tx, record, revised},
    },
    team::domain::{Action, Subject},
    timeline::domain::{Entry, MOST_PINS, PinEntry},
    types::{AccountId, EntryId, Invalid, PinId, Revision},
};

/// That an entry stays on top.
#[derive(Clone)]
struct Pin {
    id: PinId,
    revision: Revision,
    account: AccountId,
    entry: EntryId,
}

record!(Pin {
    id,
    revision,
    account,
    entry
});
revised!(Pin);

impl Gesture for PinEntry {
    type Answer = ();

    const NAME: &'static str = "entry.pin";

    /// Whoever may change the account; and only what they see.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let account: Option<Account> = tx.find(self.account).await?;
        let account = account.filter(|it| ctx.lens.admits(Subject::Accounts, Action::View, it.belongs()));
        let account = account.ok_or(AppError::NotFound)?;
        if !ctx.lens.admits(Subject::Accounts, Action::Edit, account.belongs()) {
            return Err(AppError::Forbidden);
        }
        let asked = seen(ctx, self.account, vec![self.entry]).await?;
        if asked.is_empty() {
            return Err(AppError::NotFound);
        }
        let pins = on_top(tx, self.account).await?;
        let there = pins.iter().find(|pin| pin.entry == self.entry);
        match (there, self.stays) {
            (Some(pin), false) => tx.remove(pin).await,
            (None, true) => {
                // Only those that this person sees: others' are not counted before them.
                let shown = seen(ctx, self.account, pins.iter().map(|pin| pin.entry).collect()).await?;
                if shown.len() >= usize::from(MOST_PINS) {
                    return Err(AppError::invalid("entry", Invalid::TooMany { max: MOST_PINS }));
                }
                let pin = Pin {
                    id: PinId::fresh(),
                    revision: Revision::FIRST,
                    account: self.account,
                    entry: self.entry,
                };
                tx.create(&[pin]).await
            }
            _ => Ok(()),
        }
    }
}

/// What stays on top of the stream of an account.
async fn on_top(tx: &Tx, account: AccountId) -> Result<Vec<Pin>, AppError> {
    let query = tx
        .query("SELECT * FROM pin WHERE account = $account")
        .bind(("account", account));
    Ok(query.await?.check()?.take(0)?)
}

/// An entry does not stay on top any more.
pub(super) async fn let_go(tx: &mut Tx, account: AccountId, entry: EntryId) -> Result<(), AppError> {
    let pins = on_top(tx, account).await?;
    match pins.iter().find(|pin| pin.entry == entry) {
        Some(pin) => tx.remove(pin).await,
        None => Ok(()),
    }
}

#[derive(SurrealValue)]
struct Pinned {
    entry: EntryId,
}

/// What stays on top of the stream of an account, of what the lens shows, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn pins(ctx: &Ctx, account: AccountId) -> Result<Vec<Entry>, AppError> {
    let sql = "SELECT entry FROM pin WHERE account = $account";
    let pinned: Vec<Pinned> = ctx.db.query(sql).bind(("account", account)).await?.check()?.take(0)?;
    seen(ctx, account, pinned.into_iter().map(|it| it.entry).collect()).await
}

/// Those of these entries of an account that the lens shows.
///
/// # Errors
/// `Unavailable`.
pub async fn seen(ctx: &Ctx, account: AccountId, entries: Vec<EntryId>) -> Result<Vec<Entry>, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Opportunities, Action::View, "opportunity.");
    let sql = format!(
        "SELECT * FROM $entries WHERE account = $account AND (opportunity = NONE OR {})",
        admitted.condition()
    );
    let query = ctx
        .db
        .query(sql)
        .bind(("entries", entries))
        .bind(("account", account))
        .bind(admitted.variables());
    Ok(newest_first(query.await?.check()?.take(0)?))
}
