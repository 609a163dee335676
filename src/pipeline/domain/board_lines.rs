//! The cards of a board as they travel: a list for each of their fields instead of a record for each card. Ten thousand
//! cards are a third as long as with a line each, and read in half the time.

use std::{sync::Arc, vec::IntoIter};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Card, Facets, NextStep, Rank, Tags,
    board_shared::{Shared, unknown},
};
use crate::{
    clients::domain::Source,
    timeline::domain::ActivityKind,
    types::{
        AccountId, Day, DepartmentId, Invalid, Moment, Money, OpportunityId, Probability, ProductId, Revision,
        ShortText, StageId, TimeOfDay, UserId, ZoneId,
    },
};

/// Letters of an id in a row of them.
const ID: usize = 32;

/// The cards, field by field. Money is in cents (the board adds euros and nothing else), moments are milliseconds.
#[derive(Serialize, Deserialize)]
pub(super) struct Lines {
    /// One after the other, without anything between them.
    ids: String,
    revisions: Shared<Revision>,
    pub(super) stages: Shared<StageId>,
    pub(super) ranks: Vec<Rank>,
    titles: Shared<ShortText>,
    accounts: Shared<AccountId>,
    account_names: Shared<ShortText>,
    contacts: Shared<ShortText>,
    amounts: Vec<Option<i64>>,
    probabilities: Shared<Probability>,
    closes: Shared<Day>,
    entered: Vec<i64>,
    /// How long after it entered its stage it was last heard of.
    heard_after: Vec<i64>,
    next_kinds: Shared<ActivityKind>,
    next_days: Shared<Day>,
    next_times: Shared<TimeOfDay>,
    owners: Shared<UserId>,
    departments: Shared<DepartmentId>,
    zones: Shared<ZoneId>,
    products: Shared<ProductId>,
    sources: Shared<Source>,
    tags: Shared<Tags>,
    fixed: Shared<bool>,
}

impl From<&[Arc<Card>]> for Lines {
    fn from(cards: &[Arc<Card>]) -> Self {
        let each = || cards.iter();
        let of_next = || each().map(|card| card.next);
        let facets = || each().map(|card| &card.facets);
        Self {
            ids: each().map(|card| card.id.to_string()).collect(),
            revisions: Shared::of(each().map(|card| Some(card.revision))),
            stages: Shared::of(each().map(|card| Some(card.stage))),
            ranks: each().map(|card| card.rank.clone()).collect(),
            titles: Shared::of(each().map(|card| Some(card.title.clone()))),
            accounts: Shared::of(each().map(|card| card.account)),
            account_names: Shared::of(each().map(|card| card.account_name.clone())),
            contacts: Shared::of(each().map(|card| card.contact_name.clone())),
            amounts: each().map(|card| card.amount.map(Money::cents)).collect(),
            probabilities: Shared::of(each().map(|card| Some(card.probability))),
            closes: Shared::of(each().map(|card| card.close_on)),
            entered: each().map(|card| card.entered_stage_at.millis()).collect(),
            heard_after: each()
                .map(|card| card.fresh_at.millis() - card.entered_stage_at.millis())
                .collect(),
            next_kinds: Shared::of(of_next().map(|next| next.map(|next| next.kind))),
            next_days: Shared::of(of_next().map(|next| next.map(|next| next.on))),
            next_times: Shared::of(of_next().map(|next| next?.at)),
            owners: Shared::of(facets().map(|facets| facets.owner)),
            departments: Shared::of(facets().map(|facets| facets.department)),
            zones: Shared::of(facets().map(|facets| facets.zone)),
            products: Shared::of(facets().map(|facets| facets.product)),
            sources: Shared::of(facets().map(|facets| facets.source)),
            tags: Shared::of(each().map(|card| Some(card.tags.clone()).filter(|tags| !tags.is_empty()))),
            fixed: Shared::of(each().map(|card| card.fixed.then_some(true))),
        }
    }
}

impl TryFrom<Lines> for Vec<Arc<Card>> {
    type Error = Invalid;

    /// The cards again; [`Invalid::UnknownValue`] where a list is too short or a letter has no value.
    fn try_from(lines: Lines) -> Result<Self, Invalid> {
        let (mut revisions, mut stages) = (lines.revisions.each(), lines.stages.each());
        let (mut ranks, mut titles) = (lines.ranks.into_iter(), lines.titles.each());
        let (mut accounts, mut names, mut contacts) =
            (lines.accounts.each(), lines.account_names.each(), lines.contacts.each());
        let (mut amounts, mut probabilities, mut closes) = (
            lines.amounts.into_iter(),
            lines.probabilities.each(),
            lines.closes.each(),
        );
        let (mut entered, mut heard_after) = (lines.entered.into_iter(), lines.heard_after.into_iter());
        let (mut kinds, mut days, mut times) =
            (lines.next_kinds.each(), lines.next_days.each(), lines.next_times.each());
        let (mut owners, mut departments, mut zones) =
            (lines.owners.each(), lines.departments.each(), lines.zones.each());
        let (mut products, mut sources) = (lines.products.each(), lines.sources.each());
        let (mut tags, mut fixed) = (lines.tags.each(), lines.fixed.each());
        let card = |id: &[u8]| {
            let (entered, heard_after) = (next(&mut entered)?, next(&mut heard_after)?);
            let (kind, on, at) = (some(&mut kinds)?, some(&mut days)?, some(&mut times)?);
            Ok(Arc::new(Card {
                id: OpportunityId::from_uuid(Uuid::try_parse_ascii(id).map_err(|_| unknown())?),
                revision: some(&mut revisions)?.ok_or_else(unknown)?,
                stage: some(&mut stages)?.ok_or_else(unknown)?,
                rank: next(&mut ranks)?,
                title: some(&mut titles)?.ok_or_else(unknown)?,
                account: some(&mut accounts)?,
                account_name: some(&mut names)?,
                contact_name: some(&mut contacts)?,
                amount: next(&mut amounts)?.map(Money::eur).transpose()?,
                probability: some(&mut probabilities)?.ok_or_else(unknown)?,
                close_on: some(&mut closes)?,
                next: kind.zip(on).map(|(kind, on)| NextStep { kind, on, at }),
                fresh_at: Moment::from_millis(entered.saturating_add(heard_after))?,
                entered_stage_at: Moment::from_millis(entered)?,
                facets: Facets {
                    owner: some(&mut owners)?,
                    department: some(&mut departments)?,
                    zone: some(&mut zones)?,
                    product: some(&mut products)?,
                    source: some(&mut sources)?,
                },
                tags: some(&mut tags)?.unwrap_or_default(),
                fixed: some(&mut fixed)?.unwrap_or_default(),
            }))
        };
        lines.ids.as_bytes().chunks(ID).map(card).collect()
    }
}

fn next<T>(values: &mut IntoIter<T>) -> Result<T, Invalid> {
    values.next().ok_or_else(unknown)
}

fn some<T>(values: &mut impl Iterator<Item = Result<Option<T>, Invalid>>) -> Result<Option<T>, Invalid> {
    values.next().ok_or_else(unknown)?
}
