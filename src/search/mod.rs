//! Search: one field that finds accounts, people, opportunities, reports and what can be done, from any page.
//!
//! Writes nothing. What it looks through is kept in memory ([`index`]), fed from the tables and by what is committed since; every
//! hit is asked of the lens before it is counted, and its name is read from the database through the lens once more.

pub mod api;
pub mod domain;
#[cfg(feature = "ssr")]
pub mod index;
#[cfg(feature = "ssr")]
pub mod store;
pub mod view;
