//! Writing to the timeline, inside the gesture that made it happen; and reading it back.

mod correct;
mod pins;

pub use correct::{correctable, say_otherwise};
pub use pins::{pins, seen};

use crate::{
    error::AppError,
    files,
    server::{
        Ctx,
        db::{Admitted, Tx},
    },
    team::{
        self,
        domain::{Action, Subject},
    },
    timeline::domain::{Entry, EntryBody, History, STEPS, Sift, Topic},
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
        corrected_at: None,
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
/// # Errors
/// `Unavailable`.
pub async fn of_account(
    ctx: &Ctx,
    account: AccountId,
    before: Option<Moment>,
    limit: u32,
) -> Result<Vec<Entry>, AppError> {
    Ok(sifted(ctx, account, &Sift::default(), before, limit).await?.0)
}

/// Where what an entry says decides here and not in the database, so many are read at a time.
const SEARCHED: u32 = 1_000;

/// The newest entries of an account that are wanted, `limit` or some more, older than `before` if given; and whether there may be
/// others.
///
/// What happened in one moment is never torn apart: `before` the last of a page is where the next begins. Entries about an
/// opportunity are shown to whoever may see the opportunity.
///
/// # Errors
/// `Unavailable`.
pub async fn sifted(
    ctx: &Ctx,
    account: AccountId,
    sift: &Sift,
    before: Option<Moment>,
    limit: u32,
) -> Result<(Vec<Entry>, bool), AppError> {
    let decides_here = sift.text.is_some() || sift.as_of.is_some();
    let at_a_time = if decides_here { SEARCHED } else { limit };
    let (mut found, mut edge) = (Vec::new(), before);
    loop {
        let page = page(ctx, account, sift, edge, at_a_time).await?;
        let goes_on = page.len() >= at_a_time as usize;
        edge = page.last().map(|last| last.at);
        let page = match sift.as_of {
            Some(day) => correct::as_known(ctx, page, Moment::end_of(day, TimeZone::default())).await?,
            None => page,
        };
        found.extend(page.into_iter().filter(|entry| sift.admits(entry)));
        if let Some(last) = found.get(limit as usize - 1).map(|it: &Entry| it.at) {
            let cut = found.partition_point(|entry| entry.at >= last);
            let more = goes_on || found.len() > cut;
            found.truncate(cut);
            return Ok((found, more));
        }
        if !goes_on {
            return Ok((found, false));
        }
    }
}

/// A page of them, whatever they say.
async fn page(
    ctx: &Ctx,
    account: AccountId,
    sift: &Sift,
    before: Option<Moment>,
    limit: u32,
) -> Result<Vec<Entry>, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Opportunities, Action::View, "opportunity.");
    let seen = format!("(opportunity = NONE OR {}){}", admitted.condition(), wanted(sift));
    let older = if before.is_some() { " AND at < $older_than" } else { "" };
    let sql = format!("SELECT * FROM entry WHERE account = $account{older} AND {seen} ORDER BY at DESC LIMIT {limit}");
    let activities = sift.about.map(|about| about.activities().to_vec()).unwrap_or_default();
    let known_by = sift.as_of.map(|day| Moment::end_of(day, TimeZone::default()));
    let ask = |sql: String| {
        ctx.db
            .query(sql)
            .bind(("account", account))
            .bind(("author", sift.author))
            .bind(("activities", activities.clone()))
            .bind(("steps", STEPS.to_vec()))
            .bind(("known_by", known_by))
            .bind(admitted.variables())
    };
    let query = ask(sql).bind(("older_than", before));
    let mut found: Vec<Entry> = query.await?.check()?.take(0)?;
    if let Some(edge) = found
        .last()
        .filter(|_| found.len() >= limit as usize)
        .map(|last| last.at)
    {
        let sql = format!("SELECT * FROM entry WHERE account = $account AND at = $edge AND {seen}");
        let of_the_edge: Vec<Entry> = ask(sql).bind(("edge", edge)).await?.check()?.take(0)?;
        found.retain(|entry| entry.at != edge);
        found.extend(of_the_edge);
    }
    Ok(newest_first(found))
}

/// What is wanted, as a condition; what is said is looked at afterwards, since the database knows nothing of accents. So is what
/// an entry is about on an earlier day: it may say otherwise since.
fn wanted(sift: &Sift) -> String {
    let about = sift.about.filter(|_| sift.as_of.is_none()).map(|about| match about {
        Topic::Reports => " AND body.kind = 'reported'",
        Topic::Calls | Topic::Visits | Topic::Meetings | Topic::Messages => {
            " AND body.kind IN ['reported', 'concluded'] AND body.activity IN $activities"
        }
        Topic::Steps => " AND body.kind IN $steps",
        Topic::Changes => " AND body.kind != 'reported' AND body.kind NOT IN $steps",
    });
    let author = sift.author.map(|_| " AND author = $author");
    let known = sift.as_of.map(|_| " AND written_at <= $known_by");
    [about, author, known].into_iter().flatten().collect()
}

/// The same with the names of those who wrote them.
///
/// # Errors
/// `Unavailable`.
pub async fn history(
    ctx: &Ctx,
    account: AccountId,
    sift: &Sift,
    before: Option<Moment>,
    limit: u32,
) -> Result<History, AppError> {
    let (entries, goes_on) = sifted(ctx, account, sift, before, limit).await?;
    let mut authors = team::store::directory(&ctx.db).await?;
    authors.retain(|id, _| entries.iter().any(|entry| entry.author == Some(*id)));
    let moment = sift.as_of.map(|day| Moment::end_of(day, TimeZone::default()));
    let files = files::store::of_entries(ctx, &entries, moment).await?;
    Ok(History {
        files,
        goes_on,
        entries,
        authors,
    })
}

/// When anybody last reported of an account, of what the lens shows.
///
/// # Errors
/// `Unavailable`.
pub async fn last_report(ctx: &Ctx, account: AccountId, as_of: Option<Day>) -> Result<Option<Moment>, AppError> {
    if as_of.is_some() {
        return last_report_known(ctx, account, as_of).await;
    }
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

/// The same as it was known at the end of a day.
async fn last_report_known(ctx: &Ctx, account: AccountId, as_of: Option<Day>) -> Result<Option<Moment>, AppError> {
    let sift = Sift {
        as_of,
        ..Sift::default()
    };
    let mut before = None;
    loop {
        let (page, goes_on) = sifted(ctx, account, &sift, before, SEARCHED).await?;
        if let Some(last) = page.iter().find(|it| it.body.is_contact()) {
            return Ok(Some(last.at));
        }
        if !goes_on {
            return Ok(None);
        }
        before = page.last().map(|it| it.at);
    }
}
