//! Dragging: a mouse or a pen lifts a ticket after five pixels, a finger after resting on it, so that a swipe scrolls.
//!
//! Escape, a second finger, and a window that loses the focus put it back.

use std::{cell::RefCell, rc::Rc, sync::Arc, time::Duration};

use leptos::{
    ev,
    leptos_dom::helpers::{TimeoutHandle, WindowListenerHandle},
    prelude::*,
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{Element, HtmlElement, PointerEvent},
};

use super::{glide, mover::Mover, still::Still};
use crate::{
    pipeline::domain::{Card, Order, Place, Stage, Tally},
    types::{OpportunityId, StageId},
};

/// A mouse that trembles while it clicks must not lift anything.
const THRESHOLD: f64 = 5.0;
/// A finger that rests is never quite still.
const TOLERANCE: f64 = 8.0;
/// How long a finger rests before it lifts: longer than the start of a swipe, shorter than patience.
const REST: Duration = Duration::from_millis(200);

/// A ticket in the hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Drag {
    pub card: Card,
    /// The other cards that are chosen with it, and go where it goes.
    pub others: Vec<Arc<Card>>,
    pub target: Target,
    /// How wide it lay, so that it does not change in the hand; none when the keyboard carries it, which has no hand.
    pub width: Option<f64>,
}

/// Where it would fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Nowhere,
    Column(StageId, Place),
    /// Won or lost.
    End(StageId),
}

impl Drag {
    /// What the column over which it hangs would gain; nothing for the column it comes from.
    #[must_use]
    pub fn future_of(&self, stage: &Stage) -> Option<Tally> {
        let over = matches!(self.target, Target::Column(over, _) if over == stage.id);
        let gains = |tally: Tally, card: &Card| {
            if card.stage == stage.id {
                tally
            } else {
                tally.with(card.amount, stage.probability)
            }
        };
        let others = self.others.iter().map(AsRef::as_ref);
        over.then(|| std::iter::once(&self.card).chain(others).fold(Tally::default(), gains))
    }

    /// The cards that are in the hand.
    #[must_use]
    pub fn cards(&self) -> Vec<OpportunityId> {
        let others = self.others.iter().map(|other| other.id);
        std::iter::once(self.card.id).chain(others).collect()
    }
}

/// How a ticket is held, in pixels.
#[derive(Clone, Copy, Debug, Default)]
pub struct Grip {
    /// Where on the ticket the pointer came down.
    at: (f64, f64),
    size: (f64, f64),
}

/// A pointer that is down on a ticket.
#[derive(Clone)]
struct Press {
    mover: Mover,
    card: Card,
    ticket: HtmlElement,
    pointer: i32,
    is_touch: bool,
    origin: (f64, f64),
    grip: Grip,
    listeners: Rc<RefCell<Vec<WindowListenerHandle>>>,
    rest: Rc<RefCell<Option<TimeoutHandle>>>,
    /// Of the ticket itself: its column may scroll it out of the page while it is held, and what a finger does goes on reaching
    /// what it came down on, and from there nothing else.
    still: Rc<RefCell<Option<Still>>>,
}

/// The pointer goes down on a ticket: from here on the window is listened to until it comes up.
pub fn press(mover: Mover, card: &Card, event: &PointerEvent) {
    let ticket = event
        .current_target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(ticket) = ticket.filter(|_| !card.fixed && lifts(event)) else {
        return;
    };
    let lies = ticket.get_bounding_client_rect();
    let origin = point(event);
    let press = Press {
        mover,
        card: card.clone(),
        ticket,
        pointer: event.pointer_id(),
        is_touch: event.pointer_type() == "touch",
        origin,
        grip: Grip {
            at: (origin.0 - lies.left(), origin.1 - lies.top()),
            size: (lies.width(), lies.height()),
        },
        listeners: Rc::default(),
        rest: Rc::default(),
        still: Rc::default(),
    };
    mover.has_lifted.set_value(false);
    if press.is_touch {
        let rested = press.clone();
        // Refused only by a browser without timers; then the menu is there.
        *press.rest.borrow_mut() = set_timeout_with_handle(move || rested.lift(), REST).ok();
        *press.still.borrow_mut() = Some(Still::of(mover, &press.ticket));
    }
    press.listen();
}

