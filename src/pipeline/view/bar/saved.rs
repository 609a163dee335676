//! Saved views: those that are pinned stand in the bar with how many cards they hold; the rest, and what one does with them,
//! open from there.

use std::sync::Arc;

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{FormData, HtmlElement, HtmlFormElement},
};

use crate::{
    error::AppError,
    frame::use_frame,
    i18n::{use_locale, use_texts},
    pipeline::{
        api::change_views,
        domain::{SavedView, ViewChange, ViewPlace, Views},
        look::Look,
        view::mover::Mover,
    },
    types::{Invalid, OpId, ShortText, ViewId},
    ui::{Icon, Offer, Toast, ToastKind, use_toasts},
};

const PANEL: &str = "board-views";

/// What there is, and why the last change was refused.
#[derive(Clone, Copy)]
struct Shelf {
    mover: Mover,
    views: RwSignal<Views>,
    refused: RwSignal<Option<AppError>>,
}

impl Shelf {
    fn change(self, asked: ViewChange, then: impl FnOnce() + 'static) {
        let operation = OpId::fresh();
        leptos::task::spawn_local(async move {
            let answer = match change_views(operation, asked.clone()).await {
                // Nobody knows whether it was done. Asked again under the same operation, it is done once.
                Err(AppError::Transport(_)) => change_views(operation, asked).await,
                answer => answer,
            };
            match answer {
                Ok(views) => {
                    self.refused.try_set(None);
                    self.views.try_set(views);
                    then();
                }
                Err(error) => {
                    self.refused.try_set(Some(error));
                }
            }
        });
    }

    /// How many cards a view holds now; nobody knows of another pipeline.
    fn count(self, look: &Look) -> Option<usize> {
        self.mover.board.with(|board| {
            let cards = board.cards.iter();
            board
                .is_at(look.pipeline)
                .then(|| cards.filter(|card| look.filter.admits(card, board.today)).count())
        })
    }

    fn is_shown(self, look: &Look) -> bool {
        let is_here = self.mover.board.with(|board| board.is_at(look.pipeline));
        is_here
            && self
                .mover
                .look
                .with(|now| now.filter == look.filter && now.order == look.order)
    }
}

/// The pinned views, and the button that opens the rest.
#[component]
pub fn Saved(mover: Mover, views: Views) -> impl IntoView {
    let t = use_texts();
    let shelf = Shelf {
        mover,
        views: RwSignal::new(views),
        refused: RwSignal::new(None),
    };
    let pinned = move || {
        let views = shelf.views.get();
        let pins = views
            .pins
            .iter()
            .filter_map(|pin| views.views.iter().find(|view| view.id == *pin));
        pins.map(|view| link(shelf, view, "segmented__option")).collect_view()
    };
    view! {
        {pinned}
        <button class="segmented__option" type="button" popovertarget=PANEL aria-haspopup="dialog" aria-label=t.views_more title=t.views_more>
            <Icon name="plus" />
        </button>
        <div class="menu views" id=PANEL popover="auto" role="dialog" aria-label=t.views_saved>
            {move || list(shelf)}
            <Keep shelf=shelf />
        </div>
    }
}

fn link(shelf: Shelf, view: &SavedView, class: &'static str) -> impl IntoView + use<> {
    let locale = use_locale();
    let look = Look::saved(&view.look);
    let (of, there) = (look.clone(), look.clone());
    // On the table it is a view of the table.
    let address = move || {
        let layout = shelf.mover.look.with(|now| now.layout.clone());
        there.clone().laid_out(layout).address()
    };
    view! {
        <a class=class href=address aria-current=move || shelf.is_shown(&look).then_some("true")>
            {view.name.to_string()}
            " "
            <span class="views__count">{move || shelf.count(&of).map(|count| locale.number(count as u64))}</span>
        </a>
    }
}

