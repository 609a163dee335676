//! Every visible string, in Spanish and in English, side by side.
//!
//! A plain struct of `&'static str`: a text that lacks a language does not compile, nothing is looked up at run time, and
//! the wasm carries no message parser (the reasons are in the README's decision list). Sentences with something in them are
//! functions of `sentences`; names of enums are in `labels`.

mod alike;
mod catalogue;
mod clients;
pub mod counting;
pub mod forecast;
mod labels;
mod sentences;
mod steps;
mod tagging;

pub use alike::NewAccountTexts;
pub use catalogue::Texts;
pub use labels::Label;
pub use sentences::sentence;

use crate::{frame::use_frame, types::Locale};

/// The texts of the page's language.
#[must_use]
pub fn use_texts() -> &'static Texts {
    Texts::of(use_locale())
}

/// The page's language. Changing it loads the page again, so that it is never reactive.
#[must_use]
pub fn use_locale() -> Locale {
    use_frame().locale
}
