//! The agenda: what somebody will do with a client, what came of it, and when it is tried again.
//!
//! Writes `activity` and `holiday`, and keeps the `next` of an opportunity as the earliest activity that is planned with it.

pub mod api;
pub mod domain;
#[cfg(feature = "ssr")]
pub mod feed;
pub mod form;
pub mod holiday_form;
#[cfg(feature = "ssr")]
pub mod store;
pub mod view;
