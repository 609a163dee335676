//! A hidden record changes nothing that the actor can see: for every role, whatever the record is.

use clientela::{
    agenda::{
        self,
        domain::{Activity, Queue, Status},
    },
    clients::{self, domain::AccountSheet},
    error::AppError,
    messages,
    pipeline::{
        self,
        domain::{Board, Opportunity, Rank, Tag, Tags},
    },
    reminders::{
        self,
        domain::{Reminded, Reminder},
    },
    search::{
        self,
        domain::{Found, Thing},
    },
    server::{
        Ctx,
        db::{Gesture, Tx, perform},
    },
    team::domain::{Action, Belongs, Role, Subject},
    timeline::{
        domain::{ActivityKind, EntryBody, Sift},
        store::{About, append},
    },
    types::{
        AccountId, ActivityId, EntryId, LongText, MessageId, Moment, OpId, OpportunityId, ReminderId, Revision,
        TimeZone, UserId,
    },
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use strum::IntoEnumIterator;
use tokio::runtime::Runtime;

use crate::firm::{Firm, account, accounts, euros, owned_by, text};

/// Whose a generated record is, seen from the actor.
#[derive(Clone, Copy, Debug)]
enum Whose {
    Mine,
    Theirs,
    Nobodys,
}

fn whose() -> impl Strategy<Value = Whose> {
    prop_oneof![Just(Whose::Mine), Just(Whose::Theirs), Just(Whose::Nobodys)]
}

/// A record to add: its owner, department and zone, its stage, and whether it hangs from the account that all see.
fn record() -> impl Strategy<Value = ([Whose; 3], usize, bool)> {
    ([whose(), whose(), whose()], 0_usize..5, any::<bool>())
}

fn belongs(firm: &Firm, role: Role, whose: [Whose; 3]) -> Belongs {
    let pick = |whose| match whose {
        Whose::Mine => Some(0),
        Whose::Theirs => Some(1),
        Whose::Nobodys => None,
    };
    let owners = [firm.person(role).id, firm.colleague.id];
    Belongs {
        owner: pick(whose[0]).map(|it| owners[it]),
        department: pick(whose[1]).map(|it| firm.departments[it]),
        zone: pick(whose[2]).map(|it| firm.zones[it]),
    }
}

/// Everything that a person can read here.
#[derive(Debug, PartialEq)]
struct View {
    board: Result<Board, AppError>,
    /// What may be taken out of the program.
    exported: Result<Board, AppError>,
    tallies: Vec<pipeline::domain::Tally>,
    tags: Vec<Tag>,
    accounts: Result<clients::domain::AccountList, AppError>,
    found: Result<clients::domain::AccountList, AppError>,
    /// What a firm of this name may be already, and which look like one.
    suspects: Result<Vec<clients::domain::Suspect>, AppError>,
    alike: Result<clients::domain::AlikePage, AppError>,
    sheet: Result<AccountSheet, AppError>,
    opportunities: Result<Vec<Opportunity>, AppError>,
    /// What is found of the words that everything here has, whole and with a slip, and what is remembered.
    searched: Vec<Result<Found, AppError>>,
    /// What is due of the team, of one's own and with the account.
    due: [Result<Queue, AppError>; 3],
    waiting: Result<u32, AppError>,
    messages: Result<messages::domain::Inbox, AppError>,
    week: Result<Queue, AppError>,
    reminded: Result<Vec<Reminded>, AppError>,
}

/// What is typed of a firm that is called as the hidden ones are.
fn like_the_hidden() -> clients::domain::Traits {
    let typed = clients::domain::Typed {
        name: "Nueva, S.L.".to_owned(),
        ..clients::domain::Typed::default()
    };
    typed.traits()
}

async fn look(ctx: &Ctx, shared: AccountId) -> View {
    let mut board = pipeline::store::board(ctx, None).await;
    let mut exported = pipeline::store::board_for(ctx, None, Action::Export).await;
    for board in board.iter_mut().chain(exported.iter_mut()) {
        // A clock: it goes on, whatever anybody does.
        board.as_of.micros = 0;
    }
    let mut searched = vec![search::store::recall(ctx, &[Thing::Account(shared)]).await];
    for typed in ["nueva", "auditoria", "compartida", "nuvea", "nusl", "retr"] {
        searched.push(search::store::search(ctx, typed).await);
    }
    View {
        searched,
        tags: board.iter().flat_map(Board::tags_in_use).collect(),
        tallies: board
            .iter()
            .flat_map(|board| {
                board
                    .open_stages()
                    .map(|stage| pipeline::domain::Tally::of(&board.column(stage.id)))
            })
            .collect(),
        board,
        exported,
        accounts: accounts(ctx, "", 0).await,
        found: accounts(ctx, "nueva", 0).await,
        suspects: clients::store::suspects(ctx, &like_the_hidden(), None).await,
        alike: clients::store::alike(ctx).await,
        sheet: clients::store::sheet(ctx, shared, &Sift::default()).await,
        opportunities: pipeline::store::opportunities_of(ctx, shared).await,
        due: [
            agenda::store::queue(ctx, agenda::domain::Whose::Team)
                .await
                .map(unclocked),
            agenda::store::queue(ctx, agenda::domain::Whose::Mine)
                .await
                .map(unclocked),
            agenda::store::upcoming(ctx, shared).await.map(unclocked),
        ],
        waiting: agenda::store::waiting(ctx).await,
        messages: messages::store::inbox(ctx).await,
        week: agenda::store::agenda(
            ctx,
            agenda::domain::Span {
                kind: agenda::domain::SpanKind::Week,
                on: ctx.today(),
            },
            agenda::domain::Calendar::Team,
        )
        .await
        .map(unclocked),
        reminded: reminders::store::unseen(ctx).await.map(|unseen| unseen.reminders),
    }
}

/// Without what the hour says of a busy line.
fn unclocked(mut queue: Queue) -> Queue {
    queue.jobs.iter_mut().for_each(|job| job.follows.clear());
    queue
}

/// A call of today with it, by nobody the lens knows.
fn call(account: Option<AccountId>, opportunity: Option<OpportunityId>, owner: Option<UserId>) -> Activity {
    Activity {
        id: ActivityId::fresh(),
        revision: Revision::FIRST,
        account,
        opportunity,
        contact: None,
        contact_name: Some(text("Persona Confidencial")),
        kind: ActivityKind::Call,
        what: Some(text("Asunto confidencial")),
        day: Moment::now().local_day(TimeZone::default()),
        at: None,
        minutes: None,
        owner,
        participants: Vec::new(),
        status: Status::Planned,
        outcome: None,
        attempt: 1,
        follows: None,
        closed_at: None,
        created_at: Moment::now(),
        from: None,
        brought_by: None,
    }
}

/// A message about it, left for somebody when they still saw it.
fn message(account: AccountId, to: UserId) -> messages::domain::Message {
    messages::domain::Message {
        id: MessageId::fresh(),
        revision: Revision::FIRST,
        account,
        contact_name: None,
        call_back: None,
        text: LongText::parse("Asunto confidencial").expect("a text"),
        author: Some(to),
        told: vec![to],
        left_at: Moment::now(),
        is_waiting: true,
        accepted_at: None,
        accepted_by: Some(to),
        level: 0,
        due: None,
        entry: EntryId::fresh(),
    }
}

/// That somebody was told of it, when they still saw it.
fn reminder(of: &Activity, user: UserId) -> Reminder {
    Reminder {
        id: ReminderId::fresh(),
        revision: Revision::FIRST,
        activity: of.id,
        user,
        day: of.day,
        at: of.at,
        due: Moment::now(),
        told_at: Moment::now(),
        seen_at: None,
        is_to_mail: false,
        tries: 0,
        claimed_at: None,
        sent_at: None,
        gave_up_at: None,
    }
}

/// Something said about an opportunity, in the timeline of its account.
struct Said(Opportunity);

impl Gesture for Said {
    type Answer = ();

    const NAME: &'static str = "test.said";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let body = EntryBody::OpportunityCreated {
            title: self.0.title.clone(),
            stage: text("Propuesta"),
            amount: self.0.amount,
            from: None,
        };
        append(
            ctx,
            tx,
            About {
                account: self.0.account,
                opportunity: Some(self.0.id),
            },
            body,
        );
        let after = Opportunity {
            revision: self.0.revision.next(),
            amount: Some(euros(9_999)),
            ..self.0.clone()
        };
        tx.replace(&self.0, &after).await
    }
}

