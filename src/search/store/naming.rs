//! How what was found is called: read from the database through the lens once more, so that nothing is shown by a name of
//! yesterday, or that is hidden by now.

use std::collections::BTreeMap;

use surrealdb::types::SurrealValue;

use super::snippet::snippet;
use crate::{
    error::AppError,
    search::{
        domain::{Hit, Query, Thing},
        index::Match,
    },
    server::{Ctx, db::Admitted},
    team::domain::{Action, Subject},
    types::{
        AccountId, ContactId, EntryId, MembershipId, Moment, Nif, OpportunityId, Phone, PipelineId, ShortText, TimeZone,
    },
};

#[derive(SurrealValue)]
struct AccountRow {
    id: AccountId,
    name: ShortText,
    town: Option<ShortText>,
    phone: Option<Phone>,
    nif: Option<Nif>,
}

#[derive(SurrealValue)]
struct PersonRow {
    contact: ContactId,
    account: AccountId,
    name: ShortText,
    role: Option<ShortText>,
    firm: ShortText,
    phone: Option<Phone>,
}

#[derive(SurrealValue)]
struct OpportunityRow {
    id: OpportunityId,
    title: ShortText,
    account: Option<AccountId>,
    account_name: Option<ShortText>,
    pipeline: PipelineId,
}

#[derive(SurrealValue)]
struct ReportRow {
    id: EntryId,
    account: AccountId,
    firm: ShortText,
    at: Moment,
    text: String,
}

/// Each of these that the lens shows, as it is called now.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn named(ctx: &Ctx, query: &Query, found: &[Match]) -> Result<BTreeMap<Thing, Hit>, AppError> {
    let (mut accounts, mut memberships, mut opportunities, mut reports) = (vec![], vec![], vec![], vec![]);
    for it in found {
        match it.thing {
            Thing::Account(id) => accounts.push(id),
            Thing::Contact(_) => memberships.extend(it.by),
            Thing::Opportunity(id) => opportunities.push(id),
            Thing::Report(id) => reports.push(id),
        }
    }
    let has_number = query
        .words
        .iter()
        .any(|word| word.contains(|c: char| c.is_ascii_digit()));
    let (accounts, people, opportunities, reports) = tokio::try_join!(
        of_accounts(ctx, accounts, has_number),
        of_people(ctx, memberships, has_number),
        of_opportunities(ctx, opportunities),
        of_reports(ctx, reports, query),
    )?;
    let hits = accounts.into_iter().chain(people).chain(opportunities).chain(reports);
    Ok(hits.map(|hit| (hit.thing, hit)).collect())
}

/// What tells it from others, in one line.
fn about(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

async fn of_accounts(ctx: &Ctx, ids: Vec<AccountId>, has_number: bool) -> Result<Vec<Hit>, AppError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let admitted = Admitted::by(&ctx.lens, Subject::Accounts, Action::View);
    let sql = format!(
        "SELECT id, name, address.town AS town, phone, nif FROM $accounts WHERE {}",
        admitted.condition()
    );
    let query = ctx.db.query(sql).bind(("accounts", ids)).bind(admitted.variables());
    let rows: Vec<AccountRow> = query.await?.check()?.take(0)?;
    let hit = |row: AccountRow| Hit {
        thing: Thing::Account(row.id),
        name: row.name.to_string(),
        about: about([
            row.town.map(|town| town.to_string()),
            row.phone.filter(|_| has_number).map(|phone| phone.format()),
            row.nif.filter(|_| has_number).map(|nif| nif.to_string()),
        ]),
        on: None,
        account: Some(row.id),
        pipeline: None,
    };
    Ok(rows.into_iter().map(hit).collect())
}

async fn of_people(ctx: &Ctx, ids: Vec<MembershipId>, has_number: bool) -> Result<Vec<Hit>, AppError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let admitted = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
    let sql = format!(
        "SELECT contact, account, contact.name AS name, role, account.name AS firm, contact.phone AS phone \
         FROM $memberships WHERE {}",
        admitted.condition()
    );
    let query = ctx.db.query(sql).bind(("memberships", ids)).bind(admitted.variables());
    let rows: Vec<PersonRow> = query.await?.check()?.take(0)?;
    let hit = |row: PersonRow| Hit {
        thing: Thing::Contact(row.contact),
        name: row.name.to_string(),
        about: about([
            row.role.map(|role| role.to_string()),
            Some(row.firm.to_string()),
            row.phone.filter(|_| has_number).map(|phone| phone.format()),
        ]),
        on: None,
        account: Some(row.account),
        pipeline: None,
    };
    Ok(rows.into_iter().map(hit).collect())
}

async fn of_opportunities(ctx: &Ctx, ids: Vec<OpportunityId>) -> Result<Vec<Hit>, AppError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let admitted = Admitted::by(&ctx.lens, Subject::Opportunities, Action::View);
    let sql = format!(
        "SELECT id, title, account, account_name, pipeline FROM $opportunities WHERE {}",
        admitted.condition()
    );
    let query = ctx
        .db
        .query(sql)
        .bind(("opportunities", ids))
        .bind(admitted.variables());
    let rows: Vec<OpportunityRow> = query.await?.check()?.take(0)?;
    let hit = |row: OpportunityRow| Hit {
        thing: Thing::Opportunity(row.id),
        name: row.title.to_string(),
        about: row.account_name.map(|name| name.to_string()),
        on: None,
        account: row.account,
        pipeline: Some(row.pipeline),
    };
    Ok(rows.into_iter().map(hit).collect())
}

async fn of_reports(ctx: &Ctx, ids: Vec<EntryId>, asked: &Query) -> Result<Vec<Hit>, AppError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let of_account = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
    let of_opportunity = Admitted::through(&ctx.lens, Subject::Opportunities, Action::View, "opportunity.");
    let sql = format!(
        "SELECT id, account, account.name AS firm, at, body.text ?? '' AS text FROM $entries \
         WHERE account != NONE AND {} AND (opportunity = NONE OR {})",
        of_account.condition(),
        of_opportunity.condition()
    );
    let query = ctx.db.query(sql).bind(("entries", ids)).bind(of_account.variables());
    let rows: Vec<ReportRow> = query.await?.check()?.take(0)?;
    let hit = |row: ReportRow| Hit {
        thing: Thing::Report(row.id),
        name: snippet(&row.text, asked),
        about: Some(row.firm.to_string()),
        on: Some(row.at.local_day(TimeZone::default())),
        account: Some(row.account),
        pipeline: None,
    };
    Ok(rows.into_iter().map(hit).collect())
}
