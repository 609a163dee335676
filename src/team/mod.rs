//! The team: who signs in, with which roles, in which departments and zones.
//!
//! Writes `firm`, `user`, `department`, `zone` and `session`. Every request begins here: the session cookie names a user,
//! the user's posts make the lens, and the lens goes in front of every store function of every slice.

pub mod api;
pub mod domain;
mod form;
mod settings_form;
#[cfg(feature = "ssr")]
mod sign_in;
#[cfg(feature = "ssr")]
pub mod store;
pub mod view;
