//! The same done with every card that is chosen: one gesture, one answer, one undo.

use std::{collections::VecDeque, sync::Arc};

use leptos::prelude::*;

use super::{Mover, Question, past::Done};
use crate::{
    error::AppError,
    i18n::{Label, Texts, sentence},
    pipeline::{
        api::change_together,
        domain::{
            Bulk, Card, Change, Closing, Edit, MOST_TOGETHER, Move, MoveOutcome, Part, PartOutcome, Place, Stage,
            StageKind, Undo,
        },
        form::MoveForm,
    },
    types::{OpId, OpportunityId, StageId},
    ui::{Toast, ToastKind},
};

/// What its toasts are about, in place of a card.
const ABOUT: &str = "together";

impl Mover {
    /// Chooses a card, or lets go of it. Not one that may only be looked at, and no more than are done together.
    pub fn choose(self, card: OpportunityId) {
        let may = self
            .board
            .with_untracked(|board| board.card(card).is_some_and(|card| !card.fixed));
        self.chosen.update(|chosen| {
            if !chosen.remove(&card) && may && chosen.len() < MOST_TOGETHER {
                chosen.insert(card);
            }
        });
    }

    /// The cards that are chosen and still on the board, as they stand there: by stage, from top to bottom.
    #[must_use]
    pub fn chosen_cards(self) -> Vec<Arc<Card>> {
        let chosen = self.chosen.get();
        self.board.with(|board| {
            let of = |stage: &Stage| {
                let cards = board.cards.iter().filter(move |card| card.stage == stage.id);
                cards
                    .filter(|card| chosen.contains(&card.id))
                    .cloned()
                    .collect::<Vec<_>>()
            };
            board.open_stages().flat_map(of).collect()
        })
    }

    /// Somebody wants all that are chosen there. A loss asks why first, once for all.
    pub fn ask_together(self, stage: StageId, place: Place) {
        let cards = untrack(|| self.chosen_cards());
        let stage = self.board.with_untracked(|board| board.stage(stage).cloned());
        let (Some(first), Some(stage)) = (cards.first(), stage) else {
            return;
        };
        if stage.kind == StageKind::Lost {
            self.question.set(Some(Question {
                card: Card::clone(first),
                together: cards.len(),
                stage,
                place,
                typed: MoveForm::default(),
                missing: Vec::new(),
            }));
        } else {
            self.send_together(stage, place, Closing::default());
        }
    }

    /// Moves all that are chosen at once; those that lack what the stage asks for stay, and why is said.
    pub fn send_together(self, stage: Stage, place: Place, said: Closing) {
        let cards = untrack(|| self.chosen_cards());
        let (able, unable): (Vec<_>, Vec<_>) = cards
            .into_iter()
            .partition(|card| card.stage == stage.id || stage.lacks(card.amount, card.close_on).is_empty());
        let missing = unable
            .first()
            .and_then(|card| stage.lacks(card.amount, card.close_on).first().copied());
        if let Some(missing) = missing {
            self.stayed(unable.len(), missing.label(self.locale()).to_owned());
        }
        let mut place = place;
        let parts = able.iter().map(|card| {
            let part = Move {
                opportunity: card.id,
                seen: card.revision,
                stage: stage.id,
                place,
                said: said.clone(),
            };
            self.board.update(|board| board.apply(card.id, &stage, place));
            // One below the other, in the order in which they stood.
            if stage.kind == StageKind::Open {
                place = Place::Below(card.id);
            }
            Part::Move(part)
        });
        let parts: Vec<Part> = parts.collect();
        self.tell_together(able, parts, sentence::moved_to(self.locale(), stage.name.as_str()));
    }

    /// Changes a field of all that are chosen.
    pub fn edit_together(self, change: &Change, text: String) {
        let cards = untrack(|| self.chosen_cards());
        let parts = cards.iter().map(|card| {
            self.board.update(|board| board.change(card.id, change));
            Part::Edit(Edit {
                opportunity: card.id,
                seen: card.revision,
                change: change.clone(),
            })
        });
        let parts = parts.collect();
        self.tell_together(cards, parts, text);
    }

