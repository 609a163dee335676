//! Who is asking, through which lens, when: the first argument of every store function over what a lens can hide.

use std::sync::Arc;

use axum::http::request::Parts;
use leptos::prelude::use_context;

use super::db::Db;
use crate::{
    error::AppError,
    team::domain::{Action, Lens, Role, Subject, User},
    types::{Day, Email, Moment, ShortText, TimeZone, UserId},
};

/// Built once per request from the session cookie. Only what everybody may know (names of colleagues, stages) and what comes
/// before somebody is known (sessions, set-up) is read from the bare [`Db`].
#[derive(Clone)]
pub struct Ctx {
    pub db: Db,
    pub lens: Arc<Lens>,
    /// The moment of the request: the same for everything that it writes.
    pub now: Moment,
    actor: Option<Arc<User>>,
}

impl Ctx {
    /// For a signed-in user.
    #[must_use]
    pub fn of(db: Db, user: User, now: Moment) -> Self {
        Self {
            db,
            lens: Arc::new(Lens::of(&user)),
            now,
            actor: Some(Arc::new(user)),
        }
    }

    /// For the program itself: set-up, imports and the terminal's commands, run by whoever holds the data directory.
    ///
    /// # Errors
    /// Never for these constants.
    pub fn program(db: Db, now: Moment) -> Result<Self, AppError> {
        let nobody = User {
            id: UserId::fresh(),
            name: ShortText::parse("Clientela").map_err(|why| AppError::invalid("name", why))?,
            email: Email::parse("program@clientela.invalid").map_err(|why| AppError::invalid("email", why))?,
            roles: vec![Role::Administrator],
            departments: Vec::new(),
            zones: Vec::new(),
            active: true,
        };
        Ok(Self {
            db,
            lens: Arc::new(Lens::of(&nobody)),
            now,
            actor: None,
        })
    }

    /// The context of the request that is being answered.
    ///
    /// # Errors
    /// `SignedOut` when nobody is signed in.
    pub fn current() -> Result<Self, AppError> {
        use_context::<Parts>()
            .and_then(|parts| parts.extensions.get::<Self>().cloned())
            .ok_or(AppError::SignedOut)
    }

    /// Who acts; none for the program itself.
    #[must_use]
    pub fn actor(&self) -> Option<UserId> {
        self.actor.as_ref().map(|user| user.id)
    }

    /// The signed-in user.
    #[must_use]
    pub fn user(&self) -> Option<&User> {
        self.actor.as_deref()
    }

    /// The day it is where the firm works.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.local_day(TimeZone::default())
    }

    /// Refuses what the lens admits for nothing at all.
    ///
    /// # Errors
    /// `Forbidden`.
    pub fn require(&self, subject: Subject, action: Action) -> Result<(), AppError> {
        if self.lens.may(subject, action) {
            Ok(())
        } else {
            Err(AppError::Forbidden)
        }
    }
}
