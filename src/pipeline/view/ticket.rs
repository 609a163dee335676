//! An opportunity as a ticket: what it is, and on its stub what comes next.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    drag,
    live::Live,
    menu_button::{is_second, menu_button},
    mix::dye,
    mover::Mover,
    panel::FIRST,
    tags,
};
use crate::{
    frame::use_frame,
    i18n::{Label, sentence, use_locale, use_texts},
    pipeline::{
        domain::{Card, Stage, Upcoming},
        look::Look,
    },
    types::{Day, ShortText, UserId},
    ui::{Amount, Avatar, Chance, Icon},
};

/// How a ticket stands apart from what its card says.
#[derive(Clone, PartialEq)]
struct Standing {
    is_lifted: bool,
    is_chosen: bool,
    /// Somebody else has just changed it.
    is_fresh: bool,
    /// Its menu is open.
    has_menu: bool,
    /// Who else has it open.
    attended: Option<(UserId, ShortText)>,
}

/// A card of the board. The whole of it is the link to the opportunity; its menu stands above the link.
#[component]
pub fn Ticket(mover: Mover, card: Arc<Card>, stage: Stage) -> impl IntoView {
    let id = card.id;
    let live = expect_context::<Live>();
    let today = mover.board.with_untracked(|board| board.today);
    let rotting = card.rots(&stage, today);
    // One for all: a signal keeps what has ever subscribed to it until it changes, also when its ticket is long gone.
    let standing = Memo::new(move |_| Standing {
        is_lifted: mover.held.with(|held| held.contains(&id)),
        is_chosen: mover.chosen.with(|chosen| chosen.contains(&id)),
        is_fresh: live.fresh.with(|fresh| fresh.contains(&id)),
        has_menu: mover.menu.get() == Some(id),
        attended: live.who_has_open(id).and_then(|who| {
            mover
                .board
                .with(|board| board.owners.get(&who).map(|name| (who, name.clone())))
        }),
    });
    let look = Memo::new(move |_| mover.look.get());
    let is = move |which: fn(&Standing) -> bool| standing.with(which);
    let is_any = move || untrack(|| !mover.chosen_cards().is_empty());
    let chooses = !card.fixed && use_frame().viewer.is_some_and(|viewer| viewer.changes_together);
    let attended = Memo::new(move |_| standing.with(|now| now.attended.clone()));
    let held = card.clone();
    let more = (!card.fixed).then(|| menu_button(mover, &card, move || is(|now| now.has_menu)).into_any());
    view! {
        <li
            class="ticket"
            tabindex="-1"
            data-card=id.to_string()
            data-fixed=card.fixed.then_some("true")
            data-next=card.upcoming(today).as_ref().to_owned()
            data-rot=rotting.then_some("true")
            data-chosen=move || is(|now| now.is_chosen).then_some("true")
            data-lifted=move || is(|now| now.is_lifted).then_some("true")
            data-fresh=move || is(|now| now.is_fresh).then_some("true")
            on:pointerdown=move |event| drag::press(mover, &held, &event)
            on:dragstart=move |event| event.prevent_default()
            on:click=move |event| {
                // With something chosen, a tap chooses; without, Ctrl or Shift begins it.
                let chooses = chooses && (event.ctrl_key() || event.meta_key() || event.shift_key() || is_any());
                if chooses && !event.default_prevented() && event.detail() > 0 && !mover.has_lifted.get_value() {
                    event.prevent_default();
                    mover.choose(id);
                }
                // A click of the keyboard ends no drag.
                if event.detail() > 0 && mover.has_lifted.get_value() {
                    event.prevent_default();
                    mover.has_lifted.set_value(false);
                }
            }
        >
            {move || attended.get().map(|(id, name)| attending(id, name))}
            {move || is(|now| now.is_chosen).then(|| view! { <span class="visually-hidden">{use_texts().chosen_one}</span> })}
            {body(&card, today, Some(look), more)}
            {stub(mover, &card, &stage, Some(look))}
        </li>
    }
}

/// Who else has it open: two who know of each other do not write over one another.
fn attending(id: UserId, name: ShortText) -> impl IntoView {
    let said = sentence::has_it_open(use_locale(), &name);
    let hint = said.clone();
    view! {
        <span class="ticket__attended" title=hint>
            <span class="visually-hidden">{said}</span>
            <Avatar id=id name=name decorative=true />
        </span>
    }
}

/// The upper part, also of the ticket in the hand, which leads nowhere.
pub fn body(card: &Card, today: Day, leads: Option<Memo<Look>>, menu: Option<AnyView>) -> impl IntoView + use<> {
    let t = use_texts();
    let heading = card.heading().to_owned();
    let full = heading.clone();
    let id = card.id;
    let named = match leads {
        Some(look) => view! {
            <a
                class="ticket__account"
                title=full
                href=move || look.with(|look| look.with_card(id))
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
        None => view! { <span class="ticket__account">{heading}</span> }.into_any(),
    };
    let title = if card.account_name.is_some() {
        card.title.to_string()
    } else {
        t.no_account.to_owned()
    };
    let amount = match card.amount {
        Some(amount) => view! { <Amount money=amount class="money ticket__amount" /> }.into_any(),
        None => view! { <span class="ticket__amount">{t.no_amount}</span> }.into_any(),
    };
    view! {
        <div class="ticket__body">
            {named} <div class="ticket__about">
                <p class="ticket__title">{title}</p>
                {tags::on_ticket(leads, &card.tags)}
            </div>
            <div class="ticket__row">
                {amount}
                <Chance probability=card.probability />
                {closes(card, today)}
                {menu}
            </div>
        </div>
    }
}

/// When it should close. A day that has passed says so by more than its colour.
fn closes(card: &Card, today: Day) -> impl IntoView + use<> {
    let t = use_texts();
    match card.close_on {
        Some(day) => {
            let late = day < today;
            view! {
                <span class="ticket__close" data-late=late.then_some("true") data-tone=late.then_some("lacre") title=t.close_on>
                    <span class="visually-hidden">{t.close_on} ": "</span>
                    {late.then(|| view! { <Icon name="warning" /> })}
                    {day.short(today)}
                </span>
            }
            .into_any()
        }
        None => view! { <span class="visually-hidden">{t.no_close}</span> }.into_any(),
    }
}

/// The stub: what comes next, how long it has been here, who answers for it.
pub fn stub(mover: Mover, card: &Card, stage: &Stage, leads: Option<Memo<Look>>) -> impl IntoView + use<> {
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
    let (tone, icon) = dye(card.upcoming(today));
    let id = card.id;
    let next = match (card.next, leads.filter(|_| !card.fixed)) {
        (Some(next), _) => {
            view! { <span class="ticket__next">{sentence::next_step(locale, &next, today)}</span> }.into_any()
        }
        (None, Some(look)) => {
            let address = move || format!("{}#{FIRST}", look.with(|look| look.with_card(id)));
            view! {
                <a class="ticket__plan ticket__next" href=address>
                    {t.next_plan}
                </a>
            }
            .into_any()
        }
        (None, None) => view! { <span class="ticket__next">{Upcoming::Nothing.label(locale)}</span> }.into_any(),
    };
    view! {
        <div class="ticket__stub" data-tone=tone>
            <Icon name=icon />
            {next}
            <span class="ticket__days" title=sentence::in_stage(locale, days, card.quiet_days(today), stage.rots_after_days)>
                {sentence::days(locale, days)}
            </span>
            {owner.map(|(id, name)| view! { <Avatar id=id name=name /> })}
        </div>
    }
}
