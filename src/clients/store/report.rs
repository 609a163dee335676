//! A report on an account.

use super::held_now;
use crate::{
    agenda::domain::Plan,
    clients::domain::ReportOnAccount,
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::Action,
    timeline::{
        domain::{Entry, EntryBody},
        store::{About, append_at, moment_of},
    },
};

impl Gesture for ReportOnAccount {
    type Answer = Entry;

    const NAME: &'static str = "account.report";

    /// Whoever may see it may write down what they heard: a report takes nothing away.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Entry, AppError> {
        let account = held_now(ctx, tx, self.account, Action::View).await?.id;
        let at = moment_of(ctx, self.on)?;
        let about = About {
            account: Some(account),
            opportunity: None,
        };
        if let Some(next) = &self.next {
            let plan = Plan {
                account,
                ..next.clone()
            };
            plan.perform(ctx, tx).await.map_err(of_next)?;
        }
        Ok(append_at(ctx, tx, about, at, EntryBody::Reported(self.report.clone())))
    }
}

/// The fields of what comes next have names of their own in this form.
fn of_next(error: AppError) -> AppError {
    match error {
        AppError::Invalid { field, why } => AppError::invalid(&format!("next_{field}"), why),
        other => other,
    }
}
