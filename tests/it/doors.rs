//! Setting up, signing in and out, through HTTP.

use axum::http::{StatusCode, header};
use clientela::{
    server::{AppState, db::Db},
    team::{
        api::{SignIn, SignOut},
        domain::Role,
    },
};
use leptos::server_fn::ServerFn;

use crate::{
    browser::{Browser, EMAIL, PASSWORD, application},
    firm::Firm,
};

async fn fresh() -> AppState {
    application(&Db::open("mem://").await.expect("a database"), &[])
}

#[tokio::test]
async fn a_firm_is_set_up_once_by_whoever_sees_the_terminal() {
    let state = fresh().await;
    let mut browser = Browser::of(&state);
    for path in ["/", "/board", "/sign-in", "/accounts"] {
        assert_eq!(
            browser.get(path).await.location(),
            "/set-up",
            "{path} before there is a firm"
        );
    }
    assert_eq!(browser.get("/set-up").await.status, StatusCode::OK);
    let refused = browser.set_up("AAAA-AAAA-AAAA-AAAA").await;
    assert!(
        refused.body.contains("WrongToken"),
        "{} {}",
        refused.status,
        refused.body
    );
    assert!(browser.cookies.is_empty());
    let accepted = browser.set_up(&state.set_up_token.to_lowercase()).await;
    assert_eq!(accepted.body, "\"/board\"");
    assert_eq!(
        browser.get("/board").await.status,
        StatusCode::OK,
        "and the administrator is in"
    );
    let mut second = browser.another();
    assert!(second.set_up(&state.set_up_token).await.body.contains("AlreadyDone"));
    assert!(second.cookies.is_empty());
    assert_eq!(second.get("/set-up").await.location(), "/sign-in");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_e_mail_look_the_same_and_guessing_slows_down() {
    let state = fresh().await;
    let mut browser = Browser::of(&state);
    browser.set_up(&state.set_up_token).await;
    let mut stranger = browser.another();
    let wrong = stranger.sign_in(EMAIL, "tres copias para nadie").await;
    let unknown = stranger.sign_in("nadie@marquesroig.example", PASSWORD).await;
    let nonsense = stranger.sign_in("not an e-mail", PASSWORD).await;
    assert!(wrong.body.contains("WrongCredentials"), "{}", wrong.body);
    for other in [unknown, nonsense] {
        assert_eq!((other.status, &other.body), (wrong.status, &wrong.body));
    }
    for _ in 0..4 {
        assert!(
            stranger
                .sign_in(EMAIL, "otra vez")
                .await
                .body
                .contains("WrongCredentials")
        );
    }
    for password in ["una más", PASSWORD] {
        let slowed = stranger.sign_in(EMAIL, password).await;
        assert!(slowed.body.contains("TooManyAttempts"), "{}", slowed.body);
    }
    assert!(stranger.cookies.is_empty());
    assert!(browser.is_in().await, "whoever is in stays in");
}

#[tokio::test]
async fn the_page_asked_for_comes_after_signing_in_and_no_other_site() {
    let state = fresh().await;
    let mut browser = Browser::of(&state);
    browser.set_up(&state.set_up_token).await;
    let mut other = browser.another();
    assert_eq!(
        other.get("/accounts?q=ñ").await.location(),
        "/sign-in?next=/accounts%3Fq%3D%C3%B1"
    );
    assert_eq!(other.get("/").await.location(), "/sign-in");
    let form = |next| [("email", EMAIL), ("password", PASSWORD), ("next", next)];
    assert_eq!(
        other.send(SignIn::PATH, &form("/accounts?q=a")).await.body,
        "\"/accounts?q=a\""
    );
    assert_eq!(
        other.get("/sign-in").await.location(),
        "/board",
        "who is in has nothing to do there"
    );
    assert_eq!(
        browser.another().send(SignIn::PATH, &form("//evil.example")).await.body,
        "\"/\""
    );
    // A browser without JavaScript is taken there.
    let html = [("accept", "text/html"), ("sec-fetch-site", "same-origin")];
    for (next, leads) in [("/accounts?q=a", "/accounts?q=a"), ("/\t/evil.example", "/")] {
        let taken = browser.another().send_with(SignIn::PATH, &form(next), &html).await;
        assert_eq!((taken.status, taken.location()), (StatusCode::FOUND, leads));
    }
}

#[tokio::test]
async fn without_javascript_a_refusal_comes_back_to_the_form() {
    let state = fresh().await;
    let mut browser = Browser::of(&state);
    browser.set_up(&state.set_up_token).await;
    let mut plain = browser.another();
    let headers = [
        ("accept", "text/html"),
        ("sec-fetch-site", "same-origin"),
        ("referer", "http://crm.example/sign-in"),
    ];
    let refused = plain
        .send_with(SignIn::PATH, &[("email", EMAIL), ("password", "no es esta")], &headers)
        .await;
    assert_eq!(refused.status, StatusCode::FOUND, "{}", refused.body);
    let back = refused.location().trim_start_matches("http://crm.example").to_owned();
    assert!(back.starts_with("/sign-in?"), "{back}");
    let page = plain.get(&back).await;
    assert!(page.body.contains("contraseña no"), "the page says why: {}", page.body);
    let accepted = plain
        .send_with(SignIn::PATH, &[("email", EMAIL), ("password", PASSWORD)], &headers)
        .await;
    assert_eq!(accepted.body, "\"/\"");
}

#[tokio::test]
async fn the_session_cookie_is_the_servers_alone() {
    let db = Db::open("mem://").await.expect("a database");
    let state = application(&db, &[]);
    let mut browser = Browser::of(&state);
    let cookie = browser
        .set_up(&state.set_up_token)
        .await
        .header(header::SET_COOKIE)
        .to_owned();
    assert!(
        cookie.starts_with("clientela=") && !cookie.contains("Secure"),
        "{cookie}"
    );
    for flag in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=2592000"] {
        assert!(cookie.contains(flag), "{flag} in {cookie}");
    }
    let https = application(&db, &["--https"]);
    let signed = Browser::of(&https).sign_in(EMAIL, PASSWORD).await;
    let cookie = signed.header(header::SET_COOKIE);
    assert!(
        cookie.starts_with("__Host-clientela=") && cookie.contains("; Secure"),
        "{cookie}"
    );
    assert!(!signed.header(header::STRICT_TRANSPORT_SECURITY).is_empty());
}

