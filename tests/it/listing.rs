//! The list of accounts: what a filter lets through, in which order, and what is changed there.

use clientela::{
    clients::{
        self,
        domain::{
            Account, AccountColumn, AccountFilter, AccountKind, AccountList, AccountLook, AccountOutcome, AccountSort,
            AccountsAsked, Fact, Lifecycle, ReportOnAccount, SharedFact, SizeBand, UndoOnAccount, UndoTogether, Warmth,
        },
        forms::{ChangeFact, Picked, typed},
    },
    error::AppError,
    pipeline::{self, domain::ReportOn},
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::domain::{ActivityKind, Report},
    types::{AccountId, Day, Invalid, LongText, OpId, ShortText, fold},
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use strum::IntoEnumIterator;
use tokio::runtime::Runtime;

use crate::firm::{Firm, account, euros, owned_by};

async fn listed(ctx: &Ctx, filter: AccountFilter, sort: Option<AccountSort>) -> AccountList {
    let asked = AccountsAsked { filter, sort, page: 0 };
    clients::store::listed(ctx, &asked).await.expect("the list")
}

fn names(list: &AccountList) -> Vec<&str> {
    list.rows.iter().map(|row| row.account.name.as_str()).collect()
}

async fn now(ctx: &Ctx, id: AccountId) -> Account {
    clients::store::account(ctx, id).await.expect("the account")
}

/// An account of the colleague or of nobody, with some of what a filter asks.
fn some_account() -> impl Strategy<Value = (usize, Lifecycle, bool, Option<SizeBand>, Option<i64>, Option<i32>)> {
    let lifecycle = proptest::sample::select(Lifecycle::iter().collect::<Vec<_>>());
    let size = proptest::option::of(proptest::sample::select(SizeBand::iter().collect::<Vec<_>>()));
    (
        0_usize..6,
        lifecycle,
        any::<bool>(),
        size,
        proptest::option::of(1_i64..50),
        proptest::option::of(1_i32..800),
    )
}

const NAMES: [&str; 6] = [
    "Áncora",
    "Náutica Xàbia",
    "Peña e Hijos",
    "Zarzuela",
    "Áncora Sur",
    "Nácar",
];

#[test]
fn a_filter_lets_through_what_going_through_all_by_hand_does() {
    let runtime = Runtime::new().expect("a runtime");
    let mut runner = TestRunner::new(Config::with_cases(6));
    let strategy = (
        proptest::collection::vec(some_account(), 40..90),
        proptest::collection::vec(
            (
                proptest::option::of(proptest::sample::select(Lifecycle::iter().collect::<Vec<_>>())),
                proptest::option::of(proptest::sample::select(SizeBand::iter().collect::<Vec<_>>())),
                prop_oneof![Just(""), Just("anc"), Just("NÁ"), Just("sur anc"), Just("612")],
                any::<bool>(),
                proptest::sample::select(vec![
                    AccountColumn::Name,
                    AccountColumn::Turnover,
                    AccountColumn::Size,
                    AccountColumn::Bought,
                ]),
                any::<bool>(),
            ),
            12,
        ),
    );
    runner
        .run(&strategy, |(accounts, filters)| {
            runtime.block_on(async {
                let firm = Firm::new().await;
                let ctx = firm.ctx(Role::Management);
                let today = ctx.today();
                let mine = firm.person(Role::Management).id;
                let rows: Vec<Account> = accounts
                    .iter()
                    .map(|(name, lifecycle, is_mine, size, turnover, bought)| Account {
                        lifecycle: *lifecycle,
                        size: *size,
                        turnover: turnover.map(euros),
                        bought_on: bought.map(|days| today.plus_days(-days)),
                        ..account(NAMES[*name], owned_by(if *is_mine { mine } else { firm.colleague.id }))
                    })
                    .collect();
                firm.fill(rows.clone()).await;
                let rows: Vec<Account> = rows.into_iter().map(|row| row.standing(today, 365)).collect();
                for (lifecycle, size, words, is_mine, by, descends) in filters {
                    let filter = AccountFilter {
                        text: words.to_owned(),
                        lifecycle,
                        size,
                        owner: is_mine.then_some(mine),
                        ..AccountFilter::default()
                    };
                    let mut wanted: Vec<&Account> = rows
                        .iter()
                        .filter(|row| lifecycle.is_none_or(|it| it == row.lifecycle))
                        .filter(|row| size.is_none() || size == row.size)
                        .filter(|row| !is_mine || row.owner == Some(mine))
                        .filter(|row| {
                            fold(words)
                                .split_whitespace()
                                .all(|word| fold(row.name.as_str()).contains(word))
                        })
                        .collect();
                    let count = wanted.len();
                    let key = |row: &Account| match by {
                        AccountColumn::Turnover => row.turnover.map(|it| it.cents()),
                        AccountColumn::Size => row.size.map(|it| it as i64),
                        AccountColumn::Bought => row.bought_on.map(|it| it.days_since(Day::FIRST).into()),
                        _ => Some(0),
                    };
                    let name = |row: &Account| fold(row.name.as_str());
                    wanted.sort_by(|a, b| {
                        let by_key = match (key(a), key(b)) {
                            (Some(a), Some(b)) if descends => b.cmp(&a),
                            (Some(a), Some(b)) => a.cmp(&b),
                            (a, b) => b.is_some().cmp(&a.is_some()),
                        };
                        let by_name = name(a).cmp(&name(b));
                        let by_name = if by == AccountColumn::Name && descends {
                            by_name.reverse()
                        } else {
                            by_name
                        };
                        by_key.then(by_name)
                    });
                    let list = listed(&ctx, filter, Some(AccountSort { by, descends })).await;
                    prop_assert_eq!(list.count as usize, count);
                    let wanted: Vec<_> = wanted.iter().take(50).map(|row| (key(row), name(row))).collect();
                    let found: Vec<_> = list
                        .rows
                        .iter()
                        .map(|row| (key(&row.account), name(&row.account)))
                        .collect();
                    prop_assert_eq!(found, wanted);
                }
                Ok(())
            })
        })
        .expect("every list is right");
}

async fn report(ctx: &Ctx, account: AccountId, days_ago: i32) -> OpId {
    let operation = OpId::fresh();
    let asked = ReportOnAccount {
        account,
        on: Some(ctx.today().plus_days(-days_ago)),
        report: Report {
            activity: ActivityKind::Call,
            with: None,
            text: LongText::parse("Hablado").expect("a text"),
            reaction: None,
        },
        next: None,
    };
    perform(ctx, operation, &asked).await.expect("a report");
    operation
}

#[tokio::test]
async fn how_warm_a_client_is_follows_its_last_contact() {
    let firm = Firm::new().await;
    let colleague = owned_by(firm.colleague.id);
    let (hot, warm, cold) = (
        account("Caliente", colleague),
        account("Templada", colleague),
        account("Fría", colleague),
    );
    firm.fill(vec![hot.clone(), warm.clone(), cold.clone()]).await;
    let ctx = firm.ctx(Role::Management);
    assert_eq!(listed(&ctx, AccountFilter::default(), None).await.count, 3);
    report(&ctx, hot.id, 30).await;
    report(&ctx, warm.id, 31).await;
    report(&ctx, warm.id, 200).await;
    report(&ctx, cold.id, 121).await;
    for (warmth, name) in [
        (Warmth::Hot, "Caliente"),
        (Warmth::Warm, "Templada"),
        (Warmth::Cold, "Fría"),
    ] {
        let filter = AccountFilter {
            warmth: Some(warmth),
            ..AccountFilter::default()
        };
        let list = listed(&ctx, filter, None).await;
        assert_eq!(names(&list), [name]);
        let last = list.rows[0].last_contact;
        assert_eq!(Warmth::of(last, ctx.today()), warmth);
    }
    let by_contact = AccountSort {
        by: AccountColumn::Contact,
        descends: true,
    };
    let list = listed(&ctx, AccountFilter::default(), Some(by_contact)).await;
    assert_eq!(names(&list), ["Caliente", "Templada", "Fría"]);
}

#[tokio::test]
async fn what_was_said_of_a_sale_that_one_does_not_see_warms_nothing() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let seen = card.account.expect("an account");
    let management = firm.ctx(Role::Management);
    let asked = ReportOn {
        opportunity: card.id,
        on: None,
        report: Report {
            activity: ActivityKind::Visit,
            with: None,
            text: LongText::parse("Visita").expect("a text"),
            reaction: None,
        },
    };
    perform(&management, OpId::fresh(), &asked).await.expect("a report");
    let contact = async |ctx: &Ctx| {
        let list = listed(ctx, AccountFilter::default(), None).await;
        let row = list
            .rows
            .into_iter()
            .find(|row| row.account.id == seen)
            .expect("the account");
        row.last_contact
    };
    assert_eq!(contact(&management).await, Some(management.today()));
    // Reception sees the clients and not the sales.
    assert_eq!(contact(&firm.ctx(Role::Reception)).await, None);
}

