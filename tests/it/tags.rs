//! Tags: put on and taken off, alone and together, told, taken back, and found by; and what is hidden stays hidden.

use clientela::{
    error::AppError,
    pipeline::{
        self,
        domain::{Bulk, Change, Edit, MoveOutcome, Opportunity, Part, PartOutcome, Tag, Tags, Undo},
        look::Look,
    },
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::{
        self,
        domain::{EntryBody, Field},
    },
    types::{Invalid, OpId},
};

use crate::firm::Firm;

fn tag(text: &str) -> Tag {
    Tag::parse(text).expect("a tag")
}

fn edit(card: &Opportunity, change: Change) -> Edit {
    Edit {
        opportunity: card.id,
        seen: card.revision,
        change,
    }
}

async fn tagged(ctx: &Ctx, firm: &Firm, card: &Opportunity, tags: &[&str]) {
    for text in tags {
        let now = firm.now(card.id).await;
        let asked = edit(&now, Change::Tag(tag(text)));
        perform(ctx, OpId::fresh(), &asked).await.expect("a tag");
    }
}

/// What the timeline says last of its client.
async fn told(ctx: &Ctx, card: &Opportunity) -> Field {
    let told = timeline::store::of_account(ctx, card.account.expect("an account"), None, 10).await;
    match told.expect("the timeline").remove(0).body {
        EntryBody::OpportunityChanged { field, .. } => field,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_tag_is_put_on_taken_off_told_and_taken_back() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    // Of an instant after the creation: what is told last is what this context does.
    let ctx = firm.ctx(Role::SalesManager);
    assert!(card.tags.is_empty());
    tagged(&ctx, &firm, &card, &["Licitación", "urgente", "LICITACION"]).await;
    let both = firm.now(card.id).await;
    assert_eq!(both.tags.joined(","), "Licitación,urgente", "one spelling of a tag");
    let operation = OpId::fresh();
    let off = edit(&both, Change::Untag(tag("licitación")));
    perform(&ctx, operation, &off).await.expect("it is taken off");
    assert_eq!(firm.now(card.id).await.tags.joined(","), "urgente");
    assert_eq!(
        told(&ctx, &card).await,
        Field::Untagged {
            tag: tag("Licitación")
        }
    );
    let stale = perform(&ctx, OpId::fresh(), &edit(&both, Change::Tag(tag("vip")))).await;
    let Ok(MoveOutcome::Stale(now)) = stale else {
        panic!("somebody was quicker: {stale:?}");
    };
    assert_eq!(now.card.tags.joined(","), "urgente");
    let undo = Undo {
        opportunity: card.id,
        operation,
    };
    perform(&ctx, OpId::fresh(), &undo).await.expect("an undo");
    let back = firm.now(card.id).await;
    assert_eq!(back.tags.joined(","), "Licitación,urgente");
}

#[tokio::test]
async fn ten_fit_and_whoever_may_only_look_or_not_even_that_puts_on_none() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let card = firm.opportunity("qualification", "Uno").await;
    tagged(&ctx, &firm, &card, &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]).await;
    let full = firm.now(card.id).await;
    let eleventh = edit(&full, Change::Tag(tag("k")));
    let refused = perform(&ctx, OpId::fresh(), &eleventh).await;
    assert_eq!(refused, Err(AppError::invalid("tags", Invalid::TooMany { max: 10 })));
    let looker = firm.ctx(Role::Marketing);
    let refused = perform(&looker, OpId::fresh(), &edit(&full, Change::Untag(tag("a")))).await;
    assert_eq!(refused, Err(AppError::Forbidden));
    let stranger = Ctx::of(firm.db.clone(), firm.colleague.clone(), ctx.now);
    let refused = perform(&stranger, OpId::fresh(), &edit(&full, Change::Untag(tag("a")))).await;
    assert_eq!(refused, Err(AppError::NotFound));
    assert_eq!(firm.now(card.id).await, full);
}

#[tokio::test]
async fn several_are_tagged_in_one_gesture_and_one_undo_takes_it_back() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let one = firm.opportunity("qualification", "Uno").await;
    let two = firm.opportunity("qualification", "Dos").await;
    let full = firm.opportunity("qualification", "Tres").await;
    tagged(&ctx, &firm, &full, &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]).await;
    let full = firm.now(full.id).await;
    let part = |card: &Opportunity| Part::Edit(edit(card, Change::Tag(tag("vip"))));
    let asked = Bulk {
        parts: vec![part(&one), part(&two), part(&full)],
    };
    let operation = OpId::fresh();
    let outcomes = perform(&ctx, operation, &asked).await.expect("a gesture");
    let too_many = AppError::invalid("tags", Invalid::TooMany { max: 10 });
    assert_eq!(outcomes[2], PartOutcome::Refused(too_many));
    for card in [&one, &two] {
        assert_eq!(firm.now(card.id).await.tags.joined(","), "vip");
    }
    let undo = |card: &Opportunity| {
        Part::Undo(Undo {
            opportunity: card.id,
            operation,
        })
    };
    let back = Bulk {
        parts: vec![undo(&one), undo(&two)],
    };
    perform(&ctx, OpId::fresh(), &back).await.expect("an undo");
    for card in [&one, &two] {
        assert!(firm.now(card.id).await.tags.is_empty());
    }
}

#[tokio::test]
async fn the_board_is_narrowed_by_all_the_tags_and_knows_none_of_what_is_hidden() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    for (title, tags) in [("Una", &["vip", "Ágora"][..]), ("Otra", &["VIP"]), ("Sin", &[])] {
        let card = firm.opportunity("qualification", title).await;
        tagged(&ctx, &firm, &card, tags).await;
    }
    let board = pipeline::store::board(&ctx, None).await.expect("the board");
    // As it arrives in the browser.
    let json = serde_json::to_string(&board).expect("it travels");
    let board: pipeline::domain::Board = serde_json::from_str(&json).expect("it arrives");
    let titles = |tags: &str| {
        let look = Look::read_all(|name| if name == "tag" { vec![tags.to_owned()] } else { vec![] });
        let rows = board.rows(&look.filter, look.order, None);
        let mut titles: Vec<String> = rows.iter().map(|card| card.title.to_string()).collect();
        titles.sort();
        titles.join(" ")
    };
    assert_eq!(titles("Vip"), "Otra Una");
    assert_eq!(titles("vip,agora"), "Una");
    assert_eq!(titles("vip,nadie"), "");
    assert_eq!(
        board.tags_in_use().into_iter().collect::<Tags>(),
        Tags::read("Ágora,vip")
    );
    let stranger = Ctx::of(firm.db.clone(), firm.colleague.clone(), ctx.now);
    let theirs = pipeline::store::board(&stranger, None).await.expect("a board");
    assert_eq!((theirs.cards.len(), theirs.tags_in_use().len()), (0, 0));
}
