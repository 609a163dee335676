//! The schema comes out the same from wherever a database begins, and a start that must not happen does not.

use clientela::server::db::{Db, MIGRATIONS, migrate, migrate_to, schema_of};
use surrealdb::types::{SurrealValue, Value};

async fn blank() -> Db {
    Db::connect("mem://").await.expect("a database in memory")
}

async fn schema(db: &Db) -> String {
    schema_of(db).await.expect("the schema is told")
}

#[tokio::test]
async fn the_schema_is_the_one_in_the_snapshot() {
    let db = blank().await;
    migrate(&db).await.expect("the migrations apply");
    insta::assert_snapshot!(schema(&db).await);
}

#[tokio::test]
async fn every_earlier_version_arrives_at_the_same_schema() {
    let db = blank().await;
    migrate(&db).await.expect("the migrations apply");
    let wanted = schema(&db).await;
    for earlier in 0..MIGRATIONS.len() {
        let db = blank().await;
        migrate_to(&db, earlier).await.expect("the earlier version");
        migrate(&db).await.expect("the rest");
        assert_eq!(schema(&db).await, wanted, "from version {earlier}");
    }
}

#[tokio::test]
async fn a_second_start_changes_nothing() {
    let db = blank().await;
    migrate(&db).await.expect("the migrations apply");
    let (once, rows) = (schema(&db).await, applied(&db).await);
    migrate(&db).await.expect("the second time");
    assert_eq!(schema(&db).await, once);
    assert_eq!(applied(&db).await, rows);
    assert_eq!(rows.len(), MIGRATIONS.len());
}

#[derive(SurrealValue, Debug, PartialEq)]
struct Applied {
    name: String,
    checksum: String,
}

async fn applied(db: &Db) -> Vec<Applied> {
    let mut answer = db
        .query("SELECT name, checksum FROM migration ORDER BY name")
        .await
        .expect("the migrations are read");
    answer.take(0).expect("rows")
}

async fn run(db: &Db, sql: &str) {
    db.query(sql)
        .await
        .and_then(surrealdb::IndexedResults::check)
        .expect("the statement runs");
}

#[tokio::test]
async fn a_migration_that_was_edited_stops_the_start() {
    let db = blank().await;
    migrate(&db).await.expect("the migrations apply");
    run(
        &db,
        "UPDATE (SELECT VALUE id FROM migration WHERE name = '0003_clients') SET checksum = 'other'",
    )
    .await;
    let sentence = migrate(&db).await.expect_err("it must not start").to_string();
    assert!(sentence.contains("El esquema «0003_clients»"), "{sentence}");
    assert!(
        sentence.contains("Usa la versión de Clientela que la creó o una posterior."),
        "{sentence}"
    );
}

#[tokio::test]
async fn a_database_of_a_later_version_stops_the_start() {
    let db = blank().await;
    migrate(&db).await.expect("the migrations apply");
    run(
        &db,
        "CREATE migration SET name = '9999_tomorrow', checksum = 'x', applied_at = time::now()",
    )
    .await;
    let before = schema(&db).await;
    let sentence = migrate(&db).await.expect_err("it must not start").to_string();
    assert!(
        sentence.contains("versión posterior de Clientela (tiene «9999_tomorrow»). Actualiza el programa."),
        "{sentence}"
    );
    assert_eq!(schema(&db).await, before);
}

