//! The ear of a page: a stream of events that ends while nobody looks, and goes on where it was left.

use std::time::Duration;

use leptos::{
    ev::Event,
    leptos_dom::helpers::TimeoutHandle,
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{EventSource, MessageEvent},
};

use crate::types::Mark;

/// What a listener is told: the name of an event and its data. `open`, `error` and `closed` are of the connection and have
/// none; after `closed` the browser would not come back by itself, and this does.
pub type Listener = Callback<(&'static str, String)>;

/// The events that the server sends, and the two of the connection itself.
const NAMES: [&str; 7] = ["open", "error", "news", "resync", "present", "remind", "out"];
/// A browser comes back by itself from a broken connection, not from an answer that is none (a proxy whose server is away).
const AGAIN: Duration = Duration::from_secs(5);

/// An open stream. It ends when this is dropped.
struct Stream {
    source: EventSource,
    _listeners: Vec<Closure<dyn Fn(Event)>>,
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// What a stream needs to be opened again.
#[derive(Clone, Copy)]
struct Ear {
    heard: StoredValue<Mark>,
    /// What the page says of itself.
    page: StoredValue<String>,
    stream: StoredValue<Option<Stream>, LocalStorage>,
    again: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    /// Whether the session has ended: nothing more will be heard.
    is_over: StoredValue<bool>,
    listener: Listener,
}

/// Listens from `since` on for as long as the page is there and somebody can see it: browsers allow six connections to one
/// place, and a seventh tab must not wait for the six that nobody looks at. `about` is what the page says of itself, as in a query.
pub fn listen(since: Mark, about: String, listener: Listener) {
    let heard = StoredValue::new(since);
    let is_over = StoredValue::new(false);
    let page = StoredValue::new(about);
    Effect::new(move |_| {
        // Made here, in the browser: on the server a page may be dropped by another thread than the one that drew it, which
        // what belongs to one thread does not survive.
        let ear = Ear {
            heard,
            page,
            stream: StoredValue::new_local(None),
            again: StoredValue::new_local(None),
            is_over,
            listener,
        };
        let attend = move || {
            if document().hidden() {
                ear.stream.set_value(None);
            } else {
                ear.open();
            }
        };
        attend();
        let seen = window_event_listener_untyped("visibilitychange", move |_| attend());
        on_cleanup(move || {
            seen.remove();
            ear.stream.set_value(None);
            if let Some(again) = ear.again.try_update_value(Option::take).flatten() {
                again.clear();
            }
        });
    });
}

impl Ear {
    /// Opens the stream where it was left, in place of the one before.
    fn open(self) {
        if self.is_over.get_value() {
            return;
        }
        let about = self.page.get_value();
        // Refused only for an address that is none.
        let Ok(source) = EventSource::new(&format!("/live?since={}&{about}", self.heard.get_value())) else {
            return;
        };
        let listeners = NAMES.map(|name| {
            let from = source.clone();
            let told = Closure::<dyn Fn(Event)>::new(move |event: Event| {
                let message = event.dyn_ref::<MessageEvent>();
                if let Some(mark) = message.and_then(|it| Mark::parse(&it.last_event_id()).ok()) {
                    self.heard.set_value(mark);
                }
                if name == "out" {
                    self.is_over.set_value(true);
                    from.close();
                }
                let data = message.and_then(|it| it.data().as_string());
                self.listener.run((name, data.unwrap_or_default()));
                if name == "error" && from.ready_state() == EventSource::CLOSED {
                    self.listener.run(("closed", String::new()));
                    // Refused only by a browser without timers.
                    self.again
                        .set_value(set_timeout_with_handle(move || self.open(), AGAIN).ok());
                }
            });
            // Never refused for a name.
            let _ = source.add_event_listener_with_callback(name, told.as_ref().unchecked_ref());
            told
        });
        self.stream.set_value(Some(Stream {
            source,
            _listeners: listeners.into(),
        }));
    }
}
