//! A table in runs, one after the other by its keys: a table of a million rows is neither read at once nor row by row.

use surrealdb::types::SurrealValue;
use uuid::Uuid;

use crate::{error::AppError, server::db::Db};

/// So many rows a run is to have.
const AT_ONCE: u64 = 1_000;
/// With more than these it is cut.
const MOST: u64 = 4 * AT_ONCE;

/// What is left of a table.
///
/// A run has two ends: after `table:KEY>.. LIMIT n` the engine reads on to the end of the table whatever the limit says, ten seconds
/// where a million rows follow. To count between two keys costs a third of a microsecond a row, since nothing is decoded, so a run
/// is measured before it is read.
pub(super) struct Runs {
    table: &'static str,
    /// The first key that is not read yet; none behind the last there can be.
    next: Option<u128>,
    /// How far the next run reaches.
    width: u128,
}

/// The rows of a table from one key to another, both with them.
pub(super) struct Run {
    pub table: &'static str,
    first: Uuid,
    last: Uuid,
}

#[derive(SurrealValue)]
struct Counted {
    count: u64,
}

impl Runs {
    pub(super) const fn of(table: &'static str) -> Self {
        Self {
            table,
            next: Some(0),
            width: u128::MAX,
        }
    }

    /// The next run that has any rows.
    ///
    /// # Errors
    /// `Unavailable`.
    pub(super) async fn next(&mut self, db: &Db) -> Result<Option<Run>, AppError> {
        while let Some(first) = self.next {
            let last = first.saturating_add(self.width);
            let run = Run {
                table: self.table,
                first: Uuid::from_u128(first),
                last: Uuid::from_u128(last),
            };
            let count = run.count(db).await?;
            if count > MOST && self.width > 1 {
                self.width = (self.width / u128::from(count / AT_ONCE)).max(1);
                continue;
            }
            if count < AT_ONCE {
                self.width = self.width.saturating_mul(2);
            }
            self.next = last.checked_add(1);
            if count > 0 {
                return Ok(Some(run));
            }
        }
        Ok(None)
    }
}

impl Run {
    /// Where its rows are, as a query says it.
    pub(super) fn place(&self) -> String {
        format!("{}:u'{}'..=u'{}'", self.table, self.first, self.last)
    }

    async fn count(&self, db: &Db) -> Result<u64, AppError> {
        let counted: Option<Counted> = db
            .query(format!("SELECT count() FROM {} GROUP ALL", self.place()))
            .await?
            .check()?
            .take(0)?;
        Ok(counted.map_or(0, |it| it.count))
    }
}
