//! What is planned, what comes of it and when it is tried again; and that the board says the same as the agenda.

use clientela::{
    agenda::{
        self,
        domain::{Activity, After, Conclude, Concluded, Outcome, Plan, Queue, Replan, Status, TakeBack, Whose},
    },
    clients::domain::{Account, ReportOnAccount},
    error::AppError,
    pipeline::domain::{Change, Edit, MoveOutcome, NextStep, Opportunity, Rank, Tag, Undo},
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::{
        self,
        domain::{ActivityKind, Entry, EntryBody, Report, Sift},
    },
    types::{LongText, Moment, OpId, Phone, ShortText},
};

use crate::firm::{Firm, account, owned_by, text};

async fn client(firm: &Firm) -> Account {
    let client = Account {
        phone: Phone::parse("960 555 177").ok(),
        ..account("Plásticos Onil", owned_by(firm.person(Role::ZoneSales).id))
    };
    firm.fill(vec![client.clone()]).await;
    client
}

fn call(client: &Account, day: clientela::types::Day) -> Plan {
    Plan {
        account: client.id,
        opportunity: None,
        kind: ActivityKind::Call,
        day,
        at: None,
        minutes: Some(5),
        owner: None,
        participants: Vec::new(),
        with: Some(text("Rafael Sempere")),
        what: Some(text("Enviarle el contrato")),
        from: None,
    }
}

fn came(activity: &Activity, outcome: Outcome) -> Conclude {
    Conclude {
        activity: activity.id,
        seen: activity.revision,
        outcome,
        words: None,
        again: None,
    }
}

async fn mine(ctx: &Ctx) -> Queue {
    agenda::store::queue(ctx, Whose::Mine).await.expect("what is due")
}

async fn next_of(firm: &Firm, sale: &Opportunity) -> Option<NextStep> {
    firm.now(sale.id).await.next
}

fn step(ctx: &Ctx, days: i32) -> NextStep {
    NextStep {
        kind: ActivityKind::Call,
        on: ctx.today().plus_days(days),
        at: None,
    }
}

async fn edited(ctx: &Ctx, seen: &Opportunity, change: Change) -> OpId {
    let operation = OpId::fresh();
    let asked = Edit {
        opportunity: seen.id,
        seen: seen.revision,
        change,
    };
    let done = perform(ctx, operation, &asked).await.expect("it is answered");
    assert!(matches!(done, MoveOutcome::Moved(_)));
    operation
}

#[tokio::test]
async fn four_calls_without_an_answer_climb_the_ladder_and_the_sale_goes_cold() {
    let firm = Firm::new().await;
    let client = client(&firm).await;
    let seller = firm.person(Role::ZoneSales).id;
    let sale = firm.row(firm.stage("proposal"), Some(&client), owned_by(seller), Rank::first());
    firm.fill(vec![sale.clone()]).await;
    let ctx = firm.ctx(Role::ZoneSales);
    let plan = Plan {
        opportunity: Some(sale.id),
        ..call(&client, ctx.today())
    };
    let mut activity = perform(&ctx, OpId::fresh(), &plan).await.expect("it is planned");
    assert_eq!(next_of(&firm, &sale).await, Some(activity.step()));
    for attempt in 1..=4 {
        assert_eq!(activity.attempt, attempt);
        let asked = came(&activity, Outcome::NoAnswer);
        let (operation, mut answers) = (OpId::fresh(), Vec::new());
        for _ in 0..2 {
            answers.push(perform(&ctx, operation, &asked).await.expect("it is said once"));
        }
        assert_eq!(answers[0], answers[1]);
        let Concluded::Done { after, .. } = &answers[0] else {
            panic!("nobody was faster");
        };
        let now = firm.now(sale.id).await;
        match after {
            After::Again { day, .. } => {
                assert_eq!(now.next.map(|it| it.on), Some(*day));
                let all = agenda::store::upcoming(&ctx, client.id).await.expect("what is planned");
                assert_eq!(all.jobs.len(), 1, "said twice, it is tried again once");
                activity = all.jobs[0].activity.clone();
            }
            After::Cold => {
                assert_eq!((attempt, now.next), (4, None));
                assert_eq!(now.tags.joined(","), "Frío");
            }
            other => panic!("{other:?}"),
        }
    }
    let history = timeline::store::of_account(&ctx, client.id, None, 20)
        .await
        .expect("history");
    let tries = history
        .iter()
        .filter(|it| matches!(it.body, EntryBody::Concluded { .. }));
    assert_eq!(tries.count(), 4);
    let last = timeline::store::last_report(&ctx, client.id, None)
        .await
        .expect("the last contact");
    assert_eq!(last, None, "nobody was spoken to");
    // The last one is taken back: it is warm again, and to be called.
    perform(&ctx, OpId::fresh(), &TakeBack { activity: activity.id })
        .await
        .expect("it is taken back");
    let now = firm.now(sale.id).await;
    assert_eq!((now.next, now.tags.is_empty()), (Some(activity.step()), true));
}

