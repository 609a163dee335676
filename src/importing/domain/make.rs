//! From a row to a record.

use uuid::Uuid;

use super::{Fault, Field, Kind, Reader, make_clients, make_opportunity};
use crate::{
    clients::domain::{Account, Contact, Membership},
    pipeline::domain::{Opportunity, Product, Stage},
    team::domain::{Department, Role, User, Zone},
    types::{Day, DepartmentId, Email, Invalid, Moment, ProductId, Revision, ShortText, UserId, ZoneId},
};

/// A record as it is going to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// A territory or branch.
    Zone(Zone),
    /// A part of the firm.
    Department(Department),
    /// A colleague, who cannot sign in until somebody gives them a password.
    User(User),
    /// Something that is sold.
    Product(Product),
    /// A client firm.
    Account(Box<Account>),
    /// A person, and where they are what.
    Contact(Contact, Option<Membership>),
    /// A possible sale. Its rank is only a placeholder: the writer puts it in its column.
    Opportunity(Box<Opportunity>),
}

/// What a record is made with besides its row.
pub struct Making<'a> {
    /// The stages of the pipeline that opportunities go to.
    pub stages: &'a [Stage],
    /// The moment of the import.
    pub now: Moment,
    /// Today where the firm works.
    pub today: Day,
}

/// Makes a record of the row, under a key of its own.
///
/// # Errors
/// The first field that is wrong.
pub fn make(reader: &Reader<'_>, making: &Making<'_>, id: Uuid) -> Result<Made, Fault> {
    let name = || reader.required(Field::Name, ShortText::parse);
    Ok(match reader.block.kind {
        Kind::Zone => Made::Zone(Zone {
            id: ZoneId::from_uuid(id),
            revision: Revision::FIRST,
            name: name()?,
        }),
        Kind::Department => Made::Department(Department {
            id: DepartmentId::from_uuid(id),
            revision: Revision::FIRST,
            name: name()?,
        }),
        Kind::User => Made::User(User {
            id: UserId::from_uuid(id),
            name: name()?,
            email: reader.required(Field::Email, Email::parse)?,
            roles: vec![
                reader
                    .code::<Role>(Field::Role)?
                    .ok_or_else(|| reader.fault(Field::Role, Invalid::Empty))?,
            ],
            departments: reader
                .link(Field::Department, Kind::Department)?
                .map(DepartmentId::from_uuid)
                .into_iter()
                .collect(),
            zones: reader
                .link(Field::Zone, Kind::Zone)?
                .map(ZoneId::from_uuid)
                .into_iter()
                .collect(),
            active: true,
        }),
        Kind::Product => Made::Product(Product {
            id: ProductId::from_uuid(id),
            revision: Revision::FIRST,
            name: name()?,
            family: reader.optional(Field::Family, ShortText::parse)?,
            list_price: reader.money(Field::ListPrice)?,
        }),
        Kind::Account => Made::Account(Box::new(make_clients::account(reader, making, id)?)),
        Kind::Contact => {
            let (contact, membership) = make_clients::contact(reader, id)?;
            Made::Contact(contact, membership)
        }
        Kind::Opportunity => Made::Opportunity(Box::new(make_opportunity::opportunity(reader, making, id)?)),
    })
}

impl Made {
    /// The key it will have in the database.
    #[must_use]
    pub fn id(&self) -> Uuid {
        match self {
            Self::Zone(zone) => zone.id.uuid(),
            Self::Department(department) => department.id.uuid(),
            Self::User(user) => user.id.uuid(),
            Self::Product(product) => product.id.uuid(),
            Self::Account(account) => account.id.uuid(),
            Self::Contact(contact, _) => contact.id.uuid(),
            Self::Opportunity(opportunity) => opportunity.id.uuid(),
        }
    }

    /// What no two records of its kind may share, if there is such a thing: an existing record that has it is taken for
    /// this one.
    #[must_use]
    pub fn unique(&self) -> Option<&str> {
        match self {
            Self::Zone(zone) => Some(zone.name.as_str()),
            Self::Department(department) => Some(department.name.as_str()),
            Self::User(user) => Some(user.email.as_str()),
            Self::Product(product) => Some(product.name.as_str()),
            Self::Account(_) | Self::Contact(..) | Self::Opportunity(_) => None,
        }
    }
}
