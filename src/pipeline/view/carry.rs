//! A card carried by the keyboard: where it is, where it would fall, and what is said of it.

use leptos::prelude::*;

use super::{
    drag::{self, Drag, Target},
    mover::{Mover, Shown},
};
use crate::{
    i18n::{Texts, sentence},
    pipeline::domain::{Card, Order, Place, StageKind},
    types::{OpportunityId, StageId},
};

/// An arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// The card beside this one: above or below in its column, or as high in the next column that has any.
#[must_use]
pub fn beside(mover: Mover, card: &Card, way: Way) -> Option<OpportunityId> {
    let column = column(mover, card.stage);
    let at = column.iter().position(|it| it.id == card.id)?;
    let stages: Vec<StageId> = mover
        .board
        .with_untracked(|board| board.open_stages().map(|stage| stage.id).collect());
    let here = stages.iter().position(|stage| *stage == card.stage)?;
    let as_high = |stage: &StageId| {
        if untrack(|| mover.is_folded(*stage)) {
            return None;
        }
        let column = self::column(mover, *stage);
        column.get(at.min(column.len().saturating_sub(1))).map(|card| card.id)
    };
    match way {
        Way::Up => Some(column.get(at.checked_sub(1)?)?.id),
        Way::Down => Some(column.get(at + 1)?.id),
        Way::Left => stages[..here].iter().rev().find_map(as_high),
        Way::Right => stages[here + 1..].iter().find_map(as_high),
    }
}

/// The cards that are shown, for whoever does not draw them.
pub fn column(mover: Mover, stage: StageId) -> Shown {
    untrack(|| mover.column(stage))
}

/// Whether the keyboard carries a card.
pub fn is_carried(mover: Mover) -> bool {
    mover
        .drag
        .with_untracked(|drag| drag.as_ref().is_some_and(|drag| drag.width.is_none()))
}

/// Takes a card up where it lies.
pub fn lift(mover: Mover, card: Card) {
    if card.fixed {
        return;
    }
    mover.by_keys.set_value(true);
    let target = Target::Column(card.stage, mover.place_of(&card));
    let heading = card.heading().to_owned();
    mover.drag.set(Some(Drag {
        others: Vec::new(),
        card,
        target,
        width: None,
    }));
    let place = place_said(mover, target);
    mover.said.set(sentence::lifted(mover.locale(), &heading, &place));
}

/// Takes it one step further.
pub fn step(mover: Mover, way: Way) {
    let Some(drag) = mover.drag.get_untracked() else {
        return;
    };
    let is_arranged = mover.look.with_untracked(|look| look.order != Order::Manual);
    if is_arranged && matches!(way, Way::Up | Way::Down) {
        // Where cards stand by amount or date, there is no place to choose.
        return;
    }
    let target = next(mover, &drag, way).unwrap_or(drag.target);
    mover.drag.set(Some(Drag { target, ..drag }));
    mover.said.set(place_said(mover, target));
    let near = match target {
        Target::Column(_, Place::Below(card)) => Some(card),
        Target::Column(stage, _) => column(mover, stage).first().map(|card| card.id),
        Target::End(_) | Target::Nowhere => None,
    };
    // Its column scrolls there.
    mover.shown.set(near);
    request_animation_frame(move || {
        // The person may have left the board.
        let _ = mover.shown.try_set(None);
    });
}

/// Puts it down.
pub fn put_down(mover: Mover) {
    let Some(drag) = mover.drag.get_untracked() else {
        return;
    };
    mover.said.set(place_said(mover, drag.target));
    drag::drop_it(mover);
    mover.focus(drag.card.id);
}

/// Leaves it where it was.
pub fn give_up(mover: Mover) {
    let Some(drag) = mover.drag.get_untracked() else {
        return;
    };
    mover.drag.set(None);
    mover.said.set(Texts::of(mover.locale()).stays.to_owned());
    mover.focus(drag.card.id);
}

fn next(mover: Mover, drag: &Drag, way: Way) -> Option<Target> {
    // Won and lost come after the open ones.
    let all: Vec<(StageId, StageKind)> = mover
        .board
        .with_untracked(|board| board.stages.iter().map(|stage| (stage.id, stage.kind)).collect());
    let (stage, at) = match drag.target {
        Target::Column(stage, place) => (stage, position(mover, drag, stage, place)),
        Target::End(stage) => (stage, 0),
        Target::Nowhere => (drag.card.stage, 0),
    };
    let here = all.iter().position(|(id, _)| *id == stage)?;
    let ((stage, kind), at) = match way {
        Way::Up => (all[here], at.checked_sub(1)?),
        Way::Down => (all[here], at + 1),
        Way::Left => (*all.get(here.checked_sub(1)?)?, at),
        Way::Right => (*all.get(here + 1)?, at),
    };
    if kind != StageKind::Open {
        return Some(Target::End(stage));
    }
    if untrack(|| mover.is_folded(stage)) {
        // A column that is folded away shows no places.
        return Some(Target::Column(stage, Place::Top));
    }
    let column = others(mover, drag, stage);
    let place = match at.min(column.len()).checked_sub(1) {
        Some(above) => Place::Below(column[above]),
        None => Place::Top,
    };
    Some(Target::Column(stage, place))
}

/// How many cards of the column would lie above it.
fn position(mover: Mover, drag: &Drag, stage: StageId, place: Place) -> usize {
    let column = others(mover, drag, stage);
    match place {
        Place::Top => 0,
        Place::Bottom => column.len(),
        Place::Below(card) => column.iter().position(|id| *id == card).map_or(0, |at| at + 1),
    }
}

fn others(mover: Mover, drag: &Drag, stage: StageId) -> Vec<OpportunityId> {
    let column = column(mover, stage);
    column
        .iter()
        .map(|card| card.id)
        .filter(|id| *id != drag.card.id)
        .collect()
}

/// "Propuesta, 3 de 12", or the name of an end.
fn place_said(mover: Mover, target: Target) -> String {
    let name = |id| {
        mover
            .board
            .with_untracked(|board| board.stage(id).map(|stage| stage.name.to_string()))
    };
    let said = || {
        let drag = mover.drag.get_untracked()?;
        match target {
            Target::Column(id, place) => {
                let count = others(mover, &drag, id).len() + 1;
                let at = position(mover, &drag, id, place) + 1;
                Some(sentence::place_of(mover.locale(), &name(id)?, at, count))
            }
            Target::End(id) => name(id),
            Target::Nowhere => None,
        }
    };
    said().unwrap_or_default()
}
