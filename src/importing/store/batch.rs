//! Some hundreds of records in one transaction, with the keys they came from.

use surrealdb::types::{Object, RecordId, Uuid as Key, Value};
use uuid::Uuid;

use crate::{
    clients::domain::{Account, Contact, Membership},
    error::AppError,
    importing::domain::{Kind, Made},
    pipeline::domain::{Opportunity, Product},
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::{
        domain::{Department, Zone},
        store::create_user,
    },
};

/// The most records of one transaction: it must fit in the engine's memory, with a change and an audit row for each.
pub const BATCH: usize = 500;

/// Records of one kind, as they are to be written.
pub struct Batch {
    source: String,
    kind: Kind,
    keys: Vec<(String, Uuid)>,
    made: Vec<Made>,
}

impl Batch {
    /// An empty one.
    #[must_use]
    pub fn new(source: &str, kind: Kind) -> Self {
        Self {
            source: source.to_owned(),
            kind,
            keys: Vec::new(),
            made: Vec::new(),
        }
    }

    /// What it is of.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How many keys it will remember.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Adds a new record.
    pub fn push(&mut self, key: String, made: Made) {
        self.keys.push((key, made.id()));
        self.made.push(made);
    }

    /// Adds the key of a record that is there.
    pub fn adopt(&mut self, key: String, id: Uuid) {
        self.keys.push((key, id));
    }
}

impl Gesture for Batch {
    /// How many records were created.
    type Answer = usize;

    const NAME: &'static str = "import.batch";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<usize, AppError> {
        let mut rows = Rows::default();
        for made in &self.made {
            match made.clone() {
                Made::User(user) => create_user(ctx, tx, &user, None).await?,
                Made::Zone(zone) => rows.zones.push(zone),
                Made::Department(department) => rows.departments.push(department),
                Made::Product(product) => rows.products.push(product),
                Made::Account(account) => rows.accounts.push(*account),
                Made::Contact(contact, membership) => {
                    rows.contacts.push(contact);
                    rows.memberships.extend(membership);
                }
                Made::Opportunity(opportunity) => rows.opportunities.push(*opportunity),
            }
        }
        rows.write(tx).await?;
        self.remember(tx).await?;
        Ok(self.made.len())
    }
}

impl Batch {
    async fn remember(&self, tx: &Tx) -> Result<(), AppError> {
        let rows = self.keys.iter().map(|(key, id)| {
            let mut row = Object::new();
            row.insert("key", format!("{}/{}/{key}", self.source, self.kind.as_ref()));
            row.insert("record", RecordId::new(self.kind.as_ref(), Key::from(*id)));
            Value::Object(row)
        });
        // What has come from where is the import's own note: no row that a person changes.
        tx.query("INSERT INTO imported $rows RETURN NONE")
            .bind(("rows", rows.collect::<Vec<_>>()))
            .await?
            .check()?;
        Ok(())
    }
}

#[derive(Default)]
struct Rows {
    zones: Vec<Zone>,
    departments: Vec<Department>,
    products: Vec<Product>,
    accounts: Vec<Account>,
    contacts: Vec<Contact>,
    memberships: Vec<Membership>,
    opportunities: Vec<Opportunity>,
}

impl Rows {
    async fn write(self, tx: &mut Tx) -> Result<(), AppError> {
        tx.create(&self.zones).await?;
        tx.create(&self.departments).await?;
        tx.create(&self.products).await?;
        tx.create(&self.accounts).await?;
        tx.create(&self.contacts).await?;
        tx.create(&self.memberships).await?;
        tx.create(&self.opportunities).await
    }
}
