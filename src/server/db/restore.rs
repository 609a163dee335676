//! A row as it was before an operation, from the audit.

use surrealdb::types::{Object, SurrealValue, Value};

use super::{Record, Tx};
use crate::{error::AppError, server::Ctx, types::OpId};

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
    let done: Vec<Vec<Difference>> = tx
        .query("SELECT VALUE fields FROM audit WHERE record = $record AND operation = $operation AND actor = $actor")
        .bind(("record", now.record_id()))
        .bind(("operation", operation))
        .bind(("actor", ctx.actor()))
        .await?
        .check()?
        .take(0)?;
    let (Some(done), Value::Object(row)) = (done.into_iter().next(), now.clone().into_value()) else {
        return Ok(Restored::Untouched);
    };
    let mut row = row.into_inner();
    for it in done.into_iter().filter(|it| it.field != "revision") {
        let left = it.after.unwrap_or(Value::None);
        let there = row.insert(it.field, it.before.unwrap_or(Value::None));
        if there.map(bare) != Some(bare(left)) {
            return Ok(Restored::Changed);
        }
    }
    row.insert("revision".to_owned(), now.revision().next().into_value());
    let before = T::from_value(Value::Object(Object::from(row))).map_err(|error| {
        tracing::error!(%error, "an audit row does not fit its record any more");
        AppError::Unavailable
    })?;
    Ok(Restored::Before(before))
}

/// Without the fields of objects that are NONE: the audit does not keep them.
fn bare(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let fields = object
                .into_inner()
                .into_iter()
                .filter(|(_, it)| !matches!(it, Value::None));
            let fields: std::collections::BTreeMap<_, _> = fields.map(|(name, it)| (name, bare(it))).collect();
            Value::Object(Object::from(fields))
        }
        Value::Array(array) => Value::Array(array.into_iter().map(bare).collect::<Vec<_>>().into()),
        other => other,
    }
}