/// One row for each version that brought a table, as that version's program wrote it. A migration that adds a table adds
/// its row here.
const WRITTEN: &[(usize, &str, &str)] = &[
    (
        1,
        "operation",
        "CREATE operation:kept SET name = 'test.kept', at = time::now(), answer = '1'",
    ),
    (
        2,
        "user",
        "CREATE user:kept SET revision = 1, name = 'Amparo', email = 'a@b.example', roles = ['management'], departments = [], \
                 zones = [], active = true, created_at = time::now()",
    ),
    (
        3,
        "account",
        "CREATE account:kept SET revision = 1, name = 'Náutica Xàbia', search = 'nautica xabia', kind = 'client', \
                    lifecycle = 'lead', turnover = { cents: 1234, currency: 'EUR' }, created_at = time::now()",
    ),
    (
        4,
        "opportunity",
        "CREATE opportunity:kept SET revision = 3, pipeline = pipeline:p, stage = stage:s, state = 'open', title = 'Obra', \
                        probability = 20, probability_by_hand = false, rank = 'V', entered_stage_at = time::now(), created_at = time::now()",
    ),
    (
        5,
        "entry",
        "CREATE entry:kept SET account = account:kept, at = time::now(), written_at = time::now(), \
                  body = { kind: 'account_created' }",
    ),
    (
        6,
        "imported",
        "CREATE imported:kept SET key = 'crm/accounts/1', record = account:kept",
    ),
    (
        9,
        "objective",
        "CREATE objective:kept SET revision = 1, pipeline = pipeline:p, month = '2026-11-01', amount = { cents: 8400000, currency: 'EUR' }",
    ),
    (
        23,
        "reminder",
        "CREATE reminder:kept SET revision = 1, activity = activity:a, user = user:kept, day = '2026-11-23', at = '15:00', \
         due = time::now(), told_at = time::now(), is_to_mail = false, tries = 0",
    ),
    (
        23,
        "reminder_choice",
        "CREATE reminder_choice:kept SET revision = 1, before = 5, morning = '08:30', clock = 'canary', by_mail = true",
    ),
    (
        9,
        "commitment",
        "CREATE commitment:kept SET revision = 1, pipeline = pipeline:p, user = user:kept, month = '2026-11-01'",
    ),
];

#[tokio::test]
async fn what_was_written_at_every_version_survives_the_next_ones() {
    for version in 1..=MIGRATIONS.len() {
        let db = blank().await;
        migrate_to(&db, version).await.expect("the earlier version");
        let there: Vec<_> = WRITTEN.iter().filter(|(since, ..)| *since <= version).collect();
        let mut before = Vec::new();
        for (_, table, sql) in &there {
            run(&db, sql).await;
            before.push(row(&db, table).await);
        }
        migrate(&db).await.expect("the rest");
        for ((_, table, _), before) in there.iter().zip(before) {
            assert_eq!(
                kept(row(&db, table).await, &before),
                before,
                "{table} from version {version}"
            );
        }
    }
}

/// Of a row as it is now, the columns that it had: a later version may add to them.
fn kept(now: Value, before: &Value) -> Value {
    match (now, before) {
        (Value::Object(now), Value::Object(before)) => {
            let mut now = now.into_inner();
            now.retain(|column, _| before.get(column.as_str()).is_some());
            Value::Object(now.into())
        }
        (now, _) => now,
    }
}

#[tokio::test]
async fn an_open_opportunity_is_known_to_have_been_where_it_is() {
    let db = blank().await;
    migrate_to(&db, 7).await.expect("the earlier version");
    let (_, _, open) = WRITTEN[3];
    run(&db, open).await;
    run(
        &db,
        &open
            .replace("opportunity:kept", "opportunity:sold")
            .replace("'open'", "'won'"),
    )
    .await;
    migrate(&db).await.expect("the rest");
    let mut answer = db
        .query("SELECT VALUE visited FROM opportunity ORDER BY id")
        .await
        .expect("the column is read");
    let visited: Vec<Value> = answer.take(0).expect("rows");
    assert_eq!(format!("{:?}", visited[0]).matches("stage").count(), 1, "{visited:?}");
    assert_eq!(visited[1], Value::None, "what closed before has no path");
}

async fn row(db: &Db, table: &str) -> Value {
    let mut answer = db
        .query(format!("SELECT * FROM {table}:kept"))
        .await
        .expect("the row is read");
    let rows: Vec<Value> = answer.take(0).expect("rows");
    assert_eq!(rows.len(), 1, "{table}:kept");
    rows.into_iter().next().expect("one row")
}
