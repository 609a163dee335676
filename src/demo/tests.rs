//! What every demo promises, whatever its seed.

use std::collections::{BTreeMap, HashSet};

use super::{Dossier, Generator, Plan, data::TOWNS};
use crate::{
    clients::domain::Lifecycle,
    pipeline::domain::{LossReason, Opportunity, Stage, StageKind},
    timeline::domain::{Entry, EntryBody},
    types::{Day, Email, Money, Nif, Phone, PostalCode, ShortText, TimeZone},
};
use strum::IntoEnumIterator;

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
    assert_eq!(
        (plan(7, 100_000).open, plan(7, 100_000).entries),
        (2_000, 1)
    );
}

#[test]
fn every_identifier_reads_back_and_no_two_firms_share_name_or_nif() {
    let (_, dossiers) = made(plan(7, 1_500));
    let (mut names, mut nifs) = (HashSet::new(), HashSet::new());
    for Dossier {
        account, contacts, ..
    } in &dossiers
    {
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
            assert!(
                mail.domain().ends_with(".example"),
                "{mail} may be somebody's"
            );
        }
    }
}

#[test]
fn every_postal_code_is_of_its_town() {
    for town in TOWNS {
        for code in town.first_code..town.first_code + town.codes {
            let code = PostalCode::parse(&format!("{code:05}")).unwrap();
            assert_eq!(
                code.province(),
                town.province,
                "{code} is not in {}",
                town.name
            );
        }
    }
    let (_, dossiers) = made(plan(7, 500));
    for Dossier { account, .. } in &dossiers {
        let address = account.address.as_ref().unwrap();
        let (town, code) = (
            address.town.as_ref().unwrap(),
            address.postal_code.as_ref().unwrap(),
        );
        let known = TOWNS.iter().find(|it| it.name == town.as_str()).unwrap();
        assert_eq!(code.province(), known.province);
    }
}

/// The stage that the entries of an opportunity leave it in.
fn told_stage(entries: &[&Entry]) -> Option<ShortText> {
    let mut stage: Option<ShortText> = None;
    for entry in entries {
        stage = match (&entry.body, &stage) {
            (EntryBody::OpportunityCreated { stage, .. }, None) => Some(stage.clone()),
            (EntryBody::StageMoved { from, to, .. }, Some(before)) if before == from => {
                Some(to.clone())
            }
            (EntryBody::OpportunityWon { from, .. }, Some(before)) if before == from => {
                ShortText::parse("Ganada").ok()
            }
            (EntryBody::OpportunityLost { from, .. }, Some(before)) if before == from => {
                ShortText::parse("Perdida").ok()
            }
            (EntryBody::Reported(_), Some(before)) => Some(before.clone()),
            (body, before) => panic!("{body:?} in stage {before:?}"),
        };
    }
    stage
}

#[test]
fn histories_lead_to_where_each_opportunity_is() {
    let (generator, dossiers) = made(plan(7, 800));
    let stages: BTreeMap<_, &Stage> = generator
        .firm()
        .stages
        .iter()
        .map(|it| (it.id, it))
        .collect();
    for dossier in &dossiers {
        assert!(dossier.entries.is_sorted_by_key(|entry| entry.at));
        for it in &dossier.opportunities {
            let about = |entry: &&Entry| entry.opportunity == Some(it.id);
            let entries: Vec<&Entry> = dossier.entries.iter().filter(about).collect();
            let stage = stages[&it.stage];
            assert_eq!(told_stage(&entries).as_ref(), Some(&stage.name));
            assert_eq!(it.state, stage.kind);
            assert_eq!(it.closed_on.is_some(), stage.kind != StageKind::Open);
            assert_eq!(it.loss_reason.is_some(), stage.kind == StageKind::Lost);
            assert_eq!(
                it.competitor.is_some(),
                it.loss_reason == Some(LossReason::Competition)
            );
            assert!(
                it.created_at >= dossier.account.created_at && it.entered_stage_at >= it.created_at
            );
            assert!(
                it.amount.is_some() || stage.required.is_empty() || stage.kind == StageKind::Lost
            );
            assert!(it.close_on.is_some() || stage.position == 0);
            let won = it.state == StageKind::Won;
            assert!(!won || dossier.account.lifecycle.is_customer());
        }
    }
}

