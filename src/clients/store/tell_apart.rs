//! Saying that two accounts are two firms.

use super::{progress::held, suspects::pair};
use crate::{
    clients::domain::TellApart,
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx, record, revised},
    },
    team::domain::Action,
    types::{AccountId, ApartId, Moment, Revision, UserId},
};

#[derive(Clone)]
struct Apart {
    id: ApartId,
    revision: Revision,
    one: AccountId,
    other: AccountId,
    by: Option<UserId>,
    at: Moment,
}

record!(Apart {
    id,
    revision,
    one,
    other,
    by,
    at
});
revised!(Apart);

impl Gesture for TellApart {
    type Answer = ();

    const NAME: &'static str = "account.tell_apart";

    /// Whoever may change both.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let (one, other) = pair(self.one, self.other);
        if one == other {
            return Err(AppError::NotFound);
        }
        held(ctx, tx, one, Action::Edit).await?;
        held(ctx, tx, other, Action::Edit).await?;
        let known: Vec<ApartId> = tx
            .query("SELECT VALUE id FROM told_apart WHERE one = $one AND other = $other")
            .bind(("one", one))
            .bind(("other", other))
            .await?
            .check()?
            .take(0)?;
        if !known.is_empty() {
            return Ok(());
        }
        let apart = Apart {
            id: ApartId::fresh(),
            revision: Revision::FIRST,
            one,
            other,
            by: ctx.actor(),
            at: ctx.now,
        };
        tx.create(&[apart]).await
    }
}
