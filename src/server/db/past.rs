//! Rows as they were known at an earlier moment.

use surrealdb::types::{Object, RecordId, SurrealValue, Value};

use super::Record;
use crate::{
    error::AppError,
    server::Ctx,
    types::{AuditId, Moment},
};

#[derive(SurrealValue)]
struct Audited {
    id: AuditId,
    record: RecordId,
    fields: Vec<Difference>,
}

#[derive(SurrealValue)]
struct Difference {
    field: String,
    before: Option<Value>,
}

/// These rows as they were at a moment, without those that were not there yet: what the audit says was changed since is put back,
/// the newest first.
///
/// # Errors
/// `Unavailable`, also when the audit does not fit a row any more.
pub async fn as_of<T: Record>(ctx: &Ctx, rows: Vec<T>, moment: Moment) -> Result<Vec<T>, AppError> {
    let records: Vec<RecordId> = rows.iter().map(Record::record_id).collect();
    let mut changes: Vec<Audited> = ctx
        .db
        .query("SELECT id, record, fields FROM audit WHERE record IN $records AND at > $known_by")
        .bind(("records", records))
        .bind(("known_by", moment))
        .await?
        .check()?
        .take(0)?;
    changes.sort_by_key(|it| std::cmp::Reverse(it.id));
    let mut past = Vec::with_capacity(rows.len());
    for row in rows {
        let record = row.record_id();
        let (its, others) = changes.into_iter().partition(|it| it.record == record);
        changes = others;
        past.extend(before(row, its)?);
    }
    Ok(past)
}

/// A row without these changes, the newest of which is the first; none when one of them made it.
fn before<T: Record>(row: T, changes: Vec<Audited>) -> Result<Option<T>, AppError> {
    if changes.is_empty() {
        return Ok(Some(row));
    }
    let Value::Object(now) = row.into_value() else {
        return Err(AppError::Unavailable);
    };
    let mut then = now.into_inner();
    for change in changes {
        // Only what makes a row has nothing to say of its fields: every later change says at least the revision.
        if change.fields.is_empty() {
            return Ok(None);
        }
        for it in change.fields {
            then.insert(it.field, it.before.unwrap_or(Value::None));
        }
    }
    let row = T::from_value(Value::Object(Object::from(then))).map_err(|error| {
        tracing::error!(%error, "the audit does not fit a row any more");
        AppError::Unavailable
    })?;
    Ok(Some(row))
}
