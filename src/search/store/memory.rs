//! The index of a database: filled once in the background, brought up to date by what was committed since before each search.

use std::{
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

use surrealdb::types::RecordId;
use tokio::sync::{Mutex, watch};

use super::{heard, reading, runs::Runs};
use crate::{
    clients::domain::{AccountSort, Clue, Holders, Sieve},
    error::AppError,
    search::{
        domain::Query,
        index::{Index, Listed, Match},
    },
    server::db::Db,
    team::domain::Lens,
    types::{AccountId, Mark},
};

/// So long a search waits for the index to be whole; then it looks through what is there.
const PATIENCE: Duration = Duration::from_millis(300);
/// So long a list waits for all accounts to be read: it is no list without them.
const PATIENCE_OF_LISTS: Duration = Duration::from_secs(10);
/// What could not be read is tried again after this.
const AGAIN: Duration = Duration::from_secs(5);
/// Where others write too, all is read anew when it is so old: what they write is not heard here.
const OLD: Duration = Duration::from_secs(600);

/// What is kept of a database.
#[derive(Default)]
struct Memory {
    index: RwLock<Index>,
    progress: Mutex<Progress>,
    is_whole: watch::Sender<bool>,
    /// Whether all accounts have been read, which are the first.
    has_accounts: watch::Sender<bool>,
}

#[derive(Clone, Copy, Default)]
enum Progress {
    #[default]
    Cold,
    Filling,
    /// Heard up to the mark; read as a whole then.
    Following(Mark, Instant),
}

/// Begins to fill the index, in the background, unless that has begun.
pub fn prepare(db: &Db) {
    let (db, memory) = (db.clone(), db.held::<Memory>());
    tokio::spawn(async move {
        let mut progress = memory.progress.lock().await;
        if matches!(*progress, Progress::Cold) {
            *progress = Progress::Filling;
            drop(progress);
            fill(db, memory).await;
        }
    });
}

/// Begins, and returns when everything can be found.
pub async fn prepared(db: &Db) {
    let memory = db.held::<Memory>();
    prepare(db);
    // The sender is in the memory, which is held here.
    let _ = memory.is_whole.subscribe().wait_for(|is_whole| *is_whole).await;
}

/// What matches and the lens shows, and whether everything could be looked through.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn look_for(db: &Db, query: &Query, lens: &Lens) -> Result<(Vec<Vec<Match>>, bool), AppError> {
    read(db, |index| index.look_for(query, lens)).await
}

/// The accounts that have one of these clues and that the lens shows.
///
/// # Errors
/// `Unavailable`.
pub async fn with_a_clue(db: &Db, clues: &[Clue], lens: &Lens) -> Result<Vec<AccountId>, AppError> {
    let (found, _) = read(db, |index| index.with_a_clue(clues, lens)).await?;
    Ok(found)
}

/// Pairs of accounts that have a clue in common and that the lens shows, at most `most`, and whether there may be more.
///
/// # Errors
/// `Unavailable`.
pub async fn sharing_a_clue(
    db: &Db,
    lens: &Lens,
    most: usize,
) -> Result<(Vec<(AccountId, AccountId)>, bool), AppError> {
    let ((pairs, goes_on), is_whole) = read(db, |index| index.sharing_a_clue(lens, most)).await?;
    Ok((pairs, goes_on || !is_whole))
}

/// The accounts of a list that this lens shows, from the one at `window.0` on, at most `window.1`, with when they were last heard
/// of; how many there are in all; and whether all of that has been read.
///
/// # Errors
/// `Unavailable`.
pub async fn listed(
    db: &Db,
    sieve: &Sieve<'_>,
    sort: Option<AccountSort>,
    holders: &Holders,
    lens: &Lens,
    window: (usize, usize),
) -> Result<(Vec<Listed>, usize, bool), AppError> {
    let memory = db.held::<Memory>();
    prepare(db);
    let mut has_accounts = memory.has_accounts.subscribe();
    // What is not read by then is said to be missing.
    let _ = tokio::time::timeout(PATIENCE_OF_LISTS, has_accounts.wait_for(|has| *has)).await;
    let ((accounts, count), is_whole) = read(db, |index| index.listed(sieve, sort, holders, lens, window)).await?;
    Ok((accounts, count, is_whole))
}

