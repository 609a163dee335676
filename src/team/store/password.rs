//! Hashing and checking passwords.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::{SaltString, rand_core::OsRng},
};
use tokio::sync::Semaphore;

use crate::{error::AppError, team::domain::Password};

/// Argon2id with at most two hashes at a time: on two cores a storm of sign-ins must not starve the board.
///
/// 64 MiB, three passes, one lane: above the minimum of OWASP's Password Storage Cheat Sheet (19 MiB, 2, 1).
#[derive(Clone)]
pub struct Hasher {
    places: Arc<Semaphore>,
    argon: Argon2<'static>,
    /// The hash of nothing anybody knows: checked for unknown users, so that the time tells nothing.
    decoy: Arc<str>,
}

impl Hasher {
    /// # Errors
    /// `Unavailable` if the parameters are refused, which they are not.
    pub fn new() -> Result<Self, AppError> {
        let params = Params::new(64 * 1024, 3, 1, None).map_err(|_| AppError::Unavailable)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let decoy = hash(&argon, &uuid::Uuid::now_v7().to_string())?;
        Ok(Self {
            places: Arc::new(Semaphore::new(2)),
            argon,
            decoy: decoy.into(),
        })
    }

    /// The string to keep.
    ///
    /// # Errors
    /// `Unavailable` when the machine refuses randomness or memory.
    pub async fn hash(&self, password: Password) -> Result<String, AppError> {
        let argon = self.argon.clone();
        self.in_turn(move || hash(&argon, password.reveal())).await?
    }

    /// Whether `typed` is the password behind `kept`. Takes as long for a user without one.
    ///
    /// # Errors
    /// `Unavailable` when the machine cannot.
    pub async fn matches(&self, typed: String, kept: Option<String>) -> Result<bool, AppError> {
        let argon = self.argon.clone();
        let decoy = Arc::clone(&self.decoy);
        self.in_turn(move || {
            let known = kept.is_some();
            let right = PasswordHash::new(kept.as_deref().unwrap_or(&decoy))
                .is_ok_and(|kept| argon.verify_password(typed.as_bytes(), &kept).is_ok());
            known && right
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
        let place = Arc::clone(&self.places)
            .acquire_owned()
            .await
            .map_err(|_| AppError::Unavailable)?;
        // The place is the work's, not the request's: whoever hangs up does not make room for another hash.
        let in_place = move || {
            let done = work();
            drop(place);
            done
        };
        tokio::task::spawn_blocking(in_place)
            .await
            .map_err(|_| AppError::Unavailable)
    }
}

fn hash(argon: &Argon2<'_>, password: &str) -> Result<String, AppError> {
    argon
        .hash_password(password.as_bytes(), &SaltString::generate(&mut OsRng))
        .map(|hash| hash.to_string())
        .map_err(|error| {
            tracing::error!(%error, "a password could not be hashed");
            AppError::Unavailable
        })
}
