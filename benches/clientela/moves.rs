//! Durable stage moves per second.

use std::time::Instant;

use clientela::{
    pipeline::domain::{Closing, Move, MoveOutcome, Place},
    server::db::perform,
    types::OpId,
};
use tokio::task::JoinSet;

use crate::{
    Outcome,
    filling::{Firm, url},
    report::Report,
};

/// `clients` at once, each with a card of its own, as fast as they are answered: each answer is on the disk.
pub async fn measure(report: &mut Report, clients: usize, moves: usize) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let firm = Firm::new(&url(folder.path())).await?;
    let accounts = firm.accounts(clients).await?;
    let cards = firm.cards(&accounts, clients).await?;
    let each = moves.div_ceil(clients);
    let stages = [firm.stages[0].id, firm.stages[1].id];
    let mut tasks = JoinSet::new();
    let start = Instant::now();
    for card in cards {
        let ctx = firm.ctx.clone();
        tasks.spawn(async move {
            let mut seen = card.revision;
            let mut at = usize::from(card.stage == stages[0]);
            for _ in 0..each {
                let asked = Move {
                    opportunity: card.id,
                    seen,
                    stage: stages[at],
                    place: Place::Bottom,
                    said: Closing::default(),
                };
                match perform(&ctx, OpId::fresh(), &asked).await? {
                    MoveOutcome::Moved(moved) => seen = moved.card.revision,
                    other => return Err(format!("{other:?}").into()),
                }
                at = 1 - at;
            }
            Outcome::Ok(())
        });
    }
    while let Some(task) = tasks.join_next().await {
        task??;
    }
    let per_second = (each * clients) as f64 / start.elapsed().as_secs_f64();
    report.add(
        "Durable stage moves",
        &format!("{clients} clients"),
        &format!("{per_second:.0} per second"),
    );
    Ok(())
}