/// Asks the index as it is now, and says whether it is whole.
async fn read<T>(db: &Db, ask: impl FnOnce(&Index) -> T) -> Result<(T, bool), AppError> {
    let memory = db.held::<Memory>();
    let mut is_whole = tokio::time::timeout(PATIENCE, prepared(db)).await.is_ok();
    if is_whole {
        is_whole = catch_up(db, &memory).await?;
    }
    let index = memory.index.read().unwrap_or_else(PoisonError::into_inner);
    Ok((ask(&index), is_whole))
}

/// Takes over what was committed since; false when it must be read anew, which has begun then.
async fn catch_up(db: &Db, memory: &Arc<Memory>) -> Result<bool, AppError> {
    let mut progress = memory.progress.lock().await;
    let Progress::Following(mark, read) = *progress else {
        return Ok(false);
    };
    let is_old = !db.is_ours() && read.elapsed() > OLD;
    match follow(db, &memory.index, mark).await? {
        Some(mark) if !is_old => {
            *progress = Progress::Following(mark, read);
            Ok(true)
        }
        _ => {
            *progress = Progress::Filling;
            tokio::spawn(fill(db.clone(), Arc::clone(memory)));
            Ok(false)
        }
    }
}

/// Reads again what was touched since the mark; none when that cannot be told.
async fn follow(db: &Db, index: &RwLock<Index>, since: Mark) -> Result<Option<Mark>, AppError> {
    let (missed, now) = db.bus().missed(since);
    let Some(touched) = missed.and_then(|missed| {
        let touched = missed.iter().map(|it| it.touched.as_deref());
        touched.collect::<Option<Vec<&[RecordId]>>>().map(|all| all.concat())
    }) else {
        return Ok(None);
    };
    reading::take_over(db, index, touched.clone()).await?;
    heard::corrected(db, index, &touched).await?;
    Ok(Some(now))
}

async fn fill(db: Db, memory: Arc<Memory>) {
    let begun = Instant::now();
    loop {
        match filled(&db, &memory).await {
            Ok(Some(mark)) => {
                *memory.progress.lock().await = Progress::Following(mark, Instant::now());
                memory.is_whole.send_replace(true);
                tracing::info!(millis = begun.elapsed().as_millis(), "everything can be found");
                return;
            }
            Ok(None) => tracing::info!("too much was written meanwhile: the search reads all anew"),
            Err(error) => {
                tracing::warn!(%error, "the search could not read everything");
                tokio::time::sleep(AGAIN).await;
            }
        }
    }
}

/// Reads every table once. The first time whoever searches meanwhile finds what is there already; later they find what was there
/// before. None when it cannot be told what was committed meanwhile.
async fn filled(db: &Db, memory: &Memory) -> Result<Option<Mark>, AppError> {
    // Before anything is read: what is committed meanwhile is read again.
    let mut mark = db.bus().mark();
    let is_first = !*memory.is_whole.borrow();
    let aside = RwLock::default();
    let index = if is_first { &memory.index } else { &aside };
    *index.write().unwrap_or_else(PoisonError::into_inner) = Index::default();
    for table in reading::TABLES {
        let mut runs = Runs::of(table);
        while let Some(run) = runs.next(db).await? {
            reading::read_on(db, index, &run).await?;
            match follow(db, index, mark).await? {
                Some(now) => mark = now,
                None => return Ok(None),
            }
        }
        if table == AccountId::TABLE {
            memory.has_accounts.send_replace(true);
        }
    }
    index.write().unwrap_or_else(PoisonError::into_inner).shrink();
    if !is_first {
        let fresh = aside.into_inner().unwrap_or_else(PoisonError::into_inner);
        *memory.index.write().unwrap_or_else(PoisonError::into_inner) = fresh;
    }
    Ok(Some(mark))
}
