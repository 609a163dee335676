//! What is left behind when somebody takes the list of accounts out of the program, and what is taken.

use surrealdb::types::RecordId;

use super::list::{rows, whole};
use crate::{
    clients::domain::{AccountLook, AccountRow, Holders},
    error::AppError,
    export,
    server::{
        Ctx,
        db::{Gesture, Tx, perform},
    },
    team::domain::{Action, Subject},
    types::OpId,
};

/// An export that is about to be handed over: it is written down first, and without that nothing is.
pub struct AccountsExported {
    /// The kind of file ("csv").
    pub format: &'static str,
    /// The filter, the order and the columns, as the address says them.
    pub asked: String,
    pub rows: u32,
}

impl Gesture for AccountsExported {
    type Answer = ();

    const NAME: &'static str = "account.export";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        ctx.require(Subject::Accounts, Action::Export)?;
        // Many accounts, and no one of them: it is noted with the firm.
        let trace = export::trace(self.format, &self.asked, self.rows);
        tx.audit(RecordId::new("firm", "ours"), trace);
        Ok(())
    }
}

/// Every account of a look that this person may take out, in its order.
///
/// # Errors
/// `Forbidden`, `Unavailable`.
pub async fn taken_out(
    ctx: &Ctx,
    look: &AccountLook,
    format: &'static str,
) -> Result<(Vec<AccountRow>, Holders), AppError> {
    ctx.require(Subject::Accounts, Action::Export)?;
    let (found, _) = whole(ctx, &look.asked(0), usize::MAX).await?;
    let days = super::inactive_after(&ctx.db).await?;
    let mut rows = rows(ctx, &found, days).await?;
    rows.retain(|row| {
        ctx.lens
            .admits(Subject::Accounts, Action::Export, row.account.belongs())
    });
    let exported = AccountsExported {
        format,
        asked: look.query(),
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
    };
    perform(ctx, OpId::fresh(), &exported).await?;
    Ok((rows, super::holders(&ctx.db).await?))
}
