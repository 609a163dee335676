//! Every visible string, in Spanish and in English, side by side.
//!
//! A plain struct of `&'static str`: a text that lacks a language does not compile, nothing is looked up at run time, and
//! the wasm carries no message parser (the reasons are in the README's decision list). Sentences with something in them are
//! functions of `sentences`; names of enums are in `labels`.

pub mod agenda;
mod catalogue;
mod client_labels;
mod client_texts;
mod clients;
pub mod counting;
mod days;
mod facts;
pub mod files;
pub mod forecast;
mod labels;
pub mod listing;
pub mod merging;
pub mod messages;
mod needs;
pub mod reminders;
pub mod search;
mod sentences;
mod settings;
mod steps;
mod tagging;

pub use agenda::AgendaTexts;
pub use catalogue::Texts;
pub use client_texts::ClientTexts;
pub use facts::{facts_changed, said};
pub use files::FileTexts;
pub use labels::Label;
pub use listing::ListingTexts;
pub use merging::MergingTexts;
pub use messages::MessageTexts;
pub use needs::NeedTexts;
pub use reminders::ReminderTexts;
pub use sentences::sentence;
pub use settings::SettingsTexts;

use crate::{frame::use_frame, types::Locale};

/// The texts of the page's language.
#[must_use]
pub fn use_texts() -> &'static Texts {
    Texts::of(use_locale())
}

/// The texts of the client's page, in the page's language.
#[must_use]
pub fn use_client_texts() -> &'static ClientTexts {
    ClientTexts::of(use_locale())
}

/// The texts of the firm's settings in the page's language.
#[must_use]
pub fn use_settings() -> &'static SettingsTexts {
    SettingsTexts::of(use_locale())
}

/// The texts of accounts that may be one firm, in the page's language.
#[must_use]
pub fn use_merging() -> &'static MergingTexts {
    MergingTexts::of(use_locale())
}

/// The texts of the list of accounts, in the page's language.
#[must_use]
pub fn use_listing() -> &'static ListingTexts {
    ListingTexts::of(use_locale())
}

/// The texts of what clients need, in the page's language.
#[must_use]
pub fn use_needs() -> &'static NeedTexts {
    NeedTexts::of(use_locale())
}

/// The texts of the files of reports, in the page's language.
#[must_use]
pub fn use_files() -> &'static FileTexts {
    FileTexts::of(use_locale())
}

/// The texts of the messages, in the page's language.
#[must_use]
pub fn use_messages() -> &'static MessageTexts {
    MessageTexts::of(use_locale())
}

/// The texts of the reminders in the page's language.
#[must_use]
pub fn use_reminders() -> &'static ReminderTexts {
    ReminderTexts::of(use_locale())
}

/// The texts of the agenda in the page's language.
#[must_use]
pub fn use_agenda() -> &'static AgendaTexts {
    AgendaTexts::of(use_locale())
}

/// The page's language. Changing it loads the page again, so that it is never reactive.
#[must_use]
pub fn use_locale() -> Locale {
    use_frame().locale
}
