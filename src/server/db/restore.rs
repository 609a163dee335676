//! A row as it was before an operation, from the audit.

use std::collections::BTreeMap;

use surrealdb::types::{Object, RecordId, SurrealValue, Value};

use super::{Record, Tx};
use crate::{
    error::AppError,
    server::Ctx,
    types::{OpId, UserId},
};

/// What taking an operation back makes of a row.
pub enum Restored<T> {
    /// The row with every field that the operation changed as it was, and the next revision. What others did with the rest of it
    /// stays.
    Before(T),
    /// The operation of this person did nothing to it.
    Untouched,
    /// A field that the operation changed has been changed since.
    Changed,
}

/// One line of an audit row.
#[derive(SurrealValue)]
struct Difference {
    field: String,
    before: Option<Value>,
    after: Option<Value>,
}

/// The row before what the actor did to it under this operation id.
///
/// # Errors
/// `Unavailable`, also when the audit does not fit the row any more.
pub async fn restored<T: Record>(ctx: &Ctx, tx: &Tx, operation: OpId, now: &T) -> Result<Restored<T>, AppError> {
    let (Some(done), Value::Object(row)) = (
        done(tx, now.record_id(), operation, ctx.actor()).await?,
        now.clone().into_value(),
    ) else {
        return Ok(Restored::Untouched);
    };
    let mut row = row.into_inner();
    for it in done {
        let left = it.after.unwrap_or(Value::None);
        let there = row.insert(it.field, it.before.unwrap_or(Value::None));
        if there.map(bare) != Some(bare(left)) {
            return Ok(Restored::Changed);
        }
    }
    read(row, now).map(Restored::Before)
}

/// The same of what somebody did, months ago maybe: what has been changed since stays as it is, and the rest is as it was. The columns
/// that belong together stay together.
///
/// # Errors
/// As [`restored`].
pub async fn put_back_where_untouched<T: Record>(
    tx: &Tx,
    operation: OpId,
    by: Option<UserId>,
    now: &T,
    together: &[&str],
) -> Result<T, AppError> {
    let done = done(tx, now.record_id(), operation, by).await?.unwrap_or_default();
    let Value::Object(row) = now.clone().into_value() else {
        return Err(AppError::Unavailable);
    };
    let mut row = row.into_inner();
    let is_as_left = |it: &Difference| {
        let there = row.get(&it.field).cloned().unwrap_or(Value::None);
        bare(there) == bare(it.after.clone().unwrap_or(Value::None))
    };
    let (left, changed): (Vec<Difference>, Vec<Difference>) = done.into_iter().partition(is_as_left);
    let is_one = |it: &Difference| together.contains(&it.field.as_str());
    let stays = changed.iter().any(is_one);
    for it in left.into_iter().filter(|it| !(stays && is_one(it))) {
        row.insert(it.field, it.before.unwrap_or(Value::None));
    }
    read(row, now)
}

/// What was done to a record under an operation, besides its revision.
async fn done(
    tx: &Tx,
    record: RecordId,
    operation: OpId,
    by: Option<UserId>,
) -> Result<Option<Vec<Difference>>, AppError> {
    let done: Vec<Vec<Difference>> = tx
        .query("SELECT VALUE fields FROM audit WHERE record = $record AND operation = $operation AND actor = $actor")
        .bind(("record", record))
        .bind(("operation", operation))
        .bind(("actor", by))
        .await?
        .check()?
        .take(0)?;
    let done = done.into_iter().next();
    Ok(done.map(|done| done.into_iter().filter(|it| it.field != "revision").collect()))
}

/// The row at the revision after that of `now`.
fn read<T: Record>(mut row: BTreeMap<String, Value>, now: &T) -> Result<T, AppError> {
    row.insert("revision".to_owned(), now.revision().next().into_value());
    T::from_value(Value::Object(Object::from(row))).map_err(|error| {
        tracing::error!(%error, "an audit row does not fit its record any more");
        AppError::Unavailable
    })
}

/// Without the fields of objects that are NONE: the audit does not keep them.
fn bare(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let fields = object
                .into_inner()
                .into_iter()
                .filter(|(_, it)| !matches!(it, Value::None));
            let fields: BTreeMap<_, _> = fields.map(|(name, it)| (name, bare(it))).collect();
            Value::Object(Object::from(fields))
        }
        Value::Array(array) => Value::Array(array.into_iter().map(bare).collect::<Vec<_>>().into()),
        other => other,
    }
}
