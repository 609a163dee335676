//! The list of accounts: which they are is told by the index of the search, which has all of them in memory; what is shown of
//! them is read.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use crate::{
    clients::domain::{ACCOUNTS_A_PAGE, Account, AccountList, AccountRow, AccountsAsked, Sieve},
    error::AppError,
    pipeline::{self, domain::ViewPlace},
    search,
    server::{Ctx, db::Admitted},
    team::domain::{Action, Subject},
    timeline,
    types::{AccountId, Day, Moment, TimeZone},
};

/// So many are read at once.
const AT_ONCE: usize = 1_000;
/// So long whoever asks for all of them waits for them to be read, and after this it is looked again.
const PATIENCE: Duration = Duration::from_secs(10);
const AGAIN: Duration = Duration::from_millis(250);

/// A page of the accounts that a filter lets through.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn listed(ctx: &Ctx, asked: &AccountsAsked) -> Result<AccountList, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let days = super::inactive_after(&ctx.db).await?;
    let holders = super::holders(&ctx.db).await?;
    let sieve = Sieve::new(&asked.filter, ctx.today(), days);
    let ask = async |page: u32| {
        let window = ((page * ACCOUNTS_A_PAGE) as usize, ACCOUNTS_A_PAGE as usize);
        search::store::listed(&ctx.db, &sieve, asked.sort, &holders, &ctx.lens, window).await
    };
    // An address may ask for any page.
    let mut page = asked.page.min(u32::MAX / ACCOUNTS_A_PAGE);
    let (mut found, count, is_whole) = ask(page).await?;
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let last = count.saturating_sub(1) / ACCOUNTS_A_PAGE;
    if page > last {
        page = last;
        (found, ..) = ask(page).await?;
    }
    let rows = rows(ctx, &found, days).await?;
    Ok(AccountList {
        rows,
        count,
        page,
        holders,
        views: pipeline::store::views_of(ctx, ViewPlace::Accounts).await?.views,
        is_whole,
    })
}

/// Every account that a filter lets through, at most `most`, in the order that is asked; and how many there are in all.
///
/// # Errors
/// `Forbidden` to a lens without accounts, `Unavailable` where they are still being read after some patience.
pub(super) async fn whole(
    ctx: &Ctx,
    asked: &AccountsAsked,
    most: usize,
) -> Result<(Vec<(AccountId, Option<u32>)>, usize), AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let days = super::inactive_after(&ctx.db).await?;
    let holders = super::holders(&ctx.db).await?;
    let sieve = Sieve::new(&asked.filter, ctx.today(), days);
    let begun = Instant::now();
    loop {
        let (found, count, is_whole) =
            search::store::listed(&ctx.db, &sieve, asked.sort, &holders, &ctx.lens, (0, most)).await?;
        if is_whole {
            return Ok((found, count));
        }
        if begun.elapsed() > PATIENCE {
            // A part of them is worse than none.
            return Err(AppError::Unavailable);
        }
        tokio::time::sleep(AGAIN).await;
    }
}

/// The accounts as they are now, in this order; those that are gone or hidden by now are left out.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn rows(
    ctx: &Ctx,
    found: &[(AccountId, Option<u32>)],
    inactive_after: u16,
) -> Result<Vec<AccountRow>, AppError> {
    let admitted = Admitted::by(&ctx.lens, Subject::Accounts, Action::View);
    let sql = format!("SELECT * FROM $ids WHERE {}", admitted.condition());
    let mut there: BTreeMap<AccountId, Account> = BTreeMap::new();
    for chunk in found.chunks(AT_ONCE) {
        let wanted: Vec<AccountId> = chunk.iter().map(|(id, _)| *id).collect();
        let query = ctx.db.query(&sql).bind(("ids", wanted)).bind(admitted.variables());
        let rows: Vec<Account> = query.await?.check()?.take(0)?;
        there.extend(rows.into_iter().map(|it| (it.id, it)));
    }
    let row = |(id, contact): &(AccountId, Option<u32>)| {
        let account = there.remove(id)?;
        Some(AccountRow {
            fixed: !ctx.lens.admits(Subject::Accounts, Action::Edit, account.belongs()),
            account: account.standing(ctx.today(), inactive_after),
            last_contact: contact.and_then(day),
        })
    };
    Ok(found.iter().filter_map(row).collect())
}

/// An account as the list shows it.
///
/// # Errors
/// `NotFound`, for one that is hidden too.
pub async fn row(ctx: &Ctx, id: AccountId) -> Result<AccountRow, AppError> {
    let days = super::inactive_after(&ctx.db).await?;
    let contact = timeline::store::last_report(ctx, id, None).await?;
    let row = rows(ctx, &[(id, None)], days).await?.pop().ok_or(AppError::NotFound)?;
    Ok(AccountRow {
        last_contact: contact.map(|at| at.local_day(TimeZone::default())),
        ..row
    })
}

fn day(seconds: u32) -> Option<Day> {
    let at = Moment::from_millis(i64::from(seconds) * 1000).ok()?;
    Some(at.local_day(TimeZone::default()))
}
