//! One made-up client firm.

use super::{
    GenerateError,
    calendar::Workday,
    data::{SECTORS, STREETS, TOWNS, Town},
    dice::Dice,
    firm::Firm,
    firm_names::{Names, slug},
    names::{PersonName, Tongue, person, tongue},
};
use crate::{
    clients::domain::{Account, AccountKind, Address, Lifecycle, Path, SizeBand, Source, Ways},
    team::domain::Role,
    types::{AccountId, Email, Invalid, Money, Nif, Phone, PostalCode, Revision, ShortText},
};

/// An account with what its people and its sales are made from.
pub struct Client {
    pub account: Account,
    pub employees: u32,
    pub tongue: Tongue,
    /// Where its mail goes.
    pub domain: String,
    /// The one person of a one-person firm.
    pub alone: Option<PersonName>,
    /// The day we wrote it down.
    pub known_on: Workday,
}

const SOURCES: &[(Source, u32)] = &[
    (Source::Web, 16),
    (Source::SocialNetwork, 5),
    (Source::Email, 4),
    (Source::Phone, 8),
    (Source::Referral, 24),
    (Source::Advertising, 3),
    (Source::Campaign, 9),
    (Source::Fair, 6),
    (Source::ExistingClient, 6),
    (Source::Acquaintance, 7),
    (Source::Partner, 4),
    (Source::BoughtList, 3),
    (Source::Reception, 2),
    (Source::Technician, 2),
    (Source::Other, 1),
];

/// Client number `number`, known since a moment.
///
/// # Errors
/// Never for these tables: what it makes is valid by construction.
pub fn client(
    firm: &Firm,
    names: &mut Names,
    number: u32,
    key: uuid::Uuid,
    known: (Workday, crate::types::Moment),
    dice: &mut Dice,
) -> Result<Client, GenerateError> {
    let town = dice.pick_by(TOWNS, |town| town.weight);
    let tongue = tongue(town, dice);
    let sector = dice.pick(&SECTORS);
    let employees = employees(dice);
    let mut alone = (employees == 1).then(|| person(tongue, dice));
    // A person's name that is taken makes a company: their full name is not to be numbered.
    alone = alone.filter(|person| names.take(&person.full()));
    let (name, short, nif) = match &alone {
        Some(person) => (person.full(), person.usual(), freelance(number)?),
        None => {
            let named = names.firm(sector, town, tongue, dice);
            (named.name, named.short, company(named.letter, number)?)
        }
    };
    let domain = format!("{}.example", slug(&short));
    let lead = dice.chance(88).then_some(town.area);
    let turnover = i64::from(employees) * i64::from(dice.between(60, 170)) * 1_000;
    let large = employees >= 250;
    let owner = if large && dice.chance(60) {
        firm.with_role(Role::SalesManager)
    } else {
        firm.seller(town.territory)
    };
    let account = Account {
        id: AccountId::from_uuid(key),
        revision: Revision::FIRST,
        name: ShortText::parse(&name)?,
        kind: AccountKind::Client,
        lifecycle: Lifecycle::Target,
        path: Path::default(),
        bought_on: None,
        instruction: None,
        nif: dice.chance(92).then_some(nif),
        phone: lead.map(|area| landline(area, dice)).transpose()?,
        email: maybe(dice, 82, || Email::parse(&format!("info@{domain}")))?,
        web: maybe(dice, 70, || ShortText::parse(&format!("www.{domain}")))?,
        address: Some(address(town, dice)?),
        ways: Ways::default(),
        section: None,
        sector: Some(ShortText::parse(sector.name)?),
        size: SizeBand::of_employees(employees),
        turnover: maybe(dice, 60, || Money::eur(turnover / 10_000 * 1_000_000))?,
        source: Some(dice.pick_by(SOURCES, |it| it.1).0),
        owner: Some(owner.id),
        department: Some(firm.sales()),
        zone: Some(firm.zone(town.territory)),
        created_at: known.1,
    };
    Ok(Client {
        account,
        employees,
        tongue,
        domain,
        alone,
        known_on: known.0,
    })
}

/// So many times in a hundred; made either way, so that the dice roll the same.
pub fn maybe<T>(
    dice: &mut Dice,
    percent: usize,
    make: impl FnOnce() -> Result<T, Invalid>,
) -> Result<Option<T>, Invalid> {
    let made = make()?;
    Ok(dice.chance(percent).then_some(made))
}

/// As firms are in Spain, without the many that have nobody: one in three has ten people or more.
fn employees(dice: &mut Dice) -> u32 {
    let (least, most) = match dice.below(100) {
        0..=7 => (1, 1),
        8..=46 => (2, 9),
        47..=82 => (10, 49),
        83..=96 => (50, 249),
        _ => (250, 900),
    };
    dice.between(least, most).unsigned_abs()
}

/// No two alike: a step that shares no factor with the modulus reaches every number once.
fn company(letter: char, number: u32) -> Result<Nif, Invalid> {
    const STEP: u64 = 7_368_787;
    let serial = u64::from(number + 1) * STEP % 9_999_991;
    Nif::company(letter, u32::try_from(serial).unwrap_or(0))
}

fn freelance(number: u32) -> Result<Nif, Invalid> {
    const STEP: u64 = 48_271_013;
    let serial = u64::from(number + 1) * STEP % 79_999_987;
    Nif::person(u32::try_from(serial).unwrap_or(0))
}

/// A number as those of the place are; it may be somebody's, so nobody should call it.
fn landline(area: &str, dice: &mut Dice) -> Result<Phone, Invalid> {
    let digits = 9 - area.len();
    let rest = dice.below(10_usize.pow(u32::try_from(digits).unwrap_or(0)));
    Phone::parse(&format!("{area}{rest:0digits$}"))
}

fn address(town: &Town, dice: &mut Dice) -> Result<Address, Invalid> {
    let street = format!("{}, {}", dice.word(&STREETS), dice.between(1, 120));
    let code = town.first_code + u32::try_from(dice.below(town.codes as usize)).unwrap_or(0);
    Ok(Address {
        street: Some(ShortText::parse(&street)?),
        postal_code: Some(PostalCode::parse(&format!("{code:05}"))?),
        town: Some(ShortText::parse(town.name)?),
        country: None,
    })
}
