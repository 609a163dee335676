//! The board alive: what others do appears, who else looks is said, and a lost connection catches up by itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use leptos::prelude::*;

use super::{ear, keys::focused, mover::Mover};
use crate::{
    error::AppError,
    frame::use_frame,
    loaded::from_json,
    pipeline::{
        api::{load_board, turn_to},
        domain::{Board, Bulletin},
    },
    reminders::view::Ring,
    types::{OpportunityId, PageId, UserId},
};

/// How long a card that somebody else has changed is marked.
const POINTED_OUT: Duration = Duration::from_millis(900);
/// When the board is asked for again that could not be read.
const AGAIN: Duration = Duration::from_secs(5);

/// What is heard of the others.
#[derive(Clone, Copy)]
pub struct Live {
    /// Who else looks at the board, and which card each has open.
    pub others: RwSignal<BTreeMap<UserId, Option<OpportunityId>>>,
    /// Which page this is.
    page: PageId,
    /// The card that this person has open.
    pub open: RwSignal<Option<OpportunityId>>,
    /// What the server was told of it last; none while nothing was, or while it is not known to have arrived.
    told: StoredValue<Option<Option<OpportunityId>>>,
    /// Whether it is being told now.
    is_telling: StoredValue<bool>,
    /// Whether nothing can be heard at the moment.
    pub is_deaf: RwSignal<bool>,
    /// Cards that somebody else has just changed.
    pub fresh: RwSignal<BTreeSet<OpportunityId>>,
    /// What arrived while a card was in the hand: it is shown when it has been put down.
    waiting: StoredValue<Vec<Heard>>,
    /// Whether the board is being read anew: what arrives meanwhile is shown after it.
    is_reading: StoredValue<bool>,
    me: Option<UserId>,
}

#[derive(Clone)]
enum Heard {
    Bulletin(Bulletin),
    /// Too much was missed.
    Resync,
}

/// Listens for as long as the board is looked at.
pub fn listen(mover: Mover) -> Live {
    let live = Live {
        others: RwSignal::default(),
        page: PageId::fresh(),
        open: RwSignal::new(None),
        told: StoredValue::new(Some(None)),
        is_telling: StoredValue::new(false),
        is_deaf: RwSignal::new(false),
        fresh: RwSignal::default(),
        waiting: StoredValue::default(),
        is_reading: StoredValue::new(false),
        me: use_frame().viewer.map(|viewer| viewer.id),
    };
    let ring = use_context::<Ring>();
    let told = Callback::new(move |(name, data): (&'static str, String)| match name {
        "open" => {
            live.is_deaf.set(false);
            // The server may have been away: what was told is told again, and so is what did not arrive.
            live.told.update_value(|told| *told = told.filter(Option::is_none));
            live.tell_open();
        }
        "error" => live.is_deaf.set(true),
        // No answer but a refusal: the session may have ended, which reading the board finds out.
        "closed" => live.hear(mover, Heard::Resync),
        "news" => {
            if let Ok(bulletin) = from_json(&data) {
                live.hear(mover, Heard::Bulletin(bulletin));
            }
        }
        "resync" => {
            live.hear(mover, Heard::Resync);
            ring.into_iter().for_each(Ring::ring);
        }
        "remind" => ring.into_iter().for_each(Ring::ring),
        "present" => live.others.set(from_json(&data).unwrap_or_default()),
        // The session has ended. Refused only where there is no page any more.
        _ => drop(window().location().reload()),
    });
    let (since, today) = mover.board.with_untracked(|board| (board.as_of, board.today));
    ear::listen(since, format!("day={today}&page={}", live.page), told);
    Effect::new(move |_| {
        live.open.track();
        live.tell_open();
    });
    Effect::new(move |_| {
        if mover.drag.with(Option::is_none) {
            live.catch_up(mover);
        }
    });
    live
}

impl Live {
    fn hear(self, mover: Mover, heard: Heard) {
        if mover.drag.with_untracked(Option::is_some) || self.is_reading.get_value() {
            self.waiting.update_value(|waiting| waiting.push(heard));
        } else {
            self.take_in(mover, heard);
        }
    }

    /// Shows what had to wait.
    fn catch_up(self, mover: Mover) {
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        waiting.into_iter().for_each(|heard| self.hear(mover, heard));
    }

    fn take_in(self, mover: Mover, heard: Heard) {
        match heard {
            Heard::Bulletin(bulletin) => {
                let touched = focused();
                let changed = mover
                    .board
                    .try_update(|board| bulletin.news.iter().filter_map(|it| board.hear(it)).collect::<Vec<_>>())
                    .unwrap_or_default();
                if let Some(card) = touched.filter(|card| changed.contains(card)) {
                    mover.focus(card);
                }
                if bulletin.actor != self.me {
                    self.point_out(changed);
                }
            }
            Heard::Resync => self.read_anew(mover),
        }
    }

    /// Who else has a card open.
    #[must_use]
    pub fn who_has_open(self, card: OpportunityId) -> Option<UserId> {
        let others = self.others.read();
        others
            .iter()
            .find(|(_, open)| **open == Some(card))
            .map(|(user, _)| *user)
    }

    /// Tells the server which card is open here, one request after the other, so that the last one told is the one that is.
    fn tell_open(self) {
        let open = self.open.get_untracked();
        if self.is_telling.get_value() || self.told.get_value() == Some(open) {
            return;
        }
        self.is_telling.set_value(true);
        // Said before it is known: a stream that opens meanwhile asks for it again.
        self.told.set_value(Some(open));
        leptos::task::spawn_local(async move {
            let told = turn_to(self.page, open).await;
            if self.open.is_disposed() {
                return;
            }
            self.is_telling.set_value(false);
            match told {
                Ok(()) => self.tell_open(),
                // It is told when the line is there again.
                Err(_) => self.told.set_value(None),
            }
        });
    }

    /// Marks the cards for a moment.
    fn point_out(self, cards: Vec<OpportunityId>) {
        self.fresh.update(|fresh| fresh.extend(cards.iter().copied()));
        let over = move || {
            // The person may have left the board.
            let _ = self
                .fresh
                .try_update(|fresh| fresh.retain(|card| !cards.contains(card)));
        };
        set_timeout(over, POINTED_OUT);
    }

    fn read_anew(self, mover: Mover) {
        self.is_reading.set_value(true);
        let pipeline = mover.board.with_untracked(|board| board.pipeline.id);
        leptos::task::spawn_local(async move {
            let read = load_board(Some(pipeline)).await;
            if mover.board.is_disposed() {
                return;
            }
            self.is_reading.set_value(false);
            match read {
                Ok(board) => {
                    // What counts from today stands all over the page, which is loaded anew for another day.
                    let today = mover.board.with_untracked(|now| now.today);
                    let is_of_today = board.today == today;
                    mover.board.set(Board { today, ..board });
                    self.catch_up(mover);
                    if !is_of_today {
                        load_anew(mover);
                    }
                }
                // Refused only where there is no page any more.
                Err(AppError::SignedOut | AppError::Forbidden) => drop(window().location().reload()),
                Err(_) => set_timeout(
                    move || {
                        if !mover.board.is_disposed() {
                            self.hear(mover, Heard::Resync);
                        }
                    },
                    AGAIN,
                ),
            }
        });
    }
}

/// Loads the whole page again, as soon as nothing is begun that it would lose.
fn load_anew(mover: Mover) {
    if mover.board.is_disposed() {
        return;
    }
    if mover.is_busy() {
        set_timeout(move || load_anew(mover), AGAIN);
    } else {
        // Refused only where there is no page any more.
        drop(window().location().reload());
    }
}
