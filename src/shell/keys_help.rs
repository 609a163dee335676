//! The keys of the program, and the switch for those that are single letters (WCAG 2.2, 2.1.4).

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlInputElement, Storage},
};

use crate::i18n::{search::use_search_texts, use_texts};

/// Where the browser remembers that letters do nothing.
const OFF: &str = "clientela-letters-off";

/// Whether a letter alone is a command.
#[must_use]
pub fn keys_are_on() -> bool {
    storage().is_none_or(|it| it.get_item(OFF).ok().flatten().is_none())
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The list, once in the page; `?` opens it, and so does the person's menu.
#[component]
pub fn KeysHelp() -> impl IntoView {
    let t = use_texts();
    let node = NodeRef::<leptos::html::Div>::new();
    let letters = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        let keys = window_event_listener(ev::keydown, move |event| {
            let is_text = |now: &Element| now.matches("input, textarea, select").unwrap_or(false);
            let writes = document().active_element().is_some_and(|now| is_text(&now));
            if let Some(list) = node
                .get_untracked()
                .filter(|_| event.key() == "?" && !writes && keys_are_on())
            {
                // Refused only when it is shown already.
                let _ = list.show_popover();
            }
        });
        on_cleanup(move || keys.remove());
    });
    let shown = move |_| {
        if let Some(letters) = letters.get_untracked() {
            letters.set_checked(keys_are_on());
        }
    };
    let switch = move |event: ev::Event| {
        let on = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
            .is_none_or(|it| it.checked());
        if let Some(storage) = storage() {
            // A browser that keeps nothing forgets it with the page.
            let _ = if on {
                storage.remove_item(OFF)
            } else {
                storage.set_item(OFF, "1")
            };
        }
    };
    let rows = [
        (t.key_arrows, t.keys_arrows),
        (t.key_space, t.keys_space),
        ("Esc", t.keys_escape),
        ("M", t.keys_move),
        ("X", t.keys_choose),
        (t.key_enter, t.keys_open),
        ("N", t.keys_new),
        ("/", t.keys_filter),
        ("Ctrl K", use_search_texts().keys_search),
        ("Ctrl Z", t.keys_undo),
        ("?", t.keys_help),
    ];
    view! {
        <div class="menu keys" id="keys-help" popover="auto" role="dialog" aria-labelledby="keys-title" node_ref=node on:toggle=shown>
            <h2 class="menu__title" id="keys-title">
                {t.keys_title}
            </h2>
            <dl class="keys__list">
                {rows
                    .into_iter()
                    .map(|(key, what)| {
                        view! {
                            <div>
                                <dt>
                                    <kbd>{key}</kbd>
                                </dt>
                                <dd>{what}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <hr />
            <label class="choice">
                <input type="checkbox" checked node_ref=letters on:change=switch />
                <span>{t.keys_letters}</span>
            </label>
        </div>
    }
}

/// Opens it from the person's menu.
#[component]
pub fn KeysButton() -> impl IntoView {
    let t = use_texts();
    view! {
        <button class="menu__item" type="button" popovertarget="keys-help">
            {t.keys_title}
            <kbd class="menu__hint">"?"</kbd>
        </button>
    }
}
