//! The open cards that are kept in memory are those of the database, whatever is done meanwhile.

use std::sync::Arc;

use clientela::{
    pipeline::{
        self,
        domain::{Card, MoveOutcome, Opportunity, Rank, StageKind},
    },
    team::domain::Role,
};
use tokio::task::JoinSet;

use crate::firm::{Firm, account, owned_by};

/// The board as whoever sees everything sees it.
async fn shown(firm: &Firm) -> Vec<Arc<Card>> {
    let ctx = firm.ctx(Role::Administrator);
    pipeline::store::board(&ctx, None).await.expect("a board").cards
}

/// The same, row by row.
async fn stored(firm: &Firm) -> Vec<Arc<Card>> {
    let mut answer = firm
        .ctx(Role::Administrator)
        .db
        .query("SELECT * FROM opportunity")
        .await
        .expect("an answer");
    let rows: Vec<Opportunity> = answer.take(0).expect("opportunities");
    let open = rows.iter().filter(|it| it.state == StageKind::Open);
    let mut cards: Vec<Arc<Card>> = open.map(|it| Arc::new(Card::from(it))).collect();
    cards.sort_by(|a, b| a.order().cmp(&b.order()));
    cards
}

/// Takes one card through these stages, looking at the board after every step.
async fn wander(firm: Arc<Firm>, mut card: Opportunity, ways: [&'static str; 5]) {
    for stage in ways {
        let outcome = firm.moved(&firm.to(&card, stage)).await;
        assert!(matches!(outcome, MoveOutcome::Moved(_)), "{outcome:?}");
        card = firm.now(card.id).await;
        let seen = shown(&firm).await;
        let seen = seen.iter().find(|it| it.id == card.id);
        assert_eq!(seen.map(|it| it.stage), (stage != "won").then_some(card.stage));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_shown_is_what_is_stored_while_many_move_cards_and_look() {
    let firm = Arc::new(Firm::new().await);
    assert_eq!(shown(&firm).await, stored(&firm).await);
    let mut people = JoinSet::new();
    for at in 0..8 {
        let card = firm.opportunity("qualification", &format!("Nº {at}")).await;
        let ways = match at % 2 {
            0 => ["proposal", "qualification", "proposal", "won", "proposal"],
            _ => ["proposal", "won", "qualification", "proposal", "qualification"],
        };
        people.spawn(wander(Arc::clone(&firm), card, ways));
    }
    people.join_all().await;
    assert_eq!(shown(&firm).await, stored(&firm).await);
}

#[tokio::test]
async fn what_comes_in_one_go_is_shown_too() {
    let firm = Firm::new().await;
    firm.opportunity("proposal", "Antes").await;
    assert_eq!(shown(&firm).await.len(), 1);
    let client = account("Nueva S.A.", owned_by(firm.person(Role::SalesManager).id));
    firm.fill(vec![client.clone()]).await;
    // More than is told row by row.
    let rows = Rank::spread(250).into_iter().map(|rank| {
        let owner = firm.person(Role::SalesManager).id;
        firm.row(firm.stage("proposal"), Some(&client), owned_by(owner), rank)
    });
    firm.fill(rows.collect()).await;
    assert_eq!(shown(&firm).await.len(), 251);
    assert_eq!(shown(&firm).await, stored(&firm).await);
}
