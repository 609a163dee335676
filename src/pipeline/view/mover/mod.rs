//! The state of a board in the browser, and the gestures on it: every way of moving a card ends in [`Mover::ask`], every way
//! of changing one in [`Mover::edit`].

mod ahead;
mod columns;
mod focus;
mod outbox;
mod past;
mod reporting;
mod telling;
mod together;

use std::{collections::BTreeSet, future::Future, time::Duration};

use leptos::prelude::*;

pub use self::columns::Shown;
pub use self::outbox::provide_outbox;
pub use self::reporting::Writing;
use self::{
    columns::Columns,
    outbox::{Later, Outbox, use_outbox},
    past::Step,
};
use super::drag::{Drag, Grip};
use crate::{
    error::AppError,
    i18n::{Label, sentence, use_locale},
    pipeline::{
        api::{edit_opportunity, move_opportunity},
        domain::{Board, Card, Change, Closing, Edit, Missing, Move, MoveOutcome, Moved, Place, Stage, StageKind, Tag},
        form::MoveForm,
        look::Look,
    },
    types::{Locale, OpId, OpportunityId, StageId},
    ui::{ToastStack, use_toasts},
};

/// One board. Copy: components pass it around.
#[derive(Clone, Copy)]
pub struct Mover {
    pub board: RwSignal<Board>,
    /// How the person looks at it, as the address says.
    pub look: Memo<Look>,
    /// The cards that are shown.
    columns: Memo<Columns>,
    /// Whose menu is open.
    pub menu: RwSignal<Option<OpportunityId>>,
    /// What is being asked on the way.
    pub question: RwSignal<Option<Question>>,
    /// What is in the hand.
    pub drag: RwSignal<Option<Drag>>,
    /// Which cards that is: said once for all tickets, and not again wherever it hangs.
    pub held: Memo<Vec<OpportunityId>>,
    /// Where that is, in pixels of the window: apart from `drag`, so that a column is not drawn at every step.
    pub hand: RwSignal<(f64, f64)>,
    /// How it is held.
    pub grip: StoredValue<Grip>,
    /// Where the pointer is that holds it.
    pub pointer: StoredValue<(f64, f64)>,
    /// Whether the last press on a ticket lifted it: the click that ends a drag follows no link.
    pub has_lifted: StoredValue<bool>,
    /// The column into which a new card is being typed.
    pub adding: RwSignal<Option<StageId>>,
    /// The columns that are folded away.
    pub folded: RwSignal<Vec<StageId>>,
    /// The tags that are in use.
    pub tags: Memo<Vec<Tag>>,
    /// What is chosen, to be done together.
    pub chosen: RwSignal<BTreeSet<OpportunityId>>,
    /// The card that is to be in sight: its column scrolls to it.
    pub shown: RwSignal<Option<OpportunityId>>,
    /// What is said to whoever does not see the board.
    pub said: RwSignal<String>,
    /// Whether the keyboard moves cards now: then the focus comes back to the ticket, else to its menu.
    pub by_keys: StoredValue<bool>,
    /// What the server has not answered yet.
    pub outbox: Outbox,
    /// What can be taken back, the newest last.
    past: StoredValue<Vec<Step>>,
    /// The card of the last gesture, as long as the server has not answered it; none of one that takes something back.
    doing: StoredValue<Option<OpportunityId>>,
    toasts: ToastStack,
    locale: Locale,
}

/// A move that waits for an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub card: Card,
    /// How many wait for the same answer, itself among them; zero for the card alone.
    pub together: usize,
    pub stage: Stage,
    pub place: Place,
    /// What had been typed, when the server asks again.
    pub typed: MoveForm,
    pub missing: Vec<Missing>,
}

