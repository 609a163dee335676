//! What every demo promises, whatever its seed.

mod history;

use std::collections::HashSet;

use strum::IntoEnumIterator;

use super::{Dossier, Generator, Plan, data::TOWNS};
use crate::{
    clients::domain::Lifecycle,
    pipeline::domain::{Opportunity, StageKind},
    types::{Day, Email, Money, Nif, Phone, PostalCode},
};

fn today() -> Day {
    Day::new(2026, 11, 20).unwrap()
}

fn plan(seed: u64, accounts: u32) -> Plan {
    Plan::new(seed, accounts, None, None, today())
}

fn made(plan: Plan) -> (Generator, Vec<Dossier>) {
    let mut generator = Generator::new(plan).unwrap();
    let dossiers = generator.by_ref().collect::<Result<_, _>>().unwrap();
    (generator, dossiers)
}

fn opportunities(dossiers: &[Dossier]) -> impl Iterator<Item = &Opportunity> {
    dossiers.iter().flat_map(|it| &it.opportunities)
}

#[test]
fn the_same_seed_makes_the_same_demo_and_another_seed_another() {
    let (first, dossiers) = made(plan(7, 150));
    let (second, again) = made(plan(7, 150));
    assert_eq!(first.firm().users, second.firm().users);
    assert_eq!(first.firm().products, second.firm().products);
    assert_eq!(first.firm().stages, second.firm().stages);
    assert_eq!(dossiers, again);
    let (_, other) = made(plan(8, 150));
    assert_ne!(dossiers[0].account.name, other[0].account.name);
}

#[test]
fn the_numbers_are_those_of_the_plan() {
    for plan in [plan(1, 60), Plan::new(2, 90, Some(400), Some(0), today())] {
        let (_, dossiers) = made(plan);
        let open = opportunities(&dossiers)
            .filter(|it| it.state == StageKind::Open)
            .count();
        let all = opportunities(&dossiers).count();
        assert_eq!(dossiers.len(), plan.accounts as usize);
        assert_eq!(open, plan.open as usize);
        assert_eq!(all - open, plan.closed as usize);
    }
    assert_eq!(plan(7, 120).open, 30);
    assert_eq!((plan(7, 100_000).open, plan(7, 100_000).entries), (2_000, 1));
}

#[test]
fn every_identifier_reads_back_and_no_two_firms_share_name_or_nif() {
    let (_, dossiers) = made(plan(7, 1_500));
    let (mut names, mut nifs) = (HashSet::new(), HashSet::new());
    for Dossier { account, contacts, .. } in &dossiers {
        assert!(names.insert(account.name.clone()), "{} twice", account.name);
        if let Some(nif) = &account.nif {
            assert_eq!(Nif::parse(nif.as_str()).as_ref(), Ok(nif));
            assert!(nifs.insert(nif.clone()), "{nif} twice");
        }
        let phones = contacts.iter().map(|it| &it.phone).chain([&account.phone]);
        for phone in phones.flatten() {
            assert_eq!(Phone::parse(phone.as_str()).as_ref(), Ok(phone));
            assert!(phone.as_str().starts_with("+34") && phone.as_str().len() == 12);
        }
        let mails = contacts.iter().map(|it| &it.email).chain([&account.email]);
        for mail in mails.flatten() {
            assert_eq!(Email::parse(mail.as_str()).as_ref(), Ok(mail));
            assert!(mail.domain().ends_with(".example"), "{mail} may be somebody's");
        }
    }
}

#[test]
fn every_postal_code_is_of_its_town() {
    for town in TOWNS {
        for code in town.first_code..town.first_code + town.codes {
            let code = PostalCode::parse(&format!("{code:05}")).unwrap();
            assert_eq!(code.province(), town.province, "{code} is not in {}", town.name);
        }
    }
    let (_, dossiers) = made(plan(7, 500));
    for Dossier { account, .. } in &dossiers {
        let address = account.address.as_ref().unwrap();
        let (town, code) = (address.town.as_ref().unwrap(), address.postal_code.as_ref().unwrap());
        let known = TOWNS.iter().find(|it| it.name == town.as_str()).unwrap();
        assert_eq!(code.province(), known.province);
    }
}

#[test]
fn amounts_are_plausible_and_add_up() {
    let (_, dossiers) = made(Plan::new(7, 500, Some(10_000), Some(0), today()));
    let amounts: Vec<Money> = opportunities(&dossiers).filter_map(|it| it.amount).collect();
    let total = Money::sum(amounts.iter().copied()).unwrap();
    assert_eq!(total.cents(), amounts.iter().map(|it| it.cents()).sum::<i64>());
    assert!(amounts.iter().all(|it| (20_000..10_000_000).contains(&it.cents())));
    let quoted = dossiers
        .iter()
        .filter(|it| it.account.lifecycle == Lifecycle::Target)
        .count();
    assert!(quoted < 10, "a firm with twenty offers is a target");
}

#[test]
fn every_role_has_a_user_and_every_zone_one_salesperson() {
    let (generator, dossiers) = made(plan(7, 60));
    let firm = generator.firm();
    for role in crate::team::domain::Role::iter() {
        assert!(firm.users.iter().any(|it| it.roles.contains(&role)), "no {role:?}");
    }
    for zone in &firm.zones {
        assert_eq!(firm.users.iter().filter(|it| it.zones.contains(&zone.id)).count(), 1);
    }
    let owners = dossiers.iter().map(|it| it.account.owner);
    for owner in owners.chain(opportunities(&dossiers).map(|it| it.owner)) {
        assert!(firm.users.iter().any(|it| Some(it.id) == owner && it.active));
    }
}
