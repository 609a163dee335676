//! Carrying an import out.

use std::{ops::ControlFlow, path::Path};

use thiserror::Error;

use super::{
    Outcome, Pass, Preview,
    domain::{Made, Mapping, Refusal},
    store::{BATCH, Batch, Ranks, ground, prepare},
};
use crate::{
    error::AppError,
    server::{Ctx, db::perform},
    types::{Locale, OpId},
};

/// Why an import did not begin, or did not end.
#[derive(Debug, Error)]
pub enum Failure {
    /// The files are not fit; nothing has been imported, or nothing more than before.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Refused(Vec<Refusal>),
    /// The database; what was written before stays, and the next import goes on from there.
    #[error("{}", .0.sentence(Locale::Es))]
    App(#[from] AppError),
}

/// What was done.
#[derive(Debug)]
pub struct Carried {
    /// What there was to do.
    pub preview: Preview,
    /// How many records were created: fewer than announced if it was stopped.
    pub created: u64,
    /// Whether it got to the end.
    pub finished: bool,
}

/// Imports everything that is new, some hundreds of records in each transaction, and calls `on_batch` after each with how
/// many have been created so far. `Break` stops there: the same import, later, goes on.
///
/// # Errors
/// [`Failure`].
pub async fn carry_in(
    ctx: &Ctx,
    mapping: &Mapping,
    folder: &Path,
    mut on_batch: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<Carried, Failure> {
    prepare(ctx).await?;
    let ground = ground(ctx, &mapping.source).await?;
    let preview = Preview::of(mapping, folder, &ground, || {}).map_err(Failure::Refused)?;
    let mut ranks = Ranks::reserve(ctx, &ground, &preview).await?;
    let mut pass = Pass::new(mapping, folder, &ground).map_err(Failure::Refused)?;
    let mut carried = Carried {
        preview,
        created: 0,
        finished: false,
    };
    let mut batch: Option<Batch> = None;
    loop {
        let next = pass.next_row().map_err(|refusal| Failure::Refused(vec![refusal]))?;
        let kind = next.as_ref().map(|(block, _)| mapping.blocks[*block].kind);
        let full = |batch: &mut Batch| Some(batch.kind()) != kind || batch.len() >= BATCH;
        if let Some(batch) = batch.take_if(full).filter(|batch| !batch.is_empty()) {
            carried.created += perform(ctx, OpId::fresh(), &batch).await? as u64;
            if on_batch(carried.created).is_break() {
                return Ok(carried);
            }
        }
        let (Some((_, outcome)), Some(kind)) = (next, kind) else {
            break;
        };
        let batch = batch.get_or_insert_with(|| Batch::new(&mapping.source, kind));
        match outcome {
            Outcome::New(key, mut made) => {
                if let Made::Opportunity(opportunity) = &mut made {
                    ranks.place(opportunity)?;
                }
                batch.push(key, made);
            }
            Outcome::Adopted(key, id) => batch.adopt(key, id),
            Outcome::Known | Outcome::Repeated | Outcome::Rejected(_) => {}
        }
    }
    carried.finished = true;
    Ok(carried)
}
