//! `clientela import`: CSV files and a mapping become records.

use std::{
    io::{self, IsTerminal, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use clap::Args;
use thiserror::Error;

use super::{import_report, progress::Progress};
use crate::{
    error::AppError,
    importing::{
        Failure, Preview, carry_in,
        domain::{MappingError, Rejection},
        find_mapping, ground,
    },
    server::{
        Config, Ctx,
        db::{Db, OpenError},
    },
    types::{Locale, Moment},
};

/// What to import and from where.
#[derive(Debug, Args)]
pub struct Import {
    /// Qué es cada columna: un fichero TOML, o el nombre de un mapa incluido (crm-sales-opportunities)
    #[arg(long, value_name = "FICHERO|NOMBRE")]
    mapping: String,

    /// Carpeta donde están los CSV
    #[arg(long, value_name = "CARPETA")]
    folder: PathBuf,

    /// Solo dice qué se importaría
    #[arg(long)]
    dry_run: bool,

    /// Importa sin preguntar
    #[arg(long)]
    yes: bool,

    /// Escribe en este CSV cada fila rechazada: fichero, línea, columna y motivo
    #[arg(long, value_name = "FICHERO")]
    rejected: Option<PathBuf>,

    #[command(flatten)]
    config: Config,
}

/// Why nothing, or not everything, was imported: the sentence for the terminal.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The mapping is not understood.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// There is nothing to import from.
    #[error("No existe la carpeta «{0}».")]
    NoFolder(String),
    /// The database does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The files or the database.
    #[error("{0}\nNo se ha importado nada nuevo.")]
    Failure(#[from] Failure),
    /// The database, before anything was imported.
    #[error("{}", .0.sentence(Locale::Es))]
    App(#[from] AppError),
    /// Nobody is there to be asked.
    #[error("No hay nadie a quien preguntar: añade --yes para importar, o --dry-run para solo mirar.")]
    NobodyToAsk,
    /// The file of rejected rows cannot be written.
    #[error("No se puede escribir «{file}»: {cause}. No se ha importado nada.")]
    Rejected { file: String, cause: String },
    /// The terminal does not answer.
    #[error("No se puede usar el terminal: {0}.")]
    Terminal(#[from] io::Error),
    /// The database failed in the middle.
    #[error(
        "{cause}\nSe han creado {created} registros antes del fallo. Vuelve a lanzar la misma orden y seguirá desde ahí."
    )]
    Halfway { created: u64, cause: Failure },
}

/// Previews, asks, imports and sums up.
///
/// # Errors
/// [`ImportError`].
pub async fn run(asked: Import) -> Result<(), ImportError> {
    let mapping = find_mapping(&asked.mapping)?;
    if !asked.folder.is_dir() {
        return Err(ImportError::NoFolder(asked.folder.display().to_string()));
    }
    // To look, nothing is made: what is not there yet is empty.
    let is_there = asked.config.db.is_some() || asked.config.data_folder().exists();
    let url = if asked.dry_run && !is_there {
        "mem://".to_owned()
    } else {
        asked.config.data_url()
    };
    let db = Db::open(&url).await?;
    let ctx = Ctx::program(db, Moment::now())?;
    let ground = ground(&ctx, &mapping.source).await?;
    let reading = Progress::spinner("Leyendo los ficheros");
    let preview = Preview::of(&mapping, &asked.folder, &ground, || reading.tick()).map_err(Failure::Refused)?;
    reading.finish();
    print!("{}", import_report::preview(&preview));
    if let Some(path) = &asked.rejected {
        write_rejected(path, &preview.rejections)?;
    }
    if asked.dry_run {
        println!("No se ha importado nada (--dry-run).");
        return Ok(());
    }
    if preview.new_records() == 0 {
        // Nothing to ask about; keys of records that were adopted may still have to be remembered.
        carry_in(&ctx, &mapping, &asked.folder, |_| ControlFlow::Continue(())).await?;
        println!("No hay nada nuevo que importar.");
        return Ok(());
    }
    if !asked.yes && !agreed()? {
        println!("No se ha importado nada.");
        return Ok(());
    }
    let stop = stop_on_interrupt();
    let bar = Progress::bar("Importando", preview.new_records());
    let mut so_far = 0;
    let carried = carry_in(&ctx, &mapping, &asked.folder, |created| {
        so_far = created;
        bar.set(created);
        if stop.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })
    .await;
    bar.finish();
    match carried {
        Ok(carried) => {
            print!("{}", import_report::summary(&carried));
            Ok(())
        }
        Err(cause) if so_far > 0 => Err(ImportError::Halfway { created: so_far, cause }),
        Err(cause) => Err(cause.into()),
    }
}

/// Asks on the terminal; only an explicit yes is one.
fn agreed() -> Result<bool, ImportError> {
    if !io::stdin().is_terminal() {
        return Err(ImportError::NobodyToAsk);
    }
    print!("¿Importar? [s/N] ");
    io::stdout().flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "s" | "si" | "sí"))
}

/// Becomes true at Ctrl+C: the batch under way is finished and the rest left for later.
fn stop_on_interrupt() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&stop);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            told.store(true, Ordering::Relaxed);
        }
    });
    stop
}

/// All rejected rows as a CSV that Excel opens: BOM and semicolons.
fn write_rejected(path: &Path, rejections: &[Rejection]) -> Result<(), ImportError> {
    let write = || -> Result<(), io::Error> {
        let mut file = std::fs::File::create(path)?;
        file.write_all("\u{feff}".as_bytes())?;
        let mut rows = csv::WriterBuilder::new().delimiter(b';').from_writer(file);
        rows.write_record(["fichero", "línea", "columna", "motivo"])?;
        for it in rejections {
            let (line, reason) = (it.line.to_string(), it.reason.to_string());
            rows.write_record([&it.file, &line, it.column.as_deref().unwrap_or_default(), &reason])?;
        }
        rows.flush()
    };
    write().map_err(|cause| ImportError::Rejected {
        file: path.display().to_string(),
        cause: cause.to_string(),
    })
}
