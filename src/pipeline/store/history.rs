//! What happened with one opportunity.

use std::collections::BTreeMap;

use crate::{
    error::AppError,
    server::Ctx,
    team,
    team::domain::{Action, Subject},
    timeline::{self, domain::Entry},
    types::{OpportunityId, ShortText, UserId},
};

/// As many as one reads beside a board; the client's page has the rest.
const ENTRIES: u32 = 20;

/// The newest entries of an opportunity and the names of those who wrote them.
///
/// # Errors
/// `Forbidden`, `Unavailable`.
pub async fn history(
    ctx: &Ctx,
    opportunity: OpportunityId,
) -> Result<(Vec<Entry>, BTreeMap<UserId, ShortText>), AppError> {
    ctx.require(Subject::Opportunities, Action::View)?;
    let entries = timeline::store::of_opportunity(ctx, opportunity, ENTRIES).await?;
    let mut people = team::store::directory(&ctx.db).await?;
    people.retain(|id, _| entries.iter().any(|entry| entry.author == Some(*id)));
    Ok((entries, people))
}
