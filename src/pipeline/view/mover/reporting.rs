//! A report is a gesture on its card like any other: it waits for the answer to the one before, and the next waits for it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Mover, outbox::Later};
use crate::{
    error::AppError,
    i18n::Texts,
    pipeline::{
        api::write_report,
        domain::{Card, MoveOutcome, ReportOn},
    },
    types::OpId,
    ui::keep_draft,
};

/// What somebody writes down.
#[derive(Clone)]
pub struct Writing {
    /// The same when it is tried again, so that nothing is written twice.
    pub operation: OpId,
    pub asked: ReportOn,
    /// Under which name the browser keeps the text until it is saved.
    pub kept: String,
    /// Told that it was saved (nothing) or why it was not, as long as its panel is open.
    pub heard: Callback<Option<AppError>>,
}

impl Mover {
    /// Writes it down, also of a card that has left the board meanwhile.
    pub fn report(self, card: Arc<Card>, writing: Writing) {
        self.outbox.reporting(writing.operation, writing.asked.clone());
        if self.must_wait(card.id, Later::Report(card.clone(), writing.clone())) {
            return;
        }
        let Writing {
            operation,
            asked,
            kept,
            heard,
        } = writing;
        let outbox = self.outbox;
        let request = move || {
            let (asked, kept) = (asked.clone(), kept.clone());
            async move {
                let card = asked.opportunity;
                let moved = write_report(operation, asked).await?;
                // Also when its board has gone meanwhile: a panel that is opened again finds nothing left to save.
                keep_draft(&kept, "");
                outbox.reported(card);
                Ok(MoveOutcome::Moved(Box::new(moved)))
            }
        };
        let card = Card::clone(&card);
        self.tell(card.clone(), request, move |answer| {
            match answer {
                Ok(MoveOutcome::Moved(moved)) => {
                    self.board.update(|board| board.settle(&moved));
                    self.done(&moved.card, Texts::of(self.locale).report_done.to_owned(), None);
                    heard.try_run(None);
                }
                // A report asks for nothing, and is of whatever is current.
                Ok(MoveOutcome::Missing(_) | MoveOutcome::Stale(_)) => {}
                Err(error) => {
                    if heard.try_run(Some(error.clone())).is_none() {
                        // The panel is closed: the text is kept, and that it was not saved is said.
                        let t = Texts::of(self.locale);
                        match error {
                            AppError::Transport(_) => {
                                self.refused_because(&card, format!("{} {}", t.offline, t.report_unsaved));
                            }
                            error => self.refused(&card, &error),
                        }
                    }
                }
            }
        });
    }
}
