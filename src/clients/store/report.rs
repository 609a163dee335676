//! A report on an account.

use crate::{
    clients::domain::{Account, ReportOnAccount},
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
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
        let found: Option<Account> = tx.find(self.account).await?;
        found
            .filter(|it| ctx.lens.admits(Subject::Accounts, Action::View, it.belongs()))
            .ok_or(AppError::NotFound)?;
        let at = moment_of(ctx, self.on)?;
        let about = About {
            account: Some(self.account),
            opportunity: None,
        };
        Ok(append_at(ctx, tx, about, at, EntryBody::Reported(self.report.clone())))
    }
}
