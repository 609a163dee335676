//! The server: configuration, database, sessions, embedded assets, and the router that joins them to the pages.

pub mod assets;
mod config;
pub mod cookies;
mod ctx;
pub mod db;
mod guard;
mod live;
mod preferences;
mod presence;
mod router;
mod serve;
mod state;
mod throttle;
pub mod watching;

pub use config::Config;
pub use ctx::Ctx;
pub use router::router;
pub use serve::{ServeError, one_time_key, serve, serve_db, state};
pub use state::AppState;
pub use throttle::Throttle;
