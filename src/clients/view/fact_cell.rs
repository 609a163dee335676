//! A fact that is changed where the list shows it. Enter and leaving it keep what was written, Escape does not; what is chosen with
//! the pointer is kept at once, but the arrows go through all values on the way. What was refused stays open with the reason under
//! it, or is said where its reader is by then.

use std::sync::Arc;

use leptos::{
    ev::KeyboardEvent,
    html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement},
};

use super::accounts_bar::{Choices, by_name, chosen, coded, colleagues, named, options};
use crate::{
    clients::{
        domain::{
            AccountColumn, AccountKind, AccountOutcome, AccountRow, Fact, Holders, Section, SizeBand, Source,
            UndoOnAccount,
        },
        forms::{ChangeFact, FactChange, typed},
        listing::{
            api::{keep_fact, undo_fact},
            cell,
        },
    },
    error::AppError,
    i18n::{Label, use_client_texts, use_listing, use_locale, use_texts},
    types::{AccountId, OpId},
    ui::{Icon, Offer, Toast, ToastKind, ToastStack, use_toasts},
};

/// What the parts of a cell share.
#[derive(Clone, Copy)]
struct Fill {
    row: RwSignal<AccountRow>,
    column: AccountColumn,
    fact: Fact,
    holders: StoredValue<Holders>,
    is_open: RwSignal<bool>,
    is_waiting: RwSignal<bool>,
    why: RwSignal<Option<String>>,
    toasts: ToastStack,
}

/// What the cell says; pressed, it is written in.
#[component]
pub fn FactCell(row: RwSignal<AccountRow>, column: AccountColumn, holders: StoredValue<Holders>) -> impl IntoView {
    let locale = use_locale();
    let said = move || holders.with_value(|holders| row.with(|row| cell(row, column, holders, locale).format(locale)));
    let Some(fact) = column.fact() else {
        return said.into_any();
    };
    let fill = Fill {
        row,
        column,
        fact,
        holders,
        is_open: RwSignal::new(false),
        is_waiting: RwSignal::new(false),
        why: RwSignal::new(None),
        toasts: use_toasts(),
    };
    let shown = move || {
        if fill.is_open.get() {
            return editor(fill);
        }
        view! {
            <button
                class="ledger__cell"
                type="button"
                data-cell=column.as_ref().to_owned()
                aria-describedby="accounts-edit"
                on:click=move |_| fill.is_open.set(true)
            >
                {said}
            </button>
        }
        .into_any()
    };
    shown.into_any()
}

fn editor(fill: Fill) -> AnyView {
    let label = fill.column.label(use_locale());
    let now = fill.row.with_untracked(|row| typed(&row.account, fill.fact));
    let id = fill.row.with_untracked(|row| row.account.id);
    let why_id = format!("why-{id}-{}", fill.column.as_ref());
    let described = why_id.clone();
    let describes = move || fill.why.with(Option::is_some).then(|| described.clone());
    let is_wrong = move || fill.why.with(Option::is_some).then_some("true");
    let l = use_listing();
    let changed = l.changed;
    let say = Say::here();
    let by_keys = StoredValue::new(false);
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            fill.why.set(None);
            fill.shut();
        }
        "Enter" => {
            event.prevent_default();
            fill.keep(value_of(&event_target::<HtmlElement>(&event)), changed, say, true);
        }
        _ => by_keys.set_value(true),
    };
    let left = move |event| fill.keep(event_target_value(&event), changed, say, false);
    let field = if fill.fact.is_chosen() {
        let node = NodeRef::<html::Select>::new();
        focus(move || node.get().map(|it| it.unchecked_into()));
        let choose = move |event| {
            if by_keys.try_get_value() == Some(false) {
                fill.keep(event_target_value(&event), changed, say, true);
            }
        };
        view! {
            <select
                node_ref=node
                aria-label=label
                aria-invalid=is_wrong
                aria-describedby=describes
                on:pointerdown=move |_| by_keys.set_value(false)
                on:change=choose
                on:keydown=key
                on:blur=left
            >
                {options(choices(fill, &now))}
            </select>
        }
        .into_any()
    } else {
        let node = NodeRef::<html::Input>::new();
        focus(move || node.get().map(|it| it.unchecked_into()));
        view! {
            <input
                type="text"
                inputmode=mode(fill.fact)
                node_ref=node
                value=now
                maxlength="200"
                autocomplete="off"
                aria-label=label
                aria-invalid=is_wrong
                aria-describedby=describes
                on:keydown=key
                on:blur=left
            />
        }
        .into_any()
    };
    let why = move || {
        let why = fill.why.get()?;
        Some(view! {
            <span class="field__error ledger__why" id=why_id.clone() role="alert">
                {why}
            </span>
        })
    };
    view! {
        <span class="ledger__field" aria-busy=move || fill.is_waiting.get().then_some("true")>
            {field}
            {fill.fact.is_chosen().then(|| view! { <Icon name="down" /> })}
            {why}
        </span>
    }
    .into_any()
}

/// The texts that an answer needs when it comes.
#[derive(Clone, Copy)]
struct Say {
    locale: crate::types::Locale,
    stale: &'static str,
    put_back: &'static str,
}

impl Say {
    fn here() -> Self {
        let l = use_listing();
        Self {
            locale: use_locale(),
            stale: l.stale,
            put_back: l.put_back,
        }
    }
}

