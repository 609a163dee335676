//! The bytes of files, in the data folder, each under its digest: the same twice is there once.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use sha2::{Digest, Sha256};
use tempfile::{NamedTempFile, TempPath};
use tokio::{fs, io::AsyncWriteExt};

use crate::{
    error::{AppError, is_full},
    files::domain::{HEAD, Media, Stored},
    server::{Config, db::Db},
    types::ShortText,
};

/// What belongs to nothing is kept for a day: somebody may be about to say to what.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// The folder of them.
#[derive(Clone)]
pub struct Blobs {
    folder: Arc<Path>,
}

impl Blobs {
    /// Beside the embedded database.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        Self::in_folder(config.data_folder())
    }

    /// In a data folder.
    #[must_use]
    pub fn in_folder(data: &Path) -> Self {
        Self {
            folder: data.join("files").into(),
        }
    }

    /// Where the bytes with this digest lie.
    #[must_use]
    pub fn path(&self, digest: &str) -> PathBuf {
        let (first, rest) = digest.split_at_checked(2).unwrap_or(("", digest));
        self.folder.join(first).join(rest)
    }

    /// Begins to write one down.
    ///
    /// # Errors
    /// `NoSpace`, `Unavailable`.
    pub async fn begin(&self) -> Result<Incoming, AppError> {
        fs::create_dir_all(&self.folder).await.map_err(refused)?;
        let folder = self.folder.clone();
        let made = tokio::task::spawn_blocking(move || NamedTempFile::new_in(folder));
        let (file, path) = made
            .await
            .map_err(io::Error::from)
            .flatten()
            .map_err(refused)?
            .into_parts();
        Ok(Incoming {
            file: fs::File::from_std(file),
            path,
            hasher: Sha256::new(),
            head: Vec::new(),
            bytes: 0,
        })
    }

    /// Forgets what is older than a day and belongs to nothing, such as what an upload left behind that was broken off. What cannot be
    /// forgotten does no harm.
    pub async fn sweep(&self, db: &Db) {
        if let Err(error) = self.swept(db).await {
            tracing::warn!(%error, "files that belong to nothing could not be swept");
        }
    }

    async fn swept(&self, db: &Db) -> Result<(), AppError> {
        let folders = listed(&self.folder).await.map_err(refused)?;
        if folders.is_empty() {
            return Ok(());
        }
        let known = known(db).await?;
        for path in folders {
            let about = fs::metadata(&path).await.map_err(refused)?;
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            if about.is_file() {
                if is_old(&about) {
                    fs::remove_file(&path).await.map_err(refused)?;
                }
                continue;
            }
            for blob in listed(&path).await.map_err(refused)? {
                let about = fs::metadata(&blob).await.map_err(refused)?;
                let rest = blob.file_name().and_then(|rest| rest.to_str()).unwrap_or_default();
                if is_old(&about) && !known.contains(&format!("{name}{rest}")) {
                    fs::remove_file(&blob).await.map_err(refused)?;
                }
            }
        }
        Ok(())
    }
}

/// What lies in a folder; nothing where there is none.
async fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut reader = match fs::read_dir(folder).await {
        Ok(reader) => reader,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut found = Vec::new();
    while let Some(entry) = reader.next_entry().await? {
        found.push(entry.path());
    }
    Ok(found)
}

fn is_old(about: &std::fs::Metadata) -> bool {
    let since = about.modified().ok();
    since.is_some_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > KEPT))
}

/// The digests of the files of reports, also of those that were taken out. All at once: the program waits for this when it starts.
async fn known(db: &Db) -> Result<BTreeSet<String>, AppError> {
    let digests: Vec<String> = db
        .query("SELECT VALUE digest FROM attachment")
        .await?
        .check()?
        .take(0)?;
    Ok(digests.into_iter().collect())
}

/// One that is being written down. Dropped, it leaves nothing behind.
pub struct Incoming {
    file: fs::File,
    path: TempPath,
    hasher: Sha256,
    head: Vec<u8>,
    bytes: i64,
}

impl Incoming {
    /// How many bytes there are so far.
    #[must_use]
    pub const fn bytes(&self) -> i64 {
        self.bytes
    }

    /// Writes some more.
    ///
    /// # Errors
    /// `NoSpace`, `Unavailable`.
    pub async fn write(&mut self, chunk: &[u8]) -> Result<(), AppError> {
        let room = HEAD.saturating_sub(self.head.len()).min(chunk.len());
        self.head.extend_from_slice(&chunk[..room]);
        self.hasher.update(chunk);
        self.bytes += i64::try_from(chunk.len()).unwrap_or(i64::MAX);
        self.file.write_all(chunk).await.map_err(refused)
    }

    /// Keeps it under its digest. It is on the disk before this answers.
    ///
    /// # Errors
    /// `NoSpace`, `Unavailable`.
    pub async fn keep(mut self, blobs: &Blobs, name: ShortText) -> Result<Stored, AppError> {
        self.file.flush().await.map_err(refused)?;
        self.file.sync_all().await.map_err(refused)?;
        let digest = format!("{:x}", self.hasher.finalize());
        let (path, target) = (self.path, blobs.path(&digest));
        let moved = tokio::task::spawn_blocking(move || moved(path, &target));
        moved.await.map_err(io::Error::from).flatten().map_err(refused)?;
        Ok(Stored {
            name,
            media: Media::of(&self.head),
            bytes: self.bytes,
            digest,
        })
    }
}

/// Gives a file its name, and has the folder say so after a failure of the power too.
fn moved(path: TempPath, target: &Path) -> io::Result<()> {
    let Some(folder) = target.parent() else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    std::fs::create_dir_all(folder)?;
    path.persist(target).map_err(|error| error.error)?;
    if cfg!(unix) {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn refused(error: io::Error) -> AppError {
    tracing::error!(%error, "the folder of files refused");
    match is_full(&error.to_string()) {
        true => AppError::NoSpace,
        false => AppError::Unavailable,
    }
}
