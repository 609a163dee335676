//! What a committed gesture means to somebody who looks at a board.

use surrealdb::types::{SurrealValue, Value};

use crate::{
    pipeline::domain::{Bulletin, Moved, News, Opportunity},
    server::db::Committed,
    team::domain::{Action, Lens, Subject},
    types::OpportunityId,
};

/// The news of a gesture as this lens shows it; none when it shows nothing of it. What the lens hides leaves no trace: not
/// even that something happened.
#[must_use]
pub fn bulletin(lens: &Lens, committed: &Committed) -> Option<Bulletin> {
    let rows = committed.rows.iter().flatten();
    let news: Vec<News> = rows
        .filter(|row| row.record.table.as_str() == OpportunityId::TABLE)
        .filter_map(|row| {
            let before = row.before.as_ref().and_then(read);
            let after = read(&row.after)?;
            let sees = |it: &Opportunity| lens.admits(Subject::Opportunities, Action::View, it.belongs());
            if sees(&after) {
                Some(News::Changed(Box::new(shown(lens, &after))))
            } else {
                before.filter(sees).map(|it| News::Gone {
                    id: it.id,
                    revision: after.revision,
                })
            }
        })
        .collect();
    (!news.is_empty()).then_some(Bulletin {
        actor: committed.actor,
        news,
    })
}

fn shown(lens: &Lens, it: &Opportunity) -> Moved {
    let mut moved = Moved::from(it);
    moved.card.fixed = !lens.admits(Subject::Opportunities, Action::Edit, it.belongs());
    moved
}

/// An opportunity as it was written.
pub(super) fn read(row: &Value) -> Option<Opportunity> {
    Opportunity::from_value(row.clone())
        .inspect_err(|error| tracing::error!(%error, "a row that was written cannot be read"))
        .ok()
}
