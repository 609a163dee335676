//! A firm with several pipelines: each has its own board, and only an administrator makes one.

use clientela::{
    clients,
    error::AppError,
    pipeline::{
        self,
        domain::{Change, Edit, Missing, MoveOutcome, NewPipeline, NewStage, Opportunity, Requirement},
    },
    server::db::perform,
    team::domain::Role,
    types::{AccountId, Invalid, OpId, PipelineId, StageId},
};

use crate::firm::{Firm, percent, text};

fn renewals() -> NewPipeline {
    let stage = |name: &str, chance| NewStage {
        name: text(name),
        probability: percent(chance),
        rots_after_days: Some(10),
        required: vec![Requirement::Amount],
    };
    NewPipeline {
        name: text("Renovaciones"),
        stages: vec![stage("Aviso enviado", 60), stage("Por firmar", 90)],
    }
}

#[tokio::test]
async fn a_second_pipeline_has_a_board_of_its_own() {
    let firm = Firm::new().await;
    let first = firm.opportunity("qualification", "Plan de igualdad").await;
    let (ctx, operation) = (firm.ctx(Role::Administrator), OpId::fresh());
    let made = perform(&ctx, operation, &renewals()).await.expect("a pipeline");
    assert_eq!(
        perform(&ctx, operation, &renewals()).await,
        Ok(made),
        "asked twice, made once"
    );
    let board = pipeline::store::board(&ctx, Some(made)).await.expect("its board");
    let names: Vec<&str> = board.pipelines.iter().map(|it| it.name.as_str()).collect();
    assert_eq!((names, board.cards.len()), (vec!["Ventas", "Renovaciones"], 0));
    assert!(board.is_at(Some(made)) && !board.is_at(None));
    let open: Vec<&str> = board.open_stages().map(|stage| stage.name.as_str()).collect();
    assert_eq!(open, ["Aviso enviado", "Por firmar"]);
    let there = firm.opportunity_in(&board.stages[0], "Renovar el convenio").await;
    let board = pipeline::store::board(&ctx, Some(made)).await.expect("its board");
    assert_eq!(board.cards.iter().map(|card| card.id).collect::<Vec<_>>(), [there.id]);
    let before = pipeline::store::board(&ctx, None).await.expect("the first");
    assert!(before.is_at(None) && before.cards.iter().all(|card| card.id == first.id));
    let across = perform(&ctx, OpId::fresh(), &firm.to_stage(&first, board.stages[1].id)).await;
    assert_eq!(
        across,
        Err(AppError::NotFound),
        "a stage of another pipeline is no stage of it"
    );
    let back = pipeline::store::board_of(&firm.db, board.stages[0].id)
        .await
        .expect("its address");
    assert_eq!(back, Some(made));
    let back = pipeline::store::board_of(&firm.db, first.stage)
        .await
        .expect("its address");
    assert_eq!(back, None);
    let unknown = pipeline::store::board(&ctx, Some(PipelineId::fresh())).await;
    assert_eq!(unknown, Err(AppError::NotFound));
    let stages = pipeline::store::stages_beside(&firm.db, Some(StageId::fresh()))
        .await
        .expect("the first");
    assert_eq!(stages[0].pipeline, first.pipeline);
}

/// The persons of an account, by name.
async fn people(firm: &Firm, account: AccountId) -> Vec<String> {
    let found = clients::store::people(&firm.ctx(Role::Administrator), account).await;
    found
        .expect("the people")
        .into_iter()
        .map(|it| it.name.to_string())
        .collect()
}

#[tokio::test]
async fn a_stage_may_ask_with_whom_it_is_dealt_and_whoever_is_named_is_a_person_of_the_account() {
    let firm = Firm::new().await;
    let mut asked = renewals();
    asked.stages[1].required = vec![Requirement::Contact];
    let made = perform(&firm.ctx(Role::Administrator), OpId::fresh(), &asked)
        .await
        .expect("a pipeline");
    let stages = pipeline::store::stages(&firm.db, made).await.expect("its stages");
    let card = firm.opportunity_in(&stages[0], "Renovar el convenio").await;
    let account = card.account.expect("an account");
    let mut to = firm.to_stage(&card, stages[1].id);
    assert_eq!(firm.moved(&to).await, MoveOutcome::Missing(vec![Missing::Contact]));
    assert_eq!(
        people(&firm, account).await,
        Vec::<String>::new(),
        "what is refused leaves nothing"
    );
    to.said.contact = Some(text("Vicent Benlloch"));
    assert!(matches!(firm.moved(&to).await, MoveOutcome::Moved(_)));
    let there = firm.now(card.id).await;
    assert!(there.contact.is_some() && there.contact_name == to.said.contact);
    assert_eq!(people(&firm, account).await, ["Vicent Benlloch"]);

    let change = |seen: &Opportunity, name: Option<&str>| Edit {
        opportunity: seen.id,
        seen: seen.revision,
        change: Change::Contact(name.map(text)),
    };
    let ctx = firm.ctx(Role::SalesManager);
    let taken_away = perform(&ctx, OpId::fresh(), &change(&there, None)).await;
    assert_eq!(taken_away, Ok(MoveOutcome::Missing(vec![Missing::Contact])));
    perform(&ctx, OpId::fresh(), &change(&there, Some("Amparo Llorens")))
        .await
        .expect("another person");
    let other = firm.now(card.id).await;
    perform(&ctx, OpId::fresh(), &change(&other, Some("vicent  bénlloch")))
        .await
        .expect("the first again");
    let again = firm.now(card.id).await;
    assert_eq!(again.contact, there.contact, "known whatever the accents");
    assert_eq!(people(&firm, account).await, ["Amparo Llorens", "Vicent Benlloch"]);
}

#[tokio::test]
async fn nobody_else_makes_one_and_no_name_is_given_twice() {
    let firm = Firm::new().await;
    let forbidden = perform(&firm.ctx(Role::SalesManager), OpId::fresh(), &renewals()).await;
    assert_eq!(forbidden, Err(AppError::Forbidden));
    let again = NewPipeline {
        name: text("ventas"),
        ..renewals()
    };
    let taken = perform(&firm.ctx(Role::Administrator), OpId::fresh(), &again).await;
    assert_eq!(taken, Err(AppError::invalid("name", Invalid::Taken)));
    let mut twice = renewals();
    twice.stages[1].name = text("Aviso enviado");
    let refused = perform(&firm.ctx(Role::Administrator), OpId::fresh(), &twice).await;
    assert_eq!(refused, Err(AppError::invalid("stage-1", Invalid::Taken)));
    let there = pipeline::store::pipelines(&firm.db).await.expect("the pipelines");
    assert_eq!(there.len(), 1);
}