#[tokio::test]
async fn a_conclusion_taken_back_leaves_the_sale_as_fresh_and_as_tagged_as_it_was() {
    let firm = Firm::new().await;
    let sale = firm.opportunity("qualification", "Plan de igualdad").await;
    let ctx = firm.ctx(Role::SalesManager);
    let client: Account = clientela::clients::store::account(&ctx, sale.account.expect("an account"))
        .await
        .expect("the account");
    // By hand, and before anything was tried.
    edited(&ctx, &sale, Change::Tag(Tag::parse("Frío").expect("a tag"))).await;
    let plan = Plan {
        opportunity: Some(sale.id),
        ..call(&client, ctx.today())
    };
    let activity = perform(&ctx, OpId::fresh(), &plan).await.expect("it is planned");
    let before = firm.now(sale.id).await;
    let later = firm.ctx(Role::SalesManager);
    perform(&later, OpId::fresh(), &came(&activity, Outcome::Answered))
        .await
        .expect("answered");
    assert_eq!(firm.now(sale.id).await.last_activity_at, Some(later.now));
    perform(&later, OpId::fresh(), &TakeBack { activity: activity.id })
        .await
        .expect("it is taken back");
    let now = firm.now(sale.id).await;
    assert_eq!(
        (now.last_activity_at, now.tags, now.next),
        (before.last_activity_at, before.tags, before.next)
    );
}

#[tokio::test]
async fn what_was_said_too_late_changes_nothing_and_another_day_is_told() {
    let firm = Firm::new().await;
    let client = client(&firm).await;
    let ctx = firm.ctx(Role::ZoneSales);
    let first = perform(&ctx, OpId::fresh(), &call(&client, ctx.today()))
        .await
        .expect("planned");
    let later = Replan {
        activity: first.id,
        seen: first.revision,
        day: ctx.today().plus_days(3),
        at: None,
        words: ShortText::parse("Está de viaje").ok(),
    };
    perform(&ctx, OpId::fresh(), &later).await.expect("on another day");
    let sheet = clientela::clients::store::sheet(&ctx, client.id, &Sift::default())
        .await
        .expect("the page");
    let said = |it: &Entry| matches!(&it.body, EntryBody::Replanned { words: Some(words), .. } if words.as_str() == "Está de viaje");
    assert!(sheet.history.entries.iter().any(said), "and why");
    let late = perform(&ctx, OpId::fresh(), &came(&first, Outcome::Answered)).await;
    assert_eq!(late, Ok(Concluded::Stale));
    let job = mine(&ctx).await.jobs.remove(0);
    assert_eq!(job.activity.day, later.day);
    assert_eq!(
        job.phone.map(|it| it.format()),
        Phone::parse("960555177").ok().map(|it| it.format())
    );
    let answered = perform(&ctx, OpId::fresh(), &came(&job.activity, Outcome::Answered)).await;
    assert!(matches!(
        answered,
        Ok(Concluded::Done {
            after: After::Nothing,
            ..
        })
    ));
    assert_eq!(mine(&ctx).await.jobs, []);
    assert_eq!(
        timeline::store::last_report(&ctx, client.id, None).await,
        Ok(Some(ctx.now))
    );
    let wrong = perform(&ctx, OpId::fresh(), &came(&job.activity, Outcome::Held)).await;
    assert_eq!(wrong, Ok(Concluded::Stale), "what is closed stays closed");
}

