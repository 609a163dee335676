//! The program against a real engine.

mod import;
