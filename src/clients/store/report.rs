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
        store::{About, append_at},
    },
    types::{Invalid, Moment, TimeZone},
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
        let at = match self.on {
            Some(on) if on > ctx.today() => return Err(AppError::invalid("on", Invalid::DayToCome)),
            Some(on) if on < ctx.today() => Moment::midday(on, TimeZone::default()),
            _ => ctx.now,
        };
        let about = About {
            account: Some(self.account),
            opportunity: None,
        };
        Ok(append_at(ctx, tx, about, at, EntryBody::Reported(self.report.clone())))
    }
}
