//! The board as it travels: ten thousand cards in one answer, so each is a line without names, and what many share is said
//! once.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Board, Card, ClosedCard, Pipeline, Rank, Stage};
use crate::types::{AccountId, Day, Invalid, Moment, Money, OpportunityId, Probability, Revision, ShortText, UserId};

/// [`Board`], packed.
#[derive(Serialize, Deserialize)]
pub(super) struct Packed {
    pipeline: Pipeline,
    stages: Vec<Stage>,
    owners: Vec<(UserId, ShortText)>,
    cards: Vec<Line>,
    closed: Vec<ClosedCard>,
    today: Day,
}

/// Id, revision, place of the stage in `stages`, rank, title, account and its name, cents (the board adds euros and nothing
/// else), probability, close, heard of at and in the stage since (milliseconds), place of the owner in `owners`, and whether
/// it is fixed.
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
    Option<u16>,
    bool,
);

impl From<Board> for Packed {
    fn from(board: Board) -> Self {
        let owners: Vec<(UserId, ShortText)> = board.owners.into_iter().collect();
        let place = |at: usize| u16::try_from(at).ok();
        let line = |card: &Arc<Card>| -> Option<Line> {
            let stage = board.stages.iter().position(|stage| stage.id == card.stage)?;
            let owner = card
                .owner
                .and_then(|owner| owners.iter().position(|(id, _)| *id == owner));
            Some((
                card.id,
                card.revision,
                place(stage)?,
                card.rank.clone(),
                card.title.clone(),
                card.account,
                card.account_name.clone(),
                card.amount.map(Money::cents),
                card.probability,
                card.close_on,
                card.fresh_at.millis(),
                card.entered_stage_at.millis(),
                owner.and_then(place),
                card.fixed,
            ))
        };
        Self {
            cards: board.cards.iter().filter_map(line).collect(),
            pipeline: board.pipeline,
            stages: board.stages,
            closed: board.closed,
            today: board.today,
            owners,
        }
    }
}

impl TryFrom<Packed> for Board {
    type Error = Invalid;

    fn try_from(packed: Packed) -> Result<Self, Invalid> {
        let unknown = || Invalid::UnknownValue {
            value: "card".to_owned(),
        };
        let card = |line: Line| -> Result<Arc<Card>, Invalid> {
            let stage = packed.stages.get(usize::from(line.2)).ok_or_else(unknown)?;
            let owner = line.12.map(|at| packed.owners.get(usize::from(at)).ok_or_else(unknown));
            Ok(Arc::new(Card {
                id: line.0,
                revision: line.1,
                stage: stage.id,
                rank: line.3,
                title: line.4,
                account: line.5,
                account_name: line.6,
                amount: line.7.map(Money::eur).transpose()?,
                probability: line.8,
                close_on: line.9,
                fresh_at: Moment::from_millis(line.10)?,
                entered_stage_at: Moment::from_millis(line.11)?,
                owner: owner.transpose()?.map(|(id, _)| *id),
                fixed: line.13,
            }))
        };
        Ok(Self {
            cards: packed.cards.into_iter().map(card).collect::<Result<_, _>>()?,
            pipeline: packed.pipeline,
            stages: packed.stages,
            closed: packed.closed,
            owners: packed.owners.into_iter().collect(),
            today: packed.today,
        })
    }
}
