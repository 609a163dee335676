//! A field of an opportunity is changed: once, by whoever may, and it can be taken back.

use clientela::{
    clients::domain::Source,
    error::AppError,
    pipeline::domain::{
        Change, Closing, Edit, LossReason, Missing, Move, MoveOutcome, NextStep, Opportunity, Place, Product, Tag, Undo,
    },
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::{
        self,
        domain::{ActivityKind, EntryBody, Field},
    },
    types::{Day, OpId, ProductId, Revision, TimeOfDay, UserId},
};

use crate::firm::{Firm, euros, owned_by, percent, text};

fn edit(card: &Opportunity, change: Change) -> Edit {
    Edit {
        opportunity: card.id,
        seen: card.revision,
        change,
    }
}

fn step(on: Day, at: Option<&str>) -> NextStep {
    NextStep {
        kind: ActivityKind::Visit,
        on,
        at: at.map(|at| TimeOfDay::parse(at).expect("a time")),
    }
}

async fn done(ctx: &Ctx, asked: &Edit) -> Result<MoveOutcome, AppError> {
    perform(ctx, OpId::fresh(), asked).await
}

#[tokio::test]
async fn each_field_is_changed_told_in_the_timeline_and_taken_back() {
    let firm = Firm::new().await;
    let before = firm.opportunity("qualification", "Plan de igualdad").await;
    let ctx = firm.ctx(Role::SalesManager);
    let later = ctx.today().add_month();
    let seller = firm.person(Role::ZoneSales);
    let product = Product {
        id: ProductId::fresh(),
        revision: Revision::FIRST,
        name: text("Auditoría retributiva"),
        family: None,
        list_price: None,
    };
    firm.fill(vec![product.clone()]).await;
    for change in [
        Change::Title(text("Plan de igualdad, 71 empleados")),
        Change::Amount(Some(euros(2_500))),
        Change::CloseOn(Some(later)),
        Change::Probability(Some(percent(35))),
        Change::Owner(Some(seller.id)),
        Change::Contact(Some(text("Vicent Benlloch"))),
        Change::Product(Some(product.id)),
        Change::Source(Some(Source::Fair)),
        Change::Zone(Some(firm.zones[0])),
        Change::Department(Some(firm.departments[0])),
        Change::Next(Some(step(later, None))),
        Change::Next(Some(step(later, Some("16:30")))),
        Change::Tag(Tag::parse("Licitación").expect("a tag")),
    ] {
        let card = firm.now(before.id).await;
        let operation = OpId::fresh();
        let outcome = perform(&ctx, operation, &edit(&card, change.clone()))
            .await
            .expect("an edit");
        assert!(matches!(outcome, MoveOutcome::Moved(_)), "{change:?}: {outcome:?}");
        let told = timeline::store::of_account(&ctx, before.account.expect("an account"), None, 100).await;
        let body = told.expect("the timeline").remove(0).body;
        let EntryBody::OpportunityChanged { field, .. } = body else {
            panic!("{change:?} is told as {body:?}");
        };
        if let Field::Owner { to, .. } = &field {
            assert_eq!(to.as_ref(), Some(&seller.name));
        }
        if let Field::Product { from, to } = &field {
            assert_eq!((from, to.as_ref()), (&None, Some(&product.name)));
        }
        let undo = Undo {
            opportunity: before.id,
            operation,
        };
        perform(&ctx, OpId::fresh(), &undo).await.expect("an undo");
        let now = firm.now(before.id).await;
        assert_eq!(
            Opportunity {
                revision: before.revision,
                ..now
            },
            before,
            "{change:?}"
        );
    }
}

