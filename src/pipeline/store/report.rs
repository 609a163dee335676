//! A report on an opportunity.

use crate::{
    error::AppError,
    pipeline::domain::{Moved, Opportunity, ReportOn},
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::EntryBody,
        store::{About, append_at, moment_of},
    },
};

impl Gesture for ReportOn {
    type Answer = Moved;

    const NAME: &'static str = "opportunity.report";

    /// Whoever may see it may write down what they heard: a report takes nothing away.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Moved, AppError> {
        let found: Option<Opportunity> = tx.find(self.opportunity).await?;
        let before = found
            .filter(|it| ctx.lens.admits(Subject::Opportunities, Action::View, it.belongs()))
            .ok_or(AppError::NotFound)?;
        let at = moment_of(ctx, self.on)?;
        let about = About {
            account: before.account,
            opportunity: Some(before.id),
        };
        append_at(ctx, tx, about, at, EntryBody::Reported(self.report.clone()));
        let after = Opportunity {
            revision: before.revision.next(),
            last_activity_at: before.last_activity_at.max(Some(at)),
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
        let mut moved = Moved::from(&after);
        moved.card.fixed = !ctx.lens.admits(Subject::Opportunities, Action::Edit, after.belongs());
        Ok(moved)
    }
}