#[tokio::test]
async fn a_fact_is_changed_in_its_cell_and_another_fact_is_not_in_the_way() {
    let firm = Firm::new().await;
    let mine = account("Náutica Xàbia", owned_by(firm.person(Role::ZoneSales).id));
    firm.fill(vec![mine.clone()]).await;
    let ctx = firm.ctx(Role::ZoneSales);
    let write = async |fact: Fact, from: &str, to: &str| {
        let asked = ChangeFact {
            account: mine.id,
            fact,
            from: from.to_owned(),
            to: to.to_owned(),
        };
        let operation = OpId::fresh();
        match asked.on(&now(&ctx, mine.id).await)? {
            Some(edit) => Ok((operation, perform(&ctx, operation, &edit).await?)),
            None => Ok((operation, AccountOutcome::Stale)),
        }
    };
    let first = write(Fact::Phone, "", "964 12 34 56").await.map(|it| it.1);
    assert_eq!(first, Ok(AccountOutcome::Done));
    // Whoever looked at the page before writes another fact.
    let (operation, second) = write(Fact::Sector, "", "Náutica").await.expect("it is answered");
    assert_eq!(second, AccountOutcome::Done);
    let stale = write(Fact::Phone, "", "964 00 00 00").await.map(|it| it.1);
    assert_eq!(stale, Ok(AccountOutcome::Stale), "somebody has written the telephone");
    let twice = write(Fact::Phone, "", "964 123 456").await.map(|it| it.1);
    assert_eq!(twice, Ok(AccountOutcome::Unchanged), "it is so already");
    let wrong = write(Fact::Phone, "964 123 456", "<b>96</b>").await;
    assert!(matches!(wrong, Err(AppError::Invalid { field, .. }) if field == "phone"));
    let undo = UndoOnAccount {
        account: mine.id,
        operation,
    };
    assert_eq!(perform(&ctx, OpId::fresh(), &undo).await, Ok(AccountOutcome::Done));
    let after = now(&ctx, mine.id).await;
    assert_eq!(typed(&after, Fact::Sector), "");
    assert_eq!(typed(&after, Fact::Phone), "964 123 456");
}

