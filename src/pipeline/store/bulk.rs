//! Several gestures on the board in one transaction.

use std::collections::BTreeSet;

use crate::{
    error::AppError,
    pipeline::domain::{Bulk, MOST_TOGETHER, MoveOutcome, Opportunity, Part, PartOutcome},
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
    types::{Invalid, OpportunityId},
};

impl Gesture for Bulk {
    type Answer = Vec<PartOutcome>;

    const NAME: &'static str = "opportunity.bulk";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Vec<PartOutcome>, AppError> {
        if self.parts.len() > MOST_TOGETHER {
            return Err(AppError::invalid("parts", Invalid::TooMany { max: 500 }));
        }
        let mut outcomes = Vec::with_capacity(self.parts.len());
        let barred = barred(self, ctx, tx).await?;
        for part in &self.parts {
            if barred.contains(&part.opportunity()) {
                outcomes.push(PartOutcome::Refused(AppError::Forbidden));
                continue;
            }
            let outcome = match part {
                Part::Move(it) => it.perform(ctx, tx).await,
                Part::Edit(it) => it.perform(ctx, tx).await,
                Part::Undo(it) => it.perform(ctx, tx).await,
            };
            outcomes.push(match outcome {
                Ok(outcome) => PartOutcome::Answered(outcome),
                // The database refuses, not the rules: nothing of it stands.
                Err(error @ (AppError::Conflict | AppError::Unavailable | AppError::NoSpace)) => return Err(error),
                Err(error) => PartOutcome::Refused(error),
            });
        }
        Ok(outcomes)
    }

    fn settles(answer: &Vec<PartOutcome>) -> bool {
        let moved = |it: &PartOutcome| matches!(it, PartOutcome::Answered(MoveOutcome::Moved(_)));
        answer.iter().any(moved)
    }
}

/// Those that this person may change one by one and not together with others. What one has done one may take back.
async fn barred(asked: &Bulk, ctx: &Ctx, tx: &Tx) -> Result<BTreeSet<OpportunityId>, AppError> {
    let changed = asked.parts.iter().filter(|part| !matches!(part, Part::Undo(_)));
    let wanted: Vec<OpportunityId> = changed.map(Part::opportunity).collect();
    let found: Vec<Opportunity> = tx
        .query("SELECT * FROM $wanted")
        .bind(("wanted", wanted))
        .await?
        .check()?
        .take(0)?;
    let admits = |action, it: &Opportunity| ctx.lens.admits(Subject::Opportunities, action, it.belongs());
    // What may not even be seen is not found, as by itself.
    let bars = |it: &Opportunity| admits(Action::View, it) && !admits(Action::Bulk, it);
    Ok(found.iter().filter(|it| bars(it)).map(|it| it.id).collect())
}
