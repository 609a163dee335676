//! The transaction of a gesture, and what it leaves behind: audit, change log, timeline, the operation, the news.

use std::borrow::Cow;

use surrealdb::{
    engine::any::Any,
    method::{Query, Transaction},
    types::{Object, RecordId, SurrealValue, Value},
};

use super::{
    bus::{Bus, MOST_ROWS, MOST_TOUCHED, Written},
    open::traced,
    record::{Record, differences},
};
use crate::{
    error::AppError,
    server::Ctx,
    timeline::domain::Entry,
    types::{AuditId, ChangeId, Moment, OpId, Revision, UserId},
};

/// The transaction of a gesture, and what it will leave behind.
pub struct Tx {
    inner: Transaction<Any>,
    changes: Vec<Value>,
    audits: Vec<Value>,
    entries: Vec<Value>,
    /// What the live pages are told once it is committed; one row too many says that there are too many.
    written: Vec<Written>,
    /// The records that it writes, for what is kept in memory; one too many says that there are too many.
    touched: Vec<RecordId>,
    actor: Option<UserId>,
    operation: OpId,
    now: Moment,
    name: &'static str,
}

impl Tx {
    /// Begins what the actor of `ctx` does under this operation id, called `name` in the audit.
    pub(super) async fn begin(ctx: &Ctx, operation: OpId, name: &'static str) -> Result<Self, AppError> {
        Ok(Self {
            inner: (*ctx.db).clone().begin().await?,
            changes: Vec::new(),
            audits: Vec::new(),
            entries: Vec::new(),
            written: Vec::new(),
            touched: Vec::new(),
            actor: ctx.actor(),
            operation,
            now: ctx.now,
            name,
        })
    }

    /// Leaves nothing behind.
    pub(super) async fn drop_all(self) {
        // What is not committed is gone with the transaction, cancelled or not.
        self.inner.cancel().await.ok();
    }

    /// The operation under which it is carried out.
    #[must_use]
    pub const fn operation(&self) -> OpId {
        self.operation
    }

    /// A query inside the transaction.
    pub fn query<'a>(&'a self, sql: impl Into<Cow<'a, str>>) -> Query<'a, Any> {
        self.inner.query(traced(sql.into()))
    }

    /// The record with this id, as it is within the transaction.
    ///
    /// # Errors
    /// `Unavailable` when the engine refuses.
    pub async fn find<T: SurrealValue>(&self, id: impl SurrealValue) -> Result<Option<T>, AppError> {
        let mut answer = self.query("SELECT * FROM ONLY $it").bind(("it", id)).await?.check()?;
        Ok(answer.take(0)?)
    }

    /// Creates rows; all or none.
    ///
    /// # Errors
    /// `Unavailable` when the engine refuses (a duplicate key among them).
    pub async fn create<T: Record>(&mut self, records: &[T]) -> Result<(), AppError> {
        let Some(first) = records.first() else {
            return Ok(());
        };
        let table = first.record_id().table;
        let rows: Vec<Value> = records.iter().map(Record::row).collect();
        self.inner
            .query(format!("INSERT INTO {table} $rows RETURN NONE"))
            .bind(("rows", rows.clone()))
            .await?
            .check()?;
        for (record, row) in records.iter().zip(rows) {
            self.note(record.record_id(), record.revision(), Vec::new());
            self.tell::<T>(record.record_id(), None, row);
        }
        Ok(())
    }

    /// Replaces `before` by `after`, which carries the next revision. The audit gets the fields that differ.
    ///
    /// # Errors
    /// `Unavailable` when the engine refuses.
    pub async fn replace<T: Record>(&mut self, before: &T, after: &T) -> Result<(), AppError> {
        self.inner
            .query("UPDATE $id CONTENT $row RETURN NONE")
            .bind(("id", after.record_id()))
            .bind(("row", after.row()))
            .await?
            .check()?;
        self.note(after.record_id(), after.revision(), differences::<T>(before, after));
        self.tell::<T>(after.record_id(), Some(before.row()), after.row());
        Ok(())
    }

    /// Forgets a row that nothing else refers to. The audit keeps that there was one. Of a table that is told live nothing can
    /// be forgotten: whoever looks would not hear of it.
    ///
    /// # Errors
    /// `Unavailable` when the engine refuses.
    pub async fn remove<T: Record>(&mut self, before: &T) -> Result<(), AppError> {
        const { assert!(!T::IS_LIVE, "what is told live is not forgotten") };
        self.inner
            .query("DELETE $id RETURN NONE")
            .bind(("id", before.record_id()))
            .await?
            .check()?;
        self.note(before.record_id(), before.revision().next(), Vec::new());
        Ok(())
    }

    /// Takes a row out of its table. Whoever does so keeps it: [`Tx::put_back`] brings it back as it was, and what is asked as of a
    /// day before still finds it.
    ///
    /// # Errors
    /// `Unavailable` when the engine refuses.
    pub async fn set_aside<T: Record>(&mut self, row: &T) -> Result<(), AppError> {
        const { assert!(!T::IS_LIVE, "what is told live is not taken out") };
        self.inner
            .query("DELETE $id RETURN NONE")
            .bind(("id", row.record_id()))
            .await?
            .check()?;
        self.note(row.record_id(), row.revision(), vec![aside(true)]);
        Ok(())
    }

    /// Brings back a row that was taken out.
    ///
    /// # Errors
    /// `Unavailable` when the engine refuses.
    pub async fn put_back<T: Record>(&mut self, row: &T) -> Result<(), AppError> {
        self.inner
            .query("CREATE $id CONTENT $row RETURN NONE")
            .bind(("id", row.record_id()))
            .bind(("row", row.row()))
            .await?
            .check()?;
        self.note(row.record_id(), row.revision(), vec![aside(false)]);
        Ok(())
    }