impl Mover {
    /// For a board that has just been loaded.
    #[must_use]
    pub fn new(board: Board, look: Memo<Look>) -> Self {
        let (board, drag) = (RwSignal::new(board), RwSignal::new(None::<Drag>));
        Self {
            board,
            look,
            columns: columns::of(board, look),
            menu: RwSignal::new(None),
            question: RwSignal::new(None),
            drag,
            held: Memo::new(move |_| drag.with(|drag| drag.as_ref().map(Drag::cards).unwrap_or_default())),
            hand: RwSignal::new((0.0, 0.0)),
            grip: StoredValue::default(),
            pointer: StoredValue::new((0.0, 0.0)),
            has_lifted: StoredValue::new(false),
            adding: RwSignal::new(None),
            folded: RwSignal::new(Vec::new()),
            tags: Memo::new(move |_| board.with(Board::tags_in_use)),
            chosen: RwSignal::new(BTreeSet::new()),
            shown: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            by_keys: StoredValue::new(false),
            outbox: use_outbox(),
            past: StoredValue::new(Vec::new()),
            doing: StoredValue::new(None),
            toasts: use_toasts(),
            locale: use_locale(),
        }
    }

    /// Where a card lies among those that are shown.
    #[must_use]
    pub fn place_of(self, card: &Card) -> Place {
        let column = untrack(|| self.column(card.stage));
        let at = column.iter().position(|it| it.id == card.id);
        let above = at.and_then(|at| column.get(at.checked_sub(1)?));
        above.map_or(Place::Top, |above| Place::Below(above.id))
    }

    /// Whether something is begun that a new page would lose.
    #[must_use]
    pub fn is_busy(self) -> bool {
        let writes = document()
            .active_element()
            .is_some_and(|it| it.matches("input, textarea, select").unwrap_or(false));
        writes
            || self.drag.with_untracked(Option::is_some)
            || self.question.with_untracked(Option::is_some)
            || self.adding.with_untracked(Option::is_some)
            || !self.outbox.is_empty()
    }

    /// The form of a new opportunity in this stage; where it begins decides in which pipeline it is.
    #[must_use]
    pub fn new_address(self, stage: Option<StageId>) -> String {
        let first = || {
            self.board.with_untracked(|board| {
                let first = board.open_stages().next().filter(|_| !board.is_at(None));
                first.map(|stage| stage.id)
            })
        };
        let stage = stage.or_else(first).map(|stage| format!("?stage={stage}"));
        format!("/opportunities/new{}", stage.unwrap_or_default())
    }

    /// The language of what it says.
    #[must_use]
    pub fn locale(self) -> Locale {
        self.locale
    }

    /// Somebody wants the card there. Asks first for what the stage needs.
    pub fn ask(self, card: OpportunityId, stage: StageId, place: Place) {
        if self.must_wait(card, Later::Move(stage, place)) {
            self.foresee(card, stage, place);
            return;
        }
        let Some((card, stage)) = self
            .board
            .with_untracked(|board| Some((Card::clone(board.card(card)?), board.stage(stage)?.clone())))
        else {
            return;
        };
        let missing = card.lacks(&stage);
        let asks = card.stage != stage.id && (stage.kind != StageKind::Open || !missing.is_empty());
        if asks {
            self.question.set(Some(Question {
                card,
                together: 0,
                stage,
                place,
                typed: MoveForm::default(),
                missing: Vec::new(),
            }));
        } else {
            self.send(card, stage, place, Closing::default(), MoveForm::default());
        }
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
        focus::leave();
        self.board.update(|board| board.apply(id, &stage, place));
        let operation = OpId::fresh();
        let request = move || move_opportunity(operation, asked.clone());
        self.tell(card.clone(), request, move |outcome| match outcome {
            Ok(MoveOutcome::Missing(missing)) => self.ask_again(card, stage, place, typed, missing),
            Ok(MoveOutcome::Moved(moved) | MoveOutcome::Stale(moved)) => {
                // An order is no news, but it can be taken back.
                let text = (card.stage != stage.id).then(|| sentence::moved_to(self.locale, stage.name.as_str()));
                self.was_done(*moved, card, operation, text);
            }
            Err(error) if typed == MoveForm::default() => {
                self.put_back(&card);
                let again = move || self.ask(id, stage.id, place);
                self.refused_for_now(&card, &error, None, again);
            }
            Err(error) => {
                self.refused(&card, &error);
                self.ask_again(card, stage, place, typed, Vec::new());
            }
        });
    }

