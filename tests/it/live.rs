//! What others do is heard at once, through the lens of whoever listens, and after a lost connection too.

use std::time::Duration;

use axum::{body::BodyDataStream, http::StatusCode};
use clientela::{
    agenda::domain::Plan,
    pipeline::domain::{Bulletin, Change, Edit, MoveOutcome, News, Opportunity},
    reminders::{self, domain::See},
    server::{AppState, db::perform},
    team::{
        domain::{Role, User},
        store::{self, sessions_of},
    },
    timeline::domain::ActivityKind,
    types::{Mark, Moment, OpId, TimeZone, UserId},
};
use futures_util::StreamExt;

use crate::{
    browser::{Browser, application},
    firm::{Firm, account, owned_by},
};

/// A page that listens.
struct Ear {
    stream: BodyDataStream,
    heard: String,
}

/// An event: its name, its data, its id.
#[derive(Debug)]
struct Event {
    name: String,
    data: String,
    id: Option<Mark>,
}

impl Ear {
    async fn of(state: &AppState, user: &User, since: Mark) -> Self {
        Self::at(state, user, &format!("/live?since={since}")).await
    }

    async fn at(state: &AppState, user: &User, path: &str) -> Self {
        let browser = Browser::signed_in(state, user).await;
        let answer = browser.listen(path).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        Self {
            stream: answer.into_body().into_data_stream(),
            heard: String::new(),
        }
    }

    /// The next event; none when the stream has ended.
    async fn next(&mut self) -> Option<Event> {
        loop {
            while let Some((block, rest)) = self
                .heard
                .split_once("\n\n")
                .map(|(block, rest)| (block.to_owned(), rest.to_owned()))
            {
                self.heard = rest;
                let line = |field: &str| block.lines().find_map(|line| line.strip_prefix(field)).map(str::trim);
                // As a browser: what has no data is no event.
                if let (Some(name), Some(data)) = (line("event:"), line("data:")) {
                    return Some(Event {
                        name: name.to_owned(),
                        data: data.to_owned(),
                        id: line("id:").map(|mark| Mark::parse(mark).expect("a mark")),
                    });
                }
            }
            let chunk = tokio::time::timeout(Duration::from_secs(20), self.stream.next());
            let chunk = chunk.await.expect("something is heard in time")?;
            self.heard
                .push_str(&String::from_utf8_lossy(&chunk.expect("a piece of the stream")));
        }
    }

    /// The next event of this name, whatever comes before.
    async fn next_of(&mut self, name: &str) -> Event {
        loop {
            let event = self.next().await.expect("the stream goes on");
            if event.name == name {
                return event;
            }
        }
    }

    async fn news(&mut self) -> Vec<News> {
        let event = self.next_of("news").await;
        assert!(event.id.is_some(), "news says how far one has heard");
        let bulletin: Bulletin = serde_json::from_str(&event.data).expect("a bulletin");
        bulletin.news
    }
}

async fn given_to(firm: &Firm, card: &Opportunity, owner: Option<UserId>) -> Opportunity {
    let asked = Edit {
        opportunity: card.id,
        seen: card.revision,
        change: Change::Owner(owner),
    };
    let outcome = perform(&firm.ctx(Role::SalesManager), OpId::fresh(), &asked).await;
    assert!(matches!(outcome, Ok(MoveOutcome::Moved(_))), "{outcome:?}");
    firm.now(card.id).await
}

#[tokio::test]
async fn a_move_is_heard_by_whoever_sees_the_card_and_by_nobody_else() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let start = firm.db.bus().mark();
    let mut seller = Ear::of(&state, firm.person(Role::ZoneSales), start).await;
    let mut stranger = Ear::of(&state, &firm.colleague, start).await;
    firm.moved(&firm.to(&card, "proposal")).await;
    let News::Changed(moved) = seller.news().await.remove(0) else {
        panic!("it is still the seller's to see");
    };
    assert_eq!((moved.card.id, moved.card.stage), (card.id, firm.stage("proposal").id));
    assert!(!moved.card.fixed);

    // Given to the stranger, and then taken away again: of all that went before, nothing is heard.
    let card = firm.now(card.id).await;
    let card = given_to(&firm, &card, Some(firm.colleague.id)).await;
    let heard = stranger.news().await;
    assert!(matches!(&heard[..], [News::Changed(it)] if it.card.id == card.id && it.card.revision == card.revision));
    let card = given_to(&firm, &card, None).await;
    let gone = News::Gone {
        id: card.id,
        revision: card.revision,
    };
    assert_eq!(stranger.news().await, [gone]);
}

