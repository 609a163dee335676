//! Slowing down whoever guesses passwords.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::{error::AppError, types::Email};

/// Slows guessing: after five wrong passwords for one e-mail, each further try must wait, twice as long each time.
///
/// Kept in memory: a restart forgives, and an attacker cannot fill the database with it.
#[derive(Clone, Default)]
pub struct Throttle(Arc<Mutex<HashMap<Email, Attempts>>>);

struct Attempts {
    failed: u32,
    not_before: Instant,
}

/// So many wrong passwords cost nothing: people mistype.
const FREE_ATTEMPTS: u32 = 5;
/// Longest wait: a person who comes back after lunch may try.
const LONGEST: Duration = Duration::from_secs(15 * 60);
/// More e-mails than this are an attack; forgetting them all only forgives.
const MOST_EMAILS: usize = 10_000;

impl Throttle {
    /// Lets a password be tried for this e-mail. The try counts as a wrong one until [`Throttle::succeeded`] says otherwise,
    /// so that a thousand at the same moment are not all the first.
    ///
    /// # Errors
    /// `TooManyAttempts`.
    pub fn admit(&self, email: &Email) -> Result<(), AppError> {
        let mut attempts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if attempts.len() >= MOST_EMAILS {
            attempts.clear();
        }
        let now = Instant::now();
        let known = attempts.entry(email.clone()).or_insert(Attempts {
            failed: 0,
            not_before: now,
        });
        if known.not_before > now {
            return Err(AppError::TooManyAttempts);
        }
        known.failed += 1;
        if let Some(beyond) = known.failed.checked_sub(FREE_ATTEMPTS) {
            known.not_before = now + Duration::from_secs(2_u64 << beyond.min(9)).min(LONGEST);
        }
        Ok(())
    }

    /// The right one: forget the rest.
    pub fn succeeded(&self, email: &Email) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(email);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_at_the_same_moment_are_counted_before_any_is_answered() {
        let throttle = Throttle::default();
        let email = Email::parse("ana@prueba.example").unwrap();
        let admitted = (0..1_000).filter(|_| throttle.admit(&email).is_ok()).count();
        assert_eq!(admitted, 5);
        throttle.succeeded(&email);
        assert!(throttle.admit(&email).is_ok(), "the right one forgets the rest");
    }
}
