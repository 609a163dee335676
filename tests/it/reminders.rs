//! Reminders: each told in time, once, to whoever does it and sees it, and sent once by whichever program is faster.

use clientela::{
    agenda::domain::{Activity, Conclude, Concluded, Outcome, Plan, Replan},
    clients::domain::Account,
    error::AppError,
    reminders::{
        self,
        domain::{ChooseReminders, Mailing, Reminded, See},
        store::Letters,
    },
    server::{Ctx, db::perform},
    team::domain::{Role, User},
    timeline::domain::ActivityKind,
    types::{Day, Moment, OpId, TimeOfDay, TimeZone},
};
use lettre::transport::stub::AsyncStubTransport;

use crate::{
    browser::application,
    firm::{Firm, account, owned_by, text},
};

const MONDAY: &str = "2026-11-23";

struct Scene {
    firm: Firm,
    seller: User,
    client: Account,
}

fn moment(text: &str) -> Moment {
    Moment::parse(&format!("2026-11-{text}:00Z")).expect("a moment")
}

fn hour(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).expect("an hour")
}

impl Scene {
    async fn new() -> Self {
        let firm = Firm::new().await;
        let seller = firm.person(Role::ZoneSales).clone();
        let client = account("Talleres Pérez", owned_by(seller.id));
        firm.fill(vec![client.clone()]).await;
        let scene = Self { firm, seller, client };
        scene.let_in("'a hash'").await;
        scene
    }

    /// The seller at a moment of that November, UTC: an hour less than in Madrid.
    fn at(&self, now: &str) -> Ctx {
        Ctx::of(self.firm.db.clone(), self.seller.clone(), moment(now))
    }

    async fn planned(&self, now: &str, day: &str, at: Option<&str>) -> Activity {
        let asked = Plan {
            account: self.client.id,
            opportunity: None,
            kind: ActivityKind::Call,
            day: Day::parse_iso(day).expect("a day"),
            at: at.map(hour),
            minutes: None,
            owner: None,
            participants: Vec::new(),
            with: Some(text("Ana")),
            what: None,
            from: None,
        };
        perform(&self.at(now), OpId::fresh(), &asked)
            .await
            .expect("it is planned")
    }

    async fn chosen(&self, before: Option<u32>, clock: TimeZone) {
        let asked = ChooseReminders {
            before,
            morning: hour("09:00"),
            clock,
            by_mail: None,
        };
        perform(&self.at("20T08:00"), OpId::fresh(), &asked)
            .await
            .expect("it is chosen");
    }

    /// How many are told at this moment, by two programs that look at once.
    async fn told(&self, now: &str) -> u32 {
        let look = || reminders::store::tell_due(&self.firm.db, moment(now), true);
        let (one, other) = tokio::join!(look(), look());
        one.expect("it looks") + other.expect("it looks")
    }

    async fn unseen(&self, now: &str) -> Vec<Reminded> {
        let unseen = reminders::store::unseen(&self.at(now)).await;
        unseen.expect("what is told").reminders
    }

    /// The seller's password, as SurrealQL.
    async fn let_in(&self, password: &str) {
        self.firm
            .db
            .query(format!("UPDATE $user SET password = {password}"))
            .bind(("user", self.seller.id))
            .await
            .and_then(surrealdb::IndexedResults::check)
            .expect("a password");
    }

    /// The client is somebody else's now.
    async fn given_away(&self) {
        self.firm
            .db
            .query("UPDATE $client SET owner = $owner")
            .bind(("client", self.client.id))
            .bind(("owner", self.firm.colleague.id))
            .await
            .and_then(surrealdb::IndexedResults::check)
            .expect("it is given away");
    }
}

fn letters(transport: AsyncStubTransport) -> Letters<AsyncStubTransport> {
    Letters {
        transport,
        from: "Clientela <avisos@marquesroig.example>".parse().expect("a mailbox"),
        address: Some("https://crm.marquesroig.example".to_owned()),
    }
}

#[tokio::test]
async fn one_is_told_before_its_hour_once_and_puts_it_away_oneself() {
    let scene = Scene::new().await;
    let call = scene.planned("23T09:00", MONDAY, Some("15:00")).await;
    assert_eq!(scene.told("23T13:44").await, 0, "not before");
    assert_eq!(scene.told("23T13:45").await, 1, "two looks at once tell once");
    assert_eq!(scene.told("23T13:46").await, 0, "and no more");
    let told = scene.unseen("23T13:46").await;
    assert_eq!(
        told.iter().map(|it| (it.activity, it.at)).collect::<Vec<_>>(),
        [(call.id, call.at)]
    );
    assert_eq!(told[0].account_name, Some(text("Talleres Pérez")));
    let see = See { reminder: told[0].id };
    let of_another = perform(&scene.firm.ctx(Role::Management), OpId::fresh(), &see).await;
    assert_eq!(of_another, Err(AppError::NotFound));
    for _ in 0..2 {
        assert_eq!(perform(&scene.at("23T13:47"), OpId::fresh(), &see).await, Ok(()));
    }
    assert_eq!(scene.unseen("23T13:47").await, []);
    assert_eq!(scene.told("23T13:48").await, 0, "seen, it does not come back");
}

