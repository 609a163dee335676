//! Rows of the tables, as the index is told of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{PoisonError, RwLock},
};

use surrealdb::types::{RecordId, SurrealValue, Value};

use crate::{
    clients::domain::{AccountKind, AccountLine, Lifecycle, Section, SizeBand, Source, Traits},
    error::AppError,
    search::{
        domain::{Thing, words},
        index::{Index, Told},
        store::{heard::CONTACT, runs::Run},
    },
    server::db::Db,
    team::domain::Belongs,
    types::{
        AccountId, ContactId, Day, DepartmentId, Email, EntryId, MembershipId, Moment, Money, Nif, OpportunityId,
        Phone, PostalCode, ShortText, UserId, ZoneId, fold,
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
const AT_ONCE: usize = 1_000;

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
    kind: AccountKind,
    lifecycle: Lifecycle,
    bought_on: Option<Day>,
    nif: Option<Nif>,
    phone: Option<Phone>,
    email: Option<Email>,
    web: Option<ShortText>,
    town: Option<ShortText>,
    postal_code: Option<PostalCode>,
    section: Option<Section>,
    sector: Option<ShortText>,
    size: Option<SizeBand>,
    turnover: Option<Money>,
    source: Option<Source>,
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
    has_left: bool,
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
    is_report: bool,
    is_contact: bool,
}

/// Which rows of a table are read.
enum Which<'a> {
    /// These, and who is not among them is gone.
    These(&'a [RecordId]),
    /// Those of a run: to read a million one by one by their keys takes ten times as long.
    Run(&'a Run),
}

impl Which<'_> {
    /// Where they are, as a query says it.
    fn place(&self) -> String {
        match self {
            Self::These(_) => "$records".to_owned(),
            Self::Run(run) => run.place(),
        }
    }
}

/// Tells the index of the rows of a run, whose table is one of [`TABLES`].
///
/// # Errors
/// `Unavailable`.
pub(super) async fn read_on(db: &Db, index: &RwLock<Index>, run: &Run) -> Result<(), AppError> {
    tell_of(db, index, run.table, &Which::Run(run)).await
}

async fn tell_of(db: &Db, index: &RwLock<Index>, table: &'static str, which: &Which<'_>) -> Result<(), AppError> {
    match table {
        AccountId::TABLE => accounts(db, index, which).await,
        ContactId::TABLE => contacts(db, index, which).await,
        MembershipId::TABLE => memberships(db, index, which).await,
        OpportunityId::TABLE => opportunities(db, index, which).await,
        _ => reports(db, index, which).await,
    }
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
            tell_of(db, index, table, &Which::These(chunk)).await?;
        }
    }
    Ok(())
}

/// Those of them that are there.
async fn rows<T: SurrealValue>(db: &Db, columns: &str, which: &Which<'_>) -> Result<Vec<T>, AppError> {
    let query = db.query(format!("SELECT {columns} FROM {}", which.place()));
    let query = match which {
        Which::These(records) => query.bind(("records", records.to_vec())),
        Which::Run(_) => query,
    };
    Ok(query.await?.check()?.take(0)?)
}

/// Tells the index of what is there, and of what was asked for and is not.
fn tell(index: &RwLock<Index>, which: &Which<'_>, of: impl Fn(&RecordId) -> Option<Thing>, told: &[Told]) {
    let mut index = index.write().unwrap_or_else(PoisonError::into_inner);
    if let Which::These(asked) = which {
        let there: BTreeSet<Thing> = told.iter().map(|it| it.thing).collect();
        let gone = asked.iter().filter_map(of).filter(|thing| !there.contains(thing));
        gone.for_each(|thing| index.forget(thing));
    }
    told.iter().for_each(|it| index.put(it));
}

/// The identifier of a record.
fn id<T: SurrealValue>(record: &RecordId) -> Option<T> {
    T::from_value(Value::RecordId(record.clone())).ok()
}

async fn accounts(db: &Db, index: &RwLock<Index>, which: &Which<'_>) -> Result<(), AppError> {
    let columns = "id, name, kind, lifecycle, bought_on, nif, phone, email, web, address.town AS town, \
         address.postal_code AS postal_code, section, sector, size, turnover, source, ways.text ?? [] AS ways, owner, \
         department, zone, created_at";
    let rows: Vec<AccountRow> = rows(db, columns, which).await?;
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
            line: Some(line(row, belongs)),
            ..told
        };
        row.ways.iter().fold(told, |told, way| match Phone::parse(way) {
            Ok(phone) => told.code(Some(phone.as_str())),
            Err(_) => told.also(Some(way)),
        })
    });
    let told: Vec<Told> = told.collect();
    tell(index, which, |it| id(it).map(Thing::Account), &told);
    Ok(())
}

