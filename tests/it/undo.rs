//! An undo leaves an opportunity as it was, in every field.

use clientela::{
    error::AppError,
    pipeline::domain::{Closing, LossReason, Move, MoveOutcome, Opportunity, Place, StageKind, Undo},
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::{self, domain::EntryBody},
    types::{Moment, OpId},
};
use rand::{Rng, SeedableRng, rngs::StdRng};

use crate::firm::{Firm, euros, owned_by, percent};

async fn undone(ctx: &Ctx, card: &Opportunity, operation: OpId) -> Result<MoveOutcome, AppError> {
    let asked = Undo {
        opportunity: card.id,
        operation,
    };
    perform(ctx, OpId::fresh(), &asked).await
}

/// The same but for how often it has been written.
fn same(now: &Opportunity, before: &Opportunity) {
    let now = Opportunity {
        revision: before.revision,
        ..now.clone()
    };
    assert_eq!(&now, before);
}

/// A card that no gesture of today makes: old, with a chance set by hand and nobody knows for how much.
async fn old(firm: &Firm) -> Opportunity {
    let stage = firm.stage("qualification");
    let row = Opportunity {
        amount: None,
        probability: percent(35),
        probability_by_hand: true,
        entered_stage_at: Moment::parse("2026-01-07T09:30:00Z").expect("a moment"),
        ..firm.row(
            stage,
            None,
            owned_by(firm.person(Role::SalesManager).id),
            clientela::pipeline::domain::Rank::first(),
        )
    };
    firm.fill(vec![row.clone()]).await;
    firm.now(row.id).await
}

#[tokio::test]
async fn what_was_empty_is_empty_again_and_the_days_in_the_stage_go_on() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let before = old(&firm).await;
    for (stage, said) in [
        (
            "proposal",
            Closing {
                amount: Some(euros(5_000)),
                ..Closing::default()
            },
        ),
        (
            "lost",
            Closing {
                loss_reason: Some(LossReason::Price),
                ..Closing::default()
            },
        ),
    ] {
        let seen = firm.now(before.id).await;
        let operation = OpId::fresh();
        let asked = Move {
            said,
            ..firm.to(&seen, stage)
        };
        perform(&ctx, operation, &asked).await.expect("it is moved");
        assert!(matches!(
            undone(&ctx, &seen, operation).await,
            Ok(MoveOutcome::Moved(_))
        ));
        same(&firm.now(before.id).await, &before);
        // Twice is once: what was undone is not what is there any more.
        assert!(matches!(
            undone(&ctx, &seen, operation).await,
            Ok(MoveOutcome::Stale(_))
        ));
    }
}

#[tokio::test]
async fn only_ones_own_move_and_only_while_nothing_has_happened_since() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let before = firm.opportunity("qualification", "Obra nueva").await;
    let operation = OpId::fresh();
    perform(&ctx, operation, &firm.to(&before, "proposal"))
        .await
        .expect("it is moved");
    let another = undone(&firm.ctx(Role::Administrator), &before, operation).await;
    assert_eq!(another, Err(AppError::NotFound));
    assert_eq!(
        undone(&firm.ctx(Role::Marketing), &before, operation).await,
        Err(AppError::Forbidden)
    );
    let seen = firm.now(before.id).await;
    firm.moved(&firm.to(&seen, "negotiation")).await;
    let counts = firm.counts().await;
    assert!(matches!(
        undone(&ctx, &before, operation).await,
        Ok(MoveOutcome::Stale(_))
    ));
    assert_eq!(firm.counts().await, counts, "and nothing is written");
}

#[tokio::test]
async fn the_timeline_says_that_it_was_undone() {
    let firm = Firm::new().await;
    let before = firm.opportunity("qualification", "Obra nueva").await;
    let ctx = firm.ctx(Role::SalesManager);
    let operation = OpId::fresh();
    perform(&ctx, operation, &firm.to(&before, "proposal"))
        .await
        .expect("it is moved");
    let ctx = firm.ctx(Role::SalesManager);
    undone(&ctx, &before, operation).await.expect("it is undone");
    let account = before.account.expect("an account");
    let newest = timeline::store::of_account(&ctx, account, None, 10)
        .await
        .expect("the timeline")
        .remove(0);
    let told = matches!(&newest.body, EntryBody::MoveUndone { from, .. } if from.as_str() == "Propuesta");
    assert!(told, "{newest:?}");
}

#[tokio::test]
async fn any_walk_can_be_undone_step_by_step() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let mut dice = StdRng::seed_from_u64(20_261_121);
    for _ in 0..6 {
        let mut past = vec![firm.opportunity("qualification", "Obra nueva").await];
        let mut operations = Vec::new();
        for _ in 0..dice.random_range(2..9) {
            let seen = past.last().expect("where it is").clone();
            let stage = &firm.stages[dice.random_range(0..firm.stages.len())];
            let asked = Move {
                opportunity: seen.id,
                seen: seen.revision,
                stage: stage.id,
                place: if dice.random() { Place::Top } else { Place::Bottom },
                said: Closing {
                    amount: dice.random::<bool>().then(|| euros(dice.random_range(1..90_000))),
                    loss_reason: (stage.kind == StageKind::Lost).then_some(LossReason::NoAnswer),
                    ..Closing::default()
                },
            };
            let operation = OpId::fresh();
            let outcome = perform(&ctx, operation, &asked).await.expect("it is answered");
            assert!(matches!(outcome, MoveOutcome::Moved(_)), "{outcome:?}");
            operations.push(operation);
            past.push(firm.now(seen.id).await);
        }
        past.pop();
        while let (Some(before), Some(operation)) = (past.pop(), operations.pop()) {
            let outcome = undone(&ctx, &before, operation).await;
            assert!(matches!(outcome, Ok(MoveOutcome::Moved(_))), "{outcome:?}");
            same(&firm.now(before.id).await, &before);
        }
    }
}