#[tokio::test]
async fn put_off_it_is_told_for_its_new_hour_only_and_done_it_is_not_told() {
    let scene = Scene::new().await;
    let call = scene.planned("23T09:00", MONDAY, Some("15:00")).await;
    assert_eq!(scene.told("23T13:45").await, 1);
    let later = Replan {
        activity: call.id,
        seen: call.revision,
        day: call.day,
        at: Some(hour("17:00")),
        words: None,
    };
    let done = perform(&scene.at("23T13:50"), OpId::fresh(), &later).await;
    let Ok(Concluded::Done { activity, .. }) = done else {
        panic!("it is put off: {done:?}");
    };
    assert_eq!(scene.unseen("23T13:51").await, [], "what was told is no longer so");
    assert_eq!(scene.told("23T15:44").await, 0);
    assert_eq!(scene.told("23T15:45").await, 1);
    assert_eq!(scene.unseen("23T15:46").await.len(), 1);
    let said = Conclude {
        activity: activity.id,
        seen: activity.revision,
        outcome: Outcome::Answered,
        words: None,
        again: None,
    };
    perform(&scene.at("23T15:47"), OpId::fresh(), &said)
        .await
        .expect("it is done");
    assert_eq!(scene.unseen("23T15:48").await, [], "what is done is not shown");

    let other = scene.planned("23T15:50", MONDAY, Some("18:00")).await;
    let said = Conclude {
        activity: other.id,
        seen: other.revision,
        ..said
    };
    perform(&scene.at("23T16:00"), OpId::fresh(), &said)
        .await
        .expect("it is done before");
    assert_eq!(scene.told("23T16:46").await, 0, "what is done is not told");
}

#[tokio::test]
async fn what_has_a_day_only_is_told_in_the_morning_and_what_is_planned_when_it_is_over_is_not() {
    let scene = Scene::new().await;
    scene.planned("20T09:00", MONDAY, None).await;
    assert_eq!(scene.told("23T07:59").await, 0);
    assert_eq!(scene.told("23T08:00").await, 1, "at nine in Madrid");
    scene.planned("23T10:00", MONDAY, None).await;
    scene.planned("23T10:00", MONDAY, Some("10:30")).await;
    assert_eq!(scene.told("23T10:01").await, 0, "whoever has just planned it knows");
    scene.planned("23T10:00", MONDAY, Some("11:10")).await;
    assert_eq!(scene.told("23T10:01").await, 1, "but of what is to come one is told");
    // Put off from yesterday to today, it is known too.
    let late = scene.planned("23T10:02", "2026-11-24", None).await;
    let sooner = Replan {
        activity: late.id,
        seen: late.revision,
        day: late.day,
        at: None,
        words: None,
    };
    perform(&scene.at("24T08:30"), OpId::fresh(), &sooner)
        .await
        .expect("it is in hand");
    assert_eq!(scene.told("24T08:31").await, 0);
    // A program that was stopped for a day does not tell what is over.
    scene.planned("23T10:02", "2026-11-25", Some("10:00")).await;
    assert_eq!(scene.told("26T08:46").await, 0);
    assert_eq!(scene.told("26T08:44").await, 1);
}

#[tokio::test]
async fn each_chooses_how_long_before_and_by_which_clock() {
    let scene = Scene::new().await;
    scene.planned("20T09:00", MONDAY, Some("15:00")).await;
    scene.chosen(None, TimeZone::Peninsula).await;
    assert_eq!(scene.told("23T14:30").await, 0, "not at all");
    scene.chosen(Some(5), TimeZone::Canary).await;
    assert_eq!(scene.told("23T14:54").await, 0);
    assert_eq!(scene.told("23T14:55").await, 1);
    scene.chosen(Some(0), TimeZone::Canary).await;
    assert_eq!(scene.told("23T15:00").await, 0, "another choice tells nothing twice");
}

#[tokio::test]
async fn who_sees_the_client_no_more_is_told_nothing_of_it() {
    let scene = Scene::new().await;
    scene.planned("23T09:00", MONDAY, Some("15:00")).await;
    scene.planned("23T09:00", MONDAY, Some("16:00")).await;
    assert_eq!(scene.told("23T13:45").await, 1);
    scene.given_away().await;
    assert_eq!(scene.unseen("23T13:46").await, [], "nor of what was told");
    assert_eq!(scene.told("23T14:45").await, 0);
    let letters = letters(AsyncStubTransport::new_ok());
    let sent = reminders::store::send_due(&scene.firm.db, &letters, moment("23T14:46")).await;
    assert_eq!((sent, letters.transport.messages().await.len()), (Ok(0), 0));
}

