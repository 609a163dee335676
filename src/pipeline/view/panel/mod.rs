//! One opportunity beside the board: what it is, changed where it stands, and what has happened with it.

mod line;
mod next;
mod people;
mod report;
mod tags;

use std::sync::Arc;

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys};

pub use self::next::FIRST;
use self::{
    line::{ChoiceLine, Line},
    next::Next,
    people::People,
    report::Write,
    tags::Tagged,
};
use super::{live::Live, menu_button, mover::Mover};
use crate::{
    i18n::{sentence, use_locale, use_texts},
    loaded::load_later,
    pipeline::{
        api::load_beside,
        domain::{Card, Column},
    },
    timeline::view::Timeline,
    types::OpportunityId,
    ui::{Avatar, Icon, Loading},
};

/// The panel of the card that the address names, if it is on the board or was while somebody wrote about it.
#[component]
pub fn Panel(mover: Mover, open: Memo<Option<OpportunityId>>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let shown = Memo::new(move |before: Option<&Option<OpportunityId>>| {
        let id = open.get()?;
        let is_there = mover.board.with(|board| board.card(id).is_some());
        // Whoever writes about one that has left the board finishes first.
        let is_written_of = before == Some(&Some(id)) && text.with(|text| !text.trim().is_empty());
        (is_there || is_written_of).then_some(id)
    });
    let live = expect_context::<Live>();
    Effect::new(move |_| live.open.set(shown.get()));
    move || shown.get().map(|id| view! { <Opened mover=mover id=id text=text /> })
}

#[component]
fn Opened(mover: Mover, id: OpportunityId, text: RwSignal<String>) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let first = mover.board.with_untracked(|board| board.card(id).cloned())?;
    // Of one that has left the board what was last known is shown.
    let card = Memo::new(move |last: Option<&Arc<Card>>| {
        let now = mover.board.with(|board| board.card(id).cloned());
        now.or(last.cloned()).unwrap_or_else(|| first.clone())
    });
    let is_gone = Memo::new(move |_| mover.board.with(|board| board.card(id).is_none()));
    let title = NodeRef::<leptos::html::H2>::new();
    Effect::new(move |_| {
        let Some(title) = title.get() else {
            return;
        };
        // Refused only to what is not in the page any more.
        let _ = match wanted().then(|| document().get_element_by_id(FIRST)).flatten() {
            Some(field) => field.unchecked_into::<web_sys::HtmlElement>().focus(),
            None => title.focus(),
        };
    });
    let stage = move || {
        let of = card.with(|card| card.stage);
        mover.board.with(|board| board.stage(of).cloned())
    };
    let about = move || {
        let days = mover
            .board
            .with(|board| card.with(|card| card.days_in_stage(board.today)));
        stage().map(|stage| format!("{} · {}", stage.name, sentence::days(locale, days)))
    };
    let may_move = Memo::new(move |_| !is_gone.get() && card.with(|card| !card.fixed));
    let live = expect_context::<Live>();
    let also = move || {
        let who = live.who_has_open(id)?;
        let name = mover.board.with(|board| board.owners.get(&who).cloned())?;
        let said = sentence::has_it_open(locale, &name);
        Some(view! {
            <Avatar id=who name=name decorative=true />
            {said}
        })
    };
    let heading = move || {
        let (account, name) = card.with(|card| (card.account, card.heading().to_owned()));
        match account {
            Some(account) => view! {
                <a class="link" href=format!("/accounts/{account}")>
                    {name}
                </a>
            }
            .into_any(),
            None => name.into_any(),
        }
    };
    let beside = load_later(move || card.with(|card| card.revision), move |_| load_beside(id));
    Some(view! {
        <aside class="panel" aria-labelledby="panel-title" data-tone=move || stage().map(|stage| stage.tone.as_ref().to_owned())>
            <header class="panel__head">
                <h2 class="panel__title voice" id="panel-title" tabindex="-1" node_ref=title>
                    {heading}
                </h2>
                <a class="btn-icon" href=move || mover.look.with(|look| look.address()) aria-label=t.close>
                    <Icon name="close" />
                </a>
                <p class="panel__about">
                    <span class="dot"></span>
                    {about}
                    {move || may_move.get().then(|| menu_button::labelled(mover, id))}
                </p>
                <p class="panel__others" role="status">
                    {also}
                </p>
            </header>
            <div class="panel__body">
                {move || match is_gone.get() {
                    true => view! { <p class="panel__gone" role="status">{t.panel_gone}</p> }.into_any(),
                    false => view! { <Next mover=mover card=card /> }.into_any(),
                }}
                <Write mover=mover card=card text=text />
                {move || {
                    (!is_gone.get())
                        .then(|| {
                            view! {
                                <div class="fields fields--pair">{lines(mover, card)}</div>
                                <Tagged mover=mover card=card />
                            }
                        })
                }}
                <Transition fallback=Loading>
                    {move || Suspend::new(async move {
                        match beside.await {
                            Ok(it) => view! {
                                <People people=it.people />
                                <Timeline entries=it.entries people=it.authors />
                            }
                            .into_any(),
                            Err(error) => view! { <p class="field__error">{error.sentence(locale)}</p> }.into_any(),
                        }
                    })}
                </Transition>
            </div>
        </aside>
    })
}

/// Whether the address asks for the next step.
fn wanted() -> bool {
    window()
        .location()
        .hash()
        .is_ok_and(|hash| hash.strip_prefix('#') == Some(FIRST))
}

/// The fields that can be changed here.
fn lines(mover: Mover, card: Memo<Arc<Card>>) -> impl IntoView {
    use Column::{Amount, Close, Contact, Department, Owner, Probability, Product, Source, Title, Zone};
    let typed = [Title, Amount, Close, Probability, Contact]
        .map(|column| view! { <Line mover=mover card=card column=column /> });
    let chosen = [Owner, Product, Source, Zone, Department]
        .map(|column| view! { <ChoiceLine mover=mover card=card column=column /> });
    (typed.into_iter().collect_view(), chosen.into_iter().collect_view())
}
