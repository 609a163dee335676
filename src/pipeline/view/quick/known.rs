//! Who of those that are there already is meant, while a name is typed.

use std::time::Duration;

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::{clients::api::similar_accounts, i18n::use_texts, types::ShortText, ui::Icon};

/// So long nobody types before it is looked up.
const PAUSE: Duration = Duration::from_millis(150);

/// The accounts that begin so: one tap takes the name as it is written there, so that no second account is made of it.
#[component]
pub fn Known(
    /// What has been typed.
    named: RwSignal<String>,
    /// Where it is typed.
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let t = use_texts();
    let found = RwSignal::new(Vec::<ShortText>::new());
    let look_up = move |text: String| {
        leptos::task::spawn_local(async move {
            // Without an answer nothing is known, which is no reason to stop whoever types.
            let answer = similar_accounts(text.clone()).await.unwrap_or_default();
            // An answer to what is no longer typed says nothing.
            if named.try_with_untracked(|now| *now == text) == Some(true) {
                found.set(answer);
            }
        });
    };
    Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
        let text = named.get();
        if let Some(earlier) = waiting.flatten() {
            earlier.clear();
        }
        if text.trim().is_empty() {
            found.set(Vec::new());
            return None;
        }
        set_timeout_with_handle(move || look_up(text), PAUSE).ok()
    });
    let take = move |name: &ShortText| {
        named.set(name.to_string());
        if let Some(field) = field.get_untracked() {
            field.set_value(name.as_str());
            // Refused only to what is not in the page any more.
            let _ = field.focus();
        }
    };
    let shown = move || {
        let is_it = |name: &ShortText| named.with(|typed| typed.trim() == name.as_str());
        let item = |name: ShortText| {
            let said = if is_it(&name) { t.quick_is } else { t.quick_known };
            let text = name.to_string();
            view! {
                <li>
                    <Icon name="check" />
                    {said}
                    <button class="link" type="button" on:click=move |_| take(&name)>
                        {text}
                    </button>
                </li>
            }
        };
        found.get().into_iter().map(item).collect_view()
    };
    view! {
        <ul class="quick__match" id="quick-match" aria-live="polite">
            {shown}
        </ul>
    }
}