fn line(row: &AccountRow, belongs: Belongs) -> AccountLine {
    let looked_in = [
        row.town.as_ref().map(ShortText::as_str),
        row.sector.as_ref().map(ShortText::as_str),
        row.nif.as_ref().map(Nif::as_str),
        row.phone.as_ref().map(Phone::as_str),
        row.email.as_ref().map(Email::as_str),
    ];
    let (text, name) = AccountLine::texts(row.name.as_str(), looked_in.into_iter().flatten());
    let folded = |it: &Option<ShortText>| it.as_ref().map(|it| fold(it.as_str())).unwrap_or_default().into();
    AccountLine {
        text,
        name,
        town: folded(&row.town),
        sector: folded(&row.sector),
        lifecycle: row.lifecycle,
        kind: row.kind,
        belongs,
        section: row.section,
        size: row.size,
        source: row.source,
        province: row.postal_code.as_ref().map(PostalCode::province),
        turnover: row.turnover.map(Money::cents),
        bought_on: row.bought_on,
        created: seconds(row.created_at),
    }
}

/// Seconds since 1970.
pub(super) fn seconds(at: Moment) -> u32 {
    u32::try_from(at.millis() / 1000).unwrap_or_default()
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

async fn contacts(db: &Db, index: &RwLock<Index>, which: &Which<'_>) -> Result<(), AppError> {
    let rows: Vec<ContactRow> = rows(db, "id, name, email, phone", which).await?;
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
    tell(index, which, |it| id(it).map(Thing::Contact), &told);
    Ok(())
}

async fn memberships(db: &Db, index: &RwLock<Index>, which: &Which<'_>) -> Result<(), AppError> {
    let columns = "id, contact, account, left != NONE AS has_left";
    let rows: Vec<MembershipRow> = rows(db, columns, which).await?;
    // Who has left is not found with the firm any more.
    let there = || rows.iter().filter(|row| !row.has_left);
    let mut index = index.write().unwrap_or_else(PoisonError::into_inner);
    if let Which::These(asked) = which {
        let there: BTreeSet<MembershipId> = there().map(|row| row.id).collect();
        let gone = asked
            .iter()
            .filter_map(id::<MembershipId>)
            .filter(|it| !there.contains(it));
        gone.for_each(|membership| index.part(membership));
    }
    there().for_each(|row| index.join(row.id, row.contact, row.account));
    Ok(())
}

async fn opportunities(db: &Db, index: &RwLock<Index>, which: &Which<'_>) -> Result<(), AppError> {
    let columns = "id, title, account_name, owner, department, zone, created_at";
    let rows: Vec<OpportunityRow> = rows(db, columns, which).await?;
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
    tell(index, which, |it| id(it).map(Thing::Opportunity), &told);
    Ok(())
}

async fn reports(db: &Db, index: &RwLock<Index>, which: &Which<'_>) -> Result<(), AppError> {
    let columns = format!(
        "id, account, opportunity, at, body.text ?? '' AS text, body.`with` ?? '' AS who, body.kind = 'reported' AS is_report, \
         {CONTACT} AS is_contact"
    );
    let rows: Vec<EntryRow> = rows(db, &columns, which).await?;
    let told = rows.iter().filter(|row| row.is_report).map(|row| {
        let mut said = words(&row.text);
        said.extend(words(&row.who));
        said.retain(|word| word.len() > 2 && !EMPTY.contains(&word.as_str()));
        Told {
            account: row.account,
            opportunity: row.opportunity,
            words: said,
            at: seconds(row.at),
            ..Told::unnamed(Thing::Report(row.id), NOBODYS)
        }
    });
    let told: Vec<Told> = told.collect();
    tell(index, which, |it| id(it).map(Thing::Report), &told);
    let mut index = index.write().unwrap_or_else(PoisonError::into_inner);
    for row in rows.iter().filter(|row| row.is_contact) {
        if let Some(account) = row.account {
            index.hear(account, row.opportunity, seconds(row.at));
        }
    }
    Ok(())
}
