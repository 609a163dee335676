//! A labelled input with its hint and its error.

use leptos::prelude::*;

use super::Icon;

/// What is typed in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    #[default]
    Text,
    Email,
    Password,
    /// Euros: a decimal keyboard and the symbol.
    Amount,
    /// A day, with the browser's own picker; it travels as `aaaa-mm-dd`.
    Day,
    /// A small whole number.
    Number,
}

/// As much as a line of ours holds: nobody types what will be refused, and a form that comes back fits in an address.
const LONGEST: u16 = 200;

/// A field of a form. The error belongs to it by `aria-describedby`, so that it is heard with it.
#[component]
pub fn Field(
    /// The name it is sent under, and its id unless it has another.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: String,
    #[prop(optional)] kind: FieldKind,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] placeholder: String,
    /// Why it was refused.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(optional)] required: bool,
    /// One of many: as tall as it must be.
    #[prop(optional)]
    small: bool,
    /// In a page that has just come back: the first one that was refused takes the focus.
    #[prop(optional)]
    autofocus: bool,
    /// The id of the suggestions.
    #[prop(optional)]
    list: &'static str,
    /// What a password manager fills it with.
    #[prop(optional)]
    autocomplete: &'static str,
) -> impl IntoView {
    let id = if id.is_empty() { name.clone() } else { id };
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = {
        let (hint_id, error_id, has_hint) = (hint_id.clone(), error_id.clone(), !hint.is_empty());
        move || {
            let said = [has_hint.then(|| hint_id.clone()), error.get().map(|_| error_id.clone())];
            let said: Vec<String> = said.into_iter().flatten().collect();
            (!said.is_empty()).then(|| said.join(" "))
        }
    };
    let input_type = match kind {
        FieldKind::Text | FieldKind::Amount | FieldKind::Number => "text",
        FieldKind::Email => "email",
        FieldKind::Password => "password",
        FieldKind::Day => "date",
    };
    let keyboard = match kind {
        FieldKind::Amount => Some("decimal"),
        FieldKind::Number => Some("numeric"),
        _ => None,
    };
    let longest = if kind == FieldKind::Number { 5 } else { LONGEST };
    let complete = if autocomplete.is_empty() { "off" } else { autocomplete };
    let hint = (!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id.clone()>{hint.clone()}</p> });
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <div class="input" class=("input--l", !small) class=("input--euro", kind == FieldKind::Amount)>
                <input
                    id=id
                    name=name
                    type=input_type
                    value=value
                    placeholder=placeholder
                    inputmode=keyboard
                    required=required
                    list=(!list.is_empty()).then_some(list)
                    maxlength=longest
                    autocomplete=complete
                    autofocus=autofocus
                    aria-invalid=move || error.get().map(|_| "true")
                    aria-describedby=described
                />
            </div>
            {hint}
            {move || {
                error
                    .get()
                    .map(|why| {
                        view! {
                            <p class="field__error" id=error_id.clone()>
                                <Icon name="warning" />
                                {why}
                            </p>
                        }
                    })
            }}
        </div>
    }
}