impl Press {
    fn listen(&self) {
        let (moved, up, down, keys) = (self.clone(), self.clone(), self.clone(), self.clone());
        let (cancelled, blurred, menu) = (self.clone(), self.clone(), self.clone());
        self.listeners.borrow_mut().extend([
            window_event_listener(ev::pointermove, move |event| {
                if event.pointer_id() == moved.pointer {
                    moved.follow(point(&event));
                }
            }),
            window_event_listener(ev::pointerup, move |event| {
                if event.pointer_id() == up.pointer {
                    up.end();
                    if up.is_lifted() {
                        // Where it was let go, also if no frame has been drawn since.
                        up.mover.pointer.set_value(point(&event));
                        aim(up.mover);
                    }
                    drop_it(up.mover);
                }
            }),
            // A second finger is no drag any more.
            window_event_listener(ev::pointerdown, move |event| {
                if event.pointer_id() != down.pointer {
                    down.give_up();
                }
            }),
            window_event_listener(ev::pointercancel, move |_| cancelled.give_up()),
            window_event_listener(ev::blur, move |_| blurred.give_up()),
            window_event_listener(ev::keydown, move |event| {
                if event.key() == "Escape" {
                    keys.give_up();
                }
            }),
            // What a resting finger opens elsewhere would take the ticket out of the hand.
            window_event_listener(ev::contextmenu, move |event| {
                if menu.is_touch {
                    event.prevent_default();
                }
            }),
        ]);
    }

    fn is_lifted(&self) -> bool {
        self.mover.drag.with_untracked(Option::is_some)
    }

    fn follow(&self, here: (f64, f64)) {
        let far = (here.0 - self.origin.0).hypot(here.1 - self.origin.1);
        if !self.is_lifted() {
            match self.is_touch {
                // Moved before it rested: a swipe, which is the browser's.
                true if far > TOLERANCE => return self.end(),
                false if far >= THRESHOLD => self.lift(),
                _ => return,
            }
        }
        // The next frame takes it there.
        self.mover.pointer.set_value(here);
    }

    fn lift(&self) {
        // Refused only when the pointer is up already.
        let _ = self.ticket.set_pointer_capture(self.pointer);
        self.mover.has_lifted.set_value(true);
        self.mover.by_keys.set_value(false);
        self.mover.menu.set(None);
        self.mover.pointer.set_value(self.origin);
        self.mover.grip.set_value(self.grip);
        hold(self.mover);
        self.mover.drag.set(Some(Drag {
            card: self.card.clone(),
            others: self.others(),
            target: Target::Nowhere,
            width: Some(self.grip.size.0),
        }));
        aim(self.mover);
        glide::begin(self.mover);
    }

    /// What is chosen goes along with one of them; a card that is not chosen goes alone.
    fn others(&self) -> Vec<Arc<Card>> {
        let chosen = self
            .mover
            .chosen
            .with_untracked(|chosen| chosen.contains(&self.card.id));
        let mut others = if chosen {
            untrack(|| self.mover.chosen_cards())
        } else {
            Vec::new()
        };
        others.retain(|card| card.id != self.card.id);
        others
    }

    fn give_up(&self) {
        self.end();
        self.mover.drag.set(None);
    }

    fn end(&self) {
        if let Some(rest) = self.rest.borrow_mut().take() {
            rest.clear();
        }
        self.still.take();
        self.listeners
            .borrow_mut()
            .drain(..)
            .for_each(WindowListenerHandle::remove);
    }
}

/// Puts the ticket under the pointer, and never out of the window.
pub fn hold(mover: Mover) {
    let room = |size: Result<JsValue, JsValue>, own: f64| {
        size.ok()
            .and_then(|size| size.as_f64())
            .map_or(f64::MAX, |size| size - own)
    };
    let ((x, y), Grip { at, size }) = (mover.pointer.get_value(), mover.grip.get_value());
    let right = room(window().inner_width(), size.0).max(0.0);
    let bottom = room(window().inner_height(), size.1).max(0.0);
    let here = ((x - at.0).clamp(0.0, right), (y - at.1).clamp(0.0, bottom));
    if mover.hand.get_untracked() != here {
        mover.hand.set(here);
    }
}

