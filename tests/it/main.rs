//! Tests against a real engine and, where it matters, against the executable.

mod demo;
mod import;
