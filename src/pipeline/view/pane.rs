//! What of a long column is drawn: the tickets in sight and one above and below. The rest is room.
//!
//! Tickets are of one height (tokens of the visual language), so that where each lies is known without drawing it.

use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast, web_sys::Element};

/// The tickets that the server draws in each column: more than a screen shows at once, few enough to be there at once.
const FIRST: usize = 8;
/// Drawn above and below what is in sight, so that a scroll finds them there: a ticket is as high as three frames of a fling.
const AROUND: usize = 1;

/// The part of a column that is drawn.
#[derive(Clone, Copy)]
pub struct Pane {
    pub list: NodeRef<html::Ol>,
    /// From which ticket on, and up to which.
    range: RwSignal<(usize, usize)>,
    /// From the top of a ticket to the top of the next, in pixels, once one has been drawn and measured.
    pitch: RwSignal<f64>,
    len: Memo<usize>,
}

impl Pane {
    /// Over a column of so many. `all` draws every ticket, for whoever has no JavaScript.
    pub fn new(len: Memo<usize>, all: bool) -> Self {
        let pane = Self {
            list: NodeRef::new(),
            range: RwSignal::new((0, if all { usize::MAX } else { FIRST })),
            pitch: RwSignal::new(0.0),
            len,
        };
        if !all {
            Effect::new(move |_| {
                len.track();
                // Once what has changed is drawn.
                request_animation_frame(move || pane.look());
            });
            Effect::new(move |_| {
                let resized = window_event_listener(ev::resize, move |_| pane.look());
                on_cleanup(move || resized.remove());
            });
            Effect::new(move |_| pane.make_room());
        }
        pane
    }

    /// The places that are drawn.
    #[must_use]
    pub fn drawn(self) -> std::ops::Range<usize> {
        let ((from, to), len) = (self.range.get(), self.len.get());
        from.min(len)..to.min(len)
    }

    /// How many are neither drawn nor, as long as there is no JavaScript, reachable by scrolling.
    #[must_use]
    pub fn beyond(self) -> usize {
        if self.pitch.get() > 0.0 {
            0
        } else {
            self.len.get().saturating_sub(self.range.get().1)
        }
    }

    /// Draws what is in sight now.
    pub fn look(self) {
        let Some(list) = self.list.try_get_untracked().flatten() else {
            return;
        };
        let pitch = match self.pitch.get_untracked() {
            known if known > 0.0 => known,
            _ => match measured(&list) {
                Some(pitch) => {
                    self.pitch.set(pitch);
                    pitch
                }
                None => return,
            },
        };
        let (top, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
        let from = place(top / pitch).saturating_sub(AROUND);
        let to = place((top + height) / pitch) + 1 + AROUND;
        if self.range.get_untracked() != (from, to) {
            self.range.set((from, to));
        }
    }

    /// Scrolls until the ticket of this place is in sight.
    pub fn reveal(self, at: usize) {
        let Some(list) = self.list.try_get_untracked().flatten() else {
            return;
        };
        let (pitch, top) = (self.pitch.get_untracked(), f64::from(list.scroll_top()));
        let (begins, ends) = (at as f64 * pitch, (at + 1) as f64 * pitch);
        let height = f64::from(list.client_height());
        if begins < top || ends > top + height {
            list.set_scroll_top(((begins + ends - height) / 2.0).max(0.0) as i32);
        }
        self.look();
    }

    /// Leaves room above and below for what is not drawn.
    fn make_room(self) {
        let (pitch, drawn, len) = (self.pitch.get(), self.drawn(), self.len.get());
        if let Some(list) = self.list.get().filter(|_| pitch > 0.0) {
            let room = |count: usize| format!("{}px", count as f64 * pitch);
            // Properties that the browser does not know would change nothing.
            let _ = list.style(("--room-above", room(drawn.start)));
            let _ = list.style(("--room-below", room(len - drawn.end)));
        }
    }
}

/// From one ticket's top to the next one's; where there is only one, its height.
fn measured(list: &Element) -> Option<f64> {
    let tickets = list.query_selector_all(":scope > .ticket").ok()?;
    let top = |at: u32| {
        let ticket = tickets.get(at)?.dyn_into::<Element>().ok()?;
        Some(ticket.get_bounding_client_rect())
    };
    let first = top(0)?;
    let pitch = top(1).map_or(first.height(), |second| second.top() - first.top());
    (pitch > 0.0).then_some(pitch)
}

/// A place in a column, from a length in pitches.
fn place(pitches: f64) -> usize {
    // Saturates below zero (a list that bounces) and never comes near the upper end.
    pitches as usize
}
