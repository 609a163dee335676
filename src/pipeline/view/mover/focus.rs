//! Where the focus goes when what had it is gone: a dialog, a menu, the card in its old column.

use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};

use super::Mover;
use crate::{pipeline::view::fold, types::OpportunityId};

impl Mover {
    /// Gives it back to a card: to the ticket while the keyboard moves it, else to its menu. A card that is too far away to be
    /// drawn is scrolled to first.
    pub fn focus(self, card: OpportunityId) {
        request_animation_frame(move || {
            let is_lost = document().active_element().is_none_or(|now| now.tag_name() == "BODY");
            if is_lost {
                self.go_to(card);
            }
        });
    }

    /// Moves the focus to a card, which is scrolled to first if it is not drawn; to its column where that is folded away.
    pub fn go_to(self, card: OpportunityId) {
        // The person may have left the board.
        let Some(by_keys) = self.by_keys.try_get_value() else {
            return;
        };
        let part = if by_keys { "" } else { " .ticket__menu" };
        let selector = format!("[data-card='{card}']{part}");
        if focus(&selector) {
            return;
        }
        let stage = self
            .board
            .with_untracked(|board| board.card(card).map(|card| card.stage));
        if let Some(stage) = stage.filter(|stage| untrack(|| self.is_folded(*stage))) {
            focus(&fold::control(stage));
            return;
        }
        self.shown.set(Some(card));
        request_animation_frame(move || {
            if !focus(&selector) {
                // It has left the board.
                focus("#main");
            }
            self.shown.set(None);
        });
    }
}

/// Takes the focus off a ticket that is about to leave its column, as long as nothing has changed: taking away what has it
/// would make the browser lay out the page in between. It comes back when the card lies in its place.
pub(super) fn leave() {
    let is_on_ticket = |now: &Element| now.closest(".ticket").ok().flatten().is_some();
    let ticket = document().active_element().filter(is_on_ticket);
    if let Some(ticket) = ticket.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // What keeps the focus costs only time.
        let _ = ticket.blur();
    }
}

/// Whether there is one; then it has the focus.
fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let found = found.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(it) = &found {
        // An element that cannot take the focus leaves it where it was.
        let _ = it.focus();
    }
    found.is_some()
}
