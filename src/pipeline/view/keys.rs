//! The board by keyboard: arrows go from card to card, space lifts one and puts it down, letters do the rest.

use std::collections::BTreeSet;

use leptos::{
    ev::{self, KeyboardEvent},
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{
    bar,
    carry::{self, Way},
    mover::Mover,
};
use crate::{
    frame::use_frame,
    pipeline::{domain::Card, look::Look},
    shell::keys_are_on,
    types::{OpportunityId, StageId},
};

/// Listens for as long as the board is looked at.
pub fn listen(mover: Mover, open: Memo<Option<OpportunityId>>, creates: bool) {
    let navigate = use_navigate();
    let together = use_frame().viewer.is_some_and(|viewer| viewer.changes_together);
    Effect::new(move |_| {
        let navigate = navigate.clone();
        let keys = window_event_listener(ev::keydown, move |event| {
            let held = event.ctrl_key() || event.meta_key();
            // In a field of the panel only Escape is ours.
            let is_elsewhere = is_elsewhere(held);
            let leaves_panel =
                event.key() == "Escape" && exists(".panel") && (!is_elsewhere || exists(".panel :focus"));
            if event.default_prevented() || event.alt_key() || (is_elsewhere && !leaves_panel) {
                return;
            }
            let done = match event.key().as_str() {
                "z" if held && !event.shift_key() => {
                    mover.undo_newest();
                    true
                }
                _ if held => false,
                _ if carry::is_carried(mover) => carried(mover, &event),
                "/" if keys_are_on() => bar::focus_search(),
                "n" if creates && keys_are_on() => {
                    let at = focused().and_then(|id| mover.board.with_untracked(|board| Some(board.card(id)?.stage)));
                    navigate(&mover.new_address(at), NavigateOptions::default());
                    true
                }
                "o" if keys_are_on() && focused().is_some() => {
                    let address = focused().map(|id| mover.look.with_untracked(|look| look.with_card(id)));
                    navigate(&address.unwrap_or_default(), NavigateOptions::default());
                    true
                }
                "Escape" if leaves_panel => {
                    // What was typed is kept before the field goes.
                    if let Some(field) = document()
                        .active_element()
                        .and_then(|now| now.dyn_into::<HtmlElement>().ok())
                    {
                        // Refused only to what has no focus.
                        let _ = field.blur();
                    }
                    if let Some(card) = open.get_untracked() {
                        mover.by_keys.set_value(true);
                        mover.focus(card);
                    }
                    navigate(&mover.look.with_untracked(Look::address), NavigateOptions::default());
                    true
                }
                key => on_card(mover, together, key),
            };
            if done {
                event.prevent_default();
            }
        });
        // What points at something else has let go of what the keyboard carries.
        let pointer = window_event_listener(ev::pointerdown, move |_| {
            if carry::is_carried(mover) {
                carry::give_up(mover);
            }
        });
        on_cleanup(move || {
            keys.remove();
            pointer.remove();
        });
    });
}

/// A key while a card has the focus, or nothing has.
fn on_card(mover: Mover, together: bool, key: &str) -> bool {
    let card = focused().and_then(|id| {
        mover
            .board
            .with_untracked(|board| board.card(id).map(|card| Card::clone(card)))
    });
    if mover.look.with_untracked(|look| look.layout.is_some()) {
        // A table is gone through as any page is; of a row's keys only the menu's is left.
        return key == "m" && keys_are_on() && open_menu(mover, card.as_ref());
    }
    match (way(key), card) {
        (Some(way), Some(card)) => {
            mover.by_keys.set_value(true);
            if let Some(next) = carry::beside(mover, &card, way) {
                mover.go_to(next);
            }
            true
        }
        (Some(_), None) => enter(mover),
        (None, Some(card)) if key == " " && !is_on_button() => {
            carry::lift(mover, card);
            true
        }
        (None, Some(card)) if key == "Enter" && is_on_ticket() => follow(card.id),
        (None, Some(card)) if key == "x" && together && keys_are_on() => {
            mover.choose(card.id);
            true
        }
        (None, _) if key == "Escape" && mover.chosen.with_untracked(|chosen| !chosen.is_empty()) => {
            mover.chosen.update(BTreeSet::clear);
            true
        }
        (None, card) if key == "m" && keys_are_on() => open_menu(mover, card.as_ref()),
        _ => false,
    }
}

fn open_menu(mover: Mover, card: Option<&Card>) -> bool {
    let id = card.filter(|card| !card.fixed).map(|card| card.id);
    if id.is_some() {
        mover.menu.set(id);
    }
    id.is_some()
}

/// A key while the keyboard carries a card.
fn carried(mover: Mover, event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        " " | "Enter" => carry::put_down(mover),
        "Escape" | "Tab" => carry::give_up(mover),
        key => match way(key) {
            Some(way) => carry::step(mover, way),
            None => return false,
        },
    }
    true
}

