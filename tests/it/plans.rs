//! Every query that a page or a gesture runs is answered from an index: the queries are caught as they run, and the engine
//! is asked how it would answer each one.

use std::{
    collections::BTreeSet,
    fmt,
    sync::{Arc, Mutex},
};

use clientela::{
    agenda::{
        self,
        domain::{Calendar, Conclude, Outcome, Plan, Span, SpanKind, TakeBack, Whose},
    },
    clients, messages,
    pipeline::{
        self,
        domain::{Closing, Goal, Move, NewOpportunity, Place, Rank, SetCommitment, SetObjectives},
    },
    reminders, search,
    server::{
        Ctx,
        db::{Admitted, perform},
    },
    team::{
        self,
        domain::{Action, Role, Subject},
    },
    timeline::{
        self,
        domain::{ActivityKind, Sift, Topic},
    },
    types::{AccountId, ActivityId, Day, Moment, Month, OpId, OpportunityId, ShortText, TimeZone},
};
use lettre::transport::stub::AsyncStubTransport;
use strum::IntoEnumIterator;
use surrealdb::types::{SurrealValue, Value, Variables};
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
};

use crate::firm::{Firm, account, accounts, euros, owned_by, text};

/// What ran while it listened.
#[derive(Clone, Default)]
struct Caught(Arc<Mutex<BTreeSet<String>>>);

impl<S: Subscriber> Layer<S> for Caught {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "clientela::sql" {
            event.record(&mut Statements(self));
        }
    }
}

struct Statements<'a>(&'a Caught);

impl Visit for Statements<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "sql" {
            let mut caught = self.0.0.lock().expect("the list");
            let sql = format!("{value:?}");
            caught.extend(
                sql.split(';')
                    .map(|one| one.split_whitespace().collect::<Vec<_>>().join(" "))
                    .filter(|one| !one.is_empty()),
            );
        }
    }
}

/// Tables that are read whole on purpose: a firm has a few of each.
const SMALL: &[&str] = &[
    "user",
    "pipeline",
    "product",
    "stage",
    "department",
    "zone",
    "holiday",
    "told_apart",
    "reminder_choice",
];

struct Scene {
    firm: Firm,
    account: AccountId,
    variables: Variables,
}

