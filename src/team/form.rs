//! What comes back with a sign-in or set-up form that was refused: with JavaScript it never left the page, without it the
//! address carries it.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use crate::{error::AppError, types::unpacked};

/// What had been typed and why it was refused. Passwords and the one-time key are never sent back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Back {
    /// The page that was asked for before signing in.
    pub next: Option<String>,
    pub firm: String,
    pub name: String,
    pub email: String,
    pub refusal: Option<AppError>,
}

impl Back {
    /// What came back with this page; nothing on the first visit.
    #[must_use]
    pub fn read() -> Self {
        use_query_map()
            .with_untracked(|query| query.get("back").and_then(|packed| unpacked(&packed)))
            .unwrap_or_default()
    }
}