    /// Hangs rows on another record: `column` of each leads there now. Nothing else of them changes, so that they keep their
    /// revision. Not for rows that are told live.
    ///
    /// # Errors
    /// `Unavailable` when the engine refuses.
    pub async fn hang(
        &mut self,
        rows: &[RecordId],
        column: &'static str,
        (from, to): (RecordId, RecordId),
    ) -> Result<(), AppError> {
        self.inner
            .query(format!("UPDATE $rows SET {column} = $to RETURN NONE"))
            .bind(("rows", rows.to_vec()))
            .bind(("to", to.clone()))
            .await?
            .check()?;
        for row in rows {
            self.touch(row.clone());
            self.audit(row.clone(), vec![difference(column, from.clone(), to.clone())]);
        }
        Ok(())
    }

    fn tell<T: Record>(&mut self, record: RecordId, before: Option<Value>, after: Value) {
        if T::IS_LIVE && self.written.len() <= MOST_ROWS {
            self.written.push(Written { record, before, after });
        }
    }

    /// Adds an entry to the timeline. Called by [`crate::timeline::store::append`] alone.
    pub(crate) fn append(&mut self, entry: Entry) {
        self.touch(entry.id.record_id());
        self.entries.push(entry.into_value());
    }

    /// Says otherwise what an entry says. Called by the timeline's correction alone, which keeps what it said before.
    ///
    /// # Errors
    /// `Unavailable` when the engine refuses.
    pub(crate) async fn rewrite(&mut self, entry: &Entry) -> Result<(), AppError> {
        self.inner
            .query("UPDATE $id CONTENT $row RETURN NONE")
            .bind(("id", entry.id.record_id()))
            .bind(("row", entry.clone().into_value()))
            .await?
            .check()?;
        self.touch(entry.id.record_id());
        Ok(())
    }

    fn touch(&mut self, record: RecordId) {
        if self.touched.len() <= MOST_TOUCHED {
            self.touched.push(record);
        }
    }

    fn note(&mut self, record: RecordId, revision: Revision, fields: Vec<Value>) {
        let mut change = Object::new();
        change.insert("id", ChangeId::fresh());
        change.insert("record", record.clone());
        change.insert("revision", revision);
        change.insert("actor", self.actor);
        self.changes.push(Value::Object(change));
        self.touch(record.clone());
        self.audit(record, fields);
    }

    /// Leaves in the audit what a gesture did to a record that it has not written: that something of it was taken out.
    pub fn audit(&mut self, record: RecordId, fields: Vec<Value>) {
        let mut audit = Object::new();
        audit.insert("id", AuditId::fresh());
        audit.insert("at", self.now);
        audit.insert("actor", self.actor);
        audit.insert("operation", self.operation);
        audit.insert("name", self.name);
        audit.insert("record", record);
        audit.insert("fields", fields);
        self.audits.push(Value::Object(audit));
    }

    /// Commits it with its traces, and tells those who look.
    pub(super) async fn finish(mut self, bus: &Bus, answer: String) -> Result<(), AppError> {
        let mut operation = Object::new();
        operation.insert("id", self.operation);
        operation.insert("name", self.name);
        operation.insert("actor", self.actor);
        operation.insert("at", self.now);
        operation.insert("answer", answer);
        let mut sql = String::from("INSERT INTO operation $operation RETURN NONE;");
        let mut left = Vec::new();
        for (table, rows) in [
            ("entry", &mut self.entries),
            ("audit", &mut self.audits),
            ("change", &mut self.changes),
        ] {
            if !rows.is_empty() {
                sql.push_str(&format!("INSERT INTO {table} ${table} RETURN NONE;"));
                left.push((table, std::mem::take(rows)));
            }
        }
        let query = self.inner.query(sql).bind(("operation", Value::Object(operation)));
        let written = left
            .into_iter()
            .fold(query, |query, rows| query.bind(rows))
            .await
            .and_then(|answer| answer.check());
        if let Err(error) = written {
            self.inner.cancel().await.ok();
            return Err(error.into());
        }
        let rows = (self.written.len() <= MOST_ROWS).then_some(self.written);
        let touched = (self.touched.len() <= MOST_TOUCHED).then_some(self.touched);
        let (inner, actor, bus) = (self.inner, self.actor, bus.clone());
        // In a task of its own: a browser that hangs up ends the request, and what is committed must be told all the same.
        let done = tokio::spawn(async move {
            if let Err(error) = inner.commit().await {
                let error = AppError::from(error);
                // The engine may have made it visible before it failed to write it to the disk: better all read anew.
                if error != AppError::Conflict {
                    bus.tell(actor, None, None);
                }
                return Err(error);
            }
            if touched.as_ref().is_none_or(|touched| !touched.is_empty()) {
                bus.tell(actor, rows, touched);
            }
            Ok::<_, AppError>(())
        });
        done.await.map_err(|error| {
            tracing::error!(%error, "a commit was not finished");
            AppError::Unavailable
        })?
    }
}

/// What the audit says of a row that is taken out or brought back: something, so that it is not taken for the making of it.
fn aside(is_aside: bool) -> Value {
    difference("aside", !is_aside, is_aside)
}

fn difference(field: &'static str, before: impl SurrealValue, after: impl SurrealValue) -> Value {
    let mut difference = Object::new();
    difference.insert("field", field);
    difference.insert("before", before);
    difference.insert("after", after);
    Value::Object(difference)
}
