//! The accounts that what is typed may be already, shown while it is typed.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, web_sys::HtmlInputElement};

use crate::{
    clients::{
        api::load_suspects,
        domain::{Suspect, Typed},
    },
    i18n::{Label, use_locale, use_merging},
    types::AccountId,
    ui::Icon,
};

/// So long nobody types before it is looked up.
const PAUSE: Duration = Duration::from_millis(250);

/// Those found, with what speaks for each in words and the way to it. It stops nobody.
#[component]
pub fn Suspects(
    /// What has been typed.
    #[prop(into)]
    typed: Signal<Typed>,
    /// What is shown: those that the page came with, then those that were looked up.
    found: RwSignal<Vec<Suspect>>,
    /// The account that is being changed.
    but: Option<AccountId>,
) -> impl IntoView {
    let locale = use_locale();
    let t = use_merging();
    let look_up = move |asked: Typed| {
        leptos::task::spawn_local(async move {
            // Without an answer nothing is known, which is no reason to stop whoever types.
            let answer = load_suspects(asked.clone(), but).await.unwrap_or_default();
            // An answer to what is no longer typed says nothing.
            if typed.try_with_untracked(|now| *now == asked) == Some(true) {
                found.try_set(answer);
            }
        });
    };
    Effect::new(move |before: Option<(Typed, Option<TimeoutHandle>)>| {
        let now = typed.get();
        let Some((earlier, waiting)) = before else {
            // What the page came with is what is typed.
            return (now, None);
        };
        if earlier == now {
            return (now, waiting);
        }
        if let Some(waiting) = waiting {
            waiting.clear();
        }
        let asked = now.clone();
        (now, set_timeout_with_handle(move || look_up(asked), PAUSE).ok())
    });
    let item = move |it: Suspect| {
        let evidence: Vec<&str> = it.evidence.iter().map(|it| it.label(locale)).collect();
        let about: Vec<String> = it
            .town
            .map(|town| town.to_string())
            .into_iter()
            .chain([it.lifecycle.label(locale).to_owned()])
            .collect();
        let name = it.name.to_string();
        // While one is changed, the two can be made one there and then.
        let href = match but {
            Some(this) => format!("/accounts/{this}/merge/{}", it.account),
            None => format!("/accounts/{}", it.account),
        };
        let act = if but.is_some() { t.compare } else { t.use_this };
        view! {
            <li class="suspects__one">
                <p>
                    <b>{name.clone()}</b>
                    " · "
                    {about.join(" · ")}
                    <span class="suspects__why">{evidence.join(", ")}</span>
                </p>
                <a class="btn btn--s" href=href aria-label=format!("{act}: {name}")>
                    {act}
                </a>
            </li>
        }
    };
    let shown = move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            view! {
                <div class="notice" data-tone="miel">
                    <Icon name="people" />
                    <div class="suspects__all">
                        <p>
                            <b>{t.is_it}</b>
                        </p>
                        <ul class="suspects__list">{found.into_iter().map(item).collect_view()}</ul>
                    </div>
                </div>
            }
        })
    };
    view! {
        <div class="suspects" aria-live="polite">
            {shown}
        </div>
    }
}

/// Takes over what is typed into a field that a firm is recognised by.
pub fn note(typed: RwSignal<Typed>, field: &HtmlInputElement) {
    let value = field.value();
    match field.name().as_str() {
        "form[name]" => typed.update(|it| it.name = value),
        "form[nif]" => typed.update(|it| it.nif = value),
        "form[phone]" => typed.update(|it| it.phone = value),
        "form[email]" => typed.update(|it| it.email = value),
        "form[web]" => typed.update(|it| it.web = value),
        _ => {}
    }
}
