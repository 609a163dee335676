//! Opening the database.

use std::{
    borrow::Cow,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use axum::http::Extensions;
use surrealdb::{
    Surreal,
    engine::any::{self, Any},
    method::Query,
    opt::auth::Root,
};
use thiserror::Error;

use super::{
    bus::Bus,
    journal::{self, Journal},
};
use crate::error::is_full;

/// A handle on the database. Clones share the engine, its news and what is kept of it in memory.
#[derive(Clone)]
pub struct Db {
    /// Shared, because each clone of the engine's own handle opens a session in it: with one for each route of each connection a
    /// page came 15 ms later.
    engine: Arc<Surreal<Any>>,
    bus: Bus,
    /// Whether nobody else writes in it: true of an engine in this process.
    is_ours: bool,
    kept: Arc<Mutex<Extensions>>,
}

impl std::ops::Deref for Db {
    type Target = Surreal<Any>;

    fn deref(&self) -> &Self::Target {
        &self.engine
    }
}

/// Why it could not be opened. Each says itself in Spanish: this is what the terminal shows.
#[derive(Debug, Error)]
pub enum OpenError {
    #[error(
        "Otra copia de Clientela tiene abierta la base de datos «{url}». Ciérrala, o elige otra carpeta con --data."
    )]
    Locked { url: String },
    #[error(
        "La base de datos «{url}» no se puede leer: {cause}.\nNo se ha tocado nada. Restaura una copia de seguridad de esa carpeta, o elige otra con --data."
    )]
    Unreadable { url: String, cause: String },
    #[error("«{folder}» es un fichero, y los datos necesitan una carpeta. Elige otra con --data.")]
    NoFolder { folder: String },
    #[error("No se puede crear la carpeta de datos «{folder}»: {cause}. Comprueba los permisos y el espacio libre.")]
    Folder { folder: String, cause: std::io::Error },
    #[error(
        "En el disco de «{url}» no queda sitio para abrir la base de datos. Haz sitio y vuelve a intentarlo: no se ha tocado nada."
    )]
    NoSpace { url: String },
    #[error("El servidor de base de datos «{url}» no responde: {cause}.")]
    Unreachable { url: String, cause: String },
    #[error(transparent)]
    Schema(#[from] super::migrate::MigrationError),
}

impl Db {
    /// A query, which `CLIENTELA_LOG=clientela::sql=trace` shows and whose plan the tests look at.
    pub fn query<'a>(&'a self, sql: impl Into<Cow<'a, str>>) -> Query<'a, Any> {
        self.engine.query(traced(sql.into()))
    }

    /// The news of what is committed through this handle and its clones.
    #[must_use]
    pub fn bus(&self) -> &Bus {
        &self.bus
    }

    /// What is kept in memory of this database under a type, which is the same for every clone. None where others write too:
    /// what they write is not heard here.
    #[must_use]
    pub fn kept<T: Default + Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.is_ours.then(|| self.held())
    }

    /// The same also where others write: whoever holds it looks anew from time to time.
    #[must_use]
    pub fn held<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(kept.get_or_insert_default::<Arc<T>>())
    }

    /// Whether nobody else writes in it.
    #[must_use]
    pub const fn is_ours(&self) -> bool {
        self.is_ours
    }

    /// Opens `url` and brings its schema up to date.
    ///
    /// Credentials for a remote server come in the URL (`wss://user:password@host`). A local folder is created.
    ///
    /// # Errors
    /// [`OpenError`]; nothing has been changed when it fails before the migrations, and each migration is whole or absent.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let db = Self::connect(url).await?;
        super::migrate(&db).await?;
        Ok(db)
    }

    /// Opens `url` and leaves the schema as it is: for tests of the migrations.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn connect(url: &str) -> Result<Self, OpenError> {
        let (endpoint, credentials) = split_credentials(url);
        if let Some(folder) = url.strip_prefix("surrealkv://") {
            let folder = folder.split('?').next().unwrap_or(folder);
            create_folder(Path::new(folder))?;
            sound(&endpoint, Path::new(folder))?;
        }
        let refused = |error: surrealdb::Error| classify(&endpoint, &error);
        let db = any::connect(&endpoint).await.map_err(refused)?;
        if let Some((username, password)) = credentials {
            db.signin(Root { username, password }).await.map_err(refused)?;
        }
        db.use_ns("clientela").use_db("clientela").await.map_err(refused)?;
        Ok(Self {
            engine: Arc::new(db),
            bus: Bus::new(),
            is_ours: !endpoint.starts_with("ws"),
            kept: Arc::default(),
        })
    }
}

/// Shows a query in the log before it is run.
pub(super) fn traced(sql: Cow<'_, str>) -> Cow<'_, str> {
    tracing::trace!(target: "clientela::sql", %sql);
    sql
}

fn create_folder(folder: &Path) -> Result<(), OpenError> {
    if folder.is_file() {
        return Err(OpenError::NoFolder {
            folder: folder.display().to_string(),
        });
    }
    std::fs::create_dir_all(folder).map_err(|cause| OpenError::Folder {
        folder: folder.display().to_string(),
        cause,
    })
}

/// Refuses a folder whose journal the engine would cut.
fn sound(url: &str, folder: &Path) -> Result<(), OpenError> {
    let unreadable = |cause: String| OpenError::Unreadable {
        url: url.to_owned(),
        cause,
    };
    match journal::look_after(folder) {
        Ok(Journal::Sound) => Ok(()),
        Ok(Journal::InUse) => Err(OpenError::Locked { url: url.to_owned() }),
        Ok(Journal::Damaged(file)) => Err(unreadable(format!("el fichero «{}» está dañado", file.display()))),
        Err(error) if is_full(&error.to_string()) => Err(OpenError::NoSpace { url: url.to_owned() }),
        Err(error) => Err(unreadable(error.to_string())),
    }
}

/// `ws://user:password@host` → (`ws://host`, user and password).
fn split_credentials(url: &str) -> (String, Option<(String, String)>) {
    let Some((scheme, rest)) = url.split_once("://").filter(|(scheme, _)| scheme.starts_with("ws")) else {
        return (url.to_owned(), None);
    };
    match rest
        .rsplit_once('@')
        .and_then(|(who, host)| Some((who.split_once(':')?, host)))
    {
        Some(((user, password), host)) => (
            format!("{scheme}://{host}"),
            Some((user.to_owned(), password.to_owned())),
        ),
        None => (url.to_owned(), None),
    }
}

/// The engine says why only in words ("block" is one of those of a damaged file, so "lock" alone would not do).
fn classify(url: &str, error: &surrealdb::Error) -> OpenError {
    let (url, cause) = (url.to_owned(), error.to_string());
    if cause.contains("already locked by another process") {
        OpenError::Locked { url }
    } else if is_full(&cause) {
        OpenError::NoSpace { url }
    } else if url.starts_with("ws") {
        OpenError::Unreachable { url, cause }
    } else {
        OpenError::Unreadable { url, cause }
    }
}

#[cfg(test)]
mod tests {
    use super::split_credentials;

    #[test]
    fn credentials_leave_the_url_before_it_is_shown_or_logged() {
        let (url, who) = split_credentials("wss://root:s3cr3t@db.example:8000");
        assert_eq!(url, "wss://db.example:8000");
        assert_eq!(who, Some(("root".into(), "s3cr3t".into())));
        let (url, who) = split_credentials("ws://root:p@ss@host");
        assert_eq!((url.as_str(), who), ("ws://host", Some(("root".into(), "p@ss".into()))));
        assert_eq!(split_credentials("surrealkv://a@b").0, "surrealkv://a@b");
    }
}
