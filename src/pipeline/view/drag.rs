//! Dragging with a mouse or a pen: five pixels lift the ticket, Escape puts it back.
//!
//! On touch a swipe scrolls; the menu of the ticket moves it there.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    ev, html,
    leptos_dom::helpers::WindowListenerHandle,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement, PointerEvent},
};

use super::{
    mover::Mover,
    ticket::{body, stub},
};
use crate::{
    pipeline::domain::{Card, Place, Stage, Tally},
    types::{OpportunityId, StageId},
};

/// A mouse that trembles while it clicks must not lift anything.
const THRESHOLD: f64 = 5.0;

/// A ticket in the hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Drag {
    pub card: Card,
    pub target: Target,
    /// How wide it lay, so that it does not change in the hand.
    width: f64,
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
        let gains = self.card.stage != stage.id;
        over.then(|| {
            if gains {
                Tally::default().with(self.card.amount, stage.probability)
            } else {
                Tally::default()
            }
        })
    }
}

/// Whether a scroll has come close to the end of what is drawn.
#[must_use]
pub fn near_end(event: &ev::Event) -> bool {
    let list = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    list.is_some_and(|list| list.scroll_top() + 2 * list.client_height() > list.scroll_height())
}

/// The pointer goes down on a ticket: from here on the window is listened to until it comes up.
pub fn press(mover: Mover, card: &Card, event: &PointerEvent) {
    let ticket = event
        .current_target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(ticket) = ticket.filter(|_| !card.fixed && lifts(event)) else {
        return;
    };
    let box_of = ticket.get_bounding_client_rect();
    let origin = point(event);
    let grab = (origin.0 - box_of.left(), origin.1 - box_of.top());
    let (pointer, width, card) = (event.pointer_id(), box_of.width(), card.clone());
    let listeners: Rc<RefCell<Vec<WindowListenerHandle>>> = Rc::default();
    let stop = {
        let listeners = Rc::clone(&listeners);
        move || listeners.borrow_mut().drain(..).for_each(WindowListenerHandle::remove)
    };
    let moving = window_event_listener(ev::pointermove, move |event| {
        if event.pointer_id() != pointer {
            return;
        }
        let here = point(&event);
        let far = (here.0 - origin.0).hypot(here.1 - origin.1) >= THRESHOLD;
        if mover.drag.with_untracked(Option::is_none) {
            if !far {
                return;
            }
            // The click that ends the drag then belongs to the ticket and follows no link. Refused only when the pointer
            // is up already.
            let _ = ticket.set_pointer_capture(pointer);
            mover.drag.set(Some(Drag {
                card: card.clone(),
                target: Target::Nowhere,
                width,
            }));
        }
        mover.hand.set((here.0 - grab.0, here.1 - grab.1));
        let target = target_at(here);
        if mover
            .drag
            .with_untracked(|drag| drag.as_ref().is_some_and(|drag| drag.target != target))
        {
            mover
                .drag
                .update(|drag| drag.iter_mut().for_each(|drag| drag.target = target));
        }
    });
    let (end, cancel, escape) = (stop.clone(), stop.clone(), stop);
    let dropping = window_event_listener(ev::pointerup, move |event| {
        if event.pointer_id() == pointer {
            end();
            drop_it(mover);
        }
    });
    let cancelling = window_event_listener(ev::pointercancel, move |_| {
        cancel();
        mover.drag.set(None);
    });
    let escaping = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            escape();
            mover.drag.set(None);
        }
    });
    listeners.borrow_mut().extend([moving, dropping, cancelling, escaping]);
}

fn drop_it(mover: Mover) {
    let Some(drag) = mover.drag.get_untracked() else {
        return;
    };
    mover.drag.set(None);
    match drag.target {
        Target::Column(stage, place) => mover.ask(drag.card.id, stage, place),
        Target::End(stage) => mover.ask(drag.card.id, stage, Place::Top),
        Target::Nowhere => {}
    }
}

/// The main button of a mouse or a pen, and not on the ticket's own menu.
fn lifts(event: &PointerEvent) -> bool {
    let on_menu = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest(".ticket__menu").ok().flatten())
        .is_some();
    event.button() == 0 && event.pointer_type() != "touch" && !on_menu
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

/// The ticket in the hand, which follows the pointer by its own transform.
#[component]
pub fn Held(mover: Mover) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (x, y) = mover.hand.get();
        if let Some(ticket) = node.get() {
            // A style that the browser does not take leaves the ticket where it is.
            let _ = ticket.style(("transform", format!("translate({x}px, {y}px)")));
        }
    });
    let card = Memo::new(move |_| {
        mover
            .drag
            .with(|drag| drag.as_ref().map(|drag| (drag.card.clone(), drag.width)))
    });
    move || {
        let (card, width) = card.get()?;
        let stage = mover.board.with_untracked(|board| board.stage(card.stage).cloned())?;
        Some(view! {
            <div
                class="ticket"
                node_ref=node
                data-dragging="true"
                data-tone=stage.tone.as_ref().to_owned()
                aria-hidden="true"
                inert
                style:inline-size=format!("{width}px")
            >
                {body(&card, false, None)}
                {stub(mover, &card, &stage)}
            </div>
        })
    }
}
