//! What has been written and not saved yet, kept by the browser: it survives a reload, a closed tab and a lost session.

use leptos::{prelude::*, web_sys::Storage};

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn place(about: &str) -> String {
    format!("clientela-draft-{about}")
}

/// What was written about this; nothing where the browser keeps nothing.
#[must_use]
pub fn draft(about: &str) -> Option<String> {
    storage()?.get_item(&place(about)).ok().flatten()
}

/// Keeps what is being written; no text forgets it.
pub fn keep_draft(about: &str, text: &str) {
    let Some(storage) = storage() else { return };
    // A browser that keeps nothing (full, or told so) forgets it with the page.
    let _ = if text.trim().is_empty() {
        storage.remove_item(&place(about))
    } else {
        storage.set_item(&place(about), text)
    };
}
