//! A client is moved along by what is done with it, and what management asks of everybody is read by each.

use clientela::{
    clients::{
        self,
        domain::{
            Account, AccountOutcome, Acknowledge, Act, EditAccount, Instruct, Lifecycle, Progress, UndoOnAccount,
        },
    },
    error::AppError,
    pipeline::domain::{Closing, MoveOutcome, Undo},
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::{
        self,
        domain::{EntryBody, Sift},
    },
    types::{AccountId, Invalid, LongText, Moment, OpId},
};

use crate::firm::{Firm, text};

async fn account(ctx: &Ctx, id: AccountId) -> Account {
    clients::store::account(ctx, id).await.expect("the account")
}

fn act(account: &Account, act: Act) -> Progress {
    Progress {
        account: account.id,
        seen: account.revision,
        act,
        on: None,
    }
}

async fn newest(ctx: &Ctx, id: AccountId) -> EntryBody {
    let entries = timeline::store::of_account(ctx, id, None, 10).await.expect("entries");
    entries.first().expect("an entry").body.clone()
}

#[tokio::test]
async fn a_firm_is_qualified_once_on_the_day_it_happened_and_a_late_one_is_told_so() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let ctx = firm.ctx(Role::SalesManager);
    let before = account(&ctx, card.account.expect("an account")).await;
    assert_eq!(before.lifecycle, Lifecycle::Target);
    let day = ctx.today().plus_days(-3);
    let asked = Progress {
        on: Some(day),
        ..act(&before, Act::Qualify)
    };
    let operation = OpId::fresh();
    for _ in 0..2 {
        assert_eq!(perform(&ctx, operation, &asked).await, Ok(AccountOutcome::Done));
    }
    let now = account(&ctx, before.id).await;
    assert_eq!(
        (now.lifecycle, now.path.since(Lifecycle::Lead)),
        (Lifecycle::Lead, Some(day))
    );
    assert_eq!(
        newest(&firm.ctx(Role::SalesManager), before.id).await,
        EntryBody::LifecycleMoved {
            from: Lifecycle::Target,
            to: Lifecycle::Lead
        }
    );
    let late = perform(&ctx, OpId::fresh(), &act(&before, Act::Quote)).await;
    assert_eq!(late, Ok(AccountOutcome::Stale));
    let again = perform(&ctx, OpId::fresh(), &act(&now, Act::Qualify)).await;
    assert_eq!(again, Err(AppError::AlreadyDone));
    let tomorrow = Progress {
        on: Some(ctx.today().plus_days(1)),
        ..act(&now, Act::Quote)
    };
    let refused = perform(&ctx, OpId::fresh(), &tomorrow).await;
    assert_eq!(refused, Err(AppError::invalid("on", Invalid::DayToCome)));
    let undone = UndoOnAccount {
        account: before.id,
        operation,
    };
    assert_eq!(perform(&ctx, OpId::fresh(), &undone).await, Ok(AccountOutcome::Done));
    let restored = account(&ctx, before.id).await;
    assert_eq!((restored.lifecycle, restored.path), (before.lifecycle, before.path));
}

#[tokio::test]
async fn who_buys_is_a_customer_until_the_sale_is_taken_back_and_inactive_a_year_after_it() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let card = firm.opportunity("negotiation", "Plan de igualdad").await;
    let id = card.account.expect("an account");
    let before = account(&ctx, id).await;
    let won = OpId::fresh();
    let asked = firm.to(&card, "won");
    let outcome = perform(&ctx, won, &asked).await;
    assert!(matches!(outcome, Ok(MoveOutcome::Moved(_))), "{outcome:?}");
    let bought = account(&ctx, id).await;
    assert_eq!(
        (bought.lifecycle, bought.bought_on),
        (Lifecycle::CustomerActive, Some(ctx.today()))
    );
    let later = ctx.today().plus_days(366);
    assert_eq!(
        bought.clone().standing(ctx.today(), 365).lifecycle,
        Lifecycle::CustomerActive
    );
    let inactive = bought.standing(later, 365);
    assert_eq!(inactive.lifecycle, Lifecycle::CustomerInactive);
    assert_eq!(inactive.path.since(Lifecycle::CustomerInactive), Some(later));
    let undo = Undo {
        opportunity: card.id,
        operation: won,
    };
    perform(&ctx, OpId::fresh(), &undo).await.expect("it is taken back");
    let restored = account(&ctx, id).await;
    assert_eq!(
        (restored.lifecycle, restored.bought_on),
        (before.lifecycle, before.bought_on)
    );
    assert_eq!(restored.path, before.path);
}

