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
const NAMES: [&str; 6] = ["open", "error", "news", "resync", "present", "out"];
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

/// Listens from `since` on for as long as the page is there and somebody can see it: browsers allow six connections to one
/// place, and a seventh tab must not wait for the six that nobody looks at.
pub fn listen(since: Mark, listener: Listener) {
    let heard = StoredValue::new(since);
    Effect::new(move |_| {
        // Made here, in the browser: on the server a page may be dropped by another thread than the one that drew it, which
        // what belongs to one thread does not survive.
        let stream = StoredValue::new_local(None::<Stream>);
        let again = StoredValue::new_local(None::<TimeoutHandle>);
        let attend = move || {
            stream.set_value(if document().hidden() {
                None
            } else {
                open(heard, again, stream, listener)
            });
        };
        attend();
        let seen = window_event_listener_untyped("visibilitychange", move |_| attend());
        on_cleanup(move || {
            seen.remove();
            stream.set_value(None);
            if let Some(again) = again.try_update_value(Option::take).flatten() {
                again.clear();
            }
        });
    });
}

type Kept<T> = StoredValue<Option<T>, LocalStorage>;

fn open(
    heard: StoredValue<Mark>,
    again: Kept<TimeoutHandle>,
    stream: Kept<Stream>,
    listener: Listener,
) -> Option<Stream> {
    let source = EventSource::new(&format!("/live?since={}", heard.get_value())).ok()?;
    let listeners = NAMES.map(|name| {
        let from = source.clone();
        let told = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let message = event.dyn_ref::<MessageEvent>();
            if let Some(mark) = message.and_then(|it| Mark::parse(&it.last_event_id()).ok()) {
                heard.set_value(mark);
            }
            listener.run((name, message.and_then(|it| it.data().as_string()).unwrap_or_default()));
            if name == "error" && from.ready_state() == EventSource::CLOSED {
                listener.run(("closed", String::new()));
                let retry = move || stream.set_value(open(heard, again, stream, listener));
                // Refused only by a browser without timers.
                again.set_value(set_timeout_with_handle(retry, AGAIN).ok());
            }
        });
        // Never refused for a name.
        let _ = source.add_event_listener_with_callback(name, told.as_ref().unchecked_ref());
        told
    });
    Some(Stream {
        source,
        _listeners: listeners.into(),
    })
}
