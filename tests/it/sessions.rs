//! Sessions in time: `find` takes the hour, so that nothing here waits.

use chrono::TimeDelta;
use clientela::{
    team::{
        domain::Role,
        store::{Found, IDLE, LIFETIME, Token, end_all, find, sessions_of, start},
    },
    types::Moment,
};
use tokio::task::JoinSet;

use crate::firm::Firm;

async fn opened(firm: &Firm) -> (Token, Moment) {
    let now = Moment::now();
    (
        start(&firm.db, firm.person(Role::Management).id, "Firefox", now)
            .await
            .expect("a session"),
        now,
    )
}

async fn at(firm: &Firm, token: &Token, now: Moment) -> Option<Found> {
    find(&firm.db, token, now, true)
        .await
        .expect("the session is looked for")
}

fn after(now: Moment, span: TimeDelta) -> Moment {
    now.minus(-span)
}

#[tokio::test]
async fn only_the_hash_of_a_token_is_kept() {
    let firm = Firm::new().await;
    let (token, now) = opened(&firm).await;
    let mut answer = firm
        .db
        .query("SELECT VALUE token FROM session")
        .await
        .expect("the sessions");
    let kept: Vec<String> = answer.take(0).expect("rows");
    assert_ne!(kept, [token.reveal()]);
    assert!(at(&firm, &Token::presented(&kept[0]), now).await.is_none());
    assert!(at(&firm, &Token::presented(""), now).await.is_none());
}

#[tokio::test]
async fn the_token_changes_and_the_old_one_lives_for_a_minute() {
    let firm = Firm::new().await;
    let (first, now) = opened(&firm).await;
    assert!(
        at(&firm, &first, after(now, TimeDelta::minutes(59)))
            .await
            .expect("open")
            .rotated
            .is_none()
    );
    let later = after(now, TimeDelta::minutes(61));
    let second = at(&firm, &first, later)
        .await
        .expect("open")
        .rotated
        .expect("a new token");
    let soon = after(later, TimeDelta::seconds(59));
    assert!(
        at(&firm, &first, soon).await.expect("the other tab").rotated.is_none(),
        "and it gets no third one"
    );
    assert!(
        at(&firm, &first, after(later, TimeDelta::seconds(61))).await.is_none(),
        "a stolen old one is worth nothing"
    );
    assert!(at(&firm, &second, after(later, TimeDelta::seconds(61))).await.is_some());
}

#[tokio::test]
async fn a_server_function_does_not_change_the_token() {
    let firm = Firm::new().await;
    let (token, now) = opened(&firm).await;
    let found = find(&firm.db, &token, after(now, TimeDelta::hours(2)), false)
        .await
        .expect("a search");
    assert!(found.expect("open").rotated.is_none());
}

#[tokio::test]
async fn an_idle_session_ends() {
    let firm = Firm::new().await;
    let (token, now) = opened(&firm).await;
    let nearly = after(now, IDLE - TimeDelta::minutes(1));
    let token = at(&firm, &token, nearly)
        .await
        .expect("still open")
        .rotated
        .expect("a new token");
    let later = after(nearly, IDLE - TimeDelta::minutes(1));
    let token = at(&firm, &token, later)
        .await
        .expect("being used keeps it open")
        .rotated
        .expect("a new token");
    assert!(
        at(&firm, &token, after(later, IDLE + TimeDelta::minutes(1)))
            .await
            .is_none()
    );
    assert!(at(&firm, &token, later).await.is_none(), "what has ended stays ended");
}

#[tokio::test]
async fn every_session_ends() {
    let firm = Firm::new().await;
    let (mut token, start) = opened(&firm).await;
    let mut now = start;
    while after(now, TimeDelta::hours(11)) <= after(start, LIFETIME) {
        now = after(now, TimeDelta::hours(11));
        token = at(&firm, &token, now)
            .await
            .expect("used every day")
            .rotated
            .expect("a new token");
    }
    assert!(
        at(&firm, &token, after(start, LIFETIME + TimeDelta::minutes(1)))
            .await
            .is_none()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn requests_at_once_of_one_browser_are_all_let_in() {
    let firm = Firm::new().await;
    let (token, now) = opened(&firm).await;
    let mut token = token.reveal().to_owned();
    // Two minutes: every request wants to write when it was seen. Then two hours: every one wants a new token too.
    for later in [TimeDelta::minutes(2), TimeDelta::hours(2), TimeDelta::hours(4)] {
        let mut requests = JoinSet::new();
        for _ in 0..16 {
            let (db, token) = (firm.db.clone(), Token::presented(&token));
            requests.spawn(async move { find(&db, &token, after(now, later), true).await });
        }
        let answers: Vec<Found> = requests
            .join_all()
            .await
            .into_iter()
            .map(|it| it.expect("no request fails").expect("everybody is let in"))
            .collect();
        let given: Vec<&Token> = answers.iter().filter_map(|found| found.rotated.as_ref()).collect();
        assert!(given.len() <= 1, "one new cookie at most");
        assert_eq!(given.len(), usize::from(later >= TimeDelta::hours(1)));
        for new in &given {
            token = new.reveal().to_owned();
        }
    }
}

#[tokio::test]
async fn everywhere_is_everywhere() {
    let firm = Firm::new().await;
    let (first, now) = opened(&firm).await;
    let (second, _) = opened(&firm).await;
    let user = firm.person(Role::Management).id;
    assert_eq!(sessions_of(&firm.db, user).await.expect("the sessions").len(), 2);
    assert_eq!(end_all(&firm.db, user).await.expect("they end"), 2);
    for token in [first, second] {
        assert!(at(&firm, &token, now).await.is_none());
    }
}
