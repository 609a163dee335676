//! A demo in a database is what the generator made.

use std::collections::BTreeMap;

use clientela::{
    demo::{Dossier, FillError, Generator, Plan, fill},
    pipeline::{
        self,
        domain::{Opportunity, StageKind, Tally},
    },
    server::{
        Ctx,
        db::{Db, perform},
    },
    team::{self, domain::Password, store::SetUp},
    types::{Email, Moment, OpId, ShortText, TimeZone},
};

/// The tables whose rows have a revision.
const REVISED: [&str; 14] = [
    "firm",
    "department",
    "zone",
    "user",
    "account",
    "contact",
    "membership",
    "product",
    "pipeline",
    "stage",
    "opportunity",
    "activity",
    "objective",
    "commitment",
];

fn plan() -> Plan {
    Plan::new(7, 60, None, None, Moment::now().local_day(TimeZone::default()))
}

fn password() -> Password {
    Password::parse("tres copias para Benlloch").unwrap()
}

async fn count(db: &Db, table: &str) -> usize {
    let sql = format!("RETURN count(SELECT VALUE id FROM {table})");
    let found: Option<usize> = db.query(sql).await.unwrap().check().unwrap().take(0).unwrap();
    found.unwrap_or(0)
}

async fn orphans(db: &Db, table: &str) -> usize {
    let sql = format!("SELECT VALUE id FROM {table} WHERE owner = NONE OR owner.active != true");
    let mut answer = db.query(sql).await.unwrap().check().unwrap();
    answer.take::<Vec<surrealdb::types::Value>>(0).unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_clients_are_in_the_database_as_they_were_made() {
    let db = Db::open("mem://").await.unwrap();
    let mut written = 0;
    let filled = fill(&db, plan(), password(), |done| written = done).await.unwrap();
    let dossiers: Vec<Dossier> = Generator::new(plan()).unwrap().collect::<Result<_, _>>().unwrap();
    let sum = |rows: fn(&Dossier) -> usize| dossiers.iter().map(rows).sum::<usize>();
    assert_eq!(written, 60);
    assert_eq!(count(&db, "account").await, 60);
    assert_eq!(count(&db, "contact").await, sum(|it| it.contacts.len()));
    assert_eq!(count(&db, "membership").await, sum(|it| it.memberships.len()));
    assert_eq!(count(&db, "opportunity").await, sum(|it| it.opportunities.len()));
    assert_eq!(count(&db, "entry").await, sum(|it| it.entries.len()));
    assert_eq!(count(&db, "user").await, filled.firm.users.len());
    // What a person can change has its change and its audit row from the first day.
    let mut revised = 0;
    for table in REVISED {
        revised += count(&db, table).await;
    }
    assert_eq!(count(&db, "change").await, revised);
    assert_eq!(count(&db, "audit").await, revised);
    assert_eq!(orphans(&db, "account").await, 0);
    assert_eq!(orphans(&db, "opportunity").await, 0);

    let ctx = Ctx::program(db.clone(), Moment::now()).unwrap();
    let board = pipeline::store::board(&ctx, None).await.unwrap();
    let open = |it: &&Opportunity| it.state == StageKind::Open;
    let mut expected: BTreeMap<_, Tally> = BTreeMap::new();
    for it in dossiers.iter().flat_map(|it| &it.opportunities).filter(open) {
        let tally = expected.entry(it.stage).or_default();
        *tally = tally.with(it.amount, it.probability);
    }
    for stage in board.open_stages() {
        let tally = Tally::of(&board.column(stage.id));
        assert_eq!(Some(&tally), expected.get(&stage.id), "{}", stage.name);
    }
    let dossier = dossiers.iter().find(|it| !it.opportunities.is_empty()).unwrap();
    let sheet =
        clientela::clients::store::sheet(&ctx, dossier.account.id, &clientela::timeline::domain::Sift::default())
            .await
            .unwrap();
    assert_eq!(sheet.account, dossier.account);
    assert_eq!(sheet.history.entries.len(), dossier.entries.len().min(50));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_is_filled_once_and_keeps_its_first_plan() {
    let db = Db::open("mem://").await.unwrap();
    fill(&db, plan(), password(), |_| {}).await.unwrap();
    let entries = count(&db, "entry").await;
    let other = Plan {
        accounts: 500,
        ..plan()
    };
    let again = fill(&db, other, password(), |_| {}).await.unwrap();
    assert!(again.was_there);
    assert_eq!((again.plan, count(&db, "entry").await), (plan(), entries));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_filling_goes_on_where_it_stopped() {
    let db = Db::open("mem://").await.unwrap();
    fill(&db, plan(), password(), |_| {}).await.unwrap();
    let (entries, audits) = (count(&db, "entry").await, count(&db, "audit").await);
    // As it is before the last operation.
    let unfinished = "DELETE operation WHERE name = 'demo.finish'";
    db.query(unfinished).await.unwrap().check().unwrap();
    let again = fill(&db, plan(), password(), |_| {}).await.unwrap();
    assert!(!again.was_there);
    assert_eq!(
        (count(&db, "entry").await, count(&db, "audit").await),
        (entries, audits)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_data_of_another_firm_is_not_touched() {
    let db = Db::open("mem://").await.unwrap();
    let ctx = Ctx::program(db.clone(), Moment::now()).unwrap();
    let firm = SetUp {
        firm: ShortText::parse("Talleres Peñíscola").unwrap(),
        name: ShortText::parse("Ana Peña").unwrap(),
        email: Email::parse("ana@talleres.example").unwrap(),
        password: "no hash".to_owned(),
    };
    perform(&ctx, OpId::fresh(), &firm).await.unwrap();
    let refused = fill(&db, plan(), password(), |_| {}).await;
    assert!(matches!(refused, Err(FillError::AnotherFirm)));
    assert_eq!(count(&db, "account").await, 0);
    assert_eq!(team::store::users(&db).await.unwrap().len(), 1);
}
