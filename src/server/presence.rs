//! Who is looking at the board now, and which card each has open. Kept in memory: it is true of this moment and of nothing else.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::watch;

use crate::{
    team::domain::{Action, Belongs, Lens, Subject},
    types::{OpportunityId, PageId, UserId},
};

/// Everybody who looks.
#[derive(Clone)]
pub struct Presence(Arc<Room>);

struct Room {
    /// By the number of the seat: one person may look from two devices, and a page may come back before it is known to have
    /// gone.
    places: Mutex<BTreeMap<u64, Place>>,
    /// How often somebody has come, gone or turned to another card.
    changes: watch::Sender<u64>,
}

/// A page that somebody looks at.
struct Place {
    user: UserId,
    page: PageId,
    /// The card that is open there, and to whom that belonged when it was opened: what a lens needs to know of it.
    open: Option<(OpportunityId, Belongs)>,
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
    pub fn sit(&self, user: UserId, page: PageId) -> Seat {
        let mut number = 0;
        self.change(|places, changes| {
            number = changes;
            let open = None;
            places.insert(changes, Place { user, page, open });
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

    /// Somebody opens a card on one of their pages, or closes the one that was open there.
    pub fn turn_to(&self, user: UserId, page: PageId, card: Option<(OpportunityId, Belongs)>) {
        self.change(|places, _| {
            let theirs = places.values_mut().filter(|it| it.user == user && it.page == page);
            theirs.for_each(|it| it.open = card);
        });
    }

    fn change(&self, change: impl FnOnce(&mut BTreeMap<u64, Place>, u64)) {
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
        let mut others = Others::new();
        for place in places.values().filter(|it| it.user != self.user) {
            let shown = place
                .open
                .filter(|(_, of)| lens.admits(Subject::Opportunities, Action::View, *of));
            // Of two pages the one that has a card open says more.
            let known = others.entry(place.user).or_default();
            *known = shown.map(|(card, _)| card).or(*known);
        }
        others
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.room.change(|places, _| {
            places.remove(&self.number);
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
        let mut seat = room.sit(ana, PageId::fresh());
        assert!(seat.others(&lens).await.is_empty());
        let second = room.sit(ana, PageId::fresh());
        let visitor = room.sit(luis, PageId::fresh());
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
        let mut sees = room.sit(ana, PageId::fresh());
        let mut does_not = room.sit(ana, PageId::fresh());
        let (at_desk, on_tablet) = (PageId::fresh(), PageId::fresh());
        let visitor = room.sit(luis, at_desk);
        room.turn_to(luis, at_desk, Some((card, of_luis)));
        assert_eq!(sees.others(&all).await, Others::from([(luis, Some(card))]));
        assert_eq!(does_not.others(&own).await, Others::from([(luis, None)]));
        room.turn_to(luis, at_desk, None);
        assert_eq!(sees.others(&all).await, Others::from([(luis, None)]));
        let tablet = room.sit(luis, on_tablet);
        room.turn_to(luis, on_tablet, Some((card, of_luis)));
        assert_eq!(sees.others(&all).await, Others::from([(luis, Some(card))]));
        room.turn_to(ana, on_tablet, None);
        room.turn_to(luis, at_desk, None);
        drop(visitor);
        let _again = room.sit(luis, at_desk);
        assert_eq!(
            sees.seen_by(&all),
            Others::from([(luis, Some(card))]),
            "it is still open on the tablet"
        );
        drop(tablet);
        assert_eq!(
            sees.others(&all).await,
            Others::from([(luis, None)]),
            "whoever left closed it"
        );
    }
}