/// Finds out again what lies under the pointer: it has moved, or what lies below has.
pub fn aim(mover: Mover) {
    let target = target_at(mover.pointer.get_value());
    let other = mover
        .drag
        .with_untracked(|drag| drag.as_ref().is_some_and(|drag| drag.target != target));
    if other {
        mover
            .drag
            .update(|drag| drag.iter_mut().for_each(|drag| drag.target = target));
    }
}

/// Puts the card down where it hangs.
pub fn drop_it(mover: Mover) {
    let Some(drag) = mover.drag.get_untracked() else {
        return;
    };
    mover.drag.set(None);
    let (was, lay) = (drag.card.stage, mover.place_of(&drag.card));
    let is_arranged = mover.look.with_untracked(|look| look.order != Order::Manual);
    match drag.target {
        Target::Column(stage, _) | Target::End(stage) if !drag.others.is_empty() => {
            let place = match drag.target {
                Target::Column(_, place) => place,
                _ => Place::Top,
            };
            mover.ask_together(stage, place);
        }
        // Back where it was; in a column that stands by amount or date there is no other place.
        Target::Column(stage, place) if stage == was && (place == lay || is_arranged) => {}
        Target::Column(stage, place) => mover.ask(drag.card.id, stage, place),
        Target::End(stage) => mover.ask(drag.card.id, stage, Place::Top),
        Target::Nowhere => {}
    }
}

/// The main button of a mouse, a pen or the first finger, and not on the ticket's own menu.
fn lifts(event: &PointerEvent) -> bool {
    let on_menu = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest(".ticket__menu").ok().flatten())
        .is_some();
    event.button() == 0 && event.is_primary() && !on_menu
}

fn point(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// What lies under the pointer. The ticket in the hand is inert and does not count.
#[expect(
    clippy::cast_possible_truncation,
    reason = "elementFromPoint takes whole or fractional pixels; ours are whole"
)]
fn target_at((x, y): (f64, f64)) -> Target {
    let under = document().element_from_point(x as f32, y as f32);
    let zone = under.and_then(|element| element.closest("[data-stage]").ok().flatten());
    let stage = zone
        .as_ref()
        .and_then(|zone| StageId::parse(&zone.get_attribute("data-stage")?).ok());
    match (zone, stage) {
        (Some(zone), Some(stage)) if zone.has_attribute("data-end") => Target::End(stage),
        (Some(zone), Some(stage)) => Target::Column(stage, place_in(&zone, y)),
        _ => Target::Nowhere,
    }
}

/// Below the last ticket whose middle is above the pointer.
fn place_in(tray: &Element, y: f64) -> Place {
    let Ok(tickets) = tray.query_selector_all(".tray__list > .ticket:not([data-lifted])") else {
        return Place::Top;
    };
    let (slot, opened) = slot_of(tray);
    let mut place = Place::Top;
    for at in 0..tickets.length() {
        let Some(ticket) = tickets.get(at).and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let lies = ticket.get_bounding_client_rect();
        let pushed = if lies.top() > slot { opened } else { 0.0 };
        if lies.top() - pushed + lies.height() / 2.0 > y {
            break;
        }
        let id = ticket
            .get_attribute("data-card")
            .and_then(|id| OpportunityId::parse(&id).ok());
        place = id.map_or(place, Place::Below);
    }
    place
}

/// Where the open slot of a column is, and how far down it pushes what comes after it: aiming must not depend on it.
fn slot_of(tray: &Element) -> (f64, f64) {
    let slot = tray.query_selector(".slot").ok().flatten();
    let next = slot.as_ref().and_then(Element::next_element_sibling);
    match (slot, next) {
        (Some(slot), Some(next)) => {
            let top = slot.get_bounding_client_rect().top();
            (top, next.get_bounding_client_rect().top() - top)
        }
        _ => (f64::MAX, 0.0),
    }
}
