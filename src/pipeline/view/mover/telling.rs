//! What the board says of its gestures: what was done, and why something was not.

use std::sync::Arc;

use leptos::prelude::*;

use super::Mover;
use crate::{
    error::AppError,
    i18n::{Texts, sentence},
    pipeline::domain::{Card, Moved},
    types::OpId,
    ui::{Offer, Toast, ToastKind},
};

impl Mover {
    pub(super) fn done(self, card: &Card, text: String, undo: Option<OpId>) {
        self.toasts.show(Toast {
            kind: ToastKind::Done,
            about: card.id.to_string(),
            subject: card.heading().to_owned(),
            text,
            offer: undo.map(|operation| self.taking_back(operation)),
        });
    }

    /// The offer to take back what this operation did.
    pub(super) fn taking_back(self, operation: OpId) -> Offer {
        Offer::Undo(Arc::new(move || self.undo(Some(operation))))
    }

    /// Somebody was quicker: shows what is current and says so.
    pub(super) fn stale(self, now: &Moved) {
        self.board.update(|board| board.settle(now));
        let stage = self
            .board
            .with_untracked(|board| board.stage(now.card.stage).map(|stage| stage.name.to_string()));
        let text = sentence::stale(self.locale, now.card.heading(), &stage.unwrap_or_default());
        self.show_refusal(&now.card, String::new(), text, None);
    }

    pub(super) fn refused(self, card: &Card, error: &AppError) {
        self.refused_because(card, self.why(error));
    }

    /// The same of what can be tried again: with one tap, when it was for want of a connection. `unsaved` is what was lost.
    pub(super) fn refused_for_now(
        self,
        card: &Card,
        error: &AppError,
        unsaved: Option<&str>,
        again: impl Fn() + Send + Sync + 'static,
    ) {
        let AppError::Transport(_) = error else {
            return self.refused(card, error);
        };
        let text = match unsaved {
            Some(unsaved) => sentence::unsaved(self.locale, unsaved),
            None => self.why(error),
        };
        let again = Offer::Retry(Arc::new(again));
        self.show_refusal(card, format!("{}:", card.heading()), text, Some(again));
    }

    pub(super) fn refused_because(self, card: &Card, text: String) {
        self.show_refusal(card, format!("{}:", card.heading()), text, None);
    }

    fn why(self, error: &AppError) -> String {
        match error {
            AppError::Transport(_) => {
                let t = Texts::of(self.locale);
                format!("{} {}", t.offline, t.offline_back)
            }
            other => other.sentence(self.locale),
        }
    }

    fn show_refusal(self, card: &Card, subject: String, text: String, offer: Option<Offer>) {
        self.toasts.show(Toast {
            kind: ToastKind::Refused,
            about: card.id.to_string(),
            subject,
            text,
            offer,
        });
    }
}
