//! What a move does to an opportunity, and when it is not done.

use clientela::{
    error::AppError,
    pipeline::domain::{
        Closing, LossReason, Missing, Move, MoveOutcome, NewOpportunity, Opportunity, Place, Rank, StageKind,
    },
    server::db::perform,
    team::domain::{Belongs, Role},
    timeline::{self, domain::EntryBody},
    types::{OpId, StageId},
};

use crate::firm::{Firm, euros, owned_by, percent, text};

/// The newest thing that the account's timeline says.
async fn told(firm: &Firm, opportunity: &Opportunity) -> EntryBody {
    let account = opportunity.account.expect("an account");
    timeline::store::of_account(&firm.ctx(Role::Administrator), account, None, 10)
        .await
        .expect("the timeline")
        .remove(0)
        .body
}

#[tokio::test]
async fn a_stale_card_answers_how_it_is_now_and_nothing_is_written() {
    let firm = Firm::new().await;
    let seen = firm.opportunity("qualification", "Obra nueva").await;
    firm.moved(&firm.to(&seen, "proposal")).await;
    let (now, counts) = (firm.now(seen.id).await, firm.counts().await);
    let MoveOutcome::Stale(current) = firm.moved(&firm.to(&seen, "negotiation")).await else {
        panic!("it was stale")
    };
    assert_eq!(
        (current.card.revision, current.card.stage),
        (now.revision, firm.stage("proposal").id)
    );
    assert_eq!(firm.counts().await, counts);
    assert_eq!(firm.now(seen.id).await, now);
}

async fn without_amount(firm: &Firm) -> Opportunity {
    let asked = NewOpportunity {
        stage: firm.stage("qualification").id,
        account: text("Náutica Xàbia S.L."),
        title: text("Sin importe"),
        amount: None,
        close_on: None,
        contact: None,
        from: None,
    };
    firm.now(
        perform(&firm.ctx(Role::SalesManager), OpId::fresh(), &asked)
            .await
            .expect("it is created"),
    )
    .await
}

#[tokio::test]
async fn what_a_stage_asks_for_is_answered_and_the_same_operation_may_bring_it() {
    let firm = Firm::new().await;
    let seen = without_amount(&firm).await;
    let (ctx, operation, counts) = (firm.ctx(Role::SalesManager), OpId::fresh(), firm.counts().await);
    let mut asked = firm.to(&seen, "negotiation");
    let outcome = perform(&ctx, operation, &asked).await.expect("it is answered");
    assert_eq!(outcome, MoveOutcome::Missing(vec![Missing::Amount, Missing::CloseDate]));
    assert_eq!(firm.counts().await, counts);
    assert_eq!(firm.now(seen.id).await, seen);

    asked.said = Closing {
        amount: Some(euros(4_000)),
        close_on: Some(ctx.today()),
        ..Closing::default()
    };
    let outcome = perform(&ctx, operation, &asked).await.expect("it is answered");
    assert!(
        matches!(outcome, MoveOutcome::Moved(_)),
        "going back and filling it in: {outcome:?}"
    );
    assert_eq!(firm.now(seen.id).await.amount, Some(euros(4_000)));
}

