//! Server-side sessions.
//!
//! Bookkeeping of who is signed in where: not gestures, so they leave no timeline and no revision; signing in and out is in
//! the server's log.

use chrono::TimeDelta;
use rand::{TryRngCore, rngs::OsRng};
use sha2::{Digest, Sha256};
use surrealdb::{IndexedResults, types::SurrealValue};

use crate::{
    error::AppError,
    server::db::Db,
    team::domain::User,
    types::{Moment, SessionId, UserId},
};

/// A session that nobody uses ends after this.
pub const IDLE: TimeDelta = TimeDelta::hours(12);
/// Every session ends after this, used or not.
pub const LIFETIME: TimeDelta = TimeDelta::days(30);
/// The token in the cookie is changed this often.
const ROTATION: TimeDelta = TimeDelta::hours(1);
/// How long the token before a rotation still opens the session: two tabs ask at once.
const GRACE: TimeDelta = TimeDelta::minutes(1);
/// `seen_at` is written at most this often, so that reading a page is not a write.
const SEEN: TimeDelta = TimeDelta::minutes(1);

/// How often a deletion is tried that collides with a request of the same session.
const DELETIONS: u32 = 50;

/// What the cookie carries: 256 random bits. Only its hash is kept.
#[derive(Clone)]
pub struct Token(String);

/// Somebody signed in on one device.
#[derive(Clone, Debug, SurrealValue)]
pub struct Session {
    pub id: SessionId,
    pub user: UserId,
    pub created_at: Moment,
    pub seen_at: Moment,
    /// What the browser says it is.
    pub device: String,
    rotated_at: Moment,
}

/// A live session, its user, and the new token if it was time for one.
pub struct Found {
    pub session: Session,
    pub user: User,
    pub rotated: Option<Token>,
}

