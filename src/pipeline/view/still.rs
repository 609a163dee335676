//! Keeps the browser from scrolling under a finger that holds a ticket.

use leptos::{
    html,
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{AddEventListenerOptions, Event, EventTarget},
};

use super::mover::Mover;

/// As long as this is kept, a finger that came down on it does not scroll while a ticket is held.
pub struct Still {
    target: EventTarget,
    told: Closure<dyn Fn(Event)>,
}

impl Still {
    /// Of an element. It must be told not to be passive, which an ordinary listener cannot say.
    pub fn of(mover: Mover, target: &EventTarget) -> Self {
        let told = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if mover.drag.try_with_untracked(Option::is_some) == Some(true) {
                event.prevent_default();
            }
        });
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        // Refused by nothing that has touch; where it is, the menu moves tickets.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            "touchmove",
            told.as_ref().unchecked_ref(),
            &options,
        );
        Self {
            target: target.clone(),
            told,
        }
    }
}

impl Drop for Still {
    fn drop(&mut self) {
        // Refused only where it was when it was added.
        let _ = self
            .target
            .remove_event_listener_with_callback("touchmove", self.told.as_ref().unchecked_ref());
    }
}

/// Of the whole board: a browser that finds nobody to ask where a finger comes down asks nobody until it goes up.
pub fn hold_still(mover: Mover, trays: NodeRef<html::Div>) {
    Effect::new(move |_| {
        if let Some(trays) = trays.get() {
            // It lives as long as the element that it listens to.
            std::mem::forget(Still::of(mover, &trays));
        }
    });
}