#[tokio::test]
async fn a_loss_says_why_and_to_whom() {
    let firm = Firm::new().await;
    let seen = firm.opportunity("proposal", "Obra nueva").await;
    let mut asked = firm.to(&seen, "lost");
    assert_eq!(
        firm.moved(&asked).await,
        MoveOutcome::Missing(vec![Missing::LossReason])
    );
    asked.said.loss_reason = Some(LossReason::Competition);
    assert_eq!(
        firm.moved(&asked).await,
        MoveOutcome::Missing(vec![Missing::Competitor])
    );
    asked.said.competitor = Some(text("Obras del Turia"));
    assert!(matches!(firm.moved(&asked).await, MoveOutcome::Moved(_)));
    let after = firm.now(seen.id).await;
    assert_eq!((after.state, after.probability), (StageKind::Lost, percent(0)));
    assert_eq!(
        (after.loss_reason, after.competitor.clone()),
        (Some(LossReason::Competition), asked.said.competitor)
    );
    assert_eq!(after.closed_on, Some(firm.ctx(Role::SalesManager).today()));
    let told = told(&firm, &after).await;
    assert!(
        matches!(
            told,
            EntryBody::OpportunityLost {
                reason: LossReason::Competition,
                ..
            }
        ),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_win_is_certain_and_dated_and_not_in_the_future() {
    let firm = Firm::new().await;
    let seen = firm.opportunity("proposal", "Obra nueva").await;
    let today = firm.ctx(Role::SalesManager).today();
    let mut asked = firm.to(&seen, "won");
    asked.said.closed_on = Some(today.plus_days(1));
    assert_eq!(
        firm.moved(&asked).await,
        MoveOutcome::Missing(vec![Missing::ClosedInFuture])
    );
    asked.said = Closing {
        amount: Some(euros(1_250)),
        closed_on: Some(today.plus_days(-3)),
        ..Closing::default()
    };
    firm.moved(&asked).await;
    let after = firm.now(seen.id).await;
    assert_eq!(
        (after.state, after.probability, after.closed_on),
        (StageKind::Won, percent(100), Some(today.plus_days(-3)))
    );
    assert_eq!(after.amount, Some(euros(1_250)));
    let told = told(&firm, &after).await;
    assert!(
        matches!(told, EntryBody::OpportunityWon { on, .. } if on == today.plus_days(-3)),
        "{told:?}"
    );
}

#[tokio::test]
async fn reopening_forgets_how_it_ended() {
    let firm = Firm::new().await;
    let seen = firm.opportunity("proposal", "Obra nueva").await;
    let mut asked = firm.to(&seen, "lost");
    asked.said.loss_reason = Some(LossReason::Price);
    firm.moved(&asked).await;
    firm.moved(&firm.to(&firm.now(seen.id).await, "proposal")).await;
    let after = firm.now(seen.id).await;
    assert_eq!(
        (after.state, after.probability),
        (StageKind::Open, firm.stage("proposal").probability)
    );
    assert_eq!(
        (after.closed_on, after.loss_reason, after.competitor.clone()),
        (None, None, None)
    );
    let told = told(&firm, &after).await;
    assert!(matches!(told, EntryBody::OpportunityReopened { .. }), "{told:?}");
}

#[tokio::test]
async fn a_probability_set_by_hand_stays_until_the_end() {
    let firm = Firm::new().await;
    let seller = firm.person(Role::SalesManager).id;
    let mut row = firm.row(firm.stage("qualification"), None, owned_by(seller), Rank::first());
    (row.probability, row.probability_by_hand) = (percent(65), true);
    firm.fill(vec![row.clone()]).await;
    firm.moved(&firm.to(&row, "proposal")).await;
    let after = firm.now(row.id).await;
    assert_eq!((after.probability, after.probability_by_hand), (percent(65), true));
    firm.moved(&firm.to(&after, "won")).await;
    let after = firm.now(row.id).await;
    assert_eq!((after.probability, after.probability_by_hand), (percent(100), false));
}

#[tokio::test]
async fn a_card_lands_where_it_was_put() {
    let firm = Firm::new().await;
    // Each new one is on top: c, b, a.
    let (a, b, c) = (
        firm.opportunity("proposal", "a").await,
        firm.opportunity("proposal", "b").await,
        firm.opportunity("proposal", "c").await,
    );
    assert_eq!(order(&firm).await, ["c", "b", "a"]);
    place(&firm, &c, Place::Below(b.id)).await;
    assert_eq!(order(&firm).await, ["b", "c", "a"]);
    place(&firm, &a, Place::Top).await;
    assert_eq!(order(&firm).await, ["a", "b", "c"]);
    place(&firm, &b, Place::Bottom).await;
    assert_eq!(order(&firm).await, ["a", "c", "b"]);
    place(&firm, &b, Place::Below(b.id)).await;
    assert_eq!(
        order(&firm).await.len(),
        3,
        "below itself is somewhere, and nothing is lost"
    );
}

async fn place(firm: &Firm, card: &Opportunity, place: Place) {
    let asked = Move {
        place,
        ..firm.to(&firm.now(card.id).await, "proposal")
    };
    assert!(matches!(firm.moved(&asked).await, MoveOutcome::Moved(_)));
}

async fn order(firm: &Firm) -> Vec<String> {
    let board = clientela::pipeline::store::board(&firm.ctx(Role::SalesManager), None)
        .await
        .expect("the board");
    board.cards.iter().map(|card| card.title.to_string()).collect()
}

#[tokio::test]
async fn who_may_not_edit_it_does_not_move_it() {
    let firm = Firm::new().await;
    let seen = firm.opportunity("qualification", "Obra nueva").await;
    let counts = firm.counts().await;
    let tried = async |role| perform(&firm.ctx(role), OpId::fresh(), &firm.to(&seen, "proposal")).await;
    assert_eq!(tried(Role::Finance).await, Err(AppError::Forbidden), "sees it");
    assert_eq!(
        tried(Role::Technician).await,
        Err(AppError::NotFound),
        "does not see it"
    );
    let nowhere = Move {
        stage: StageId::fresh(),
        ..firm.to(&seen, "proposal")
    };
    assert_eq!(
        perform(&firm.ctx(Role::Management), OpId::fresh(), &nowhere).await,
        Err(AppError::NotFound)
    );
    assert_eq!(firm.counts().await, counts);
    let mut hidden = firm.row(firm.stage("proposal"), None, owned_by(firm.colleague.id), Rank::first());
    hidden.zone = Some(firm.zones[1]);
    firm.fill(vec![hidden.clone()]).await;
    let belongs = Belongs { ..hidden.belongs() };
    assert!(!firm.ctx(Role::ZoneSales).lens.admits(
        clientela::team::domain::Subject::Opportunities,
        clientela::team::domain::Action::View,
        belongs
    ));
    let asked = firm.to(&hidden, "negotiation");
    assert_eq!(
        perform(&firm.ctx(Role::ZoneSales), OpId::fresh(), &asked).await,
        Err(AppError::NotFound)
    );
}
