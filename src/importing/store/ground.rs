//! What an import stands on: the records of earlier ones, and the pipeline.

use std::collections::HashMap;

use surrealdb::types::{RecordId, RecordIdKey, SurrealValue};
use uuid::Uuid;

use crate::{
    error::AppError,
    importing::domain::{Directory, Kind},
    pipeline::{
        domain::{Stage, default_stages},
        store::{ensure_default, pipelines, stages},
    },
    server::{
        Ctx,
        db::{Gesture, Tx, perform},
    },
    types::{AccountId, Moment, OpId, PipelineId, ShortText},
};

/// How many rows a page of a reading has.
const PAGE: usize = 2_000;

/// What was in the database when the import began.
pub struct Ground {
    /// What earlier imports of the same source brought.
    pub directory: Directory,
    /// Records by what no two of their kind may share (a zone's name, a user's e-mail).
    pub unique: HashMap<(Kind, String), Uuid>,
    /// The stages of the pipeline that opportunities go to: the firm's first.
    pub stages: Vec<Stage>,
    /// The moment of the import.
    pub now: Moment,
}

/// Reads the ground. A firm without pipeline is shown the one it will get.
///
/// # Errors
/// `Unavailable`.
pub async fn ground(ctx: &Ctx, source: &str) -> Result<Ground, AppError> {
    let mut directory = imported(ctx, source).await?;
    name_accounts(ctx, &mut directory).await?;
    let stages = match pipelines(&ctx.db).await?.first() {
        Some(pipeline) => stages(&ctx.db, pipeline.id).await?,
        None => default_stages(PipelineId::fresh()).map_err(|why| AppError::invalid("pipeline", why))?,
    };
    Ok(Ground {
        directory,
        unique: unique(ctx).await?,
        stages,
        now: ctx.now,
    })
}

/// Gives the firm a pipeline if it has none, so that there are stages to import into.
///
/// # Errors
/// `Unavailable`.
pub async fn prepare(ctx: &Ctx) -> Result<(), AppError> {
    if pipelines(&ctx.db).await?.is_empty() {
        perform(ctx, OpId::fresh(), &FirstPipeline).await?;
    }
    Ok(())
}

struct FirstPipeline;

impl Gesture for FirstPipeline {
    type Answer = ();

    const NAME: &'static str = "import.first_pipeline";

    async fn perform(&self, _: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        ensure_default(tx).await
    }
}

#[derive(SurrealValue)]
struct Imported {
    key: String,
    record: RecordId,
}

/// Every key of the source, in pages over the unique index: "/" is followed by "0", so that this is one range.
async fn imported(ctx: &Ctx, source: &str) -> Result<Directory, AppError> {
    let mut directory = Directory::default();
    let mut after = format!("{source}/");
    let until = format!("{source}0");
    loop {
        let sql = format!(
            "SELECT key, record FROM imported WHERE key > $after AND key < $until ORDER BY key ASC LIMIT {PAGE}"
        );
        let page: Vec<Imported> = ctx
            .db
            .query(sql)
            .bind(("after", after))
            .bind(("until", until.clone()))
            .await?
            .check()?
            .take(0)?;
        let Some(last) = page.last() else {
            return Ok(directory);
        };
        after = last.key.clone();
        let full = page.len() == PAGE;
        for row in page {
            if let (Some((kind, key)), RecordIdKey::Uuid(id)) = (parts(source, &row.key), row.record.key) {
                directory.insert(kind, key, id.into());
            }
        }
        if !full {
            return Ok(directory);
        }
    }
}

/// "source/account/Acme" → account and "Acme".
fn parts(source: &str, key: &str) -> Option<(Kind, String)> {
    let (kind, key) = key.strip_prefix(source)?.strip_prefix('/')?.split_once('/')?;
    Some((kind.parse().ok()?, key.to_owned()))
}

#[derive(SurrealValue)]
struct Named {
    id: AccountId,
    name: ShortText,
}

async fn name_accounts(ctx: &Ctx, directory: &mut Directory) -> Result<(), AppError> {
    let ids: Vec<AccountId> = directory.account_ids().collect();
    for page in ids.chunks(PAGE) {
        let named: Vec<Named> = ctx
            .db
            .query("SELECT id, name FROM $ids")
            .bind(("ids", page.to_vec()))
            .await?
            .check()?
            .take(0)?;
        for account in named {
            directory.name_account(account.id, account.name);
        }
    }
    Ok(())
}

#[derive(SurrealValue)]
struct Unique {
    id: RecordId,
    name: String,
}

async fn unique(ctx: &Ctx) -> Result<HashMap<(Kind, String), Uuid>, AppError> {
    let mut unique = HashMap::new();
    for (kind, column) in [
        (Kind::Zone, "name"),
        (Kind::Department, "name"),
        (Kind::User, "email"),
        (Kind::Product, "name"),
    ] {
        let sql = format!("SELECT id, {column} AS name FROM {}", kind.as_ref());
        let rows: Vec<Unique> = ctx.db.query(sql).await?.check()?.take(0)?;
        for row in rows {
            if let RecordIdKey::Uuid(id) = row.id.key {
                unique.insert((kind, row.name), id.into());
            }
        }
    }
    Ok(unique)
}
