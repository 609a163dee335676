//! Writing to the timeline, inside the gesture that made it happen; and reading it back.

use crate::{
    error::AppError,
    server::{
        Ctx,
        db::{Admitted, Tx},
    },
    team::{
        self,
        domain::{Action, Subject},
    },
    timeline::domain::{Entry, EntryBody, History},
    types::{AccountId, Day, EntryId, Invalid, Moment, OpportunityId, TimeZone},
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
pub fn append_at(ctx: &Ctx, tx: &mut Tx, about: About, at: Moment, body: EntryBody) -> Entry {
    let entry = Entry {
        id: EntryId::fresh(),
        account: about.account,
        opportunity: about.opportunity,
        author: ctx.actor(),
        at,
        written_at: ctx.now,
        body,
    };
    tx.append(entry.clone());
    entry
}

/// When something happened that is said to be of this day: now, when none is named or it is today's.
///
/// # Errors
/// `Invalid` for a day that has not come.
pub fn moment_of(ctx: &Ctx, on: Option<Day>) -> Result<Moment, AppError> {
    match on {
        Some(on) if on > ctx.today() => Err(AppError::invalid("on", Invalid::DayToCome)),
        Some(on) if on < ctx.today() => Ok(Moment::midday(on, TimeZone::default())),
        _ => Ok(ctx.now),
    }
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

/// The newest entries of an account, `limit` or some more, older than `before` if given.
///
/// What happened in one moment is never torn apart: `before` the last of a page is where the next begins. Entries about an
/// opportunity are shown to whoever may see the opportunity.
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
    let seen = format!("(opportunity = NONE OR {})", admitted.condition());
    let older = if before.is_some() { " AND at < $older_than" } else { "" };
    let sql = format!("SELECT * FROM entry WHERE account = $account{older} AND {seen} ORDER BY at DESC LIMIT {limit}");
    let query = ctx
        .db
        .query(sql)
        .bind(("account", account))
        .bind(("older_than", before))
        .bind(admitted.variables());
    let mut found: Vec<Entry> = query.await?.check()?.take(0)?;
    if let Some(edge) = found
        .last()
        .filter(|_| found.len() >= limit as usize)
        .map(|last| last.at)
    {
        let sql = format!("SELECT * FROM entry WHERE account = $account AND at = $edge AND {seen}");
        let query = ctx
            .db
            .query(sql)
            .bind(("account", account))
            .bind(("edge", edge))
            .bind(admitted.variables());
        let of_the_edge: Vec<Entry> = query.await?.check()?.take(0)?;
        found.retain(|entry| entry.at != edge);
        found.extend(of_the_edge);
    }
    Ok(newest_first(found))
}

/// The same with the names of those who wrote them.
///
/// # Errors
/// `Unavailable`.
pub async fn history(ctx: &Ctx, account: AccountId, before: Option<Moment>, limit: u32) -> Result<History, AppError> {
    let entries = of_account(ctx, account, before, limit).await?;
    let mut authors = team::store::directory(&ctx.db).await?;
    authors.retain(|id, _| entries.iter().any(|entry| entry.author == Some(*id)));
    Ok(History {
        goes_on: entries.len() >= limit as usize,
        entries,
        authors,
    })
}

/// When anybody last reported of an account, of what the lens shows.
///
/// # Errors
/// `Unavailable`.
pub async fn last_report(ctx: &Ctx, account: AccountId) -> Result<Option<Moment>, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Opportunities, Action::View, "opportunity.");
    let sql = format!(
        "SELECT VALUE at FROM (SELECT at FROM entry WHERE account = $account AND (body.kind = 'reported' OR body.outcome IN ['answered', 'call_back', 'held']) AND (opportunity = NONE OR {}) \
         ORDER BY at DESC LIMIT 1)",
        admitted.condition()
    );
    let query = ctx.db.query(sql).bind(("account", account)).bind(admitted.variables());
    let found: Vec<Moment> = query.await?.check()?.take(0)?;
    Ok(found.first().copied())
}