#[tokio::test]
async fn of_two_sales_one_that_is_reopened_leaves_the_other() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let (first, second) = (
        firm.opportunity("negotiation", "Plan de igualdad").await,
        firm.opportunity("negotiation", "Auditoría").await,
    );
    let earlier = ctx.today().plus_days(-40);
    let sold = |seen, on| clientela::pipeline::domain::Move {
        said: Closing {
            closed_on: on,
            ..Closing::default()
        },
        ..firm.to(seen, "won")
    };
    firm.moved(&sold(&first, Some(earlier))).await;
    firm.moved(&sold(&second, None)).await;
    let id = first.account.expect("an account");
    assert_eq!(account(&ctx, id).await.bought_on, Some(ctx.today()));
    let seen = firm.now(second.id).await;
    firm.moved(&firm.to(&seen, "negotiation")).await;
    let now = account(&ctx, id).await;
    assert_eq!(
        (now.bought_on, now.lifecycle),
        (Some(earlier), Lifecycle::CustomerActive)
    );
}

#[tokio::test]
async fn an_instruction_is_of_management_and_each_reads_the_one_that_stands() {
    let firm = Firm::new().await;
    let manager = firm.ctx(Role::SalesManager);
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let seen = account(&manager, card.account.expect("an account")).await;
    let said = |text: &str, seen: &Account| Instruct {
        account: seen.id,
        seen: seen.revision,
        text: LongText::parse(text).ok(),
    };
    let seller = firm.ctx(Role::ZoneSales);
    let refused = perform(&seller, OpId::fresh(), &said("Sin descuentos", &seen)).await;
    assert_eq!(refused, Err(AppError::Forbidden));
    perform(&manager, OpId::fresh(), &said("Sin descuentos", &seen))
        .await
        .expect("it is said");
    let notice = async |ctx: &Ctx| {
        let sheet = clients::store::sheet(ctx, seen.id, &Sift::default())
            .await
            .expect("the page");
        sheet.notice.expect("an instruction")
    };
    let first = notice(&seller).await;
    assert!(!first.is_read && first.readers.is_empty());
    let read = Acknowledge {
        account: seen.id,
        of: first.instruction.at,
    };
    for _ in 0..2 {
        perform(&seller, OpId::fresh(), &read).await.expect("it is read");
    }
    assert!(notice(&seller).await.is_read && notice(&seller).await.readers.is_empty());
    let readers = notice(&manager).await.readers;
    assert_eq!(readers, [firm.person(Role::ZoneSales).name.clone()]);
    let now = account(&manager, seen.id).await;
    let later = Ctx::of(firm.db.clone(), firm.person(Role::SalesManager).clone(), Moment::now());
    perform(&later, OpId::fresh(), &said("Con descuentos", &now))
        .await
        .expect("another");
    assert!(!notice(&seller).await.is_read, "another is read anew");
    assert_eq!(perform(&seller, OpId::fresh(), &read).await, Err(AppError::AlreadyDone));
    let taken_back = Instruct {
        text: None,
        ..said("", &account(&manager, seen.id).await)
    };
    perform(&later, OpId::fresh(), &taken_back)
        .await
        .expect("it is taken back");
    assert_eq!(account(&manager, seen.id).await.instruction, None);
}

#[tokio::test]
async fn the_facts_of_a_firm_are_changed_told_and_put_back_and_its_cards_follow_its_name() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    // After it: of two that happen in the same moment the order is by chance.
    let ctx = firm.ctx(Role::SalesManager);
    let before = account(&ctx, card.account.expect("an account")).await;
    let mut facts = before.facts();
    facts.name = text("Náutica Jávea S.A.");
    facts.sector = Some(text("Náutica"));
    facts.ways = clientela::clients::domain::Ways::new(vec![
        clientela::clients::domain::Way::parse(clientela::clients::domain::WayKind::Phone, "964 56 78 12", None)
            .expect("a way"),
    ])
    .expect("few");
    let asked = EditAccount {
        account: before.id,
        seen: before.revision,
        facts: facts.clone(),
    };
    let refused = perform(&firm.ctx(Role::Technician), OpId::fresh(), &asked).await;
    assert_eq!(refused, Err(AppError::Forbidden));
    let operation = OpId::fresh();
    assert_eq!(perform(&ctx, operation, &asked).await, Ok(AccountOutcome::Done));
    assert_eq!(account(&ctx, before.id).await.facts(), facts);
    assert_eq!(firm.now(card.id).await.account_name, Some(text("Náutica Jávea S.A.")));
    let told = newest(&firm.ctx(Role::SalesManager), before.id).await;
    assert!(
        matches!(&told, EntryBody::AccountChanged { changes } if changes.len() == 3),
        "{told:?}"
    );
    let late = perform(&ctx, OpId::fresh(), &asked).await;
    assert_eq!(late, Ok(AccountOutcome::Stale));
    let undo = UndoOnAccount {
        account: before.id,
        operation,
    };
    assert_eq!(perform(&ctx, OpId::fresh(), &undo).await, Ok(AccountOutcome::Done));
    assert_eq!(account(&ctx, before.id).await.facts(), before.facts());
    assert_eq!(firm.now(card.id).await.account_name, card.account_name);
}