#[tokio::test]
async fn a_letter_leaves_once_though_two_programs_send() {
    let scene = Scene::new().await;
    let call = scene.planned("23T09:00", MONDAY, Some("15:00")).await;
    assert_eq!(scene.told("23T13:45").await, 1);
    let letters = letters(AsyncStubTransport::new_ok());
    let look = || reminders::store::send_due(&scene.firm.db, &letters, moment("23T13:45"));
    let (one, other) = tokio::join!(look(), look());
    assert_eq!(one.and_then(|one| other.map(|other| one + other)), Ok(1));
    assert_eq!(
        reminders::store::send_due(&scene.firm.db, &letters, moment("23T13:47")).await,
        Ok(0)
    );
    let sent = letters.transport.messages().await;
    let [(envelope, letter)] = sent.as_slice() else {
        panic!("one letter: {sent:?}");
    };
    assert_eq!(envelope.to()[0].to_string(), scene.seller.email.to_string());
    // As letters are written: a line is broken with `=`.
    let letter = letter.replace("=\r\n", "");
    let link = format!("https://crm.marquesroig.example/today#job-{}", call.id);
    assert!(letter.contains(&link), "{letter}");
    let state = reminders::store::mailing(&scene.at("23T13:48"), true).await;
    assert_eq!(state, Ok(Mailing::On));
}

#[tokio::test]
async fn a_letter_that_does_not_leave_is_tried_for_some_hours_and_then_it_is_said() {
    let scene = Scene::new().await;
    scene.planned("23T09:00", MONDAY, Some("15:00")).await;
    assert_eq!(scene.told("23T13:45").await, 1);
    let letters = letters(AsyncStubTransport::new_error());
    for now in [
        "23T13:45", "23T13:45", "23T13:46", "23T13:50", "23T13:51", "23T14:21", "23T16:21", "23T22:21", "23T23:59",
    ] {
        let sent = reminders::store::send_due(&scene.firm.db, &letters, moment(now)).await;
        assert_eq!(sent, Ok(0));
    }
    assert_eq!(letters.transport.messages().await.len(), 6);
    let state = reminders::store::mailing(&scene.at("23T23:59"), true).await;
    assert_eq!(state, Ok(Mailing::Failed(moment("23T22:21"))));
    assert_eq!(scene.unseen("23T23:59").await.len(), 1, "here it is told all the same");
}

#[tokio::test]
async fn the_mail_server_is_named_whole_or_not_at_all() {
    let firm = Firm::new().await;
    let named = |flags: &[&str]| Letters::of(&application(&firm.db, flags).config).map(|letters| letters.is_some());
    assert_eq!(named(&[]), Ok(false));
    let server = ["--mail", "smtps://avisos:secreto@correo.example"];
    let from = ["--mail-from", "Clientela <avisos@marquesroig.example>"];
    assert_eq!(named(&server), Err("--mail-from"));
    assert_eq!(named(&[server, ["--mail-from", "nadie"]].concat()), Err("--mail-from"));
    assert_eq!(named(&[["--mail", "correo"], from].concat()), Err("--mail"));
    let whole = [server, from].concat();
    assert_eq!(named(&whole), Ok(true));
    let link = |url| named(&[whole.as_slice(), &["--public-url", url]].concat());
    assert_eq!(link("https://crm.marquesroig.example/"), Ok(true));
    assert_eq!(link("crm.marquesroig.example"), Err("--public-url"));
}

#[tokio::test]
async fn who_wants_no_letters_has_seen_it_or_cannot_sign_in_gets_none() {
    let scene = Scene::new().await;
    let letters = letters(AsyncStubTransport::new_ok());
    scene.planned("23T09:00", MONDAY, Some("14:00")).await;
    scene.let_in("NONE").await;
    assert_eq!(scene.told("23T12:45").await, 1);
    scene.let_in("'a hash'").await;
    scene.planned("23T09:00", MONDAY, Some("15:00")).await;
    scene.planned("23T09:00", MONDAY, Some("16:00")).await;
    assert_eq!(scene.told("23T13:45").await, 1);
    let told = scene.unseen("23T13:45").await;
    let see = See { reminder: told[1].id };
    perform(&scene.at("23T13:45"), OpId::fresh(), &see)
        .await
        .expect("it is seen");
    let asked = ChooseReminders {
        before: Some(15),
        morning: hour("09:00"),
        clock: TimeZone::Peninsula,
        by_mail: Some(false),
    };
    perform(&scene.at("23T14:00"), OpId::fresh(), &asked)
        .await
        .expect("it is chosen");
    assert_eq!(scene.told("23T14:45").await, 1);
    let sent = reminders::store::send_due(&scene.firm.db, &letters, moment("23T14:46")).await;
    assert_eq!((sent, letters.transport.messages().await.len()), (Ok(0), 0));
}
