//! The forecast: who may say what is wanted, what each sees of it, and what it counts from.

use clientela::{
    error::AppError,
    pipeline::{
        self,
        domain::{
            Board, ByHistory, Closing, Goal, GoalOutcome, MoveOutcome, Opportunity, Outlook, Rank, SetCommitment,
            SetObjectives, Undo,
        },
    },
    server::{
        Ctx,
        db::{Gesture, perform},
    },
    team::domain::{Belongs, Role},
    types::{Money, Month, OpId, Revision, StageId},
};
use strum::IntoEnumIterator;
use surrealdb::types::Value;

use crate::firm::{Firm, euros, owned_by};

async fn board(ctx: &Ctx) -> Board {
    pipeline::store::board(ctx, None).await.expect("the board")
}

async fn outlook(ctx: &Ctx) -> Outlook {
    board(ctx).await.outlook
}

fn goal(ctx: &Ctx, revision: Option<Revision>, amount: Option<Money>) -> Goal {
    Goal {
        month: Month::of(ctx.today()),
        revision,
        amount,
    }
}

fn objective(firm: &Firm, goal: Goal) -> SetObjectives {
    SetObjectives {
        pipeline: firm.stages[0].pipeline,
        goals: vec![goal],
    }
}

fn commitment(firm: &Firm, goal: Goal) -> SetCommitment {
    SetCommitment {
        pipeline: firm.stages[0].pipeline,
        goal,
    }
}

async fn done<G: Gesture>(ctx: &Ctx, asked: &G) -> Result<G::Answer, AppError> {
    perform(ctx, OpId::fresh(), asked).await
}

/// How many rows the audit has of a gesture.
async fn audited(firm: &Firm, name: &str) -> usize {
    let mut answer = firm
        .db
        .query("SELECT * FROM audit WHERE name = $name")
        .bind(("name", name.to_owned()))
        .await
        .expect("the audit");
    answer.take::<Vec<Value>>(0).expect("rows").len()
}

#[tokio::test]
async fn who_answers_for_the_sales_says_what_is_wanted_and_promised_and_nobody_else() {
    let firm = Firm::new().await;
    for role in Role::iter() {
        let ctx = firm.ctx(role);
        let may = [Role::Administrator, Role::Management, Role::SalesManager].contains(&role);
        let seen = match pipeline::store::board(&firm.ctx(Role::Administrator), None).await {
            Ok(board) => board.outlook.goals.expect("goals").first().and_then(|it| it.revision),
            Err(error) => panic!("{error}"),
        };
        let wanted = done(&ctx, &objective(&firm, goal(&ctx, seen, Some(euros(role as i64 + 1))))).await;
        let promised = done(&ctx, &commitment(&firm, goal(&ctx, None, Some(euros(7))))).await;
        assert_eq!(matches!(wanted, Ok(GoalOutcome::Set(_))), may, "{role:?}: {wanted:?}");
        assert_eq!(
            matches!(promised, Ok(GoalOutcome::Set(_))),
            may,
            "{role:?}: {promised:?}"
        );
        assert!(may || (wanted == Err(AppError::Forbidden) && promised == Err(AppError::Forbidden)));
    }
    let ctx = firm.ctx(Role::SalesManager);
    let seen = outlook(&ctx).await;
    assert_eq!(seen.goals.map(|goals| goals.len()), Some(1));
    assert_eq!(seen.promises.len(), 3, "each has promised for himself");
    assert!(seen.sets);
}

#[tokio::test]
async fn what_somebody_else_has_changed_is_not_overwritten_and_twice_is_once() {
    let firm = Firm::new().await;
    let (raul, carmen) = (firm.ctx(Role::SalesManager), firm.ctx(Role::Management));
    let first = objective(&firm, goal(&raul, None, Some(euros(84_000))));
    let operation = OpId::fresh();
    for _ in 0..2 {
        let outcome = perform(&raul, operation, &first).await.expect("it is set");
        let now = goal(&raul, Some(Revision::FIRST), Some(euros(84_000)));
        assert_eq!(outcome, GoalOutcome::Set(vec![now]));
    }
    assert_eq!(audited(&firm, "objective.set").await, 1);
    // Carmen looks at a page from before.
    let late = objective(&firm, goal(&carmen, None, Some(euros(90_000))));
    assert_eq!(done(&carmen, &late).await, Ok(GoalOutcome::Stale));
    // What is so already is no change, whatever was seen.
    assert!(matches!(done(&carmen, &first).await, Ok(GoalOutcome::Set(_))));
    let seen = outlook(&carmen).await.goals.expect("goals")[0];
    assert_eq!(
        (seen.amount, seen.revision),
        (Some(euros(84_000)), Some(Revision::FIRST))
    );
    let taken_away = objective(&firm, Goal { amount: None, ..seen });
    assert!(matches!(done(&carmen, &taken_away).await, Ok(GoalOutcome::Set(_))));
    assert_eq!(board(&raul).await.forecast().spans[0].objective, None);
    let negative = objective(&firm, goal(&raul, Some(Revision::FIRST.next()), Money::eur(-1).ok()));
    assert!(matches!(done(&raul, &negative).await, Err(AppError::Invalid { .. })));
}

