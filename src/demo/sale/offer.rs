//! What is offered, for how much, by whom and until when.

use super::{fate::Fate, path::Path};
use crate::{
    demo::{
        GenerateError,
        data::{PRODUCTS, Ware},
        names::uncapitalised,
        story::Teller,
    },
    team::domain::Role,
    types::{Day, Money, ShortText, UserId},
};

/// What of a sale does not depend on its days.
pub struct Offer {
    pub ware: &'static Ware,
    pub title: ShortText,
    pub amount: Option<Money>,
    pub owner: Option<UserId>,
}

/// Something from the price list, at a price that grows with the client.
///
/// # Errors
/// Never for these tables.
pub fn offer(teller: &mut Teller<'_>, may_lack_amount: bool) -> Result<Offer, GenerateError> {
    let Teller { firm, client, dice, .. } = teller;
    let ware = dice.pick_by(&PRODUCTS, |ware| ware.weight);
    let other = dice.pick_by(&PRODUCTS, |ware| ware.weight);
    let both = dice.chance(15) && other.name != ware.name;
    let sized = dice.chance(20) && client.employees >= 10;
    let title = match (both, sized) {
        (true, _) => format!("{} y {}", ware.name, uncapitalised(other.name)),
        (false, true) => format!("{}, {} empleados", ware.name, client.employees),
        (false, false) => ware.name.to_owned(),
    };
    let price = ware.price + if both { other.price } else { 0 };
    let factor = match client.employees {
        0..=1 => 50,
        2..=9 => 75,
        10..=49 => 100,
        50..=249 => 170,
        _ => 320,
    };
    let euros = price * factor * i64::from(dice.between(85, 125)) / 10_000;
    let cents = euros / 10 * 1_000 + if dice.chance(20) { 50 } else { 0 };
    let amount = Money::eur(cents)?;
    let unknown = may_lack_amount && dice.chance(15);
    let owner = match dice.below(20) {
        0 => Some(firm.with_role(Role::AreaManager).id),
        1 => Some(firm.with_role(Role::SalesManager).id),
        _ => client.account.owner,
    };
    let title = ShortText::parse(&title)?;
    Ok(Offer {
        ware,
        title,
        amount: (!unknown).then_some(amount),
        owner,
    })
}

/// Around today, and the sooner the further it has come; some are overdue. Only the first stage admits none.
pub fn close_on(teller: &mut Teller<'_>, path: &Path, fate: Fate) -> Option<Day> {
    let Fate::Open(course) = fate else {
        let closed = path.closed?;
        return Some(closed.plus(teller.dice.between(-8, 12)).day());
    };
    let (least, most) = [(15, 80), (4, 45), (1, 22)][course.stage.min(2)];
    let days = if course.overdue {
        -teller.dice.between(2, 18)
    } else {
        teller.dice.between(least, most)
    };
    let known = course.stage > 0 || course.overdue || teller.dice.chance(85);
    known.then(|| teller.last.plus(1 + days).day())
}
