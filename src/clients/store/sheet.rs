//! The page of an account.

use std::collections::BTreeMap;

use super::{inactive_after, needs, notice, people, people_as_of};
use crate::{
    agenda,
    clients::domain::{Account, AccountSheet},
    error::AppError,
    pipeline::{self, domain::Stage},
    server::{Ctx, db::as_of},
    team::{
        self,
        domain::{Action, Subject},
    },
    timeline::{
        self,
        domain::{History, Sift},
    },
    types::{AccountId, Moment, ShortText, StageId, TimeZone},
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
    let mut opportunities = pipeline::store::opportunities_of(ctx, id).await?;
    let (account, people) = match moment {
        Some(moment) => {
            opportunities = as_of(ctx, opportunities, moment).await?;
            let then = as_of(ctx, vec![now], moment).await?.pop().ok_or(AppError::NotFound)?;
            (then, people_as_of(ctx, id, moment).await?)
        }
        None => (now, people(ctx, id).await?),
    };
    let today = day.unwrap_or(ctx.today());
    let inactive_after = inactive_after(&ctx.db).await?;
    let account: Account = account.standing(today, inactive_after);
    let names = team::store::directory(&ctx.db).await?;
    let last = timeline::store::last_report(ctx, id, day).await?;
    let sift = Sift {
        as_of: day,
        ..sift.clone()
    };
    let pins = match day {
        None => timeline::store::pins(ctx, id).await?,
        // Who pinned what then is not kept.
        Some(_) => Vec::new(),
    };
    let mut history = timeline::store::history(ctx, id, &sift, None, ENTRIES).await?;
    let signed = pins.iter().filter_map(|entry| entry.author);
    history
        .authors
        .extend(signed.filter_map(|id| Some((id, names.get(&id)?.clone()))));
    Ok(AccountSheet {
        people,
        history,
        pins,
        sift,
        last_contact: last.map(|at| at.local_day(TimeZone::default())),
        notice: notice(ctx, &account).await?,
        edits,
        instructs,
        removes,
        inactive_after,
        today,
        owner: account
            .owner
            .and_then(|owner| names.get(&owner).map(|name| (owner, name.clone()))),
        colleagues: names,
        needs: needs(ctx, id, moment).await?,
        doers: agenda::store::doers(ctx, &account).await?,
        stages: stages(ctx).await?,
        glossary: team::store::glossary(&ctx.db).await?,
        account,
        opportunities,
    })
}

/// The names of the stages of every pipeline.
async fn stages(ctx: &Ctx) -> Result<BTreeMap<StageId, ShortText>, AppError> {
    let mut stages = BTreeMap::new();
    for pipeline in pipeline::store::pipelines(&ctx.db).await? {
        let named = pipeline::store::stages(&ctx.db, pipeline.id)
            .await?
            .into_iter()
            .map(|stage: Stage| (stage.id, stage.name));
        stages.extend(named);
    }
    Ok(stages)
}

/// The entries of an account that are older than these.
///
/// # Errors
/// `NotFound`.
pub async fn older(ctx: &Ctx, id: AccountId, sift: &Sift, before: Moment) -> Result<History, AppError> {
    super::account(ctx, id).await?;
    timeline::store::history(ctx, id, sift, Some(before), ENTRIES).await
}
