//! How each wants to be reminded.

use std::collections::BTreeMap;

use crate::{
    error::AppError,
    reminders::domain::{ChooseReminders, ReminderChoice},
    server::{
        Ctx,
        db::{Db, Gesture, Tx},
    },
    types::{ReminderChoiceId, Revision, UserId},
};

/// What everybody has chosen who has: a row a colleague.
///
/// # Errors
/// `Unavailable`.
pub async fn choices(db: &Db) -> Result<BTreeMap<ReminderChoiceId, ReminderChoice>, AppError> {
    let rows: Vec<ReminderChoice> = db.query("SELECT * FROM reminder_choice").await?.check()?.take(0)?;
    Ok(rows.into_iter().map(|it| (it.id, it)).collect())
}

/// What the reader has chosen.
///
/// # Errors
/// `SignedOut`, `Unavailable`.
pub async fn choice(ctx: &Ctx) -> Result<ReminderChoice, AppError> {
    let user = ctx.actor().ok_or(AppError::SignedOut)?;
    chosen(&ctx.db, user).await
}

/// What somebody has chosen.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn chosen(db: &Db, user: UserId) -> Result<ReminderChoice, AppError> {
    let row: Option<ReminderChoice> = db
        .query("SELECT * FROM ONLY $id")
        .bind(("id", ReminderChoice::key(user)))
        .await?
        .check()?
        .take(0)?;
    Ok(row.unwrap_or_else(|| ReminderChoice::usual(user)))
}

impl Gesture for ChooseReminders {
    type Answer = ();

    const NAME: &'static str = "reminder.choose";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let user = ctx.actor().ok_or(AppError::SignedOut)?;
        let before: Option<ReminderChoice> = tx.find(ReminderChoice::key(user)).await?;
        let known = before.clone().unwrap_or_else(|| ReminderChoice::usual(user));
        let after = ReminderChoice {
            before: self.before,
            morning: self.morning,
            clock: self.clock,
            by_mail: self.by_mail.unwrap_or(known.by_mail),
            ..known
        };
        match before {
            Some(before) if before == after => Ok(()),
            Some(before) => {
                let revision = before.revision.next();
                tx.replace(&before, &ReminderChoice { revision, ..after }).await
            }
            None => {
                let revision = Revision::FIRST;
                tx.create(&[ReminderChoice { revision, ..after }]).await
            }
        }
    }
}
