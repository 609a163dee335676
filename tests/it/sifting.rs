//! A part of a client's stream is exactly the part that was asked for, page after page.

use clientela::{
    clients,
    clients::domain::ReportOnAccount,
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::{
        self,
        domain::{ActivityKind, Entry, Report, Sift, Topic},
    },
    types::{LongText, Moment, OpId},
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use strum::IntoEnumIterator;

use crate::firm::{Firm, text};

const WORDS: [&str; 6] = ["Auditoría", "nóminas", "igualdad", "Pregunta", "jueves", "presupuesto"];

async fn whole(ctx: &Ctx, account: clientela::types::AccountId, sift: &Sift, limit: u32) -> Vec<Entry> {
    let (mut all, mut before) = (Vec::new(), None);
    loop {
        let (page, goes_on) = timeline::store::sifted(ctx, account, sift, before, limit)
            .await
            .expect("a page");
        before = page.last().map(|last| last.at);
        all.extend(page);
        if !goes_on {
            return all;
        }
    }
}

#[tokio::test]
async fn every_part_of_a_stream_is_what_was_asked_for_page_after_page() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let account = card.account.expect("an account");
    let mut dice = StdRng::seed_from_u64(20_261_122);
    let now = Moment::now();
    let kinds: Vec<ActivityKind> = ActivityKind::iter().collect();
    for n in 0..120 {
        let role = *[Role::SalesManager, Role::Reception, Role::ZoneSales]
            .choose(&mut dice)
            .expect("a role");
        // Several in the same millisecond: a page must not tear them apart.
        let written = now.minus(chrono::TimeDelta::days(i64::from(40 - n / 3)));
        let ctx = Ctx::of(firm.db.clone(), firm.person(role).clone(), written);
        let late = dice
            .random_bool(0.3)
            .then(|| ctx.today().plus_days(-dice.random_range(1..9)));
        let said: Vec<&str> = WORDS.choose_multiple(&mut dice, 2).copied().collect();
        let asked = ReportOnAccount {
            next: None,
            account,
            on: late,
            report: Report {
                activity: *kinds.choose(&mut dice).expect("a kind"),
                with: dice.random_bool(0.3).then(|| text("Amparo Llorens")),
                reaction: None,
                text: LongText::parse(&said.join(" ")).expect("a text"),
            },
        };
        perform(&ctx, OpId::fresh(), &asked).await.expect("it is written down");
    }
    let ctx = firm.ctx(Role::Administrator);
    let all = whole(&ctx, account, &Sift::default(), 1_000).await;
    assert!(all.len() > 120);
    for n in 0..60 {
        let sift = Sift {
            about: dice
                .random_bool(0.6)
                .then(|| Topic::iter().nth(n % 7).expect("a topic")),
            author: dice.random_bool(0.4).then(|| firm.person(Role::Reception).id),
            text: dice
                .random_bool(0.4)
                .then(|| text(["auditoria", "NOMINAS jueves", "llorens"][n % 3])),
            as_of: dice
                .random_bool(0.4)
                .then(|| ctx.today().plus_days(-dice.random_range(0..45))),
        };
        let expected: Vec<_> = all.iter().filter(|entry| sift.admits(entry)).cloned().collect();
        for limit in [1, 7, 50] {
            assert_eq!(
                whole(&ctx, account, &sift, limit).await,
                expected,
                "{sift:?} by {limit}"
            );
        }
    }
    let older = clients::store::older(&ctx, account, &Sift::default(), all[60].at)
        .await
        .expect("older");
    assert!(older.entries.iter().all(|entry| entry.at < all[60].at));
}
