//! Reading the board.

use std::{collections::BTreeMap, sync::Arc};

use surrealdb::types::SurrealValue;

use super::shelf;
use crate::{
    clients::domain::Source,
    error::AppError,
    pipeline::domain::{Board, Card, ClosedCard, Facets, Opportunity, Outlook, Pipeline, StageKind, Tags},
    server::{
        Ctx,
        db::{Admitted, names, one},
    },
    team::{
        self,
        domain::{Action, Lens, Subject},
    },
    types::{
        AccountId, Day, DepartmentId, Money, OpportunityId, PipelineId, ProductId, Revision, ShortText, StageId,
        UserId, ZoneId,
    },
};

const CLOSED: &str =
    "id, revision, stage, title, account_name, amount, closed_on, tags, product, source, owner, department, zone";

#[derive(SurrealValue)]
struct ClosedRow {
    id: OpportunityId,
    revision: Revision,
    stage: StageId,
    title: ShortText,
    account_name: Option<ShortText>,
    amount: Option<Money>,
    closed_on: Day,
    tags: Tags,
    product: Option<ProductId>,
    source: Option<Source>,
    owner: Option<UserId>,
    department: Option<DepartmentId>,
    zone: Option<ZoneId>,
}

/// The board of a pipeline (the first one when none is named) as the lens shows it.
///
/// # Errors
/// `Forbidden` to a lens without opportunities, `NotFound` for a pipeline that does not exist.
pub async fn board(ctx: &Ctx, pipeline: Option<PipelineId>) -> Result<Board, AppError> {
    board_for(ctx, pipeline, Action::View).await
}

/// The same of what the lens shows and admits for an action as well: what may be taken out may be less than what is seen.
///
/// # Errors
/// As [`board`].
pub async fn board_for(ctx: &Ctx, pipeline: Option<PipelineId>, action: Action) -> Result<Board, AppError> {
    ctx.require(Subject::Opportunities, Action::View)?;
    ctx.require(Subject::Opportunities, action)?;
    let pipelines = super::pipelines(&ctx.db).await?;
    let chosen = pipelines
        .iter()
        .find(|it| pipeline.is_none_or(|wanted| wanted == it.id));
    let pipeline: Pipeline = chosen.ok_or(AppError::NotFound)?.clone();
    let today = ctx.today();
    // Before what was closed is read: what is committed meanwhile is heard again, and known to be known by its revision.
    let (on_shelf, as_of) = shelf::open_cards(&ctx.db, pipeline.id).await?;
    let mut cards = seen(&ctx.lens, action, &on_shelf);
    let admitted = Admitted::by(&ctx.lens, Subject::Opportunities, Action::View);
    let acts = Admitted::by(&ctx.lens, Subject::Opportunities, action);
    let lens = match action {
        Action::View => admitted.and(),
        _ => format!("{}{}", admitted.and(), acts.and()),
    };
    let sql = format!(
        "SELECT {CLOSED} FROM opportunity
             WHERE pipeline = $pipeline AND state = 'won' AND closed_on >= $from{lens};
         SELECT {CLOSED} FROM opportunity
             WHERE pipeline = $pipeline AND state = 'lost' AND closed_on >= $from{lens};"
    );
    let mut answer = ctx
        .db
        .query(sql)
        .bind(("pipeline", pipeline.id))
        .bind(("from", *today.month().start()))
        .bind(admitted.variables())
        .await?
        .check()?;
    let mut closed = answer.take::<Vec<ClosedRow>>(0)?;
    closed.extend(answer.take::<Vec<ClosedRow>>(1)?);
    closed.sort_by_key(|row| std::cmp::Reverse((row.closed_on, row.id)));
    // Visible already and not told yet: it is not shown twice. (The other way round, one that has just been opened again, the news
    // brings.)
    let later: BTreeMap<_, _> = closed.iter().map(|row| (row.id, row.revision)).collect();
    cards.retain(|card| later.get(&card.id).is_none_or(|closed| *closed < card.revision));
    let closed = closed
        .into_iter()
        .map(|row| ClosedCard {
            id: row.id,
            revision: row.revision,
            stage: row.stage,
            name: row.account_name.unwrap_or_else(|| row.title.clone()),
            title: row.title,
            amount: row.amount,
            closed_on: row.closed_on,
            facets: Facets {
                owner: row.owner,
                department: row.department,
                zone: row.zone,
                product: row.product,
                source: row.source,
            },
            tags: row.tags,
        })
        .collect();
    let stages = super::stages(&ctx.db, pipeline.id).await?;
    let outlook = match action {
        Action::View => super::outlook::outlook(ctx, pipeline.id, &stages).await?,
        // What is taken out has no forecast.
        _ => Outlook::default(),
    };
    Ok(Board {
        outlook,
        stages,
        pipeline,
        pipelines,
        cards,
        closed,
        owners: team::store::directory(&ctx.db).await?,
        gone: team::store::gone(&ctx.db).await?,
        departments: names(&ctx.db, DepartmentId::TABLE).await?,
        zones: names(&ctx.db, ZoneId::TABLE).await?,
        products: names(&ctx.db, ProductId::TABLE).await?,
        today,
        as_of,
    })
}

/// What the lens shows and admits for the action as well; what may not be changed is fixed.
fn seen(lens: &Lens, action: Action, cards: &[Arc<Card>]) -> Vec<Arc<Card>> {
    let admits = |action, card: &Card| lens.admits(Subject::Opportunities, action, card.facets.belongs());
    let is_seen = |card: &&Arc<Card>| admits(Action::View, card) && (action == Action::View || admits(action, card));
    let shown = |card: &Arc<Card>| match admits(Action::Edit, card) {
        true => Arc::clone(card),
        false => Arc::new(Card {
            fixed: true,
            ..Card::clone(card)
        }),
    };
    cards.iter().filter(is_seen).map(shown).collect()
}

/// One opportunity, if the lens shows it.
///
/// # Errors
/// `NotFound`, for one that is hidden too.
pub async fn opportunity(ctx: &Ctx, id: OpportunityId) -> Result<Opportunity, AppError> {
    one(ctx, id, Subject::Opportunities).await
}

/// The opportunities of an account that the lens shows, open ones first, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn opportunities_of(ctx: &Ctx, account: AccountId) -> Result<Vec<Opportunity>, AppError> {
    let admitted = Admitted::by(&ctx.lens, Subject::Opportunities, Action::View);
    let sql = format!("SELECT * FROM opportunity WHERE account = $account{}", admitted.and());
    let mut found: Vec<Opportunity> = ctx
        .db
        .query(sql)
        .bind(("account", account))
        .bind(admitted.variables())
        .await?
        .check()?
        .take(0)?;
    found.sort_by_key(|it| (it.state != StageKind::Open, std::cmp::Reverse(it.created_at)));
    Ok(found)
}
