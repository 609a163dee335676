//! The page of an account.

use super::{inactive_after, needs, notice, people, people_as_of};
use crate::{
    agenda,
    clients::domain::{Account, AccountSheet, Person},
    error::AppError,
    files, pipeline,
    server::{
        Ctx,
        db::{as_of, names},
    },
    team::{
        self,
        domain::{Action, Subject},
    },
    timeline::{
        self,
        domain::{Entry, History, Sift},
    },
    types::{AccountId, Day, Moment, StageId, TimeZone},
};

/// How many entries the page opens with.
const ENTRIES: u32 = 50;

/// The account with its opportunities and the newest of the entries that are wanted; as it was known on a day, when one is named.
/// What the reader sees is what the lens shows of it today.
///
/// # Errors
/// `NotFound`, also for a day on which nobody knew of it.
pub async fn sheet(ctx: &Ctx, id: AccountId, sift: &Sift) -> Result<AccountSheet, AppError> {
    let day = sift.as_of.filter(|day| *day < ctx.today());
    let moment = day.map(|day| Moment::end_of(day, TimeZone::default()));
    let now = super::account(ctx, id).await?;
    let admits = |action| day.is_none() && ctx.lens.admits(Subject::Accounts, action, now.belongs());
    let (edits, instructs, removes) = (admits(Action::Edit), admits(Action::Instruct), admits(Action::Delete));
    let sift = Sift {
        as_of: day,
        ..sift.clone()
    };
    // One after the other they would take twice as long.
    let (opportunities, people, inactive_after, names, last, pins, mut history, needs, doers, stages, glossary) = tokio::try_join!(
        pipeline::store::opportunities_of(ctx, id),
        people_on(ctx, id, moment),
        inactive_after(&ctx.db),
        team::store::directory(&ctx.db),
        timeline::store::last_report(ctx, id, day),
        pins_on(ctx, id, day),
        timeline::store::history(ctx, id, &sift, None, ENTRIES),
        needs(ctx, id, moment),
        agenda::store::doers(ctx, &now),
        names::<StageId>(&ctx.db, StageId::TABLE),
        team::store::glossary(&ctx.db),
    )?;
    let (account, opportunities) = match moment {
        Some(moment) => {
            let opportunities = as_of(ctx, opportunities, moment).await?;
            let then = as_of(ctx, vec![now], moment).await?.pop().ok_or(AppError::NotFound)?;
            (then, opportunities)
        }
        None => (now, opportunities),
    };
    let today = day.unwrap_or(ctx.today());
    let account: Account = account.standing(today, inactive_after);
    let signed = pins.iter().filter_map(|entry| entry.author);
    history
        .authors
        .extend(signed.filter_map(|id| Some((id, names.get(&id)?.clone()))));
    let (notice, files) = tokio::try_join!(notice(ctx, &account), files::store::of_entries(ctx, &pins, moment))?;
    history.files.extend(files);
    Ok(AccountSheet {
        people,
        history,
        pins,
        sift,
        last_contact: last.map(|at| at.local_day(TimeZone::default())),
        notice,
        edits,
        instructs,
        removes,
        inactive_after,
        today,
        owner: account
            .owner
            .and_then(|owner| names.get(&owner).map(|name| (owner, name.clone()))),
        colleagues: names,
        needs,
        doers,
        stages,
        glossary,
        account,
        opportunities,
    })
}

async fn people_on(ctx: &Ctx, id: AccountId, moment: Option<Moment>) -> Result<Vec<Person>, AppError> {
    match moment {
        Some(moment) => people_as_of(ctx, id, moment).await,
        None => people(ctx, id).await,
    }
}

/// What stays on top; nothing on an earlier day, since who pinned what then is not kept.
async fn pins_on(ctx: &Ctx, id: AccountId, day: Option<Day>) -> Result<Vec<Entry>, AppError> {
    match day {
        Some(_) => Ok(Vec::new()),
        None => timeline::store::pins(ctx, id).await,
    }
}

/// The entries of an account that are older than these.
///
/// # Errors
/// `NotFound`.
pub async fn older(ctx: &Ctx, id: AccountId, sift: &Sift, before: Moment) -> Result<History, AppError> {
    super::account(ctx, id).await?;
    timeline::store::history(ctx, id, sift, Some(before), ENTRIES).await
}
