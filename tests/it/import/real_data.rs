//! The public data set of 8,800 opportunities.

use std::{
    collections::{BTreeMap, HashMap},
    time::Instant,
};

use clientela::{
    clients::domain::{Account, SizeBand},
    importing::find_mapping,
    pipeline::domain::{Opportunity, StageKind},
    team::{
        domain::{Role, User},
        store::by_email,
    },
    types::Email,
};

use super::{
    count,
    figures::{data, on_disk, opportunities, same, stored},
    import, preview,
};

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_set_arrives_with_its_counts_and_sums_and_only_once() {
    let (_folder, ctx) = on_disk().await;
    let mapping = find_mapping("crm-sales-opportunities").unwrap();
    let announced = preview(&ctx, &mapping, &data()).await.unwrap();
    assert_eq!(announced.rejections, []);

    let begun = Instant::now();
    let carried = import(&ctx, &mapping, &data()).await.unwrap();
    println!(
        "{:.0} records a second",
        carried.created as f64 / begun.elapsed().as_secs_f64()
    );
    assert!(carried.finished);
    assert_eq!(carried.created, 3 + 1 + 35 + 6 + 7 + 85 + 8_800);
    assert_eq!(announced.new_records(), carried.created);
    let told: BTreeMap<String, (u32, i64)> = carried
        .preview
        .stages
        .iter()
        .filter(|tally| tally.count > 0)
        .map(|tally| (tally.code.to_string(), (tally.count, tally.amount.cents())))
        .collect();
    same(&told);
    same(&stored(&ctx).await);

    let open = opportunities(&ctx)
        .await
        .into_iter()
        .filter(|it| it.state == StageKind::Open)
        .count();
    assert_eq!(open, 2_089);
    assert_eq!(count(&ctx, "imported").await, 8_937);
    // Everything is in the change log and in the audit; the pipeline and its five stages came before.
    assert_eq!(count(&ctx, "change").await, 8_937 + 6);
    assert_eq!(count(&ctx, "audit").await, 8_937 + 6);

    let operations = count(&ctx, "operation").await;
    let again = import(&ctx, &mapping, &data()).await.unwrap();
    assert_eq!(again.created, 0);
    assert_eq!(again.preview.blocks.iter().map(|block| block.there).sum::<u64>(), 8_937);
    assert_eq!(count(&ctx, "opportunity").await, 8_800);
    assert_eq!(
        count(&ctx, "operation").await,
        operations,
        "nothing was written the second time"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_what_the_files_say() {
    let (_folder, ctx) = on_disk().await;
    let mapping = find_mapping("crm-sales-opportunities").unwrap();
    import(&ctx, &mapping, &data()).await.unwrap();

    let accounts: Vec<Account> = ctx
        .db
        .query("SELECT * FROM account WHERE search = 'acme corporation'")
        .await
        .unwrap()
        .take(0)
        .unwrap();
    let acme = &accounts[0];
    assert_eq!(acme.sector.as_ref().unwrap().as_str(), "technology");
    assert_eq!(
        (acme.size, acme.turnover.unwrap().cents()),
        (Some(SizeBand::From250), 110_004_000_000)
    );
    assert_eq!(
        acme.address.as_ref().unwrap().country.as_ref().unwrap().as_str(),
        "United States"
    );

    let users: Vec<User> = ctx.db.query("SELECT * FROM user").await.unwrap().take(0).unwrap();
    assert_eq!(
        users.iter().filter(|user| user.roles == [Role::SalesManager]).count(),
        6
    );
    let email = Email::parse("darcel.schlecht@crm-sales-opportunities.example").unwrap();
    let (darcel, password) = by_email(&ctx.db, &email).await.unwrap().unwrap();
    assert_eq!(password, None, "cannot sign in");
    let darcel = users.iter().find(|user| user.id == darcel).unwrap();

    let all = opportunities(&ctx).await;
    // Z063OYW0,Darcel Schlecht,GTXPro,Isdom,Won,2016-10-25,2017-03-11,4514
    let sold = all
        .iter()
        .find(|it| {
            it.account_name.as_ref().is_some_and(|name| name.as_str() == "Isdom")
                && it.amount.unwrap().cents() == 451_400
        })
        .unwrap();
    assert_eq!(
        (sold.title.as_str(), sold.owner, &darcel.zones[..]),
        ("GTX Pro", Some(darcel.id), &[sold.zone.unwrap()][..])
    );
    assert_eq!(sold.closed_on.unwrap().to_string(), "2017-03-11");
    assert_eq!(sold.created_at.to_string(), "2016-10-25T12:00:00.000Z");
    assert_eq!(sold.entered_stage_at.to_string(), "2017-03-11T12:00:00.000Z");
    assert_eq!(all.iter().filter(|it| it.account.is_none()).count(), 1_425);
    assert!(
        all.iter()
            .all(|it| it.account.is_some() == it.account_name.is_some() && it.product.is_some() && it.owner.is_some())
    );

    let mut columns: HashMap<_, Vec<&Opportunity>> = HashMap::new();
    all.iter().for_each(|it| columns.entry(it.stage).or_default().push(it));
    for column in columns.values_mut() {
        column.sort_by(|a, b| a.rank.cmp(&b.rank));
        assert!(column.windows(2).all(|pair| pair[0].rank < pair[1].rank));
        // UUIDv7 keys were made in the order of the file.
        assert!(column.windows(2).all(|pair| pair[0].id < pair[1].id));
    }
}
