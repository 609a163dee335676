//! Reading and creating accounts.

use crate::{
    clients::domain::{Account, AccountKind, Facts, Ways, search_key},
    error::AppError,
    server::{
        Ctx,
        db::{Admitted, Tx, one},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, ShortText},
};

/// One account, if the lens shows it.
///
/// # Errors
/// `NotFound`, for one that is hidden too.
pub async fn account(ctx: &Ctx, id: AccountId) -> Result<Account, AppError> {
    one(ctx, id, Subject::Accounts).await
}

/// The account of this name that the actor may see, or a new one that belongs to the actor, inside a gesture.
///
/// # Errors
/// `Forbidden` to who may not create accounts, where it would have to.
pub async fn find_or_create(ctx: &Ctx, tx: &mut Tx, name: &ShortText) -> Result<Account, AppError> {
    let admitted = Admitted::by(&ctx.lens, Subject::Accounts, Action::View);
    let sql = format!("SELECT * FROM account WHERE search = $search{} LIMIT 1", admitted.and());
    let found: Option<Account> = tx
        .query(sql)
        .bind(("search", search_key(name)))
        .bind(admitted.variables())
        .await?
        .check()?
        .take(0)?;
    if let Some(account) = found {
        return Ok(account);
    }
    ctx.require(Subject::Accounts, Action::Create)?;
    let facts = Facts {
        name: name.clone(),
        kind: AccountKind::Client,
        nif: None,
        phone: None,
        email: None,
        web: None,
        address: None,
        ways: Ways::default(),
        section: None,
        sector: None,
        size: None,
        turnover: None,
        source: None,
        owner: ctx.actor(),
        department: ctx.user().and_then(|user| user.departments.first().copied()),
        zone: ctx.user().and_then(|user| user.zones.first().copied()),
    };
    let account = super::create::fresh(ctx, facts);
    append(
        ctx,
        tx,
        About {
            account: Some(account.id),
            opportunity: None,
        },
        EntryBody::AccountCreated,
    );
    tx.create(std::slice::from_ref(&account)).await?;
    Ok(account)
}