fn list(shelf: Shelf) -> impl IntoView {
    let t = use_texts();
    let viewer = use_frame().viewer;
    let Views { views, pins, opens } = shelf.views.get();
    if views.is_empty() {
        return view! { <p class="views__none">{t.views_none}</p> }.into_any();
    }
    let row = |view: SavedView| {
        let (id, is_pinned, is_first) = (view.id, pins.contains(&view.id), opens == Some(view.id));
        let may_drop = viewer.as_ref().is_some_and(|it| view.is_dropped_by(it.id, it.sets_up));
        let drop = may_drop.then(|| drop_button(shelf, view.clone(), is_pinned, is_first));
        let shared = view
            .shared
            .then(|| view! { <span class="views__shared">{t.view_shared}</span> });
        view! {
            <li class="views__row">
                {link(shelf, &view, "menu__item")} {shared}
                {tool(shelf, "pin", t.view_pin, &view, Some(is_pinned), move |on| ViewChange::Pin { view: id, on })}
                {tool(shelf, "today", t.view_open, &view, Some(is_first), move |on| ViewChange::Open(on.then_some(id)))}
                {drop}
            </li>
        }
    };
    view! { <ul>{views.into_iter().map(row).collect_view()}</ul> }.into_any()
}

/// The button that deletes a view; who did not mean it takes it back.
fn drop_button(shelf: Shelf, view: SavedView, pinned: bool, opens: bool) -> AnyView {
    let t = use_texts();
    let toasts = use_toasts();
    let label = format!("{}: {}", t.view_drop, view.name);
    let drop = move |_| {
        let was = view.clone();
        // Made when the answer is here: the list, and what belongs to it, is drawn anew by then.
        let gone = move || {
            let (about, subject) = (was.id.to_string(), was.name.to_string());
            let kept = ViewChange::Keep {
                view: was.id,
                name: was.name,
                place: was.place,
                look: was.look,
                shared: was.shared,
                pinned,
                opens,
            };
            let back = Arc::new(move || shelf.change(kept.clone(), || {}));
            // On the phone it would lie over the notice.
            if let Some(panel) = document().get_element_by_id(PANEL) {
                // Refused only when it is not shown.
                let _ = panel.unchecked_into::<HtmlElement>().hide_popover();
            }
            toasts.show(Toast {
                kind: ToastKind::Done,
                about,
                subject,
                text: t.view_dropped.to_owned(),
                offer: Some(Offer::Undo(back)),
            });
        };
        shelf.change(ViewChange::Drop(view.id), gone);
    };
    view! {
        <button class="btn-icon btn-icon--s" type="button" aria-label=label title=t.view_drop on:click=drop>
            <Icon name="close" />
        </button>
    }
    .into_any()
}

/// A button that turns something on or off for a view.
fn tool(
    shelf: Shelf,
    icon: &'static str,
    label: &'static str,
    view: &SavedView,
    is_on: Option<bool>,
    change: impl Fn(bool) -> ViewChange + 'static,
) -> AnyView {
    view! {
        <button
            class="btn-icon btn-icon--s"
            type="button"
            aria-label=format!("{label}: {}", view.name)
            title=label
            aria-pressed=is_on.map(|on| on.to_string())
            on:click=move |_| shelf.change(change(is_on != Some(true)), || {})
        >
            <Icon name=icon />
        </button>
    }
    .into_any()
}

/// Gives the look of the board a name.
#[component]
fn Keep(shelf: Shelf) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|it| it.dyn_into::<HtmlFormElement>().ok());
        let Some((form, data)) = form.and_then(|form| Some((form.clone(), FormData::new_with_form(&form).ok()?)))
        else {
            return;
        };
        let name = ShortText::parse(&data.get("name").as_string().unwrap_or_default());
        match (name, shelf.mover.look.with_untracked(Look::to_save)) {
            (Ok(name), Some(look)) => {
                let asked = ViewChange::Keep {
                    view: ViewId::fresh(),
                    name,
                    place: ViewPlace::Board,
                    look,
                    shared: data.has("shared"),
                    pinned: true,
                    opens: false,
                };
                // What was typed stays until it is kept.
                shelf.change(asked, move || form.reset());
            }
            (Err(why), _) => shelf.refused.set(Some(AppError::invalid("name", why))),
            (Ok(_), None) => shelf
                .refused
                .set(Some(AppError::invalid("look", Invalid::TooLong { max: 2_000 }))),
        }
    };
    view! {
        <form class="views__keep" on:submit=keep novalidate>
            <label class="field">
                <span class="field__label">{t.view_name}</span>
                <span class="input">
                    <input name="name" maxlength="200" autocomplete="off" aria-describedby="views-error" />
                </span>
            </label>
            <label class="check">
                <input type="checkbox" name="shared" />
                {t.view_share}
            </label>
            <p class="field__error" id="views-error" role="alert">
                {move || shelf.refused.get().map(|error| error.sentence(locale))}
            </p>
            <button class="btn btn--s btn--pen">{t.save}</button>
        </form>
    }
}
