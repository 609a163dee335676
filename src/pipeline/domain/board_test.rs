//! The board on its way and under what is heard: one board for both.

use std::sync::Arc;

use super::{
    Board, Card, Facets, Moved, News, NextStep, Outlook, Pipeline, Rank, StageKind, Tags, board_wire::Packed,
    default_stages,
};
use crate::{
    clients::domain::Source,
    timeline::domain::ActivityKind,
    types::{
        AccountId, Day, Mark, Moment, Money, OpportunityId, PipelineId, Probability, Revision, ShortText, TimeOfDay,
        UserId, ZoneId,
    },
};

pub(super) fn board() -> Board {
    let pipeline = Pipeline {
        id: PipelineId::fresh(),
        revision: Revision::FIRST,
        name: ShortText::parse("Ventas").unwrap(),
        position: 0,
    };
    let stages = default_stages(pipeline.id).unwrap();
    let (owner, zone) = (UserId::fresh(), ZoneId::fresh());
    let ranks = Rank::spread(40);
    let card = |(at, rank): (usize, Rank)| {
        Arc::new(Card {
            id: OpportunityId::fresh(),
            revision: Revision::FIRST,
            stage: stages[at % 3].id,
            rank,
            title: ShortText::parse("Plan de igualdad").unwrap(),
            account: (at % 4 > 0).then(AccountId::fresh),
            account_name: (at % 4 > 0).then(|| ShortText::parse("Hnos. Peña, S.L.").unwrap()),
            contact_name: (at % 6 > 0).then(|| ShortText::parse("Vicent Benlloch").unwrap()),
            amount: (at % 5 > 0).then(|| Money::eur(at as i64 * 1_234).unwrap()),
            probability: Probability::new(20).unwrap(),
            close_on: (at % 2 > 0).then_some(Day::LAST),
            next: (at % 2 > 0).then(|| NextStep {
                kind: ActivityKind::Visit,
                on: Day::LAST,
                at: TimeOfDay::parse("16:30").ok(),
            }),
            fresh_at: Moment::from_millis(1_764_000_000_123).unwrap(),
            entered_stage_at: Moment::from_millis(1_763_000_000_456).unwrap(),
            facets: Facets {
                owner: (at % 3 > 0).then_some(owner),
                zone: (at % 2 > 0).then_some(zone),
                source: (at % 4 > 0).then_some(Source::Referral),
                ..Facets::default()
            },
            tags: Tags::read(["", "urgente", "Licitación,vip"][at % 3]),
            fixed: at % 7 == 0,
        })
    };
    Board {
        cards: ranks.into_iter().enumerate().map(card).collect(),
        pipelines: vec![pipeline.clone()],
        pipeline,
        stages,
        closed: Vec::new(),
        owners: [(owner, ShortText::parse("Ana").unwrap())].into(),
        gone: [owner].into(),
        departments: [].into(),
        zones: [(zone, ShortText::parse("Levante").unwrap())].into(),
        products: [].into(),
        today: Day::FIRST,
        outlook: Outlook::default(),
        as_of: Mark::parse("018f0000000070008000000000000000.3").unwrap(),
    }
}

#[test]
fn what_travels_arrives_and_is_small() {
    let board = board();
    let json = serde_json::to_string(&board).unwrap();
    assert_eq!(serde_json::from_str::<Board>(&json).unwrap(), board);
    let whole: usize = board
        .cards
        .iter()
        .map(|card| serde_json::to_string(&**card).unwrap().len())
        .sum();
    assert!(json.len() * 2 < whole, "{} of {whole}", json.len());
}

#[test]
fn a_line_that_points_nowhere_is_refused() {
    let mut packed = Packed::from(board());
    packed.cards.stages.values.truncate(1);
    assert!(Board::try_from(packed).is_err());
    let mut packed = Packed::from(board());
    packed.cards.ranks.pop();
    assert!(Board::try_from(packed).is_err());
}

fn later(card: &Card, by: u32) -> Moved {
    let mut card = card.clone();
    for _ in 0..by {
        card.revision = card.revision.next();
    }
    Moved {
        card,
        state: StageKind::Open,
        closed_on: None,
    }
}

#[test]
fn news_may_come_twice_and_late() {
    let mut board = board();
    let card = Card::clone(&board.cards[3]);
    let (second, third) = (later(&card, 1), later(&card, 2));
    let heard = |board: &mut Board, moved: &Moved| board.hear(&News::Changed(Box::new(moved.clone())));
    assert_eq!(heard(&mut board, &third), Some(card.id));
    assert_eq!(heard(&mut board, &third), None, "twice");
    assert_eq!(heard(&mut board, &second), None, "late");
    board.settle(&second);
    assert_eq!(board.revision_of(card.id), Some(third.card.revision));
    let gone = |by| News::Gone {
        id: card.id,
        revision: later(&card, by).card.revision,
    };
    assert_eq!(
        (board.hear(&gone(1)), board.card(card.id).is_some()),
        (None, true),
        "given back since"
    );
    assert_eq!((board.hear(&gone(3)), board.card(card.id).is_some()), (None, false));
    assert_eq!(heard(&mut board, &later(&card, 4)), Some(card.id), "and shown again");
}
