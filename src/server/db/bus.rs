//! What has just been committed, for whoever is looking: the live pages, and their catching up after a lost connection.
//!
//! One process hears what it writes itself. Several processes on one remote database do not hear each other yet.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use surrealdb::types::{RecordId, Value};
use tokio::sync::broadcast::{self, Receiver, Sender};
use uuid::Uuid;

use crate::types::{Mark, UserId};

/// A gesture that was committed.
#[derive(Debug)]
pub struct Committed {
    pub mark: Mark,
    /// Who did it; none for the program itself.
    pub actor: Option<UserId>,
    /// The rows it wrote; none when they are so many that reading the page anew is cheaper.
    pub rows: Option<Vec<Written>>,
    /// Every record that it wrote or forgot, of whatever table, and the entries of the timeline; none when they are too many.
    pub touched: Option<Vec<RecordId>>,
}

/// A row before and after; there is no before for a new one.
#[derive(Clone, Debug)]
pub struct Written {
    pub record: RecordId,
    pub before: Option<Value>,
    pub after: Value,
}

/// More rows than these are not told one by one.
pub const MOST_ROWS: usize = 200;
/// More records than these are not named.
pub const MOST_TOUCHED: usize = 1_000;
/// So many gestures are kept for whoever comes back: minutes of a busy firm, a few megabytes.
const KEPT: usize = 1_024;

/// Tells every listener what is committed, in one order.
#[derive(Clone)]
pub struct Bus(Arc<Shared>);

struct Shared {
    started: Instant,
    recent: Mutex<Recent>,
    sender: Sender<Arc<Committed>>,
}

struct Recent {
    /// The newest mark that was given: each is greater than the one before.
    last: Mark,
    /// The newest that is not kept any more.
    forgotten: u64,
    kept: VecDeque<Arc<Committed>>,
}

impl Recent {
    fn next(&mut self, started: Instant) -> Mark {
        let elapsed = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.last.micros = elapsed.max(self.last.micros + 1);
        self.last
    }

    fn since(&self, since: Mark) -> Option<Vec<Arc<Committed>>> {
        let is_known = since.run == self.last.run && (self.forgotten..=self.last.micros).contains(&since.micros);
        is_known.then(|| {
            let later = self.kept.iter().filter(|it| it.mark.micros > since.micros);
            later.cloned().collect()
        })
    }
}

impl Bus {
    /// Of a new run: nothing has been committed yet.
    pub(super) fn new() -> Self {
        let last = Mark {
            run: Uuid::now_v7(),
            micros: 0,
        };
        Self(Arc::new(Shared {
            started: Instant::now(),
            recent: Mutex::new(Recent {
                last,
                forgotten: 0,
                kept: VecDeque::with_capacity(KEPT),
            }),
            sender: broadcast::channel(KEPT).0,
        }))
    }

    /// Tells what has been committed. Called after the commit, once.
    pub(super) fn tell(&self, actor: Option<UserId>, rows: Option<Vec<Written>>, touched: Option<Vec<RecordId>>) {
        let mut recent = self.0.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let committed = Arc::new(Committed {
            mark: recent.next(self.0.started),
            actor,
            rows,
            touched,
        });
        if recent.kept.len() == KEPT
            && let Some(oldest) = recent.kept.pop_front()
        {
            recent.forgotten = oldest.mark.micros;
        }
        recent.kept.push_back(committed.clone());
        // Under the lock, so that everybody hears the same order. It fails only when nobody listens.
        let _ = self.0.sender.send(committed);
    }

    /// How far it has come. Whoever reads the database after asking this has read everything up to it.
    #[must_use]
    pub fn mark(&self) -> Mark {
        let mut recent = self.0.recent.lock().unwrap_or_else(PoisonError::into_inner);
        recent.next(self.0.started)
    }

    /// What has been committed since, and from now on what will be. None when it cannot be told any more what was missed: it
    /// is too long ago, or was in another run.
    #[must_use]
    pub fn listen(&self, since: Mark) -> (Option<Vec<Arc<Committed>>>, Receiver<Arc<Committed>>) {
        let recent = self.0.recent.lock().unwrap_or_else(PoisonError::into_inner);
        (recent.since(since), self.0.sender.subscribe())
    }

    /// What has been committed since, and how far it has come with that. None as in [`Bus::listen`].
    #[must_use]
    pub fn missed(&self, since: Mark) -> (Option<Vec<Arc<Committed>>>, Mark) {
        let mut recent = self.0.recent.lock().unwrap_or_else(PoisonError::into_inner);
        (recent.since(since), recent.next(self.0.started))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_comes_back_hears_exactly_what_was_missed() {
        let bus = Bus::new();
        let start = bus.mark();
        let missed = |since| bus.listen(since).0.map(|it| it.len());
        assert_eq!(missed(start), Some(0));
        for _ in 1..KEPT {
            bus.tell(None, None, None);
        }
        let near = bus.mark();
        bus.tell(None, None, None);
        assert_eq!((missed(start), missed(near)), (Some(KEPT), Some(1)));
        bus.tell(None, None, None);
        assert_eq!((missed(start), missed(near)), (None, Some(2)), "the first is forgotten");
        let another = Mark {
            run: Uuid::now_v7(),
            ..near
        };
        assert_eq!(missed(another), None);
        let future = Mark {
            micros: u64::MAX,
            ..near
        };
        assert_eq!(missed(future), None);
    }
}
