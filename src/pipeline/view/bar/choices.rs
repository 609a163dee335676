//! The panel of filters: who, when, where, what, how much, and in which order.

use std::collections::BTreeSet;

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::{
    clients::domain::Source,
    frame::use_frame,
    i18n::{Label, use_locale, use_texts},
    pipeline::{
        domain::{Order, Period, Upcoming},
        look::{Look, field},
        view::mover::Mover,
    },
    types::{ShortText, fold},
    ui::Icon,
};

/// What an amount looks like: anything else is stopped, and said, by the browser.
const AMOUNT: &str = r"[0-9][0-9.]*(,[0-9]{1,2})?( ?€)?";

/// The choices of the panel.
pub fn fields(mover: Mover) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let (owners, departments, zones, products) = mover.board.with_untracked(|board| {
        let mut owning: BTreeSet<_> = board.cards.iter().filter_map(|card| card.facets.owner).collect();
        // Whoever has none may look for them all the same.
        owning.extend(use_frame().viewer.map(|viewer| viewer.id));
        owning.extend(mover.look.with_untracked(|look| look.filter.owner));
        (
            sorted(board.owners.iter().filter(|(id, _)| owning.contains(id))),
            sorted(board.departments.iter()),
            sorted(board.zones.iter()),
            sorted(board.products.iter()),
        )
    });
    let sources = Source::iter()
        .map(|it| (it.as_ref().to_owned(), it.label(locale).to_owned()))
        .collect();
    let periods = Period::iter()
        .map(|it| (it.as_ref().to_owned(), it.label(locale).to_owned()))
        .collect();
    let steps = Upcoming::iter()
        .map(|it| (it.as_ref().to_owned(), it.label(locale).to_owned()))
        .collect();
    let orders = Order::iter()
        .map(|it| (it.as_ref().to_owned(), it.label(locale).to_owned()))
        .collect();
    let amount = |name: &'static str, label| {
        let value = move || value_of(&mover.look.get(), name);
        view! {
            <label class="field">
                <span class="field__label">{label}</span>
                <span class="input">
                    <input name=name inputmode="decimal"
                        pattern=AMOUNT
                        title=t.amount_hint maxlength="20" value=value() prop:value=value autocomplete="off" />
                    <span class="input__unit" aria-hidden="true">
                        "€"
                    </span>
                </span>
            </label>
        }
    };
    let any = t.any;
    view! {
        <div class="fields fields--pair">
            {choice(mover, field::OWNER, t.owner, any, owners)}
            {choice(mover, field::CLOSES, t.close_on, any, periods)}
            {choice(mover, field::NEXT, t.next_step, any, steps)}
            {choice(mover, field::ZONE, t.zone, any, zones)}
            {choice(mover, field::DEPARTMENT, t.department, any, departments)}
            {choice(mover, field::PRODUCT, t.service, any, products)}
            {choice(mover, field::SOURCE, t.source, any, sources)}
            {amount(field::AT_LEAST, t.amount_from)}
            {amount(field::AT_MOST, t.amount_to)}
            {choice(mover, field::ORDER, t.order, "", orders)}
            {super::tags::boxes(mover)}
        </div>
    }
}

fn sorted<'a, K: ToString + 'a>(names: impl Iterator<Item = (&'a K, &'a ShortText)>) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = names.map(|(id, name)| (id.to_string(), name.to_string())).collect();
    names.sort_by_cached_key(|(_, name)| fold(name));
    names
}

fn value_of(look: &Look, name: &str) -> String {
    if name == field::ORDER {
        return look.order.as_ref().to_owned();
    }
    let pair = look.pairs().into_iter().find(|(field, _)| *field == name);
    pair.map(|(_, value)| value).unwrap_or_default()
}

/// One choice; with `any` it may be left open. Nothing to choose from, nothing shown.
fn choice(
    mover: Mover,
    name: &'static str,
    label: &'static str,
    any: &'static str,
    values: Vec<(String, String)>,
) -> Option<impl IntoView> {
    let now = move || value_of(&mover.look.get(), name);
    let chosen = untrack(now);
    let open = (!any.is_empty()).then(|| view! { <option value="">{any}</option> });
    (!values.is_empty()).then(|| {
        let options = values.into_iter().map(|(value, text)| {
            let is_chosen = value == chosen;
            view! {
                <option value=value selected=is_chosen>
                    {text}
                </option>
            }
        });
        view! {
            <label class="field">
                <span class="field__label">{label}</span>
                <span class="input">
                    <select name=name prop:value=now>
                        {open}
                        {options.collect_view()}
                    </select>
                    <Icon name="down" />
                </span>
            </label>
        }
    })
}
