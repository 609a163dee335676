//! The raw material: names, towns, trades and phrases, as text files that anybody can extend.

mod towns;
mod trades;

pub use towns::{TOWNS, Territory, Town};
pub use trades::{POSTS, PRODUCTS, Post, SECTORS, Sector, Ware};

use std::sync::LazyLock;

/// Words between commas and line ends.
type Words = LazyLock<Vec<&'static str>>;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $file:literal),* $(,)?) => {
        $($(#[$doc])* pub static $name: Words = LazyLock::new(|| {
            include_str!($file).split([',', '\n']).map(str::trim).filter(|word| !word.is_empty()).collect()
        });)*
    };
}

/// Sentences, one a line.
macro_rules! lines {
    ($($(#[$doc:meta])* $name:ident = $file:literal),* $(,)?) => {
        $($(#[$doc])* pub static $name: Words = LazyLock::new(|| include_str!($file).lines().collect());)*
    };
}

words! {
    SURNAMES_CASTILIAN = "surnames_castilian.txt",
    SURNAMES_CATALAN = "surnames_catalan.txt",
    SURNAMES_BASQUE = "surnames_basque.txt",
    SURNAMES_GALICIAN = "surnames_galician.txt",
    WOMEN = "given_names_women.txt",
    WOMEN_CATALAN = "given_names_women_catalan.txt",
    WOMEN_BASQUE = "given_names_women_basque.txt",
    WOMEN_GALICIAN = "given_names_women_galician.txt",
    MEN = "given_names_men.txt",
    MEN_CATALAN = "given_names_men_catalan.txt",
    MEN_BASQUE = "given_names_men_basque.txt",
    MEN_GALICIAN = "given_names_men_galician.txt",
    PLACES_CASTILIAN = "places_castilian.txt",
    PLACES_CATALAN = "places_catalan.txt",
    PLACES_BASQUE = "places_basque.txt",
    PLACES_GALICIAN = "places_galician.txt",
    STREETS = "streets.txt",
    COMPETITORS = "competitors.txt",
}

lines! {
    /// {p} is a service with its article, {n} how many people work there, {c} a competitor, {o} who looks after the account.
    FIRST_TALK = "first_talk.txt",
    PROPOSAL_TALK = "proposal_talk.txt",
    NEGOTIATION_TALK = "negotiation_talk.txt",
    CLIENT_TALK = "client_talk.txt",
    COLD_TALK = "cold_talk.txt",
    LOST_TALK = "lost_talk.txt",
    FEELINGS = "feelings.txt",
    NEXT_STEPS = "next_steps.txt",
    RECEPTION_TALK = "reception_talk.txt",
    FINANCE_TALK = "finance_talk.txt",
    TECHNICIAN_TALK = "technician_talk.txt",
    NOTES_MOVED = "notes_moved.txt",
    NOTES_WON = "notes_won.txt",
    NOTES_LOST = "notes_lost.txt",
}