impl Scene {
    async fn new() -> Self {
        let firm = Firm::new().await;
        let mine = owned_by(firm.person(Role::ZoneSales).id);
        let accounts: Vec<_> = (0..600).map(|n| account(&format!("Firma {n:03}"), mine)).collect();
        firm.fill(accounts.clone()).await;
        let rows = (0..600).map(|n| firm.row(&firm.stages[n % 5], accounts.get(n / 2), mine, Rank::first()));
        firm.fill(rows.collect()).await;
        for n in 0..600 {
            team::store::start(&firm.db, firm.colleague.id, &n.to_string(), Moment::now())
                .await
                .expect("a session");
        }
        let mut variables = Variables::new();
        for (name, value) in [
            ("pipeline", firm.stages[0].pipeline.into_value()),
            ("stage", firm.stages[0].id.into_value()),
            ("account", accounts[0].id.into_value()),
            ("opportunity", OpportunityId::fresh().into_value()),
            ("neighbour", OpportunityId::fresh().into_value()),
            ("user", firm.colleague.id.into_value()),
            ("email", firm.colleague.email.clone().into_value()),
            ("digest", "0".repeat(64).into_value()),
            ("recent", Moment::now().into_value()),
            ("older_than", Moment::now().into_value()),
            ("from", "2026-11-01".to_owned().into_value()),
            ("quarter", "2026-10-01".to_owned().into_value()),
            ("year", "2026-01-01".to_owned().into_value()),
            ("since", "2024-11-01".to_owned().into_value()),
            ("month", "2026-11-01".to_owned().into_value()),
            ("first", "2026-01-01".to_owned().into_value()),
            ("last", "2027-03-01".to_owned().into_value()),
            ("until", "firma\u{10ffff}".to_owned().into_value()),
            ("name", "firma 100".to_owned().into_value()),
            ("search", "firma 100".to_owned().into_value()),
            ("edge", String::new().into_value()),
            ("known_by", Moment::now().into_value()),
            ("author", firm.colleague.id.into_value()),
            ("activities", vec!["call".to_owned()].into_value()),
            ("steps", vec!["stage_moved".to_owned()].into_value()),
            ("records", vec![accounts[0].id.record_id()].into_value()),
            ("contacts", Vec::<clientela::types::ContactId>::new().into_value()),
            ("of", Moment::now().into_value()),
            ("entries", vec![clientela::types::EntryId::fresh()].into_value()),
            ("owner", firm.colleague.id.into_value()),
            ("zone", firm.zones[0].into_value()),
            ("kind", "client".to_owned().into_value()),
            ("lifecycle", "lead".to_owned().into_value()),
            ("bought_before", "2025-11-22".to_owned().into_value()),
            ("accounts", vec![accounts[0].id].into_value()),
            (
                "opportunities",
                vec![clientela::types::OpportunityId::fresh()].into_value(),
            ),
            (
                "memberships",
                vec![clientela::types::MembershipId::fresh()].into_value(),
            ),
            ("id", accounts[0].id.into_value()),
            ("ids", vec![accounts[0].id].into_value()),
            ("gone", accounts[0].id.into_value()),
            ("it", accounts[0].id.into_value()),
            ("now", Moment::now().into_value()),
            ("ever", Moment::EVER.into_value()),
            ("told", ActivityId::fresh().to_string().into_value()),
            ("activity", ActivityId::fresh().into_value()),
            ("sales", Vec::<OpportunityId>::new().into_value()),
            ("record", accounts[0].id.record_id().into_value()),
            ("planned", vec![ActivityId::fresh()].into_value()),
            ("choice", clientela::types::ViewChoiceId::fresh().into_value()),
            ("merges", Vec::<clientela::types::MergeId>::new().into_value()),
        ] {
            variables.insert(name, value);
        }
        // Filling what is searched reads each table once, when the program starts.
        search::store::prepared(&firm.db).await;
        Self {
            account: accounts[0].id,
            firm,
            variables,
        }
    }

    /// Everything that pages and gestures ask, once.
    async fn everything(&self, role: Role) {
        let (firm, ctx) = (&self.firm, self.firm.ctx(role));
        pipeline::store::board(&ctx, None).await.expect("the board");
        pipeline::store::board_for(&ctx, None, Action::Export)
            .await
            .expect("what may be exported");
        accounts(&ctx, "", 0).await.expect("the accounts");
        for sift in sifts(ctx.today()) {
            let sheet = clients::store::sheet(&ctx, self.account, &sift).await;
            // Yesterday nobody knew of it.
            assert_eq!(sheet.is_ok(), sift.as_of.is_none());
            clients::store::older(&ctx, self.account, &sift, Moment::now())
                .await
                .expect("older entries");
        }
        for typed in ["firma 100", "obra", "llamar"] {
            search::store::search(&ctx, typed).await.expect("what is found");
        }
        search::store::recall(&ctx, &[search::domain::Thing::Account(self.account)])
            .await
            .expect("what was opened");
        let typed = clients::domain::Typed {
            name: "Firma 100".to_owned(),
            ..clients::domain::Typed::default()
        };
        clients::store::suspects(&ctx, &typed.traits(), None)
            .await
            .expect("what it may be");
        clients::store::alike(&ctx).await.expect("those that look alike");
        let moved = clients::store::merged_into(&ctx, self.account).await;
        assert_eq!(moved, Ok(None));
        timeline::store::of_account(&ctx, self.account, Some(Moment::now()), 50)
            .await
            .expect("older entries");
        let card = pipeline::store::opportunities_of(&ctx, self.account)
            .await
            .expect("its opportunities")
            .remove(0);
        pipeline::store::opportunity(&ctx, card.id).await.expect("one of them");
        pipeline::store::beside(&ctx, card.id)
            .await
            .expect("what stands beside it");
        pipeline::store::products(&ctx).await.expect("the products");
        let token = team::store::start(&firm.db, firm.colleague.id, "here", Moment::now())
            .await
            .expect("a session");
        team::store::find(&firm.db, &token, Moment::now(), true)
            .await
            .expect("the session");
        team::store::end_all(&firm.db, firm.person(Role::Support).id)
            .await
            .expect("sessions end");
        team::store::by_email(&firm.db, &firm.colleague.email)
            .await
            .expect("somebody signs in");
        team::store::is_set_up(&firm.db).await.expect("it is set up");
        self.agenda(&ctx).await;
        self.goals(role).await;
        self.gestures(&ctx, text(&format!("Firma {role:?}"))).await;
    }

