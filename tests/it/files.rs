//! Files of reports: one transaction with the report, no larger than was decided, and for nobody who does not see the client.

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use axum::http::{Method, StatusCode};
use clientela::{
    clients,
    files::{
        domain::{Attachment, Media, RemoveAttachment, Told},
        store::Blobs,
    },
    server::{Ctx, db::perform},
    team::{
        self,
        domain::{ChangeSettings, Role, Settings},
    },
    timeline::domain::Sift,
    types::{AccountId, Moment, OpId},
};
use tempfile::TempDir;

use crate::{
    browser::{Browser, Page, application},
    firm::{Firm, account, owned_by},
};

const BOUNDARY: &str = "its-edge";
/// An image that says it is a page.
const IMAGE: &str = "GIF89a\u{1}\0\u{1}\0";

struct Scene {
    firm: Firm,
    folder: TempDir,
    client: AccountId,
}

impl Scene {
    async fn new() -> Self {
        let firm = Firm::new().await;
        let client = account("Talleres Biar", owned_by(firm.person(Role::ZoneSales).id));
        firm.fill(vec![client.clone()]).await;
        Self {
            folder: TempDir::new().expect("a folder"),
            client: client.id,
            firm,
        }
    }

    fn data(&self) -> &str {
        self.folder.path().to_str().expect("a path of letters")
    }

    async fn browser(&self, role: Role) -> Browser {
        let state = application(&self.firm.db, &["--data", self.data()]);
        Browser::signed_in(&state, self.firm.person(role)).await
    }

    async fn reports(&self, browser: &mut Browser, operation: OpId, files: &[(&str, &str)]) -> Page {
        let (operation, client) = (operation.to_string(), self.client.to_string());
        let words = [
            ("operation", operation.as_str()),
            ("account", client.as_str()),
            ("activity", "visit"),
            ("text", "Vimos la nave nueva"),
        ];
        send(browser, "/reports", &words, files).await
    }

    async fn shown(&self, ctx: &Ctx, sift: &Sift) -> Vec<Attachment> {
        let sheet = clients::store::sheet(ctx, self.client, sift).await.expect("the page");
        sheet.history.files.into_values().flatten().collect()
    }
}

async fn send(browser: &mut Browser, path: &str, words: &[(&str, &str)], files: &[(&str, &str)]) -> Page {
    let mut body = String::new();
    for (name, value) in words {
        body.push_str(&format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"form[{name}]\"\r\n\r\n{value}\r\n"
        ));
    }
    for (name, content) in files {
        body.push_str(&format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\ncontent-type: text/html\r\n\r\n{content}\r\n"
        ));
    }
    body.push_str(&format!("--{BOUNDARY}--\r\n"));
    let media = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [
        ("content-type", media.as_str()),
        ("accept", "application/json"),
        ("sec-fetch-site", "same-origin"),
    ];
    browser.ask(Method::POST, path, &headers, body).await
}

fn blobs(folder: &Path) -> usize {
    let inner = fs::read_dir(folder.join("files")).into_iter().flatten().flatten();
    inner
        .map(|it| match it.path().is_dir() {
            true => fs::read_dir(it.path()).into_iter().flatten().count(),
            false => 1,
        })
        .sum()
}

