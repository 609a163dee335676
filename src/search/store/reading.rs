//! Rows of the tables, as the index is told of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{PoisonError, RwLock},
};

use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::{
    clients::domain::Traits,
    error::AppError,
    search::{
        domain::{Thing, words},
        index::{Index, Told},
    },
    server::db::Db,
    team::domain::Belongs,
    types::{
        AccountId, ContactId, DepartmentId, Email, EntryId, MembershipId, Moment, Nif, OpportunityId, Phone, ShortText,
        UserId, ZoneId,
    },
};

/// What is read, in an order in which nothing comes before what it hangs from.
pub(super) const TABLES: [&str; 5] = [
    AccountId::TABLE,
    ContactId::TABLE,
    MembershipId::TABLE,
    OpportunityId::TABLE,
    EntryId::TABLE,
];
/// So many rows are read at once.
pub(super) const AT_ONCE: usize = 1_000;

/// Nobody's own: a person and a report are shown with their account.
const NOBODYS: Belongs = Belongs {
    owner: None,
    department: None,
    zone: None,
};

/// Words that are in every report and tell none from another.
const EMPTY: &[&str] = &[
    "aun", "como", "con", "del", "desde", "esa", "ese", "eso", "esta", "este", "esto", "fue", "han", "hasta", "hay",
    "las", "les", "los", "mas", "muy", "nos", "para", "pero", "por", "porque", "que", "ser", "sin", "sobre", "son",
    "sus", "tambien", "una", "uno",
];

#[derive(SurrealValue)]
struct AccountRow {
    id: AccountId,
    name: ShortText,
    nif: Option<Nif>,
    phone: Option<Phone>,
    email: Option<Email>,
    web: Option<ShortText>,
    town: Option<ShortText>,
    /// The other telephones, e-mails and addresses.
    ways: Vec<String>,
    owner: Option<UserId>,
    department: Option<DepartmentId>,
    zone: Option<ZoneId>,
    created_at: Moment,
}

#[derive(SurrealValue)]
struct ContactRow {
    id: ContactId,
    name: ShortText,
    email: Option<Email>,
    phone: Option<Phone>,
}

#[derive(SurrealValue)]
struct MembershipRow {
    id: MembershipId,
    contact: ContactId,
    account: AccountId,
}

#[derive(SurrealValue)]
struct OpportunityRow {
    id: OpportunityId,
    title: ShortText,
    account_name: Option<ShortText>,
    owner: Option<UserId>,
    department: Option<DepartmentId>,
    zone: Option<ZoneId>,
    created_at: Moment,
}

#[derive(SurrealValue)]
struct EntryRow {
    id: EntryId,
    account: Option<AccountId>,
    opportunity: Option<OpportunityId>,
    at: Moment,
    text: String,
    who: String,
}

/// The keys of a table. `table` is one of [`TABLES`].
///
/// # Errors
/// `Unavailable`.
pub(super) async fn keys(db: &Db, table: &'static str) -> Result<Vec<RecordId>, AppError> {
    let mut answer = db.query(format!("SELECT VALUE id FROM {table}")).await?.check()?;
    Ok(answer.take(0)?)
}

/// Tells the index how these records are now, also that they are gone. What cannot be found is passed over.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn take_over(db: &Db, index: &RwLock<Index>, touched: Vec<RecordId>) -> Result<(), AppError> {
    let mut by_table: BTreeMap<&'static str, BTreeSet<RecordId>> = BTreeMap::new();
    for record in touched {
        if let Some(table) = TABLES.into_iter().find(|it| *it == record.table.as_str()) {
            by_table.entry(table).or_default().insert(record);
        }
    }
    for (table, records) in by_table {
        let records: Vec<RecordId> = records.into_iter().collect();
        for chunk in records.chunks(AT_ONCE) {
            match table {
                AccountId::TABLE => accounts(db, index, chunk).await?,
                ContactId::TABLE => contacts(db, index, chunk).await?,
                MembershipId::TABLE => memberships(db, index, chunk).await?,
                OpportunityId::TABLE => opportunities(db, index, chunk).await?,
                _ => reports(db, index, chunk).await?,
            }
        }
    }
    Ok(())
}

/// Those of the records that are there.
async fn rows<T: SurrealValue>(db: &Db, columns: &str, records: &[RecordId]) -> Result<Vec<T>, AppError> {
    let query = db
        .query(format!("SELECT {columns}"))
        .bind(("records", records.to_vec()));
    Ok(query.await?.check()?.take(0)?)
}

/// Tells the index of what is there, and of what was asked for and is not.
fn tell(index: &RwLock<Index>, asked: &[RecordId], of: impl Fn(&RecordId) -> Option<Thing>, told: &[Told]) {
    let there: BTreeSet<Thing> = told.iter().map(|it| it.thing).collect();
    let mut index = index.write().unwrap_or_else(PoisonError::into_inner);
    let gone = asked.iter().filter_map(of).filter(|thing| !there.contains(thing));
    gone.for_each(|thing| index.forget(thing));
    told.iter().for_each(|it| index.put(it));
}

/// The identifier of a record.
fn id<T: SurrealValue>(record: &RecordId) -> Option<T> {
    T::from_value(Value::RecordId(record.clone())).ok()
}

