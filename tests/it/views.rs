//! Saved views: one's own and those of all, pinned, opened with, forgotten.

use clientela::{
    error::AppError,
    pipeline::{
        domain::{LookText, ViewChange, ViewPlace},
        store::{opens_with, views},
    },
    server::{Ctx, db::perform},
    team::domain::Role,
    types::{OpId, ViewId},
};

use crate::firm::{Firm, text};

async fn done(ctx: &Ctx, asked: ViewChange) -> Result<(), AppError> {
    perform(ctx, OpId::fresh(), &asked).await
}

async fn kept(ctx: &Ctx, name: &str, shared: bool) -> ViewId {
    let view = ViewId::fresh();
    let asked = ViewChange::Keep {
        view,
        name: text(name),
        place: ViewPlace::Board,
        look: LookText::parse("closes=this_month").expect("a look"),
        shared,
        pinned: true,
        opens: false,
    };
    done(ctx, asked).await.expect("a view is kept");
    view
}

#[tokio::test]
async fn one_finds_ones_own_and_those_of_all_and_opens_with_one() {
    let firm = Firm::new().await;
    let (manager, seller) = (firm.ctx(Role::SalesManager), firm.ctx(Role::ZoneSales));
    let own = kept(&manager, "La mía", false).await;
    let shared = kept(&manager, "La de todos", true).await;
    let found = views(&manager).await.expect("views");
    assert_eq!(
        (found.views.len(), found.pins.clone(), found.opens),
        (2, vec![own, shared], None)
    );
    let theirs = views(&seller).await.expect("views");
    assert_eq!(theirs.views.iter().map(|view| view.id).collect::<Vec<_>>(), [shared]);
    assert!(theirs.pins.is_empty(), "others pin for themselves");
    assert_eq!(
        done(&seller, ViewChange::Pin { view: own, on: true }).await,
        Err(AppError::NotFound)
    );
    assert_eq!(done(&seller, ViewChange::Drop(shared)).await, Err(AppError::Forbidden));
    done(&seller, ViewChange::Pin { view: shared, on: true })
        .await
        .expect("a pin");
    done(&seller, ViewChange::Open(Some(shared))).await.expect("a choice");
    let user = firm.person(Role::ZoneSales).id;
    let opens = opens_with(&seller.db, user).await.expect("an address");
    assert_eq!(opens.as_deref(), Some("/board?closes=this_month"));
    done(&manager, ViewChange::Drop(shared)).await.expect("it is forgotten");
    let theirs = views(&seller).await.expect("views");
    assert_eq!((theirs.views.len(), theirs.pins.len(), theirs.opens), (0, 0, None));
    assert_eq!(
        opens_with(&seller.db, user).await,
        Ok(None),
        "what is forgotten opens nothing"
    );
}

#[tokio::test]
async fn what_is_everybodys_is_dropped_by_whoever_decides_for_the_firm_too() {
    let firm = Firm::new().await;
    let (manager, administrator) = (firm.ctx(Role::SalesManager), firm.ctx(Role::Administrator));
    let own = kept(&manager, "La mía", false).await;
    let shared = kept(&manager, "La de todos", true).await;
    firm.leaves(manager.actor().expect("a person")).await;
    let drop = async |ctx: &Ctx, view| done(ctx, ViewChange::Drop(view)).await;
    assert_eq!(
        drop(&firm.ctx(Role::Management), shared).await,
        Err(AppError::Forbidden)
    );
    assert_eq!(drop(&administrator, own).await, Err(AppError::NotFound));
    assert_eq!(drop(&administrator, shared).await, Ok(()));
    assert_eq!(views(&administrator).await.map(|it| it.views.len()), Ok(0));
}

#[tokio::test]
async fn whoever_sees_no_board_has_no_views_of_it() {
    let firm = Firm::new().await;
    assert_eq!(views(&firm.ctx(Role::Reception)).await, Err(AppError::Forbidden));
}
