//! What is exported is what the board shows, no more and no less, to whoever may export it; and it is written down.

use axum::http::{StatusCode, header};
use clientela::{
    clients::domain::Account,
    pipeline::{
        self,
        domain::{Opportunity, Rank},
        look::Look,
    },
    server::AppState,
    team::domain::{Action, Belongs, Role, Subject},
    types::Locale,
};

use crate::{
    browser::{Browser, Page, application},
    firm::{Firm, account, euros, owned_by, text},
};

/// Rows of every kind of owner, each with a title of its own; a third has no amount.
async fn filled(rows: u32) -> Firm {
    let firm = Firm::new().await;
    let client = account("Hermanos Peña; \"Hnos.\"", owned_by(firm.colleague.id));
    firm.fill(vec![client.clone()]).await;
    let owners = [
        Some(firm.person(Role::ZoneSales).id),
        Some(firm.person(Role::AreaManager).id),
        Some(firm.colleague.id),
        None,
    ];
    let ranks = Rank::spread(rows);
    let row = |(n, rank): (usize, Rank)| {
        let belongs = Belongs {
            owner: owners[n % 4],
            department: Some(firm.departments[n / 4 % 2]),
            zone: Some(firm.zones[n / 8 % 2]),
        };
        let client: Option<&Account> = (n % 3 > 0).then_some(&client);
        Opportunity {
            title: text(&format!("Oferta {n:03}")),
            amount: (n % 3 > 0).then(|| euros(100 * n as i64)),
            close_on: (n % 5 > 0).then(|| firm.ctx(Role::Administrator).today().plus_days(n as i32)),
            ..firm.row(&firm.stages[n % 3], client, belongs, rank)
        }
    };
    firm.fill(ranks.into_iter().enumerate().map(row).collect()).await;
    firm
}

async fn as_role(state: &AppState, firm: &Firm, role: Role) -> Browser {
    Browser::signed_in(state, firm.person(role)).await
}

/// The lines of a file in Spanish, without its heads.
fn lines(page: &Page) -> Vec<Vec<String>> {
    let text = page.body.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let rows = reader.records().map(|line| line.expect("a line"));
    rows.map(|line| line.iter().map(ToOwned::to_owned).collect()).collect()
}

/// The rows of the audit of exports: what each says.
async fn audited(firm: &Firm) -> Vec<serde_json::Value> {
    let mut answer = firm
        .db
        .query("SELECT actor, fields, at FROM audit WHERE name = 'opportunity.export' ORDER BY at")
        .await
        .expect("the audit");
    answer.take(0).expect("its rows")
}

#[tokio::test]
async fn a_file_holds_what_the_board_shows_for_every_role_and_filter() {
    let firm = filled(60).await;
    let state = application(&firm.db, &[]);
    let seller = firm.person(Role::ZoneSales).id;
    let queries = [
        String::new(),
        "?columns=title".to_owned(),
        format!("?columns=amount,title&sort=-amount&owner={seller}"),
        "?columns=title&columns=close&min=1.500&order=close".to_owned(),
        "?q=pe%C3%B1a+00&columns=title,account".to_owned(),
    ];
    for role in [
        Role::Administrator,
        Role::Management,
        Role::SalesManager,
        Role::AreaManager,
        Role::ZoneSales,
        Role::Marketing,
        Role::Finance,
    ] {
        let mut browser = as_role(&state, &firm, role).await;
        let ctx = firm.ctx(role);
        for query in &queries {
            let page = browser.get(&format!("/opportunities/export.csv{query}")).await;
            assert_eq!(page.status, StatusCode::OK, "{role:?} {query}");
            let pairs: Vec<(String, String)> = pairs_of(query);
            let look = Look::read_table(|name| {
                let of = pairs.iter().filter(|(it, _)| it == name);
                of.map(|(_, value)| value.clone()).collect()
            });
            let layout = look.layout.clone().expect("a table");
            let board = pipeline::store::board(&ctx, None).await.expect("the board");
            let mut shown = board.rows(&look.filter, look.order, layout.sort);
            shown.retain(|card| {
                let belongs = Belongs {
                    owner: card.facets.owner,
                    department: card.facets.department,
                    zone: card.facets.zone,
                };
                ctx.lens.admits(Subject::Opportunities, Action::Export, belongs)
            });
            let at = layout
                .columns
                .iter()
                .position(|it| it.as_ref() == "title")
                .expect("titles");
            let titles: Vec<String> = lines(&page).into_iter().map(|mut line| line.remove(at)).collect();
            let expected: Vec<String> = shown.iter().map(|card| card.title.to_string()).collect();
            assert_eq!(titles, expected, "{role:?} {query}");
        }
    }
    assert_eq!(audited(&firm).await.len(), 35);
}

/// The pairs of a query.
fn pairs_of(query: &str) -> Vec<(String, String)> {
    let uri: axum::http::Uri = format!("/{query}").parse().expect("an address");
    axum::extract::Query::try_from_uri(&uri).expect("pairs").0
}

