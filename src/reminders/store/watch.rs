//! The program looks by itself.

use std::{fmt::Display, sync::Arc, time::Duration};

use lettre::AsyncTransport;
use tokio::sync::{Notify, broadcast::error::RecvError, watch};

use super::{Letters, send_due, tell_due};
use crate::{
    server::db::{Committed, Db},
    types::{ActivityId, Moment, ReminderChoiceId},
};

/// So often, and whenever something is planned.
const EVERY: Duration = Duration::from_secs(60);

/// Looks every minute whom to remind, from now until the program stops; and sends the letters, if there are any, beside it: a slow
/// mail server keeps nobody from being told in time.
pub fn watch_over<T>(db: Db, letters: Option<Letters<T>>, closing: &watch::Sender<bool>)
where
    T: AsyncTransport + Send + Sync + 'static,
    T::Error: Display + Send,
    T::Ok: Send,
{
    let told = Arc::new(Notify::new());
    let mails = letters.is_some();
    tokio::spawn(tell(db.clone(), mails, told.clone(), closing.subscribe()));
    if let Some(letters) = letters {
        tokio::spawn(send(db, letters, told, closing.subscribe()));
    }
}

async fn tell(db: Db, mails: bool, told: Arc<Notify>, mut closing: watch::Receiver<bool>) {
    let mut clock = tokio::time::interval(EVERY);
    let (_, mut news) = db.bus().listen(db.bus().mark());
    loop {
        tokio::select! {
            _ = clock.tick() => {}
            heard = news.recv() => match heard {
                Ok(committed) if !is_about_plans(&committed) => continue,
                Ok(_) | Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            },
            _ = closing.changed() => return,
        }
        // Much at once is one look.
        news = news.resubscribe();
        match tell_due(&db, Moment::now(), mails).await {
            Ok(0) => {}
            Ok(_) => told.notify_one(),
            Err(error) => tracing::warn!(%error, "what is due of the agenda could not be read"),
        }
    }
}

/// Whether it may have made something due.
fn is_about_plans(committed: &Committed) -> bool {
    committed.touched.as_ref().is_none_or(|touched| {
        let mut tables = touched.iter().map(|record| record.table.as_str());
        tables.any(|table| table == ActivityId::TABLE || table == ReminderChoiceId::TABLE)
    })
}

async fn send<T>(db: Db, letters: Letters<T>, told: Arc<Notify>, mut closing: watch::Receiver<bool>)
where
    T: AsyncTransport + Send + Sync + 'static,
    T::Error: Display + Send,
    T::Ok: Send,
{
    let mut clock = tokio::time::interval(EVERY);
    loop {
        tokio::select! {
            _ = clock.tick() => {}
            () = told.notified() => {}
            _ = closing.changed() => return,
        }
        if let Err(error) = send_due(&db, &letters, Moment::now()).await {
            tracing::warn!(%error, "the letters that wait could not be read");
        }
    }
}