#[tokio::test]
async fn two_at_once_do_not_both_win() {
    let firm = Firm::new().await;
    let (raul, carmen) = (firm.ctx(Role::SalesManager), firm.ctx(Role::Management));
    let (his, hers) = (
        objective(&firm, goal(&raul, None, Some(euros(1)))),
        objective(&firm, goal(&raul, None, Some(euros(2)))),
    );
    let (a, b) = tokio::join!(done(&raul, &his), done(&carmen, &hers));
    let stale = [&a, &b].iter().filter(|it| ***it == Ok(GoalOutcome::Stale)).count();
    assert_eq!((stale, a.is_ok(), b.is_ok()), (1, true, true), "{a:?} {b:?}");
}

#[tokio::test]
async fn another_month_cannot_be_promised() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let mut late = goal(&ctx, None, Some(euros(1)));
    late.month = late.month.onwards().nth(1).expect("the next month");
    assert_eq!(done(&ctx, &commitment(&firm, late)).await, Ok(GoalOutcome::Stale));
    assert_eq!(outlook(&ctx).await.promises, []);
}

/// A row of this stage, closed so many days ago, which had been in these.
fn closed(firm: &Firm, stage: &str, days: i32, belongs: Belongs, visited: &[StageId]) -> Opportunity {
    let today = firm.ctx(Role::Administrator).today();
    let row = firm.row(firm.stage(stage), None, belongs, Rank::first());
    Opportunity {
        closed_on: Some(today.plus_days(-days)),
        visited: visited.iter().copied().collect(),
        ..row
    }
}

#[tokio::test]
async fn what_was_won_is_counted_by_the_calendar_and_by_the_lens() {
    let firm = Firm::new().await;
    let (mine, theirs) = (owned_by(firm.person(Role::ZoneSales).id), owned_by(firm.colleague.id));
    let rows: Vec<Opportunity> = (0..400)
        .step_by(5)
        .flat_map(|days| {
            [
                closed(&firm, "won", days, mine, &[]),
                closed(&firm, "won", days + 1, theirs, &[]),
            ]
        })
        .collect();
    firm.fill(rows.clone()).await;
    firm.fill(vec![closed(&firm, "lost", 1, mine, &[])]).await;
    for role in [Role::SalesManager, Role::ZoneSales] {
        let ctx = firm.ctx(role);
        let board = board(&ctx).await;
        let sees = |it: &&Opportunity| role == Role::SalesManager || it.owner == mine.owner;
        for (at, days) in [ctx.today().month(), ctx.today().quarter(), ctx.today().year()]
            .into_iter()
            .enumerate()
        {
            let naive = rows
                .iter()
                .filter(sees)
                .filter(|it| it.closed_on.is_some_and(|on| days.contains(&on)));
            let naive = Money::sum(naive.filter_map(|it| it.amount)).expect("a sum");
            assert_eq!(board.forecast().spans[at].won, naive, "{role:?} {days:?}");
        }
        assert_eq!(board.outlook.goals.is_some(), role == Role::SalesManager);
        assert!(!board.outlook.sets || role == Role::SalesManager);
    }
}

#[tokio::test]
async fn the_rates_are_those_of_the_last_two_years() {
    let firm = Firm::new().await;
    let [first, second] = [firm.stage("qualification").id, firm.stage("proposal").id];
    let anybody = owned_by(firm.colleague.id);
    let mut rows = Vec::new();
    for number in 0..30 {
        let stage = if number % 3 == 0 { "won" } else { "lost" };
        let path: &[StageId] = if number % 2 == 0 { &[first, second] } else { &[first] };
        rows.push(closed(&firm, stage, number * 20, anybody, path));
    }
    // Too old, and without a path.
    rows.extend([
        closed(&firm, "won", 760, anybody, &[first]),
        closed(&firm, "won", 3, anybody, &[]),
    ]);
    firm.fill(rows).await;
    let ctx = firm.ctx(Role::SalesManager);
    let seen = outlook(&ctx).await.history;
    let rate = |stage| seen.stage(stage).map(|it| (it.won, it.lost));
    assert_eq!((rate(first), rate(second)), (Some((10, 20)), Some((5, 10))));
    assert_eq!(seen.closings, 30);
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let won = board(&ctx).await.forecast().spans[0].won;
    let third = Money::eur(won.cents() + 33_333).expect("an amount");
    let known = ByHistory::Known {
        amount: third,
        closings: 30,
    };
    assert_eq!(board(&ctx).await.forecast().by_history, known);
    firm.moved(&firm.to(&card, "proposal")).await;
    let short = ByHistory::Short {
        stage: second,
        closings: 15,
    };
    assert_eq!(board(&ctx).await.forecast().by_history, short);
}

#[tokio::test]
async fn a_card_remembers_where_it_has_been_and_an_undo_forgets() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Obra nueva").await;
    let ids = |codes: &[&str]| codes.iter().map(|code| firm.stage(code).id).collect::<Vec<_>>();
    assert_eq!(card.visited.stages(), ids(&["qualification"]));
    let operation = OpId::fresh();
    let ctx = firm.ctx(Role::SalesManager);
    let outcome = perform(&ctx, operation, &firm.to(&card, "negotiation")).await;
    assert!(matches!(outcome, Ok(MoveOutcome::Moved(_))));
    assert_eq!(
        firm.now(card.id).await.visited.stages(),
        ids(&["qualification", "negotiation"])
    );
    let opportunity = card.id;
    done(&ctx, &Undo { opportunity, operation }).await.expect("an undo");
    assert_eq!(firm.now(card.id).await.visited, card.visited);
    let mut won = firm.to(&firm.now(card.id).await, "won");
    won.said = Closing::default();
    firm.moved(&won).await;
    assert_eq!(
        firm.now(card.id).await.visited,
        card.visited,
        "an end is no stage to convert from"
    );
}
