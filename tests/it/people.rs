//! A person in several accounts: who is the same, what their page shows, and to whom.

use clientela::{
    clients::{
        self,
        domain::{AccountOutcome, AddPerson, ChangePerson, PersonFacts, RemovePerson, ReportOnAccount},
    },
    error::AppError,
    server::db::perform,
    team::domain::Role,
    timeline::domain::{ActivityKind, Report},
    types::{AccountId, LongText, OpId, Phone},
};

use crate::firm::{Firm, account, named, owned_by, text};

fn person(account: AccountId, name: &str, phone: &str) -> AddPerson {
    let facts = PersonFacts {
        phone: Phone::parse(phone).ok(),
        ..named(text(name))
    };
    AddPerson { account, facts }
}

#[tokio::test]
async fn who_read_less_than_is_known_now_changes_nothing() {
    let firm = Firm::new().await;
    let its = account("Talleres Ronda", owned_by(firm.person(Role::ZoneSales).id));
    let ronda = its.id;
    firm.fill(vec![its]).await;
    let ctx = firm.ctx(Role::Management);
    let added = person(ronda, "Amparo Llorens Peiró", "612345678");
    let amparo = perform(&ctx, OpId::fresh(), &added).await.expect("a person");
    let read = clients::store::people(&ctx, ronda).await.expect("the people");
    let change = |role: &str| ChangePerson {
        account: ronda,
        contact: amparo,
        seen: read[0].seen,
        facts: PersonFacts {
            role: Some(text(role)),
            ..added.facts.clone()
        },
    };
    let first = perform(&ctx, OpId::fresh(), &change("Gerente")).await;
    assert_eq!(first, Ok(AccountOutcome::Done));
    let second = perform(&ctx, OpId::fresh(), &change("Compras")).await;
    assert_eq!(second, Ok(AccountOutcome::Stale));
    let now = clients::store::people(&ctx, ronda).await.expect("the people");
    assert_eq!(now[0].role, Some(text("Gerente")));
    let same = ChangePerson {
        seen: now[0].seen,
        ..change("Gerente")
    };
    assert_eq!(perform(&ctx, OpId::fresh(), &same).await, Ok(AccountOutcome::Unchanged));
}

fn said(account: AccountId, words: &str) -> ReportOnAccount {
    ReportOnAccount {
        account,
        on: None,
        report: Report {
            activity: ActivityKind::Call,
            with: None,
            reaction: None,
            text: LongText::parse(words).expect("a text"),
        },
        next: None,
    }
}

#[tokio::test]
async fn the_same_name_and_telephone_are_one_person_whose_page_shows_what_its_reader_may_see() {
    let firm = Firm::new().await;
    let seller = firm.person(Role::ZoneSales).id;
    let mine = account("Talleres Ronda", owned_by(seller));
    let theirs = account("Gres Guillén", owned_by(firm.person(Role::Management).id));
    let (ronda, gres) = (mine.id, theirs.id);
    firm.fill(vec![mine, theirs]).await;
    let all = firm.ctx(Role::Management);
    let own = firm.ctx(Role::ZoneSales);

    let amparo = perform(&all, OpId::fresh(), &person(gres, "Amparo Llorens Peiró", "612345678")).await;
    let amparo = amparo.expect("a person");
    let namesake = perform(&all, OpId::fresh(), &person(ronda, "Amparo Llorens Peiró", "699999999")).await;
    assert_ne!(namesake, Ok(amparo), "of another telephone");
    let gone = RemovePerson {
        account: ronda,
        contact: namesake.expect("a person"),
    };
    perform(&all, OpId::fresh(), &gone).await.expect("she leaves");
    let third = account("Nave Norte", owned_by(seller));
    let nave = third.id;
    firm.fill(vec![third]).await;
    let hidden = perform(&own, OpId::fresh(), &person(nave, "Amparo Llorens Peiró", "612345678")).await;
    assert_ne!(hidden, Ok(amparo), "nobody is told of whom they do not see");
    let out = RemovePerson {
        account: nave,
        contact: hidden.expect("a person"),
    };
    perform(&own, OpId::fresh(), &out).await.expect("she leaves");

    let fourth = account("Calzados Peiró", owned_by(seller));
    let shoes = fourth.id;
    firm.fill(vec![fourth]).await;
    let same = perform(
        &all,
        OpId::fresh(),
        &person(shoes, "amparo llorens peiro", "612 345 678"),
    )
    .await;
    assert_eq!(same, Ok(amparo), "however it is written");

    perform(&all, OpId::fresh(), &said(gres, "Amparo Llorens pide precio."))
        .await
        .expect("a report");
    perform(&all, OpId::fresh(), &said(shoes, "Vino Amparo Llorens."))
        .await
        .expect("a report");
    perform(&all, OpId::fresh(), &said(shoes, "Vino Vicent."))
        .await
        .expect("a report");
    let sheet = clients::store::person_sheet(&all, amparo).await.expect("her page");
    assert_eq!(
        (sheet.places.len(), sheet.history.entries.len()),
        (2, 4),
        "two reports, and twice that she is there"
    );
    let sheet = clients::store::person_sheet(&own, amparo).await.expect("her page");
    let places: Vec<AccountId> = sheet.places.iter().map(|it| it.account).collect();
    assert_eq!(places, [shoes], "what the reader does not see is not there");
    assert!(sheet.history.entries.iter().all(|it| it.account == Some(shoes)));
    let stranger = clients::store::person_sheet(&firm.ctx(Role::AreaManager), amparo).await;
    assert_eq!(stranger, Err(AppError::NotFound));
}
