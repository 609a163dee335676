//! Which accounts a firm may be already.

use std::collections::BTreeMap;

use crate::{
    clients::domain::{Account, Suspect, Traits, Verdict},
    error::AppError,
    server::{Ctx, db::Admitted},
    team::domain::{Action, Subject},
    types::AccountId,
};

/// So many are looked at by each thing in common: a switchboard that fifty firms share is no evidence for any of them.
const LOOKED_AT: u32 = 20;

/// So many are shown.
const SHOWN: usize = 5;

/// The accounts that the lens shows and that have in common what they are recognised by, the likeliest first. `but` is left out.
/// Each look-up is an equality on an index.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn suspects(ctx: &Ctx, traits: &Traits, but: Option<AccountId>) -> Result<Vec<Suspect>, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let admitted = Admitted::by(&ctx.lens, Subject::Accounts, Action::View);
    let known = |text: String| Some(text).filter(|text| !text.is_empty());
    let looked_up = [
        ("nif", traits.nif.as_ref().map(|nif| nif.as_str().to_owned())),
        ("name_key", known(traits.name.key())),
        ("email", traits.email.as_ref().map(|email| email.as_str().to_owned())),
        ("phone", traits.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        ("domain", traits.domain.clone()),
        ("name_sound", known(traits.name.sound())),
    ];
    let looked_up: Vec<(&str, String)> = looked_up
        .into_iter()
        .filter_map(|(column, value)| Some((column, value?)))
        .collect();
    if looked_up.is_empty() {
        return Ok(Vec::new());
    }
    let lens = admitted.and();
    let sql: Vec<String> = looked_up
        .iter()
        .map(|(column, _)| format!("SELECT * FROM account WHERE {column} = ${column}{lens} LIMIT {LOOKED_AT}"))
        .collect();
    let query = ctx.db.query(sql.join(";\n")).bind(admitted.variables());
    let count = looked_up.len();
    let mut answer = looked_up
        .into_iter()
        .fold(query, |query, pair| query.bind(pair))
        .await?
        .check()?;
    let mut found: BTreeMap<AccountId, Account> = BTreeMap::new();
    for at in 0..count {
        let accounts: Vec<Account> = answer.take(at)?;
        found.extend(accounts.into_iter().map(|it| (it.id, it)));
    }
    let mut suspects: Vec<(u32, Suspect)> = found
        .into_values()
        .filter(|it| Some(it.id) != but)
        .filter_map(|it| weighed(it, traits))
        .collect();
    // The name and the key settle what weighs the same, so that the list does not jump while one types.
    suspects.sort_by(|(a, one), (b, other)| {
        b.cmp(a)
            .then_with(|| one.name.cmp(&other.name))
            .then_with(|| one.account.cmp(&other.account))
    });
    suspects.truncate(SHOWN);
    Ok(suspects.into_iter().map(|(_, it)| it).collect())
}

/// One of those found, if enough speaks for it.
fn weighed(account: Account, traits: &Traits) -> Option<(u32, Suspect)> {
    let evidence = traits.evidence(&Traits::from(&account));
    let verdict = Verdict::of(&evidence);
    let weight = evidence.iter().map(|it| it.weight()).sum();
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
