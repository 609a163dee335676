//! The agenda under a secret address: made, read by whoever has it, renewed and taken away; through the lens of its owner.

use clientela::{
    agenda::{
        self,
        domain::{IssueFeed, Plan, WithdrawFeed},
    },
    error::AppError,
    reminders::domain::ChooseReminders,
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::domain::ActivityKind,
    types::{Locale, Moment, OpId, TimeOfDay, TimeZone},
};

use crate::{
    browser::{Browser, application},
    firm::{Firm, account, owned_by, text},
};

async fn issued(ctx: &Ctx) -> String {
    let secret = agenda::store::secret().expect("a secret");
    let asked = IssueFeed {
        digest: agenda::store::digest(&secret),
    };
    perform(ctx, OpId::fresh(), &asked).await.expect("it is made");
    secret
}

#[tokio::test]
async fn an_address_is_read_until_another_is_made_or_it_is_taken_away() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::ZoneSales);
    let read = async |secret: &str| agenda::store::reader(&firm.db, secret).await.map(|user| user.id);
    assert_eq!(read("").await, Err(AppError::NotFound));
    let first = issued(&ctx).await;
    assert_eq!(read(&first).await, Ok(firm.person(Role::ZoneSales).id));
    let second = issued(&ctx).await;
    assert_eq!(
        read(&first).await,
        Err(AppError::NotFound),
        "the one before is none any more"
    );
    assert!(read(&second).await.is_ok());
    let of_another = issued(&firm.ctx(Role::Management)).await;
    perform(&ctx, OpId::fresh(), &WithdrawFeed)
        .await
        .expect("it is taken away");
    assert_eq!(read(&second).await, Err(AppError::NotFound));
    assert!(read(&of_another).await.is_ok(), "others keep theirs");
    let state = agenda::store::feed_state(&ctx).await.expect("how it stands");
    assert_eq!(state.since, None);
}

#[tokio::test]
async fn it_holds_what_its_owner_has_planned_and_sees() {
    let firm = Firm::new().await;
    let seller = firm.person(Role::ZoneSales).id;
    let client = account("Peña; hijos, S.L.", owned_by(seller));
    firm.fill(vec![client.clone()]).await;
    let ctx = firm.ctx(Role::ZoneSales);
    let plan = Plan {
        account: client.id,
        opportunity: None,
        kind: ActivityKind::Visit,
        day: ctx.today(),
        at: TimeOfDay::parse("16:00").ok(),
        minutes: None,
        owner: None,
        participants: Vec::new(),
        with: None,
        what: Some(text("Llevar muestras")),
        from: None,
    };
    let planned = perform(&ctx, OpId::fresh(), &plan).await.expect("it is planned");
    let events = agenda::store::feed(&ctx, Locale::Es).await.expect("the events");
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].uid, planned.id.to_string());
    assert_eq!(events[0].summary, "Visita · Peña; hijos, S.L. · Llevar muestras");
    let others = agenda::store::feed(&firm.ctx(Role::Management), Locale::Es).await;
    assert_eq!(others.map(|events| events.len()), Ok(0), "it is nobody else's");
    // The client goes to somebody whose clients the seller does not see.
    firm.db
        .query("UPDATE account SET owner = $to")
        .bind(("to", firm.colleague.id))
        .await
        .and_then(surrealdb::IndexedResults::check)
        .expect("it is given away");
    let events = agenda::store::feed(&firm.ctx(Role::ZoneSales), Locale::Es).await;
    assert_eq!(events.map(|events| events.len()), Ok(0), "nor a word of what is hidden");
}

#[tokio::test]
async fn its_hours_are_those_of_the_clock_of_its_owner() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::ZoneSales);
    let client = account("Peña e Hijos, S.L.", owned_by(firm.person(Role::ZoneSales).id));
    firm.fill(vec![client.clone()]).await;
    let at = TimeOfDay::parse("16:00").expect("an hour");
    let plan = Plan {
        account: client.id,
        opportunity: None,
        kind: ActivityKind::Visit,
        day: ctx.today(),
        at: Some(at),
        minutes: None,
        owner: None,
        participants: Vec::new(),
        with: None,
        what: None,
        from: None,
    };
    perform(&ctx, OpId::fresh(), &plan).await.expect("it is planned");
    let path = format!("/calendar/{}.ics", issued(&ctx).await);
    let mut program = Browser::of(&application(&firm.db, &[]));
    for clock in [TimeZone::Peninsula, TimeZone::Canary] {
        let asked = ChooseReminders {
            before: None,
            morning: at,
            clock,
            by_mail: None,
        };
        perform(&ctx, OpId::fresh(), &asked).await.expect("it is chosen");
        let starts = Moment::local(plan.day, at, clock).to_string();
        let starts = starts.replace(['-', ':'], "").replace(".000", "");
        let page = program.get(&path).await;
        assert!(
            page.body.contains(&format!("DTSTART:{starts}")),
            "{clock} {}",
            page.body
        );
    }
}