struct Scene {
    firm: Firm,
    shared: clients::domain::Account,
}

impl Scene {
    /// A firm with one account that everybody who sees accounts sees, and one opportunity.
    async fn new(role: Role) -> Self {
        let firm = Firm::new().await;
        let mine = Belongs {
            department: Some(firm.departments[0]),
            zone: Some(firm.zones[0]),
            ..owned_by(firm.person(role).id)
        };
        let shared = account("Compartida S.A.", mine);
        firm.fill(vec![shared.clone()]).await;
        search::store::prepared(&firm.db).await;
        firm.fill(vec![firm.row(
            firm.stage("proposal"),
            Some(&shared),
            mine,
            Rank::first(),
        )])
        .await;
        Self { firm, shared }
    }

    async fn opportunity(
        &self,
        role: Role,
        whose: [Whose; 3],
        stage: usize,
        on_shared: bool,
    ) -> Result<(), TestCaseError> {
        let (firm, ctx) = (&self.firm, self.firm.ctx(role));
        let belongs = belongs(firm, role, whose);
        let row = firm.row(
            &firm.stages[stage],
            on_shared.then_some(&self.shared),
            belongs,
            Rank::first(),
        );
        // A word that nobody else has used: what is suggested to others must not tell it.
        let row = Opportunity {
            tags: Tags::read("Confidencial"),
            ..row
        };
        let before = look(&ctx, self.shared.id).await;
        firm.fill(vec![row.clone()]).await;
        // With the account only where everybody sees it: one's own call with a client that one sees is one's own.
        firm.fill(vec![call(None, Some(row.id), belongs.owner)]).await;
        perform(&firm.ctx(Role::Administrator), OpId::fresh(), &Said(row.clone()))
            .await
            .expect("it is said");
        let after = look(&ctx, self.shared.id).await;
        let read = pipeline::store::opportunity(&ctx, row.id).await;
        let beside = pipeline::store::beside(&ctx, row.id).await;
        let moved = perform(&ctx, OpId::fresh(), &firm.to(&firm.now(row.id).await, "qualification")).await;
        if ctx.lens.admits(Subject::Opportunities, Action::View, belongs) {
            prop_assert_eq!(read.map(|it| it.id), Ok(row.id));
            prop_assert_eq!(beside.map(|it| it.entries.len()), Ok(1));
            let exports = ctx.lens.admits(Subject::Opportunities, Action::Export, belongs);
            prop_assert!(exports || before.exported == after.exported);
            prop_assert_ne!(before, after);
            let edits = ctx.lens.admits(Subject::Opportunities, Action::Edit, belongs);
            prop_assert_eq!(moved.is_ok(), edits);
            prop_assert!(edits || moved == Err(AppError::Forbidden));
        } else {
            prop_assert_eq!(before, after);
            prop_assert_eq!(beside.is_err(), true);
            prop_assert_eq!(read, pipeline::store::opportunity(&ctx, OpportunityId::fresh()).await);
            prop_assert_eq!(moved, Err(AppError::NotFound));
        }
        Ok(())
    }

