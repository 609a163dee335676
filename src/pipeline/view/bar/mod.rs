//! What narrows the board and orders it. It is a form of the address: it works without JavaScript, and a view is a link.

mod choices;
mod links;
mod saved;
mod shapes;
mod tags;

use leptos::{
    ev, html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{self, FormData, HtmlFormElement},
};
use leptos_router::{NavigateOptions, hooks::use_navigate};

pub use self::shapes::hidden;

use self::{
    choices::fields,
    links::{chips, standard},
    saved::Saved,
    shapes::{Shapes, layout_fields},
};
use super::mover::Mover;
use crate::{
    i18n::use_texts,
    pipeline::{
        domain::Views,
        look::{Look, field},
    },
    ui::Icon,
};

/// The id of the search field, which `/` leads to.
const SEARCH: &str = "board-search";
const PANEL: &str = "board-filters";

/// Views, active filters, search, and the panel with the rest.
#[component]
pub fn Bar(mover: Mover, views: Views) -> impl IntoView {
    let t = use_texts();
    let navigate = use_navigate();
    let go = move |form: Option<HtmlFormElement>| {
        if let Some(look) = form.as_ref().and_then(read) {
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            let look = mover.look.with_untracked(|now| look.placed_as(now));
            navigate(&look.address(), options);
        }
    };
    let (typed, chosen) = (go.clone(), go.clone());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let form = form_of(event.target());
        if let Some(panel) = form
            .as_ref()
            .and_then(|form| form.query_selector("[popover]").ok().flatten())
        {
            // Refused only when it is not shown.
            let _ = panel.unchecked_ref::<web_sys::HtmlElement>().hide_popover();
        }
        go(form);
    };
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let text = mover.look.get().text;
        // A view or a cross has changed it; what is being typed stays as it is, with its spaces.
        if let Some(input) = input.get().filter(|input| input.value().trim() != text) {
            input.set_value(&text);
        }
    });
    let active = move || mover.look.with(|look| look.pairs().len());
    view! {
        <div class="bar">
            <nav class="segmented bar__views" aria-label=t.views>
                {standard(mover)}
                <Saved mover=mover views=views />
            </nav>
            <ul class="bar__chips" aria-label=t.filters_on>
                {move || chips(mover)}
            </ul>
            <form
                class="bar__form"
                method="get"
                action=mover.look.with_untracked(Look::path)
                role="search"
                on:submit=submit
                on:input=move |event| {
                    if event.target().is_some_and(|it| it.unchecked_ref::<web_sys::Element>().id() == SEARCH) {
                        typed(form_of(event.target()));
                    }
                }
                on:change=move |event| chosen(form_of(event.target()))
            >
                {layout_fields(mover)}
                <div class="input bar__search">
                    <Icon name="search" />
                    <input
                        id=SEARCH
                        name=field::TEXT
                        type="search"
                        value=mover.look.get_untracked().text
                        placeholder=t.board_search
                        aria-label=t.board_search
                        autocomplete="off"
                        maxlength="200"
                        node_ref=input
                    />
                </div>
                <button class="btn btn--s" type="button" popovertarget=PANEL aria-haspopup="dialog">
                    <Icon name="filter" />
                    {t.filters}
                    {move || Some(active()).filter(|count| *count > 0).map(|count| view! { <b>{count}</b> })}
                </button>
                <div class="menu bar__panel" id=PANEL popover="auto" role="dialog" aria-label=t.filters>
                    {fields(mover)}
                    <div class="bar__foot">
                        <a class="btn btn--quiet" href=move || mover.look.with(|look| look.cleared().address())>
                            {t.filters_none}
                        </a>
                        <button class="btn btn--pen">{t.filters_show}</button>
                    </div>
                </div>
            </form>
            <Shapes mover=mover />
        </div>
    }
}

/// Puts the focus where one searches.
pub fn focus_search() -> bool {
    let found = document().get_element_by_id(SEARCH);
    found.is_some_and(|it| it.unchecked_ref::<web_sys::HtmlElement>().focus().is_ok())
}

fn form_of(target: Option<web_sys::EventTarget>) -> Option<HtmlFormElement> {
    let form = target?.dyn_into::<web_sys::Element>().ok()?.closest("form").ok()??;
    form.dyn_into().ok()
}

fn read(form: &HtmlFormElement) -> Option<Look> {
    let data = FormData::new_with_form(form).ok()?;
    Some(Look::read_all(|name| {
        let said = data.get_all(name);
        let texts = said.iter().filter_map(|value| value.as_string());
        texts.filter(|text| !text.is_empty()).collect()
    }))
}