#[tokio::test]
async fn whoever_is_reminded_hears_of_it_on_any_page_and_nobody_else() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let seller = firm.person(Role::ZoneSales);
    let client = account("Talleres Pérez", owned_by(seller.id));
    firm.fill(vec![client.clone()]).await;
    let ctx = firm.ctx(Role::ZoneSales);
    let plan = Plan {
        account: client.id,
        opportunity: None,
        kind: ActivityKind::Call,
        day: ctx.today().plus_days(1),
        at: None,
        minutes: None,
        owner: None,
        participants: Vec::new(),
        with: None,
        what: None,
        from: None,
    };
    perform(&ctx, OpId::fresh(), &plan).await.expect("it is planned");
    let start = firm.db.bus().mark();
    let own = format!("/live?since={start}&own=true");
    let mut mine = Ear::at(&state, seller, &own).await;
    let mut of_the_board = Ear::of(&state, seller, start).await;
    let mut others = Ear::at(&state, firm.person(Role::Reception), &own).await;
    let then = Moment::midday(plan.day, TimeZone::default());
    assert_eq!(reminders::store::tell_due(&firm.db, then, false).await, Ok(1));
    mine.next_of("remind").await;
    of_the_board.next_of("remind").await;
    // Seen on one device, it goes from the others.
    let unseen = reminders::store::unseen(&ctx).await.expect("what is told");
    let see = See {
        reminder: unseen.reminders[0].id,
    };
    perform(&ctx, OpId::fresh(), &see).await.expect("it is seen");
    let heard = mine.next().await.expect("the stream goes on");
    assert_eq!(heard.name, "remind", "neither cards nor who looks");
    for session in sessions_of(&firm.db, firm.person(Role::Reception).id)
        .await
        .expect("sessions")
    {
        store::end(&firm.db, session.id).await.expect("signed out");
    }
    assert_eq!(
        others.next().await.expect("an end").name,
        "out",
        "others hear nothing of it"
    );
}

#[tokio::test]
async fn what_was_missed_is_told_and_what_cannot_be_told_any_more_is_read_anew() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let before = firm.db.bus().mark();
    firm.moved(&firm.to(&card, "proposal")).await;
    let card = firm.now(card.id).await;
    firm.moved(&firm.to(&card, "qualification")).await;
    let manager = firm.person(Role::SalesManager);
    let mut ear = Ear::of(&state, manager, before).await;
    for stage in ["proposal", "qualification"] {
        let heard = ear.news().await;
        assert!(matches!(&heard[..], [News::Changed(it)] if it.card.stage == firm.stage(stage).id));
    }
    let of_another_run = Mark {
        run: UserId::fresh().uuid(),
        micros: before.micros,
    };
    let again = Ear::of(&state, manager, of_another_run).await.next_of("resync").await;
    assert_eq!(again.id.map(|mark| mark.run), Some(before.run));

    // So many rows at once are not told one by one.
    let mut ear = Ear::of(&state, manager, firm.db.bus().mark()).await;
    let stage = firm.stage("qualification");
    let rank = clientela::pipeline::domain::Rank::spread(300);
    let rows = rank
        .into_iter()
        .map(|rank| firm.row(stage, None, owned_by(manager.id), rank));
    firm.fill(rows.collect()).await;
    ear.next_of("resync").await;
}

#[tokio::test]
async fn one_hears_who_else_looks_and_nothing_after_signing_out() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let (manager, seller) = (firm.person(Role::SalesManager), firm.person(Role::ZoneSales));
    let mut ear = Ear::of(&state, manager, firm.db.bus().mark()).await;
    assert_eq!(ear.next_of("present").await.data, "{}");
    let visitor = Ear::of(&state, seller, firm.db.bus().mark()).await;
    assert_eq!(ear.next_of("present").await.data, format!("{{\"{}\":null}}", seller.id));
    drop(visitor);
    assert_eq!(ear.next_of("present").await.data, "{}");

    for session in sessions_of(&firm.db, manager.id).await.expect("sessions") {
        store::end(&firm.db, session.id).await.expect("signed out");
    }
    ear.next_of("out").await;
    assert!(ear.next().await.is_none(), "nothing more is heard");
}

#[tokio::test]
async fn who_sees_less_than_before_reads_anew_and_hears_no_more_of_it() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let manager = firm.person(Role::SalesManager);
    let mut ear = Ear::of(&state, manager, firm.db.bus().mark()).await;
    for (roles, said) in [
        (vec![Role::Marketing, Role::Support], "resync"),
        (vec![Role::Reception], "out"),
    ] {
        firm.db
            .query("UPDATE $user SET roles = $roles")
            .bind(("user", manager.id))
            .bind((
                "roles",
                roles.iter().map(|role| role.as_ref().to_owned()).collect::<Vec<_>>(),
            ))
            .await
            .and_then(surrealdb::IndexedResults::check)
            .expect("another post");
        ear.next_of(said).await;
    }
    firm.moved(&firm.to(&card, "proposal")).await;
    assert!(ear.next().await.is_none(), "nothing more is heard");
}

#[tokio::test]
async fn a_page_of_another_day_reads_anew() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let manager = firm.person(Role::SalesManager);
    let path = format!("/live?since={}&day=2001-01-01", firm.db.bus().mark());
    let first = Ear::at(&state, manager, &path).await.next().await;
    assert_eq!(first.expect("an event").name, "resync");
    let path = format!(
        "/live?since={}&day={}",
        firm.db.bus().mark(),
        firm.ctx(Role::SalesManager).today()
    );
    let first = Ear::at(&state, manager, &path).await.next().await;
    assert_eq!(first.expect("an event").name, "present");
}

#[tokio::test]
async fn nobody_listens_without_a_session_or_without_opportunities_to_see() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let path = format!("/live?since={}", firm.db.bus().mark());
    assert_eq!(
        Browser::of(&state).listen(&path).await.status(),
        StatusCode::UNAUTHORIZED
    );
    let reception = Browser::signed_in(&state, firm.person(Role::Reception)).await;
    assert_eq!(reception.listen(&path).await.status(), StatusCode::FORBIDDEN);
    let manager = Browser::signed_in(&state, firm.person(Role::SalesManager)).await;
    assert_eq!(
        manager.listen("/live?since=yesterday").await.status(),
        StatusCode::BAD_REQUEST
    );
}
