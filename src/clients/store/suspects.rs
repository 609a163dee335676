//! Which accounts may be one firm: ¿ya fue cliente?

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use surrealdb::types::SurrealValue;

use crate::{
    clients::domain::{Account, Alike, AlikePage, Evidence, Side, Suspect, Traits, Verdict},
    error::AppError,
    search,
    server::{Ctx, db::Admitted},
    team::domain::{Action, Subject},
    types::{AccountId, TimeZone},
};

/// So many are shown to whoever writes one down.
const SHOWN: usize = 5;
/// So many pairs are looked at, those with the strongest clues first; and so many are shown.
const LOOKED_AT: usize = 20_000;
/// So many of them at a time.
const AT_ONCE: usize = 500;
const PAIRS: usize = 50;

/// The accounts that the lens shows and that have in common what they are recognised by, the likeliest first. `but` is left out, and
/// what has been told apart from it.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn suspects(ctx: &Ctx, traits: &Traits, but: Option<AccountId>) -> Result<Vec<Suspect>, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let mut found = search::store::with_a_clue(&ctx.db, &traits.clues(), &ctx.lens).await?;
    if let Some(but) = but {
        let apart = told_apart(ctx).await?;
        found.retain(|it| *it != but && !apart.contains(&pair(*it, but)));
    }
    let mut suspects: Vec<(u32, Suspect)> = accounts(ctx, found)
        .await?
        .into_values()
        .filter_map(|it| suspect(it, traits))
        .collect();
    // The name and the key settle what weighs the same, so that the list does not jump while one types.
    suspects.sort_by(|(a, one), (b, other)| {
        let order = b.cmp(a).then_with(|| one.name.cmp(&other.name));
        order.then_with(|| one.account.cmp(&other.account))
    });
    suspects.truncate(SHOWN);
    Ok(suspects.into_iter().map(|(_, it)| it).collect())
}

/// The pairs of accounts that the lens shows and that may be one firm, the likeliest first, with what was merged last.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn alike(ctx: &Ctx) -> Result<AlikePage, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let (found, goes_on) = search::store::sharing_a_clue(&ctx.db, &ctx.lens, LOOKED_AT).await?;
    let apart = told_apart(ctx).await?;
    let found: Vec<(AccountId, AccountId)> = found
        .into_iter()
        .map(|(one, other)| pair(one, other))
        .filter(|it| !apart.contains(it))
        .collect();
    let mut pairs: Vec<(u32, Alike)> = Vec::new();
    // Many have a clue in common and are two firms all the same: one looks on until the page is full.
    for some in found.chunks(AT_ONCE) {
        pairs.extend(weighed(ctx, some).await?);
        if pairs.len() > PAIRS {
            break;
        }
    }
    pairs.sort_by_key(|(weight, it)| (Reverse(*weight), it.sides[0].name.clone(), it.sides[0].account));
    let goes_on = goes_on || pairs.len() > PAIRS;
    pairs.truncate(PAIRS);
    Ok(AlikePage {
        pairs: pairs.into_iter().map(|(_, it)| it).collect(),
        goes_on,
        merged: super::merges::last(ctx).await?,
    })
}

/// Those of the pairs for which enough speaks.
async fn weighed(ctx: &Ctx, found: &[(AccountId, AccountId)]) -> Result<Vec<(u32, Alike)>, AppError> {
    let keys: BTreeSet<AccountId> = found.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let known = accounts(ctx, keys.into_iter().collect()).await?;
    let traits: BTreeMap<AccountId, Traits> = known.iter().map(|(id, it)| (*id, it.facts().traits())).collect();
    let pair = |(one, other): &(AccountId, AccountId)| {
        let evidence = traits.get(one)?.evidence(traits.get(other)?);
        let verdict = Verdict::of(&evidence);
        let sides = [side(ctx, known.get(one)?), side(ctx, known.get(other)?)];
        let weight = weight(&evidence);
        let alike = Alike {
            sides,
            evidence,
            verdict,
        };
        (verdict != Verdict::No).then_some((weight, alike))
    };
    Ok(found.iter().filter_map(pair).collect())
}

/// Those of the accounts that the lens shows.
async fn accounts(ctx: &Ctx, ids: Vec<AccountId>) -> Result<BTreeMap<AccountId, Account>, AppError> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let admitted = Admitted::by(&ctx.lens, Subject::Accounts, Action::View);
    let found: Vec<Account> = ctx
        .db
        .query(format!("SELECT * FROM $ids WHERE {}", admitted.condition()))
        .bind(("ids", ids))
        .bind(admitted.variables())
        .await?
        .check()?
        .take(0)?;
    Ok(found.into_iter().map(|it| (it.id, it)).collect())
}

/// One of those found, if enough speaks for it.
fn suspect(account: Account, traits: &Traits) -> Option<(u32, Suspect)> {
    let evidence = traits.evidence(&account.facts().traits());
    let verdict = Verdict::of(&evidence);
    let weight = weight(&evidence);
    let suspect = Suspect {
        account: account.id,
        name: account.name,
        town: account.address.and_then(|address| address.town),
        lifecycle: account.lifecycle,
        evidence,
        verdict,
    };
    (verdict != Verdict::No).then_some((weight, suspect))
}

fn side(ctx: &Ctx, account: &Account) -> Side {
    Side {
        account: account.id,
        name: account.name.clone(),
        town: account.address.as_ref().and_then(|address| address.town.clone()),
        nif: account.nif.clone(),
        phone: account.phone.clone(),
        lifecycle: account.lifecycle,
        since: account.created_at.local_day(TimeZone::default()),
        edits: ctx.lens.admits(Subject::Accounts, Action::Edit, account.belongs()),
    }
}

fn weight(evidence: &[Evidence]) -> u32 {
    evidence.iter().map(|it| it.weight()).sum()
}

#[derive(SurrealValue)]
struct Apart {
    one: AccountId,
    other: AccountId,
}

/// The pairs that somebody has said are two firms: few, each said by hand.
async fn told_apart(ctx: &Ctx) -> Result<BTreeSet<(AccountId, AccountId)>, AppError> {
    let sql = "SELECT one, other FROM told_apart";
    let all: Vec<Apart> = ctx.db.query(sql).await?.check()?.take(0)?;
    Ok(all.into_iter().map(|it| (it.one, it.other)).collect())
}

/// Two accounts in the order in which a pair is kept: the older first.
pub(super) fn pair(one: AccountId, other: AccountId) -> (AccountId, AccountId) {
    (one.min(other), one.max(other))
}
