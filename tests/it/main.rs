//! Tests against a real engine, through the gates that the program itself uses, and where it matters against the executable.

#![recursion_limit = "512"]

mod demo;
mod firm;
mod gestures;
mod import;
mod migrations;
mod moves;
mod races;