fn way(key: &str) -> Option<Way> {
    match key {
        "ArrowUp" => Some(Way::Up),
        "ArrowDown" => Some(Way::Down),
        "ArrowLeft" => Some(Way::Left),
        "ArrowRight" => Some(Way::Right),
        _ => None,
    }
}

/// From outside the cards the arrows lead to the first one: of the column that has the focus, or of the board.
fn enter(mover: Mover) -> bool {
    let Some(now) = document().active_element() else {
        return false;
    };
    let column = now.closest("[data-stage]").ok().flatten();
    if column.is_none() && now.tag_name() != "BODY" {
        return false;
    }
    let stage = column.and_then(|column| column.get_attribute("data-stage"));
    let stages: Vec<StageId> = mover
        .board
        .with_untracked(|board| board.open_stages().map(|stage| stage.id).collect());
    let first = stages
        .into_iter()
        .filter(|id| stage.as_ref().is_none_or(|stage| *stage == id.to_string()))
        .filter(|id| untrack(|| !mover.is_folded(*id)))
        .find_map(|id| carry::column(mover, id).first().map(|card| card.id));
    mover.by_keys.set_value(true);
    first.map(|first| mover.go_to(first)).is_some()
}

/// Follows the link of a ticket, which leads to its client.
fn follow(card: OpportunityId) -> bool {
    let link = document().query_selector(&format!("[data-card='{card}'] a.ticket__account"));
    link.ok()
        .flatten()
        .is_some_and(|link| link.dyn_ref::<HtmlElement>().map(|link| link.click()).is_some())
}

fn exists(selector: &str) -> bool {
    document().query_selector(selector).ok().flatten().is_some()
}

/// The card that has the focus, or in which something has it.
pub fn focused() -> Option<OpportunityId> {
    let ticket = document().active_element()?.closest("[data-card]").ok().flatten()?;
    OpportunityId::parse(&ticket.get_attribute("data-card")?).ok()
}

fn is_on_ticket() -> bool {
    document()
        .active_element()
        .is_some_and(|now| now.has_attribute("data-card"))
}

fn is_on_button() -> bool {
    let is_button = |now: &Element| now.matches("button, [role=button]").unwrap_or(false);
    document().active_element().is_some_and(|now| is_button(&now))
}

/// Whether the keys belong to something else: a text that is being written (a Ctrl+Z is its own), a dialog or a menu.
fn is_elsewhere(held: bool) -> bool {
    // With Ctrl a list has nothing of its own to take back.
    let texts = if held {
        "input, textarea"
    } else {
        "input, textarea, select"
    };
    let is_text = |now: &Element| now.matches(texts).unwrap_or(false);
    let open = if held {
        "dialog[open]"
    } else {
        "dialog[open], :popover-open"
    };
    document().active_element().is_some_and(|now| is_text(&now)) || exists(open)
}
