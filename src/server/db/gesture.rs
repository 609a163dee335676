//! One gesture, one transaction.
//!
//! [`perform`] is the only way to write. It answers a repeated operation id from its record, retries conflicts, and puts
//! the audit record, the change log, the timeline entries and the operation itself in the transaction of the gesture.

use std::{borrow::Cow, future::Future, time::Duration};

use rand::Rng;
use serde::{Serialize, de::DeserializeOwned};
use surrealdb::{
    engine::any::Any,
    method::{Query, Transaction},
    types::{Object, RecordId, SurrealValue, Value},
};

use super::open::traced;
use crate::{
    error::AppError,
    server::Ctx,
    timeline::domain::Entry,
    types::{AuditId, ChangeId, Moment, OpId, Revision, UserId},
};

/// How often a conflict is tried again. At 64 writers on one row the eighth attempt is rarely needed.
const ATTEMPTS: u32 = 12;

/// Something a person does that changes the database.
pub trait Gesture: Send + Sync {
    /// What the client is told, now and whenever the same operation comes again.
    type Answer: Serialize + DeserializeOwned + Send;

    /// What the audit calls it ("opportunity.move").
    const NAME: &'static str;

    /// Does it inside the transaction. May run several times; only the last run is kept.
    ///
    /// # Errors
    /// Whatever refuses the gesture: nothing is written then.
    fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> impl Future<Output = Result<Self::Answer, AppError>> + Send;

    /// Whether this answer settles the operation. One that only asks for more does not: the transaction is dropped, and the
    /// same operation may come again with what was missing (a form sent again after going back in the browser).
    fn settles(_answer: &Self::Answer) -> bool {
        true
    }
}

/// A row with a revision: what can be created and replaced in a gesture.
pub trait Record: SurrealValue + Clone + Send {
    /// Columns whose values the audit must not hold: it says that they changed, not to what.
    const SECRET: &'static [&'static str] = &[];

    /// Its key.
    fn record_id(&self) -> RecordId;

    /// How often it has been written.
    fn revision(&self) -> Revision;

    /// Columns that the store derives from the others (a folded name to search by).
    fn derived(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// The row as it is stored.
    fn row(&self) -> Value {
        let derived = self.derived();
        let mut value = self.clone().into_value();
        if let Value::Object(row) = &mut value {
            for (column, text) in derived {
                row.insert(column, text);
            }
        }
        value
    }
}

/// [`Record`] for types whose row is their fields and nothing more.
macro_rules! revised {
    ($($type:ty),* $(,)?) => {
        $(impl $crate::server::db::Record for $type {
            fn record_id(&self) -> surrealdb::types::RecordId {
                self.id.record_id()
            }

            fn revision(&self) -> $crate::types::Revision {
                self.revision
            }
        })*
    };
}
pub(crate) use revised;

/// The transaction of a gesture, and what it will leave behind.
pub struct Tx {
    inner: Transaction<Any>,
    changes: Vec<Value>,
    audits: Vec<Value>,
    entries: Vec<Value>,
    actor: Option<UserId>,
    operation: OpId,
    now: Moment,
    name: &'static str,
}

