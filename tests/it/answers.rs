//! What every answer carries: security headers, caching, status.

use axum::http::{StatusCode, header};
use clientela::{
    server::assets::address,
    team::{api::SignIn, domain::Role},
};
use leptos::server_fn::ServerFn;

use crate::{
    browser::{Browser, Page, application},
    firm::Firm,
};

async fn signed_in() -> (Browser, Browser) {
    let firm = Firm::new().await;
    firm.opportunity("qualification", "Obra nueva").await;
    let state = application(&firm.db, &[]);
    (
        Browser::signed_in(&state, firm.person(Role::SalesManager)).await,
        Browser::of(&state),
    )
}

fn guarded(path: &str, page: &Page) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(page.header(name), value, "{name} of {path}");
    }
    let policy = page.header(header::CONTENT_SECURITY_POLICY);
    assert!(
        policy.starts_with("default-src 'none'; ") && policy.contains("frame-ancestors 'none'"),
        "{path}: {policy}"
    );
    assert!(
        !policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'") && !policy.contains('*'),
        "{path}: {policy}"
    );
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let (mut inside, mut outside) = signed_in().await;
    for path in [
        "/board",
        "/",
        "/accounts",
        "/opportunities/new",
        "/nowhere",
        "/health",
        "/assets/nothing",
        "/favicon.svg",
        "/robots.txt",
    ] {
        guarded(path, &inside.get(path).await);
        guarded(path, &outside.get(path).await);
    }
    guarded("/sign-in", &outside.get("/sign-in").await);
    guarded(
        "a form",
        &outside.sign_in("nadie@marquesroig.example", "no es esta clave").await,
    );
    guarded(
        "a stranger's form",
        &outside
            .send_with(SignIn::PATH, &[], &[("sec-fetch-site", "cross-site")])
            .await,
    );
    guarded("an unknown function", &inside.send("/api/nothing", &[]).await);
}

#[tokio::test]
async fn the_scripts_of_a_page_carry_the_nonce_of_its_policy() {
    let (mut inside, mut outside) = signed_in().await;
    let mut seen = std::collections::BTreeSet::new();
    for page in [
        inside.get("/board").await,
        inside.get("/accounts").await,
        outside.get("/sign-in").await,
        inside.get("/nowhere").await,
    ] {
        let policy = page.header(header::CONTENT_SECURITY_POLICY);
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .expect("a nonce");
        for script in page.body.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap_or_default();
            assert!(
                tag.contains(&format!("nonce=\"{nonce}\"")),
                "a script without the nonce: {tag}"
            );
        }
        assert!(!page.body.contains(" style=\""), "the policy would refuse it");
        assert!(!page.body.contains(" onclick="), "the policy would refuse it");
        assert!(seen.insert(nonce.to_owned()), "a nonce is used once");
    }
}

#[tokio::test]
async fn pages_are_nobody_elses_and_hashed_assets_are_for_ever() {
    let (mut inside, mut outside) = signed_in().await;
    assert_eq!(inside.get("/board").await.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(outside.get("/sign-in").await.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(
        outside.get("/assets/clientela.js").await.status,
        StatusCode::NOT_FOUND,
        "a name without its hash"
    );
    // Without the front end (`cargo test` alone) there is nothing to serve.
    let Some(style) = address("clientela.css") else {
        return;
    };
    let page = outside.get(&style).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        page.header(header::CACHE_CONTROL),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(page.header(header::CONTENT_TYPE).split(';').next(), Some("text/css"));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let (mut inside, mut outside) = signed_in().await;
    for path in [
        "/nowhere",
        "/board/nowhere",
        "/accounts/018f0000000070008000000000000000/x",
    ] {
        let page = inside.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.body.contains("<html"), "{path} is a page");
    }
    assert_eq!(
        outside.get("/nowhere").await.location(),
        "/sign-in?next=/nowhere",
        "a stranger is told nothing"
    );
    assert_eq!(inside.send("/api/nothing", &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(inside.get("/health").await.body, "ok");
}

#[tokio::test]
async fn the_board_is_whole_before_any_script() {
    let (mut inside, _) = signed_in().await;
    let page = inside.get("/board").await;
    assert_eq!(page.status, StatusCode::OK);
    for text in [
        "Obra nueva",
        "Náutica Xàbia S.L.",
        "Calificación y análisis",
        "Propuesta",
        "Ganada",
        "1.000",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
}
