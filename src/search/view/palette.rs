//! The palette: Ctrl+K from anywhere.

use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use super::{
    group::{Lines, all_lines, content, use_words},
    link::IsOpen,
    recent,
    typing::Typing,
};
use crate::{
    frame::{Viewer, use_frame},
    i18n::use_texts,
    search::domain::Query,
    ui::Icon,
};

/// The palette, once in the page of whoever is signed in.
#[component]
pub fn Palette() -> impl IntoView {
    use_frame().viewer.map(|viewer| view! { <Dialog viewer=viewer /> })
}

#[component]
fn Dialog(viewer: Viewer) -> impl IntoView {
    let (t, locale) = use_words();
    let IsOpen(is_open) = expect_context();
    let (node, field) = (NodeRef::<html::Dialog>::new(), NodeRef::<html::Input>::new());
    let typing = Typing::new(viewer.id, is_open);
    let chosen = RwSignal::new(0_usize);
    // Whoever presses Enter before the answer means the first of it.
    let is_eager = RwSignal::new(false);
    recent::watch(viewer.id);
    let groups = Memo::new(move |_| {
        let query = typing.typed.with(|typed| Query::read(typed));
        typing
            .answered
            .with(|(_, found)| all_lines(found, &query, &viewer, t, locale))
    });
    let count = move || groups.with(|groups| groups.iter().map(|group| group.lines.len()).sum::<usize>());
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (is_open.get(), dialog.open()) {
            (true, false) => {
                // Refused only to a dialog that is not in the page any more.
                let _ = dialog.show_modal();
                if let Some(field) = field.get_untracked() {
                    field.select();
                    // A field that cannot take the focus leaves it where it was.
                    let _ = field.focus();
                }
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    Effect::new(move |_| {
        let keys = window_event_listener(ev::keydown, move |event| {
            let is_k = event.key().eq_ignore_ascii_case("k");
            if is_k && (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key() {
                event.prevent_default();
                is_open.update(|is_open| *is_open = !*is_open);
            }
        });
        on_cleanup(move || keys.remove());
    });
    Effect::new(move |_| {
        // What was chosen of another list is nothing of this one.
        groups.track();
        chosen.set(0);
        if typing.is_answered() && is_eager.get_untracked() {
            is_eager.set(false);
            request_animation_frame(move || press(0));
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        let all = untrack(count);
        let step = |by: usize| chosen.update(|at| *at = (*at + by) % all.max(1));
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(all.saturating_sub(1)),
            "Enter" if event.is_composing() => return,
            "Enter" if !typing.typed.with_untracked(String::is_empty) && !untrack(|| typing.is_answered()) => {
                is_eager.set(true)
            }
            "Enter" => press(chosen.get_untracked()),
            _ => {
                // The page beneath has keys of its own; ours alone goes on to the window.
                if !(event.ctrl_key() || event.meta_key()) {
                    event.stop_propagation();
                }
                return;
            }
        }
        event.prevent_default();
        event.stop_propagation();
        reveal(chosen.get_untracked());
    };
    let type_on = move |event: ev::Event| {
        is_eager.set(false);
        typing.typed.set(event_target_value(&event));
    };
    let outside = move |event: ev::MouseEvent| {
        let is_dialog = |it: HtmlElement| it.id() == "palette";
        if event.target().and_then(|it| it.dyn_into().ok()).is_some_and(is_dialog) {
            is_open.set(false);
        }
    };
    let said = move || {
        let is_preparing = typing.answered.with(|(_, found)| found.is_preparing);
        match (typing.has_failed.get(), is_preparing) {
            (true, _) => t.failed,
            (false, true) => t.preparing,
            (false, false) if count() == 0 && typing.is_answered() => t.nothing,
            (false, false) => "",
        }
    };
    let active = move || (count() > 0).then(|| format!("palette-{}", chosen.get()));
    view! {
        <dialog class="dialog palette" id="palette" aria-label=t.find node_ref=node on:close=move |_| is_open.set(false) on:click=outside>
            <div class="palette__sheet">
                <form class="palette__form" method="get" action="/search" role="search" on:submit=|event: ev::SubmitEvent| event.prevent_default()>
                    <Icon name="search" />
                    <input
                        class="palette__field"
                        id="palette-q"
                        name="q"
                        type="text"
                        inputmode="search"
                        enterkeyhint="go"
                        role="combobox"
                        aria-label=t.find
                        aria-autocomplete="list"
                        aria-expanded=move || (count() > 0).to_string()
                        aria-controls="palette-list"
                        aria-activedescendant=active
                        placeholder=t.placeholder
                        maxlength="200"
                        autocomplete="off"
                        spellcheck="false"
                        node_ref=field
                        on:input=type_on
                        on:keydown=on_key
                    />
                    <button class="btn-icon" type="button" aria-label=use_texts().close on:click=move |_| is_open.set(false)>
                        <Icon name="close" />
                    </button>
                </form>
                <div class="palette__list" id="palette-list" role="listbox" aria-label=t.results>
                    {move || options(groups.get(), chosen, is_open)}
                </div>
                <p class="found__said" role="status">
                    {said}
                </p>
                <p class="palette__hint" aria-hidden="true">
                    {t.hint}
                </p>
            </div>
        </dialog>
    }
}

fn options(groups: Vec<Lines>, chosen: RwSignal<usize>, is_open: RwSignal<bool>) -> impl IntoView {
    let mut next = 0;
    let groups = groups.into_iter().map(|group| {
        let from = next;
        next += group.lines.len();
        let option = |(at, line): (usize, super::group::Line)| {
            view! {
                <a
                    class="found__line"
                    id=format!("palette-{at}")
                    role="option"
                    tabindex="-1"
                    href=line.href.clone()
                    aria-selected=move || (chosen.get() == at).to_string()
                    on:click=move |_| is_open.set(false)
                >
                    {content(&line)}
                </a>
            }
        };
        view! {
            <div class="found__group" role="group" aria-label=group.title>
                <p class="found__title" aria-hidden="true">
                    {group.title}
                </p>
                {group.lines.into_iter().enumerate().map(|(at, line)| option((from + at, line))).collect_view()}
            </div>
        }
    });
    groups.collect_view()
}

fn option_at(at: usize) -> Option<HtmlElement> {
    let found = document().get_element_by_id(&format!("palette-{at}"));
    found.and_then(|it| it.dyn_into().ok())
}

/// Opens what is chosen, as a click on it does.
fn press(at: usize) {
    if let Some(option) = option_at(at) {
        option.click();
    }
}

/// Brings what is chosen into sight.
fn reveal(at: usize) {
    if let Some(option) = option_at(at) {
        option.scroll_into_view_with_bool(false);
    }
}
