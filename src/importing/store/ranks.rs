//! The places of imported cards in their columns: in the order of the file.

use std::{collections::HashMap, vec::IntoIter};

use crate::{
    error::AppError,
    importing::{Ground, Preview},
    pipeline::domain::{Opportunity, Rank},
    server::Ctx,
    types::StageId,
};

/// What is left to give, by stage.
pub struct Ranks(HashMap<StageId, Column>);

enum Column {
    /// The column was empty: its cards are spread over it.
    Spread(IntoIter<Rank>),
    /// It had cards: the new ones go below this one.
    Below(Rank),
}

impl Ranks {
    /// Reserves the places that the preview announces.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn reserve(ctx: &Ctx, ground: &Ground, preview: &Preview) -> Result<Self, AppError> {
        let mut columns = HashMap::new();
        for (stage, tally) in ground.stages.iter().zip(&preview.stages) {
            let sql =
                "SELECT VALUE rank FROM opportunity WHERE stage = $stage AND rank > '' ORDER BY rank DESC LIMIT 1";
            let last: Option<Rank> = ctx.db.query(sql).bind(("stage", stage.id)).await?.check()?.take(0)?;
            let column = match last {
                Some(last) => Column::Below(last),
                None => Column::Spread(Rank::spread(tally.count).into_iter()),
            };
            columns.insert(stage.id, column);
        }
        Ok(Self(columns))
    }

    /// Puts an opportunity last in its column.
    ///
    /// # Errors
    /// `Unavailable` when there is no place left, which means that the files have grown since the preview.
    pub fn place(&mut self, opportunity: &mut Opportunity) -> Result<(), AppError> {
        let rank = match self.0.get_mut(&opportunity.stage) {
            Some(Column::Spread(ranks)) => ranks.next(),
            Some(Column::Below(last)) => Rank::between(Some(&*last), None)
                .ok()
                .inspect(|rank| *last = rank.clone()),
            None => None,
        };
        opportunity.rank = rank.ok_or_else(|| {
            tracing::error!("no place left in the column: did the files change?");
            AppError::Unavailable
        })?;
        Ok(())
    }
}
