//! The persons of an account.

use std::collections::BTreeMap;

use crate::{
    clients::domain::{Contact, Membership, Person, search_key},
    error::AppError,
    server::{
        Ctx,
        db::{Admitted, as_of, record},
    },
    team::domain::{Action, Subject},
    types::{AccountId, ContactId, Moment},
};

/// As many as one reads at a glance; a firm with more of them is read on the client's page.
const SHOWN: u32 = 20;

record!(Person {
    contact,
    seen,
    name,
    email,
    phone,
    role,
    part
});

/// Who is in an account, in the order of their names; nobody where the lens hides the account.
///
/// # Errors
/// `Unavailable`.
pub async fn people(ctx: &Ctx, account: AccountId) -> Result<Vec<Person>, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
    let sql = format!(
        "SELECT contact, contact.revision + revision - 1 AS seen, contact.name AS name, contact.email AS email, contact.phone AS phone, role, part \
         FROM membership WHERE account = $account AND left = NONE{} ORDER BY name ASC LIMIT {SHOWN}",
        admitted.and()
    );
    let query = ctx.db.query(sql).bind(("account", account)).bind(admitted.variables());
    Ok(query.await?.check()?.take(0)?)
}

/// Who was in an account at a moment, as they were known then; for whoever may see the account.
///
/// # Errors
/// `Unavailable`.
pub async fn people_as_of(ctx: &Ctx, account: AccountId, moment: Moment) -> Result<Vec<Person>, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
    let sql = format!("SELECT * FROM membership WHERE account = $account{}", admitted.and());
    let query = ctx.db.query(sql).bind(("account", account)).bind(admitted.variables());
    let places: Vec<Membership> = query.await?.check()?.take(0)?;
    let places = as_of(ctx, places, moment).await?;
    let ids: Vec<ContactId> = places.iter().map(|place| place.contact).collect();
    let found: Vec<Contact> = ctx
        .db
        .query("SELECT * FROM $contacts")
        .bind(("contacts", ids))
        .await?
        .check()?
        .take(0)?;
    let contacts = as_of(ctx, found, moment).await?;
    let contacts: BTreeMap<ContactId, Contact> = contacts.into_iter().map(|it| (it.id, it)).collect();
    let there = places.into_iter().filter(|place| place.left.is_none());
    let mut people: Vec<Person> = there
        .filter_map(|place| {
            let contact = contacts.get(&place.contact)?.clone();
            Some(Person {
                contact: contact.id,
                seen: contact.revision.with(place.revision),
                name: contact.name,
                email: contact.email,
                phone: contact.phone,
                role: place.role,
                part: place.part,
            })
        })
        .collect();
    people.sort_by_key(|person| search_key(&person.name));
    Ok(people)
}
