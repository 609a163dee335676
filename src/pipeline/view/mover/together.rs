//! The same done with every card that is chosen: one gesture, one answer, one undo.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Mover, Question, past::Done};
use crate::{
    error::AppError,
    i18n::{Label, Texts, counting, sentence},
    pipeline::{
        api::change_together,
        domain::{
            Bulk, Card, Change, Closing, Edit, MOST_TOGETHER, Move, MoveOutcome, Moved, Order, Part, PartOutcome,
            Place, Stage, StageKind, Undo,
        },
        form::MoveForm,
    },
    types::{OpId, OpportunityId, StageId},
    ui::{Toast, ToastKind},
};

/// What its toasts are about, in place of a card.
const ABOUT: &str = "together";

/// What is shown again when the server refuses.
fn as_it_was(card: &Arc<Card>) -> Done {
    Done {
        before: Card::clone(card),
        moved: Moved {
            card: Card::clone(card),
            state: StageKind::Open,
            closed_on: None,
        },
    }
}

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

    /// The cards that are chosen and that the board still shows, as they stand there: by stage, from top to bottom. What a
    /// filter hides nobody means to change.
    #[must_use]
    pub fn chosen_cards(self) -> Vec<Arc<Card>> {
        let chosen = self.chosen.get();
        if chosen.is_empty() {
            return Vec::new();
        }
        let stages: Vec<StageId> = self
            .board
            .with(|board| board.open_stages().map(|stage| stage.id).collect());
        let mut cards = Vec::new();
        for stage in stages {
            let column = self.column(stage);
            cards.extend(column.iter().filter(|card| chosen.contains(&card.id)).cloned());
        }
        cards
    }

    /// Those that are chosen, without the ones whose last gesture the server has not answered yet: of those it is said.
    fn free_cards(self) -> Vec<Arc<Card>> {
        let cards = untrack(|| self.chosen_cards());
        let waits = |card: &Arc<Card>| self.outbox.holds(card.id);
        let (waiting, free): (Vec<_>, Vec<_>) = cards.into_iter().partition(waits);
        if !waiting.is_empty() {
            self.stayed(waiting.len(), Texts::of(self.locale()).still_saving.to_owned());
        }
        free
    }

    /// Somebody wants all that are chosen there. A loss asks why first and a sale on which day, once for all.
    pub fn ask_together(self, stage: StageId, place: Place) {
        let cards = untrack(|| self.chosen_cards());
        let stage = self.board.with_untracked(|board| board.stage(stage).cloned());
        let (Some(first), Some(stage)) = (cards.first(), stage) else {
            return;
        };
        if stage.kind != StageKind::Open {
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
        let cards = self.free_cards();
        let (able, unable): (Vec<_>, Vec<_>) = cards
            .into_iter()
            .partition(|card| card.stage == stage.id || card.lacks(&stage).is_empty());
        let missing = unable.first().and_then(|card| card.lacks(&stage).first().copied());
        if let Some(missing) = missing {
            self.stayed(unable.len(), missing.label(self.locale()).to_owned());
        }
        let is_arranged = self.look.with_untracked(|look| look.order != Order::Manual);
        let mut place = place;
        let (mut done, mut parts) = (Vec::new(), Vec::new());
        self.board.update(|board| {
            // In a column that stands by amount or date there is no other place.
            for card in able.iter().filter(|card| !(is_arranged && card.stage == stage.id)) {
                parts.push(Part::Move(Move {
                    opportunity: card.id,
                    seen: card.revision,
                    stage: stage.id,
                    place,
                    said: said.clone(),
                }));
                done.push(as_it_was(card));
                board.apply(card.id, &stage, place);
                // One below the other, in the order in which they stood.
                if stage.kind == StageKind::Open {
                    place = Place::Below(card.id);
                }
            }
        });
        let text = sentence::were_moved_to(self.locale(), done.len(), stage.name.as_str());
        self.tell_together(done, parts, text);
    }

    /// Changes a field of all that are chosen and are not so already.
    pub fn edit_together(self, change: &Change, text: String) {
        let cards = self.free_cards();
        let (mut done, mut parts) = (Vec::new(), Vec::new());
        self.board.update(|board| {
            for card in cards {
                board.change(card.id, change);
                if board.card(card.id) == Some(&card) {
                    continue;
                }
                parts.push(Part::Edit(Edit {
                    opportunity: card.id,
                    seen: card.revision,
                    change: change.clone(),
                }));
                done.push(as_it_was(&card));
            }
        });
        self.tell_together(done, parts, text);
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
        let text = sentence::are_as_before(self.locale(), done.len());
        self.tell_together(done, parts, text);
    }

    /// Whether the server has yet to answer a gesture on one of them; then it is said, and nothing more is asked.
    pub(super) fn is_busy_with(self, done: &[Done]) -> bool {
        let waits = |it: &&Done| self.outbox.holds(it.before.id);
        let waiting = done.iter().filter(waits).count();
        if waiting > 0 {
            self.stayed(waiting, Texts::of(self.locale()).still_saving.to_owned());
        }
        waiting > 0
    }

    /// Tells the server of what is shown already; whatever it refuses is shown again as `moved` says, and why is said.
    fn tell_together(self, cards: Vec<Done>, parts: Vec<Part>, text: String) {
        if parts.is_empty() {
            return;
        }
        let undoes = parts.iter().all(|part| matches!(part, Part::Undo(_)));
        self.toasts.forget(ABOUT);
        cards.iter().for_each(|card| self.outbox.sent(card.before.id));
        let (operation, asked) = (OpId::fresh(), Bulk { parts });
        leptos::task::spawn_local(async move {
            let answer = match change_together(operation, asked.clone()).await {
                // Nobody knows whether it was done. Asked again under the same operation, it is done once.
                Err(AppError::Transport(_)) => change_together(operation, asked).await,
                answer => answer,
            };
            if self.board.is_disposed() {
                // The person has left the board: it will be loaded anew, and only a refusal is still news.
                if let Err(error) = &answer {
                    self.stayed(cards.len(), error.sentence(self.locale()));
                }
                let outcomes = answer.unwrap_or_default();
                return (0..)
                    .zip(&cards)
                    .for_each(|(at, card)| self.go_on(&card.before, now(outcomes.get(at))));
            }
            let outcomes = answer.unwrap_or_else(|error| vec![PartOutcome::Refused(error); cards.len()]);
            let asked_of: Vec<Card> = cards.iter().map(|card| card.before.clone()).collect();
            let (mut done, mut stayed) = (Vec::new(), Vec::new());
            self.board.update(|board| {
                for (card, outcome) in cards.into_iter().zip(outcomes) {
                    let refused = match outcome {
                        PartOutcome::Answered(MoveOutcome::Moved(moved)) => {
                            board.settle(&moved);
                            done.push(Done { moved: *moved, ..card });
                            continue;
                        }
                        PartOutcome::Answered(MoveOutcome::Stale(now)) => {
                            board.settle(&now);
                            stayed.push(Texts::of(self.locale()).changed_since.to_owned());
                            continue;
                        }
                        PartOutcome::Answered(MoveOutcome::Missing(missing)) => {
                            let first = missing.first().map(|it| it.label(self.locale()).to_owned());
                            first.unwrap_or_default()
                        }
                        PartOutcome::Refused(error) => error.sentence(self.locale()),
                    };
                    // Unless it has gone out of this person's sight meanwhile.
                    if board.revision_of(card.before.id).is_some() {
                        board.settle(&card.moved);
                    }
                    stayed.push(refused);
                }
            });
            if let Some(why) = stayed.first() {
                self.stayed(stayed.len(), why.clone());
            }
            if !done.is_empty() {
                self.were_done(done, operation, text, undoes);
            }
            if let Some(first) = asked_of.first() {
                self.focus(first.id);
            }
            asked_of.iter().for_each(|card| self.go_on(card, None));
        });
    }

    /// Says what was done with several, and remembers it unless it was an undo itself.
    fn were_done(self, done: Vec<Done>, operation: OpId, text: String, undoes: bool) {
        self.toasts.show(Toast {
            kind: ToastKind::Done,
            about: ABOUT.to_owned(),
            subject: counting::opportunities(self.locale(), done.len() as u64),
            text,
            offer: (!undoes).then(|| self.taking_back(operation)),
        });
        if !undoes {
            self.remember(operation, done);
        }
    }

    /// Says that so many stay as they are, and why.
    pub fn stayed(self, count: usize, why: String) {
        self.toasts.show(Toast {
            kind: ToastKind::Refused,
            about: format!("{ABOUT}-stayed"),
            subject: sentence::stayed(self.locale(), count),
            text: why,
            offer: None,
        });
    }
}

/// How an opportunity is after what was asked of it.
fn now(outcome: Option<&PartOutcome>) -> Option<&Moved> {
    match outcome? {
        PartOutcome::Answered(MoveOutcome::Moved(now) | MoveOutcome::Stale(now)) => Some(now),
        PartOutcome::Answered(MoveOutcome::Missing(_)) | PartOutcome::Refused(_) => None,
    }
}
