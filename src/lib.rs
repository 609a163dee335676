//! Clientela: a CRM in one executable file.
//!
//! One crate, compiled twice: `ssr` is the server with its database, `hydrate` the client in WebAssembly. A folder is a
//! slice of the business (`agenda`, `clients`, `pipeline`, `team`, `timeline`…), and every slice has the same grammar: `domain` (rules,
//! both targets), `store` (transactions), `api` (server functions), `view` (components). See README.md.

#![recursion_limit = "512"]

pub mod agenda;
pub mod app;
#[cfg(feature = "ssr")]
pub mod cli;
pub mod clients;
#[cfg(feature = "ssr")]
pub mod demo;
pub mod error;
#[cfg(feature = "ssr")]
pub mod export;
pub mod files;
pub mod frame;
pub mod i18n;
#[cfg(feature = "ssr")]
pub mod importing;
pub mod loaded;
pub mod messages;
pub mod pipeline;
pub mod reminders;
pub mod search;
#[cfg(feature = "ssr")]
pub mod server;
pub mod shell;
pub mod team;
pub mod timeline;
pub mod types;
pub mod ui;

/// Makes the server's page live. Called once by the page's own script.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(app::App);
}