    /// Something is planned, tried and taken back, and everything that is due is read.
    async fn agenda(&self, ctx: &Ctx) {
        let asked = Plan {
            account: self.account,
            opportunity: None,
            kind: ActivityKind::Call,
            day: ctx.today(),
            at: None,
            minutes: None,
            owner: None,
            participants: Vec::new(),
            with: Some(text("Vicent Benlloch")),
            what: None,
            from: None,
        };
        let planned = perform(ctx, OpId::fresh(), &asked).await.expect("it is planned");
        let said = Conclude {
            activity: planned.id,
            seen: planned.revision,
            outcome: Outcome::NoAnswer,
            words: None,
            again: None,
        };
        perform(ctx, OpId::fresh(), &said).await.expect("it is said");
        let back = TakeBack { activity: planned.id };
        perform(ctx, OpId::fresh(), &back).await.expect("it is taken back");
        for whose in [Whose::Mine, Whose::Team] {
            agenda::store::queue(ctx, whose).await.expect("what is due");
        }
        agenda::store::upcoming(ctx, self.account)
            .await
            .expect("what is planned");
        agenda::store::planning(ctx, self.account).await.expect("the form");
        agenda::store::waiting(ctx).await.expect("a count");
        let week = Span {
            kind: SpanKind::Week,
            on: ctx.today(),
        };
        for whose in [Calendar::Mine, Calendar::Team, Calendar::Of(self.firm.colleague.id)] {
            agenda::store::agenda(ctx, week, whose).await.expect("a week");
        }
        self.reminders(ctx, &asked).await;
        messages::store::waiting(ctx).await.expect("a count");
        messages::store::inbox(ctx).await.expect("the messages");
        messages::store::leaving(ctx, self.account).await.expect("the form");
        messages::store::escalate_due(&self.firm.db, Moment::now())
            .await
            .expect("what is due");
    }

    /// Somebody is reminded of something of tomorrow, here and by a letter, and sees it.
    async fn reminders(&self, ctx: &Ctx, asked: &Plan) {
        let db = &self.firm.db;
        let tomorrow = ctx.today().plus_days(1);
        let asked = Plan {
            day: tomorrow,
            ..asked.clone()
        };
        perform(ctx, OpId::fresh(), &asked).await.expect("it is planned");
        let then = Moment::midday(tomorrow, TimeZone::default());
        // Letters are for who can sign in.
        db.query("UPDATE $user SET password = 'a hash'")
            .bind(("user", ctx.actor()))
            .await
            .and_then(surrealdb::IndexedResults::check)
            .expect("a password");
        assert_eq!(reminders::store::tell_due(db, then, true).await, Ok(1));
        let letters = reminders::store::Letters {
            transport: AsyncStubTransport::new_ok(),
            from: "Clientela <avisos@marquesroig.example>".parse().expect("a mailbox"),
            address: None,
        };
        assert_eq!(reminders::store::send_due(db, &letters, then).await, Ok(1));
        let unseen = reminders::store::unseen(ctx).await.expect("what is told");
        let see = reminders::domain::See {
            reminder: unseen.reminders[0].id,
        };
        perform(ctx, OpId::fresh(), &see).await.expect("it is seen");
        reminders::store::choice(ctx).await.expect("a choice");
        reminders::store::mailing(ctx, true).await.expect("how it stands");
    }

