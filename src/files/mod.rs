//! Files that belong to reports: photos, PDF, whatever was handed over.
//!
//! A slice of its own, since the bytes and the way they are served are no matter of the timeline. Writes `attachment`, and the bytes into
//! the data folder.

pub mod domain;
#[cfg(feature = "ssr")]
pub mod http;
mod send;
#[cfg(feature = "ssr")]
pub mod store;
pub mod view;

pub use send::send_report;
