//! The page that has nothing to show: what happened, and the way back.

use leptos::prelude::*;

use super::Icon;
use crate::{frame::use_frame, i18n::use_texts};

/// A ticket alone in the middle of the page.
#[component]
pub fn Blank(
    icon: &'static str,
    tone: &'static str,
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    /// Whether the same page may come at the next try.
    #[prop(optional)]
    again: bool,
) -> impl IntoView {
    let t = use_texts();
    // Whoever has no board goes back to the clients, not to another refusal.
    let clients = use_frame().viewer.is_some_and(|viewer| !viewer.sees_opportunities);
    let (href, back) = if clients {
        ("/accounts", t.go_accounts)
    } else {
        ("/board", t.go_board)
    };
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
                    {again
                        .then(|| {
                            view! {
                                <a class="link link--alone" href="" rel="external">
                                    {t.try_again}
                                </a>
                            }
                        })}
                    <a class="link link--alone" href=href>
                        <Icon name="arrow-left" />
                        {back}
                    </a>
                </div>
            </div>
        </main>
    }
}
