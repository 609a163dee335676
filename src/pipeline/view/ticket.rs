//! An opportunity as a ticket: what it is, and on its stub what comes next.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    drag,
    live::Live,
    menu_button::{is_second, menu_button},
    mover::Mover,
};
use crate::{
    i18n::{sentence, use_locale, use_texts},
    pipeline::domain::{Card, Stage},
    ui::{Amount, Avatar, Chance, Icon},
};

/// A card of the board. The whole of it is the link to the client; its menu stands above the link.
#[component]
pub fn Ticket(mover: Mover, card: Arc<Card>, stage: Stage) -> impl IntoView {
    let id = card.id;
    let live = expect_context::<Live>();
    let today = mover.board.with_untracked(|board| board.today);
    let rotting = card.rots(&stage, today);
    let lifted = move || {
        mover
            .drag
            .with(|drag| drag.as_ref().is_some_and(|drag| drag.card.id == id))
    };
    let held = card.clone();
    let more = (!card.fixed).then(|| menu_button(mover, &card).into_any());
    view! {
        <li
            class="ticket"
            tabindex="-1"
            data-card=id.to_string()
            data-fixed=card.fixed.then_some("true")
            data-rot=rotting.then_some("true")
            data-lifted=move || lifted().then_some("true")
            data-fresh=move || live.fresh.with(|fresh| fresh.contains(&id)).then_some("true")
            on:pointerdown=move |event| drag::press(mover, &held, &event)
            on:dragstart=move |event| event.prevent_default()
            on:click=move |event| {
                // A click of the keyboard ends no drag.
                if event.detail() > 0 && mover.has_lifted.get_value() {
                    event.prevent_default();
                    mover.has_lifted.set_value(false);
                }
            }
        >
            {body(&card, true, more)}
            {stub(mover, &card, &stage)}
        </li>
    }
}

/// The upper part, also of the ticket in the hand, which leads nowhere.
pub fn body(card: &Card, leads: bool, menu: Option<AnyView>) -> impl IntoView + use<> {
    let t = use_texts();
    let heading = card.heading().to_owned();
    let full = heading.clone();
    let named = match (card.account, leads) {
        (Some(account), true) => view! {
            <a
                class="ticket__account"
                title=full
                href=format!("/accounts/{account}")
                on:click=move |event| {
                    // The second click of a double click on what lay here a moment ago (the button of a dialog) leads nowhere.
                    if is_second(&event) {
                        event.prevent_default();
                    }
                }
            >
                {heading}
            </a>
        }
        .into_any(),
        _ => view! { <span class="ticket__account">{heading}</span> }.into_any(),
    };
    let title = if card.account_name.is_some() {
        card.title.to_string()
    } else {
        t.no_account.to_owned()
    };
    let amount = match card.amount {
        Some(amount) => view! { <Amount money=amount /> }.into_any(),
        None => t.no_amount.into_any(),
    };
    view! {
        <div class="ticket__body">
            {named} <p class="ticket__title">{title}</p>
            <div class="ticket__row">
                <span class="ticket__amount">{amount}</span>
                <Chance probability=card.probability />
                {menu}
            </div>
        </div>
    }
}

/// The stub: when it should close, how long it has been here, who answers for it. The next step joins it with the
/// client's page.
pub fn stub(mover: Mover, card: &Card, stage: &Stage) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let (today, owner) = mover.board.with_untracked(|board| {
        (
            board.today,
            card.facets
                .owner
                .and_then(|id| board.owners.get(&id).map(|name| (id, name.clone()))),
        )
    });
    let days = card.days_in_stage(today);
    let (tone, icon, when) = match card.close_on {
        Some(day) if day < today => ("lacre", "late", day.short_weekday_day(locale, today)),
        Some(day) => ("hoja", "calendar", day.short_weekday_day(locale, today)),
        None => ("piedra", "none", t.no_close.to_owned()),
    };
    view! {
        <div class="ticket__stub" data-tone=tone>
            <Icon name=icon />
            <span class="ticket__next">
                <span class="visually-hidden">{t.close_on} ": "</span>
                {when}
            </span>
            <span class="ticket__days" title=sentence::in_stage(locale, days, card.quiet_days(today), stage.rots_after_days)>
                {sentence::days(locale, days)}
            </span>
            {owner.map(|(id, name)| view! { <Avatar id=id name=name /> })}
        </div>
    }
}
