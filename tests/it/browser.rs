//! A browser without a window: asks the router, keeps cookies.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header, request::Builder},
    response::Response,
};
use clap::Parser;
use clientela::{
    server::{AppState, Config, db::Db, router, state},
    team::{
        api::{SetUp, SignIn, SignOut, SignOutEverywhere},
        domain::User,
        store,
    },
    types::Moment,
};
use leptos::server_fn::ServerFn;
use tower::ServiceExt;

pub const PASSWORD: &str = "tres copias para Benlloch";
pub const EMAIL: &str = "amparo@marquesroig.example";

/// The flags of the program.
#[derive(Parser)]
struct Flags {
    #[command(flatten)]
    config: Config,
}

/// The application over a database, as these flags have it.
pub fn application(db: &Db, flags: &[&str]) -> AppState {
    let flags = Flags::parse_from(std::iter::once(&"clientela").chain(flags));
    state(flags.config, db.clone()).expect("the state")
}

/// One device.
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
}

/// An answer.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Page {
    /// A header's text, empty where there is none.
    pub fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers
            .get(name)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default()
    }

    /// Where it sends the browser.
    pub fn location(&self) -> &str {
        self.header(header::LOCATION)
    }
}

impl Browser {
    pub fn of(state: &AppState) -> Self {
        Self {
            router: router(state.clone()),
            cookies: BTreeMap::new(),
        }
    }

    /// Another device.
    pub fn another(&self) -> Self {
        Self {
            router: self.router.clone(),
            cookies: BTreeMap::new(),
        }
    }

    /// Signed in without a password.
    pub async fn signed_in(state: &AppState, user: &User) -> Self {
        let token = store::start(&state.db, user.id, "test", Moment::now())
            .await
            .expect("a session");
        let mut browser = Self::of(state);
        browser.cookies.insert(
            clientela::server::cookies::session_name(&state.config).to_owned(),
            token.reveal().to_owned(),
        );
        browser
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.ask(
            Method::GET,
            path,
            &[("accept", "text/html"), ("sec-fetch-site", "same-origin")],
            String::new(),
        )
        .await
    }

    /// Sends a form, as the client does with JavaScript.
    pub async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.send_with(
            path,
            fields,
            &[("accept", "application/json"), ("sec-fetch-site", "same-origin")],
        )
        .await
    }

    /// Sends a form with these headers.
    pub async fn send_with(&mut self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Page {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        let mut all = vec![("content-type", "application/x-www-form-urlencoded")];
        all.extend(headers);
        self.ask(Method::POST, path, &all, body.join("&")).await
    }

    /// Opens a stream of events and leaves it open.
    pub async fn listen(&self, path: &str) -> Response {
        let request = self
            .request(Method::GET, path, &[])
            .body(Body::empty())
            .expect("a request");
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    fn request(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Builder {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "crm.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        request
    }

    pub async fn ask(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: String) -> Page {
        let request = self
            .request(method, path, headers)
            .body(Body::from(body))
            .expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        for cookie in headers.get_all(header::SET_COOKIE) {
            let text = cookie.to_str().expect("a cookie is text");
            let (name, value) = text
                .split(';')
                .next()
                .and_then(|pair| pair.split_once('='))
                .expect("a cookie has a value");
            if text.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = to_bytes(response.into_body(), usize::MAX).await.expect("the body");
        Page {
            status,
            headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// The first start, with this token.
    pub async fn set_up(&mut self, token: &str) -> Page {
        let fields = [
            ("token", token),
            ("firm", "Marqués & Roig"),
            ("name", "Amparo Roig"),
            ("email", EMAIL),
            ("password", PASSWORD),
            ("repeat", PASSWORD),
        ];
        self.send(SetUp::PATH, &fields).await
    }

    pub async fn sign_in(&mut self, email: &str, password: &str) -> Page {
        self.send(SignIn::PATH, &[("email", email), ("password", password)])
            .await
    }

    pub async fn sign_out(&mut self) -> Page {
        self.send(SignOut::PATH, &[]).await
    }

    pub async fn sign_out_everywhere(&mut self) -> Page {
        self.send(SignOutEverywhere::PATH, &[]).await
    }

    /// Whether pages are shown to it, rather than the way to sign in.
    pub async fn is_in(&mut self) -> bool {
        self.get("/accounts").await.status == StatusCode::OK
    }
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}
