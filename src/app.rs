//! The application: the document, the shell and the routes.

#[cfg(feature = "ssr")]
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::{MetaTags, Title, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    agenda::view::{AgendaPage, FeedPage, HolidaysPage, PlanPage, TodayPage},
    clients::view::{
        AccountPage, AccountsPage, AlikePage, CorrectPage, EditAccountPage, MergePage, NewAccountPage, PersonPage,
    },
    frame::{self, Theme, provide_frame, use_frame},
    i18n::use_texts,
    messages::view::{MessagesPage, NewMessagePage},
    pipeline::view::{BoardPage, MovePage, NewOpportunityPage, NewPipelinePage, TablePage, provide_outbox},
    reminders::view::MyRemindersPage,
    search::view::{SearchPage, WritePage},
    shell::Shell,
    team::view::{SetUpPage, SettingsPage, SignInPage},
    ui::{Blank, Sprite, provide_toasts},
};

/// The whole document, on the server. Everything the page loads is ours, hashed, and hinted at in the head.
#[must_use]
pub fn shell() -> impl IntoView {
    provide_frame();
    let frame = use_frame();
    let theme = (frame.theme != Theme::System).then(|| frame.theme.as_ref().to_owned());
    let json = serde_json::to_string(&frame).unwrap_or_default();
    policy();
    view! {
        <!DOCTYPE html>
        <html lang=frame.locale.tag() data-theme=theme>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content="#f3ede5" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#15110e" media="(prefers-color-scheme: dark)" />
                <meta name=frame::META content=json />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <Client />
                {reload()}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The content security policy of the page, with the nonce of its scripts.
#[cfg(feature = "ssr")]
fn policy() {
    let nonce = use_nonce().map(|nonce| format!(" 'nonce-{nonce}'")).unwrap_or_default();
    // The page asks cargo-leptos by a socket whether there is something new.
    let reload = if crate::server::watching::is_on() { " ws:" } else { "" };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{nonce}; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'{reload}; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    );
    if let (Some(response), Ok(value)) = (use_context::<leptos_axum::ResponseOptions>(), policy.parse()) {
        response.insert_header(axum::http::header::CONTENT_SECURITY_POLICY, value);
    }
}

#[cfg(not(feature = "ssr"))]
fn policy() {}

/// The script that loads the page anew when `cargo leptos watch` has built something: nothing otherwise.
fn reload() -> impl IntoView {
    #[cfg(feature = "ssr")]
    {
        let options = use_context::<crate::server::AppState>().map(|state| state.options);
        options.map(|options| view! { <leptos::hydration::AutoReload options=options /> })
    }
    #[cfg(not(feature = "ssr"))]
    ()
}

/// Style, script and wasm, by their hashed names. Leptos' own `HydrationScripts` reads files beside the executable, which
/// a single file does not have.
#[component]
fn Client() -> impl IntoView {
    #[cfg(feature = "ssr")]
    {
        use crate::server::assets::address;
        let style = address("clientela.css").map(|href| view! { <link rel="stylesheet" href=href /> });
        let fonts = ["fonts/reddit-sans-es.woff2", "fonts/literata-es.woff2"].map(|name| {
            address(name).map(|href| view! { <link rel="preload" href=href r#as="font" r#type="font/woff2" crossorigin="anonymous" /> })
        });
        let program = address("clientela.js").zip(address("clientela.wasm")).map(|(js, wasm)| {
            let start = format!(
                "import('{js}').then(client => client.default({{ module_or_path: '{wasm}' }}).then(() => client.hydrate()));"
            );
            view! {
                <link rel="modulepreload" href=js nonce=use_nonce() />
                <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
                <script type="module" nonce=use_nonce()>
                    {start}
                </script>
            }
        });
        view! {
            // Nothing is painted before the last element of the page is there: a board that grows column by column moves under
            // the eyes. (Of `#main`, which ends before, half was painted all the same now and then.)
            <link rel="expect" href="#whole" blocking="render" />
            {style}
            {fonts}
            {program}
        }
        .into_any()
    }
    #[cfg(not(feature = "ssr"))]
    ().into_any()
}

/// The pages.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_frame();
    provide_toasts();
    provide_outbox();
    view! {
        <Title formatter=|title: String| if title.is_empty() { "Clientela".to_owned() } else { format!("{title} · Clientela") } />
        <Sprite />
        <Router>
            <Routes fallback=|| view! { <NotFoundPage /> }.into_any()>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
                <Route path=path!("/set-up") view=SetUpPage ssr=SsrMode::Async />
                <Route path=path!("/board") view=BoardPage ssr=SsrMode::Async />
                <Route path=path!("/opportunities") view=TablePage ssr=SsrMode::Async />
                <Route path=path!("/opportunities/new") view=NewOpportunityPage ssr=SsrMode::Async />
                <Route path=path!("/opportunities/:id/move") view=MovePage ssr=SsrMode::Async />
                <Route path=path!("/pipelines/new") view=NewPipelinePage ssr=SsrMode::Async />
                <Route path=path!("/search") view=SearchPage ssr=SsrMode::Async />
                <Route path=path!("/write") view=WritePage ssr=SsrMode::Async />
                <Route path=path!("/today") view=TodayPage ssr=SsrMode::Async />
                <Route path=path!("/agenda") view=AgendaPage ssr=SsrMode::Async />
                <Route path=path!("/agenda/feed") view=FeedPage ssr=SsrMode::Async />
                <Route path=path!("/activities/new") view=PlanPage ssr=SsrMode::Async />
                <Route path=path!("/messages") view=MessagesPage ssr=SsrMode::Async />
                <Route path=path!("/messages/new") view=NewMessagePage ssr=SsrMode::Async />
                <Route path=path!("/me") view=MyRemindersPage ssr=SsrMode::Async />
                <Route path=path!("/settings") view=SettingsPage ssr=SsrMode::Async />
                <Route path=path!("/settings/holidays") view=HolidaysPage ssr=SsrMode::Async />
                <Route path=path!("/accounts") view=AccountsPage ssr=SsrMode::Async />
                <Route path=path!("/accounts/new") view=NewAccountPage ssr=SsrMode::Async />
                <Route path=path!("/accounts/alike") view=AlikePage ssr=SsrMode::Async />
                <Route path=path!("/accounts/:id") view=AccountPage ssr=SsrMode::Async />
                <Route path=path!("/people/:id") view=PersonPage ssr=SsrMode::Async />
                <Route path=path!("/accounts/:id/edit") view=EditAccountPage ssr=SsrMode::Async />
                <Route path=path!("/accounts/:id/merge/:gone") view=MergePage ssr=SsrMode::Async />
                <Route path=path!("/accounts/:id/entries/:entry") view=CorrectPage ssr=SsrMode::Async />
            </Routes>
        </Router>
        // The browser waits for it before it paints.
        <span id="whole" hidden></span>
    }
}

/// What no route answers.
#[component]
fn NotFoundPage() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    let t = use_texts();
    view! {
        <Title text=t.not_found_title />
        <Shell>
            <Blank icon="none" tone="piedra" title=t.not_found_title text=t.not_found_text />
        </Shell>
    }
}