impl Tx {
    /// A query inside the transaction.
    pub fn query<'a>(&'a self, sql: impl Into<Cow<'a, str>>) -> Query<'a, Any> {
        self.inner.query(traced(sql.into()))
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
            .bind(("rows", rows))
            .await?
            .check()?;
        for record in records {
            self.note(record.record_id(), record.revision(), Vec::new());
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
        Ok(())
    }

    /// Adds an entry to the timeline. Called by [`crate::timeline::store::append`] alone.
    pub(crate) fn append(&mut self, entry: Entry) {
        self.entries.push(entry.into_value());
    }

    fn note(&mut self, record: RecordId, revision: Revision, fields: Vec<Value>) {
        let mut change = Object::new();
        change.insert("id", ChangeId::fresh());
        change.insert("record", record.clone());
        change.insert("revision", revision);
        change.insert("actor", self.actor);
        self.changes.push(Value::Object(change));
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

    async fn finish(mut self, answer: String) -> Result<(), AppError> {
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
        self.inner.commit().await?;
        Ok(())
    }
}

/// Carries out a gesture once, however often it is asked for.
///
/// # Errors
/// What the gesture refuses; `Unavailable` when the database cannot, or when conflicts do not end.
pub async fn perform<G: Gesture>(ctx: &Ctx, operation: OpId, gesture: &G) -> Result<G::Answer, AppError> {
    for attempt in 0..ATTEMPTS {
        match once(ctx, operation, gesture).await {
            Err(AppError::Conflict) => tokio::time::sleep(pause(attempt)).await,
            refused => return refused,
        }
    }
    tracing::warn!(name = G::NAME, "conflicts did not end");
    Err(AppError::Unavailable)
}

/// From 5 ms up to 200 ms, at random so that those who collided do not collide again.
fn pause(attempt: u32) -> Duration {
    let most = (5_u64 << attempt.min(6)).min(200);
    Duration::from_millis(rand::rng().random_range(1..=most))
}

async fn once<G: Gesture>(ctx: &Ctx, operation: OpId, gesture: &G) -> Result<G::Answer, AppError> {
    let inner = (*ctx.db).clone().begin().await?;
    let actor = ctx.actor();
    let mut tx = Tx {
        inner,
        changes: Vec::new(),
        audits: Vec::new(),
        entries: Vec::new(),
        actor,
        operation,
        now: ctx.now,
        name: G::NAME,
    };
    let outcome = match recorded::<G>(&tx).await {
        Ok(None) => gesture.perform(ctx, &mut tx).await,
        Ok(Some(answer)) => {
            tx.inner.cancel().await.ok();
            return Ok(answer);
        }
        Err(error) => Err(error),
    };
    match outcome {
        Ok(answer) if !G::settles(&answer) => {
            tx.inner.cancel().await.ok();
            Ok(answer)
        }
        Ok(answer) => {
            let text = serde_json::to_string(&answer).map_err(|error| {
                tracing::error!(%error, name = G::NAME, "the answer has no JSON form");
                AppError::Unavailable
            })?;
            tx.finish(text).await?;
            Ok(answer)
        }
        Err(error) => {
            tx.inner.cancel().await.ok();
            Err(error)
        }
    }
}

#[derive(SurrealValue)]
struct Recorded {
    name: String,
    actor: Option<UserId>,
    answer: String,
}

/// What was answered to this operation id, if it has been carried out. Another's id, or an id used for another gesture,
/// is refused: it would tell what it must not.
async fn recorded<G: Gesture>(tx: &Tx) -> Result<Option<G::Answer>, AppError> {
    let mut answer = tx
        .inner
        .query("SELECT name, actor, answer FROM ONLY $id")
        .bind(("id", tx.operation))
        .await?
        .check()?;
    let Some(recorded) = answer.take::<Option<Recorded>>(0)? else {
        return Ok(None);
    };
    if recorded.name != G::NAME || recorded.actor != tx.actor {
        return Err(AppError::Forbidden);
    }
    match serde_json::from_str(&recorded.answer) {
        Ok(answer) => Ok(Some(answer)),
        Err(error) => {
            tracing::error!(%error, name = G::NAME, "a recorded answer cannot be read");
            Err(AppError::Unavailable)
        }
    }
}

/// The columns in which two rows differ, as `{field, before, after}`.
fn differences<T: Record>(before: &T, after: &T) -> Vec<Value> {
    let (Value::Object(before), Value::Object(after)) = (before.clone().into_value(), after.clone().into_value())
    else {
        return Vec::new();
    };
    let mut before = before.into_inner();
    after
        .into_inner()
        .into_iter()
        .filter_map(|(field, after)| {
            let before = before.remove(&field).unwrap_or(Value::None);
            (before != after).then(|| {
                let told = !T::SECRET.contains(&field.as_str());
                let mut difference = Object::new();
                difference.insert("field", field);
                if told {
                    difference.insert("before", before);
                    difference.insert("after", after);
                }
                Value::Object(difference)
            })
        })
        .collect()
}
