//! Two accounts become one and two again: nothing that hangs from them is lost, and an undo leaves everything as it was.

use std::collections::{BTreeMap, BTreeSet};

use clientela::{
    agenda::domain::Plan,
    clients::{
        self,
        domain::{
            AccountOutcome, AddPerson, Contact, Fact, Instruct, Lifecycle, Membership, Merge, NeedKind, NeedState,
            NoteNeed, RemovePerson, ReportOnAccount, UndoOnAccount,
        },
    },
    error::AppError,
    pipeline::domain::{MoveOutcome, Rank},
    search,
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::domain::{ActivityKind, PinEntry, Report, Sift},
    types::{AccountId, ContactId, LongText, MembershipId, OpId, Revision},
};
use proptest::{prelude::*, test_runner::TestRunner};
use surrealdb::types::Value;

use crate::{
    alike::create,
    firm::{Firm, named, owned_by, text},
};

/// Something that hangs from one of the two: which, and what.
type Child = (bool, u8, u8);

async fn merge(ctx: &Ctx, kept: AccountId, gone: AccountId, take: &[Fact]) -> (OpId, Result<AccountOutcome, AppError>) {
    let revision = async |id| clients::store::account(ctx, id).await.expect("it is seen").revision;
    let asked = Merge {
        kept,
        gone,
        kept_seen: revision(kept).await,
        gone_seen: revision(gone).await,
        take: take.iter().copied().collect(),
    };
    let operation = OpId::fresh();
    (operation, perform(ctx, operation, &asked).await)
}

async fn undo(ctx: &Ctx, kept: AccountId, merge: OpId) -> Result<AccountOutcome, AppError> {
    let asked = UndoOnAccount {
        account: kept,
        operation: merge,
    };
    perform(ctx, OpId::fresh(), &asked).await
}

/// Every row of what hangs from accounts and of the accounts themselves, without how often each was written and without what the
/// merge itself told.
async fn state(firm: &Firm) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for table in clients::store::HANGS
        .into_iter()
        .chain(["account", "contact", "opportunity"])
    {
        let rows: Vec<Value> = firm
            .db
            .query(format!("SELECT * OMIT revision FROM {table}"))
            .await
            .and_then(surrealdb::IndexedResults::check)
            .and_then(|mut answer| answer.take(0))
            .expect("the rows");
        let rows = rows.into_iter().map(|row| format!("{row:?}"));
        all.insert(table, rows.filter(|row| !row.contains("accounts_")).collect());
    }
    all
}

