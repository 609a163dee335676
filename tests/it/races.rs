//! Many people at once.

use std::collections::BTreeSet;

use clientela::{
    pipeline::{
        domain::{Move, MoveOutcome, Opportunity, Tally},
        store::board,
    },
    server::{Ctx, db::perform},
    team::domain::{Belongs, Role},
    types::OpId,
};
use tokio::task::JoinSet;

use crate::firm::Firm;

const PEOPLE: usize = 64;
const ROUNDS: usize = 4;

/// Everybody asks at once; the answers.
async fn at_once(ctx: &Ctx, asked: impl IntoIterator<Item = Move>) -> Vec<MoveOutcome> {
    let mut tasks = JoinSet::new();
    for asked in asked {
        let ctx = ctx.clone();
        tasks.spawn(async move { perform(&ctx, OpId::fresh(), &asked).await });
    }
    tasks
        .join_all()
        .await
        .into_iter()
        .map(|outcome| outcome.expect("a move is answered"))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_all_who_move_one_card_at_once_one_moves_it() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Obra nueva").await;
    let ctx = firm.ctx(Role::SalesManager);
    for round in 0..ROUNDS {
        let seen = firm.now(card.id).await;
        let stage = if round % 2 == 0 { "proposal" } else { "qualification" };
        let outcomes = at_once(&ctx, (0..PEOPLE).map(|_| firm.to(&seen, stage))).await;
        let moved = outcomes.iter().filter(|it| matches!(it, MoveOutcome::Moved(_))).count();
        let stale = outcomes.iter().filter(|it| matches!(it, MoveOutcome::Stale(_))).count();
        assert_eq!((moved, stale), (1, PEOPLE - 1));
        assert_eq!(firm.now(card.id).await.revision, seen.revision.next());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_move_one_card_one_is_told_how_it_is_now() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Obra nueva").await;
    let ctx = firm.ctx(Role::SalesManager);
    for round in 0..PEOPLE {
        let seen = firm.now(card.id).await;
        let stages = if round % 2 == 0 {
            ["proposal", "negotiation"]
        } else {
            ["qualification", "negotiation"]
        };
        let mut outcomes = at_once(&ctx, stages.map(|stage| firm.to(&seen, stage))).await;
        outcomes.sort_by_key(|it| matches!(it, MoveOutcome::Stale(_)));
        let [MoveOutcome::Moved(moved), MoveOutcome::Stale(current)] = &outcomes[..] else {
            panic!("{outcomes:?}")
        };
        assert_eq!(moved, current);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn all_who_put_a_card_in_one_place_at_once_succeed() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let nobody = Belongs {
        owner: None,
        department: None,
        zone: None,
    };
    let rank = clientela::pipeline::domain::Rank::first();
    let cards: Vec<Opportunity> = (0..PEOPLE)
        .map(|_| firm.row(firm.stage("qualification"), None, nobody, rank.clone()))
        .collect();
    firm.fill(cards.clone()).await;
    firm.opportunity("proposal", "La de antes").await;

    let outcomes = at_once(&ctx, cards.iter().map(|card| firm.to(card, "proposal"))).await;
    assert!(outcomes.iter().all(|it| matches!(it, MoveOutcome::Moved(_))));

    let board = board(&ctx, None).await.expect("the board");
    let column = board.column(firm.stage("proposal").id);
    assert_eq!(column.len(), PEOPLE + 1, "no move was lost");
    assert_eq!(Tally::of(&column).count as usize, PEOPLE + 1);
    let ids: BTreeSet<_> = column.iter().map(|card| card.id).collect();
    assert_eq!(ids.len(), PEOPLE + 1, "and none is there twice");
    assert_eq!(
        column.last().expect("a card").title.as_str(),
        "La de antes",
        "all of them are above it"
    );
    let ranks: BTreeSet<_> = column.iter().map(|card| &card.rank).collect();
    assert_eq!(ranks.len(), PEOPLE + 1, "each has a place of its own");
    let reread = clientela::pipeline::store::board(&ctx, None).await.expect("the board");
    assert_eq!(reread.cards, board.cards, "everybody sees the same order");
}
