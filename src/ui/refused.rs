//! Why what was typed is refused.

use leptos::prelude::*;

use super::Icon;

/// The sentence under a field, heard when it appears; the field names it in `aria-describedby`.
#[component]
pub fn Refused(#[prop(into)] id: String, why: String) -> impl IntoView {
    view! {
        <p class="field__error" id=id role="alert">
            <Icon name="warning" />
            {why}
        </p>
    }
}
