//! The page of an account.

use std::collections::BTreeMap;

use crate::{
    clients::domain::AccountSheet,
    error::AppError,
    pipeline::{self, domain::Stage},
    server::Ctx,
    team, timeline,
    types::AccountId,
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
    let entries = timeline::store::of_account(ctx, id, None, ENTRIES).await?;
    let mut people = team::store::directory(&ctx.db).await?;
    people.retain(|id, _| account.owner == Some(*id) || entries.iter().any(|entry| entry.author == Some(*id)));
    Ok(AccountSheet {
        entries,
        people,
        account,
        opportunities,
        stages,
    })
}
