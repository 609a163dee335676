//! Objectives and commitments are set.

use super::moves::priced;
use crate::{
    error::AppError,
    pipeline::domain::{Commitment, Goal, GoalOutcome, Objective, SetCommitment, SetObjectives},
    server::{
        Ctx,
        db::{Gesture, Record, Tx, record, revised},
    },
    team::domain::{Action, Subject},
    types::{CommitmentId, Month, ObjectiveId, PipelineId, Revision},
};

record!(Objective {
    id,
    revision,
    pipeline,
    month,
    amount
});
record!(Commitment {
    id,
    revision,
    pipeline,
    user,
    month,
    amount
});
revised!(Objective, Commitment);

impl Gesture for SetObjectives {
    type Answer = GoalOutcome;

    const NAME: &'static str = "objective.set";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<GoalOutcome, AppError> {
        ctx.require(Subject::Forecast, Action::Edit)?;
        let months = || self.goals.iter().map(|goal| goal.month);
        let (Some(first), Some(last)) = (months().min(), months().max()) else {
            return Ok(GoalOutcome::Set(Vec::new()));
        };
        let mut answer = tx
            .query(
                "SELECT VALUE id FROM $pipeline;
                 SELECT * FROM objective WHERE pipeline = $pipeline AND month >= $first AND month <= $last;",
            )
            .bind(("pipeline", self.pipeline))
            .bind(("first", first))
            .bind(("last", last))
            .await?
            .check()?;
        exists(answer.take(0)?)?;
        let there: Vec<Objective> = answer.take(1)?;
        let mut set = Vec::new();
        for goal in &self.goals {
            priced(goal.amount)?;
            let now = there.iter().find(|it| it.month == goal.month);
            let changed = |revision, id| Objective {
                id,
                revision,
                pipeline: self.pipeline,
                month: goal.month,
                amount: goal.amount,
            };
            match written(now.map(|it| (it.revision, it.amount)), goal) {
                Written::Stale => return Ok(GoalOutcome::Stale),
                Written::Same(revision) => set.push(Goal { revision, ..*goal }),
                Written::As(revision) => {
                    let after = changed(revision, now.map_or_else(ObjectiveId::fresh, |it| it.id));
                    put(tx, now, &after).await?;
                    set.push(Goal {
                        revision: Some(revision),
                        ..*goal
                    });
                }
            }
        }
        Ok(GoalOutcome::Set(set))
    }

    fn settles(answer: &GoalOutcome) -> bool {
        *answer != GoalOutcome::Stale
    }
}

impl Gesture for SetCommitment {
    type Answer = GoalOutcome;

    const NAME: &'static str = "commitment.set";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<GoalOutcome, AppError> {
        ctx.require(Subject::Forecast, Action::Edit)?;
        let goal = self.goal;
        // The program promises nothing.
        let user = ctx.actor().ok_or(AppError::Forbidden)?;
        if goal.month != Month::of(ctx.today()) {
            return Ok(GoalOutcome::Stale);
        }
        priced(goal.amount)?;
        let mut answer = tx
            .query(
                "SELECT VALUE id FROM $pipeline;
                 SELECT * FROM commitment WHERE pipeline = $pipeline AND month = $month AND user = $user;",
            )
            .bind(("pipeline", self.pipeline))
            .bind(("month", goal.month))
            .bind(("user", user))
            .await?
            .check()?;
        exists(answer.take(0)?)?;
        let now = answer.take::<Vec<Commitment>>(1)?.into_iter().next();
        let revision = match written(now.as_ref().map(|it| (it.revision, it.amount)), &goal) {
            Written::Stale => return Ok(GoalOutcome::Stale),
            Written::Same(revision) => return Ok(GoalOutcome::Set(vec![Goal { revision, ..goal }])),
            Written::As(revision) => revision,
        };
        let after = Commitment {
            id: now.as_ref().map_or_else(CommitmentId::fresh, |it| it.id),
            revision,
            pipeline: self.pipeline,
            user,
            month: goal.month,
            amount: goal.amount,
        };
        put(tx, now.as_ref(), &after).await?;
        let revision = Some(revision);
        Ok(GoalOutcome::Set(vec![Goal { revision, ..goal }]))
    }

    fn settles(answer: &GoalOutcome) -> bool {
        *answer != GoalOutcome::Stale
    }
}

/// What becomes of the row of a goal.
enum Written {
    Stale,
    /// It says so already.
    Same(Option<Revision>),
    As(Revision),
}

fn written(now: Option<(Revision, Option<crate::types::Money>)>, goal: &Goal) -> Written {
    let revision = now.map(|(revision, _)| revision);
    if now.and_then(|(_, amount)| amount) == goal.amount {
        Written::Same(revision)
    } else if revision != goal.revision {
        Written::Stale
    } else {
        Written::As(revision.map_or(Revision::FIRST, Revision::next))
    }
}

fn exists(found: Vec<PipelineId>) -> Result<(), AppError> {
    found.first().map(drop).ok_or(AppError::NotFound)
}

async fn put<T: Record>(tx: &mut Tx, now: Option<&T>, after: &T) -> Result<(), AppError> {
    match now {
        Some(now) => tx.replace(now, after).await,
        None => tx.create(std::slice::from_ref(after)).await,
    }
}
