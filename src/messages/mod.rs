//! Recados: what a colleague is to know of a client, with a receipt (T10, T11; product.md, idea 16).
//!
//! Writes `message`. Whoever has one accepts it; what nobody accepts goes further up by a schedule, told in the stream of the client.

pub mod api;
pub mod domain;
pub mod form;
#[cfg(feature = "ssr")]
pub mod store;
pub mod view;
