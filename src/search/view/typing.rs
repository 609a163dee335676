//! Asking the server while somebody types.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::recent;
use crate::{
    search::{
        api::{recall, search_everything},
        domain::{Found, Query},
    },
    types::UserId,
};

/// So long nobody types before it is asked for.
const PAUSE: Duration = Duration::from_millis(80);

/// What is typed, and what the server said to it.
#[derive(Clone, Copy)]
pub(super) struct Typing {
    pub typed: RwSignal<String>,
    /// The text that was answered, and what was found.
    pub answered: RwSignal<(String, Found)>,
    pub has_failed: RwSignal<bool>,
}

impl Typing {
    /// Begins with nothing, for this person; asks nothing while `is_open` says no.
    pub fn new(of: UserId, is_open: RwSignal<bool>) -> Self {
        let typing = Self {
            typed: RwSignal::new(String::new()),
            answered: RwSignal::new(<(String, Found)>::default()),
            has_failed: RwSignal::new(false),
        };
        Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
            let text = typing.typed.get();
            let is_open = is_open.get();
            if let Some(earlier) = waiting.flatten() {
                earlier.clear();
            }
            if !is_open {
                return None;
            }
            let pause = if text.is_empty() { Duration::ZERO } else { PAUSE };
            set_timeout_with_handle(move || typing.ask(of, text), pause).ok()
        });
        typing
    }

    /// Whether what is shown answers what is typed.
    pub fn is_answered(self) -> bool {
        self.typed.with(|typed| self.answered.with(|(text, _)| text == typed))
    }

    fn ask(self, of: UserId, text: String) {
        leptos::task::spawn_local(async move {
            let answer = match Query::read(&text).is_empty() {
                true => recall(recent::recent(of)).await,
                false => search_everything(text.clone()).await,
            };
            // An answer to what is no longer typed, or for a page that was left, says nothing.
            if self.typed.try_with_untracked(|now| *now == text) != Some(true) {
                return;
            }
            self.has_failed.set(answer.is_err());
            self.answered.set((text, answer.unwrap_or_default()));
        });
    }
}