#[tokio::test]
async fn many_are_given_the_same_and_get_back_what_each_had() {
    let firm = Firm::new().await;
    let (management, colleague) = (firm.ctx(Role::Management), firm.colleague.id);
    let mine = firm.person(Role::Management).id;
    let rows: Vec<Account> = (0..12)
        .map(|at| Account {
            source: None,
            ..account(
                &format!("Junta {at:02}"),
                owned_by(if at < 10 { mine } else { colleague }),
            )
        })
        .collect();
    firm.fill(rows.clone()).await;
    let ids: Vec<AccountId> = rows.iter().map(|row| row.id).collect();
    let facts = vec![
        SharedFact::Owner(Some(colleague)),
        SharedFact::Zone(Some(firm.zones[0])),
    ];
    let operation = OpId::fresh();
    let done = clients::store::give(&management, operation, Picked::These(ids.clone()), facts.clone()).await;
    let done = done.expect("it is answered");
    assert_eq!((done.changed.len(), done.same, done.refused), (12, 0, 0));
    let again = clients::store::give(&management, OpId::fresh(), Picked::These(ids.clone()), facts).await;
    let again = again.expect("it is answered");
    assert_eq!((again.changed.len(), again.same, again.refused), (0, 12, 0));
    // One of them is given to somebody else meanwhile: that stays, and its zone is what it was.
    let kept = vec![SharedFact::Owner(Some(mine))];
    clients::store::give(&management, OpId::fresh(), Picked::These(vec![ids[0]]), kept)
        .await
        .expect("it is answered");
    let undo = UndoTogether { operation };
    let nobody = perform(&firm.ctx(Role::ZoneSales), OpId::fresh(), &undo).await;
    assert_eq!(nobody, Err(AppError::NotFound), "it is not theirs to take back");
    let undone = perform(&management, OpId::fresh(), &undo)
        .await
        .expect("it is answered");
    assert_eq!((undone.changed.len(), undone.refused), (12, 0));
    for row in &rows[1..] {
        let after = now(&management, row.id).await;
        assert_eq!((after.owner, after.zone), (row.owner, row.zone));
    }
    let after = now(&management, ids[0]).await;
    assert_eq!((after.owner, after.zone), (Some(mine), rows[0].zone));
    let twice = perform(&management, OpId::fresh(), &undo)
        .await
        .expect("it is answered");
    assert_eq!(
        (twice.changed.len(), twice.refused),
        (0, 12),
        "there is nothing left to take back"
    );
}

