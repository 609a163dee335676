//! What every request shares.

use std::sync::Arc;

use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use tokio::sync::watch;

use super::{Config, Throttle, db::Db, presence::Presence};
use crate::{files::store::Blobs, team::store::Hasher};

/// Shared by every request.
#[derive(Clone)]
pub struct AppState {
    pub db: Db,
    pub options: LeptosOptions,
    pub config: Arc<Config>,
    /// Where the bytes of files lie.
    pub blobs: Blobs,
    pub hasher: Hasher,
    pub throttle: Throttle,
    pub presence: Presence,
    /// Whether the program is about to stop: what would otherwise never end, ends.
    pub closing: watch::Sender<bool>,
    /// The one-time token of the first start, printed in the terminal.
    pub set_up_token: Arc<str>,
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.options.clone()
    }
}
