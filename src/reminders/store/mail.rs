//! Sending the letters: each is taken in hand in a transaction before it is sent, so that two programs never send it twice.

use std::fmt::Display;

use chrono::TimeDelta;
use lettre::AsyncTransport;

use super::{Letters, seen::shown};
use crate::{
    error::AppError,
    reminders::domain::{BACK, Mailing, PAUSES, Reminder},
    server::{
        Ctx,
        db::{Db, Gesture, Tx, perform},
    },
    team,
    types::{Moment, OpId, ReminderId},
};

/// So many at once: the rest at the next look.
const AT_ONCE: u32 = 200;
/// A round ends with so many that did not leave: who waits fifteen seconds for a server that is not there keeps the others waiting.
const MOST_FAILURES: u32 = 3;

/// One of the programs takes a letter in hand.
struct Claim(ReminderId);

impl Gesture for Claim {
    type Answer = bool;

    const NAME: &'static str = "reminder.claim";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<bool, AppError> {
        let found: Option<Reminder> = tx.find(self.0).await?;
        let Some(before) = found.filter(|it| it.is_to_mail) else {
            return Ok(false);
        };
        let after = Reminder {
            revision: before.revision.next(),
            is_to_mail: false,
            tries: before.tries + 1,
            claimed_at: Some(ctx.now),
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
        Ok(true)
    }

    fn settles(answer: &bool) -> bool {
        *answer
    }
}

/// What became of a letter that was in hand.
struct Sent {
    reminder: ReminderId,
    is_sent: bool,
}

impl Gesture for Sent {
    type Answer = ();

    const NAME: &'static str = "reminder.sent";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let before: Reminder = tx.find(self.reminder).await?.ok_or(AppError::NotFound)?;
        let is_last = pause(before.tries).is_none();
        let after = Reminder {
            revision: before.revision.next(),
            is_to_mail: !self.is_sent && !is_last,
            sent_at: self.is_sent.then_some(ctx.now),
            gave_up_at: (!self.is_sent && is_last).then_some(ctx.now),
            ..before.clone()
        };
        tx.replace(&before, &after).await
    }
}

/// Sends what waits to be sent at this moment; how much that was.
///
/// # Errors
/// `Unavailable`.
pub async fn send_due<T>(db: &Db, letters: &Letters<T>, now: Moment) -> Result<u32, AppError>
where
    T: AsyncTransport + Sync,
    T::Error: Display,
{
    let ctx = Ctx::program(db.clone(), now)?;
    let waiting: Vec<Reminder> = db
        .query(format!(
            "SELECT * FROM reminder WHERE is_to_mail = true AND due > $recent ORDER BY due ASC LIMIT {AT_ONCE}"
        ))
        .bind(("recent", now.minus(BACK)))
        .await?
        .check()?
        .take(0)?;
    let (mut sent, mut failed) = (0, 0);
    for it in waiting {
        let rest = pause(it.tries).unwrap_or_default();
        let has_rested = it.claimed_at.is_none_or(|claimed| claimed <= now.minus(rest));
        if !has_rested || !perform(&ctx, OpId::fresh(), &Claim(it.id)).await? {
            continue;
        }
        // None: there is nothing to say any more.
        let Some(is_sent) = send(&ctx, letters, it.id).await? else {
            continue;
        };
        let outcome = Sent {
            reminder: it.id,
            is_sent,
        };
        perform(&ctx, OpId::fresh(), &outcome).await?;
        sent += u32::from(is_sent);
        failed += u32::from(!is_sent);
        if failed == MOST_FAILURES {
            break;
        }
    }
    Ok(sent)
}

/// How long a letter rests that was tried so often; none, when it is given up.
fn pause(tries: u32) -> Option<TimeDelta> {
    let minutes = PAUSES.get(usize::try_from(tries).ok()?)?;
    Some(TimeDelta::minutes(*minutes))
}

/// Whether a letter that is in hand was sent; none for what its reader has been told in vain: it is done, put off, or they see it
/// no more.
async fn send<T>(ctx: &Ctx, letters: &Letters<T>, id: ReminderId) -> Result<Option<bool>, AppError>
where
    T: AsyncTransport + Sync,
    T::Error: Display,
{
    let found: Option<Reminder> = ctx
        .db
        .query("SELECT * FROM ONLY $id")
        .bind(("id", id))
        .await?
        .check()?
        .take(0)?;
    let users = team::store::users(&ctx.db).await?;
    let Some(reminder) = found.filter(|it| it.seen_at.is_none()) else {
        return Ok(None);
    };
    let Some(user) = users.into_iter().find(|it| it.id == reminder.user && it.active) else {
        return Ok(None);
    };
    let eyes = Ctx::of(ctx.db.clone(), user.clone(), ctx.now);
    let about = match shown(&eyes, &[reminder]).await {
        Ok(shown) => shown.into_iter().next(),
        Err(AppError::Forbidden) => None,
        Err(error) => return Err(error),
    };
    let Some(about) = about else {
        return Ok(None);
    };
    let left = match letters.write(&user, &about, ctx.today()) {
        Ok(letter) => letters
            .transport
            .send(letter)
            .await
            .map(drop)
            .map_err(|why| why.to_string()),
        Err(why) => Err(why.to_string()),
    };
    Ok(Some(match left {
        Ok(()) => true,
        Err(why) => {
            tracing::warn!(%why, reminder = %id, "a reminder could not be sent by e-mail");
            false
        }
    }))
}

/// How it stands with the reader's e-mail: what became of the last letter that left or was given up.
///
/// # Errors
/// `Unavailable`.
pub async fn mailing(ctx: &Ctx, is_on: bool) -> Result<Mailing, AppError> {
    if !is_on {
        return Ok(Mailing::Off);
    }
    let last: Vec<Reminder> = ctx
        .db
        .query("SELECT * FROM reminder WHERE user = $user AND due > $recent ORDER BY due DESC LIMIT 100")
        .bind(("user", ctx.actor()))
        .bind(("recent", ctx.now.minus(BACK * 7)))
        .await?
        .check()?
        .take(0)?;
    let last = last
        .into_iter()
        .find(|it| it.sent_at.is_some() || it.gave_up_at.is_some());
    Ok(last.and_then(|it| it.gave_up_at).map_or(Mailing::On, Mailing::Failed))
}
