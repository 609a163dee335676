//! The persons in a client firm.

use super::{
    GenerateError,
    account::{Client, maybe},
    data::{POSTS, Post},
    dice::Dice,
    firm_names::slug,
    keys::Keys,
    names::{PersonName, person, uncapitalised},
};
use crate::{
    clients::domain::{BuyingPart, Contact, Membership},
    types::{ContactId, Email, Invalid, MembershipId, Phone, Revision, ShortText},
};

/// Persons, their places in the firm, and how a report names each.
#[derive(Default)]
pub struct People {
    pub contacts: Vec<Contact>,
    pub memberships: Vec<Membership>,
    /// "Vicent Benlloch, gerente".
    pub said: Vec<String>,
}

/// One to three persons; `neighbour`, somebody of another firm, is sometimes one more.
///
/// # Errors
/// Never for these tables.
pub fn people(
    client: &Client,
    neighbour: Option<&Contact>,
    keys: &mut Keys,
    dice: &mut Dice,
) -> Result<People, GenerateError> {
    let mut people = People::default();
    let count = match (client.employees, dice.below(10)) {
        (1, _) | (_, 0..=3) => 1,
        (_, 4..=7) => 2,
        _ => 3,
    };
    for place in 0..count {
        let name = match &client.alone {
            Some(alone) => PersonName { ..*alone },
            None => person(client.tongue, dice),
        };
        // Of every firm, the first one known is somebody who decides or pays.
        let high = |post: &Post| matches!(post.part, BuyingPart::Decides | BuyingPart::Pays);
        let post = dice.pick_by(&POSTS, |post| if place > 0 || high(post) { post.weight } else { 0 });
        let role = if name.woman { post.woman } else { post.man };
        let contact = contact(client, &name, keys, dice)?;
        people.said.push(format!("{}, {}", name.usual(), uncapitalised(role)));
        people.join(client, &contact, role, post.part, keys)?;
        people.contacts.push(contact);
    }
    if let Some(neighbour) = neighbour.filter(|_| dice.chance(5)) {
        people.join(client, neighbour, "Socio", BuyingPart::Influences, keys)?;
    }
    Ok(people)
}

impl People {
    fn join(
        &mut self,
        client: &Client,
        contact: &Contact,
        role: &str,
        part: BuyingPart,
        keys: &mut Keys,
    ) -> Result<(), Invalid> {
        self.memberships.push(Membership {
            id: MembershipId::from_uuid(keys.next(client.account.created_at)),
            revision: Revision::FIRST,
            contact: contact.id,
            account: client.account.id,
            role: Some(ShortText::parse(role)?),
            part: Some(part),
            left: None,
        });
        Ok(())
    }
}

fn contact(client: &Client, name: &PersonName, keys: &mut Keys, dice: &mut Dice) -> Result<Contact, Invalid> {
    let mail = format!("{}.{}", slug(name.given), slug(name.surname));
    let address = format!("{mail}@{}", client.domain);
    Ok(Contact {
        id: ContactId::from_uuid(keys.next(client.account.created_at)),
        revision: Revision::FIRST,
        name: ShortText::parse(&name.full())?,
        email: maybe(dice, 85, || Email::parse(&address))?,
        phone: mobile(dice)?,
    })
}

/// Mobiles begin with 6, and since they ran out with 7.
fn mobile(dice: &mut Dice) -> Result<Option<Phone>, Invalid> {
    let first = if dice.chance(85) { "6" } else { "72" };
    let digits = 9 - first.len();
    let rest = dice.below(10_usize.pow(u32::try_from(digits).unwrap_or(0)));
    maybe(dice, 75, || Phone::parse(&format!("{first}{rest:0digits$}")))
}
