//! What has happened in a demo fits together.

use std::collections::BTreeMap;

use strum::IntoEnumIterator;

use super::{made, opportunities, plan, today};
use crate::{
    pipeline::domain::{LossReason, Opportunity, Stage, StageKind},
    timeline::domain::{Entry, EntryBody},
    types::{ShortText, TimeZone},
};

/// The stage that the entries of an opportunity leave it in.
fn told_stage(entries: &[&Entry]) -> Option<ShortText> {
    let mut stage: Option<ShortText> = None;
    for entry in entries {
        stage = match (&entry.body, &stage) {
            (EntryBody::OpportunityCreated { stage, .. }, None) => Some(stage.clone()),
            (EntryBody::StageMoved { from, to, .. }, Some(before)) if before == from => Some(to.clone()),
            (EntryBody::OpportunityWon { from, .. }, Some(before)) if before == from => ShortText::parse("Ganada").ok(),
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
    let stages: BTreeMap<_, &Stage> = generator.firm().stages.iter().map(|it| (it.id, it)).collect();
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
            assert_eq!(it.competitor.is_some(), it.loss_reason == Some(LossReason::Competition));
            assert!(it.created_at >= dossier.account.created_at && it.entered_stage_at >= it.created_at);
            assert!(it.amount.is_some() || stage.required.is_empty() || stage.kind == StageKind::Lost);
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
    let late = entries.iter().filter(|it| day(it.at) != day(it.written_at)).count();
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
    let count = |wanted: &dyn Fn(&&Opportunity) -> bool| opportunities(&dossiers).filter(wanted).count();
    for stage in &generator.firm().stages {
        assert!(count(&|it| it.stage == stage.id) >= 3, "{} is empty", stage.name);
    }
    let open = |it: &&Opportunity| it.state == StageKind::Open;
    assert!(count(&|it| open(it) && it.close_on.is_some_and(|day| day < today())) > 0);
    let rotting = |it: &&Opportunity| {
        let stage = generator.firm().stages.iter().find(|stage| stage.id == it.stage);
        let heard = it
            .last_activity_at
            .map_or(it.entered_stage_at, |at| at.max(it.entered_stage_at));
        let silence = today().days_since(heard.local_day(TimeZone::default()));
        open(it)
            && stage
                .and_then(|it| it.rots_after_days)
                .is_some_and(|days| silence > i32::from(days))
    };
    assert!((2..20).contains(&count(&rotting)), "{} cards rot", count(&rotting));
    for reason in LossReason::iter() {
        assert!(
            count(&|it| it.loss_reason == Some(reason)) > 0,
            "nothing lost by {reason:?}"
        );
    }
    let months = opportunities(&dossiers).filter_map(|it| it.closed_on);
    assert!(months.filter(|day| today().month().contains(day)).count() >= 5);
}
