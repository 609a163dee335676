//! Importing: the shipped mapping on its real data, and every kind of bad input.

mod bad_files;
mod bad_input;
mod figures;
mod real_data;
mod resuming;

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use clientela::{
    importing::{Carried, Failure, Preview, carry_in, domain::Mapping, ground},
    server::{Ctx, db::Db},
    types::Moment,
};

async fn ctx(url: &str) -> Ctx {
    Ctx::program(Db::open(url).await.unwrap(), Moment::now()).unwrap()
}

fn fixtures(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/import")
        .join(name)
}

async fn import(ctx: &Ctx, mapping: &Mapping, folder: &Path) -> Result<Carried, Failure> {
    carry_in(ctx, mapping, folder, |_| ControlFlow::Continue(())).await
}

async fn preview(ctx: &Ctx, mapping: &Mapping, folder: &Path) -> Result<Preview, String> {
    let ground = ground(ctx, &mapping.source).await.unwrap();
    Preview::of(mapping, folder, &ground, || {})
        .map_err(|refusals| refusals.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

async fn count(ctx: &Ctx, table: &str) -> usize {
    let sql = format!("SELECT count() FROM {table} GROUP ALL");
    let found: Option<usize> = ctx
        .db
        .query(sql)
        .await
        .unwrap()
        .check()
        .unwrap()
        .take((0, "count"))
        .unwrap();
    found.unwrap_or(0)
}
