//! The board alive: what others do appears, who else looks is said, and a lost connection catches up by itself.

use std::collections::BTreeSet;

use leptos::{
    ev::Event,
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{EventSource, MessageEvent},
};
use serde::de::DeserializeOwned;

use super::mover::Mover;
use crate::{
    frame::use_frame,
    pipeline::{api::load_board, domain::Bulletin},
    types::{OpportunityId, UserId},
};

/// What is heard of the others.
#[derive(Clone, Copy)]
pub struct Live {
    /// Who else looks at the board.
    pub others: RwSignal<BTreeSet<UserId>>,
    /// Whether nothing can be heard at the moment.
    pub is_deaf: RwSignal<bool>,
    /// Cards that somebody else has just changed.
    pub fresh: RwSignal<BTreeSet<OpportunityId>>,
    /// What arrived while a card was in the hand: it is shown when it has been put down.
    waiting: StoredValue<Vec<Heard>>,
}

#[derive(Clone)]
enum Heard {
    Bulletin(Bulletin),
    /// Too much was missed.
    Resync,
}

/// Listens for as long as the board is looked at.
pub fn listen(mover: Mover) -> Live {
    let live = Live {
        others: RwSignal::default(),
        is_deaf: RwSignal::new(false),
        fresh: RwSignal::default(),
        waiting: StoredValue::default(),
    };
    let me = use_frame().viewer.map(|viewer| viewer.id);
    Effect::new(move |_| {
        let since = mover.board.with_untracked(|board| board.as_of);
        let Ok(source) = EventSource::new(&format!("/live?since={since}")) else {
            return;
        };
        on(&source, "open", move |_| live.is_deaf.set(false));
        on(&source, "error", move |_| live.is_deaf.set(true));
        on(&source, "news", move |event| {
            if let Some(bulletin) = read(&event) {
                live.hear(mover, me, Heard::Bulletin(bulletin));
            }
        });
        on(&source, "resync", move |_| live.hear(mover, me, Heard::Resync));
        on(&source, "present", move |event| {
            if let Some(others) = read(&event) {
                live.others.set(others);
            }
        });
        // Refused only where there is no page any more.
        on(&source, "out", |_| drop(window().location().reload()));
        let source = StoredValue::new_local(source);
        on_cleanup(move || source.with_value(EventSource::close));
    });
    Effect::new(move |_| {
        if mover.drag.with(Option::is_none) {
            let waiting = live.waiting.try_update_value(std::mem::take).unwrap_or_default();
            waiting.into_iter().for_each(|heard| live.take_in(mover, me, heard));
        }
    });
    live
}

impl Live {
    fn hear(self, mover: Mover, me: Option<UserId>, heard: Heard) {
        if mover.drag.with_untracked(Option::is_some) {
            self.waiting.update_value(|waiting| waiting.push(heard));
        } else {
            self.take_in(mover, me, heard);
        }
    }

    fn take_in(self, mover: Mover, me: Option<UserId>, heard: Heard) {
        match heard {
            Heard::Bulletin(bulletin) => {
                let changed = mover
                    .board
                    .try_update(|board| bulletin.news.iter().filter_map(|it| board.hear(it)).collect::<Vec<_>>());
                if bulletin.actor != me {
                    self.fresh.update(|fresh| fresh.extend(changed.unwrap_or_default()));
                }
            }
            Heard::Resync => leptos::task::spawn_local(async move {
                match load_board(None).await {
                    Ok(board) if !mover.board.is_disposed() => mover.board.set(board),
                    // The connection is lost again: it will be asked for again when it is back.
                    _ => {}
                }
            }),
        }
    }
}

/// Listens to the events of a name for as long as the source lives, which is as long as the page.
fn on(source: &EventSource, name: &str, does: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(does);
    // Never refused for a name.
    let _ = source.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}

fn read<T: DeserializeOwned>(event: &Event) -> Option<T> {
    let data = event.dyn_ref::<MessageEvent>()?.data().as_string()?;
    serde_json::from_str(&data).ok()
}
