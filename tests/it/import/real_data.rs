//! The public data set of 8,800 opportunities.

use std::{
    collections::{BTreeMap, HashMap},
    ops::ControlFlow,
    path::{Path, PathBuf},
    time::Instant,
};

use clientela::{
    clients::domain::{Account, SizeBand},
    importing::{carry_in, find_mapping},
    pipeline::domain::{Opportunity, StageKind},
    pipeline::store::{pipelines, stages},
    server::{Ctx, db::perform},
    team::{
        domain::{Role, User},
        store::{SetUp, by_email},
    },
    types::{Email, OpId, ShortText},
};

use super::{count, ctx, import, preview};

/// The folder that is shared with the repository: beside it, or where CLIENTELA_SHARED says.
fn data() -> PathBuf {
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

async fn stored(ctx: &Ctx) -> BTreeMap<String, (u32, i64)> {
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

async fn opportunities(ctx: &Ctx) -> Vec<Opportunity> {
    ctx.db
        .query("SELECT * FROM opportunity")
        .await
        .unwrap()
        .check()
        .unwrap()
        .take(0)
        .unwrap()
}

fn same(stored: &BTreeMap<String, (u32, i64)>) {
    let stored: BTreeMap<&str, (u32, i64)> = stored
        .iter()
        .map(|(code, tally)| (code.as_str(), *tally))
        .collect();
    assert_eq!(stored, expected());
}

async fn on_disk() -> (tempfile::TempDir, Ctx) {
    let folder = tempfile::tempdir().unwrap();
    let ctx = ctx(&format!(
        "surrealkv://{}?sync=never",
        folder.path().display()
    ))
    .await;
    (folder, ctx)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_set_arrives_with_its_counts_and_sums_and_only_once() {
    let (_folder, ctx) = on_disk().await;
    let mapping = find_mapping("crm-sales-opportunities").unwrap();
    let announced = preview(&ctx, &mapping, &data()).await.unwrap();
    assert_eq!(announced.rejections, []);

    let begun = Instant::now();
    let carried = import(&ctx, &mapping, &data()).await.unwrap();
    println!(
        "{:.0} records a second",
        carried.created as f64 / begun.elapsed().as_secs_f64()
    );
    assert!(carried.finished);
    assert_eq!(carried.created, 3 + 1 + 35 + 6 + 7 + 85 + 8_800);
    assert_eq!(announced.new_records(), carried.created);
    let told: BTreeMap<String, (u32, i64)> = carried
        .preview
        .stages
        .iter()
        .filter(|tally| tally.count > 0)
        .map(|tally| (tally.code.to_string(), (tally.count, tally.amount.cents())))
        .collect();
    same(&told);
    same(&stored(&ctx).await);

    let open = opportunities(&ctx)
        .await
        .into_iter()
        .filter(|it| it.state == StageKind::Open)
        .count();
    assert_eq!(open, 2_089);
    assert_eq!(count(&ctx, "imported").await, 8_937);
    // Everything with a revision is in the change log and in the audit; the others (11) are in their operation.
    assert_eq!(count(&ctx, "change").await, 8_800 + 85 + 41);
    assert_eq!(count(&ctx, "audit").await, 8_800 + 85 + 41);

    let again = import(&ctx, &mapping, &data()).await.unwrap();
    assert_eq!(again.created, 0);
    assert_eq!(
        again
            .preview
            .blocks
            .iter()
            .map(|block| block.there)
            .sum::<u64>(),
        8_937
    );
    assert_eq!(count(&ctx, "opportunity").await, 8_800);
    assert_eq!(
        count(&ctx, "operation").await,
        25,
        "nothing was written the second time"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_what_the_files_say() {
    let (_folder, ctx) = on_disk().await;
    let mapping = find_mapping("crm-sales-opportunities").unwrap();
    import(&ctx, &mapping, &data()).await.unwrap();

    let accounts: Vec<Account> = ctx
        .db
        .query("SELECT * FROM account WHERE search = 'acme corporation'")
        .await
        .unwrap()
        .take(0)
        .unwrap();
    let acme = &accounts[0];
    assert_eq!(acme.sector.as_ref().unwrap().as_str(), "technology");
    assert_eq!(
        (acme.size, acme.turnover.unwrap().cents()),
        (Some(SizeBand::From250), 110_004_000_000)
    );
    assert_eq!(
        acme.address
            .as_ref()
            .unwrap()
            .country
            .as_ref()
            .unwrap()
            .as_str(),
        "United States"
    );

    let users: Vec<User> = ctx
        .db
        .query("SELECT * FROM user")
        .await
        .unwrap()
        .take(0)
        .unwrap();
    assert_eq!(
        users
            .iter()
            .filter(|user| user.roles == [Role::SalesManager])
            .count(),
        6
    );
    let email = Email::parse("darcel.schlecht@crm-sales-opportunities.example").unwrap();
    let (darcel, password) = by_email(&ctx.db, &email).await.unwrap().unwrap();
    assert_eq!(password, None, "cannot sign in");
    let darcel = users.iter().find(|user| user.id == darcel).unwrap();

    let all = opportunities(&ctx).await;
    // Z063OYW0,Darcel Schlecht,GTXPro,Isdom,Won,2016-10-25,2017-03-11,4514
    let sold = all
        .iter()
        .find(|it| {
            it.account_name
                .as_ref()
                .is_some_and(|name| name.as_str() == "Isdom")
                && it.amount.unwrap().cents() == 451_400
        })
        .unwrap();
    assert_eq!(
        (sold.title.as_str(), sold.owner, &darcel.zones[..]),
        ("GTX Pro", Some(darcel.id), &[sold.zone.unwrap()][..])
    );
    assert_eq!(sold.closed_on.unwrap().to_string(), "2017-03-11");
    assert_eq!(sold.created_at.to_string(), "2016-10-25T12:00:00.000Z");
    assert_eq!(
        sold.entered_stage_at.to_string(),
        "2017-03-11T12:00:00.000Z"
    );
    assert_eq!(all.iter().filter(|it| it.account.is_none()).count(), 1_425);
    assert!(
        all.iter()
            .all(|it| it.account.is_some() == it.account_name.is_some()
                && it.product.is_some()
                && it.owner.is_some())
    );

    let mut columns: HashMap<_, Vec<&Opportunity>> = HashMap::new();
    all.iter()
        .for_each(|it| columns.entry(it.stage).or_default().push(it));
    for column in columns.values_mut() {
        column.sort_by(|a, b| a.rank.cmp(&b.rank));
        assert!(column.windows(2).all(|pair| pair[0].rank < pair[1].rank));
        // UUIDv7 keys were made in the order of the file.
        assert!(column.windows(2).all(|pair| pair[0].id < pair[1].id));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_was_stopped_goes_on_where_it_was() {
    let (_folder, ctx) = on_disk().await;
    let mapping = find_mapping("crm-sales-opportunities").unwrap();
    let stop_after = |created| {
        if created > 4_000 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let stopped = carry_in(&ctx, &mapping, &data(), stop_after).await.unwrap();
    assert!(!stopped.finished);
    assert_eq!(
        count(&ctx, "imported").await as u64,
        stopped.created,
        "every record has its key, and every key its record"
    );
    let resumed = import(&ctx, &mapping, &data()).await.unwrap();
    assert!(resumed.finished);
    assert_eq!(stopped.created + resumed.created, 8_937);
    same(&stored(&ctx).await);
    let all = opportunities(&ctx).await;
    let places: std::collections::HashSet<_> =
        all.iter().map(|it| (it.stage, it.rank.clone())).collect();
    assert_eq!(places.len(), 8_800, "no two cards in one place");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_cut_off_in_the_middle_of_a_write_leaves_no_half_batch() {
    let (_folder, ctx) = on_disk().await;
    let mapping = find_mapping("crm-sales-opportunities").unwrap();
    for wait in [40, 150, 400] {
        let cut = tokio::time::timeout(
            std::time::Duration::from_millis(wait),
            import(&ctx, &mapping, &data()),
        )
        .await;
        drop(cut);
    }
    import(&ctx, &mapping, &data()).await.unwrap();
    assert_eq!(
        (
            count(&ctx, "imported").await,
            count(&ctx, "opportunity").await
        ),
        (8_937, 8_800)
    );
    same(&stored(&ctx).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_set_up_after_an_import_makes_no_second_pipeline() {
    let ctx = ctx("mem://").await;
    let mapping =
        clientela::importing::domain::Mapping::parse("prueba", super::bad_input::MAPPING).unwrap();
    import(&ctx, &mapping, &super::fixtures("good"))
        .await
        .unwrap();
    let asked = SetUp {
        firm: ShortText::parse("Imprenta Benlloch").unwrap(),
        name: ShortText::parse("Ana").unwrap(),
        email: Email::parse("ana@benlloch.example").unwrap(),
        password: "hash".into(),
    };
    perform(&ctx, OpId::fresh(), &asked).await.unwrap();
    assert_eq!(
        (count(&ctx, "pipeline").await, count(&ctx, "stage").await),
        (1, 5)
    );
}
