//! Reading and creating accounts.

use crate::{
    clients::domain::{Account, AccountKind, AccountPage, Lifecycle, search_key},
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
    types::{AccountId, Revision, ShortText, fold},
};

/// How many accounts a page of the list has.
const PAGE: usize = 50;

/// One account, if the lens shows it.
///
/// # Errors
/// `NotFound`, for one that is hidden too.
pub async fn account(ctx: &Ctx, id: AccountId) -> Result<Account, AppError> {
    one(ctx, id, Subject::Accounts).await
}

/// A page of the accounts whose name begins with `text`, by name, from after the key `after`.
///
/// The key is the folded name and the id, so that two firms of one name are both reached; a page costs the same wherever
/// it begins.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn accounts(ctx: &Ctx, text: &str, after: Option<&str>) -> Result<AccountPage, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let begins = fold(text.trim());
    let admitted = Admitted::by(&ctx.lens, Subject::Accounts, Action::View);
    let lens = admitted.and();
    let key = after
        .and_then(|key| key.rsplit_once('~'))
        .and_then(|(name, id)| Some((name.to_owned(), AccountId::parse(id).ok()?)));
    let from = if key.is_some() {
        "search > $from"
    } else {
        "search >= $from"
    };
    let limit = PAGE + 1;
    let sql = format!(
        "SELECT * FROM account WHERE search = $name AND id > $id{lens} ORDER BY id ASC LIMIT {limit};
         SELECT * FROM account WHERE {from} AND search < $until{lens} ORDER BY search ASC LIMIT {limit};"
    );
    let (name, id) = key.map_or((None, None), |(name, id)| (Some(name), Some(id)));
    let mut answer = ctx
        .db
        .query(sql)
        .bind(("from", name.clone().unwrap_or_else(|| begins.clone())))
        .bind(("name", name))
        .bind(("id", id))
        .bind(("until", format!("{begins}\u{10ffff}")))
        .bind(admitted.variables())
        .await?
        .check()?;
    let mut found: Vec<Account> = answer.take(0)?;
    found.extend(answer.take::<Vec<Account>>(1)?);
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| format!("{}~{}", search_key(&last.name), last.id));
    Ok(AccountPage { accounts: found, next })
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
    let account = Account {
        id: AccountId::fresh(),
        revision: Revision::FIRST,
        name: name.clone(),
        kind: AccountKind::Client,
        lifecycle: Lifecycle::Target,
        nif: None,
        phone: None,
        email: None,
        web: None,
        address: None,
        sector: None,
        size: None,
        turnover: None,
        source: None,
        owner: ctx.actor(),
        department: ctx.user().and_then(|user| user.departments.first().copied()),
        zone: ctx.user().and_then(|user| user.zones.first().copied()),
        created_at: ctx.now,
    };
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
