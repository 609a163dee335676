//! The page that has nothing to show: what happened, and the way back.

use leptos::prelude::*;

use super::Icon;
use crate::i18n::use_texts;

/// A ticket alone in the middle of the page.
#[component]
pub fn Blank(
    icon: &'static str,
    tone: &'static str,
    #[prop(into)] title: String,
    #[prop(into)] text: String,
) -> impl IntoView {
    let t = use_texts();
    view! {
        <main class="main blank" id="main" tabindex="-1">
            <div class="blank__ticket">
                <div class="blank__body">
                    <span class="emblem" data-tone=tone>
                        <Icon name=icon />
                    </span>
                    <h1 class="blank__title">{title}</h1>
                    <p class="blank__text">{text}</p>
                </div>
                <div class="blank__stub">
                    <a class="link link--alone" href="/board">
                        <Icon name="arrow-left" />
                        {t.go_board}
                    </a>
                </div>
            </div>
        </main>
    }
}
