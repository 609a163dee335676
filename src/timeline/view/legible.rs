//! What a report could say more clearly, said while it is written. It advises and never stops anybody.

use leptos::prelude::*;

use crate::{
    i18n::{sentence, use_locale, use_texts},
    timeline::domain::Remark,
    ui::Icon,
};

/// The advice under a text. What is missing is a tap away: `add` is told which.
#[component]
pub fn Legible(#[prop(into)] remarks: Signal<Vec<Remark>>, add: Callback<Remark>) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let about_words = move || {
        let all = remarks.get();
        let unread: Vec<&str> = all
            .iter()
            .filter_map(|it| match it {
                Remark::Unknown(word) => Some(word.as_str()),
                _ => None,
            })
            .collect();
        let insults: Vec<&str> = all
            .iter()
            .filter_map(|it| match it {
                Remark::Insult(word) => Some(word.as_str()),
                _ => None,
            })
            .collect();
        let unread = (!unread.is_empty()).then(|| {
            view! {
                <p class="legible__msg">
                    <b>{sentence::unread(locale, &unread)}</b>
                    " "
                    {t.legible_spell}
                </p>
            }
        });
        let insults = (!insults.is_empty())
            .then(|| view! { <p class="legible__msg">{sentence::insulting(locale, &insults)}</p> });
        (unread, insults)
    };
    let missing = move || {
        let chips: Vec<_> = remarks
            .get()
            .into_iter()
            .filter_map(|it| {
                let said = match it {
                    Remark::NoWho => t.legible_who,
                    Remark::NoWhat => t.legible_what,
                    Remark::NoNext => t.legible_next,
                    Remark::Unknown(_) | Remark::Insult(_) => return None,
                };
                Some(view! {
                    <button class="chip" type="button" on:click=move |_| add.run(it.clone())>
                        <Icon name="plus" />
                        {said}
                    </button>
                })
            })
            .collect();
        (!chips.is_empty()).then(|| {
            view! {
                <p class="legible__msg">{t.legible_missing}</p>
                <div class="legible__row">{chips}</div>
            }
        })
    };
    view! {
        <div class="legible" data-tone="miel" role="status" hidden=move || remarks.with(Vec::is_empty)>
            {about_words}
            {missing}
        </div>
    }
}
