//! `clientela password`: a new password for somebody who cannot sign in, set by whoever has the machine.

use clap::Args;
use thiserror::Error;

use crate::{
    error::AppError,
    server::{
        Config, Ctx,
        db::{Db, OpenError, perform},
        one_time_key,
    },
    team::{
        domain::Password,
        store::{Hasher, NewPassword, end_all},
    },
    types::{Email, Invalid, Locale, Moment, OpId},
};

/// Whose.
#[derive(Debug, Args)]
pub struct ForgottenPassword {
    /// Correo con el que entra
    #[arg(value_name = "CORREO")]
    email: String,

    #[command(flatten)]
    config: Config,
}

/// Why there is no new password: the sentence for the terminal.
#[derive(Debug, Error)]
pub enum PasswordError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("{}", .0.sentence(Locale::Es))]
    Email(Invalid),
    #[error("Nadie entra con el correo «{0}».")]
    Nobody(Email),
    #[error("{}", .0.sentence(Locale::Es))]
    App(#[from] AppError),
}

/// Sets a random password, prints it once, and ends every session of that person.
///
/// # Errors
/// [`PasswordError`]; unless the new password has been printed, the old one is still good.
pub async fn run(asked: ForgottenPassword) -> Result<(), PasswordError> {
    let email = Email::parse(&asked.email).map_err(PasswordError::Email)?;
    let db = Db::open(&asked.config.data_url()).await?;
    let ctx = Ctx::program(db, Moment::now())?;
    let fresh = one_time_key();
    let typed = Password::parse(&fresh).map_err(|why| AppError::invalid("password", why))?;
    let gesture = NewPassword {
        email: email.clone(),
        password: Hasher::new()?.hash(typed).await?,
    };
    let user = match perform(&ctx, OpId::fresh(), &gesture).await {
        Err(AppError::NotFound) => return Err(PasswordError::Nobody(email)),
        done => done?,
    };
    // Told before anything else can go wrong: it is set, and nobody could find it out later.
    println!("La contraseña nueva de {email} es {fresh}.");
    end_all(&ctx.db, user).await?;
    println!("Sus sesiones abiertas se han cerrado.");
    Ok(())
}
