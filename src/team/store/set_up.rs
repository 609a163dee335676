//! The first start: a firm, its first administrator, and the pipeline everybody starts with.

use surrealdb::types::{RecordId, Value};

use super::firm::FirmRow;
use crate::{
    error::AppError,
    pipeline,
    server::{
        Ctx,
        db::{Db, Gesture, Tx},
    },
    team::domain::{Role, User},
    timeline::domain::Glossary,
    types::{Email, Revision, ShortText, UserId},
};

/// What the set-up page asks.
pub struct SetUp {
    pub firm: ShortText,
    pub name: ShortText,
    pub email: Email,
    /// The hash of the administrator's password.
    pub password: String,
}

/// Whether somebody can sign in already.
///
/// # Errors
/// `Unavailable`.
pub async fn is_set_up(db: &Db) -> Result<bool, AppError> {
    let firm: Option<Value> = db.query("SELECT VALUE id FROM firm:ours").await?.check()?.take(0)?;
    Ok(firm.is_some())
}

/// The firm alone, without anybody in it: what a demo builds on.
///
/// # Errors
/// `AlreadyDone` when there is a firm.
pub async fn create_firm(ctx: &Ctx, tx: &mut Tx, name: &ShortText) -> Result<(), AppError> {
    let there: Option<Value> = tx.query("SELECT VALUE id FROM firm:ours").await?.check()?.take(0)?;
    if there.is_some() {
        return Err(AppError::AlreadyDone);
    }
    let firm = FirmRow {
        id: RecordId::new("firm", "ours"),
        revision: Revision::FIRST,
        name: name.clone(),
        created_at: ctx.now,
        inactive_after: None,
        glossary: Glossary::default(),
        most_megabytes: None,
    };
    tx.create(&[firm]).await
}

/// The firm and its first administrator, without the pipeline: what an import builds on.
///
/// # Errors
/// `AlreadyDone` when there is a firm.
pub async fn set_up(ctx: &Ctx, tx: &mut Tx, asked: &SetUp) -> Result<UserId, AppError> {
    create_firm(ctx, tx, &asked.firm).await?;
    let administrator = User {
        id: UserId::fresh(),
        name: asked.name.clone(),
        email: asked.email.clone(),
        roles: vec![Role::Administrator],
        departments: Vec::new(),
        zones: Vec::new(),
        active: true,
    };
    super::create_user(ctx, tx, &administrator, Some(asked.password.clone())).await?;
    Ok(administrator.id)
}

impl Gesture for SetUp {
    type Answer = UserId;

    const NAME: &'static str = "firm.set_up";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<UserId, AppError> {
        let administrator = set_up(ctx, tx, self).await?;
        pipeline::store::ensure_default(tx).await?;
        Ok(administrator)
    }
}
