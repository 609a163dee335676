//! The search: it finds what was written a moment ago, and shows each role what it sees and nothing else.

use clientela::{
    clients::domain::{Account, Contact, Membership, ReportOnAccount, Way, WayKind, Ways},
    search::{
        domain::{Found, Kind, Thing},
        store::{prepared, recall, search},
    },
    server::{
        Ctx,
        db::{Gesture, Tx, perform},
    },
    team::domain::{Belongs, Role},
    timeline::domain::{ActivityKind, Report},
    types::{ContactId, Email, LongText, MembershipId, OpId, OpportunityId, Phone, Revision},
};

use crate::firm::{Firm, account, owned_by, text};

fn names(found: &Found, kind: Kind) -> Vec<String> {
    let groups = found.groups.iter().filter(|group| group.kind == Some(kind));
    groups
        .flat_map(|group| &group.hits)
        .map(|hit| hit.name.clone())
        .collect()
}

async fn look(ctx: &Ctx, typed: &str) -> Found {
    let found = search(ctx, typed).await.expect("an answer");
    assert!(!found.is_preparing);
    found
}

/// Another name for an account.
struct Renamed(Account, &'static str);

impl Gesture for Renamed {
    type Answer = ();

    const NAME: &'static str = "test.renamed";

    async fn perform(&self, _ctx: &Ctx, tx: &mut Tx) -> Result<(), clientela::error::AppError> {
        let after = Account {
            name: text(self.1),
            revision: self.0.revision.next(),
            ..self.0.clone()
        };
        tx.replace(&self.0, &after).await
    }
}

/// Somebody who has left.
struct Left(Membership);

impl Gesture for Left {
    type Answer = ();

    const NAME: &'static str = "test.left";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), clientela::error::AppError> {
        let after = Membership {
            left: Some(ctx.now),
            revision: self.0.revision.next(),
            ..self.0.clone()
        };
        tx.replace(&self.0, &after).await
    }
}

#[tokio::test]
async fn everything_is_found_by_pieces_and_at_once() {
    let firm = Firm::new().await;
    let nobodys = Belongs {
        owner: None,
        department: None,
        zone: None,
    };
    let ronda = Account {
        phone: Phone::parse("961 234 567").ok(),
        email: Email::parse("taller@ronda.example").ok(),
        ways: Ways::new(vec![
            Way::parse(WayKind::Phone, "962 777 888", None).expect("a telephone"),
        ])
        .expect("few of them"),
        ..account("Talleres Ronda S.L.", nobodys)
    };
    firm.fill(vec![ronda.clone()]).await;
    prepared(&firm.db).await;
    let ctx = firm.ctx(Role::Administrator);
    for typed in ["ronda tall", "tallres", "234 56", "+34 961", "777 8", "taro"] {
        assert_eq!(
            names(&look(&ctx, typed).await, Kind::Account),
            ["Talleres Ronda S.L."],
            "{typed}"
        );
    }
    // What is written after the index was filled.
    let person = Contact {
        id: ContactId::fresh(),
        revision: Revision::FIRST,
        name: text("Vicent Benlloch"),
        email: None,
        phone: Phone::parse("612 000 111").ok(),
    };
    firm.fill(vec![person.clone()]).await;
    assert!(look(&ctx, "vicent").await.is_empty(), "nobody's person has no page");
    let membership = Membership {
        id: MembershipId::fresh(),
        revision: Revision::FIRST,
        contact: person.id,
        account: ronda.id,
        role: Some(text("Gerente")),
        part: None,
        left: None,
    };
    firm.fill(vec![membership.clone()]).await;
    let found = look(&ctx, "benl").await;
    let hit = found.hits().next().expect("the person");
    assert_eq!(hit.about.as_deref(), Some("Gerente · Talleres Ronda S.L."));
    assert_eq!(hit.href(), format!("/accounts/{}", ronda.id));
    perform(&ctx, OpId::fresh(), &Left(membership)).await.expect("left");
    assert!(
        look(&ctx, "benl").await.is_empty(),
        "who has left is not there any more"
    );
    let offer = firm.opportunity("proposal", "Plan de igualdad").await;
    let found = look(&ctx, "igualdad nautica").await;
    assert_eq!(
        found.hits().map(|hit| hit.thing).collect::<Vec<_>>(),
        [Thing::Opportunity(offer.id)]
    );
    perform(&ctx, OpId::fresh(), &Renamed(ronda.clone(), "Carrocerías Ronda"))
        .await
        .expect("a new name");
    assert!(look(&ctx, "talleres").await.is_empty());
    assert_eq!(names(&look(&ctx, "carroc").await, Kind::Account), ["Carrocerías Ronda"]);
}

#[tokio::test]
async fn a_report_is_found_by_its_words_and_shown_with_them() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::ZoneSales);
    let mine = account("Mía S.L.", owned_by(firm.person(Role::ZoneSales).id));
    firm.fill(vec![mine.clone()]).await;
    prepared(&firm.db).await;
    let said = "Quieren el calendario de formación antes de marzo.";
    let asked = ReportOnAccount {
        next: None,
        account: mine.id,
        on: None,
        report: Report {
            activity: ActivityKind::Call,
            with: None,
            reaction: None,
            text: LongText::parse(said).expect("a text"),
        },
    };
    perform(&ctx, OpId::fresh(), &asked).await.expect("it is written down");
    let found = look(&ctx, "formacion calend").await;
    let hit = found.hits().next().expect("the report");
    assert_eq!((hit.name.as_str(), hit.about.as_deref()), (said, Some("Mía S.L.")));
    assert!(look(&ctx, "fo").await.is_empty());
    assert!(look(&firm.ctx(Role::AreaManager), "formacion").await.is_empty());
}

#[tokio::test]
async fn more_than_is_told_one_by_one_is_found_all_the_same() {
    let firm = Firm::new().await;
    prepared(&firm.db).await;
    let ctx = firm.ctx(Role::Administrator);
    let nobodys = owned_by(firm.colleague.id);
    firm.fill((0..1_200).map(|n| account(&format!("Firma {n:04}"), nobodys)).collect())
        .await;
    // The first look begins to read anew.
    search(&ctx, "firma").await.expect("an answer");
    loop {
        let found = search(&ctx, "firma 1199").await.expect("an answer");
        if !found.is_preparing {
            assert_eq!(names(&found, Kind::Account), ["Firma 1199"]);
            break;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn what_was_opened_is_recalled_through_the_lens() {
    let firm = Firm::new().await;
    let mine = account("Mía S.L.", owned_by(firm.person(Role::ZoneSales).id));
    let theirs = account("Suya S.L.", owned_by(firm.colleague.id));
    firm.fill(vec![mine.clone(), theirs.clone()]).await;
    let asked = [
        Thing::Account(theirs.id),
        Thing::Opportunity(OpportunityId::fresh()),
        Thing::Account(mine.id),
    ];
    let recalled = |found: Found| found.hits().map(|hit| hit.name.clone()).collect::<Vec<_>>();
    let ctx = firm.ctx(Role::ZoneSales);
    assert_eq!(recalled(recall(&ctx, &asked).await.expect("names")), ["Mía S.L."]);
    let ctx = firm.ctx(Role::Administrator);
    assert_eq!(
        recalled(recall(&ctx, &asked).await.expect("names")),
        ["Suya S.L.", "Mía S.L."]
    );
}