fn counts(state: &BTreeMap<&'static str, BTreeSet<String>>) -> BTreeMap<&'static str, usize> {
    state.iter().map(|(table, rows)| (*table, rows.len())).collect()
}

async fn child(firm: &Firm, ctx: &Ctx, account: AccountId, (_, what, n): Child) {
    let name = text(&format!("Persona {n}"));
    match what % 7 {
        0 => {
            let asked = AddPerson {
                account,
                facts: named(name),
            };
            // The same name twice in one account is refused.
            let saved = perform(ctx, OpId::fresh(), &asked).await;
            if let (Ok(contact), 0) = (saved, n % 3) {
                let gone = RemovePerson { account, contact };
                perform(ctx, OpId::fresh(), &gone).await.expect("they leave");
            }
        }
        1 => {
            let its = clients::store::account(ctx, account).await.expect("it is seen");
            let mine = owned_by(firm.person(Role::Management).id);
            firm.fill(vec![firm.row(firm.stage("proposal"), Some(&its), mine, Rank::first())])
                .await;
        }
        2 => {
            let asked = Plan {
                account,
                opportunity: None,
                kind: ActivityKind::Call,
                day: ctx.today(),
                at: None,
                minutes: None,
                owner: None,
                participants: Vec::new(),
                with: Some(name),
                what: None,
                from: None,
            };
            perform(ctx, OpId::fresh(), &asked).await.expect("it is planned");
        }
        4 => {
            let asked = NoteNeed {
                account,
                kind: NeedKind::Problem,
                text: name,
                state: NeedState::Later,
            };
            perform(ctx, OpId::fresh(), &asked).await.expect("it is noted");
        }
        3 => {
            let seen = clients::store::account(ctx, account)
                .await
                .expect("it is seen")
                .revision;
            let asked = Instruct {
                account,
                seen,
                text: LongText::parse("No bajar precio.").ok(),
            };
            perform(ctx, OpId::fresh(), &asked).await.expect("it is said");
        }
        _ => {
            let asked = ReportOnAccount {
                account,
                report: Report {
                    activity: ActivityKind::Visit,
                    with: Some(name),
                    reaction: None,
                    text: LongText::parse("Piden precio para marzo.").expect("a text"),
                },
                on: None,
                next: None,
            };
            let entry = perform(ctx, OpId::fresh(), &asked).await.expect("it is written");
            let pin = PinEntry {
                account,
                entry: entry.id,
                stays: true,
            };
            // Three are the most.
            perform(ctx, OpId::fresh(), &pin).await.ok();
        }
    }
}

async fn two(firm: &Firm, ctx: &Ctx) -> [AccountId; 2] {
    let owner = firm.person(Role::Management).id.to_string();
    let one = create(ctx, "Hermanos Peña, S.L.", |it| {
        it.facts.owner = owner.clone();
        it.facts.phone = "961 234 567".into();
    });
    let other = create(ctx, "HNOS PEÑA", |it| {
        it.facts.owner = owner.clone();
        it.facts.phone = "612 345 678".into();
        it.facts.nif = "B12345674".into();
        it.facts.town = "Ontinyent".into();
    });
    [one.await, other.await]
}

#[test]
fn nothing_is_lost_and_an_undo_leaves_everything_as_it_was() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let children = prop::collection::vec((any::<bool>(), any::<u8>(), 0_u8..6), 0..14);
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&(children, any::<bool>()), |(children, takes)| {
        runtime.block_on(async {
            let firm = Firm::new().await;
            let ctx = firm.ctx(Role::Management);
            let [kept, gone] = two(&firm, &ctx).await;
            for it in children {
                child(&firm, &ctx, if it.0 { kept } else { gone }, it).await;
            }
            let ctx = firm.ctx(Role::Management);
            let before = state(&firm).await;
            let take: &[Fact] = if takes { &[Fact::Name, Fact::Phone] } else { &[] };
            let (operation, done) = merge(&ctx, kept, gone, take).await;
            assert_eq!(done, Ok(AccountOutcome::Done));
            let between = state(&firm).await;
            let mut wanted = counts(&before);
            wanted.entry("account").and_modify(|count| *count -= 1);
            assert_eq!(counts(&between), wanted, "every child is there");
            let left_behind = between.iter().filter(|(table, _)| **table != "account");
            let left_behind: usize = left_behind
                .map(|(_, rows)| rows.iter().filter(|row| row.contains(&gone.uuid().to_string())).count())
                .sum();
            assert_eq!(left_behind, 0, "nothing hangs from what is gone");
            assert_eq!(undo(&ctx, kept, operation).await, Ok(AccountOutcome::Done));
            assert_eq!(state(&firm).await, before);
            assert_eq!(
                undo(&ctx, kept, operation).await,
                Err(AppError::AlreadyDone),
                "once is enough"
            );
        });
        Ok(())
    });
    outcome.expect("whatever hangs from them");
}

#[tokio::test]
async fn everything_that_hangs_from_an_account_is_known_to_the_merge() {
    let firm = Firm::new().await;
    let schema = clientela::server::db::schema_of(&firm.db).await.expect("the schema");
    let hang = schema
        .lines()
        .filter(|line| line.starts_with("DEFINE FIELD account ON ") && line.contains("record<account>"));
    let tables: BTreeSet<&str> = hang.filter_map(|line| line.split_whitespace().nth(4)).collect();
    let known: BTreeSet<&str> = clients::store::HANGS.into_iter().chain(["opportunity"]).collect();
    assert_eq!(tables, known, "a merge would leave its rows behind");
}

