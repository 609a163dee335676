//! Messages between colleagues: who gets them, their receipt, and that none waits past its time without going further.

use chrono::TimeDelta;
use clientela::{
    agenda::domain::Plan,
    clients::{self, domain::Account},
    error::AppError,
    messages::{
        self,
        domain::{Accept, LAST_LEVEL, Leave, Message},
    },
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::domain::{ActivityKind, EntryBody, Sift},
    types::{Invalid, LongText, MessageId, Moment, OpId, Phone, UserId},
};
use proptest::{prelude::*, test_runner::TestRunner};

use crate::firm::{Firm, account, owned_by, text};

async fn client(firm: &Firm) -> Account {
    let client = account("Plásticos Onil", owned_by(firm.person(Role::ZoneSales).id));
    firm.fill(vec![client.clone()]).await;
    client
}

fn asked(client: &Account, to: UserId) -> Leave {
    Leave {
        account: client.id,
        to,
        contact_name: Some(text("Rafael Sempere")),
        call_back: Phone::parse("612 345 678").ok(),
        text: LongText::parse("Que le llames: quiere ampliar.").expect("a text"),
    }
}

/// What the stream of the client tells of messages, the oldest first.
async fn told(ctx: &Ctx, client: &Account) -> Vec<EntryBody> {
    let sheet = clients::store::sheet(ctx, client.id, &Sift::default())
        .await
        .expect("its page");
    let entries = sheet.history.entries.into_iter().rev().map(|it| it.body);
    let is_of_messages = |it: &EntryBody| {
        matches!(
            it,
            EntryBody::MessageLeft { .. } | EntryBody::MessageAccepted | EntryBody::MessageEscalated { .. }
        )
    };
    entries.filter(is_of_messages).collect()
}

#[tokio::test]
async fn it_waits_for_whom_it_is_for_is_accepted_once_and_says_so_to_who_left_it() {
    let firm = Firm::new().await;
    let client = client(&firm).await;
    let (reception, seller) = (firm.ctx(Role::Reception), firm.ctx(Role::ZoneSales));
    let operation = OpId::fresh();
    let asked = asked(&client, firm.person(Role::ZoneSales).id);
    let left: Message = perform(&reception, operation, &asked).await.expect("it is left");
    let again = perform(&reception, operation, &asked).await;
    assert_eq!(again, Ok(left.clone()), "sent twice it is one");
    let inbox = messages::store::inbox(&seller).await.expect("the inbox");
    assert_eq!(inbox.waiting.len(), 1);
    assert_eq!(inbox.waiting[0].account_name, client.name);
    assert_eq!(messages::store::waiting(&seller).await, Ok(1));
    let accept = Accept { message: left.id };
    let of_who_left_it = perform(&reception, OpId::fresh(), &accept).await;
    assert_eq!(of_who_left_it, Err(AppError::Forbidden));
    let of_others = perform(&firm.ctx(Role::Marketing), OpId::fresh(), &accept).await;
    assert_eq!(of_others, Err(AppError::NotFound));
    let accepted = perform(&seller, OpId::fresh(), &accept).await.expect("it is accepted");
    assert_eq!(accepted.accepted_by, seller.actor());
    let late = perform(&seller, OpId::fresh(), &accept).await;
    assert_eq!(late, Err(AppError::AlreadyDone));
    let inbox = messages::store::inbox(&reception).await.expect("the inbox");
    assert_eq!(inbox.left[0].message.accepted_by, seller.actor(), "the receipt");
    assert_eq!(messages::store::waiting(&seller).await, Ok(0));
    let later = firm.ctx(Role::Management);
    assert!(matches!(
        told(&later, &client).await.as_slice(),
        [EntryBody::MessageLeft { .. }, EntryBody::MessageAccepted]
    ));
}

#[tokio::test]
async fn it_is_for_who_sees_the_client_and_what_is_made_of_it_remembers_who_brought_it() {
    let firm = Firm::new().await;
    let client = client(&firm).await;
    let reception = firm.ctx(Role::Reception);
    let to_a_stranger = perform(&reception, OpId::fresh(), &asked(&client, firm.colleague.id)).await;
    assert_eq!(to_a_stranger, Err(AppError::invalid("to", Invalid::DoesNotSeeClient)));
    let asked = asked(&client, firm.person(Role::ZoneSales).id);
    let left = perform(&reception, OpId::fresh(), &asked).await.expect("it is left");
    let seller = firm.ctx(Role::ZoneSales);
    let plan = Plan {
        account: client.id,
        opportunity: None,
        kind: ActivityKind::Call,
        day: seller.today(),
        at: None,
        minutes: None,
        owner: None,
        participants: Vec::new(),
        with: None,
        what: None,
        from: Some(left.entry),
    };
    let planned = perform(&seller, OpId::fresh(), &plan).await.expect("it is planned");
    assert_eq!(
        (planned.from, planned.brought_by),
        (Some(left.entry), reception.actor())
    );
}