    /// Takes back what one operation did with several.
    pub(super) fn take_back_together(self, operation: OpId, done: Vec<Done>) {
        let parts = done.iter().map(|it| {
            Part::Undo(Undo {
                opportunity: it.before.id,
                operation,
            })
        });
        let parts = parts.collect();
        let as_now = done.into_iter().map(|it| Arc::new(it.moved.card)).collect();
        self.tell_together(as_now, parts, Texts::of(self.locale()).as_before.to_owned());
    }

    /// Tells the server of what is shown already; whatever it refuses goes back, and why is said.
    fn tell_together(self, cards: Vec<Arc<Card>>, parts: Vec<Part>, text: String) {
        if parts.is_empty() {
            return;
        }
        let undoes = parts.iter().all(|part| matches!(part, Part::Undo(_)));
        self.toasts.forget(ABOUT);
        self.under_way.update_value(|under_way| {
            for card in &cards {
                under_way.entry(card.id).or_insert_with(VecDeque::new);
            }
        });
        let (operation, asked) = (OpId::fresh(), Bulk { parts });
        leptos::task::spawn_local(async move {
            let answer = match change_together(operation, asked.clone()).await {
                // Nobody knows whether it was done. Asked again under the same operation, it is done once.
                Err(AppError::Transport(_)) => change_together(operation, asked).await,
                answer => answer,
            };
            if self.board.is_disposed() {
                return;
            }
            let refused = |error: &AppError| error.sentence(self.locale());
            let (mut done, mut stayed) = (Vec::new(), Vec::new());
            match answer {
                Ok(outcomes) => {
                    for (card, outcome) in cards.iter().zip(outcomes) {
                        match outcome {
                            PartOutcome::Answered(MoveOutcome::Moved(moved)) => {
                                self.board.update(|board| board.settle(&moved));
                                done.push(Done {
                                    before: Card::clone(card),
                                    moved: *moved,
                                });
                            }
                            PartOutcome::Answered(MoveOutcome::Stale(now)) => {
                                self.board.update(|board| board.settle(&now));
                                stayed.push(Texts::of(self.locale()).changed_since.to_owned());
                            }
                            PartOutcome::Answered(MoveOutcome::Missing(missing)) => {
                                self.put_back(card);
                                stayed.extend(missing.first().map(|it| it.label(self.locale()).to_owned()));
                            }
                            PartOutcome::Refused(error) => {
                                self.put_back(card);
                                stayed.push(refused(&error));
                            }
                        }
                    }
                }
                Err(error) => {
                    for card in &cards {
                        self.put_back(card);
                        stayed.push(refused(&error));
                    }
                }
            }
            if let Some(why) = stayed.first() {
                self.stayed(stayed.len(), why.clone());
            }
            if !done.is_empty() {
                self.were_done(done, operation, text, undoes);
            }
            for card in cards {
                self.go_on(card.id);
            }
        });
    }

    /// Says what was done with several, and remembers it unless it was an undo itself.
    fn were_done(self, done: Vec<Done>, operation: OpId, text: String, undoes: bool) {
        let undo = (!undoes).then(|| Callback::new(move |()| self.undo(Some(operation))));
        self.toasts.show(Toast {
            kind: ToastKind::Done,
            about: ABOUT.to_owned(),
            subject: sentence::opportunities(self.locale(), done.len()),
            text,
            undo,
        });
        if !undoes {
            self.remember(operation, done);
        }
    }

    fn stayed(self, count: usize, why: String) {
        self.toasts.show(Toast {
            kind: ToastKind::Refused,
            about: format!("{ABOUT}-stayed"),
            subject: sentence::stayed(self.locale(), count),
            text: why,
            undo: None,
        });
    }
}