#[tokio::test]
async fn what_is_merged_is_found_once_has_all_ways_and_its_old_address_leads_on() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Management);
    let [kept, gone] = two(&firm, &ctx).await;
    search::store::prepared(&firm.db).await;
    let (_, done) = merge(&ctx, kept, gone, &[Fact::Phone]).await;
    assert_eq!(done, Ok(AccountOutcome::Done));
    let account = clients::store::account(&ctx, kept).await.expect("it is there");
    assert_eq!(
        account.phone.as_ref().map(|it| it.format()).as_deref(),
        Some("612 345 678")
    );
    assert_eq!(account.ways.line(), "961 234 567");
    assert_eq!(account.nif.map(|it| it.to_string()).as_deref(), Some("B12345674"));
    assert_eq!(
        clients::store::account(&ctx, gone).await.err(),
        Some(AppError::NotFound)
    );
    assert_eq!(clients::store::merged_into(&ctx, gone).await, Ok(Some(kept)));
    // Whoever has the old page still open writes to where it is now.
    let late = ReportOnAccount {
        account: gone,
        on: None,
        report: Report {
            activity: ActivityKind::Call,
            with: None,
            reaction: None,
            text: LongText::parse("Llamada tardía.").expect("a text"),
        },
        next: None,
    };
    let told = perform(&ctx, OpId::fresh(), &late)
        .await
        .expect("nothing of it is lost");
    assert_eq!(told.account, Some(kept));
    let found = search::store::search(&ctx, "hermanos pena").await.expect("found");
    let hits: usize = found.groups.iter().map(|group| group.hits.len()).sum();
    assert_eq!(hits, 1);
    let ctx = firm.ctx(Role::Management);
    let sheet = clients::store::sheet(&ctx, kept, &Sift::default())
        .await
        .expect("its page");
    assert!(!sheet.history.entries.is_empty());
    let page = clients::store::alike(&ctx).await.expect("the page");
    assert_eq!((page.pairs.len(), page.merged.len()), (0, 1));
}

#[tokio::test]
async fn an_undo_months_later_keeps_what_was_changed_and_what_has_come_since() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Management);
    let [kept, gone] = two(&firm, &ctx).await;
    let (operation, _) = merge(&ctx, kept, gone, &[Fact::Phone, Fact::Name]).await;
    let now = clients::store::account(&ctx, kept).await.expect("it is there");
    let mut facts = now.facts();
    facts.name = text("Peña e hijos");
    let edit = clients::domain::EditAccount {
        account: kept,
        seen: now.revision,
        facts,
    };
    perform(&ctx, OpId::fresh(), &edit).await.expect("it is edited");
    child(&firm, &ctx, kept, (true, 5, 1)).await;
    // Another manager takes it back.
    let other = firm.ctx(Role::Administrator);
    assert_eq!(undo(&other, kept, operation).await, Ok(AccountOutcome::Done));
    let (kept, gone) = (
        clients::store::account(&ctx, kept).await.expect("it is there"),
        clients::store::account(&ctx, gone).await.expect("it is there again"),
    );
    assert_eq!(kept.name.as_str(), "Peña e hijos", "what was changed since stays");
    assert_eq!(kept.phone.map(|it| it.format()).as_deref(), Some("961 234 567"));
    assert_eq!(gone.name.as_str(), "HNOS PEÑA");
    let ctx = firm.ctx(Role::Management);
    let people = clients::store::people(&ctx, kept.id).await.expect("its people");
    assert!(people.is_empty() || people.len() == 1);
}