    async fn account(&self, role: Role, whose: [Whose; 3]) -> Result<(), TestCaseError> {
        let (firm, ctx) = (&self.firm, self.firm.ctx(role));
        let added = account("Nueva S.L.", belongs(firm, role, whose));
        let before = look(&ctx, self.shared.id).await;
        firm.fill(vec![added.clone()]).await;
        let mine = call(Some(added.id), None, Some(firm.person(role).id));
        firm.fill(vec![mine.clone()]).await;
        firm.fill(vec![reminder(&mine, firm.person(role).id)]).await;
        firm.fill(vec![message(added.id, firm.person(role).id)]).await;
        let after = look(&ctx, self.shared.id).await;
        let read = clients::store::sheet(&ctx, added.id, &Sift::default()).await;
        if ctx.lens.admits(Subject::Accounts, Action::View, added.belongs()) {
            prop_assert_eq!(read.map(|it| it.account.id), Ok(added.id));
        } else {
            prop_assert_eq!(before, after);
            prop_assert_eq!(
                read,
                clients::store::sheet(&ctx, AccountId::fresh(), &Sift::default()).await
            );
        }
        Ok(())
    }
}

/// Sixty-four records for this role, in one firm that fills up with them.
fn holds(role: Role) {
    let runtime = Runtime::new().expect("a runtime");
    let scene = runtime.block_on(Scene::new(role));
    let mut runner = TestRunner::new(Config {
        cases: 64,
        failure_persistence: None,
        max_shrink_iters: 0,
        ..Config::default()
    });
    let outcome = runner.run(&record(), |(whose, stage, on_shared)| {
        runtime.block_on(async {
            scene.opportunity(role, whose, stage, on_shared).await?;
            scene.account(role, whose).await
        })
    });
    assert!(
        outcome.is_ok(),
        "{role:?}: {}",
        outcome.err().map(|it| it.to_string()).unwrap_or_default()
    );
}

