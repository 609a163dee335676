//! The state of a board in the browser, and the one gesture on it: every way of moving a card ends in [`Mover::ask`].

use std::collections::BTreeMap;

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use super::drag::Drag;
use crate::{
    error::AppError,
    i18n::{Texts, sentence, use_locale},
    pipeline::{
        api::move_opportunity,
        domain::{Board, Card, Closing, Missing, Move, MoveOutcome, Moved, Place, Requirement, Stage, StageKind},
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
    /// The cards whose move the server has not answered yet, with the move that was asked meanwhile.
    under_way: StoredValue<BTreeMap<OpportunityId, Option<(StageId, Place)>>>,
    toasts: ToastStack,
    locale: Locale,
}

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
            under_way: StoredValue::new(BTreeMap::new()),
            toasts: use_toasts(),
            locale: use_locale(),
        }
    }

    /// Somebody wants the card there. Asks first for what the stage needs.
    pub fn ask(self, card: OpportunityId, stage: StageId, place: Place) {
        let Some((card, stage)) = self
            .board
            .with_untracked(|board| Some((board.card(card)?.clone(), board.stage(stage)?.clone())))
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
        let missing = needed(&card, &stage);
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

    /// Gives the focus back to a card's menu when what had it is gone: a dialog, a menu, the card in its old column.
    pub fn focus(self, card: OpportunityId) {
        request_animation_frame(move || {
            let lost = document().active_element().is_none_or(|now| now.tag_name() == "BODY");
            let menu = document()
                .query_selector(&format!("[data-card='{card}'] .ticket__menu"))
                .ok()
                .flatten();
            if let Some(menu) = menu
                .filter(|_| lost)
                .and_then(|menu| menu.dyn_into::<HtmlElement>().ok())
            {
                // An element that cannot take the focus leaves it where it was.
                let _ = menu.focus();
            }
        });
    }

    /// Moves it at once and tells the server; puts it back if the server refuses.
    pub fn send(self, card: Card, stage: Stage, place: Place, said: Closing, typed: MoveForm) {
        let before = self.board.with_untracked(|board| (card.stage, board.place_of(card.id)));
        let asked = Move {
            opportunity: card.id,
            seen: card.revision,
            stage: stage.id,
            place,
            said,
        };
        self.board.update(|board| board.apply(card.id, &stage, place));
        self.focus(card.id);
        self.under_way.update_value(|cards| {
            cards.insert(card.id, None);
        });
        let id = card.id;
        let operation = OpId::fresh();
        leptos::task::spawn_local(async move {
            match move_opportunity(operation, asked).await {
                Ok(MoveOutcome::Moved(moved)) => self.moved(*moved, &stage, before),
                Ok(MoveOutcome::Missing(missing)) => {
                    self.put_back(&card);
                    self.question.set(Some(Question {
                        card,
                        stage,
                        place,
                        typed,
                        missing,
                    }));
                }
                Ok(MoveOutcome::Stale(now)) => self.stale(&now),
                Err(error) => {
                    self.put_back(&card);
                    self.refused(&card, &error);
                }
            }
            self.focus(id);
            let next = self
                .under_way
                .try_update_value(|cards| cards.remove(&id))
                .flatten()
                .flatten();
            if let Some((stage, place)) = next {
                self.ask(id, stage, place);
            }
        });
    }

    fn moved(self, moved: Moved, stage: &Stage, (from, place): (StageId, Place)) {
        self.board.update(|board| board.settle(&moved));
        if from == stage.id {
            return;
        }
        let subject = moved.card.heading().to_owned();
        let text = sentence::moved_to(self.locale, stage.name.as_str());
        let undo = Callback::new(move |()| self.take_back(&moved, from, place));
        self.toasts.show(Toast {
            kind: ToastKind::Done,
            subject,
            text,
            undo: Some(undo),
        });
    }

    /// The inverse move: also out of won and lost, where the card is no longer on the board.
    fn take_back(self, moved: &Moved, from: StageId, place: Place) {
        let now = self
            .board
            .with_untracked(|board| board.card(moved.card.id).cloned())
            .unwrap_or_else(|| moved.card.clone());
        let Some(stage) = self.board.with_untracked(|board| board.stage(from).cloned()) else {
            return;
        };
        self.board.update(|board| {
            board.settle(&Moved {
                card: now.clone(),
                state: StageKind::Open,
                closed_on: None,
            })
        });
        self.send(now, stage, place, Closing::default(), MoveForm::default());
    }

    fn put_back(self, card: &Card) {
        let was = Moved {
            card: card.clone(),
            state: StageKind::Open,
            closed_on: None,
        };
        self.board.update(|board| board.settle(&was));
    }

    fn stale(self, now: &Moved) {
        self.board.update(|board| board.settle(now));
        let stage = self
            .board
            .with_untracked(|board| board.stage(now.card.stage).map(|stage| stage.name.to_string()));
        let text = sentence::stale(self.locale, now.card.heading(), &stage.unwrap_or_default());
        self.toasts.show(Toast {
            kind: ToastKind::Refused,
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
            subject: format!("{}:", card.heading()),
            text,
            undo: None,
        });
    }
}

/// What the card lacks of what the stage requires.
#[must_use]
pub fn needed(card: &Card, stage: &Stage) -> Vec<Missing> {
    stage
        .required
        .iter()
        .filter_map(|requirement| match requirement {
            Requirement::Amount => card.amount.is_none().then_some(Missing::Amount),
            Requirement::CloseDate => card.close_on.is_none().then_some(Missing::CloseDate),
        })
        .collect()
}
