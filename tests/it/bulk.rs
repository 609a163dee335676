//! Several opportunities in one gesture: together where it can be, one by one where it cannot.

use clientela::{
    error::AppError,
    pipeline::domain::{Bulk, Change, Edit, Missing, Move, MoveOutcome, Opportunity, Part, PartOutcome, Place, Undo},
    server::db::perform,
    team::domain::Role,
    types::OpId,
};

use crate::firm::{Firm, euros};

fn moves(cards: &[&Opportunity], firm: &Firm, stage: &str) -> Bulk {
    let mut place = Place::Top;
    let parts = cards.iter().map(|card| {
        let part = Part::Move(Move {
            place,
            ..firm.to(card, stage)
        });
        place = Place::Below(card.id);
        part
    });
    Bulk { parts: parts.collect() }
}

fn moved(outcome: &PartOutcome) -> bool {
    matches!(outcome, PartOutcome::Answered(MoveOutcome::Moved(_)))
}

#[tokio::test]
async fn what_can_be_moved_is_moved_in_order_what_cannot_says_why_and_one_undo_takes_it_back() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let one = firm.opportunity("qualification", "Uno").await;
    let two = firm.opportunity("qualification", "Dos").await;
    let poor = firm.opportunity("qualification", "Sin importe").await;
    let emptied = Edit {
        opportunity: poor.id,
        seen: poor.revision,
        change: Change::Amount(None),
    };
    perform(&ctx, OpId::fresh(), &emptied).await.expect("an edit");
    let poor = firm.now(poor.id).await;
    let stale = firm.opportunity("qualification", "Cambiada").await;
    let changed = Edit {
        opportunity: stale.id,
        seen: stale.revision,
        change: Change::Amount(Some(euros(7))),
    };
    perform(&ctx, OpId::fresh(), &changed).await.expect("an edit");
    let (operation, asked) = (OpId::fresh(), moves(&[&one, &two, &poor, &stale], &firm, "proposal"));
    let outcomes = perform(&ctx, operation, &asked).await.expect("a gesture");
    assert_eq!(
        outcomes.iter().map(moved).collect::<Vec<_>>(),
        [true, true, false, false]
    );
    assert_eq!(
        outcomes[2],
        PartOutcome::Answered(MoveOutcome::Missing(vec![Missing::Amount]))
    );
    assert!(matches!(outcomes[3], PartOutcome::Answered(MoveOutcome::Stale(_))));
    assert_eq!(
        perform(&ctx, operation, &asked).await.expect("the same answer"),
        outcomes,
        "done once"
    );
    let (first, second) = (firm.now(one.id).await, firm.now(two.id).await);
    assert_eq!(
        (first.stage, second.stage),
        (firm.stage("proposal").id, firm.stage("proposal").id)
    );
    assert!(first.rank < second.rank, "one below the other");
    let undo = |id| {
        Part::Undo(Undo {
            opportunity: id,
            operation,
        })
    };
    let back = Bulk {
        parts: vec![undo(one.id), undo(two.id), undo(poor.id)],
    };
    let outcomes = perform(&ctx, OpId::fresh(), &back).await.expect("an undo");
    assert_eq!(
        outcomes[2],
        PartOutcome::Refused(AppError::NotFound),
        "nothing was done with it"
    );
    for before in [one, two] {
        let now = firm.now(before.id).await;
        assert_eq!(
            Opportunity {
                revision: before.revision,
                ..now
            },
            before
        );
    }
}

#[tokio::test]
async fn what_one_may_change_alone_but_not_together_stays() {
    let firm = Firm::new().await;
    let theirs = firm.opportunity("qualification", "Del gerente").await;
    let area = moves(&[&theirs], &firm, "proposal");
    for role in [Role::Marketing, Role::Reception] {
        let outcomes = perform(&firm.ctx(role), OpId::fresh(), &area).await.expect("an answer");
        assert!(!outcomes.iter().any(moved), "{role:?}: {outcomes:?}");
    }
    let seller = firm.person(Role::ZoneSales);
    let given = Edit {
        opportunity: theirs.id,
        seen: theirs.revision,
        change: Change::Owner(Some(seller.id)),
    };
    perform(&firm.ctx(Role::SalesManager), OpId::fresh(), &given)
        .await
        .expect("an edit");
    let own = firm.now(theirs.id).await;
    let outcomes = perform(
        &firm.ctx(Role::ZoneSales),
        OpId::fresh(),
        &moves(&[&own], &firm, "proposal"),
    )
    .await;
    assert!(
        outcomes.expect("an answer").iter().all(moved),
        "one's own may be changed together"
    );
}

#[tokio::test]
async fn no_gesture_is_endless() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Uno").await;
    let part = Part::Move(firm.to(&card, "proposal"));
    let endless = Bulk { parts: vec![part; 501] };
    let refused = perform(&firm.ctx(Role::SalesManager), OpId::fresh(), &endless).await;
    assert!(matches!(refused, Err(AppError::Invalid { .. })), "{refused:?}");
}
