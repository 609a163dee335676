//! Writing holidays down.

use crate::{
    agenda::domain::{DropHoliday, Holiday, HolidaySheet, SetHoliday, WorkingDays},
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx, names, record, revised},
    },
    team::domain::{Action, Subject},
    types::{HolidayId, Invalid, Revision, ZoneId},
};

record!(Holiday {
    id,
    revision,
    day,
    name,
    zone
});
revised!(Holiday);

/// More than so many days are no calendar.
const MOST: u16 = 500;

/// The holidays of this year and those to come.
///
/// # Errors
/// `Forbidden` to who does not decide for the firm.
pub async fn holidays(ctx: &Ctx) -> Result<HolidaySheet, AppError> {
    ctx.require(Subject::Firm, Action::Edit)?;
    let year = ctx.today().year();
    let next = year.end().plus_days(1);
    let holidays: Vec<Holiday> = ctx
        .db
        .query("SELECT * FROM holiday WHERE day >= $day ORDER BY day ASC")
        .bind(("day", *year.start()))
        .await?
        .check()?
        .take(0)?;
    let national = [*year.start(), next].into_iter().flat_map(WorkingDays::national);
    Ok(HolidaySheet {
        holidays,
        zones: names(&ctx.db, ZoneId::TABLE).await?,
        national: national.collect(),
    })
}

impl Gesture for SetHoliday {
    type Answer = ();

    const NAME: &'static str = "holiday.set";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        ctx.require(Subject::Firm, Action::Edit)?;
        let year = ctx.today().year();
        if self.day < *year.start() {
            return Err(AppError::invalid("day", Invalid::DayGone));
        }
        if let Some(zone) = self.zone
            && !names::<ZoneId>(&ctx.db, ZoneId::TABLE).await?.contains_key(&zone)
        {
            return Err(AppError::invalid("zone", Invalid::Empty));
        }
        // Those of years that have gone by are in nobody's way.
        let there: Vec<Holiday> = tx
            .query("SELECT * FROM holiday WHERE day >= $day")
            .bind(("day", *year.start()))
            .await?
            .check()?
            .take(0)?;
        let is_full = there.len() >= usize::from(MOST);
        let same = there.into_iter().find(|it| it.day == self.day && it.zone == self.zone);
        match same {
            // Said again, it is called as it was said last.
            Some(before) => {
                let after = Holiday {
                    revision: before.revision.next(),
                    name: self.name.clone(),
                    ..before.clone()
                };
                tx.replace(&before, &after).await
            }
            None if is_full => Err(AppError::invalid("day", Invalid::TooMany { max: MOST })),
            None => {
                let holiday = Holiday {
                    id: HolidayId::fresh(),
                    revision: Revision::FIRST,
                    day: self.day,
                    name: self.name.clone(),
                    zone: self.zone,
                };
                tx.create(&[holiday]).await
            }
        }
    }
}

impl Gesture for DropHoliday {
    type Answer = ();

    const NAME: &'static str = "holiday.drop";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        ctx.require(Subject::Firm, Action::Edit)?;
        match tx.find::<Holiday>(self.holiday).await? {
            Some(holiday) => tx.remove(&holiday).await,
            // Somebody was quicker: it is as it was asked.
            None => Ok(()),
        }
    }
}
