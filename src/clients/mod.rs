//! Clients: the firms we sell to and the persons in them.
//!
//! Writes `account`, `contact` and `membership` (a person in an account, with a role there).

pub mod api;
pub mod domain;
pub mod forms;
pub mod listing;
#[cfg(feature = "ssr")]
pub mod store;
pub mod view;
