//! The figures of the public data set, worked out from the CSV and read back from the database.

use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
};

use clientela::{
    pipeline::{
        domain::Opportunity,
        store::{pipelines, stages},
    },
    server::Ctx,
};

use super::ctx;

/// The folder that is shared with the repository: beside it, or where CLIENTELA_SHARED says.
pub fn data() -> PathBuf {
    let shared = std::env::var_os("CLIENTELA_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let folder = shared.join("data/crm-sales-opportunities");
    assert!(
        folder.is_dir(),
        "{} is missing: put the shared folder beside the repository, or say where in CLIENTELA_SHARED",
        folder.display()
    );
    folder
}

fn rows(file: &str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_path(data().join(file))
        .unwrap()
        .deserialize()
        .map(Result::unwrap)
        .collect()
}

fn cents(text: &str) -> i64 {
    (text.parse::<f64>().unwrap() * 100.0).round() as i64
}

/// Count and cents by stage, straight from the CSV.
fn expected() -> BTreeMap<&'static str, (u32, i64)> {
    let prices: HashMap<String, i64> = rows("products.csv")
        .iter()
        .map(|row| (row["product"].clone(), cents(&row["sales_price"])))
        .collect();
    let mut tallies = BTreeMap::new();
    for row in rows("sales_pipeline.csv") {
        let product = if row["product"] == "GTXPro" {
            "GTX Pro"
        } else {
            row["product"].as_str()
        };
        let (stage, amount) = match row["deal_stage"].as_str() {
            "Prospecting" => ("qualification", prices[product]),
            "Engaging" => ("proposal", prices[product]),
            "Won" => ("won", cents(&row["close_value"])),
            "Lost" => ("lost", cents(&row["close_value"])),
            other => panic!("stage {other}"),
        };
        let tally = tallies.entry(stage).or_insert((0, 0));
        tally.0 += 1;
        tally.1 += amount;
    }
    tallies
}

pub async fn stored(ctx: &Ctx) -> BTreeMap<String, (u32, i64)> {
    let pipeline = pipelines(&ctx.db).await.unwrap().remove(0);
    let codes: HashMap<_, _> = stages(&ctx.db, pipeline.id)
        .await
        .unwrap()
        .into_iter()
        .map(|stage| (stage.id, stage.code.to_string()))
        .collect();
    let mut tallies = BTreeMap::new();
    for it in opportunities(ctx).await {
        let tally = tallies.entry(codes[&it.stage].clone()).or_insert((0, 0));
        tally.0 += 1;
        tally.1 += it.amount.unwrap().cents();
    }
    tallies
}

pub async fn opportunities(ctx: &Ctx) -> Vec<Opportunity> {
    ctx.db
        .query("SELECT * FROM opportunity")
        .await
        .unwrap()
        .check()
        .unwrap()
        .take(0)
        .unwrap()
}

pub fn same(stored: &BTreeMap<String, (u32, i64)>) {
    let stored: BTreeMap<&str, (u32, i64)> = stored.iter().map(|(code, tally)| (code.as_str(), *tally)).collect();
    assert_eq!(stored, expected());
}

pub async fn on_disk() -> (tempfile::TempDir, Ctx) {
    let folder = tempfile::tempdir().unwrap();
    let ctx = ctx(&format!("surrealkv://{}?sync=never", folder.path().display())).await;
    (folder, ctx)
}
