//! Migrations: numbered schema files, each applied once, whole or not at all.
//!
//! A file that has been released is never edited: its checksum is kept with it, and a difference stops the start. A change
//! of the schema is a new file.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use surrealdb::types::{QueryError, SurrealValue, Value};
use thiserror::Error;

use super::Db;

/// One schema file.
pub struct Migration {
    pub name: &'static str,
    pub sql: &'static str,
}

macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        /// Every migration, in order.
        pub const MIGRATIONS: &[Migration] = &[
            $(Migration { name: $name, sql: include_str!(concat!("../schema/", $name, ".surql")) },)*
        ];
    };
}

migrations![
    "0001_record_keeping",
    "0002_team",
    "0003_clients",
    "0004_pipeline",
    "0005_timeline",
    "0006_importing",
    "0007_revisions",
    "0008_next_step",
    "0009_forecast",
    "0010_views",
    "0011_contact",
    "0012_tags",
    "0013_standing",
    "0014_corrections",
    "0015_agenda",
    "0016_glossary",
    "0017_duplicates",
    "0018_messages",
    "0019_agenda_days",
    "0020_feed",
    "0021_needs",
    "0023_reminders",
    "0024_views_of_accounts",
    "0025_holidays",
    "0026_attachments",
];

/// Why the schema could not be brought up to date.
#[derive(Debug, Error)]
pub enum MigrationError {
    #[error(
        "El esquema «{name}» que aplicó esta base de datos no es el de este programa. Usa la versión de Clientela que la creó o una posterior."
    )]
    Changed { name: String },
    #[error("Esta base de datos es de una versión posterior de Clientela (tiene «{name}»). Actualiza el programa.")]
    FromTheFuture { name: String },
    #[error("No se ha podido aplicar el esquema «{name}»: {cause}. La base de datos queda como estaba.")]
    Failed { name: String, cause: String },
}

#[derive(SurrealValue)]
struct Applied {
    name: String,
    checksum: String,
}

/// Applies what is missing.
///
/// # Errors
/// [`MigrationError`].
pub async fn migrate(db: &Db) -> Result<(), MigrationError> {
    migrate_to(db, MIGRATIONS.len()).await
}

/// Applies the first `count` migrations: what a database of an earlier version looks like.
///
/// # Errors
/// [`MigrationError`].
pub async fn migrate_to(db: &Db, count: usize) -> Result<(), MigrationError> {
    let applied = applied(db).await?;
    if let Some(name) = applied
        .keys()
        .find(|name| MIGRATIONS.iter().all(|known| known.name != name.as_str()))
    {
        return Err(MigrationError::FromTheFuture { name: name.clone() });
    }
    for migration in &MIGRATIONS[..count.min(MIGRATIONS.len())] {
        let checksum = checksum(migration.sql);
        match applied.get(migration.name) {
            Some(before) if *before == checksum => {}
            Some(_) => {
                return Err(MigrationError::Changed {
                    name: migration.name.to_owned(),
                });
            }
            None => apply(db, migration, checksum).await?,
        }
    }
    Ok(())
}

async fn applied(db: &Db) -> Result<BTreeMap<String, String>, MigrationError> {
    let failed = |cause: surrealdb::Error| MigrationError::Failed {
        name: "migration".to_owned(),
        cause: cause.to_string(),
    };
    let mut answer = db
        .query(
            "DEFINE TABLE IF NOT EXISTS migration SCHEMAFULL;
             DEFINE FIELD IF NOT EXISTS name ON migration TYPE string;
             DEFINE FIELD IF NOT EXISTS checksum ON migration TYPE string;
             DEFINE FIELD IF NOT EXISTS applied_at ON migration TYPE datetime;
             SELECT name, checksum FROM migration;",
        )
        .await
        .and_then(surrealdb::IndexedResults::check)
        .map_err(failed)?;
    let rows: Vec<Applied> = answer.take(4).map_err(failed)?;
    Ok(rows.into_iter().map(|row| (row.name, row.checksum)).collect())
}

async fn apply(db: &Db, migration: &Migration, checksum: String) -> Result<(), MigrationError> {
    let sql = format!(
        "BEGIN; {} CREATE migration SET name = $name, checksum = $checksum, applied_at = time::now() RETURN NONE; COMMIT;",
        migration.sql
    );
    let failed = |cause: surrealdb::Error| MigrationError::Failed {
        name: migration.name.to_owned(),
        cause: cause.to_string(),
    };
    let mut answer = db
        .query(sql)
        .bind(("name", migration.name))
        .bind(("checksum", checksum))
        .await
        .map_err(failed)?;
    // When one statement fails, all the others say that they were not executed: the one that says why is the first without
    // that kind.
    let unexecuted = |error: &surrealdb::Error| {
        matches!(
            error.query_details(),
            Some(QueryError::NotExecuted | QueryError::Cancelled)
        )
    };
    let why = answer
        .take_errors()
        .into_iter()
        .min_by_key(|(statement, error)| (unexecuted(error), *statement));
    if let Some((_, why)) = why {
        return Err(failed(why));
    }
    tracing::debug!(name = migration.name, "schema applied");
    Ok(())
}

fn checksum(sql: &str) -> String {
    format!("{:x}", Sha256::digest(sql))
}

/// The definitions of every table as the database itself states them: for the snapshot in the tests and `check`.
///
/// # Errors
/// What the engine answers.
pub async fn schema_of(db: &Db) -> surrealdb::Result<String> {
    let mut answer = db.query("INFO FOR DB").await?.check()?;
    let tables = object(object(answer.take::<Value>(0)?).remove("tables").unwrap_or(Value::None));
    let mut text = String::new();
    for (table, definition) in tables {
        let mut answer = db.query(format!("INFO FOR TABLE {table}")).await?.check()?;
        let mut info = object(answer.take::<Value>(0)?);
        let mut lines = vec![said(definition)];
        for part in ["fields", "indexes"] {
            lines.extend(object(info.remove(part).unwrap_or(Value::None)).into_values().map(said));
        }
        text.push_str(&lines.join("\n"));
        text.push_str("\n\n");
    }
    Ok(text)
}

fn object(value: Value) -> BTreeMap<String, Value> {
    match value {
        Value::Object(object) => object.into_inner(),
        _ => BTreeMap::new(),
    }
}

fn said(value: Value) -> String {
    String::from_value(value).unwrap_or_default()
}
