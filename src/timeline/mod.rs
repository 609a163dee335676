//! The timeline: everything that happened with a client, in one stream.
//!
//! Writes `entry`, and only by [`store::append`] inside the transaction of the gesture that made it happen.

pub mod domain;
#[cfg(feature = "ssr")]
pub mod store;
pub mod view;
