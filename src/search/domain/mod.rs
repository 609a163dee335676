//! What is looked for, and what is found.

mod found;
mod marks;
mod query;
mod thing;

pub use found::{Found, Group, Hit};
pub use marks::marked;
pub use query::{Query, words};
pub use thing::{Kind, Thing};
