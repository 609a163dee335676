//! What clients want, miss and suffer from.

use super::progress::{held, held_now};
use crate::{
    clients::domain::{AccountOutcome, Need, NeedState, NoteNeed, SetNeed},
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx, as_of, record, revised},
    },
    team::domain::Action,
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, Invalid, Moment, NeedId, Revision},
};

/// More than so many of one client are another file.
const MOST: u16 = 100;

record!(Need {
    id,
    revision,
    account,
    kind,
    text,
    state,
    by,
    at
});
revised!(Need);

impl Gesture for NoteNeed {
    type Answer = AccountOutcome;

    const NAME: &'static str = "need.note";

    /// Whoever sees the client: a technician hears it first (T11).
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountOutcome, AppError> {
        let account = held_now(ctx, tx, self.account, Action::View).await?.id;
        let there: Vec<NeedId> = tx
            .query("SELECT VALUE id FROM need WHERE account = $account AND state != 'settled'")
            .bind(("account", account))
            .await?
            .check()?
            .take(0)?;
        if there.len() >= usize::from(MOST) {
            return Err(AppError::invalid("text", Invalid::TooMany { max: MOST }));
        }
        let need = Need {
            id: NeedId::fresh(),
            revision: Revision::FIRST,
            account,
            kind: self.kind,
            text: self.text.clone(),
            state: self.state,
            by: ctx.actor(),
            at: ctx.now,
        };
        tell(ctx, tx, &need);
        tx.create(&[need]).await?;
        Ok(AccountOutcome::Done)
    }
}

impl Gesture for SetNeed {
    type Answer = AccountOutcome;

    const NAME: &'static str = "need.set";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountOutcome, AppError> {
        held(ctx, tx, self.account, Action::View).await?;
        let before: Option<Need> = tx.find(self.need).await?;
        let before = before
            .filter(|it| it.account == self.account)
            .ok_or(AppError::NotFound)?;
        // Whoever wrote it down says how it stands, and whoever keeps the client.
        if before.by != ctx.actor() {
            held(ctx, tx, self.account, Action::Edit).await?;
        }
        if before.revision != self.seen {
            return Ok(AccountOutcome::Stale);
        }
        if before.state == self.state {
            return Ok(AccountOutcome::Unchanged);
        }
        let after = Need {
            revision: before.revision.next(),
            state: self.state,
            ..before.clone()
        };
        tell(ctx, tx, &after);
        tx.replace(&before, &after).await?;
        Ok(AccountOutcome::Done)
    }

    fn settles(answer: &AccountOutcome) -> bool {
        *answer == AccountOutcome::Done
    }
}

fn tell(ctx: &Ctx, tx: &mut Tx, need: &Need) {
    let about = About {
        account: Some(need.account),
        opportunity: None,
    };
    let told = EntryBody::NeedTold {
        need: need.kind,
        text: need.text.clone(),
        state: need.state,
    };
    append(ctx, tx, about, told);
}

/// What there is of a client that the lens shows: what can be done now first, what is done with last; at a moment, when one is named.
///
/// # Errors
/// `Unavailable`.
pub async fn needs(ctx: &Ctx, account: AccountId, at: Option<Moment>) -> Result<Vec<Need>, AppError> {
    let all: Vec<Need> = ctx
        .db
        .query("SELECT * FROM need WHERE account = $account")
        .bind(("account", account))
        .await?
        .check()?
        .take(0)?;
    let mut all = match at {
        Some(at) => as_of(ctx, all, at).await?,
        None => all,
    };
    let order = |it: &Need| match it.state {
        NeedState::Now => 0,
        NeedState::Later => 1,
        NeedState::Settled => 2,
    };
    all.sort_by_key(|it| (order(it), std::cmp::Reverse(it.at)));
    Ok(all)
}
