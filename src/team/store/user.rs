//! Users.

use std::collections::{BTreeMap, BTreeSet};

use surrealdb::types::{RecordId, Value};

use crate::{
    error::AppError,
    server::{
        Ctx,
        db::{Db, Gesture, Record, Tx, names, record},
    },
    team::domain::{Action, Role, Subject, User},
    types::{DepartmentId, Email, Moment, Revision, ShortText, UserId, ZoneId, fold},
};

/// A user as stored, with what never leaves the store.
#[derive(Clone)]
struct UserRow {
    id: UserId,
    revision: Revision,
    name: ShortText,
    email: Email,
    roles: Vec<Role>,
    departments: Vec<DepartmentId>,
    zones: Vec<ZoneId>,
    active: bool,
    password: Option<String>,
    created_at: Moment,
}

record!(UserRow {
    id,
    revision,
    name,
    email,
    roles,
    departments,
    zones,
    active,
    password,
    created_at
});

impl Record for UserRow {
    const SECRET: &'static [&'static str] = &["password"];

    fn record_id(&self) -> RecordId {
        self.id.record_id()
    }

    fn revision(&self) -> Revision {
        self.revision
    }
}

/// Somebody who joins.
pub struct NewUser {
    pub user: User,
    /// The hash; none for somebody who cannot sign in yet.
    pub password: Option<String>,
}

impl Gesture for NewUser {
    type Answer = UserId;

    const NAME: &'static str = "user.create";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<UserId, AppError> {
        ctx.require(Subject::Firm, Action::Create)?;
        create_user(ctx, tx, &self.user, self.password.clone()).await?;
        Ok(self.user.id)
    }
}

/// Creates a user inside a gesture.
///
/// # Errors
/// `AlreadyDone` when the e-mail is somebody's.
pub async fn create_user(ctx: &Ctx, tx: &mut Tx, user: &User, password: Option<String>) -> Result<(), AppError> {
    let taken: Vec<Value> = tx
        .query("SELECT VALUE id FROM user WHERE email = $email")
        .bind(("email", user.email.clone()))
        .await?
        .check()?
        .take(0)?;
    if !taken.is_empty() {
        return Err(AppError::AlreadyDone);
    }
    let row = UserRow {
        id: user.id,
        revision: Revision::FIRST,
        name: user.name.clone(),
        email: user.email.clone(),
        roles: user.roles.clone(),
        departments: user.departments.clone(),
        zones: user.zones.clone(),
        active: user.active,
        password,
        created_at: ctx.now,
    };
    tx.create(&[row]).await
}

/// The user of an e-mail and the hash of the password: for signing in alone.
///
/// # Errors
/// `Unavailable`.
pub async fn by_email(db: &Db, email: &Email) -> Result<Option<(UserId, Option<String>)>, AppError> {
    let row: Option<UserRow> = db
        .query("SELECT * FROM user WHERE email = $email AND active LIMIT 1")
        .bind(("email", email.clone()))
        .await?
        .check()?
        .take(0)?;
    Ok(row.map(|row| (row.id, row.password)))
}

/// A new password for somebody.
pub struct NewPassword {
    pub email: Email,
    /// The hash.
    pub password: String,
}

impl Gesture for NewPassword {
    type Answer = UserId;

    const NAME: &'static str = "user.set_password";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<UserId, AppError> {
        ctx.require(Subject::Firm, Action::Edit)?;
        let row: Option<UserRow> = tx
            .query("SELECT * FROM user WHERE email = $email LIMIT 1")
            .bind(("email", self.email.clone()))
            .await?
            .check()?
            .take(0)?;
        let before = row.ok_or(AppError::NotFound)?;
        let after = UserRow {
            revision: before.revision.next(),
            password: Some(self.password.clone()),
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
        Ok(after.id)
    }
}

/// Everybody, by name.
///
/// # Errors
/// `Unavailable`.
pub async fn users(db: &Db) -> Result<Vec<User>, AppError> {
    let mut users: Vec<User> = db.query("SELECT * FROM user").await?.check()?.take(0)?;
    users.sort_by_cached_key(|user| fold(user.name.as_str()));
    Ok(users)
}

/// Whether somebody can sign in: not who was imported and has no password yet.
///
/// # Errors
/// `Unavailable`.
pub async fn can_sign_in(db: &Db, user: UserId) -> Result<bool, AppError> {
    let found: Vec<bool> = db
        .query("SELECT VALUE active AND password != NONE FROM $user")
        .bind(("user", user))
        .await?
        .check()?
        .take(0)?;
    Ok(found.contains(&true))
}

/// Those who do not work here any more: their names are still said, and nothing is given to them.
///
/// # Errors
/// `Unavailable`.
pub async fn gone(db: &Db) -> Result<BTreeSet<UserId>, AppError> {
    let gone = users(db).await?.into_iter().filter(|user| !user.active);
    Ok(gone.map(|user| user.id).collect())
}

/// The names of colleagues, which everybody signed in may know.
///
/// # Errors
/// `Unavailable`.
pub async fn directory(db: &Db) -> Result<BTreeMap<UserId, ShortText>, AppError> {
    names(db, UserId::TABLE).await
}