#[tokio::test]
async fn who_has_left_has_a_name_and_is_told_apart() {
    let firm = Firm::new().await;
    let (ctx, gone) = (firm.ctx(Role::Management), firm.colleague.id);
    firm.leaves(gone).await;
    let holders = listed(&ctx, AccountFilter::default(), None).await.holders;
    assert!(holders.users.contains_key(&gone));
    assert_eq!(holders.gone, [gone].into());
    let board = pipeline::store::board(&ctx, None).await.expect("the board");
    assert!(board.owners.contains_key(&gone));
    assert_eq!(board.gone, [gone].into());
}

#[tokio::test]
async fn all_of_a_filter_are_changed_unless_they_are_too_many() {
    let firm = Firm::new().await;
    let mine = owned_by(firm.person(Role::Management).id);
    firm.fill((0..501).map(|at| account(&format!("Muchas {at:03}"), mine)).collect())
        .await;
    let ctx = firm.ctx(Role::Management);
    let all = |words: &str| {
        let filter = AccountFilter {
            text: words.to_owned(),
            ..AccountFilter::default()
        };
        Picked::All(Box::new(AccountLook::default().over(filter)))
    };
    let facts = vec![SharedFact::Kind(AccountKind::Supplier)];
    let refused = clients::store::give(&ctx, OpId::fresh(), all("muchas"), facts.clone()).await;
    assert_eq!(refused, Err(AppError::invalid("all", Invalid::TooMany { max: 500 })));
    let done = clients::store::give(&ctx, OpId::fresh(), all("muchas 50"), facts.clone()).await;
    assert_eq!(
        done.map(|it| it.changed.len()),
        Ok(6),
        "500, and five with 50 at their end"
    );
    let theirs = clients::store::give(&firm.ctx(Role::Reception), OpId::fresh(), all("muchas"), facts).await;
    assert_eq!(theirs, Err(AppError::Forbidden));
}

#[tokio::test]
async fn what_is_taken_out_is_what_the_list_shows_and_leaves_a_trace() {
    let firm = Firm::new().await;
    let mine = owned_by(firm.person(Role::Management).id);
    firm.fill((0..60).map(|at| account(&format!("Fuera {at:02}"), mine)).collect())
        .await;
    let ctx = firm.ctx(Role::Management);
    let filter = AccountFilter {
        text: "fuera".to_owned(),
        ..AccountFilter::default()
    };
    let look = AccountLook::default().over(filter);
    let (rows, _) = clients::store::taken_out(&ctx, &look, "csv").await.expect("the rows");
    let taken: Vec<&ShortText> = rows.iter().map(|row| &row.account.name).collect();
    assert_eq!(taken.len(), 60);
    assert!(taken.is_sorted_by_key(|name| name.as_str()));
    let traces: Vec<i64> = firm
        .db
        .query("SELECT VALUE count() FROM audit WHERE name = 'account.export' GROUP ALL")
        .await
        .expect("an answer")
        .take(0)
        .expect("a count");
    assert_eq!(traces, [1]);
    let reception = clients::store::taken_out(&firm.ctx(Role::Reception), &look, "csv").await;
    assert_eq!(reception.map(|it| it.0.len()), Err(AppError::Forbidden));
}

#[tokio::test]
async fn what_is_taken_out_waits_for_all_that_was_just_written() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Management);
    let mine = owned_by(firm.person(Role::Management).id);
    listed(&ctx, AccountFilter::default(), None).await;
    // So many at once that the index reads everything anew.
    firm.fill((0..1_001).map(|at| account(&format!("Junta {at:04}"), mine)).collect())
        .await;
    let (rows, _) = clients::store::taken_out(&ctx, &AccountLook::default(), "csv")
        .await
        .expect("the rows");
    assert_eq!(rows.len(), 1_001);
}
