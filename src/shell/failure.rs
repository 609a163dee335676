//! The page that could not be shown.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    error::AppError,
    i18n::{use_locale, use_texts},
    ui::Blank,
};

/// What an error looks like as a page, with the status that says the same to a program.
#[component]
pub fn Failure(error: AppError) -> impl IntoView {
    let t = use_texts();
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(error.status());
    }
    let again = matches!(error, AppError::Transport(_) | AppError::Unavailable);
    let (icon, tone, title, text) = match error {
        AppError::NotFound => ("none", "piedra", t.not_found_title, t.not_found_text.to_owned()),
        AppError::Forbidden => ("lock", "miel", t.forbidden_title, t.forbidden_text.to_owned()),
        AppError::Transport(_) => ("error", "lacre", t.failed_title, t.not_loaded.to_owned()),
        other => ("error", "lacre", t.failed_title, other.sentence(use_locale())),
    };
    view! {
        <Title text=title />
        <Blank icon=icon tone=tone title=title text=text again=again />
    }
}
