//! A search, and what was opened before.

use super::{memory, naming};
use crate::{
    error::AppError,
    search::{
        domain::{Found, Group, Query, Thing},
        index::{Match, SHOWN},
    },
    server::Ctx,
};

/// What matches a text and the lens shows.
///
/// # Errors
/// `SignedOut`, `Unavailable`.
pub async fn search(ctx: &Ctx, text: &str) -> Result<Found, AppError> {
    let query = Query::read(text);
    if query.is_empty() {
        return Ok(Found::default());
    }
    let (found, is_whole) = memory::look_for(&ctx.db, &query, &ctx.lens).await?;
    let mut groups = Vec::with_capacity(found.len());
    let mut hits = naming::named(ctx, &query, &found.concat()).await?;
    for group in found {
        let hits: Vec<_> = group.iter().filter_map(|it| hits.remove(&it.thing)).collect();
        if let Some(first) = hits.first() {
            groups.push(Group {
                kind: Some(first.thing.kind()),
                hits,
            });
        }
    }
    Ok(Found {
        groups,
        is_preparing: !is_whole,
    })
}

/// Accounts and opportunities by what they are, in the order in which they are asked for; those that the lens hides, or that are
/// gone, are left out.
///
/// # Errors
/// `Unavailable`.
pub async fn recall(ctx: &Ctx, things: &[Thing]) -> Result<Found, AppError> {
    let asked: Vec<Match> = things
        .iter()
        .filter(|it| matches!(it, Thing::Account(_) | Thing::Opportunity(_)))
        .take(SHOWN)
        .map(|thing| Match {
            thing: *thing,
            by: None,
        })
        .collect();
    let mut named = naming::named(ctx, &Query::default(), &asked).await?;
    let hits: Vec<_> = asked.iter().filter_map(|it| named.remove(&it.thing)).collect();
    let group = Group { kind: None, hits };
    Ok(Found {
        groups: Some(group).filter(|it| !it.hits.is_empty()).into_iter().collect(),
        is_preparing: false,
    })
}
