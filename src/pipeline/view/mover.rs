//! The state of a board in the browser, and the one gesture on it: every way of moving a card ends in [`Mover::ask`].

use std::collections::BTreeMap;

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use super::drag::Drag;
use crate::{
    error::AppError,
    i18n::{Texts, sentence, use_locale},
    pipeline::{
        api::{move_opportunity, undo_move},
        domain::{Board, Card, Closing, Missing, Move, MoveOutcome, Moved, Place, Stage, StageKind, Undo},
        form::MoveForm,
    },
    types::{Locale, OpId, OpportunityId, StageId},
    ui::{Toast, ToastKind, ToastStack, use_toasts},
};

/// One board. Copy: components pass it around.
#[derive(Clone, Copy)]
pub struct Mover {
    pub board: RwSignal<Board>,
    /// Whose menu is open.
    pub menu: RwSignal<Option<OpportunityId>>,
    /// What is being asked on the way.
    pub question: RwSignal<Option<Question>>,
    /// What is in the hand.
    pub drag: RwSignal<Option<Drag>>,
    /// Where that is, in pixels of the window: apart from `drag`, so that a column is not drawn at every step.
    pub hand: RwSignal<(f64, f64)>,
    /// Where the pointer is that holds it.
    pub pointer: StoredValue<(f64, f64)>,
    /// Whether the last press on a ticket lifted it: the click that ends a drag follows no link.
    pub has_lifted: StoredValue<bool>,
    /// The card that is to be in sight: its column scrolls to it.
    pub shown: RwSignal<Option<OpportunityId>>,
    /// The cards whose move the server has not answered yet, with the move that was asked meanwhile.
    under_way: StoredValue<BTreeMap<OpportunityId, Option<(StageId, Place)>>>,
    /// What can be taken back, the newest last.
    past: StoredValue<Vec<Step>>,
    toasts: ToastStack,
    locale: Locale,
}

/// A move that was done here.
#[derive(Clone)]
struct Step {
    operation: OpId,
    before: Card,
    moved: Moved,
}

/// So many moves can be taken back, one Ctrl+Z after the other.
const REMEMBERED: usize = 50;

/// A move that waits for an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub card: Card,
    pub stage: Stage,
    pub place: Place,
    /// What had been typed, when the server asks again.
    pub typed: MoveForm,
    pub missing: Vec<Missing>,
}

impl Mover {
    /// For a board that has just been loaded.
    #[must_use]
    pub fn new(board: Board) -> Self {
        Self {
            board: RwSignal::new(board),
            menu: RwSignal::new(None),
            question: RwSignal::new(None),
            drag: RwSignal::new(None),
            hand: RwSignal::new((0.0, 0.0)),
            pointer: StoredValue::new((0.0, 0.0)),
            has_lifted: StoredValue::new(false),
            shown: RwSignal::new(None),
            under_way: StoredValue::new(BTreeMap::new()),
            past: StoredValue::new(Vec::new()),
            toasts: use_toasts(),
            locale: use_locale(),
        }
    }

    /// Somebody wants the card there. Asks first for what the stage needs.
    pub fn ask(self, card: OpportunityId, stage: StageId, place: Place) {
        let Some((card, stage)) = self
            .board
            .with_untracked(|board| Some((Card::clone(board.card(card)?), board.stage(stage)?.clone())))
        else {
            return;
        };
        if self.under_way.with_value(|cards| cards.contains_key(&card.id)) {
            // The server has not said yet what the card's revision is: this one goes when it has.
            self.under_way.update_value(|cards| {
                cards.insert(card.id, Some((stage.id, place)));
            });
            return;
        }
        let missing = stage.lacks(card.amount, card.close_on);
        let asks = card.stage != stage.id && (stage.kind != StageKind::Open || !missing.is_empty());
        if asks {
            self.question.set(Some(Question {
                card,
                stage,
                place,
                typed: MoveForm::default(),
                missing: Vec::new(),
            }));
        } else {
            self.send(card, stage, place, Closing::default(), MoveForm::default());
        }
    }

    /// Gives the focus back to a card's menu when what had it is gone: a dialog, a menu, the card in its old column. A card
    /// that is too far away to be drawn is scrolled to first.
    pub fn focus(self, card: OpportunityId) {
        request_animation_frame(move || {
            let lost = document().active_element().is_none_or(|now| now.tag_name() == "BODY");
            if lost && !focus_menu(card) {
                self.shown.set(Some(card));
                request_animation_frame(move || {
                    focus_menu(card);
                    self.shown.set(None);
                });
            }
        });
    }

    /// Moves it at once and tells the server; puts it back if the server refuses.
    pub fn send(self, card: Card, stage: Stage, place: Place, said: Closing, typed: MoveForm) {
        let id = card.id;
        let asked = Move {
            opportunity: id,
            seen: card.revision,
            stage: stage.id,
            place,
            said,
        };
        self.board.update(|board| board.apply(id, &stage, place));
        self.begin(id);
        let operation = OpId::fresh();
        leptos::task::spawn_local(async move {
            let answer = match move_opportunity(operation, asked.clone()).await {
                // Nobody knows whether it was done. Asked again under the same operation, it is done once.
                Err(AppError::Transport(_)) => move_opportunity(operation, asked).await,
                answer => answer,
            };
            if self.board.is_disposed() {
                // The person has left the board: it will be loaded anew, and only a refusal is still news.
                if let Err(error) = answer {
                    self.refused(&card, &error);
                }
                return;
            }
            match answer {
                Ok(MoveOutcome::Moved(moved)) => self.moved(*moved, &stage, card, operation),
                Ok(MoveOutcome::Missing(missing)) => self.ask_again(card, stage, place, typed, missing),
                Ok(MoveOutcome::Stale(now)) => self.stale(&now),
                Err(error) => {
                    self.refused(&card, &error);
                    if typed == MoveForm::default() {
                        self.put_back(&card);
                    } else {
                        self.ask_again(card, stage, place, typed, Vec::new());
                    }
                }
            }
            self.end(id);
        });
    }

