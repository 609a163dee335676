//! The opportunities of an account that becomes another.

use surrealdb::types::RecordId;

use crate::{
    clients::domain::Account, error::AppError, pipeline::domain::Opportunity, server::db::Tx, types::AccountId,
    types::OpportunityId,
};

/// Hangs the opportunities of `from` on another account, under its name, inside the gesture that made the two one: all of them, or
/// only these. Which they were.
///
/// # Errors
/// `Unavailable`.
pub async fn hang(
    tx: &mut Tx,
    from: AccountId,
    to: &Account,
    only: Option<&[OpportunityId]>,
) -> Result<Vec<RecordId>, AppError> {
    let all: Vec<Opportunity> = tx
        .query("SELECT * FROM opportunity WHERE account = $account")
        .bind(("account", from))
        .await?
        .check()?
        .take(0)?;
    let mut moved = Vec::new();
    for before in all {
        if only.is_some_and(|only| !only.contains(&before.id)) {
            continue;
        }
        let after = Opportunity {
            revision: before.revision.next(),
            account: Some(to.id),
            account_name: Some(to.name.clone()),
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
        moved.push(before.id.record_id());
    }
    Ok(moved)
}
