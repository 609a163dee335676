//! Taking the person to the field that matters.

use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{HtmlElement, HtmlInputElement},
};

/// Focuses the first refused field of what `within` selects once it is drawn; if none is refused, the first field.
pub fn focus_field(within: &'static str) {
    request_animation_frame(move || {
        let first = |fields: &str| {
            let found = document()
                .query_selector(&format!("{within} :is({fields})"))
                .ok()
                .flatten();
            found.and_then(|field| field.dyn_into::<HtmlElement>().ok())
        };
        let refused = first("[aria-invalid=true], [data-invalid=true] input");
        if let Some(field) = refused.or_else(|| first("input:not([type=hidden])")) {
            // A field that cannot take the focus leaves it where it was.
            let _ = field.focus();
        }
    });
}

/// Whether a date or a time has been begun and cannot be read yet: the browser then answers an empty value (HTML, "bad input").
#[must_use]
pub fn is_half_typed(input: &HtmlInputElement) -> bool {
    // A selector that the browser does not know matches nothing.
    matches!(input.type_().as_str(), "date" | "time") && input.matches(":invalid").unwrap_or(false)
}