#[tokio::test]
async fn who_is_in_both_is_in_one_and_what_has_come_to_a_sale_goes_back_with_it() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Management);
    let [kept, gone] = two(&firm, &ctx).await;
    let contact = Contact {
        id: ContactId::fresh(),
        revision: Revision::FIRST,
        name: text("Rosa Peña"),
        email: None,
        phone: None,
    };
    let member = |account, role| Membership {
        id: MembershipId::fresh(),
        revision: Revision::FIRST,
        contact: contact.id,
        account,
        role: Some(text(role)),
        part: None,
        left: None,
    };
    firm.fill(vec![contact.clone()]).await;
    firm.fill(vec![member(kept, "Gerente"), member(gone, "Socia")]).await;
    let its = clients::store::account(&ctx, gone).await.expect("it is seen");
    let mine = owned_by(firm.person(Role::Management).id);
    let sale = firm.row(firm.stage("proposal"), Some(&its), mine, Rank::first());
    firm.fill(vec![sale.clone()]).await;
    let ctx = firm.ctx(Role::Management);
    let before = state(&firm).await;
    let (operation, done) = merge(&ctx, kept, gone, &[]).await;
    assert_eq!(done, Ok(AccountOutcome::Done));
    let people = clients::store::people(&ctx, kept).await.expect("its people");
    assert_eq!(people.len(), 1, "who is in both is in one");
    assert_eq!(undo(&ctx, kept, operation).await, Ok(AccountOutcome::Done));
    assert_eq!(state(&firm).await, before, "and in both again");

    let (operation, _) = merge(&ctx, kept, gone, &[]).await;
    let plan = Plan {
        account: kept,
        opportunity: Some(sale.id),
        kind: ActivityKind::Call,
        day: ctx.today(),
        at: None,
        minutes: None,
        owner: None,
        participants: Vec::new(),
        with: None,
        what: None,
        from: None,
    };
    let planned = perform(&ctx, OpId::fresh(), &plan).await.expect("it is planned");
    let won = firm.moved(&firm.to(&firm.now(sale.id).await, "won")).await;
    assert!(matches!(won, MoveOutcome::Moved(_)), "{won:?}");
    let ctx = firm.ctx(Role::Management);
    assert_eq!(undo(&ctx, kept, operation).await, Ok(AccountOutcome::Done));
    let upcoming: Vec<Value> = firm
        .db
        .query("SELECT VALUE account FROM $activity")
        .bind(("activity", planned.id))
        .await
        .and_then(surrealdb::IndexedResults::check)
        .and_then(|mut answer| answer.take(0))
        .expect("the activity");
    assert!(
        format!("{upcoming:?}").contains(&gone.uuid().to_string()),
        "{upcoming:?}"
    );
    let (kept, gone) = (
        clients::store::account(&ctx, kept).await.expect("it is there"),
        clients::store::account(&ctx, gone).await.expect("it is there again"),
    );
    assert_eq!(
        (gone.lifecycle, gone.bought_on),
        (Lifecycle::CustomerActive, Some(ctx.today())),
        "who bought"
    );
    assert_eq!(kept.bought_on, None, "who did not");
}

#[tokio::test]
async fn only_who_may_change_both_makes_them_one_and_not_on_what_has_changed() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Management);
    let [kept, gone] = two(&firm, &ctx).await;
    let seen = clients::store::account(&ctx, kept).await.expect("it is seen").revision;
    let asked = Merge {
        kept,
        gone,
        kept_seen: seen.next(),
        gone_seen: seen,
        take: BTreeSet::new(),
    };
    let stale = perform(&ctx, OpId::fresh(), &asked).await;
    assert_eq!(stale, Ok(AccountOutcome::Stale));
    let asked = Merge {
        kept_seen: seen,
        ..asked
    };
    for role in [Role::ZoneSales, Role::Reception, Role::Technician] {
        let refused = perform(&firm.ctx(role), OpId::fresh(), &asked).await;
        assert!(
            matches!(refused, Err(AppError::NotFound | AppError::Forbidden)),
            "{role:?}: {refused:?}"
        );
    }
    let itself = Merge { gone: kept, ..asked };
    assert_eq!(perform(&ctx, OpId::fresh(), &itself).await, Err(AppError::NotFound));
}