async fn accounts(db: &Db, index: &RwLock<Index>, records: &[RecordId]) -> Result<(), AppError> {
    let columns = "id, name, nif, phone, email, web, address.town AS town, ways.text ?? [] AS ways, owner, department, zone, created_at \
         FROM $records";
    let rows: Vec<AccountRow> = rows(db, columns, records).await?;
    let told = rows.iter().map(|row| {
        let belongs = Belongs {
            owner: row.owner,
            department: row.department,
            zone: row.zone,
        };
        let told = Told::named(Thing::Account(row.id), belongs, row.name.as_str(), row.created_at)
            .also(row.email.as_ref().map(Email::as_str))
            .also(row.web.as_ref().map(ShortText::as_str))
            .also(row.town.as_ref().map(ShortText::as_str))
            .code(row.phone.as_ref().map(Phone::as_str))
            .code(row.nif.as_ref().map(Nif::as_str));
        let told = Told {
            clues: recognised_by(row).clues(),
            ..told
        };
        row.ways.iter().fold(told, |told, way| match Phone::parse(way) {
            Ok(phone) => told.code(Some(phone.as_str())),
            Err(_) => told.also(Some(way)),
        })
    });
    let told: Vec<Told> = told.collect();
    tell(index, records, |it| id(it).map(Thing::Account), &told);
    Ok(())
}

fn recognised_by(row: &AccountRow) -> Traits {
    let phones = row.ways.iter().filter_map(|way| Phone::parse(way).ok());
    let emails = row.ways.iter().filter_map(|way| Email::parse(way).ok());
    Traits::of(
        row.name.as_str(),
        row.nif.clone(),
        row.phone.iter().cloned().chain(phones).collect(),
        row.email.iter().cloned().chain(emails).collect(),
        row.web.as_ref().map(ShortText::as_str),
    )
}

async fn contacts(db: &Db, index: &RwLock<Index>, records: &[RecordId]) -> Result<(), AppError> {
    let rows: Vec<ContactRow> = rows(db, "id, name, email, phone FROM $records", records).await?;
    let told = rows.iter().map(|row| {
        let uuid = row.id.uuid();
        // A contact does not say since when it is there; its key does.
        let since = uuid.get_timestamp().map_or(0, |at| at.to_unix().0);
        Told {
            at: u32::try_from(since).unwrap_or_default(),
            ..Told::unnamed(Thing::Contact(row.id), NOBODYS)
        }
        .name(row.name.as_str())
        .also(row.email.as_ref().map(Email::as_str))
        .code(row.phone.as_ref().map(Phone::as_str))
    });
    let told: Vec<Told> = told.collect();
    tell(index, records, |it| id(it).map(Thing::Contact), &told);
    Ok(())
}

async fn memberships(db: &Db, index: &RwLock<Index>, records: &[RecordId]) -> Result<(), AppError> {
    // Who has left is not found with the firm any more.
    let rows: Vec<MembershipRow> = rows(db, "id, contact, account FROM $records WHERE left = NONE", records).await?;
    let there: BTreeSet<MembershipId> = rows.iter().map(|row| row.id).collect();
    let mut index = index.write().unwrap_or_else(PoisonError::into_inner);
    let gone = records
        .iter()
        .filter_map(id::<MembershipId>)
        .filter(|it| !there.contains(it));
    gone.for_each(|membership| index.part(membership));
    rows.iter().for_each(|row| index.join(row.id, row.contact, row.account));
    Ok(())
}

async fn opportunities(db: &Db, index: &RwLock<Index>, records: &[RecordId]) -> Result<(), AppError> {
    let columns = "id, title, account_name, owner, department, zone, created_at FROM $records";
    let rows: Vec<OpportunityRow> = rows(db, columns, records).await?;
    let told = rows.iter().map(|row| {
        let belongs = Belongs {
            owner: row.owner,
            department: row.department,
            zone: row.zone,
        };
        Told::named(Thing::Opportunity(row.id), belongs, row.title.as_str(), row.created_at)
            .also(row.account_name.as_ref().map(ShortText::as_str))
    });
    let told: Vec<Told> = told.collect();
    tell(index, records, |it| id(it).map(Thing::Opportunity), &told);
    Ok(())
}

async fn reports(db: &Db, index: &RwLock<Index>, records: &[RecordId]) -> Result<(), AppError> {
    let columns = "id, account, opportunity, at, body.text ?? '' AS text, body.`with` ?? '' AS who \
                   FROM $records WHERE body.kind = 'reported'";
    let rows: Vec<EntryRow> = rows(db, columns, records).await?;
    let told = rows.iter().map(|row| {
        let mut said = words(&row.text);
        said.extend(words(&row.who));
        said.retain(|word| word.len() > 2 && !EMPTY.contains(&word.as_str()));
        Told {
            account: row.account,
            opportunity: row.opportunity,
            words: said,
            at: u32::try_from(row.at.millis() / 1000).unwrap_or_default(),
            ..Told::unnamed(Thing::Report(row.id), NOBODYS)
        }
    });
    let told: Vec<Told> = told.collect();
    tell(index, records, |it| id(it).map(Thing::Report), &told);
    Ok(())
}
