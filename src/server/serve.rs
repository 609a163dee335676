//! Starting and stopping.

use std::{net::SocketAddr, sync::Arc};

use leptos::config::get_config_from_str;
use thiserror::Error;
use tokio::{net::TcpListener, sync::watch};

use super::{
    AppState, Config, Throttle,
    db::{Db, OpenError},
    presence::Presence,
    router,
};
use crate::{
    error::AppError,
    files::store::Blobs,
    messages, reminders, search,
    team::store::{self, Hasher},
    types::Locale,
};

/// Why it cannot serve: the sentence for the terminal.
#[derive(Debug, Error)]
pub enum ServeError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("El puerto {addr} ya está en uso. Cierra el otro programa, o elige otro con --addr 127.0.0.1:3001.")]
    PortInUse { addr: SocketAddr },
    #[error("No se puede escuchar en {addr}: {cause}.")]
    Listen { addr: SocketAddr, cause: std::io::Error },
    #[error("La configuración incluida en el programa no se puede leer: {0}.")]
    Options(String),
    #[error("La configuración del correo no se entiende: revisa {0}.")]
    Mail(&'static str),
    #[error("{}", .0.sentence(Locale::Es))]
    App(#[from] AppError),
    #[error("El servidor se ha detenido: {0}.")]
    Stopped(std::io::Error),
}

/// Serves until it is told to stop (Ctrl+C or SIGTERM), then lets the requests under way finish.
///
/// # Errors
/// [`ServeError`].
pub async fn serve(config: Config) -> Result<(), ServeError> {
    let db = Db::open(&config.data_url()).await?;
    serve_db(config, db, |_| {}).await
}

/// Serves a database that is already open. `announce` is called with the address once it listens.
///
/// # Errors
/// [`ServeError`].
pub async fn serve_db(config: Config, db: Db, announce: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    let letters = reminders::store::Letters::of(&config).map_err(ServeError::Mail)?;
    let state = state(config, db)?;
    let addr = state.config.addr.unwrap_or(state.options.site_addr);
    let listener = TcpListener::bind(addr).await.map_err(|cause| match cause.kind() {
        std::io::ErrorKind::AddrInUse => ServeError::PortInUse { addr },
        _ => ServeError::Listen { addr, cause },
    })?;
    let addr = listener.local_addr().map_err(ServeError::Stopped)?;
    if !store::is_set_up(&state.db).await? {
        println!(
            "Primera vez: abre http://{addr}/set-up y escribe esta clave de un solo uso: {}",
            state.set_up_token
        );
    }
    println!("Clientela está en http://{addr}");
    state.blobs.sweep(&state.db).await;
    search::store::prepare(&state.db);
    messages::store::watch_over(state.db.clone(), state.closing.subscribe());
    reminders::store::watch_over(state.db.clone(), letters, &state.closing);
    announce(addr);
    let closing = state.closing.clone();
    let stop = async move {
        told_to_stop().await;
        closing.send_replace(true);
    };
    // A service once, and not for each connection: there are hundreds of routes to prepare.
    axum::serve(listener, router(state).into_make_service())
        .with_graceful_shutdown(stop)
        .await
        .map_err(ServeError::Stopped)
}

/// The shared state over an open database.
///
/// # Errors
/// `Options` when the embedded configuration is wrong, which a test would have said.
pub fn state(config: Config, db: Db) -> Result<AppState, ServeError> {
    let options = get_config_from_str(include_str!("../../Leptos.toml"))
        .map_err(|error| ServeError::Options(error.to_string()))?;
    Ok(AppState {
        db,
        options,
        blobs: Blobs::of(&config),
        config: Arc::new(config),
        hasher: Hasher::new()?,
        throttle: Throttle::default(),
        presence: Presence::default(),
        closing: watch::Sender::new(false),
        set_up_token: one_time_key().into(),
    })
}

/// Sixteen letters and digits in groups of four: 80 bits, read from one window and typed into another.
#[must_use]
pub fn one_time_key() -> String {
    use rand::Rng;
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut random = rand::rng();
    let letters: Vec<u8> = (0..16)
        .map(|_| LETTERS[random.random_range(0..LETTERS.len())])
        .collect();
    letters
        .chunks(4)
        .map(String::from_utf8_lossy)
        .collect::<Vec<_>>()
        .join("-")
}

async fn told_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
