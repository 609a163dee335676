//! `/live`: what is committed, as server-sent events, to whoever looks, through the lens of each.
//!
//! A page that is no board asks for what is its reader's own alone: it hears of reminders, and nobody is told that it looks.
//!
//! Events are `news` (a [`Bulletin`](crate::pipeline::domain::Bulletin)), `resync` (too much was missed: read the page anew),
//! `present` (who else looks, and which card each has open), `remind` (one is reminded of something, or has seen it elsewhere) and `out` (the session has ended). A browser that comes back says in `Last-Event-ID` how far it
//! had heard, and hears the rest.

use std::{collections::VecDeque, convert::Infallible, sync::Arc, time::Duration};

use axum::{
    Extension,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{
        IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
};
use futures_util::stream;
use serde::{Deserialize, Serialize};
use tokio::{
    sync::{broadcast::error::RecvError, watch},
    time::{Instant, Interval, MissedTickBehavior, interval_at},
};

use super::{
    AppState, Ctx,
    db::Committed,
    presence::{Others, Seat},
};
use crate::{
    pipeline::store::bulletin,
    reminders::store::rings,
    team::{
        domain::{Action, Lens, Subject},
        store::{self, Session},
    },
    types::{Day, Mark, Moment, PageId},
};

/// The path, which is no page.
pub const PATH: &str = "/live";
/// How long a browser waits before it comes back.
const RETRY: Duration = Duration::from_secs(1);
/// How often the session is looked at again: whoever has been signed out or has lost a role stops hearing by then.
const CHECK: Duration = Duration::from_secs(5);

/// What the page says of itself.
#[derive(Deserialize)]
pub struct Listening {
    /// How far it has read.
    since: String,
    /// The day from which it counts.
    day: Option<Day>,
    /// Which page it is; none can have no card open.
    page: Option<PageId>,
    /// Whether it asks for what is its reader's own alone.
    #[serde(default)]
    own: bool,
}

/// Opens the stream of a session.
pub async fn live(
    State(state): State<AppState>,
    ctx: Option<Extension<Ctx>>,
    session: Option<Extension<Session>>,
    Query(asked): Query<Listening>,
    headers: HeaderMap,
) -> Response {
    let (Some(Extension(ctx)), Some(Extension(session))) = (ctx, session) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    if !asked.own && ctx.require(Subject::Opportunities, Action::View).is_err() {
        return StatusCode::FORBIDDEN.into_response();
    }
    let heard = headers.get("last-event-id").and_then(|it| it.to_str().ok());
    let Ok(since) = Mark::parse(heard.unwrap_or(&asked.since)) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let (missed, news) = ctx.db.bus().listen(since);
    let mut check = interval_at(Instant::now() + CHECK, CHECK);
    check.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut stream = Listener {
        seat: (!asked.own).then(|| {
            state
                .presence
                .sit(session.user, asked.page.unwrap_or_else(PageId::fresh))
        }),
        closing: state.closing.subscribe(),
        ctx,
        session,
        news,
        check,
        waiting: VecDeque::from([Event::default().retry(RETRY)]),
        is_over: false,
    };
    // A page that nobody looked at over midnight counts from yesterday.
    let is_of_today = asked.day.is_none_or(|day| day == stream.ctx.today());
    match missed {
        Some(missed) if is_of_today => missed.iter().for_each(|committed| stream.hear(committed)),
        _ => stream.resync(),
    }
    let events = stream::unfold(stream, |mut stream| async move {
        let event = stream.next().await?;
        Some((Ok::<_, Infallible>(event), stream))
    });
    // A proxy that gathers an answer before it passes it on would make the live page a dead one.
    let at_once = [("x-accel-buffering", "no")];
    (at_once, Sse::new(events).keep_alive(KeepAlive::default())).into_response()
}

struct Listener {
    ctx: Ctx,
    session: Session,
    news: tokio::sync::broadcast::Receiver<Arc<Committed>>,
    /// None for what is its reader's own alone.
    seat: Option<Seat>,
    closing: watch::Receiver<bool>,
    check: Interval,
    waiting: VecDeque<Event>,
    is_over: bool,
}

impl Listener {
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if self.is_over {
                return None;
            }
            tokio::select! {
                committed = self.news.recv() => match committed {
                    Ok(committed) => self.hear(&committed),
                    Err(RecvError::Lagged(_)) => self.resync(),
                    Err(RecvError::Closed) => return None,
                },
                others = others(&mut self.seat, &self.ctx.lens) => self.waiting.extend(event("present", &others)),
                _ = self.check.tick() => self.look_again().await,
                () = closed(&mut self.closing) => return None,
            }
        }
    }

    fn hear(&mut self, committed: &Committed) {
        let mark = committed.mark.to_string();
        if committed.rows.is_none() {
            self.waiting.extend(event("resync", &()).map(|event| event.id(mark)));
            return;
        }
        // Without the mark: heard twice it does no harm.
        if rings(self.session.user, committed) {
            self.waiting.extend(event("remind", &()));
        }
        if self.seat.is_some()
            && let Some(bulletin) = bulletin(&self.ctx.lens, committed)
        {
            self.waiting
                .extend(event("news", &bulletin).map(|event| event.id(mark)));
        }
    }

    fn resync(&mut self) {
        let mark = self.ctx.db.bus().mark().to_string();
        self.waiting.extend(event("resync", &()).map(|event| event.id(mark)));
    }

    /// There is nothing more to hear for this session.
    fn end(&mut self) {
        self.is_over = true;
        self.waiting.extend(event("out", &()));
    }

    /// The lens of now: who has left hears no more, who sees more or less than before, and whoever still looks on another
    /// day, reads the page anew.
    async fn look_again(&mut self) {
        let now = Moment::now();
        match store::still(&self.ctx.db, &self.session, now).await {
            Ok(Some(user)) => {
                let ctx = Ctx::of(self.ctx.db.clone(), user, now);
                if self.seat.is_some() && ctx.require(Subject::Opportunities, Action::View).is_err() {
                    return self.end();
                }
                // On another day everything that counts from today is other too.
                let is_other = *ctx.lens != *self.ctx.lens || ctx.today() != self.ctx.today();
                self.ctx = ctx;
                if is_other {
                    self.resync();
                }
            }
            Ok(None) => self.end(),
            // Not known: what it could see a moment ago it may see until the database answers.
            Err(error) => tracing::warn!(%error, "a live session could not be looked at"),
        }
    }
}

/// Who else looks; never, for whoever is not asked.
async fn others(seat: &mut Option<Seat>, lens: &Lens) -> Others {
    match seat {
        Some(seat) => seat.others(lens).await,
        None => std::future::pending().await,
    }
}

/// Until the program is about to stop.
async fn closed(closing: &mut watch::Receiver<bool>) {
    // An error says that the program is gone already.
    let _ = closing.wait_for(|closing| *closing).await;
}

/// An event with its data. A browser passes over one that has none, so that what only happens says `null`.
fn event(name: &str, data: &impl Serialize) -> Option<Event> {
    Event::default()
        .event(name)
        .json_data(data)
        .inspect_err(|error| tracing::error!(%error, "news without a JSON form"))
        .ok()
}
