//! Tests against a real engine, through the gates that the program itself uses.

#![recursion_limit = "512"]

mod firm;
mod gestures;
mod migrations;
mod moves;
mod races;
