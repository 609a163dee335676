//! Who is looking at the board now. Kept in memory: it is true of this moment and of nothing else.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::watch;

use crate::types::UserId;

/// Everybody who looks.
#[derive(Clone)]
pub struct Presence(Arc<Room>);

struct Room {
    /// By the number of the seat: one person may look from two devices.
    seats: Mutex<BTreeMap<u64, UserId>>,
    /// How often somebody has come or gone.
    changes: watch::Sender<u64>,
}

impl Default for Presence {
    fn default() -> Self {
        Self(Arc::new(Room {
            seats: Mutex::default(),
            changes: watch::channel(0).0,
        }))
    }
}

/// One device that looks, until it is dropped.
pub struct Seat {
    room: Presence,
    number: u64,
    user: UserId,
    changes: watch::Receiver<u64>,
    told: Option<BTreeSet<UserId>>,
}

impl Presence {
    /// Somebody begins to look.
    #[must_use]
    pub fn sit(&self, user: UserId) -> Seat {
        let mut number = 0;
        self.0.changes.send_modify(|changes| {
            *changes += 1;
            number = *changes;
            self.seats().insert(number, user);
        });
        let mut changes = self.0.changes.subscribe();
        changes.mark_changed();
        Seat {
            room: self.clone(),
            number,
            user,
            changes,
            told: None,
        }
    }

    fn seats(&self) -> std::sync::MutexGuard<'_, BTreeMap<u64, UserId>> {
        self.0.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seat {
    /// Who else looks, as soon as it is other than what was told last.
    pub async fn others(&mut self) -> BTreeSet<UserId> {
        loop {
            if self.changes.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
            let others: BTreeSet<UserId> = self
                .room
                .seats()
                .values()
                .copied()
                .filter(|it| *it != self.user)
                .collect();
            if self.told.as_ref() != Some(&others) {
                self.told = Some(others.clone());
                return others;
            }
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.room.0.changes.send_modify(|changes| {
            *changes += 1;
            self.room.seats().remove(&self.number);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_hears_who_comes_and_goes_and_nothing_of_oneself() {
        let room = Presence::default();
        let (ana, luis) = (UserId::fresh(), UserId::fresh());
        let mut seat = room.sit(ana);
        assert!(seat.others().await.is_empty());
        let second = room.sit(ana);
        let visitor = room.sit(luis);
        assert_eq!(seat.others().await, BTreeSet::from([luis]));
        drop((second, visitor));
        assert!(seat.others().await.is_empty());
    }
}
