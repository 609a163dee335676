//! Tests against a real engine.
#[tokio::test]
async fn probe() {
    let db = surrealdb::engine::any::connect("mem://").await.unwrap();
    db.use_ns("a").use_db("a").await.unwrap();
    for m in clientela::server::db::MIGRATIONS {
        let mut r = db.query(format!("BEGIN; {} COMMIT;", m.sql)).await.unwrap();
        let mut e: Vec<_> = r
            .take_errors()
            .into_iter()
            .map(|(k, e)| (k, e.to_string()))
            .collect();
        e.sort();
        println!(
            "{} {:?}",
            m.name,
            e.iter()
                .filter(|e| !e.1.contains("not executed"))
                .collect::<Vec<_>>()
        );
    }
}