#[test]
fn nothing_happens_tomorrow_and_some_is_written_down_later() {
    let (_, dossiers) = made(plan(7, 300));
    let day = |moment: crate::types::Moment| moment.local_day(TimeZone::default());
    let entries: Vec<&Entry> = dossiers.iter().flat_map(|it| &it.entries).collect();
    for entry in &entries {
        assert!(
            entry.at <= entry.written_at && day(entry.written_at) < today(),
            "{entry:?}"
        );
    }
    let late = entries
        .iter()
        .filter(|it| day(it.at) != day(it.written_at))
        .count();
    let reports = entries
        .iter()
        .filter(|it| matches!(it.body, EntryBody::Reported(_)))
        .count();
    assert!(
        late * 10 > reports && late * 2 < reports,
        "{late} of {reports} written later"
    );
    let texts = entries.iter().filter_map(|it| match &it.body {
        EntryBody::Reported(report) => Some(report.text.as_str()),
        _ => None,
    });
    texts.for_each(|text| assert!(!text.contains(['{', '}', '|']), "{text}"));
}

#[test]
fn the_board_has_rotting_cards_overdue_ones_and_every_reason_for_losing() {
    let (generator, dossiers) = made(plan(7, 120));
    let count =
        |wanted: &dyn Fn(&&Opportunity) -> bool| opportunities(&dossiers).filter(wanted).count();
    for stage in &generator.firm().stages {
        assert!(
            count(&|it| it.stage == stage.id) >= 3,
            "{} is empty",
            stage.name
        );
    }
    let open = |it: &&Opportunity| it.state == StageKind::Open;
    assert!(count(&|it| open(it) && it.close_on.is_some_and(|day| day < today())) > 0);
    let rotting = |it: &&Opportunity| {
        let stage = generator
            .firm()
            .stages
            .iter()
            .find(|stage| stage.id == it.stage);
        let heard = it
            .last_activity_at
            .map_or(it.entered_stage_at, |at| at.max(it.entered_stage_at));
        let silence = today().days_since(heard.local_day(TimeZone::default()));
        open(it)
            && stage
                .and_then(|it| it.rots_after_days)
                .is_some_and(|days| silence > i32::from(days))
    };
    assert!(
        (2..20).contains(&count(&rotting)),
        "{} cards rot",
        count(&rotting)
    );
    for reason in LossReason::iter() {
        assert!(
            count(&|it| it.loss_reason == Some(reason)) > 0,
            "nothing lost by {reason:?}"
        );
    }
    let months = opportunities(&dossiers).filter_map(|it| it.closed_on);
    assert!(months.filter(|day| today().month().contains(day)).count() >= 5);
}

#[test]
fn amounts_are_plausible_and_add_up() {
    let (_, dossiers) = made(Plan::new(7, 500, Some(10_000), Some(0), today()));
    let amounts: Vec<Money> = opportunities(&dossiers)
        .filter_map(|it| it.amount)
        .collect();
    let total = Money::sum(amounts.iter().copied()).unwrap();
    assert_eq!(
        total.cents(),
        amounts.iter().map(|it| it.cents()).sum::<i64>()
    );
    assert!(
        amounts
            .iter()
            .all(|it| (20_000..10_000_000).contains(&it.cents()))
    );
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
        assert!(
            firm.users.iter().any(|it| it.roles.contains(&role)),
            "no {role:?}"
        );
    }
    for zone in &firm.zones {
        assert_eq!(
            firm.users
                .iter()
                .filter(|it| it.zones.contains(&zone.id))
                .count(),
            1
        );
    }
    let owners = dossiers.iter().map(|it| it.account.owner);
    for owner in owners.chain(opportunities(&dossiers).map(|it| it.owner)) {
        assert!(
            firm.users
                .iter()
                .any(|it| Some(it.id) == owner && it.active)
        );
    }
}
