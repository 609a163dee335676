//! The pipeline: opportunities and the stages they move through.
//!
//! Writes `pipeline`, `stage`, `product`, `opportunity`, `objective` and `commitment`. The rules of a move are in [`domain::Transition`]; the board
//! is [`domain::Board`].

pub mod api;
pub mod domain;
#[cfg(feature = "ssr")]
pub mod export;
pub mod folding;
pub mod form;
pub mod goals_form;
pub mod layout;
pub mod look;
mod look_tags;
pub mod pipeline_form;
#[cfg(feature = "ssr")]
pub mod store;
pub mod view;
