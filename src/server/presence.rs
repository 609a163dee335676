//! Who is looking at the board now, and which card each has open. Kept in memory: it is true of this moment and of nothing else.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::watch;

use crate::{
    team::domain::{Action, Belongs, Lens, Subject},
    types::{OpportunityId, UserId},
};

/// Everybody who looks.
#[derive(Clone)]
pub struct Presence(Arc<Room>);

struct Room {
    places: Mutex<Places>,
    /// How often somebody has come, gone or turned to another card.
    changes: watch::Sender<u64>,
}

#[derive(Default)]
struct Places {
    /// By the number of the seat: one person may look from two devices.
    seats: BTreeMap<u64, UserId>,
    /// Which card a person has opened last, and to whom that belonged then: what a lens needs to know of it.
    open: BTreeMap<UserId, (OpportunityId, Belongs)>,
}

/// The others who look, with the card that each has open.
pub type Others = BTreeMap<UserId, Option<OpportunityId>>;

impl Default for Presence {
    fn default() -> Self {
        Self(Arc::new(Room {
            places: Mutex::default(),
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
    told: Option<Others>,
}

impl Presence {
    /// Somebody begins to look.
    #[must_use]
    pub fn sit(&self, user: UserId) -> Seat {
        let mut number = 0;
        self.change(|places, changes| {
            number = changes;
            places.seats.insert(changes, user);
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

    /// Somebody opens a card, or closes the one they had open.
    pub fn turn_to(&self, user: UserId, card: Option<(OpportunityId, Belongs)>) {
        self.change(|places, _| {
            match card {
                Some(card) => places.open.insert(user, card),
                None => places.open.remove(&user),
            };
        });
    }

    fn change(&self, change: impl FnOnce(&mut Places, u64)) {
        self.0.changes.send_modify(|changes| {
            *changes += 1;
            change(
                &mut self.0.places.lock().unwrap_or_else(PoisonError::into_inner),
                *changes,
            );
        });
    }
}

impl Seat {
    /// Who else looks, as soon as it is other than what was told last. Of a card that the lens hides nothing is told.
    pub async fn others(&mut self, lens: &Lens) -> Others {
        loop {
            if self.changes.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
            let others = self.seen_by(lens);
            if self.told.as_ref() != Some(&others) {
                self.told = Some(others.clone());
                return others;
            }
        }
    }

    fn seen_by(&self, lens: &Lens) -> Others {
        let places = self.room.0.places.lock().unwrap_or_else(PoisonError::into_inner);
        let others = places.seats.values().filter(|it| **it != self.user);
        others
            .map(|user| {
                let open = places.open.get(user);
                let shown = open.filter(|(_, of)| lens.admits(Subject::Opportunities, Action::View, *of));
                (*user, shown.map(|(card, _)| *card))
            })
            .collect()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.room.change(|places, _| {
            places.seats.remove(&self.number);
            if !places.seats.values().any(|it| *it == self.user) {
                places.open.remove(&self.user);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        team::domain::{Role, User},
        types::{Email, ShortText},
    };

    fn lens(of: UserId, role: Role) -> Lens {
        Lens::of(&User {
            id: of,
            name: ShortText::parse("Ana Prueba").unwrap(),
            email: Email::parse("ana@prueba.example").unwrap(),
            roles: vec![role],
            departments: Vec::new(),
            zones: Vec::new(),
            active: true,
        })
    }

    #[tokio::test]
    async fn one_hears_who_comes_and_goes_and_nothing_of_oneself() {
        let room = Presence::default();
        let (ana, luis) = (UserId::fresh(), UserId::fresh());
        let lens = lens(ana, Role::SalesManager);
        let mut seat = room.sit(ana);
        assert!(seat.others(&lens).await.is_empty());
        let second = room.sit(ana);
        let visitor = room.sit(luis);
        assert_eq!(seat.others(&lens).await, Others::from([(luis, None)]));
        drop((second, visitor));
        assert!(seat.others(&lens).await.is_empty());
    }

    #[tokio::test]
    async fn the_card_that_somebody_has_open_is_told_to_whoever_sees_it() {
        let room = Presence::default();
        let (ana, luis, card) = (UserId::fresh(), UserId::fresh(), OpportunityId::fresh());
        let of_luis = Belongs {
            owner: Some(luis),
            department: None,
            zone: None,
        };
        let (all, own) = (lens(ana, Role::SalesManager), lens(ana, Role::ZoneSales));
        let (mut sees, mut does_not) = (room.sit(ana), room.sit(ana));
        let visitor = room.sit(luis);
        room.turn_to(luis, Some((card, of_luis)));
        assert_eq!(sees.others(&all).await, Others::from([(luis, Some(card))]));
        assert_eq!(does_not.others(&own).await, Others::from([(luis, None)]));
        room.turn_to(luis, None);
        assert_eq!(sees.others(&all).await, Others::from([(luis, None)]));
        room.turn_to(luis, Some((card, of_luis)));
        assert_eq!(sees.others(&all).await, Others::from([(luis, Some(card))]));
        drop(visitor);
        let _again = room.sit(luis);
        assert_eq!(
            sees.others(&all).await,
            Others::from([(luis, None)]),
            "whoever left closed it"
        );
    }
}
