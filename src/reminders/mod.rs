//! Reminders: whoever does something is told of it in time, once, in the application and by e-mail.
//!
//! Writes `reminder` and `reminder_choice`. The program looks by itself (`store::watch_over`); what it has told is shown on every page
//! (`view::Bell`) until it has been seen.

pub mod api;
pub mod domain;
pub mod form;
#[cfg(feature = "ssr")]
pub mod store;
pub mod view;
