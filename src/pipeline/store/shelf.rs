//! The open cards of every pipeline, in memory: read once and kept current by what is committed, so that a board of ten
//! thousand is not read row by row for each page. Without a lens: whoever reads it looks through their own.

use std::{collections::BTreeMap, sync::Arc};

use tokio::sync::Mutex;

use super::live;
use crate::{
    error::AppError,
    pipeline::domain::{Card, Opportunity, StageKind},
    server::db::{Committed, Db},
    types::{Mark, OpportunityId, PipelineId, Revision},
};

/// With more rows to take over than these, all are read anew: that is quicker.
const MOST_ROWS: usize = 500;

/// The open cards of one pipeline.
#[derive(Default)]
struct Shelf {
    /// In the order of their rank.
    cards: Vec<Arc<Card>>,
    /// The revisions with which cards have left it. What is committed may be told in another order: a card that was changed and
    /// then closed must not come back when the change is told last.
    gone: BTreeMap<OpportunityId, Revision>,
}

/// The shelves of a database, each with how far it has heard. Whoever comes while one is being filled waits for it.
#[derive(Default)]
struct Shelves(Mutex<BTreeMap<PipelineId, (Shelf, Mark)>>);

/// Every open card of a pipeline in the order of its rank, and up to where they hold the news.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn open_cards(db: &Db, pipeline: PipelineId) -> Result<(Vec<Arc<Card>>, Mark), AppError> {
    let Some(shelves) = db.kept::<Shelves>() else {
        let (shelf, as_of) = read(db, pipeline).await?;
        return Ok((shelf.cards, as_of));
    };
    let mut shelves = shelves.0.lock().await;
    let kept = shelves.remove(&pipeline).and_then(|(mut shelf, as_of)| {
        let (missed, as_of) = db.bus().missed(as_of);
        shelf.catches_up(pipeline, &missed?).then_some((shelf, as_of))
    });
    let (shelf, as_of) = match kept {
        Some(kept) => kept,
        None => read(db, pipeline).await?,
    };
    let cards = shelf.cards.clone();
    shelves.insert(pipeline, (shelf, as_of));
    Ok((cards, as_of))
}

async fn read(db: &Db, pipeline: PipelineId) -> Result<(Shelf, Mark), AppError> {
    // Before anything is read: what is committed meanwhile is heard again, and known to be known by its revision.
    let as_of = db.bus().mark();
    let sql = "SELECT * FROM opportunity WHERE pipeline = $pipeline AND state = 'open'";
    let mut answer = db.query(sql).bind(("pipeline", pipeline)).await?.check()?;
    let rows: Vec<Opportunity> = answer.take(0)?;
    let mut shelf = Shelf::default();
    shelf.cards.extend(rows.iter().map(|row| Arc::new(Card::from(row))));
    shelf.cards.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok((shelf, as_of))
}

impl Shelf {
    /// Takes over what has been committed; false when it is better read anew.
    fn catches_up(&mut self, pipeline: PipelineId, missed: &[Arc<Committed>]) -> bool {
        let Some(rows) = missed
            .iter()
            .map(|committed| committed.rows.as_deref())
            .collect::<Option<Vec<_>>>()
        else {
            return false;
        };
        let rows = rows.into_iter().flatten();
        let of_opportunities = rows.filter(|row| row.record.table.as_str() == OpportunityId::TABLE);
        for (count, row) in of_opportunities.enumerate() {
            match live::read(&row.after).filter(|_| count < MOST_ROWS) {
                Some(after) => self.put(pipeline, &after),
                None => return false,
            }
        }
        true
    }

    fn put(&mut self, pipeline: PipelineId, after: &Opportunity) {
        let lies = self.cards.iter().position(|card| card.id == after.id);
        let known = lies
            .map(|at| self.cards[at].revision)
            .max(self.gone.get(&after.id).copied());
        if known.is_some_and(|known| known >= after.revision) {
            return;
        }
        if let Some(at) = lies {
            self.cards.remove(at);
        }
        if after.pipeline == pipeline && after.state == StageKind::Open {
            let card = Card::from(after);
            let at = self.cards.partition_point(|other| other.order() < card.order());
            self.cards.insert(at, Arc::new(card));
        } else if lies.is_some() || after.pipeline == pipeline {
            self.gone.insert(after.id, after.revision);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::domain::opportunity_test::in_stage;

    #[test]
    fn what_was_closed_does_not_come_back_when_an_earlier_change_is_told_last() {
        let (open, _) = in_stage(0);
        let next = |it: &Opportunity, state| Opportunity {
            revision: it.revision.next(),
            state,
            ..it.clone()
        };
        let changed = next(&open, StageKind::Open);
        let won = next(&changed, StageKind::Won);
        let mut shelf = Shelf::default();
        let shown = |shelf: &Shelf| shelf.cards.iter().map(|card| card.revision).collect::<Vec<_>>();
        for it in [&open, &won, &changed, &open] {
            shelf.put(open.pipeline, it);
        }
        assert_eq!(shown(&shelf), []);
        let again = next(&won, StageKind::Open);
        shelf.put(open.pipeline, &again);
        shelf.put(open.pipeline, &won);
        assert_eq!(shown(&shelf), [again.revision]);
        shelf.put(PipelineId::fresh(), &next(&again, StageKind::Open));
        assert_eq!(shown(&shelf), [], "it has gone to another pipeline");
    }
}
