//! The "Mover a…" menu: everything a drag can do, without dragging.

use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use super::mover::Mover;
use crate::{
    frame::use_frame,
    i18n::{sentence, use_locale, use_texts},
    pipeline::domain::{Card, Change, Place, Stage, StageKind},
    ui::Icon,
};

/// The menu of the ticket whose button was pressed; on a phone it rises from below.
#[component]
pub fn MoveMenu(mover: Mover) -> impl IntoView {
    let open = Memo::new(move |_| {
        let id = mover.menu.get()?;
        mover
            .board
            .with_untracked(|board| board.card(id).map(|card| Card::clone(card)))
    });
    move || open.get().map(|card| view! { <Menu mover=mover card=card /> })
}

#[component]
fn Menu(mover: Mover, card: Card) -> impl IntoView {
    let t = use_texts();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(menu) = node.get() {
            // Refused only when it is shown already.
            let _ = menu.show_popover();
            focus(&menu, 0);
        }
    });
    let stages = mover.board.with_untracked(|board| board.stages.clone());
    let (id, stage) = (card.id, card.stage);
    let go = move |stage, place| {
        mover.menu.set(None);
        mover.ask(id, stage, place);
    };
    let locale = use_locale();
    let today = mover.board.with_untracked(|board| board.today);
    // A close that has passed is put off from today: a month after it could have passed as well.
    let later = card.close_on.map_or(today, |day| day.max(today)).add_month();
    let postpone = move || {
        mover.menu.set(None);
        mover.edit(id, Change::CloseOn(Some(later)), sentence::postponed(locale, later));
    };
    let by_number = stages.iter().map(|stage| stage.id).collect::<Vec<_>>();
    let keys = move |event: ev::KeyboardEvent| {
        let Some(menu) = node.get_untracked() else {
            return;
        };
        match event.key().as_str() {
            "ArrowDown" => step(&event, &menu, 1),
            "ArrowUp" => step(&event, &menu, -1),
            "Home" | "End" => {
                event.prevent_default();
                let last = items_of(&menu).len().saturating_sub(1);
                focus(&menu, if event.key() == "Home" { 0 } else { last });
            }
            key => {
                let chosen = key
                    .parse::<usize>()
                    .ok()
                    .and_then(|n| by_number.get(n.checked_sub(1)?).copied());
                if let Some(chosen) = chosen.filter(|chosen| *chosen != stage) {
                    event.prevent_default();
                    go(chosen, Place::Top);
                }
            }
        }
    };
    let chooses = use_frame().viewer.is_some_and(|viewer| viewer.changes_together);
    let choose = chooses.then(|| {
        view! {
            <button
                class="menu__item"
                role="menuitem"
                type="button"
                on:click=move |_| {
                    mover.menu.set(None);
                    mover.choose(id);
                }
            >
                <Icon name="check" />
                {if mover.chosen.with_untracked(|chosen| chosen.contains(&id)) { t.unchoose } else { t.choose }}
                <kbd>"X"</kbd>
            </button>
        }
    });
    let items = stages
        .into_iter()
        .zip(1..)
        .map(|(to, number)| item(to, number, stage, move |to| go(to, Place::Top)))
        .collect_view();
    view! {
        <div
            class="menu"
            id="move-menu"
            popover="auto"
            role="menu"
            aria-label=sentence::move_heading(use_locale(), card.heading())
            node_ref=node
            on:keydown=keys
            on:toggle=move |_| {
                // Escape and a tap elsewhere close it by themselves.
                if node.get_untracked().is_some_and(|menu| !menu.matches(":popover-open").unwrap_or(true)) {
                    mover.menu.set(None);
                    mover.focus(id);
                }
            }
        >
            <p class="menu__title" role="none">
                {sentence::move_heading(use_locale(), card.heading())}
            </p>
            {items}
            <hr />
            <button class="menu__item" role="menuitem" type="button" on:click=move |_| go(stage, Place::Top)>
                <Icon name="up" />
                {t.to_top}
            </button>
            <button class="menu__item" role="menuitem" type="button" on:click=move |_| go(stage, Place::Bottom)>
                <Icon name="down" />
                {t.to_bottom}
            </button>
            <button class="menu__item" role="menuitem" type="button" on:click=move |_| postpone()>
                <Icon name="calendar" />
                {t.postpone}
                <span class="menu__hint">{later.short_weekday_day(locale, today)}</span>
            </button>
            {choose}
            <a class="menu__item" role="menuitem" href=mover.look.with_untracked(|look| look.with_card(id)) on:click=move |_| mover.menu.set(None)>
                <Icon name="eye" />
                {t.open_opportunity}
                <kbd>"O"</kbd>
            </a>
        </div>
    }
}

fn item(
    stage: Stage,
    number: u8,
    here: crate::types::StageId,
    go: impl Fn(crate::types::StageId) + 'static,
) -> impl IntoView {
    let t = use_texts();
    let id = stage.id;
    let is_here = id == here;
    let mark = match stage.kind {
        StageKind::Open => view! { <span class="dot"></span> }.into_any(),
        StageKind::Won => view! { <Icon name="trophy" /> }.into_any(),
        StageKind::Lost => view! { <Icon name="ban" /> }.into_any(),
    };
    let (more, hint) = match stage.kind {
        _ if is_here => ("", t.is_here.to_owned()),
        StageKind::Open => ("", stage.probability.format(use_locale())),
        StageKind::Won => ("…", t.asks_final.to_owned()),
        StageKind::Lost => ("…", t.asks_reason.to_owned()),
    };
    view! {
        <button
            class="menu__item"
            role="menuitem"
            type="button"
            data-tone=stage.tone.as_ref().to_owned()
            aria-disabled=is_here.then_some("true")
            on:click=move |_| {
                if !is_here {
                    go(id);
                }
            }
        >
            {mark}
            {stage.name.to_string()}
            {more}
            <span class="menu__hint">{hint}</span>
            {(!is_here).then(|| view! { <kbd>{number}</kbd> })}
        </button>
    }
}

fn items_of(menu: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = menu.query_selector_all("[role=menuitem]:not([aria-disabled])") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect()
}

fn focus(menu: &HtmlElement, at: usize) {
    if let Some(item) = items_of(menu).get(at) {
        // An element that cannot take the focus leaves it where it was.
        let _ = item.focus();
    }
}

fn step(event: &ev::KeyboardEvent, menu: &HtmlElement, by: isize) {
    event.prevent_default();
    let items = items_of(menu);
    let now = document().active_element();
    let at = items
        .iter()
        .position(|item| now.as_ref().is_some_and(|now| item.is_same_node(Some(now))))
        .unwrap_or(0);
    let next = at.checked_add_signed(by).filter(|next| *next < items.len());
    focus(
        menu,
        next.unwrap_or(if by > 0 { 0 } else { items.len().saturating_sub(1) }),
    );
}
