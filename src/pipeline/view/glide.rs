//! The board scrolls by itself while a ticket is held near an edge: from the first column to the last in one gesture.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::Element};

use super::{drag, mover::Mover};

/// How deep the edge is, as a part of what scrolls, and at most in pixels.
const DEPTH: f64 = 0.25;
const DEEPEST: f64 = 120.0;
/// Pixels a frame at the very edge, once it has been held there for a while.
const FASTEST: f64 = 28.0;
/// Frames until it is as fast as that: a ticket that only passes an edge does not run away.
const WARM_UP: f64 = 60.0;

/// Starts when a ticket is lifted and goes on until it is let go: once a frame, however often the pointer moves in between,
/// what lies near an edge is scrolled, what lies below is looked at, and only then is anything changed.
pub fn begin(mover: Mover) {
    step(mover, 0.0, mover.pointer.get_value());
}

fn step(mover: Mover, held: f64, seen: (f64, f64)) {
    request_animation_frame(move || {
        if mover.drag.try_with_untracked(Option::is_some) != Some(true) {
            return;
        }
        let here = mover.pointer.get_value();
        let moved = scroll(here, (held / WARM_UP).clamp(0.2, 1.0));
        if moved || here != seen {
            drag::aim(mover);
            drag::hold(mover);
        }
        step(mover, if moved { held + 1.0 } else { 0.0 }, here);
    });
}

/// Scrolls what lies near the pointer; whether anything could be scrolled.
fn scroll((x, y): (f64, f64), warmth: f64) -> bool {
    let mut moved = false;
    if let Some(trays) = first(".trays") {
        let lies = trays.get_bounding_client_rect();
        let by = (push(x - lies.left(), lies.width()) * warmth) as i32;
        if by != 0 {
            let before = trays.scroll_left();
            trays.set_scroll_left(before + by);
            moved |= trays.scroll_left() != before;
        }
    }
    let over = lists().into_iter().find(|list| {
        let lies = list.get_bounding_client_rect();
        (lies.left()..=lies.right()).contains(&x)
    });
    if let Some(list) = over {
        let lies = list.get_bounding_client_rect();
        let by = (push(y - lies.top(), lies.height()) * warmth) as i32;
        if by != 0 {
            let before = list.scroll_top();
            list.set_scroll_top(before + by);
            moved |= list.scroll_top() != before;
        }
    }
    moved
}

/// How fast, from where the pointer is inside (or beyond) a length: nothing in the middle, more towards each end.
fn push(at: f64, length: f64) -> f64 {
    let depth = (length * DEPTH).min(DEEPEST);
    let near = |distance: f64| ((depth - distance) / depth).clamp(0.0, 1.0).powi(2) * FASTEST;
    near(length - at) - near(at)
}

fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn lists() -> Vec<Element> {
    let Ok(found) = document().query_selector_all(".tray__list") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_still_and_each_end_pulls_its_own_way() {
        assert_eq!(push(500.0, 1_000.0), 0.0);
        assert!(push(990.0, 1_000.0) > push(920.0, 1_000.0));
        assert!(push(10.0, 1_000.0) < 0.0);
        assert_eq!(push(1_400.0, 1_000.0), FASTEST, "beyond the end is the end");
    }
}
