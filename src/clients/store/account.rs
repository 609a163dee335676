//! Reading and creating accounts.

use crate::{
    clients::domain::{Account, AccountFilter, AccountKind, AccountPage, Facts, Lifecycle, Ways, search_key},
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
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn accounts(ctx: &Ctx, text: &str, after: Option<&str>) -> Result<AccountPage, AppError> {
    let filter = AccountFilter {
        text: text.to_owned(),
        ..AccountFilter::default()
    };
    filtered(ctx, &filter, after).await
}

/// A page of the accounts that a filter lets through, by name, from after the key `after`.
///
/// The key is the folded name and the id, so that two firms of one name are both reached; a page costs the same wherever
/// it begins, but where few of many pass: then it reads on in the index until it has them.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn filtered(ctx: &Ctx, filter: &AccountFilter, after: Option<&str>) -> Result<AccountPage, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let begins = filter.begins();
    let days = super::inactive_after(&ctx.db).await?;
    let admitted = Admitted::by(&ctx.lens, Subject::Accounts, Action::View);
    let (index, wanted) = wanted(filter);
    let lens = format!("{wanted}{}", admitted.and());
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
         SELECT * FROM account WITH INDEX {index} WHERE {from} AND search < $until{lens} ORDER BY search ASC LIMIT {limit};"
    );
    let (name, id) = key.map_or((None, None), |(name, id)| (Some(name), Some(id)));
    let mut answer = ctx
        .db
        .query(sql)
        .bind(("from", name.clone().unwrap_or_else(|| begins.clone())))
        .bind(("name", name))
        .bind(("id", id))
        .bind(("until", format!("{begins}\u{10ffff}")))
        .bind(("lifecycle", filter.lifecycle))
        .bind(("bought_before", ctx.today().plus_days(-i32::from(days))))
        .bind(("kind", filter.kind))
        .bind(("owner", filter.owner))
        .bind(("zone", filter.zone))
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
    Ok(AccountPage {
        accounts: found.into_iter().map(|it| it.standing(ctx.today(), days)).collect(),
        holders: super::holders(&ctx.db).await?,
        next,
    })
}

/// The index that leads there fastest and what is asked besides the name. Who is inactive is told by the last purchase
/// ([`Account::standing`]), so that it is asked by it.
fn wanted(filter: &AccountFilter) -> (&'static str, String) {
    let lifecycle = filter.lifecycle.map(|it| match it {
        Lifecycle::CustomerActive => {
            " AND lifecycle = $lifecycle AND (bought_on = NONE OR bought_on >= $bought_before)"
        }
        Lifecycle::CustomerInactive => {
            " AND (lifecycle = $lifecycle OR (lifecycle = 'customer_active' AND bought_on != NONE AND bought_on < $bought_before))"
        }
        _ => " AND lifecycle = $lifecycle",
    });
    let owner = filter.owner.map(|_| " AND owner = $owner");
    let zone = filter.zone.map(|_| " AND zone = $zone");
    let kind = filter.kind.map(|_| " AND kind = $kind");
    let index = match (filter.owner, filter.zone, filter.lifecycle) {
        (Some(_), ..) => "account_of_owner",
        (None, Some(_), _) => "account_of_zone",
        // Of the inactive, one index range does not hold all.
        (None, None, Some(lifecycle)) if lifecycle != Lifecycle::CustomerInactive => "account_of_lifecycle",
        _ => "account_search",
    };
    (index, [lifecycle, owner, zone, kind].into_iter().flatten().collect())
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
