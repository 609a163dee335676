//! Tests against a real engine, through the gates that the program itself uses, and where it matters against the executable.

#![recursion_limit = "512"]

mod agenda;
mod alike;
mod answers;
mod browser;
mod bulk;
mod correcting;
mod demo;
mod doors;
mod durability;
mod edits;
mod export;
mod feed;
mod firm;
mod forecast;
mod gestures;
mod import;
mod lens;
mod live;
mod merging;
mod messages;
mod migrations;
mod moves;
mod needs;
mod past;
mod pipelines;
mod plans;
mod program;
mod races;
mod reports;
mod search;
mod sessions;
mod settings;
mod shelf;
mod sifting;
mod standing;
mod starting;
mod tags;
mod undo;
mod views;
mod walls;
mod writers;