    /// Changes a field at once and tells the server; puts it back if the server refuses. `text` is what the toast says.
    pub fn edit(self, card: OpportunityId, change: Change, text: String) {
        if self.must_wait(card, Later::Edit(change.clone(), text.clone())) {
            return;
        }
        let Some(card) = self
            .board
            .with_untracked(|board| board.card(card).map(|card| Card::clone(card)))
        else {
            return;
        };
        self.send_edit(card, change, text, OpId::fresh());
    }

    /// An edit of the card as it was seen, under this operation: tried again, it is done once.
    fn send_edit(self, card: Card, change: Change, text: String, operation: OpId) {
        let is_new = self.board.try_maybe_update(|board| {
            board.change(card.id, &change);
            let is_new = board.card(card.id).is_some_and(|now| **now != card);
            (is_new, is_new)
        });
        if is_new != Some(true) {
            return;
        }
        let asked = Edit {
            opportunity: card.id,
            seen: card.revision,
            change: change.clone(),
        };
        let request = move || edit_opportunity(operation, asked.clone());
        self.tell(card.clone(), request, move |outcome| match outcome {
            Ok(MoveOutcome::Moved(moved) | MoveOutcome::Stale(moved)) => {
                self.was_done(*moved, card, operation, Some(text));
            }
            Ok(MoveOutcome::Missing(missing)) => {
                self.put_back(&card);
                let needed = missing.first().map(|missing| missing.label(self.locale).to_owned());
                self.refused_because(&card, needed.unwrap_or_default());
            }
            Err(error) => {
                self.put_back(&card);
                let unsaved = text.clone();
                let (seen, change, text) = (card.clone(), change.clone(), text.clone());
                let again = move || {
                    if !self.must_wait(seen.id, Later::Edit(change.clone(), text.clone())) {
                        self.send_edit(seen.clone(), change.clone(), text.clone(), operation);
                    }
                };
                self.refused_for_now(&card, &error, Some(&unsaved), again);
            }
        });
    }

    /// Tells the server of a gesture on `card` that is shown already, and hands its answer on. One that was too late is
    /// explained here.
    fn tell<F>(
        self,
        card: Card,
        request: impl Fn() -> F + 'static,
        then: impl FnOnce(Result<MoveOutcome, AppError>) + 'static,
    ) where
        F: Future<Output = Result<MoveOutcome, AppError>>,
    {
        let id = card.id;
        // What could be undone a moment ago is no longer the last thing that happened to it.
        self.toasts.forget(&id.to_string());
        self.focus(id);
        self.outbox.sent(id);
        self.doing.set_value(Some(id));
        let asked = async move {
            let answer = match request().await {
                // Nobody knows whether it was done. Asked again under the same operation, it is done once.
                Err(AppError::Transport(_)) => request().await,
                answer => answer,
            };
            let now = match &answer {
                Ok(MoveOutcome::Moved(now) | MoveOutcome::Stale(now)) => Some(now.clone()),
                _ => None,
            };
            if self.board.is_disposed() {
                // The person has left the board: it will be loaded anew, and only a refusal is still news.
                if let Err(error) = answer {
                    self.refused(&card, &error);
                }
                return self.go_on(&card, now.as_deref());
            }
            match answer {
                Ok(MoveOutcome::Stale(now)) => self.stale(&now),
                answer => then(answer),
            }
            self.focus(id);
            self.doing.update_value(|doing| *doing = doing.filter(|it| *it != id));
            self.go_on(&card, now.as_deref());
        };
        // The card is drawn in its new place first: setting the network to work takes a quarter of a frame.
        set_timeout(|| leptos::task::spawn_local(asked), Duration::ZERO);
    }

    /// Shows the card as it was, unless it has gone out of this person's sight meanwhile.
    fn put_back(self, card: &Card) {
        if self.board.with_untracked(|board| board.revision_of(card.id)).is_none() {
            return;
        }
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
            together: 0,
            stage,
            place,
            typed,
            missing,
        }));
    }
}
