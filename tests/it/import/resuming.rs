//! Imports that are stopped or cut off, and what comes after them.

use std::{ops::ControlFlow, time::Duration};

use clientela::{
    importing::{carry_in, domain::Mapping, find_mapping},
    server::db::perform,
    team::store::SetUp,
    types::{Email, OpId, ShortText},
};

use super::{
    bad_input::MAPPING,
    count, ctx,
    figures::{data, on_disk, opportunities, same, stored},
    fixtures, import,
};

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_was_stopped_goes_on_where_it_was() {
    let (_folder, ctx) = on_disk().await;
    let mapping = find_mapping("crm-sales-opportunities").unwrap();
    let stop_after = |created| {
        if created > 4_000 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let stopped = carry_in(&ctx, &mapping, &data(), stop_after).await.unwrap();
    assert!(!stopped.finished);
    assert_eq!(
        count(&ctx, "imported").await as u64,
        stopped.created,
        "every record has its key, and every key its record"
    );
    let resumed = import(&ctx, &mapping, &data()).await.unwrap();
    assert!(resumed.finished);
    assert_eq!(stopped.created + resumed.created, 8_937);
    same(&stored(&ctx).await);
    let all = opportunities(&ctx).await;
    let places: std::collections::HashSet<_> = all.iter().map(|it| (it.stage, it.rank.clone())).collect();
    assert_eq!(places.len(), 8_800, "no two cards in one place");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_cut_off_in_the_middle_of_a_write_leaves_no_half_batch() {
    let (_folder, ctx) = on_disk().await;
    let mapping = find_mapping("crm-sales-opportunities").unwrap();
    for wait in [40, 150, 400] {
        let cut = tokio::time::timeout(Duration::from_millis(wait), import(&ctx, &mapping, &data())).await;
        drop(cut);
    }
    import(&ctx, &mapping, &data()).await.unwrap();
    assert_eq!(
        (count(&ctx, "imported").await, count(&ctx, "opportunity").await),
        (8_937, 8_800)
    );
    same(&stored(&ctx).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_set_up_after_an_import_makes_no_second_pipeline() {
    let ctx = ctx("mem://").await;
    let mapping = Mapping::parse("prueba", MAPPING).unwrap();
    import(&ctx, &mapping, &fixtures("good")).await.unwrap();
    let asked = SetUp {
        firm: ShortText::parse("Imprenta Benlloch").unwrap(),
        name: ShortText::parse("Ana").unwrap(),
        email: Email::parse("ana@benlloch.example").unwrap(),
        password: "hash".into(),
    };
    perform(&ctx, OpId::fresh(), &asked).await.unwrap();
    assert_eq!((count(&ctx, "pipeline").await, count(&ctx, "stage").await), (1, 5));
}
