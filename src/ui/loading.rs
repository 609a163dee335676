//! The page that is on its way.

use leptos::prelude::*;

use crate::i18n::use_texts;

/// What stands in a page's place until its data come; seen only if that takes a while.
#[component]
pub fn Loading() -> impl IntoView {
    let t = use_texts();
    view! {
        <main class="main page" id="main" tabindex="-1" aria-busy="true">
            <p class="loading" role="status">
                {t.loading}
            </p>
        </main>
    }
}