#[tokio::test]
async fn a_report_and_its_files_are_one_and_nobody_else_reads_them() {
    let scene = Scene::new().await;
    let mut seller = scene.browser(Role::ZoneSales).await;
    let operation = OpId::fresh();
    let files = [
        ("../Peña.html", IMAGE),
        ("plano.png", "<!doctype html><script>1</script>"),
    ];
    for _ in 0..2 {
        let answer = scene.reports(&mut seller, operation, &files).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let told: Told = serde_json::from_str(&answer.body).expect("what was written");
        assert_eq!(told.files.len(), 2);
    }
    let ctx = scene.firm.ctx(Role::ZoneSales);
    let shown = scene.shown(&ctx, &Sift::default()).await;
    assert_eq!(shown.len(), 2, "sent twice, written once");
    assert_eq!(blobs(scene.folder.path()), 2);
    let (image, page) = (&shown[0], &shown[1]);
    assert_eq!((image.name.as_str(), image.media), ("Peña.html", Media::Gif));
    assert_eq!(page.media, Media::Unknown, "by what is in it");
    let address = format!("/files/{}", image.id);
    let answer = seller.get(&address).await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, IMAGE));
    assert_eq!(answer.header("content-type"), "image/gif");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert!(answer.header("content-security-policy").starts_with("sandbox"));
    let named = "inline; filename=\"Pe_a.html\"; filename*=UTF-8''Pe%C3%B1a.html";
    assert_eq!(answer.header("content-disposition"), named);
    let answer = seller.get(&format!("/files/{}", page.id)).await;
    assert_eq!(answer.header("content-type"), "application/octet-stream");
    assert!(answer.header("content-disposition").starts_with("attachment"));
    let tag = format!("\"{}\"", image.digest);
    let known = [("if-none-match", tag.as_str()), ("sec-fetch-site", "same-origin")];
    let answer = seller.ask(Method::GET, &address, &known, String::new()).await;
    assert_eq!(answer.status, StatusCode::NOT_MODIFIED);
    let state = application(&scene.firm.db, &["--data", scene.data()]);
    let mut other = Browser::signed_in(&state, &scene.firm.colleague).await;
    assert_eq!(other.get(&address).await.status, StatusCode::NOT_FOUND, "another zone");
    let answer = scene.reports(&mut other, OpId::fresh(), &files).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_taken_out_stays_for_those_who_audit_and_for_the_day_it_was_there() {
    let scene = Scene::new().await;
    let mut seller = scene.browser(Role::ZoneSales).await;
    let answer = scene.reports(&mut seller, OpId::fresh(), &[("obra.gif", IMAGE)]).await;
    let told: Told = serde_json::from_str(&answer.body).expect("what was written");
    let file = &told.files[0];
    let path = format!("/accounts/{}/entries/{}/files", scene.client, told.entry.id);
    let operation = OpId::fresh().to_string();
    let added = send(
        &mut seller,
        &path,
        &[("operation", &operation)],
        &[("nota.txt", "Peña")],
    )
    .await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let ctx = scene.firm.ctx(Role::ZoneSales);
    assert_eq!(scene.shown(&ctx, &Sift::default()).await.len(), 2);
    let asked = RemoveAttachment { attachment: file.id };
    perform(&ctx, OpId::fresh(), &asked).await.expect("it is taken out");
    let shown = scene.shown(&ctx, &Sift::default()).await;
    assert_eq!(shown.len(), 1);
    assert!(file.stands(Some(file.created_at)) && !file.stands(Some(Moment::now().minus(chrono::TimeDelta::days(1)))));
    let address = format!("/files/{}", file.id);
    let mut administrator = scene.browser(Role::Administrator).await;
    assert_eq!(administrator.get(&address).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_file_is_no_larger_than_was_decided_and_what_belongs_to_nothing_is_swept() {
    let scene = Scene::new().await;
    let administrator = scene.firm.ctx(Role::Administrator);
    let (settings, seen) = team::store::settings(&administrator).await.expect("the settings");
    assert_eq!(settings.most_megabytes, 25);
    let asked = ChangeSettings {
        seen,
        settings: Settings {
            most_megabytes: 1,
            ..settings
        },
    };
    perform(&administrator, OpId::fresh(), &asked)
        .await
        .expect("it is decided");
    let mut seller = scene.browser(Role::ZoneSales).await;
    let large = "a".repeat(1_000_001);
    let answer = scene
        .reports(
            &mut seller,
            OpId::fresh(),
            &[("grande.txt", &large), ("obra.gif", IMAGE)],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("file_too_large"), "{}", answer.body);
    let ctx = scene.firm.ctx(Role::ZoneSales);
    assert!(scene.shown(&ctx, &Sift::default()).await.is_empty(), "no report either");
    let kept = scene.reports(&mut seller, OpId::fresh(), &[("obra.gif", IMAGE)]).await;
    assert_eq!(kept.status, StatusCode::OK);
    let folder = scene.folder.path().join("files");
    fs::create_dir_all(folder.join("ab")).expect("a folder");
    for lost in ["ab/cd", ".tmp"] {
        fs::write(folder.join(lost), "lost").expect("a file");
    }
    let before = blobs(scene.folder.path());
    Blobs::in_folder(scene.folder.path()).sweep(&scene.firm.db).await;
    assert_eq!(blobs(scene.folder.path()), before, "somebody may be about to need it");
    let long_ago = SystemTime::now() - Duration::from_secs(2 * 24 * 60 * 60);
    let inner = fs::read_dir(&folder).expect("the folder").flatten().map(|it| it.path());
    for path in inner {
        let all: Vec<_> = match path.is_dir() {
            true => fs::read_dir(&path)
                .expect("a folder")
                .flatten()
                .map(|it| it.path())
                .collect(),
            false => vec![path],
        };
        for file in all {
            let file = fs::File::options().write(true).open(file).expect("a file");
            file.set_modified(long_ago).expect("its age");
        }
    }
    Blobs::in_folder(scene.folder.path()).sweep(&scene.firm.db).await;
    assert_eq!(blobs(scene.folder.path()), 1, "what belongs to a report stays");
}
