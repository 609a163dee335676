//! Accounts of an earlier version get what they are recognised by, once.

use surrealdb::types::{Object, Value};

use crate::{
    clients::domain::Account,
    error::AppError,
    server::db::{Db, Record},
    types::AccountId,
};

/// So many are read and written at a time.
const CHUNK: usize = 500;

/// Fills the derived columns of the accounts that were there before them, and remembers that it has. The keys are taken once and
/// the rows fetched by key, so that it takes twice as long for twice as many. `tell` hears how many of how many are done.
///
/// Broken off, it begins anew at the next start; nobody's work is changed by it, so that it leaves no revision.
///
/// # Errors
/// `Unavailable`.
pub async fn recognise_all(db: &Db, tell: impl Fn(usize, usize)) -> Result<(), AppError> {
    let done: Vec<Value> = db
        .query("SELECT VALUE at FROM backfill:alike")
        .await?
        .check()?
        .take(0)?;
    if !done.is_empty() {
        return Ok(());
    }
    let keys: Vec<AccountId> = db.query("SELECT VALUE id FROM account").await?.check()?.take(0)?;
    for (at, chunk) in keys.chunks(CHUNK).enumerate() {
        let accounts: Vec<Account> = db
            .query("SELECT * FROM $keys")
            .bind(("keys", chunk.to_vec()))
            .await?
            .check()?
            .take(0)?;
        let rows: Vec<Value> = accounts.iter().map(derived).collect();
        db.query("FOR $row IN $rows { UPDATE $row.id MERGE $row.columns RETURN NONE }")
            .bind(("rows", rows))
            .await?
            .check()?;
        tell(at * CHUNK + chunk.len(), keys.len());
    }
    db.query("UPSERT backfill:alike SET at = time::now() RETURN NONE")
        .await?
        .check()?;
    Ok(())
}

fn derived(account: &Account) -> Value {
    let mut columns = Object::new();
    for (column, value) in account.derived() {
        columns.insert(column, value);
    }
    let mut row = Object::new();
    row.insert("id", account.id);
    row.insert("columns", Value::Object(columns));
    Value::Object(row)
}
