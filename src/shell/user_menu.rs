//! The person's menu: theme, language, and the way out. Plain forms: it works without JavaScript.

use leptos::{prelude::*, server_fn::ServerFn};

use super::KeysButton;
use crate::{
    frame::{Theme, use_frame},
    i18n::{use_reminders, use_settings, use_texts},
    team::api::{SignOut, SignOutEverywhere},
    types::Locale,
    ui::{Avatar, Icon},
};

/// The button that opens it; the phone has it in the page's header.
#[component]
pub fn UserButton(class: &'static str) -> impl IntoView {
    let t = use_texts();
    use_frame().viewer.map(|viewer| {
        let label = format!("{}: {}", viewer.name, t.user_menu);
        view! {
            <button
                class=class
                type="button"
                popovertarget="user-menu"
                aria-controls="user-menu"
                aria-haspopup="dialog"
                aria-label=label
            >
                <Avatar id=viewer.id name=viewer.name large=true decorative=true />
            </button>
        }
    })
}

/// The menu itself, once in the page.
#[component]
pub fn UserMenu() -> impl IntoView {
    let t = use_texts();
    let frame = use_frame();
    let theme = |value: Theme, icon, name| {
        choice(
            "theme",
            value.as_ref().to_owned(),
            frame.theme == value,
            Some(icon),
            name,
        )
    };
    let language = |value: Locale, name| choice("language", value.tag().to_owned(), frame.locale == value, None, name);
    frame.viewer.map(|viewer| {
        view! {
            <div class="menu" id="user-menu" popover="auto" role="dialog" aria-label=t.user_menu>
                <p class="menu__person">
                    <Avatar id=viewer.id name=viewer.name.clone() large=true decorative=true />
                    <b class="voice">{viewer.name.to_string()}</b>
                </p>
                <hr />
                <form class="menu__group" method="post" action="/preferences">
                    <p class="menu__label" id="menu-theme">
                        {t.theme}
                    </p>
                    <div class="segmented" role="group" aria-labelledby="menu-theme">
                        {theme(Theme::Light, "sun", t.theme_light)}
                        {theme(Theme::Dark, "moon", t.theme_dark)}
                        {theme(Theme::System, "system", t.theme_system)}
                    </div>
                </form>
                <form class="menu__group" method="post" action="/preferences">
                    <p class="menu__label" id="menu-language">
                        {t.language}
                    </p>
                    <div class="segmented" role="group" aria-labelledby="menu-language">
                        {language(Locale::Es, "Español")}
                        {language(Locale::En, "English")}
                    </div>
                </form>
                <hr />
                <KeysButton />
                {viewer
                    .sees_accounts
                    .then(|| {
                        view! {
                            <a class="menu__item" href="/me">
                                <Icon name="clock" />
                                {use_reminders().title}
                            </a>
                        }
                    })}
                {viewer
                    .sets_up
                    .then(|| {
                        view! {
                            <a class="menu__item" href="/settings">
                                <Icon name="sliders" />
                                {use_settings().title}
                            </a>
                        }
                    })}
                <form method="post" action=SignOut::url()>
                    <button class="menu__item">
                        <Icon name="logout" />
                        {t.sign_out}
                    </button>
                </form>
                <form method="post" action=SignOutEverywhere::url()>
                    <button class="menu__item">
                        <Icon name="lock" />
                        {t.sign_out_everywhere}
                    </button>
                </form>
            </div>
        }
    })
}

fn choice(
    name: &'static str,
    value: String,
    chosen: bool,
    icon: Option<&'static str>,
    text: &'static str,
) -> impl IntoView {
    let lang = (name == "language").then(|| value.clone());
    view! {
        <button class="segmented__option" name=name value=value lang=lang aria-pressed=chosen.to_string()>
            {icon.map(|icon| view! { <Icon name=icon /> })}
            {text}
        </button>
    }
}
