//! What a client wants, misses and suffers from: written down by whoever hears it, settled by whoever keeps the client, and known as it
//! was on a day.

use clientela::{
    clients::{
        self,
        domain::{AccountOutcome, NeedKind, NeedState, NoteNeed, SetNeed},
    },
    error::AppError,
    server::db::perform,
    team::domain::Role,
    types::OpId,
};

use crate::firm::{Firm, account, owned_by, text};

#[tokio::test]
async fn a_technician_writes_one_down_and_the_seller_settles_it() {
    let firm = Firm::new().await;
    let client = account("Plásticos Onil", owned_by(firm.person(Role::ZoneSales).id));
    firm.fill(vec![client.clone()]).await;
    let asked = NoteNeed {
        account: client.id,
        kind: NeedKind::Problem,
        text: text("La prensa se para los lunes"),
        state: NeedState::Later,
    };
    let technician = firm.ctx(Role::Technician);
    let noted = perform(&technician, OpId::fresh(), &asked).await;
    assert_eq!(noted, Ok(AccountOutcome::Done));
    let seller = firm.ctx(Role::ZoneSales);
    let needs = clients::store::needs(&seller, client.id, None)
        .await
        .expect("the needs");
    assert_eq!((needs.len(), needs[0].by), (1, technician.actor()));
    let settle = SetNeed {
        account: client.id,
        need: needs[0].id,
        seen: needs[0].revision,
        state: NeedState::Settled,
    };
    let by_reception = perform(&firm.ctx(Role::Reception), OpId::fresh(), &settle).await;
    assert_eq!(by_reception, Err(AppError::Forbidden), "neither hers nor her client");
    let before = seller.now;
    let seller = firm.ctx(Role::ZoneSales);
    let settled = perform(&seller, OpId::fresh(), &settle).await;
    assert_eq!(settled, Ok(AccountOutcome::Done));
    let again = perform(&seller, OpId::fresh(), &settle).await;
    assert_eq!(again, Ok(AccountOutcome::Stale));
    let now = clients::store::needs(&seller, client.id, None)
        .await
        .expect("the needs");
    assert_eq!(now[0].state, NeedState::Settled);
    let then = clients::store::needs(&seller, client.id, Some(before))
        .await
        .expect("the needs");
    assert_eq!(then[0].state, NeedState::Later, "as it was known");
    let of_another = perform(&firm.ctx(Role::AreaManager), OpId::fresh(), &asked).await;
    assert_eq!(of_another, Err(AppError::NotFound), "whoever does not see the client");
}
