//! Carrying an activity to another day: a mouse takes it anywhere after five pixels, a finger by its grip at once. Escape, and a window
//! that loses the focus, put it back.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    ev,
    leptos_dom::helpers::WindowListenerHandle,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement, PointerEvent},
};

use crate::types::Day;

/// A mouse that trembles while it clicks must not carry anything.
const THRESHOLD: f64 = 5.0;

/// A pointer that is down on an activity.
#[derive(Clone)]
struct Press {
    item: HtmlElement,
    pointer: i32,
    origin: (f64, f64),
    is_lifted: Rc<RefCell<bool>>,
    over: Rc<RefCell<Option<Element>>>,
    listeners: Rc<RefCell<Vec<WindowListenerHandle>>>,
    /// Told when it comes down on another day.
    drop: Callback<Day>,
    /// Whether the click that follows was the end of carrying.
    has_carried: StoredValue<bool>,
}

/// The pointer goes down: from here on the window is listened to until it comes up.
pub fn press(event: &PointerEvent, drop: Callback<Day>, has_carried: StoredValue<bool>) {
    has_carried.set_value(false);
    let item = event
        .current_target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_grip = at.is_some_and(|it| it.closest(".cal__grip").ok().flatten().is_some());
    let Some(item) = item.filter(|_| event.button() == 0 && (event.pointer_type() == "mouse" || on_grip)) else {
        return;
    };
    let press = Press {
        item,
        pointer: event.pointer_id(),
        origin: (f64::from(event.client_x()), f64::from(event.client_y())),
        is_lifted: Rc::default(),
        over: Rc::default(),
        listeners: Rc::default(),
        drop,
        has_carried,
    };
    press.listen();
}

impl Press {
    fn listen(&self) {
        let (moved, up, cancelled, keys, blurred) =
            (self.clone(), self.clone(), self.clone(), self.clone(), self.clone());
        self.listeners.borrow_mut().extend([
            window_event_listener(ev::pointermove, move |event| {
                if event.pointer_id() == moved.pointer {
                    moved.follow(&event);
                }
            }),
            window_event_listener(ev::pointerup, move |event| {
                if event.pointer_id() == up.pointer {
                    up.put_down();
                }
            }),
            window_event_listener(ev::pointercancel, move |event| {
                if event.pointer_id() == cancelled.pointer {
                    cancelled.end();
                }
            }),
            window_event_listener(ev::keydown, move |event| {
                if event.key() == "Escape" {
                    keys.end();
                }
            }),
            window_event_listener(ev::blur, move |_| blurred.end()),
        ]);
    }

    fn follow(&self, event: &PointerEvent) {
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let (far, down) = (x - self.origin.0, y - self.origin.1);
        if !*self.is_lifted.borrow() && far.hypot(down) < THRESHOLD {
            return;
        }
        if !self.is_lifted.replace(true) {
            set(&self.item, "data-carried", true);
        }
        // Refused only by a browser without styles.
        let _ = self
            .item
            .style()
            .set_property("transform", &format!("translate({far}px, {down}px)"));
        let beneath = document().element_from_point(x as f32, y as f32);
        let day = beneath.and_then(|it| it.closest("[data-day]").ok().flatten());
        let before = self.over.replace(day.clone());
        if before != day {
            before.iter().for_each(|it| set(it, "data-over", false));
            day.iter().for_each(|it| set(it, "data-over", true));
        }
    }

    fn put_down(&self) {
        let was_lifted = *self.is_lifted.borrow();
        let day = self.over.borrow().as_ref().and_then(|it| it.get_attribute("data-day"));
        self.end();
        if was_lifted {
            self.has_carried.try_set_value(true);
            if let Some(day) = day.and_then(|day| Day::parse_iso(&day).ok()) {
                // The page may have been drawn anew while it was carried.
                self.drop.try_run(day);
            }
        }
    }

    fn end(&self) {
        self.listeners.take().into_iter().for_each(WindowListenerHandle::remove);
        self.over.take().iter().for_each(|it| set(it, "data-over", false));
        self.is_lifted.replace(false);
        set(&self.item, "data-carried", false);
        // Refused only by a browser without styles.
        let _ = self.item.style().remove_property("transform");
    }
}

fn set(element: &Element, name: &str, is: bool) {
    // Refused only for a name that is none.
    let _ = match is {
        true => element.set_attribute(name, ""),
        false => element.remove_attribute(name),
    };
}
