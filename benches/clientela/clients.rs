//! The clients of a firm with a hundred thousand of them and a million entries: a page of one, the list, the search.

use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use clientela::{
    search::api::SearchEverything,
    server::db::Db,
    team,
    types::{AccountId, Moment, Phone, ShortText},
};
use leptos::server_fn::ServerFn;
use surrealdb::types::SurrealValue;

use crate::{
    Outcome,
    filling::url,
    process::{ask, memory, post, serve},
    report::{Report, spread},
    typing::{Known, typed},
};

/// Where the list begins, and what it is narrowed by.
const LISTS: [(&str, &str); 7] = [
    ("by name", "/accounts"),
    ("a page in the middle", "/accounts?page=900"),
    ("words", "/accounts?q=hijos+val"),
    (
        "active customers by last purchase",
        "/accounts?lifecycle=customer_active&sort=-bought",
    ),
    (
        "cold, longest without contact first",
        "/accounts?warmth=cold&sort=contact",
    ),
    ("a province by town", "/accounts?province=12&sort=town"),
    (
        "by turnover, all columns",
        "/accounts?sort=-turnover&columns=name,lifecycle,contact,owner,phone,town,province,sector,section,size,turnover,kind,zone,department,source,nif,email,web,bought,created",
    ),
];

/// How long one waits for everything to be read.
const PATIENCE: Duration = Duration::from_secs(1_800);

/// Fills a folder with made-up clients, or takes one that is filled, and asks what people ask all day.
pub fn measure(
    report: &mut Report,
    (accounts, entries): (usize, usize),
    samples: usize,
    folder: Option<&Path>,
) -> Outcome<()> {
    let temporary = tempfile::tempdir()?;
    let folder = match folder {
        Some(folder) => folder,
        None => {
            let filled = Command::new(env!("CARGO_BIN_EXE_clientela"))
                .args([
                    "demo",
                    "--fill-only",
                    "--accounts",
                    &accounts.to_string(),
                    "--entries",
                    &entries.to_string(),
                ])
                .arg("--data")
                .arg(temporary.path())
                .output()?;
            if !filled.status.success() {
                return Err(String::from_utf8_lossy(&filled.stderr).into_owned().into());
            }
            temporary.path()
        }
    };
    let peeked = Command::new(std::env::current_exe()?)
        .args(["--samples", &samples.to_string(), "--peek"])
        .arg(folder)
        .output()?;
    if !peeked.status.success() {
        return Err(String::from_utf8_lossy(&peeked.stderr).into_owned().into());
    }
    let peeked = String::from_utf8(peeked.stdout)?;
    let mut lines = peeked.lines();
    let (Some(token), Some(size)) = (lines.next(), lines.next()) else {
        return Err("nothing was peeked".into());
    };
    let known: Vec<Known<'_>> = lines.filter_map(Known::read).collect();
    let start = Instant::now();
    let (mut child, address) = serve(folder)?;
    let whole = until_whole(&address, token);
    let outcome = whole.and_then(|()| {
        report.add(
            "Until everything can be found after a start",
            size,
            &format!("{:.1} s", start.elapsed().as_secs_f64()),
        );
        report.add("Resident memory, everything can be found", size, &memory(&child)?);
        asked(report, size, &address, token, &known)
    });
    child.kill()?;
    child.wait()?;
    outcome
}

fn until_whole(address: &str, token: &str) -> Outcome<()> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        let answer = search(address, token, "a")?;
        if answer.contains("\"is_preparing\":false") {
            return Ok(());
        }
    }
    Err("not everything was read in time".into())
}

fn asked(report: &mut Report, size: &str, address: &str, token: &str, known: &[Known<'_>]) -> Outcome<()> {
    let pages = known.iter().map(|it| format!("/accounts/{}", it.id));
    report.add(
        "Page of an account",
        size,
        &each(pages, |page| ask(address, page, token))?,
    );
    for (what, page) in LISTS {
        let often = std::iter::repeat_n(page.to_owned(), known.len().div_ceil(4));
        report.add(
            &format!("List of accounts, {what}"),
            size,
            &each(often, |page| ask(address, page, token))?,
        );
    }
    let mut spelled = typed(address, token, known, |it| it.spelled())?;
    report.add("Search, each letter of a name", size, &spread(&mut spelled.times));
    report.add(
        "Letters of a name, from its first, until it is shown",
        size,
        &spelled.keys(),
    );
    let mut dialled = typed(address, token, known, |it| it.dialled())?;
    report.add(
        "Search, the last digits of a telephone",
        size,
        &spread(&mut dialled.times),
    );
    report.add("Last digits of its telephone, until it is shown", size, &dialled.keys());
    let mut words = Vec::new();
    for text in [
        "reunion presupuesto",
        "llamada gerente",
        "visita nave",
        "964",
        "plan igualdad",
        "formacion",
    ] {
        for _ in 0..known.len().div_ceil(10) {
            let start = Instant::now();
            search(address, token, text)?;
            words.push(start.elapsed());
        }
    }
    report.add("Search, words of reports and digits", size, &spread(&mut words));
    Ok(())
}

fn each(asked: impl Iterator<Item = String>, ask: impl Fn(&str) -> Outcome<()>) -> Outcome<String> {
    let mut times = Vec::new();
    for it in asked {
        let start = Instant::now();
        ask(&it)?;
        times.push(start.elapsed());
    }
    Ok(spread(&mut times))
}

pub fn search(address: &str, token: &str, text: &str) -> Outcome<String> {
    let body = serde_json::to_string(&serde_json::json!({ "text": text }))?;
    post(address, SearchEverything::url(), token, &body)
}

#[derive(SurrealValue)]
struct Peeked {
    name: ShortText,
    phone: Option<Phone>,
}

/// Prints the token of a session, how large it is, and some of its accounts, spread over all of them.
pub async fn peek(folder: &Path, samples: usize) -> Outcome<()> {
    let db = Db::open(&url(folder)).await?;
    let user = team::store::users(&db).await?;
    let user = user
        .iter()
        .find(|user| user.roles.contains(&team::domain::Role::Management))
        .ok_or("nobody manages")?;
    let token = team::store::start(&db, user.id, "bench", Moment::now()).await?;
    let ids: Vec<AccountId> = db.query("SELECT VALUE id FROM account").await?.check()?.take(0)?;
    let entries: Vec<i64> = db
        .query("SELECT VALUE count FROM (SELECT count() FROM entry GROUP ALL)")
        .await?
        .check()?
        .take(0)?;
    println!("{}", token.reveal());
    println!(
        "{} accounts, {} entries",
        ids.len(),
        entries.first().copied().unwrap_or_default()
    );
    let wanted: Vec<AccountId> = ids
        .iter()
        .step_by((ids.len() / samples.max(1)).max(1))
        .copied()
        .collect();
    for id in wanted {
        let found: Option<Peeked> = db
            .query("SELECT name, phone FROM ONLY $id")
            .bind(("id", id))
            .await?
            .check()?
            .take(0)?;
        if let Some(Peeked { name, phone }) = found {
            let phone = phone.map(|it| it.as_str().replace('+', "")).unwrap_or_default();
            println!("{id}\t{name}\t{phone}");
        }
    }
    Ok(())
}
