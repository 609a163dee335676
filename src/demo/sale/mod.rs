//! One made-up sale, from the day it turned up to where it is now.

mod fate;
mod next;
mod offer;
mod path;
mod tags;

use super::{
    GenerateError,
    calendar::Workday,
    data::{COMPETITORS, NOTES_LOST, NOTES_MOVED, NOTES_WON, Ware},
    story::{Talk, Teller},
};
use crate::{
    pipeline::domain::{LossReason, Opportunity, Rank, Stage, StageKind},
    timeline::domain::{Entry, EntryBody},
    types::{Invalid, Moment, OpportunityId, Probability, Revision, ShortText},
};
pub use fate::{Course, Fate, Fates, Pulse};
use offer::{close_on, offer};
use path::Path;
use tags::tags;

/// The opportunity and what was written about it.
pub struct Sale {
    pub opportunity: Opportunity,
    pub entries: Vec<Entry>,
    pub reports: u32,
}

/// A sale to the teller's client. Its rank is the first of its column: whoever knows the column sets it.
///
/// # Errors
/// Never for these tables.
pub fn sale(teller: &mut Teller<'_>, fate: Fate, talkative: u32) -> Result<Sale, GenerateError> {
    let stages = &teller.firm.stages;
    let path = Path::new(fate, stages, teller.client.known_on, teller.last, teller.dice);
    let (end, _) = path.steps[path.steps.len() - 1];
    let offer = offer(teller, path.steps[0].0 == 0 && end == 0)?;
    let created_at = path.steps[0].1.some(9, 120, teller.dice)?;
    let stage = &stages[fate.stage().unwrap_or(end)];
    let id = OpportunityId::from_uuid(teller.keys.next(created_at));
    let mut opportunity = Opportunity {
        id,
        revision: Revision::FIRST,
        pipeline: stage.pipeline,
        stage: stage.id,
        state: stage.kind,
        visited: path.steps.iter().map(|(at, _)| stages[*at].id).collect(),
        title: offer.title.clone(),
        account: Some(teller.client.account.id),
        account_name: Some(teller.client.account.name.clone()),
        contact: None,
        contact_name: None,
        product: teller.firm.product(offer.ware),
        amount: offer.amount,
        probability: stage.probability,
        probability_by_hand: false,
        close_on: close_on(teller, &path, fate),
        next: None,
        tags: tags(id)?,
        rank: Rank::first(),
        entered_stage_at: created_at,
        last_activity_at: None,
        closed_on: None,
        loss_reason: fate.reason(),
        competitor: None,
        source: teller.client.account.source,
        owner: offer.owner,
        department: teller.client.account.department,
        zone: teller.client.account.zone,
        created_at,
    };
    if opportunity.loss_reason == Some(LossReason::Competition) {
        opportunity.competitor = Some(ShortText::parse(teller.dice.word(&COMPETITORS))?);
    }
    if stage.kind == StageKind::Open && teller.dice.chance(12) {
        let percent = stage.probability.percent() + 10;
        let lower = percent - 20 * u8::from(teller.dice.chance(50));
        opportunity.probability = Probability::new(lower)?;
        opportunity.probability_by_hand = true;
    }
    let mut entries = moves(teller, &path, &mut opportunity)?;
    entries.extend(ending(teller, &path, &mut opportunity)?);
    let reports = reports(teller, &path, &opportunity, offer.ware, talkative)?;
    opportunity.next = next::next(teller, &opportunity, end);
    opportunity.last_activity_at = reports.iter().map(|report| report.at).max();
    let count = u32::try_from(reports.len()).unwrap_or(0);
    entries.extend(reports);
    Ok(Sale {
        opportunity,
        entries,
        reports: count,
    })
}

/// Turning up, and going from one open stage to the next.
fn moves(teller: &mut Teller<'_>, path: &Path, it: &mut Opportunity) -> Result<Vec<Entry>, GenerateError> {
    let stages = &teller.firm.stages;
    let title = it.title.clone();
    let first = stages[path.steps[0].0].name.clone();
    let created = EntryBody::OpportunityCreated {
        title: title.clone(),
        stage: first,
        amount: it.amount,
        from: None,
    };
    let mut entries = vec![teller.fact(it.created_at, Some(it.id), it.owner, created)];
    for (number, pair) in (0..).zip(path.steps.windows(2)) {
        let (from, (to, day)) = (&stages[pair[0].0], pair[1]);
        // Several moves of one day come one after the other.
        let at = day.at(15 * 3600 + number * 1_800 + i64::from(teller.dice.between(0, 1_500)))?;
        it.entered_stage_at = at;
        let body = EntryBody::StageMoved {
            title: title.clone(),
            from: from.name.clone(),
            to: stages[to].name.clone(),
            probability: stages[to].probability,
            note: note(teller, &NOTES_MOVED, 30)?,
        };
        entries.push(teller.fact(at, Some(it.id), it.owner, body));
    }
    Ok(entries)
}

/// Being won or lost, sometimes noted the day after.
fn ending(teller: &mut Teller<'_>, path: &Path, it: &mut Opportunity) -> Result<Option<Entry>, GenerateError> {
    let Some(closed) = path.closed else {
        return Ok(None);
    };
    let at: Moment = closed.some(17, 110, teller.dice)?;
    let (end, entered): (usize, Workday) = path.steps[path.steps.len() - 1];
    let before = teller.dice.chance(15) && closed > entered;
    let on = closed.plus(-i32::from(before)).day();
    it.entered_stage_at = at;
    it.closed_on = Some(on);
    let stage: &Stage = &teller.firm.stages[end];
    let (title, from) = (it.title.clone(), stage.name.clone());
    let body = match it.loss_reason {
        Some(reason) => EntryBody::OpportunityLost {
            title,
            from,
            reason,
            competitor: it.competitor.clone(),
            on,
            note: note(teller, &NOTES_LOST, 35)?,
        },
        None => EntryBody::OpportunityWon {
            title,
            from,
            amount: it.amount,
            on,
            note: note(teller, &NOTES_WON, 35)?,
        },
    };
    Ok(Some(teller.fact(at, Some(it.id), it.owner, body)))
}

fn note(teller: &mut Teller<'_>, from: &[&'static str], percent: usize) -> Result<Option<ShortText>, Invalid> {
    let note = ShortText::parse(teller.dice.word(from))?;
    Ok(teller.dice.chance(percent).then_some(note))
}

/// The last conversation, and where clients are few enough another one before it.
fn reports(
    teller: &mut Teller<'_>,
    path: &Path,
    it: &Opportunity,
    ware: &Ware,
    talkative: u32,
) -> Result<Vec<Entry>, GenerateError> {
    let mut days = Vec::new();
    let created = path.steps[0].1;
    if talkative >= 3 && teller.dice.chance(50) {
        days.push(created.plus(teller.dice.between(0, path.heard.since(created))));
    }
    if talkative >= 1 && teller.dice.chance(if it.state == StageKind::Open { 90 } else { 50 }) {
        days.push(path.heard);
    }
    let mut entries = Vec::new();
    for day in days {
        let stage = path
            .steps
            .iter()
            .rev()
            .find(|step| step.1 <= day)
            .map_or(0, |step| step.0);
        let talk = match (it.state, stage) {
            (StageKind::Lost, _) if path.closed == Some(day) => Talk::Lost,
            (_, 0) => Talk::First,
            (_, 1) => Talk::Proposal,
            _ => Talk::Negotiation,
        };
        entries.push(teller.report(talk, day, ware, Some((it.id, it.owner)))?);
    }
    Ok(entries)
}