#[test]
fn what_is_hidden_changes_nothing_for_the_firm() {
    [Role::Administrator, Role::Management, Role::SalesManager]
        .into_iter()
        .for_each(holds);
}

#[test]
fn what_is_hidden_changes_nothing_for_the_sellers() {
    [Role::AreaManager, Role::ZoneSales].into_iter().for_each(holds);
}

#[test]
fn what_is_hidden_changes_nothing_for_the_others() {
    let rest = Role::iter().skip_while(|role| *role != Role::Marketing);
    assert_eq!(rest.clone().count(), 5);
    rest.for_each(holds);
}

#[tokio::test]
async fn every_account_is_reached_once_though_many_have_one_name() {
    let firm = Firm::new().await;
    let mine = owned_by(firm.person(Role::ZoneSales).id);
    let theirs = owned_by(firm.colleague.id);
    let names = ["Áncora", "Hermanos Ruiz S.L.", "Zarzuela"];
    let row = |at: usize, whose| account(if at < 120 { names[1] } else { names[at % 3] }, whose);
    firm.fill(
        (0..180)
            .map(|at| row(at, if at % 2 == 0 { mine } else { theirs }))
            .collect(),
    )
    .await;
    let ctx = firm.ctx(Role::ZoneSales);
    let mut seen = Vec::new();
    for page in 0.. {
        let list = accounts(&ctx, "", page).await.expect("a page");
        assert_eq!(list.count, 90, "what is hidden is not counted");
        if list.page < page {
            break;
        }
        assert!(list.rows.len() <= 50);
        let rows = list.rows.into_iter().map(|it| it.account);
        seen.extend(rows.map(|it| (clients::domain::search_key(&it.name), it.id)));
    }
    assert_eq!(seen.len(), 90);
    assert!(seen.is_sorted_by(|a, b| a < b), "each once, by name");
    let found = accounts(&ctx, " ANC", 0).await.expect("a page");
    assert!(!found.rows.is_empty());
    assert!(found.rows.iter().all(|it| it.account.name.as_str() == "Áncora"));
}