#[tokio::test]
async fn the_board_and_the_agenda_say_the_same() {
    let firm = Firm::new().await;
    let sale = firm.opportunity("qualification", "Plan de igualdad").await;
    let ctx = firm.ctx(Role::SalesManager);
    let account = sale.account.expect("an account");
    let planned = async || {
        let all = agenda::store::upcoming(&ctx, account).await.expect("what is planned");
        all.jobs.into_iter().map(|it| it.activity).collect::<Vec<_>>()
    };
    edited(&firm.ctx(Role::SalesManager), &sale, Change::Next(Some(step(&ctx, 2)))).await;
    assert_eq!(planned().await[0].step(), step(&ctx, 2));
    // Another one beside it, earlier: it comes first, and when it is done the other is next.
    let client: Account = clientela::clients::store::account(&ctx, account)
        .await
        .expect("the account");
    let early = Plan {
        opportunity: Some(sale.id),
        ..call(&client, ctx.today().plus_days(1))
    };
    perform(&ctx, OpId::fresh(), &early).await.expect("planned");
    assert_eq!(next_of(&firm, &sale).await, Some(step(&ctx, 1)));
    edited(&firm.ctx(Role::SalesManager), &firm.now(sale.id).await, Change::Done).await;
    assert_eq!(next_of(&firm, &sale).await, Some(step(&ctx, 2)));
    assert_eq!(planned().await.len(), 1);
    // Dropped and taken back.
    let operation = edited(
        &firm.ctx(Role::SalesManager),
        &firm.now(sale.id).await,
        Change::Next(None),
    )
    .await;
    assert!(planned().await.is_empty());
    let undo = Undo {
        opportunity: sale.id,
        operation,
    };
    perform(&ctx, OpId::fresh(), &undo).await.expect("it is undone");
    assert_eq!(
        planned().await.iter().map(Activity::step).collect::<Vec<_>>(),
        [step(&ctx, 2)]
    );
    assert_eq!(planned().await[0].status, Status::Planned);
    // Lost: nothing comes next.
    let mut lost = firm.to(&firm.now(sale.id).await, "lost");
    lost.said.loss_reason = Some(clientela::pipeline::domain::LossReason::Price);
    firm.moved(&lost).await;
    assert!(planned().await.is_empty());
}

#[tokio::test]
async fn what_hangs_from_a_hidden_client_is_neither_seen_nor_done() {
    let firm = Firm::new().await;
    let client = client(&firm).await;
    let ctx = firm.ctx(Role::ZoneSales);
    let activity = perform(&ctx, OpId::fresh(), &call(&client, ctx.today()))
        .await
        .expect("planned");
    let stranger = Ctx::of(firm.db.clone(), firm.colleague.clone(), Moment::now());
    let team = agenda::store::queue(&stranger, Whose::Team).await.expect("what is due");
    assert_eq!(team.jobs, []);
    assert_eq!(
        agenda::store::upcoming(&stranger, client.id).await.map(|it| it.jobs),
        Ok(Vec::new())
    );
    let done = perform(&stranger, OpId::fresh(), &came(&activity, Outcome::Answered)).await;
    assert_eq!(done, Err(AppError::NotFound));
    let planned = perform(&stranger, OpId::fresh(), &call(&client, ctx.today())).await;
    assert_eq!(planned.map(|it| it.id), Err(AppError::NotFound));
    // And nothing is given to a colleague who would not see the client.
    let given = Plan {
        owner: Some(firm.colleague.id),
        ..call(&client, ctx.today())
    };
    assert!(matches!(
        perform(&ctx, OpId::fresh(), &given).await,
        Err(AppError::Invalid { .. })
    ));
    // Marketing sees it and may not say what came of it; a technician sees the call, not the sale.
    let marketing = firm.ctx(Role::Finance);
    let seen = agenda::store::queue(&marketing, Whose::Team)
        .await
        .expect("what is due");
    assert_eq!(seen.jobs.len(), 1);
    assert!(!seen.jobs[0].is_open);
    let done = perform(&marketing, OpId::fresh(), &came(&activity, Outcome::Answered)).await;
    assert_eq!(done, Err(AppError::Forbidden));
}

