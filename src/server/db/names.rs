//! The names of the things that everybody signed in may know: colleagues, departments, zones, what is sold.

use std::collections::BTreeMap;

use surrealdb::types::SurrealValue;

use super::Db;
use crate::{error::AppError, types::ShortText};

/// The name of every record of a table, by key. `table` is a constant of an id type, never something typed.
///
/// # Errors
/// `Unavailable`.
pub async fn names<K: SurrealValue + Ord>(db: &Db, table: &'static str) -> Result<BTreeMap<K, ShortText>, AppError> {
    let rows: Vec<(K, ShortText)> = db
        .query(format!("SELECT VALUE [id, name] FROM {table}"))
        .await?
        .check()?
        .take(0)?;
    Ok(rows.into_iter().collect())
}
