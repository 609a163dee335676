//! The page of an account.

use std::collections::BTreeMap;

use crate::{
    clients::domain::AccountSheet,
    error::AppError,
    pipeline::{self, domain::Stage},
    server::Ctx,
    team,
    timeline::{self, domain::History},
    types::{AccountId, Moment, TimeZone},
};

/// How many entries the page opens with.
const ENTRIES: u32 = 50;

/// The account with its opportunities and its newest entries.
///
/// # Errors
/// `NotFound`.
pub async fn sheet(ctx: &Ctx, id: AccountId) -> Result<AccountSheet, AppError> {
    let account = super::account(ctx, id).await?;
    let opportunities = pipeline::store::opportunities_of(ctx, id).await?;
    let mut stages = BTreeMap::new();
    for pipeline in pipeline::store::pipelines(&ctx.db).await? {
        let named = pipeline::store::stages(&ctx.db, pipeline.id)
            .await?
            .into_iter()
            .map(|stage: Stage| (stage.id, stage.name));
        stages.extend(named);
    }
    let owner = match account.owner {
        Some(owner) => team::store::directory(&ctx.db)
            .await?
            .remove(&owner)
            .map(|name| (owner, name)),
        None => None,
    };
    let last = timeline::store::last_report(ctx, id).await?;
    Ok(AccountSheet {
        people: super::people(ctx, id).await?,
        history: timeline::store::history(ctx, id, None, ENTRIES).await?,
        last_contact: last.map(|at| at.local_day(TimeZone::default())),
        today: ctx.today(),
        owner,
        account,
        opportunities,
        stages,
    })
}

/// The entries of an account that are older than these.
///
/// # Errors
/// `NotFound`.
pub async fn older(ctx: &Ctx, id: AccountId, before: Moment) -> Result<History, AppError> {
    super::account(ctx, id).await?;
    timeline::store::history(ctx, id, Some(before), ENTRIES).await
}