#[tokio::test]
async fn a_report_and_what_comes_next_are_written_down_both_or_neither() {
    let firm = Firm::new().await;
    let client = client(&firm).await;
    let ctx = firm.ctx(Role::ZoneSales);
    let asked = |owner| ReportOnAccount {
        account: client.id,
        on: None,
        report: Report {
            activity: ActivityKind::Visit,
            with: None,
            reaction: None,
            text: LongText::parse("Quieren el plan. Próximo paso: llamar.").expect("a text"),
        },
        next: Some(Plan {
            owner,
            ..call(&client, ctx.today().plus_days(2))
        }),
    };
    let reports = async || {
        let entries = timeline::store::of_account(&ctx, client.id, None, 50).await;
        let is_report = |it: &timeline::domain::Entry| matches!(it.body, EntryBody::Reported(_));
        entries.expect("entries").iter().filter(|it| is_report(it)).count()
    };
    // To a colleague who would not see the client.
    let refused = perform(&ctx, OpId::fresh(), &asked(Some(firm.colleague.id))).await;
    assert!(matches!(refused, Err(AppError::Invalid { field, .. }) if field == "next_owner"));
    assert_eq!(reports().await, 0);
    let operation = OpId::fresh();
    for _ in 0..2 {
        perform(&ctx, operation, &asked(None)).await.expect("both");
    }
    assert_eq!(reports().await, 1);
    let all = agenda::store::upcoming(&ctx, client.id).await.expect("what is planned");
    let steps: Vec<_> = all
        .jobs
        .iter()
        .map(|it| (it.activity.step(), it.activity.owner))
        .collect();
    assert_eq!(steps, [(step(&ctx, 2), ctx.actor())]);
}

#[tokio::test]
async fn an_undo_puts_back_what_its_operation_touched_and_nothing_else() {
    let firm = Firm::new().await;
    let sale = firm.opportunity("qualification", "Plan de igualdad").await;
    let account = sale.account.expect("an account");
    let ctx = || firm.ctx(Role::SalesManager);
    edited(&ctx(), &sale, Change::Next(Some(step(&ctx(), 1)))).await;
    let client: Account = clientela::clients::store::account(&ctx(), account)
        .await
        .expect("the account");
    let colleague = firm.person(Role::AreaManager).id;
    let beside = Plan {
        opportunity: Some(sale.id),
        kind: ActivityKind::Visit,
        owner: Some(colleague),
        ..call(&client, ctx().today().plus_days(5))
    };
    perform(&ctx(), OpId::fresh(), &beside).await.expect("planned");
    let planned = async || {
        let all = agenda::store::upcoming(&ctx(), account).await.expect("what is planned");
        let told = all.jobs.into_iter().map(|it| (it.activity.step(), it.activity.owner));
        told.collect::<Vec<_>>()
    };
    let before = planned().await;
    assert_eq!(before.len(), 2);
    // The first is put off beyond the second, which comes next then; or the sale is given to whoever has the second.
    for change in [Change::Next(Some(step(&ctx(), 10))), Change::Owner(Some(colleague))] {
        let operation = edited(&ctx(), &firm.now(sale.id).await, change).await;
        assert_ne!(planned().await, before);
        let undo = Undo {
            opportunity: sale.id,
            operation,
        };
        perform(&ctx(), OpId::fresh(), &undo).await.expect("it is undone");
        assert_eq!(planned().await, before);
        assert_eq!(next_of(&firm, &sale).await, Some(before[0].0));
    }
}