#[tokio::test]
async fn those_that_have_gone_as_far_as_they_can_keep_none_of_the_others_back() {
    let firm = Firm::new().await;
    let client = client(&firm).await;
    let reception = firm.ctx(Role::Reception);
    let asked = asked(&client, firm.person(Role::ZoneSales).id);
    let left = perform(&reception, OpId::fresh(), &asked).await.expect("it is left");
    let at_the_end = (0..150).map(|_| Message {
        id: MessageId::fresh(),
        level: LAST_LEVEL,
        due: None,
        ..left.clone()
    });
    firm.fill(at_the_end.collect()).await;
    let later = left.left_at.minus(TimeDelta::hours(-2));
    assert_eq!(messages::store::escalate_due(&firm.db, later).await, Ok(1));
    assert_eq!(messages::store::escalate_due(&firm.db, later).await, Ok(0));
    let found: Vec<Message> = firm
        .db
        .query("SELECT * FROM $message")
        .bind(("message", left.id))
        .await
        .and_then(surrealdb::IndexedResults::check)
        .and_then(|mut answer| answer.take(0))
        .expect("the message");
    let who_left_it = reception.actor().expect("somebody");
    assert!(
        !found[0].told.contains(&who_left_it),
        "who left it does not get it back"
    );
    assert_eq!(found[0].level, 1);
}

/// Minutes from one look to the next, and after how many looks somebody accepts it.
type Course = (Vec<i64>, Option<usize>);

#[test]
fn none_waits_past_its_time_without_going_further_and_each_step_is_told_once() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let course = (prop::collection::vec(1_i64..2_000, 1..8), prop::option::of(0_usize..6));
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 32,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&course, |(pauses, accepted): Course| {
        runtime.block_on(async {
            let firm = Firm::new().await;
            let client = client(&firm).await;
            let seller = firm.person(Role::ZoneSales);
            let (reception, asked) = (firm.ctx(Role::Reception), asked(&client, seller.id));
            let left = perform(&reception, OpId::fresh(), &asked).await.expect("it is left");
            let mut now = left.left_at;
            for (look, pause) in pauses.into_iter().enumerate() {
                now = now.minus(TimeDelta::minutes(-pause));
                if accepted == Some(look) {
                    let ctx = Ctx::of(firm.db.clone(), seller.clone(), now);
                    let accept = Accept { message: left.id };
                    perform(&ctx, OpId::fresh(), &accept).await.expect("it is accepted");
                }
                // Two programs look at the same moment.
                let (one, other) = tokio::join!(
                    messages::store::escalate_due(&firm.db, now),
                    messages::store::escalate_due(&firm.db, now)
                );
                one.and(other).expect("what is due goes further");
                let inbox = messages::store::inbox(&firm.ctx(Role::Reception))
                    .await
                    .expect("the inbox");
                let message = &inbox.left[0].message;
                let is_late = message.is_waiting && message.due.is_some_and(|due| due <= now);
                assert!(!is_late, "it waits past its time");
                assert!(!message.is_waiting || message.due.is_some() || message.level == LAST_LEVEL);
                let management = Ctx::of(firm.db.clone(), firm.person(Role::Management).clone(), Moment::now());
                let told = told(&management, &client).await;
                let steps = told
                    .iter()
                    .filter(|it| matches!(it, EntryBody::MessageEscalated { .. }));
                assert_eq!(steps.count(), message.level as usize, "each step is told once");
                let mut once = message.told.clone();
                once.sort_unstable();
                once.dedup();
                assert_eq!(once.len(), message.told.len(), "nobody gets it twice");
                assert!(
                    !message.told.contains(&firm.colleague.id),
                    "nor who does not see the client"
                );
            }
        });
        Ok(())
    });
    outcome.expect("whatever the clock does");
}
