//! Whether two accounts are one firm (product.md, idea 17): what speaks for it, and how much it weighs.

mod beginning;
mod name_key;
mod net;
mod verdict;

#[cfg(test)]
mod tests;

pub use beginning::beginning;
pub use name_key::{NameKey, NameLikeness};
pub use net::own_domain;
pub use verdict::{Clue, Evidence, Traits, Verdict};
