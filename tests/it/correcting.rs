//! A report is corrected or taken out by whoever may, and what it said before stays for those who audit.

use clientela::{
    clients::{
        self,
        domain::{AccountOutcome, ReportOnAccount},
    },
    error::AppError,
    search::store::{prepared, search},
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::{
        self,
        domain::{ActivityKind, CorrectReport, Entry, EntryBody, EntrySheet, PinEntry, Report, Sift},
    },
    types::{AccountId, LongText, OpId},
};

use crate::firm::Firm;

fn said(text: &str) -> Report {
    Report {
        activity: ActivityKind::Visit,
        with: None,
        reaction: None,
        text: LongText::parse(text).expect("a text"),
    }
}

/// A report of reception on an account of the firm.
async fn written(firm: &Firm, text: &str) -> (AccountId, Entry) {
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let account = card.account.expect("an account");
    let asked = ReportOnAccount {
        next: None,
        account,
        on: None,
        report: said(text),
    };
    let entry = perform(&firm.ctx(Role::Reception), OpId::fresh(), &asked).await;
    (account, entry.expect("it is written down"))
}

fn to(entry: &Entry, account: AccountId, text: Option<&str>) -> CorrectReport {
    CorrectReport {
        account,
        entry: entry.id,
        seen: entry.corrected_at,
        report: text.map(said),
    }
}

async fn now(ctx: &Ctx, account: AccountId, entry: &Entry) -> Entry {
    let entries = timeline::store::of_account(ctx, account, None, 50)
        .await
        .expect("entries");
    entries.into_iter().find(|it| it.id == entry.id).expect("the entry")
}

async fn page(ctx: &Ctx, id: AccountId, entry: &Entry) -> Result<EntrySheet, AppError> {
    let account = clients::store::account(ctx, id).await.expect("the account");
    timeline::store::correctable(ctx, &account, entry.id).await
}

#[tokio::test]
async fn who_wrote_it_corrects_it_once_and_what_it_said_stays_for_those_who_audit() {
    let firm = Firm::new().await;
    let (account, entry) = written(&firm, "Vino el gerent").await;
    let ctx = firm.ctx(Role::Reception);
    let asked = to(&entry, account, Some("Vino el gerente"));
    let operation = OpId::fresh();
    for _ in 0..2 {
        assert_eq!(perform(&ctx, operation, &asked).await, Ok(AccountOutcome::Done));
    }
    let corrected = now(&ctx, account, &entry).await;
    assert_eq!(corrected.body, EntryBody::Reported(said("Vino el gerente")));
    assert_eq!(
        (corrected.at, corrected.written_at, corrected.author),
        (entry.at, entry.written_at, entry.author)
    );
    let late = perform(&ctx, OpId::fresh(), &to(&entry, account, Some("Otra cosa"))).await;
    assert_eq!(late, Ok(AccountOutcome::Stale), "the second knows of no correction");
    let same = perform(&ctx, OpId::fresh(), &to(&corrected, account, Some("Vino el gerente"))).await;
    assert_eq!(same, Ok(AccountOutcome::Unchanged));
    assert!(
        page(&ctx, account, &entry)
            .await
            .expect("one's own")
            .versions
            .is_empty()
    );
    let audited = page(&firm.ctx(Role::SalesManager), account, &entry)
        .await
        .expect("the page");
    let versions: Vec<EntryBody> = audited.versions.into_iter().map(|it| it.body).collect();
    assert_eq!(versions, [entry.body]);
}

#[tokio::test]
async fn one_taken_out_is_found_nowhere_and_can_be_brought_back() {
    let firm = Firm::new().await;
    let (account, entry) = written(&firm, "El gerente es insoportable").await;
    prepared(&firm.db).await;
    let ctx = firm.ctx(Role::SalesManager);
    let pin = PinEntry {
        account,
        entry: entry.id,
        stays: true,
    };
    perform(&ctx, OpId::fresh(), &pin).await.expect("it stays on top");
    assert_eq!(search(&ctx, "insoportable").await.expect("found").hits().count(), 1);
    let out = perform(&ctx, OpId::fresh(), &to(&entry, account, None)).await;
    assert_eq!(out, Ok(AccountOutcome::Done));
    assert_eq!(search(&ctx, "insoportable").await.expect("nothing").hits().count(), 0);
    let sheet = clients::store::sheet(&ctx, account, &Sift::default())
        .await
        .expect("the page");
    assert!(sheet.pins.is_empty());
    assert_eq!(sheet.last_contact, None);
    let gone = now(&ctx, account, &entry).await;
    assert_eq!(
        gone.body,
        EntryBody::ReportRemoved {
            activity: ActivityKind::Visit
        }
    );
    let there = page(&ctx, account, &entry).await.expect("the page");
    assert_eq!(there.report, said("El gerente es insoportable"));
    let back = to(&gone, account, Some("El gerente discrepa"));
    assert_eq!(perform(&ctx, OpId::fresh(), &back).await, Ok(AccountOutcome::Done));
    assert_eq!(search(&ctx, "discrepa").await.expect("found").hits().count(), 1);
    let discreet = to(&now(&ctx, account, &entry).await, account, Some("El gerente lo piensa"));
    assert_eq!(perform(&ctx, OpId::fresh(), &discreet).await, Ok(AccountOutcome::Done));
    for (typed, count) in [("insoportable", 0), ("discrepa", 0), ("piensa", 1)] {
        let found = search(&ctx, typed).await.expect("an answer");
        assert_eq!(found.hits().count(), count, "{typed}");
    }
}

#[tokio::test]
async fn others_may_not_and_what_is_no_report_is_not_corrected() {
    let firm = Firm::new().await;
    let (account, entry) = written(&firm, "Llamó").await;
    for role in [Role::Technician, Role::Finance, Role::Marketing] {
        let ctx = firm.ctx(role);
        let refused = perform(&ctx, OpId::fresh(), &to(&entry, account, None)).await;
        assert_eq!(refused, Err(AppError::Forbidden), "{role:?}");
        assert_eq!(page(&ctx, account, &entry).await, Err(AppError::Forbidden), "{role:?}");
    }
    let ctx = firm.ctx(Role::Administrator);
    let entries = timeline::store::of_account(&ctx, account, None, 50)
        .await
        .expect("entries");
    let created = entries.iter().find(|it| it.id != entry.id).expect("another entry");
    let refused = perform(&ctx, OpId::fresh(), &to(created, account, Some("x"))).await;
    assert_eq!(refused, Err(AppError::Forbidden));
    let elsewhere = CorrectReport {
        account: AccountId::fresh(),
        ..to(&entry, account, None)
    };
    assert_eq!(perform(&ctx, OpId::fresh(), &elsewhere).await, Err(AppError::NotFound));
    assert_eq!(now(&ctx, account, &entry).await, entry);
}
