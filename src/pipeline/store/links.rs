//! What an opportunity points at, by name: history keeps names as they were.

use std::collections::BTreeMap;

use crate::{
    error::AppError,
    pipeline::domain::{Change, Opportunity},
    server::{Ctx, db::names},
    team,
    types::{DepartmentId, Invalid, ProductId, ShortText, ZoneId},
};

/// What a link led to and what it leads to now; nothing for a change of something else.
#[derive(Default)]
pub struct Linked {
    pub from: Option<ShortText>,
    pub to: Option<ShortText>,
}

/// The names on both ends of a change of a link.
///
/// # Errors
/// `Invalid` for a link to what does not exist, `Unavailable`.
pub async fn linked(ctx: &Ctx, change: &Change, before: &Opportunity) -> Result<Linked, AppError> {
    match change {
        Change::Owner(to) => between("owner", &team::store::directory(&ctx.db).await?, before.owner, *to),
        Change::Product(to) => between("product", &names(&ctx.db, ProductId::TABLE).await?, before.product, *to),
        Change::Zone(to) => between("zone", &names(&ctx.db, ZoneId::TABLE).await?, before.zone, *to),
        Change::Department(to) => {
            let names = names(&ctx.db, DepartmentId::TABLE).await?;
            between("department", &names, before.department, *to)
        }
        _ => Ok(Linked::default()),
    }
}

fn between<K: Ord>(
    field: &'static str,
    names: &BTreeMap<K, ShortText>,
    from: Option<K>,
    to: Option<K>,
) -> Result<Linked, AppError> {
    if to.as_ref().is_some_and(|to| !names.contains_key(to)) {
        return Err(AppError::invalid(field, Invalid::Empty));
    }
    let named = |it: Option<K>| it.and_then(|it| names.get(&it).cloned());
    Ok(Linked {
        from: named(from),
        to: named(to),
    })
}
