//! What the board says of its gestures: what was done, and why something was not.

use leptos::prelude::*;

use super::Mover;
use crate::{
    error::AppError,
    i18n::{Texts, sentence},
    pipeline::domain::{Card, Moved},
    ui::{Toast, ToastKind},
};

impl Mover {
    pub(super) fn done(self, card: &Card, text: String, undo: Option<Callback<()>>) {
        self.toasts.show(Toast {
            kind: ToastKind::Done,
            about: card.id.to_string(),
            subject: card.heading().to_owned(),
            text,
            undo,
        });
    }

    /// Somebody was quicker: shows what is current and says so.
    pub(super) fn stale(self, now: &Moved) {
        self.board.update(|board| board.settle(now));
        let stage = self
            .board
            .with_untracked(|board| board.stage(now.card.stage).map(|stage| stage.name.to_string()));
        let text = sentence::stale(self.locale, now.card.heading(), &stage.unwrap_or_default());
        self.show_refusal(&now.card, String::new(), text);
    }

    pub(super) fn refused(self, card: &Card, error: &AppError) {
        let text = match error {
            AppError::Transport(_) => Texts::of(self.locale).offline.to_owned(),
            other => other.sentence(self.locale),
        };
        self.refused_because(card, text);
    }

    pub(super) fn refused_because(self, card: &Card, text: String) {
        self.show_refusal(card, format!("{}:", card.heading()), text);
    }

    fn show_refusal(self, card: &Card, subject: String, text: String) {
        self.toasts.show(Toast {
            kind: ToastKind::Refused,
            about: card.id.to_string(),
            subject,
            text,
            undo: None,
        });
    }
}
