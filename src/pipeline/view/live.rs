//! The board alive: what others do appears, who else looks is said, and a lost connection catches up by itself.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{ear, mover::Mover};
use crate::{
    frame::use_frame,
    pipeline::{api::load_board, domain::Bulletin},
    types::{OpportunityId, UserId},
};

/// What is heard of the others.
#[derive(Clone, Copy)]
pub struct Live {
    /// Who else looks at the board.
    pub others: RwSignal<BTreeSet<UserId>>,
    /// Whether nothing can be heard at the moment.
    pub is_deaf: RwSignal<bool>,
    /// Cards that somebody else has just changed.
    pub fresh: RwSignal<BTreeSet<OpportunityId>>,
    /// What arrived while a card was in the hand: it is shown when it has been put down.
    waiting: StoredValue<Vec<Heard>>,
    /// Whether the board must be read anew and could not be: it is when the connection is back.
    is_behind: StoredValue<bool>,
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
        is_deaf: RwSignal::new(false),
        fresh: RwSignal::default(),
        waiting: StoredValue::default(),
        is_behind: StoredValue::new(false),
        me: use_frame().viewer.map(|viewer| viewer.id),
    };
    let told = Callback::new(move |(name, data): (&'static str, String)| match name {
        "open" => {
            live.is_deaf.set(false);
            if live.is_behind.get_value() {
                live.hear(mover, Heard::Resync);
            }
        }
        "error" => live.is_deaf.set(true),
        "news" => {
            if let Ok(bulletin) = serde_json::from_str(&data) {
                live.hear(mover, Heard::Bulletin(bulletin));
            }
        }
        "resync" => live.hear(mover, Heard::Resync),
        "present" => live.others.set(serde_json::from_str(&data).unwrap_or_default()),
        // The session has ended. Refused only where there is no page any more.
        _ => drop(window().location().reload()),
    });
    ear::listen(mover.board.with_untracked(|board| board.as_of), told);
    Effect::new(move |_| {
        if mover.drag.with(Option::is_none) {
            let waiting = live.waiting.try_update_value(std::mem::take).unwrap_or_default();
            waiting.into_iter().for_each(|heard| live.take_in(mover, heard));
        }
    });
    live
}

impl Live {
    fn hear(self, mover: Mover, heard: Heard) {
        if mover.drag.with_untracked(Option::is_some) {
            self.waiting.update_value(|waiting| waiting.push(heard));
        } else {
            self.take_in(mover, heard);
        }
    }

    fn take_in(self, mover: Mover, heard: Heard) {
        match heard {
            Heard::Bulletin(bulletin) => {
                let changed = mover
                    .board
                    .try_update(|board| bulletin.news.iter().filter_map(|it| board.hear(it)).collect::<Vec<_>>());
                if bulletin.actor != self.me {
                    self.fresh.update(|fresh| fresh.extend(changed.unwrap_or_default()));
                }
            }
            Heard::Resync => leptos::task::spawn_local(async move {
                let read = load_board(None).await;
                if mover.board.is_disposed() {
                    return;
                }
                self.is_behind.set_value(read.is_err());
                if let Ok(board) = read {
                    mover.board.set(board);
                }
            }),
        }
    }
}
