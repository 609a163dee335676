//! Accounts that a new one might be.

use surrealdb::types::SurrealValue;

use crate::{
    clients::domain::beginning,
    error::AppError,
    server::{Ctx, db::Admitted},
    team::domain::{Action, Subject},
    types::ShortText,
};

/// So many are shown: who types on sees others.
const SHOWN: u32 = 3;

#[derive(SurrealValue)]
struct Named {
    name: ShortText,
}

/// The names of the accounts that the lens shows and that begin with what is typed, whatever its accents and its
/// legal form.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn similar(ctx: &Ctx, typed: &str) -> Result<Vec<ShortText>, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let begins = beginning(typed);
    if begins.is_empty() {
        return Ok(Vec::new());
    }
    let admitted = Admitted::by(&ctx.lens, Subject::Accounts, Action::View);
    let sql = format!(
        "SELECT name, search FROM account WHERE search >= $begins AND search < $until{} ORDER BY search ASC LIMIT {SHOWN}",
        admitted.and()
    );
    let found: Vec<Named> = ctx
        .db
        .query(sql)
        .bind(("until", format!("{begins}\u{10ffff}")))
        .bind(("begins", begins))
        .bind(admitted.variables())
        .await?
        .check()?
        .take(0)?;
    Ok(found.into_iter().map(|it| it.name).collect())
}
