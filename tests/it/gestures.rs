//! What every write leaves behind, and that it is done once.

use clientela::{
    clients::domain::Account,
    error::AppError,
    pipeline::domain::{MoveOutcome, NewOpportunity},
    server::{
        Ctx,
        db::{Db, Gesture, Record, Tx, perform},
    },
    team::domain::Role,
    timeline::{
        self,
        domain::{Entry, EntryBody},
        store::{About, append_at},
    },
    types::{AccountId, Moment, OpId, OpportunityId, Revision, UserId},
};
use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::firm::{Firm, account, owned_by, text};

#[derive(SurrealValue)]
struct Audited {
    at: Moment,
    actor: Option<UserId>,
    name: String,
    record: RecordId,
    fields: Vec<Difference>,
}

#[derive(SurrealValue)]
struct Difference {
    field: String,
    before: Option<Value>,
    after: Option<Value>,
}

#[derive(SurrealValue)]
struct Changed {
    record: RecordId,
    revision: Revision,
    actor: Option<UserId>,
}

async fn audits(db: &Db, operation: OpId) -> Vec<Audited> {
    let sql = "SELECT * FROM audit WHERE operation = $operation";
    db.query(sql)
        .bind(("operation", operation))
        .await
        .expect("the audit is read")
        .take(0)
        .expect("rows")
}

async fn changes(db: &Db, record: RecordId) -> Vec<Changed> {
    let sql = "SELECT * FROM change WHERE record = $record ORDER BY id";
    db.query(sql)
        .bind(("record", record))
        .await
        .expect("the log is read")
        .take(0)
        .expect("rows")
}

async fn timeline(firm: &Firm, account: AccountId) -> Vec<Entry> {
    timeline::store::of_account(&firm.ctx(Role::Administrator), account, None, 50)
        .await
        .expect("the timeline is read")
}

#[tokio::test]
async fn the_same_operation_again_is_answered_and_changes_nothing() {
    let firm = Firm::new().await;
    let seen = firm.opportunity("qualification", "Obra nueva").await;
    let (ctx, operation, asked) = (firm.ctx(Role::SalesManager), OpId::fresh(), firm.to(&seen, "proposal"));
    let first = perform(&ctx, operation, &asked).await.expect("the move");
    assert!(matches!(first, MoveOutcome::Moved(_)), "{first:?}");
    let counts = firm.counts().await;
    for _ in 0..3 {
        assert_eq!(perform(&ctx, operation, &asked).await.expect("the same"), first);
    }
    assert_eq!(firm.counts().await, counts);
    assert_eq!(firm.now(seen.id).await.revision, seen.revision.next());
    assert_eq!(
        changes(&firm.db, seen.id.record_id()).await.len(),
        2,
        "created and moved"
    );
    assert_eq!(audits(&firm.db, operation).await.len(), 1);
    let told = timeline(&firm, seen.account.expect("an account")).await;
    assert_eq!(
        told.iter()
            .filter(|entry| matches!(entry.body, EntryBody::StageMoved { .. }))
            .count(),
        1
    );
}

#[tokio::test]
async fn creating_twice_with_one_operation_creates_once() {
    let firm = Firm::new().await;
    let (ctx, operation) = (firm.ctx(Role::ZoneSales), OpId::fresh());
    let asked = NewOpportunity {
        stage: firm.stage("qualification").id,
        account: text("Talleres Benlloch Hnos."),
        title: text("Mantenimiento"),
        amount: None,
        close_on: None,
        contact: None,
        from: None,
    };
    let first: OpportunityId = perform(&ctx, operation, &asked).await.expect("the first");
    let counts = firm.counts().await;
    assert_eq!(perform(&ctx, operation, &asked).await.expect("the second"), first);
    assert_eq!(firm.counts().await, counts);
    assert_eq!((counts["opportunity"], counts["account"]), (1, 1));
}

#[tokio::test]
async fn an_operation_of_another_person_or_gesture_is_refused() {
    let firm = Firm::new().await;
    let seen = firm.opportunity("qualification", "Obra nueva").await;
    let (operation, asked) = (OpId::fresh(), firm.to(&seen, "proposal"));
    perform(&firm.ctx(Role::SalesManager), operation, &asked)
        .await
        .expect("the move");
    let counts = firm.counts().await;
    assert_eq!(
        perform(&firm.ctx(Role::Management), operation, &asked).await,
        Err(AppError::Forbidden)
    );
    let other = NewOpportunity {
        stage: firm.stage("qualification").id,
        account: text("Náutica Xàbia S.L."),
        title: text("Otra"),
        amount: None,
        close_on: None,
        contact: None,
        from: None,
    };
    assert_eq!(
        perform(&firm.ctx(Role::SalesManager), operation, &other).await,
        Err(AppError::Forbidden)
    );
    assert_eq!(firm.counts().await, counts);
}

