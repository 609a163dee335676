//! What stands beside an opportunity: who is there, and what happened.

use crate::{
    clients,
    error::AppError,
    pipeline::domain::Beside,
    server::Ctx,
    team,
    team::domain::{Action, Subject},
    timeline,
    types::OpportunityId,
};

/// As many as one reads beside a board; the client's page has the rest.
const ENTRIES: u32 = 20;

/// The persons of its account and the newest entries of an opportunity, with the names of those who wrote them.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Unavailable`.
pub async fn beside(ctx: &Ctx, opportunity: OpportunityId) -> Result<Beside, AppError> {
    ctx.require(Subject::Opportunities, Action::View)?;
    let account = super::opportunity(ctx, opportunity).await?.account;
    let people = match account {
        Some(account) => clients::store::people(ctx, account).await?,
        None => Vec::new(),
    };
    let entries = timeline::store::of_opportunity(ctx, opportunity, ENTRIES).await?;
    let mut authors = team::store::directory(&ctx.db).await?;
    authors.retain(|id, _| entries.iter().any(|entry| entry.author == Some(*id)));
    Ok(Beside {
        people,
        entries,
        authors,
    })
}
