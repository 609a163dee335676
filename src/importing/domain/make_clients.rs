//! Accounts and contacts from rows.

use uuid::Uuid;

use super::{Fault, Field, Kind, Reader, make::Making};
use crate::{
    clients::domain::{Account, AccountKind, Address, Contact, Lifecycle, Membership, Path, SizeBand, Ways},
    types::{
        AccountId, ContactId, DepartmentId, Email, MembershipId, Nif, Phone, PostalCode, Revision, ShortText, UserId,
        ZoneId,
    },
};

/// A client firm.
///
/// # Errors
/// The first field that is wrong.
pub(super) fn account(reader: &Reader<'_>, making: &Making<'_>, id: Uuid) -> Result<Account, Fault> {
    Ok(Account {
        id: AccountId::from_uuid(id),
        revision: Revision::FIRST,
        name: reader.required(Field::Name, ShortText::parse)?,
        kind: AccountKind::Client,
        lifecycle: reader.code(Field::Lifecycle)?.unwrap_or(Lifecycle::Target),
        path: Path::default(),
        bought_on: None,
        instruction: None,
        nif: reader.optional(Field::Nif, Nif::parse)?,
        phone: reader.optional(Field::Phone, Phone::parse)?,
        email: reader.optional(Field::Email, Email::parse)?,
        web: reader.optional(Field::Web, ShortText::parse)?,
        address: address(reader)?,
        ways: Ways::default(),
        section: None,
        sector: reader.optional(Field::Sector, ShortText::parse)?,
        size: reader.number(Field::Employees)?.and_then(SizeBand::of_employees),
        turnover: reader.money(Field::Turnover)?,
        source: reader.code(Field::Source)?,
        owner: reader.link(Field::Owner, Kind::User)?.map(UserId::from_uuid),
        department: reader
            .link(Field::Department, Kind::Department)?
            .map(DepartmentId::from_uuid),
        zone: reader.link(Field::Zone, Kind::Zone)?.map(ZoneId::from_uuid),
        created_at: reader.moment(Field::CreatedAt)?.unwrap_or(making.now),
    })
}

fn address(reader: &Reader<'_>) -> Result<Option<Address>, Fault> {
    let address = Address {
        street: reader.optional(Field::Street, ShortText::parse)?,
        postal_code: reader.optional(Field::PostalCode, PostalCode::parse)?,
        town: reader.optional(Field::Town, ShortText::parse)?,
        country: reader.optional(Field::Country, ShortText::parse)?,
    };
    let nowhere = Address {
        street: None,
        postal_code: None,
        town: None,
        country: None,
    };
    Ok((address != nowhere).then_some(address))
}

/// A person, and their place in an account if the mapping names one.
///
/// # Errors
/// The first field that is wrong.
pub(super) fn contact(reader: &Reader<'_>, id: Uuid) -> Result<(Contact, Option<Membership>), Fault> {
    let contact = Contact {
        id: ContactId::from_uuid(id),
        revision: Revision::FIRST,
        name: reader.required(Field::Name, ShortText::parse)?,
        email: reader.optional(Field::Email, Email::parse)?,
        phone: reader.optional(Field::Phone, Phone::parse)?,
    };
    let role = reader.optional(Field::Post, ShortText::parse)?;
    let account = reader.link(Field::Account, Kind::Account)?.map(AccountId::from_uuid);
    let membership = account.map(|account| Membership {
        id: MembershipId::fresh(),
        revision: Revision::FIRST,
        contact: contact.id,
        account,
        role,
        part: None,
        left: None,
    });
    Ok((contact, membership))
}