    fn begin(self, card: OpportunityId) {
        // What could be undone a moment ago is no longer the last thing that happened to it.
        self.toasts.forget(&card.to_string());
        self.focus(card);
        self.under_way.update_value(|cards| {
            cards.insert(card, None);
        });
    }

    fn end(self, card: OpportunityId) {
        self.focus(card);
        let next = self
            .under_way
            .try_update_value(|cards| cards.remove(&card))
            .flatten()
            .flatten();
        if let Some((stage, place)) = next {
            self.ask(card, stage, place);
        }
    }

    fn put_back(self, card: &Card) {
        let was = Moved {
            card: card.clone(),
            state: StageKind::Open,
            closed_on: None,
        };
        self.board.update(|board| board.settle(&was));
    }

    /// Puts the card back and asks with what had been typed: nothing is lost by a refusal.
    fn ask_again(self, card: Card, stage: Stage, place: Place, typed: MoveForm, missing: Vec<Missing>) {
        self.put_back(&card);
        self.question.set(Some(Question {
            card,
            stage,
            place,
            typed,
            missing,
        }));
    }

    fn moved(self, moved: Moved, stage: &Stage, before: Card, operation: OpId) {
        self.board.update(|board| board.settle(&moved));
        // An order is no news, but it can be taken back.
        if before.stage != stage.id {
            let text = sentence::moved_to(self.locale, stage.name.as_str());
            let undo = Callback::new(move |()| self.undo(Some(operation)));
            self.done(moved.card.clone(), text, Some(undo));
        }
        self.past.update_value(|past| {
            past.push(Step {
                operation,
                before,
                moved,
            });
            let forgotten = past.len().saturating_sub(REMEMBERED);
            past.drain(..forgotten);
        });
    }

    /// Takes back the move of this operation, or the newest (Ctrl+Z). Not while the server has not answered another move of
    /// the same card.
    pub fn undo(self, operation: Option<OpId>) {
        let step = self.past.try_update_value(|past| {
            let at = match operation {
                Some(operation) => past.iter().position(|step| step.operation == operation),
                None => past.len().checked_sub(1),
            };
            at.filter(|at| {
                let id = past[*at].before.id;
                self.under_way.with_value(|cards| !cards.contains_key(&id))
            })
            .map(|at| past.remove(at))
        });
        if let Some(step) = step.flatten() {
            self.take_back(step.moved, step.before, step.operation);
        }
    }

    /// Takes a move back, also out of won and lost, where the card is no longer on the board: at once, then as the server says.
    fn take_back(self, moved: Moved, before: Card, operation: OpId) {
        let id = before.id;
        self.put_back(&Card {
            revision: moved.card.revision,
            ..before.clone()
        });
        self.begin(id);
        let (again, asked) = (
            OpId::fresh(),
            Undo {
                opportunity: id,
                operation,
            },
        );
        leptos::task::spawn_local(async move {
            let answer = match undo_move(again, asked).await {
                Err(AppError::Transport(_)) => undo_move(again, asked).await,
                answer => answer,
            };
            if self.board.is_disposed() {
                if let Err(error) = answer {
                    self.refused(&before, &error);
                }
                return;
            }
            match answer {
                Ok(MoveOutcome::Stale(now)) => self.stale(&now),
                Ok(MoveOutcome::Moved(back)) => {
                    self.board.update(|board| board.settle(&back));
                    let stage = self
                        .board
                        .with_untracked(|board| board.stage(before.stage).map(|stage| stage.name.to_string()));
                    let text = sentence::back_in(self.locale, &stage.unwrap_or_default());
                    self.done(before, text, None);
                }
                Ok(MoveOutcome::Missing(_)) => self.board.update(|board| board.settle(&moved)),
                Err(error) => {
                    self.board.update(|board| board.settle(&moved));
                    self.refused(&before, &error);
                }
            }
            self.end(id);
        });
    }

    fn done(self, card: Card, text: String, undo: Option<Callback<()>>) {
        self.toasts.show(Toast {
            kind: ToastKind::Done,
            about: card.id.to_string(),
            subject: card.heading().to_owned(),
            text,
            undo,
        });
    }

    fn stale(self, now: &Moved) {
        self.board.update(|board| board.settle(now));
        let stage = self
            .board
            .with_untracked(|board| board.stage(now.card.stage).map(|stage| stage.name.to_string()));
        let text = sentence::stale(self.locale, now.card.heading(), &stage.unwrap_or_default());
        self.toasts.show(Toast {
            kind: ToastKind::Refused,
            about: now.card.id.to_string(),
            subject: String::new(),
            text,
            undo: None,
        });
    }

    fn refused(self, card: &Card, error: &AppError) {
        let text = match error {
            AppError::Transport(_) => Texts::of(self.locale).offline.to_owned(),
            other => other.sentence(self.locale),
        };
        self.toasts.show(Toast {
            kind: ToastKind::Refused,
            about: card.id.to_string(),
            subject: format!("{}:", card.heading()),
            text,
            undo: None,
        });
    }
}

/// Whether the card is drawn; then its menu has the focus.
fn focus_menu(card: OpportunityId) -> bool {
    let menu = document()
        .query_selector(&format!("[data-card='{card}'] .ticket__menu"))
        .ok()
        .flatten()
        .and_then(|menu| menu.dyn_into::<HtmlElement>().ok());
    if let Some(menu) = &menu {
        // An element that cannot take the focus leaves it where it was.
        let _ = menu.focus();
    }
    menu.is_some()
}