#[tokio::test]
async fn a_move_is_audited_logged_and_told() {
    let firm = Firm::new().await;
    let seen = firm.opportunity("qualification", "Obra nueva").await;
    let (ctx, operation) = (firm.ctx(Role::SalesManager), OpId::fresh());
    perform(&ctx, operation, &firm.to(&seen, "proposal"))
        .await
        .expect("the move");

    let audit = audits(&firm.db, operation).await.pop().expect("one audit record");
    assert_eq!(
        (audit.at, audit.actor, audit.name.as_str()),
        (ctx.now, ctx.actor(), "opportunity.move")
    );
    assert_eq!(audit.record, seen.id.record_id());
    let difference = |name: &str| {
        audit
            .fields
            .iter()
            .find(|it| it.field == name)
            .expect("the field is audited")
    };
    let (from, to) = (firm.stage("qualification"), firm.stage("proposal"));
    assert_eq!(difference("stage").before, Some(from.id.into_value()));
    assert_eq!(difference("stage").after, Some(to.id.into_value()));
    assert_eq!(difference("probability").before, Some(from.probability.into_value()));
    assert_eq!(difference("probability").after, Some(to.probability.into_value()));
    assert!(
        audit.fields.iter().all(|it| it.field != "title"),
        "what did not change is not there"
    );

    let change = changes(&firm.db, seen.id.record_id()).await.pop().expect("a change");
    assert_eq!(
        (change.record, change.revision, change.actor),
        (seen.id.record_id(), seen.revision.next(), ctx.actor())
    );

    let entry = timeline(&firm, seen.account.expect("an account")).await.remove(0);
    assert_eq!(
        (entry.at, entry.written_at, entry.author),
        (ctx.now, ctx.now, ctx.actor())
    );
    assert_eq!((entry.account, entry.opportunity), (seen.account, Some(seen.id)));
    let EntryBody::StageMoved {
        title,
        from: left,
        to: entered,
        probability,
        note,
    } = entry.body
    else {
        panic!("not a move: {:?}", entry.body);
    };
    assert_eq!((title, left, entered), (seen.title, from.name.clone(), to.name.clone()));
    assert_eq!((probability, note), (to.probability, None));
}

/// Does everything a gesture can do, and then refuses.
struct Regretted(Account);

impl Gesture for Regretted {
    type Answer = ();

    const NAME: &'static str = "test.regretted";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        tx.create(std::slice::from_ref(&self.0)).await?;
        let after = Account {
            revision: self.0.revision.next(),
            name: text("Otro nombre"),
            ..self.0.clone()
        };
        tx.replace(&self.0, &after).await?;
        append_at(
            ctx,
            tx,
            About {
                account: Some(self.0.id),
                opportunity: None,
            },
            ctx.now,
            EntryBody::AccountCreated,
        );
        Err(AppError::Forbidden)
    }
}

#[tokio::test]
async fn a_gesture_that_fails_leaves_nothing() {
    let firm = Firm::new().await;
    let (ctx, operation) = (firm.ctx(Role::Management), OpId::fresh());
    let counts = firm.counts().await;
    let regretted = Regretted(account("Efímera S.L.", owned_by(firm.colleague.id)));
    assert_eq!(perform(&ctx, operation, &regretted).await, Err(AppError::Forbidden));
    assert_eq!(firm.counts().await, counts);
    let found: Vec<Value> = firm
        .db
        .query("SELECT * FROM $id")
        .bind(("id", regretted.0.record_id()))
        .await
        .expect("a query")
        .take(0)
        .expect("rows");
    assert!(found.is_empty());
    assert!(audits(&firm.db, operation).await.is_empty());
}

/// Writes down today what happened before.
struct Remembered(AccountId, Moment);

impl Gesture for Remembered {
    type Answer = ();

    const NAME: &'static str = "test.remembered";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        append_at(
            ctx,
            tx,
            About {
                account: Some(self.0),
                opportunity: None,
            },
            self.1,
            EntryBody::AccountCreated,
        );
        Ok(())
    }
}

#[tokio::test]
async fn the_timeline_keeps_when_it_happened_and_when_it_was_written_down() {
    let firm = Firm::new().await;
    let account = firm
        .opportunity("qualification", "Obra nueva")
        .await
        .account
        .expect("an account");
    let ctx = firm.ctx(Role::SalesManager);
    let then = ctx.now.minus(chrono::TimeDelta::days(40));
    perform(&ctx, OpId::fresh(), &Remembered(account, then))
        .await
        .expect("it is written down");
    let told = timeline(&firm, account).await;
    let oldest = told.last().expect("an entry");
    assert_eq!(
        (oldest.at, oldest.written_at),
        (then, ctx.now),
        "by when it happened, the oldest"
    );
    assert!(told.is_sorted_by(|a, b| a.at >= b.at));
}
