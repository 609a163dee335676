//! A person wherever they are.

use surrealdb::types::SurrealValue;

use crate::{
    clients::domain::{BuyingPart, Contact, PersonSheet, Place},
    error::AppError,
    server::{Ctx, db::Admitted},
    team::domain::{Action, Subject},
    timeline::{self, domain::History},
    types::{AccountId, ContactId, Moment, ShortText},
};

/// In more accounts than these nobody is.
const PLACES: u32 = 20;
/// How many entries the page opens with.
const ENTRIES: u32 = 50;

#[derive(SurrealValue)]
struct Row {
    account: AccountId,
    name: ShortText,
    role: Option<ShortText>,
    part: Option<BuyingPart>,
    left: Option<Moment>,
}

/// A person with every account of theirs that the lens shows, and what names them there.
///
/// # Errors
/// `NotFound` where the lens shows none of their accounts, `Unavailable`.
pub async fn person_sheet(ctx: &Ctx, id: ContactId) -> Result<PersonSheet, AppError> {
    let (contact, places) = known(ctx, id).await?;
    let history = said(ctx, &contact, &places, None).await?;
    Ok(PersonSheet {
        contact,
        places,
        history,
        today: ctx.today(),
    })
}

/// What names a person, older than this.
///
/// # Errors
/// As [`person_sheet`].
pub async fn older_of_person(ctx: &Ctx, id: ContactId, before: Moment) -> Result<History, AppError> {
    let (contact, places) = known(ctx, id).await?;
    said(ctx, &contact, &places, Some(before)).await
}

async fn known(ctx: &Ctx, id: ContactId) -> Result<(Contact, Vec<Place>), AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
    // Where they are comes first: nothing sorts before every moment.
    let sql = format!(
        "SELECT account, account.name AS name, role, part, left FROM membership WHERE contact = $contact{} \
         ORDER BY left ASC, name ASC LIMIT {PLACES}",
        admitted.and()
    );
    let query = ctx.db.query(sql).bind(("contact", id)).bind(admitted.variables());
    let rows: Vec<Row> = query.await?.check()?.take(0)?;
    if rows.is_empty() {
        return Err(AppError::NotFound);
    }
    let contact: Option<Contact> = ctx
        .db
        .query("SELECT * FROM ONLY $id")
        .bind(("id", id))
        .await?
        .check()?
        .take(0)?;
    let place = |row: Row| Place {
        account: row.account,
        name: row.name,
        role: row.role,
        part: row.part,
        left: row.left,
    };
    let places = rows.into_iter().map(place).collect();
    Ok((contact.ok_or(AppError::NotFound)?, places))
}

/// The newest of what names somebody in all of these accounts.
async fn said(ctx: &Ctx, contact: &Contact, places: &[Place], before: Option<Moment>) -> Result<History, AppError> {
    let named = contact.named();
    let mut all = History::default();
    for place in places {
        let there = timeline::store::history(ctx, place.account, &named, before, ENTRIES).await?;
        all.entries.extend(there.entries);
        all.authors.extend(there.authors);
        all.files.extend(there.files);
        all.goes_on |= there.goes_on;
    }
    all.entries.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    // What happened in one moment is not torn apart: the next page begins before it.
    if let Some(last) = all.entries.get(ENTRIES as usize - 1).map(|entry| entry.at) {
        let cut = all.entries.partition_point(|entry| entry.at >= last);
        all.goes_on |= all.entries.len() > cut;
        all.entries.truncate(cut);
    }
    Ok(all)
}