#[tokio::test]
async fn values_are_those_of_the_cards_and_each_language_writes_them_its_way() {
    let firm = filled(5).await;
    let state = application(&firm.db, &[]);
    let mut browser = as_role(&state, &firm, Role::SalesManager).await;
    let path = "/opportunities/export.csv?columns=title,account,amount,probability,weighted,close,owner&sort=title";
    let page = browser.get(path).await;
    assert_eq!(page.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(page.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    let today = firm.ctx(Role::SalesManager).today();
    let name = format!("attachment; filename=\"oportunidades-{today}.csv\"");
    assert_eq!(page.header(header::CONTENT_DISPOSITION), name);
    assert!(page.body.ends_with("\r\n"));
    assert!(page.body.contains("\"Hermanos Peña; \"\"Hnos.\"\"\";"), "{}", page.body);
    let found = lines(&page);
    let close = today.plus_days(2).format(Locale::Es);
    let owner = firm.colleague.name.as_str();
    assert_eq!(
        found[2],
        [
            "Oferta 002",
            "Hermanos Peña; \"Hnos.\"",
            "200,00",
            "80",
            "160,00",
            &close,
            owner
        ]
    );
    assert_eq!(found[3][1..3], ["", ""]);
    browser.cookies.insert("language".to_owned(), "en".to_owned());
    let english = browser.get(path).await;
    assert!(english.header(header::CONTENT_DISPOSITION).contains("opportunities-"));
    let iso = today.plus_days(2);
    let line = format!("Oferta 002,\"Hermanos Peña; \"\"Hnos.\"\"\",200.00,80,160.00,{iso},{owner}\r\n");
    assert!(english.body.contains(&line), "{}", english.body);
}

#[tokio::test]
async fn no_name_of_a_client_is_a_formula_to_a_spreadsheet() {
    let firm = Firm::new().await;
    let evil = ["=1+cmd|' /C calc'!A0", "+34 961", "-2+3", "@SUM(A1:A9)"];
    let owner = owned_by(firm.person(Role::ZoneSales).id);
    let rows = evil.map(|name| {
        let client = account(name, owner);
        let row = firm.row(&firm.stages[0], Some(&client), owner, Rank::first());
        (
            client,
            Opportunity {
                title: text(name),
                ..row
            },
        )
    });
    let (clients, rows): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    firm.fill(clients).await;
    firm.fill(rows).await;
    let state = application(&firm.db, &[]);
    let mut browser = as_role(&state, &firm, Role::ZoneSales).await;
    let page = browser
        .get("/opportunities/export.csv?columns=account,title,amount")
        .await;
    for line in lines(&page) {
        assert!(line[0].starts_with('\'') && line[1].starts_with('\''), "{line:?}");
        assert_eq!(line[2], "500,00");
    }
    assert_eq!(lines(&page).len(), evil.len());
}

#[tokio::test]
async fn who_may_not_export_gets_a_sentence_and_nothing_is_left_behind() {
    let firm = filled(3).await;
    let state = application(&firm.db, &[]);
    for role in [Role::Technician, Role::Support, Role::Reception] {
        let mut browser = as_role(&state, &firm, role).await;
        for ending in ["csv", "xlsx"] {
            let page = browser.get(&format!("/opportunities/export.{ending}")).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(page.body, "Tu puesto no permite exportar.");
            assert_eq!(page.header(header::CONTENT_DISPOSITION), "");
        }
        assert_eq!(browser.get("/opportunities").await.status, StatusCode::FORBIDDEN);
    }
    let nobody = Browser::of(&state).get("/opportunities/export.csv").await;
    assert!(nobody.location().starts_with("/sign-in?next="));
    assert_eq!(audited(&firm).await.len(), 0);
}

#[tokio::test]
async fn each_export_says_in_the_audit_who_took_what_and_how_much() {
    let firm = filled(12).await;
    let state = application(&firm.db, &[]);
    let mut browser = as_role(&state, &firm, Role::Finance).await;
    let before = firm.counts().await;
    let page = browser.get("/opportunities/export.xlsx?q=oferta+01&sort=-amount").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.header(header::CONTENT_TYPE).ends_with("spreadsheetml.sheet"));
    assert!(page.body.starts_with("PK"));
    let rows = audited(&firm).await;
    let said = rows[0].to_string();
    for part in ["xlsx", "?q=oferta%2001&sort=-amount", "\"after\":3"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(
        said.contains(&firm.person(Role::Finance).id.uuid().to_string()),
        "{said}"
    );
    let after = firm.counts().await;
    assert_eq!(
        (after["audit"], after["operation"]),
        (before["audit"] + 1, before["operation"] + 1)
    );
    assert_eq!(after["change"], before["change"], "nothing has changed");
}

#[tokio::test]
async fn every_row_is_on_one_page_of_the_table() {
    let firm = filled(230).await;
    let state = application(&firm.db, &[]);
    let mut browser = as_role(&state, &firm, Role::SalesManager).await;
    let mut seen = Vec::new();
    for (number, range) in [
        (1, "1–100 de 230"),
        (2, "101–200 de 230"),
        (3, "201–230 de 230"),
        (9, "201–230 de 230"),
    ] {
        let page = browser.get(&format!("/opportunities?sort=title&page={number}")).await;
        assert!(page.body.contains(range), "{range}");
        if number <= 3 {
            // What the page is drawn from is in it as well, further down.
            let drawn = page
                .body
                .split("<tbody>")
                .nth(1)
                .and_then(|it| it.split("</tbody>").next());
            let rows = drawn.expect("rows").matches("data-card=\"").count();
            seen.push(rows);
        }
    }
    assert_eq!(seen, [100, 100, 30]);
    let seller = as_role(&state, &firm, Role::ZoneSales)
        .await
        .get("/opportunities")
        .await;
    assert!(seller.body.contains("Salen solo las que tu puesto permite exportar."));
}