    /// A manager sets what a month is to bring.
    async fn goals(&self, role: Role) {
        let (ctx, pipeline) = (self.firm.ctx(role), self.firm.stages[0].pipeline);
        let goal = Goal {
            month: Month::of(ctx.today()),
            revision: None,
            amount: Some(euros(1)),
        };
        let (wanted, promised) = (
            SetObjectives {
                pipeline,
                goals: vec![goal],
            },
            SetCommitment { pipeline, goal },
        );
        let wanted = perform(&ctx, OpId::fresh(), &wanted).await;
        let promised = perform(&ctx, OpId::fresh(), &promised).await;
        assert_eq!(wanted.is_ok() && promised.is_ok(), role == Role::Management);
    }

    async fn gestures(&self, ctx: &Ctx, name: ShortText) {
        let firm = &self.firm;
        let new = NewOpportunity {
            stage: firm.stage("proposal").id,
            account: name,
            title: text("Obra"),
            amount: Some(euros(1)),
            close_on: None,
            contact: None,
            from: None,
        };
        let id = perform(ctx, OpId::fresh(), &new).await.expect("it is created");
        let neighbour = perform(ctx, OpId::fresh(), &new).await.expect("it is created");
        for place in [Place::Top, Place::Bottom, Place::Below(neighbour)] {
            let seen = firm.now(id).await.revision;
            let asked = Move {
                opportunity: id,
                seen,
                stage: firm.stage("proposal").id,
                place,
                said: Closing::default(),
            };
            perform(ctx, OpId::fresh(), &asked).await.expect("it is moved");
        }
    }

    async fn plan(&self, ctx: &Ctx, sql: &str) -> String {
        let admitted = Admitted::by(&ctx.lens, Subject::Opportunities, Action::View);
        let query = self
            .firm
            .db
            .query(format!("EXPLAIN {sql}"))
            .bind(self.variables.clone())
            .bind(admitted.variables());
        let mut answer = query.await.and_then(surrealdb::IndexedResults::check).expect("a plan");
        let plan: Value = answer.take(0).expect("a plan");
        format!("{plan:?}")
    }
}

/// Every way in which a stream is looked at.
fn sifts(today: Day) -> Vec<Sift> {
    let topics = Topic::iter().map(|about| Sift {
        about: Some(about),
        ..Sift::default()
    });
    let others = [
        Sift::default(),
        Sift {
            author: Some(clientela::types::UserId::fresh()),
            text: Some(text("plan")),
            ..Sift::default()
        },
        Sift {
            as_of: Some(today.plus_days(-1)),
            ..Sift::default()
        },
    ];
    topics.chain(others).collect()
}

#[tokio::test]
async fn no_page_and_no_gesture_walks_a_table() {
    let scene = Scene::new().await;
    for role in [Role::Management, Role::ZoneSales] {
        let caught = Caught::default();
        let ctx = scene.firm.ctx(role);
        let listening = tracing::subscriber::set_default(tracing_subscriber::registry().with(caught.clone()));
        scene.everything(role).await;
        drop(listening);
        let statements = caught.0.lock().expect("the list").clone();
        assert!(
            statements.len() > 15,
            "only {} statements were caught",
            statements.len()
        );
        for sql in statements.iter().filter(|sql| sql.starts_with("SELECT")) {
            for variable in sql
                .split('$')
                .skip(1)
                .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
            {
                let known =
                    variable.starts_with("lens_") || scene.variables.iter().any(|(name, _)| name.as_str() == variable);
                assert!(known, "add ${variable} to the variables of this test: {sql}");
            }
            let plan = scene.plan(&ctx, sql).await;
            let whole = SMALL.iter().any(|table| sql.contains(&format!("FROM {table}"))) && !sql.contains("WHERE");
            println!("{role:?}: {sql}\n    {plan}");
            assert!(
                whole || !plan.contains("TableScan"),
                "{role:?} walks a table: {sql}\n{plan}"
            );
        }
    }
}
