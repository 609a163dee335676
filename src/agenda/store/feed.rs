//! The agenda as a calendar that other programs read, under an address that only its owner knows.

use sha2::{Digest, Sha256};
use surrealdb::types::RecordId;

use super::queue::between;
use crate::{
    agenda::domain::{Calendar, Event, FeedState, IssueFeed, Job, WithdrawFeed},
    error::AppError,
    i18n::agenda::heading,
    server::{
        Ctx,
        db::{Db, Gesture, Record, Tx, record},
    },
    team::{domain::User, store::Token},
    types::{FeedId, Locale, Moment, Revision, UserId},
};

/// From so many days back, and so many ahead.
const BACK: i32 = 30;
const AHEAD: i32 = 365;

#[derive(Clone)]
struct Feed {
    id: FeedId,
    revision: Revision,
    user: UserId,
    digest: String,
    at: Moment,
}

record!(Feed {
    id,
    revision,
    user,
    digest,
    at
});

impl Record for Feed {
    const SECRET: &'static [&'static str] = &["digest"];

    fn record_id(&self) -> RecordId {
        self.id.record_id()
    }

    fn revision(&self) -> Revision {
        self.revision
    }
}

/// A secret that nobody guesses: 256 random bits.
///
/// # Errors
/// `Unavailable` where the machine gives no randomness.
pub fn secret() -> Result<String, AppError> {
    Ok(Token::fresh()?.reveal().to_owned())
}

/// What is kept of a secret.
#[must_use]
pub fn digest(secret: &str) -> String {
    format!("{:x}", Sha256::digest(secret))
}

impl Gesture for IssueFeed {
    type Answer = ();

    const NAME: &'static str = "feed.make";

    /// A new address for whoever asks; the one before is none any more.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let user = ctx.actor().ok_or(AppError::SignedOut)?;
        let feed = match mine(tx, user).await? {
            Some(before) => {
                let after = Feed {
                    revision: before.revision.next(),
                    digest: self.digest.clone(),
                    at: ctx.now,
                    ..before.clone()
                };
                return tx.replace(&before, &after).await;
            }
            None => Feed {
                id: FeedId::fresh(),
                revision: Revision::FIRST,
                user,
                digest: self.digest.clone(),
                at: ctx.now,
            },
        };
        tx.create(&[feed]).await
    }
}

impl Gesture for WithdrawFeed {
    type Answer = ();

    const NAME: &'static str = "feed.revoke";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let user = ctx.actor().ok_or(AppError::SignedOut)?;
        match mine(tx, user).await? {
            Some(feed) => tx.remove(&feed).await,
            None => Ok(()),
        }
    }
}

async fn mine(tx: &Tx, user: UserId) -> Result<Option<Feed>, AppError> {
    let found: Vec<Feed> = tx
        .query("SELECT * FROM feed WHERE user = $user")
        .bind(("user", user))
        .await?
        .check()?
        .take(0)?;
    Ok(found.into_iter().next())
}

/// Since when the reader's agenda has an address.
///
/// # Errors
/// `Unavailable`.
pub async fn feed_state(ctx: &Ctx) -> Result<FeedState, AppError> {
    let since: Vec<Moment> = ctx
        .db
        .query("SELECT VALUE at FROM feed WHERE user = $user")
        .bind(("user", ctx.actor()))
        .await?
        .check()?
        .take(0)?;
    Ok(FeedState {
        since: since.into_iter().next(),
        address: None,
    })
}

/// Whose agenda lies under this secret: nobody's who does not work here any more.
///
/// # Errors
/// `NotFound`, `Unavailable`.
pub async fn reader(db: &Db, secret: &str) -> Result<User, AppError> {
    let found: Vec<User> = db
        .query("SELECT VALUE user.* FROM feed WHERE digest = $digest")
        .bind(("digest", digest(secret)))
        .await?
        .check()?
        .take(0)?;
    found.into_iter().find(|user| user.active).ok_or(AppError::NotFound)
}

/// Asked of the database and not afterwards: who has done a thousand things this month has planned some all the same.
const PLANNED: &str = "status = 'planned' AND ";

/// What the reader has planned, as their lens shows it now.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn feed(ctx: &Ctx, locale: Locale) -> Result<Vec<Event>, AppError> {
    let today = ctx.today();
    let queue = between(
        ctx,
        today.plus_days(-BACK)..=today.plus_days(AHEAD),
        Calendar::Mine,
        PLANNED,
    )
    .await?;
    let event = |job: Job| {
        let activity = job.activity;
        let kind = heading(locale, activity.kind, None);
        let client = job.account_name.map(|it| it.to_string());
        let what = activity.what.as_ref().map(ToString::to_string);
        let summary: Vec<String> = [Some(kind), client, what].into_iter().flatten().collect();
        let title = job.title.map(|it| it.to_string());
        let with = activity.contact_name.as_ref().map(ToString::to_string);
        let phone = job.phone.map(|it| it.format());
        let description: Vec<String> = [with, phone, title].into_iter().flatten().collect();
        Event {
            uid: activity.id.to_string(),
            sequence: activity.revision.number(),
            stamp: ctx.now,
            day: activity.day,
            at: activity.at,
            minutes: activity.minutes,
            summary: summary.join(" · "),
            description: description.join("\n"),
        }
    };
    Ok(queue.jobs.into_iter().map(event).collect())
}