#[tokio::test]
async fn signing_out_ends_this_device_or_all() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let user = firm.person(Role::Management);
    let mut desk = Browser::signed_in(&state, user).await;
    let mut phone = Browser::signed_in(&state, user).await;
    let mut other = Browser::signed_in(&state, firm.person(Role::Finance)).await;
    let kept = desk.cookies.clone();
    assert_eq!(desk.sign_out().await.location(), "/sign-in");
    assert!(desk.cookies.is_empty());
    desk.cookies = kept;
    assert!(!desk.is_in().await, "the token itself is worth nothing any more");
    assert!(phone.is_in().await);
    let mut desk = Browser::signed_in(&state, user).await;
    desk.sign_out_everywhere().await;
    assert!(!phone.is_in().await);
    assert!(other.is_in().await, "another person stays in");
}

#[tokio::test]
async fn who_is_deactivated_is_out_at_once() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let user = firm.person(Role::Management);
    let mut browser = Browser::signed_in(&state, user).await;
    assert!(browser.is_in().await);
    let sql = "UPDATE $user SET active = false";
    firm.db
        .query(sql)
        .bind(("user", user.id))
        .await
        .and_then(surrealdb::IndexedResults::check)
        .expect("deactivated");
    assert!(!browser.is_in().await);
}

#[tokio::test]
async fn another_site_changes_nothing() {
    let firm = Firm::new().await;
    let state = application(&firm.db, &[]);
    let mut browser = Browser::signed_in(&state, firm.person(Role::Management)).await;
    for headers in [
        [("sec-fetch-site", "cross-site"), ("accept", "text/html")],
        [("sec-fetch-site", "same-site"), ("accept", "text/html")],
        [("origin", "https://evil.example"), ("accept", "text/html")],
        [("origin", "null"), ("accept", "text/html")],
    ] {
        for path in [SignOut::PATH, "/preferences"] {
            assert_eq!(
                browser.send_with(path, &[("theme", "dark")], &headers).await.status,
                StatusCode::FORBIDDEN,
                "{headers:?}"
            );
        }
    }
    assert!(browser.is_in().await);
    let read = browser
        .ask(
            axum::http::Method::GET,
            "/board",
            &[("sec-fetch-site", "cross-site")],
            String::new(),
        )
        .await;
    assert_eq!(read.status, StatusCode::OK, "a link from elsewhere still opens");
}
