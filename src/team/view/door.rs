//! What the sign-in and set-up pages share: the brand, the form, the desk beside it.

use leptos::{prelude::*, server_fn::ServerFn};

use super::desk::Desk;
use crate::{
    error::AppError,
    frame::{Theme, use_frame},
    i18n::{use_locale, use_texts},
    types::Locale,
    ui::{Icon, Mark},
};

/// The page with its form inside.
#[component]
pub fn Door(children: Children) -> impl IntoView {
    let t = use_texts();
    let frame = use_frame();
    let (theme, theme_icon, theme_name) = match frame.theme {
        Theme::Dark => (Theme::Light, "sun", t.theme_light),
        Theme::Light | Theme::System => (Theme::Dark, "moon", t.theme_dark),
    };
    let (language, language_name) = match frame.locale {
        Locale::Es => (Locale::En, "English"),
        Locale::En => (Locale::Es, "Español"),
    };
    view! {
        <div class="login">
            <main class="login__form" id="main">
                <div class="login__brand">
                    <Mark />
                    <span>"Clientela"</span>
                </div>
                {children()}
                <form class="login__foot" method="post" action="/preferences">
                    <button class="btn btn--quiet" name="language" value=language.tag() lang=language.tag()>
                        <Icon name="globe" />
                        {language_name}
                    </button>
                    <button class="btn-icon" name="theme" value=theme.as_ref().to_owned() aria-label=theme_name>
                        <Icon name=theme_icon />
                    </button>
                </form>
            </main>
            <Desk />
        </div>
    }
}

/// Loads the page that the server leads to once it lets the person in. Loaded, not navigated to: everything around the
/// page depends on who looks.
pub fn enter_when<S>(action: ServerAction<S>)
where
    S: ServerFn<Output = String, Error = AppError> + Clone + Send + Sync + 'static,
{
    Effect::new(move |_| {
        if let Some(Ok(address)) = action.value().get() {
            // Refused only to an address that cannot be read; ours can.
            let _ = window().location().assign(&address);
        }
    });
}

/// Why the whole form was refused, above its fields.
#[component]
pub fn Refused(#[prop(into)] error: Signal<Option<AppError>>) -> impl IntoView {
    let locale = use_locale();
    move || {
        error
            .get()
            .filter(|error| !matches!(error, AppError::Invalid { .. }))
            .map(|error| {
                view! {
                    <div class="notice" data-tone="lacre" role="alert">
                        <Icon name="error" />
                        <p>{error.sentence(locale)}</p>
                    </div>
                }
            })
    }
}
