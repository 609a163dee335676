//! What a client is to us, and what was said with them apart from sales.

use super::{
    GenerateError,
    data::PRODUCTS,
    dice::Dice,
    sale::Sale,
    story::{Talk, Teller},
};
use crate::{
    clients::domain::{Account, AccountKind, Lifecycle, Path},
    pipeline::domain::{Opportunity, StageKind},
    timeline::domain::{Entry, EntryBody},
    types::{Day, TimeZone},
};

/// That the client was written down, and the conversations that were about no sale.
pub fn told(teller: &mut Teller<'_>, sales: &[Sale], talkative: u32) -> Result<Vec<Entry>, GenerateError> {
    let (at, owner) = (teller.client.account.created_at, teller.client.account.owner);
    let mut entries = vec![teller.fact(at, None, owner, EntryBody::AccountCreated)];
    let most = i32::try_from((talkative * 3).div_ceil(2)).unwrap_or(0);
    let wanted = teller.dice.between(i32::try_from(talkative / 2).unwrap_or(0), most);
    let had: u32 = sales.iter().map(|sale| sale.reports).sum();
    let won = sales.iter().filter(|sale| sale.opportunity.state == StageKind::Won);
    let client_since = won.filter_map(|sale| sale.opportunity.closed_on).min();
    let age = teller.last.since(teller.client.known_on);
    for _ in 0..wanted.saturating_sub(i32::try_from(had).unwrap_or(0)) {
        let day = teller.last.plus(-teller.dice.between(0, (age - 1).min(300)));
        let client = client_since.is_some_and(|since| since < day.day());
        let talks: &[Talk] = if client {
            &[
                Talk::Client,
                Talk::Client,
                Talk::Technician,
                Talk::Finance,
                Talk::Reception,
            ]
        } else {
            &[Talk::Cold, Talk::Cold, Talk::Cold, Talk::First]
        };
        let talk = *teller.dice.pick(talks);
        let ware = teller.dice.pick_by(&PRODUCTS, |ware| ware.weight);
        entries.push(teller.report(talk, day, ware, None)?);
    }
    Ok(entries)
}

/// The steps by which the client came to stand so, and the last day on which it bought.
pub fn path(account: &Account, lifecycle: Lifecycle, sales: &[Opportunity]) -> (Path, Option<Day>) {
    let known = account.created_at.local_day(TimeZone::default());
    let begun = sales
        .iter()
        .map(|it| it.created_at.local_day(TimeZone::default()))
        .min();
    let won = || {
        sales
            .iter()
            .filter(|it| it.state == StageKind::Won)
            .filter_map(|it| it.closed_on)
    };
    let mut path = Path::default();
    path.take(Lifecycle::Target, known);
    if lifecycle != Lifecycle::Target {
        path.take(Lifecycle::Lead, begun.unwrap_or(known));
    }
    match lifecycle {
        Lifecycle::Quoted => path.take(Lifecycle::Quoted, begun.unwrap_or(known)),
        Lifecycle::CustomerActive => path.take(Lifecycle::CustomerActive, won().min().unwrap_or(known)),
        Lifecycle::Discarded => path.take(Lifecycle::Discarded, begun.unwrap_or(known)),
        _ => {}
    }
    (path, won().max())
}

/// What the client is to us, which its sales decide.
pub fn standing(sales: &[Sale], dice: &mut Dice) -> (AccountKind, Lifecycle) {
    let all = || sales.iter().map(|sale| &sale.opportunity);
    let won = all()
        .filter(|it| it.state == StageKind::Won)
        .filter_map(|it| it.closed_on)
        .max();
    let quoted = all().any(|it| it.state == StageKind::Open && it.probability.percent() >= 40);
    let open = all().any(|it| it.state == StageKind::Open);
    let roll = dice.below(100);
    let lifecycle = match won {
        // Whether it still is one is told from the day of its last purchase.
        Some(_) => Lifecycle::CustomerActive,
        None if quoted => Lifecycle::Quoted,
        None if open => Lifecycle::Lead,
        None if !sales.is_empty() && roll < 30 => Lifecycle::Quoted,
        None if !sales.is_empty() && roll < 80 => Lifecycle::Lead,
        None if !sales.is_empty() => Lifecycle::Discarded,
        None if roll < 60 => Lifecycle::Target,
        None if roll < 92 => Lifecycle::Lead,
        None => Lifecycle::Discarded,
    };
    let other = [AccountKind::Competitor, AccountKind::Supplier, AccountKind::Partner];
    if sales.is_empty() && dice.chance(4) {
        (*dice.pick(&other), Lifecycle::Target)
    } else {
        (AccountKind::Client, lifecycle)
    }
}
