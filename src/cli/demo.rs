//! `clientela demo`: the program on the data of a made-up firm.

use clap::Args;
use tempfile::TempDir;

use super::progress::Progress;
use crate::{
    demo::{self, FillError, Filled, NAME, Plan},
    i18n::Label,
    server::{self, Config, ServeError, db::Db},
    team::{
        domain::Password,
        store::{Hasher, by_email},
    },
    types::{Locale, Moment, TimeZone},
};

/// What `clientela demo` can be told.
#[derive(Args)]
pub struct Demo {
    /// Cuántas empresas
    #[arg(long, default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    accounts: u32,

    /// Cuántas oportunidades abiertas [por defecto, 25 por cada 100 empresas y como mucho 2.000]
    #[arg(long, value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    open: Option<u32>,

    /// Cuántos reports por empresa [por defecto 4; 1 si pasan de 2.000 empresas]
    #[arg(long, value_parser = clap::value_parser!(u32).range(..=50))]
    entries: Option<u32>,

    /// Semilla: la misma da siempre los mismos datos
    #[arg(long, default_value_t = 7)]
    seed: u64,

    /// La contraseña de todos los usuarios de la demostración
    #[arg(long, default_value = "demo clientela 2026")]
    password: String,

    /// Llena la base de datos y termina, sin servir
    #[arg(long)]
    fill_only: bool,

    #[command(flatten)]
    config: Config,
}

/// Why there is no demo: the sentence for the terminal.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("No se puede crear una carpeta temporal: {0}. Elige una con --data.")]
    Folder(std::io::Error),
    #[error("Con --fill-only hace falta --data: una carpeta temporal se borraría al terminar.")]
    Nowhere,
    #[error(transparent)]
    Fill(#[from] FillError),
    #[error(transparent)]
    Serve(#[from] ServeError),
}

impl Demo {
    /// Gives the demo a temporary folder if no database is named. It is removed when the answer is dropped, which must
    /// be after the database has closed.
    ///
    /// # Errors
    /// When the folder cannot be made, or would be of no use.
    pub fn lodge(&mut self) -> Result<Option<TempDir>, DemoError> {
        if self.config.db.is_some() || self.config.data.is_some() {
            return Ok(None);
        }
        if self.fill_only {
            return Err(DemoError::Nowhere);
        }
        let folder = tempfile::Builder::new().prefix("clientela-demo-").tempdir();
        let folder = folder.map_err(DemoError::Folder)?;
        self.config.data = Some(folder.path().to_owned());
        Ok(Some(folder))
    }

    /// Fills what is empty, and serves it.
    ///
    /// # Errors
    /// [`DemoError`].
    pub async fn run(self) -> Result<(), DemoError> {
        let refused = |why| ServeError::App(crate::error::AppError::invalid("password", why));
        let password = Password::parse(&self.password).map_err(refused)?;
        let today = Moment::now().local_day(TimeZone::default());
        let plan = Plan::new(self.seed, self.accounts, self.open, self.entries, today);
        let db = Db::open(&self.config.data_url()).await.map_err(ServeError::from)?;
        let bar = Progress::bar("Creando las empresas de la demostración", self.accounts.into());
        let filled = demo::fill(&db, plan, password, |written| bar.set(written.into())).await;
        bar.finish();
        let filled = filled?;
        println!("{}", described(&filled));
        if self.fill_only {
            return Ok(());
        }
        let known = opens(&db, &filled, &self.password).await?;
        let users = users(&filled);
        server::serve_db(self.config, db, |addr| {
            println!("\nEntra en http://{addr} como cualquiera de ellos:\n\n{users}");
            if known {
                println!("La contraseña de todos: {}", self.password);
            } else {
                println!("La contraseña de todos es la que se eligió al crear esta demostración.");
            }
        })
        .await?;
        Ok(())
    }
}

fn described(filled: &Filled) -> String {
    let Plan {
        accounts, open, seed, ..
    } = filled.plan;
    let was_there = if filled.was_there { "ya estaba creada" } else { "creada" };
    format!("Demostración {was_there}: {NAME}, {accounts} empresas, {open} oportunidades abiertas, semilla {seed}.")
}

/// Whether the password is the one that the demo was made with, so that no wrong one is shown.
async fn opens(db: &Db, filled: &Filled, password: &str) -> Result<bool, ServeError> {
    let Some(user) = filled.firm.users.first().filter(|_| filled.was_there) else {
        return Ok(true);
    };
    let kept = by_email(db, &user.email).await?.and_then(|(_, kept)| kept);
    Ok(Hasher::new()?.matches(password.to_owned(), kept).await?)
}

/// Role, name and e-mail of each, in columns.
fn users(filled: &Filled) -> String {
    let mut lines = String::new();
    for user in &filled.firm.users {
        let role = user.roles.first().map_or("", |role| role.label(Locale::Es));
        lines.push_str(&format!("  {role:<26}{:<18}{}\n", user.name, user.email));
    }
    lines
}
