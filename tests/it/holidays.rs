//! Holidays: written down by who decides for the firm, and passed over by what is planned.

use clientela::{
    agenda::{
        domain::{DropHoliday, Holiday, SetHoliday},
        store::{calendar_of, holidays},
    },
    error::AppError,
    server::db::perform,
    team::domain::Role,
    types::{HolidayId, Invalid, OpId, Revision},
};

use crate::firm::{Firm, text};

#[tokio::test]
async fn a_holiday_of_a_zone_is_passed_over_there_and_nowhere_else() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Administrator);
    let [here, there] = [Some(firm.zones[0]), Some(firm.zones[1])];
    let free = calendar_of(&firm.db, None)
        .await
        .expect("a calendar")
        .after(ctx.today(), 1);
    let asked = SetHoliday {
        day: free,
        name: text("Magdalena"),
        zone: here,
    };
    perform(&ctx, OpId::fresh(), &asked).await.expect("it is written down");
    let has = async |zone| calendar_of(&firm.db, zone).await.expect("a calendar").has(free);
    assert_eq!((has(here).await, has(there).await), (false, true));
    // Said again it is one, as it was said last.
    let again = SetHoliday {
        name: text("Lunes de la Magdalena"),
        ..asked.clone()
    };
    perform(&ctx, OpId::fresh(), &again).await.expect("it is written down");
    let sheet = holidays(&ctx).await.expect("the page");
    assert_eq!(sheet.holidays.len(), 1);
    assert_eq!(sheet.holidays[0].name, again.name);
    assert_eq!(sheet.national.len(), 20);
    let gone = DropHoliday {
        holiday: sheet.holidays[0].id,
    };
    for _ in 0..2 {
        perform(&ctx, OpId::fresh(), &gone).await.expect("it is out");
    }
    assert!(has(here).await);
    let seller = firm.ctx(Role::ZoneSales);
    assert_eq!(holidays(&seller).await, Err(AppError::Forbidden));
    assert_eq!(perform(&seller, OpId::fresh(), &asked).await, Err(AppError::Forbidden));
    let past = SetHoliday {
        day: ctx.today().plus_days(-800),
        ..asked
    };
    let refused = perform(&ctx, OpId::fresh(), &past).await;
    assert!(matches!(refused, Err(AppError::Invalid { field, .. }) if field == "day"));
}

#[tokio::test]
async fn holidays_of_years_gone_by_leave_room_for_those_to_come() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Administrator);
    let begins = *ctx.today().year().start();
    let many = |from: i32| -> Vec<Holiday> {
        let days = (0..500).map(|at| begins.plus_days(from + at));
        let holiday = |day| Holiday {
            id: HolidayId::fresh(),
            revision: Revision::FIRST,
            day,
            name: text("Fiesta"),
            zone: None,
        };
        days.map(holiday).collect()
    };
    firm.fill(many(-500)).await;
    let asked = |day: i32, name: &str| SetHoliday {
        day: begins.plus_days(day),
        name: text(name),
        zone: None,
    };
    let set = async |it: SetHoliday| perform(&ctx, OpId::fresh(), &it).await;
    assert_eq!(set(asked(700, "San José")).await, Ok(()));
    firm.fill(many(0)).await;
    let full = Err(AppError::invalid("day", Invalid::TooMany { max: 500 }));
    assert_eq!(set(asked(701, "San Vicente")).await, full);
    assert_eq!(set(asked(3, "Otro nombre")).await, Ok(()), "that one is there already");
}
