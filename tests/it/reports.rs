//! What was said about an opportunity is written down beside it, by whoever sees it; and who is in its account is read there.

use clientela::{
    clients::domain::{BuyingPart, Contact, Membership},
    error::AppError,
    pipeline::{
        self,
        domain::{Opportunity, ReportOn},
    },
    server::{Ctx, db::perform},
    team::domain::{Belongs, Role},
    timeline::domain::{ActivityKind, EntryBody, Reaction, Report},
    types::{ContactId, Day, Invalid, LongText, MembershipId, Moment, OpId, Revision},
};

use crate::firm::{Firm, account, owned_by, text};

fn report(on: &Opportunity, day: Option<Day>) -> ReportOn {
    ReportOn {
        opportunity: on.id,
        on: day,
        report: Report {
            activity: ActivityKind::Visit,
            with: Some(text("Sr. Zabala, director informático")),
            reaction: Some(Reaction::Good),
            text: LongText::parse("Quiere la auditoría antes de marzo.\nLe mandamos el plan el lunes.")
                .expect("a text"),
        },
    }
}

#[tokio::test]
async fn a_report_is_told_on_the_day_it_happened_and_makes_the_card_fresh() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let ctx = firm.ctx(Role::Marketing);
    let asked = report(&card, None);
    let (operation, again) = (OpId::fresh(), OpId::fresh());
    for _ in 0..2 {
        perform(&ctx, operation, &asked)
            .await
            .expect("whoever sees it may report");
    }
    let now = firm.now(card.id).await;
    assert_eq!(
        (now.last_activity_at, now.revision),
        (Some(ctx.now), card.revision.next())
    );
    let earlier = ctx.today().plus_days(-3);
    perform(&ctx, again, &report(&card, Some(earlier)))
        .await
        .expect("written down later");
    assert_eq!(
        firm.now(card.id).await.last_activity_at,
        Some(ctx.now),
        "what is older is no news"
    );
    let told = pipeline::store::beside(&ctx, card.id)
        .await
        .expect("what stands beside it");
    let reports: Vec<_> = told
        .entries
        .iter()
        .filter(|entry| matches!(entry.body, EntryBody::Reported(_)))
        .collect();
    assert_eq!(reports.len(), 2, "the same operation is one report");
    assert_eq!(reports[0].body, EntryBody::Reported(asked.report));
    assert_eq!(reports[1].at.local_day(clientela::types::TimeZone::default()), earlier);
    assert_eq!(reports[1].written_at, ctx.now);
    assert!(told.authors.contains_key(&firm.person(Role::Marketing).id));
}

#[tokio::test]
async fn a_day_to_come_and_an_opportunity_out_of_sight_are_refused() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let ctx = firm.ctx(Role::SalesManager);
    let tomorrow = perform(&ctx, OpId::fresh(), &report(&card, Some(ctx.today().plus_days(1)))).await;
    assert_eq!(tomorrow, Err(AppError::invalid("on", Invalid::DayToCome)));
    let stranger = Ctx::of(firm.db.clone(), firm.colleague.clone(), Moment::now());
    let hidden = perform(&stranger, OpId::fresh(), &report(&card, None)).await;
    assert_eq!(hidden, Err(AppError::NotFound));
    assert_eq!(firm.now(card.id).await, card);
    let beside = pipeline::store::beside(&stranger, card.id).await;
    assert_eq!(beside, Err(AppError::NotFound));
}

#[tokio::test]
async fn who_is_in_the_account_is_read_beside_the_opportunity_by_whoever_sees_the_account() {
    let firm = Firm::new().await;
    let seller = firm.person(Role::ZoneSales);
    let mine = owned_by(seller.id);
    let of_nobody = Belongs {
        owner: None,
        department: None,
        zone: None,
    };
    for (whose, seen) in [(mine, 2), (of_nobody, 0)] {
        let client = account("Hidráulicas Benlloch", whose);
        let card = firm.row(
            firm.stage("proposal"),
            Some(&client),
            mine,
            pipeline::domain::Rank::first(),
        );
        let people = ["Vicent Benlloch", "Amparo Llorens"].map(|name| Contact {
            id: ContactId::fresh(),
            revision: Revision::FIRST,
            name: text(name),
            email: None,
            phone: None,
        });
        let posts = people.each_ref().map(|contact| Membership {
            id: MembershipId::fresh(),
            revision: Revision::FIRST,
            contact: contact.id,
            account: client.id,
            role: Some(text("Gerente")),
            part: Some(BuyingPart::Decides),
            left: None,
        });
        firm.fill(vec![client]).await;
        firm.fill(people.to_vec()).await;
        firm.fill(posts.to_vec()).await;
        firm.fill(vec![card.clone()]).await;
        let beside = pipeline::store::beside(&firm.ctx(Role::ZoneSales), card.id).await;
        let people = beside.expect("one's own opportunity").people;
        assert_eq!(people.len(), seen);
        if let Some(first) = people.first() {
            assert_eq!(first.said(), "Amparo Llorens, gerente");
            assert_eq!(first.part, Some(BuyingPart::Decides));
        }
    }
}