impl Fill {
    /// Sends what was written. `returns` is whether the focus comes back to the cell.
    fn keep(self, to: String, changed: &'static str, say: Say, returns: bool) {
        // A field that goes away is left too: what Escape gave up is not kept after all.
        if self.is_open.try_get_untracked() != Some(true) || self.is_waiting.get_untracked() {
            return;
        }
        let (account, name, from) = self.row.with_untracked(|row| {
            let it = &row.account;
            (it.id, it.name.to_string(), typed(it, self.fact))
        });
        if to.trim() == from {
            self.why.set(None);
            if returns {
                self.shut();
            } else {
                self.is_open.set(false);
            }
            return;
        }
        let asked = ChangeFact {
            account,
            fact: self.fact,
            from,
            to,
        };
        let operation = OpId::fresh();
        self.is_waiting.set(true);
        leptos::task::spawn_local(async move {
            let answer = match keep_fact(operation, asked.clone()).await {
                // Nobody knows whether it was done. Asked again under the same operation, it is done once.
                Err(AppError::Transport(_)) => keep_fact(operation, asked).await,
                answer => answer,
            };
            if self.is_waiting.try_set(false).is_some() {
                // The page is another by now: nobody sees the field any more.
                let refused = match answer {
                    Ok(it) => (it.outcome == AccountOutcome::Stale).then(|| say.stale.to_owned()),
                    Err(error) => Some(error.sentence(say.locale)),
                };
                if let Some(why) = refused {
                    self.tell(account, name, ToastKind::Refused, why, None);
                }
                return;
            }
            match answer {
                Ok(FactChange { outcome, row }) => {
                    self.row.try_set(row);
                    if outcome == AccountOutcome::Stale {
                        self.why.try_set(Some(say.stale.to_owned()));
                        return;
                    }
                    self.why.try_set(None);
                    if returns {
                        self.shut();
                    } else {
                        self.is_open.try_set(false);
                    }
                    if outcome == AccountOutcome::Done {
                        self.offer(account, name, operation, changed, say);
                    }
                }
                Err(error) => {
                    self.why.try_set(Some(error.sentence(say.locale)));
                }
            }
        });
    }

    /// Says that it is kept, and how to take it back.
    fn offer(self, account: AccountId, name: String, operation: OpId, changed: &'static str, say: Say) {
        let label = self.column.label(say.locale).to_lowercase();
        let called = name.clone();
        let undo = move || {
            let asked = UndoOnAccount { account, operation };
            let name = called.clone();
            leptos::task::spawn_local(async move {
                let (kind, text) = match undo_fact(OpId::fresh(), asked).await {
                    Ok(FactChange { outcome, row }) => {
                        self.row.try_set(row);
                        match outcome {
                            AccountOutcome::Stale => (ToastKind::Refused, say.stale.to_owned()),
                            _ => (ToastKind::Done, say.put_back.to_owned()),
                        }
                    }
                    Err(error) => (ToastKind::Refused, error.sentence(say.locale)),
                };
                self.tell(account, name, kind, text, None);
            });
        };
        let text = format!("{label} {changed}");
        self.tell(account, name, ToastKind::Done, text, Some(Offer::Undo(Arc::new(undo))));
    }

    fn tell(self, account: AccountId, name: String, kind: ToastKind, text: String, offer: Option<Offer>) {
        self.toasts.show(Toast {
            kind,
            about: account.to_string(),
            subject: name,
            text,
            offer,
        });
    }

    /// Closes the field and gives the focus back to the cell.
    fn shut(self) {
        self.is_open.try_set(false);
        let Some(id) = self.row.try_with_untracked(|row| row.account.id) else {
            return;
        };
        let cell = format!("[data-account='{id}'] [data-cell='{}']", self.column.as_ref());
        request_animation_frame(move || {
            let found = document().query_selector(&cell).ok().flatten();
            if let Some(cell) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                // An element that cannot take the focus leaves it where it was.
                let _ = cell.focus();
            }
        });
    }
}

fn focus(node: impl Fn() -> Option<HtmlElement> + 'static) {
    Effect::new(move |_| {
        if let Some(field) = node() {
            // Refused only to what is not in the page any more.
            let _ = field.focus();
            if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
                input.select();
            }
        }
    });
}

fn value_of(field: &HtmlElement) -> String {
    let input = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input
        .or_else(|| field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value))
        .unwrap_or_default()
}

/// Which keys a tablet shows.
fn mode(fact: Fact) -> &'static str {
    match fact {
        Fact::Phone => "tel",
        Fact::Email => "email",
        Fact::Web => "url",
        Fact::Turnover => "decimal",
        _ => "text",
    }
}

/// The values of a fact that is one of a few, with none first where it may have none.
fn choices(fill: Fill, now: &str) -> Choices {
    let c = use_client_texts();
    let t = use_texts();
    let (none, mut values) = fill.holders.with_value(|holders| match fill.fact {
        Fact::Owner => (Some(t.nobody), colleagues(holders, now)),
        Fact::Zone => (Some(t.nobody), named(&holders.zones, None)),
        Fact::Department => (Some(t.nobody), named(&holders.departments, None)),
        Fact::Section => (Some(c.unknown), coded::<Section>(None)),
        Fact::Size => (Some(c.unknown), coded::<SizeBand>(None)),
        Fact::Source => (Some(c.unknown), by_name(coded::<Source>(None))),
        _ => (None, coded::<AccountKind>(None)),
    });
    if let Some(none) = none {
        values.insert(0, (String::new(), none.to_owned(), false));
    }
    chosen(values, now)
}