#[tokio::test]
async fn a_step_is_planned_and_taken_once_and_ends_with_the_opportunity() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let ctx = firm.ctx(Role::SalesManager);
    let nothing = done(&ctx, &edit(&card, Change::Done)).await;
    assert_eq!(nothing, Err(AppError::AlreadyDone), "nothing was planned");
    let visit = step(ctx.today(), Some("16:30"));
    done(&ctx, &edit(&card, Change::Next(Some(visit))))
        .await
        .expect("a plan");
    let planned = firm.now(card.id).await;
    assert_eq!((planned.next, planned.last_activity_at), (Some(visit), None));
    let taken = OpId::fresh();
    perform(&ctx, taken, &edit(&planned, Change::Done))
        .await
        .expect("it was taken");
    let after = firm.now(card.id).await;
    assert_eq!((after.next, after.last_activity_at), (None, Some(ctx.now)));
    let undo = Undo {
        opportunity: card.id,
        operation: taken,
    };
    perform(&ctx, OpId::fresh(), &undo).await.expect("an undo");
    let again = firm.now(card.id).await;
    assert_eq!((again.next, again.last_activity_at), (Some(visit), None));
    let lost = Move {
        opportunity: card.id,
        seen: again.revision,
        stage: firm.stage("lost").id,
        place: Place::Top,
        said: Closing {
            loss_reason: Some(LossReason::Price),
            ..Closing::default()
        },
    };
    let ended = OpId::fresh();
    perform(&ctx, ended, &lost).await.expect("a loss");
    assert_eq!(
        firm.now(card.id).await.next,
        None,
        "nothing comes next with what is lost"
    );
    let undo = Undo {
        operation: ended,
        ..undo
    };
    perform(&ctx, OpId::fresh(), &undo).await.expect("an undo");
    assert_eq!(firm.now(card.id).await.next, Some(visit));
}

#[tokio::test]
async fn what_was_not_current_or_is_needed_or_is_not_ones_own_stays_as_it_is() {
    let firm = Firm::new().await;
    let card = firm.opportunity("proposal", "Auditoría").await;
    let ctx = firm.ctx(Role::SalesManager);
    let needed = done(&ctx, &edit(&card, Change::Amount(None))).await;
    assert_eq!(needed, Ok(MoveOutcome::Missing(vec![Missing::Amount])));
    let below = done(&ctx, &edit(&card, Change::Amount(Some(euros(-1))))).await;
    assert!(matches!(below, Err(AppError::Invalid { .. })));
    let nobody = done(&ctx, &edit(&card, Change::Owner(Some(UserId::fresh())))).await;
    assert!(matches!(nobody, Err(AppError::Invalid { .. })));
    let unknown = done(&ctx, &edit(&card, Change::Product(Some(ProductId::fresh())))).await;
    assert!(matches!(unknown, Err(AppError::Invalid { .. })));
    let looker = done(&firm.ctx(Role::Marketing), &edit(&card, Change::Amount(Some(euros(1))))).await;
    assert_eq!(looker, Err(AppError::Forbidden));
    let stranger = Ctx::of(firm.db.clone(), firm.colleague.clone(), ctx.now);
    let hidden = done(&stranger, &edit(&card, Change::Amount(Some(euros(1))))).await;
    assert_eq!(hidden, Err(AppError::NotFound));
    assert_eq!(firm.now(card.id).await, card);

    let first = edit(&card, Change::Amount(Some(euros(1_200))));
    assert!(matches!(done(&ctx, &first).await, Ok(MoveOutcome::Moved(_))));
    let second = edit(&card, Change::Amount(Some(euros(1_300))));
    let Ok(MoveOutcome::Stale(now)) = done(&ctx, &second).await else {
        panic!("somebody was quicker");
    };
    assert_eq!(now.card.amount, Some(euros(1_200)));
}

#[tokio::test]
async fn nobody_gives_away_what_they_would_not_see_any_more() {
    let firm = Firm::new().await;
    let seller = firm.person(Role::ZoneSales);
    let stage = firm.stage("qualification");
    let own = firm.row(
        stage,
        None,
        owned_by(seller.id),
        clientela::pipeline::domain::Rank::first(),
    );
    firm.fill(vec![own.clone()]).await;
    let given = done(
        &firm.ctx(Role::ZoneSales),
        &edit(&own, Change::Owner(Some(firm.colleague.id))),
    )
    .await;
    assert_eq!(given, Err(AppError::Forbidden));
    assert_eq!(firm.now(own.id).await.owner, Some(seller.id));
}
