//! Reading what the forecast needs.

use surrealdb::types::SurrealValue;

use crate::{
    error::AppError,
    pipeline::domain::{Ended, Goal, History, MOST_ENDED, Outlook, Promise, Stage, StageKind, Visited},
    server::{
        Ctx,
        db::{Admitted, record},
    },
    team::domain::{Action, Subject},
    types::{Day, Money, Month, PipelineId},
};

/// How far back the rates are counted: long enough for a firm that sells little, short enough to be the team of today.
const DAYS_OF_HISTORY: i32 = 730;

/// So many of the newest are looked through for those that a narrow lens admits: who owns few sales does not have the whole
/// history of the firm read at every page.
const MOST_WALKED: u32 = 3_000;

#[derive(SurrealValue)]
struct EndedRow {
    closed_on: Day,
    visited: Visited,
}

record!(Goal {
    month,
    revision,
    amount
});
record!(Promise { user, revision, amount });

/// What stands behind the forecast of a pipeline, as the lens shows it.
///
/// The rates come from the newest sales and losses alone, which the index hands over in order: a hundred thousand older ones
/// cost nothing.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn outlook(ctx: &Ctx, pipeline: PipelineId, stages: &[Stage]) -> Result<Outlook, AppError> {
    let today = ctx.today();
    let admitted = Admitted::by(&ctx.lens, Subject::Opportunities, Action::View);
    let (lens, condition) = (admitted.and(), admitted.condition());
    let won = |since: &str, until: &str| {
        format!(
            "SELECT VALUE cents FROM (SELECT math::sum(amount.cents) AS cents FROM opportunity WHERE pipeline = $pipeline \
             AND state = 'won' AND closed_on >= ${since} AND closed_on < ${until} AND amount.currency = 'EUR'{lens} GROUP ALL);"
        )
    };
    let ended = |state: &str| {
        format!(
            "SELECT closed_on, visited FROM (SELECT closed_on, visited, owner, department, zone FROM opportunity \
             WHERE pipeline = $pipeline AND state = '{state}' AND closed_on >= $since ORDER BY closed_on DESC \
             LIMIT {MOST_WALKED}) WHERE {condition} LIMIT {MOST_ENDED};"
        )
    };
    let sql = [
        won("quarter", "from"),
        won("year", "quarter"),
        ended("won"),
        ended("lost"),
    ]
    .concat();
    let mut answer = ctx
        .db
        .query(sql)
        .bind(("pipeline", pipeline))
        .bind(("from", *today.month().start()))
        .bind(("quarter", *today.quarter().start()))
        .bind(("year", *today.year().start()))
        .bind(("since", today.plus_days(-DAYS_OF_HISTORY)))
        .bind(admitted.variables())
        .await?
        .check()?;
    let (won_quarter, earlier) = (sum(answer.take(0)?), sum(answer.take(1)?));
    let open = stages.iter().filter(|stage| stage.kind == StageKind::Open);
    let history = History::of(
        open.map(|stage| stage.id),
        &read(answer.take(2)?),
        &read(answer.take(3)?),
    );
    let (goals, promises) = said(ctx, pipeline, today).await?;
    Ok(Outlook {
        won_quarter,
        won_year: won_quarter.checked_add(earlier).unwrap_or(won_quarter),
        goals,
        promises,
        history,
        sets: ctx.lens.may(Subject::Forecast, Action::Edit),
    })
}

fn sum(cents: Vec<i64>) -> Money {
    let cents = cents.into_iter().next().unwrap_or_default();
    Money::eur(cents).unwrap_or_default()
}

fn read(rows: Vec<EndedRow>) -> Vec<Ended> {
    rows.into_iter()
        .map(|row| Ended {
            closed_on: row.closed_on,
            visited: row.visited,
        })
        .collect()
}

/// What was wanted and promised, for whoever sees the whole.
async fn said(ctx: &Ctx, pipeline: PipelineId, today: Day) -> Result<(Option<Vec<Goal>>, Vec<Promise>), AppError> {
    if !ctx.lens.may(Subject::Forecast, Action::View) {
        return Ok((None, Vec::new()));
    }
    let mut answer = ctx
        .db
        .query(
            "SELECT month, revision, amount FROM objective
                 WHERE pipeline = $pipeline AND month >= $year ORDER BY month;
             SELECT user, revision, amount FROM commitment WHERE pipeline = $pipeline AND month = $month;",
        )
        .bind(("pipeline", pipeline))
        .bind(("year", *today.year().start()))
        .bind(("month", Month::of(today)))
        .await?
        .check()?;
    Ok((Some(answer.take(0)?), answer.take(1)?))
}
