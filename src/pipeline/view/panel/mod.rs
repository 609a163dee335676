//! One opportunity beside the board: what it is, changed where it stands, and what has happened with it.

mod line;
mod next;

use std::sync::Arc;

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys};

pub use self::next::FIRST;
use self::{
    line::{Line, OwnerLine},
    next::Next,
};
use super::mover::Mover;
use crate::{
    i18n::{sentence, use_locale, use_texts},
    pipeline::{
        api::load_history,
        domain::{Card, Change},
    },
    timeline::view::Timeline,
    types::{Day, Invalid, Locale, Money, OpportunityId, Probability, ShortText},
    ui::{Icon, Loading},
};

/// The panel of the card that the address names, if it is on the board.
#[component]
pub fn Panel(mover: Mover, open: Memo<Option<OpportunityId>>) -> impl IntoView {
    let is_there = Memo::new(move |_| {
        let id = open.get()?;
        mover.board.with(|board| board.card(id).map(|card| card.id))
    });
    move || is_there.get().map(|id| view! { <Opened mover=mover id=id /> })
}

#[component]
fn Opened(mover: Mover, id: OpportunityId) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let first = mover.board.with_untracked(|board| board.card(id).cloned())?;
    // When it leaves the board the panel goes, and what it shows until then is what was last known.
    let card = Memo::new(move |last: Option<&Arc<Card>>| {
        let now = mover.board.with(|board| board.card(id).cloned());
        now.or(last.cloned()).unwrap_or_else(|| first.clone())
    });
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
    let history = Resource::new(move || card.with(|card| card.revision), move |_| load_history(id));
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
                </p>
            </header>
            <div class="panel__body">
                <Next mover=mover card=card />
                <div class="fields fields--pair">{lines(mover, card)}</div>
                <Transition fallback=Loading>
                    {move || Suspend::new(async move {
                        match history.await {
                            Ok((entries, people)) => view! { <Timeline entries=entries people=people /> }.into_any(),
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
    let t = use_texts();
    let locale = use_locale();
    let value = move |of: fn(&Card) -> String| Memo::new(move |_| card.with(|card| of(card)));
    // Sends what was typed if it says something new; answers why it cannot be read.
    let keep = move |label: &'static str, read: fn(&str) -> Result<Change, Invalid>| {
        Callback::new(move |text: String| match read(text.trim()) {
            Ok(change) => {
                let told = told(&change, locale);
                mover.edit(
                    card.with_untracked(|card| card.id),
                    change,
                    format!("{}: {told}", label.to_lowercase()),
                );
                None
            }
            Err(why) => Some(why.sentence(locale)),
        })
    };
    view! {
        <Line
            name="title"
            label=t.new_what
            card=card
            value=value(|card| card.title.to_string())
            keep=keep(t.new_what, |text| ShortText::parse(text).map(Change::Title))
        />
        <Line
            name="amount"
            label=t.amount
            unit="€"
            card=card
            value=value(|card| card.amount.map(typed).unwrap_or_default())
            keep=keep(t.amount, |text| optional(text, |text| Money::parse_es(text)?.not_negative()).map(Change::Amount))
        />
        <Line
            name="close_on"
            label=t.close_on
            kind="date"
            card=card
            value=value(|card| card.close_on.map(|day| day.to_string()).unwrap_or_default())
            keep=keep(t.close_on, |text| optional(text, Day::parse_es).map(Change::CloseOn))
        />
        <Line
            name="probability"
            label=t.probability
            unit="%"
            card=card
            value=value(|card| card.probability.percent().to_string())
            keep=keep(t.probability, |text| optional(text, Probability::parse).map(Change::Probability))
        />
        <OwnerLine mover=mover card=card />
    }
}

/// What a field is now, for the toast.
fn told(change: &Change, locale: Locale) -> String {
    let said = match change {
        Change::Title(title) => Some(title.to_string()),
        Change::Amount(amount) => amount.map(|amount| amount.format(locale)),
        Change::CloseOn(day) => day.map(|day| day.format(locale)),
        Change::Probability(chance) => chance.map(|chance| chance.format(locale)),
        Change::Owner(_) | Change::Next(_) | Change::Done => None,
    };
    said.unwrap_or_else(|| "—".to_owned())
}

/// An amount as it is typed.
fn typed(amount: Money) -> String {
    let parts = amount.parts(Locale::Es);
    format!("{}{}{}", parts.lead, parts.whole, parts.cents)
}

fn optional<T>(text: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Result<Option<T>, Invalid> {
    if text.is_empty() {
        Ok(None)
    } else {
        read(text).map(Some)
    }
}
