//! The palette over every page, and the page of a search.

mod actions;
mod group;
mod link;
mod page;
mod palette;
mod recent;
mod typing;
mod write;

pub use link::{SearchLink, provide_palette};
pub use page::SearchPage;
pub use palette::Palette;
pub use write::{WriteLink, WritePage, write_at_once};
