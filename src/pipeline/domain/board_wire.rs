//! The board as it travels: ten thousand cards in one answer, so each is a line without names, and what many share is said
//! once.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Board, Card, ClosedCard, Facets, NextStep, Outlook, Pipeline, Rank, Stage, Tag};
use crate::{
    clients::domain::Source,
    types::{
        AccountId, Day, DepartmentId, Invalid, Mark, Moment, Money, OpportunityId, Probability, ProductId, Revision,
        ShortText, UserId, ZoneId,
    },
};

/// [`Board`], packed.
#[derive(Serialize, Deserialize)]
pub(super) struct Packed {
    pipeline: Pipeline,
    pipelines: Vec<Pipeline>,
    pub(super) stages: Vec<Stage>,
    owners: Vec<(UserId, ShortText)>,
    departments: Vec<(DepartmentId, ShortText)>,
    zones: Vec<(ZoneId, ShortText)>,
    products: Vec<(ProductId, ShortText)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<Tag>,
    cards: Vec<Line>,
    closed: Vec<ClosedCard>,
    today: Day,
    outlook: Outlook,
    as_of: Mark,
}

/// Id, revision, place of the stage in `stages`, rank, title, account and its name, cents (the board adds euros and nothing
/// else), probability, close, heard of at and in the stage since (milliseconds), facets, whether it is
/// fixed, the next step, and the places of its tags in their list.
type Line = (
    OpportunityId,
    Revision,
    u16,
    Rank,
    ShortText,
    Option<AccountId>,
    Option<ShortText>,
    Option<i64>,
    Probability,
    Option<Day>,
    i64,
    i64,
    Places,
    bool,
    Option<NextStep>,
    Vec<u16>,
);

/// Places of owner, department, zone and product in their lists, the source, and with whom it is dealt.
type Places = (
    Option<u16>,
    Option<u16>,
    Option<u16>,
    Option<u16>,
    Option<Source>,
    Option<ShortText>,
);

/// Where a key stands in its list.
fn place<K: PartialEq>(list: &[(K, ShortText)], key: Option<K>) -> Option<u16> {
    let key = key?;
    u16::try_from(list.iter().position(|(it, _)| *it == key)?).ok()
}

/// The key at a place in its list.
fn key<K: Copy>(list: &[(K, ShortText)], at: Option<u16>) -> Result<Option<K>, Invalid> {
    at.map(|at| list.get(usize::from(at)).map(|(key, _)| *key).ok_or_else(unknown))
        .transpose()
}

fn unknown() -> Invalid {
    Invalid::unknown("card")
}

impl From<Board> for Packed {
    fn from(board: Board) -> Self {
        let tags = board.tags_in_use();
        let owners: Vec<(UserId, ShortText)> = board.owners.into_iter().collect();
        let departments: Vec<(DepartmentId, ShortText)> = board.departments.into_iter().collect();
        let zones: Vec<(ZoneId, ShortText)> = board.zones.into_iter().collect();
        let products: Vec<(ProductId, ShortText)> = board.products.into_iter().collect();
        let at_tags = |card: &Card| {
            let at = |tag: &Tag| u16::try_from(tags.binary_search(tag).ok()?).ok();
            card.tags.iter().filter_map(at).collect()
        };
        let line = |card: &Arc<Card>| -> Option<Line> {
            let stage = board.stages.iter().position(|stage| stage.id == card.stage)?;
            let facets = &card.facets;
            let places = (
                place(&owners, facets.owner),
                place(&departments, facets.department),
                place(&zones, facets.zone),
                place(&products, facets.product),
                facets.source,
                card.contact_name.clone(),
            );
            Some((
                card.id,
                card.revision,
                u16::try_from(stage).ok()?,
                card.rank.clone(),
                card.title.clone(),
                card.account,
                card.account_name.clone(),
                card.amount.map(Money::cents),
                card.probability,
                card.close_on,
                card.fresh_at.millis(),
                card.entered_stage_at.millis(),
                places,
                card.fixed,
                card.next,
                at_tags(card),
            ))
        };
        Self {
            cards: board.cards.iter().filter_map(line).collect(),
            pipeline: board.pipeline,
            pipelines: board.pipelines,
            stages: board.stages,
            closed: board.closed,
            today: board.today,
            outlook: board.outlook,
            as_of: board.as_of,
            owners,
            departments,
            zones,
            products,
            tags,
        }
    }
}

impl TryFrom<Packed> for Board {
    type Error = Invalid;

    fn try_from(packed: Packed) -> Result<Self, Invalid> {
        let tag = |at: &u16| packed.tags.get(usize::from(*at)).cloned().ok_or_else(unknown);
        let card = |line: Line| -> Result<Arc<Card>, Invalid> {
            let stage = packed.stages.get(usize::from(line.2)).ok_or_else(unknown)?;
            Ok(Arc::new(Card {
                id: line.0,
                revision: line.1,
                stage: stage.id,
                rank: line.3,
                title: line.4,
                account: line.5,
                account_name: line.6,
                contact_name: line.12.5.clone(),
                amount: line.7.map(Money::eur).transpose()?,
                probability: line.8,
                close_on: line.9,
                fresh_at: Moment::from_millis(line.10)?,
                entered_stage_at: Moment::from_millis(line.11)?,
                facets: Facets {
                    owner: key(&packed.owners, line.12.0)?,
                    department: key(&packed.departments, line.12.1)?,
                    zone: key(&packed.zones, line.12.2)?,
                    product: key(&packed.products, line.12.3)?,
                    source: line.12.4,
                },
                tags: line.15.iter().map(tag).collect::<Result<_, _>>()?,
                fixed: line.13,
                next: line.14,
            }))
        };
        Ok(Self {
            cards: packed.cards.into_iter().map(card).collect::<Result<_, _>>()?,
            pipeline: packed.pipeline,
            pipelines: packed.pipelines,
            stages: packed.stages,
            closed: packed.closed,
            owners: packed.owners.into_iter().collect(),
            departments: packed.departments.into_iter().collect(),
            zones: packed.zones.into_iter().collect(),
            products: packed.products.into_iter().collect(),
            today: packed.today,
            outlook: packed.outlook,
            as_of: packed.as_of,
        })
    }
}
