//! Writing to the timeline, inside the gesture that made it happen; and reading it back.

use crate::{
    error::AppError,
    server::{
        Ctx,
        db::{Admitted, Tx},
    },
    team::domain::{Action, Subject},
    timeline::domain::{Entry, EntryBody},
    types::{AccountId, EntryId, Moment, OpportunityId},
};

/// Where an entry belongs: the account, the opportunity, or both.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    pub account: Option<AccountId>,
    pub opportunity: Option<OpportunityId>,
}

/// Appends what has just happened.
pub fn append(ctx: &Ctx, tx: &mut Tx, about: About, body: EntryBody) {
    append_at(ctx, tx, about, ctx.now, body);
}

/// Appends what happened at another moment than it is written down (T8).
pub fn append_at(ctx: &Ctx, tx: &mut Tx, about: About, at: Moment, body: EntryBody) {
    tx.append(Entry {
        id: EntryId::fresh(),
        account: about.account,
        opportunity: about.opportunity,
        author: ctx.actor(),
        at,
        written_at: ctx.now,
        body,
    });
}

/// Appends an entry as it is, with the author and the moments it has: for imports and demos alone, whose entries others
/// wrote before now.
pub fn append_written(tx: &mut Tx, entry: Entry) {
    tx.append(entry);
}

/// The newest entries of an opportunity that the lens shows, at most `limit`.
///
/// # Errors
/// `Unavailable`.
pub async fn of_opportunity(ctx: &Ctx, opportunity: OpportunityId, limit: u32) -> Result<Vec<Entry>, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Opportunities, Action::View, "opportunity.");
    let sql = format!(
        "SELECT * FROM entry WHERE opportunity = $opportunity AND {} ORDER BY at DESC LIMIT {limit}",
        admitted.condition()
    );
    let query = ctx
        .db
        .query(sql)
        .bind(("opportunity", opportunity))
        .bind(admitted.variables());
    Ok(newest_first(query.await?.check()?.take(0)?))
}

/// Of what happened in the same millisecond, the index does not know which came last; the keys do.
fn newest_first(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    entries
}

/// The newest entries of an account, at most `limit`, older than `before` if given.
///
/// Entries about an opportunity are shown to whoever may see the opportunity.
///
/// # Errors
/// `Unavailable`.
pub async fn of_account(
    ctx: &Ctx,
    account: AccountId,
    before: Option<Moment>,
    limit: u32,
) -> Result<Vec<Entry>, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Opportunities, Action::View, "opportunity.");
    let older = if before.is_some() { " AND at < $older_than" } else { "" };
    let sql = format!(
        "SELECT * FROM entry WHERE account = $account{older} AND (opportunity = NONE OR {}) ORDER BY at DESC LIMIT {limit}",
        admitted.condition()
    );
    let query = ctx
        .db
        .query(sql)
        .bind(("account", account))
        .bind(("older_than", before))
        .bind(admitted.variables());
    Ok(newest_first(query.await?.check()?.take(0)?))
}