impl Token {
    /// A new one, which nobody guesses.
    ///
    /// # Errors
    /// `Unavailable` where the machine gives no randomness.
    pub fn fresh() -> Result<Self, AppError> {
        let mut bytes = [0_u8; 32];
        OsRng.try_fill_bytes(&mut bytes).map_err(|error| {
            tracing::error!(%error, "the machine gives no randomness");
            AppError::Unavailable
        })?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// From a cookie; anything that is not one of ours will simply not be found.
    #[must_use]
    pub fn presented(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// For the cookie alone.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    fn digest(&self) -> String {
        format!("{:x}", Sha256::digest(&self.0))
    }
}

/// Opens a session for a user who has just proved who he or she is. Always a new token: one planted before is worth nothing.
///
/// # Errors
/// `Unavailable`.
pub async fn start(db: &Db, user: UserId, device: &str, now: Moment) -> Result<Token, AppError> {
    let token = Token::fresh()?;
    db.query(
        "CREATE $id SET user = $user, token = $digest, rotated_at = $now, created_at = $now, seen_at = $now, device = $device
         RETURN NONE",
    )
    .bind(("id", SessionId::fresh()))
    .bind(("user", user))
    .bind(("digest", token.digest()))
    .bind(("now", now))
    .bind(("device", device.chars().take(200).collect::<String>()))
    .await?
    .check()?;
    Ok(token)
}

/// The live session of a token, if there is one. Ends those that have expired.
///
/// # Errors
/// `Unavailable`.
pub async fn find(db: &Db, token: &Token, now: Moment, may_rotate: bool) -> Result<Option<Found>, AppError> {
    let mut answer = db
        .query(
            "SELECT * FROM session WHERE token = $digest LIMIT 1;
             SELECT * FROM session WHERE previous = $digest AND rotated_at > $recent LIMIT 1;",
        )
        .bind(("digest", token.digest()))
        .bind(("recent", now.minus(GRACE)))
        .await?
        .check()?;
    let current: Option<Session> = answer.take(0)?;
    let is_current = current.is_some();
    let Some(session) = current.or(answer.take(1)?) else {
        return Ok(None);
    };
    if session.seen_at < now.minus(IDLE) || session.created_at < now.minus(LIFETIME) {
        end(db, session.id).await?;
        return Ok(None);
    }
    let user: Option<User> = db
        .query("SELECT * FROM ONLY $user")
        .bind(("user", session.user))
        .await?
        .check()?
        .take(0)?;
    let Some(user) = user.filter(|user| user.active) else {
        return Ok(None);
    };
    let rotated = if may_rotate && is_current && session.rotated_at < now.minus(ROTATION) {
        rotate(db, &session, token, now).await?
    } else {
        None
    };
    if session.seen_at < now.minus(SEEN) {
        let seen = db
            .query("UPDATE $id SET seen_at = $now RETURN NONE")
            .bind(("id", session.id))
            .bind(("now", now))
            .await;
        at_once(seen.and_then(IndexedResults::check))?;
    }
    Ok(Some(Found { session, user, rotated }))
}

/// Whose session it is, if it has not ended and its user is still active. Looking is not using: it does not keep it alive.
///
/// # Errors
/// `Unavailable`.
pub async fn still(db: &Db, session: &Session, now: Moment) -> Result<Option<User>, AppError> {
    let mut answer = db
        .query("SELECT * FROM ONLY $it; SELECT * FROM ONLY $user;")
        .bind(("it", session.id))
        .bind(("user", session.user))
        .await?
        .check()?;
    let it: Option<Session> = answer.take(0)?;
    let user: Option<User> = answer.take(1)?;
    let is_live = it.is_some_and(|it| it.created_at >= now.minus(LIFETIME) && it.seen_at >= now.minus(IDLE));
    Ok(user.filter(|user| is_live && user.active))
}

/// A new token, unless another request of the same browser is getting one: that one's cookie is the browser's then, and the
/// old token still opens the session for a minute.
async fn rotate(db: &Db, session: &Session, old: &Token, now: Moment) -> Result<Option<Token>, AppError> {
    let token = Token::fresh()?;
    let written = db
        .query("UPDATE $id SET token = $digest, previous = $previous, rotated_at = $now WHERE token = $previous RETURN VALUE id")
        .bind(("id", session.id))
        .bind(("digest", token.digest()))
        .bind(("previous", old.digest()))
        .bind(("now", now))
        .await
        .and_then(IndexedResults::check);
    let rows: Vec<SessionId> = at_once(written)?
        .map(|mut answer| answer.take(0))
        .transpose()?
        .unwrap_or_default();
    Ok((!rows.is_empty()).then_some(token))
}

/// The browser asks for several things at once: where two requests write the same session, one of them has written it.
fn at_once(written: surrealdb::Result<IndexedResults>) -> Result<Option<IndexedResults>, AppError> {
    match written.map_err(AppError::from) {
        Ok(answer) => Ok(Some(answer)),
        Err(AppError::Conflict) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Signs one device out.
///
/// # Errors
/// `Unavailable`.
pub async fn end(db: &Db, session: SessionId) -> Result<(), AppError> {
    delete(db, &[session]).await
}

/// Deletes sessions, also while another request writes that it has seen one: whoever is told that they are out, is out.
async fn delete(db: &Db, sessions: &[SessionId]) -> Result<(), AppError> {
    for _ in 0..DELETIONS {
        // By id, never `DELETE … WHERE` over an index: 3.3.5 has silent no-ops there.
        let deleted = db
            .query("DELETE $ids RETURN NONE")
            .bind(("ids", sessions.to_vec()))
            .await
            .and_then(IndexedResults::check);
        match deleted.map_err(AppError::from) {
            Err(AppError::Conflict) => tokio::task::yield_now().await,
            done => return done.map(drop),
        }
    }
    Err(AppError::Unavailable)
}

/// Signs a user out everywhere; answers how many sessions ended.
///
/// # Errors
/// `Unavailable`.
pub async fn end_all(db: &Db, user: UserId) -> Result<u32, AppError> {
    let sessions = sessions_of(db, user).await?;
    let ids: Vec<SessionId> = sessions.iter().map(|session| session.id).collect();
    delete(db, &ids).await?;
    Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
}

/// Where a user is signed in, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn sessions_of(db: &Db, user: UserId) -> Result<Vec<Session>, AppError> {
    let mut sessions: Vec<Session> = db
        .query("SELECT * FROM session WHERE user = $user")
        .bind(("user", user))
        .await?
        .check()?
        .take(0)?;
    sessions.sort_by_key(|session| std::cmp::Reverse(session.seen_at));
    Ok(sessions)
}
