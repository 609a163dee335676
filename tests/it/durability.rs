//! What was acknowledged is there after a power cut; what was not is whole or absent.

use clientela::{server::db::Db, types::Revision};
use rand::Rng;
use tempfile::tempdir;

use crate::{
    program::{Person, Serving, clientela_after},
    writers::{Ended, Writer, board, compare, hired, until},
};

const ROUNDS: usize = 50;

#[test]
fn kill_9_in_the_middle_of_writes_fifty_times_loses_nothing_that_was_acknowledged() {
    let folder = tempdir().expect("a folder");
    let mut serving = Serving::on(folder.path());
    let person = Person::sets_up(&serving);
    let mut writers = hired(&person, &serving);
    let (mut total, mut interrupted) = (0, 0);
    for _ in 0..ROUNDS {
        let address = serving.address;
        let enough = rand::rng().random_range(1..=60);
        let (answered, _) = until(enough, &mut writers, &person, address, || drop(serving.kill()));
        total += answered;
        interrupted += writers.iter().filter(|writer| writer.unanswered.is_some()).count();
        serving = Serving::on(folder.path());
        compare(&writers, &person, serving.address);
    }
    // Whoever was not answered asks again, with the same operation: done before or now, it is done once.
    for writer in writers.iter_mut().filter(|writer| writer.unanswered.is_some()) {
        writer.step(&person, serving.address).expect("the move is answered");
    }
    compare(&writers, &person, serving.address);
    serving.kill();
    println!("{total} moves acknowledged, {interrupted} interrupted, in {ROUNDS} rounds");
    assert!(
        interrupted > ROUNDS,
        "the kills came in the middle of writes: {interrupted}"
    );
    traces(folder.path(), &writers);
}

/// Each revision has one audit record, one change, one operation and one entry: no half a gesture survived.
fn traces(folder: &std::path::Path, writers: &[Writer]) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let db = Db::open(&format!("surrealkv://{}?sync=every", folder.display()))
            .await
            .expect("the database opens");
        for writer in writers {
            let moves = i64::from(writer.acknowledged.number() - Revision::FIRST.number());
            for (table, column, extra) in [
                ("audit", "record", 1),
                ("change", "record", 1),
                ("entry", "opportunity", 1),
            ] {
                let sql = format!("SELECT count() FROM {table} WHERE {column} = $card GROUP ALL");
                let mut answer = db.query(sql).bind(("card", writer.card.id)).await.expect("a count");
                let count: Option<i64> = answer.take("count").expect("a number");
                assert_eq!(count, Some(moves + extra), "{table} of {:?}", writer.card.id);
            }
        }
        let mut answer = db
            .query("SELECT count() FROM operation WHERE name = 'opportunity.move' GROUP ALL")
            .await
            .expect("a count");
        let operations: Option<i64> = answer.take("count").expect("a number");
        let moves: u32 = writers
            .iter()
            .map(|writer| writer.acknowledged.number() - Revision::FIRST.number())
            .sum();
        assert_eq!(operations, Some(moves.into()));
    });
}

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let folder = tempdir().expect("a folder");
    let serving = Serving::on(folder.path());
    let person = Person::sets_up(&serving);
    let mut writers = hired(&person, &serving);
    serving.kill();
    // No file may grow beyond what the largest is now, and a little: soon there is no room for the next write.
    let largest = std::fs::read_dir(folder.path())
        .expect("the folder")
        .flatten()
        .flat_map(|entry| {
            if entry.path().is_dir() {
                std::fs::read_dir(entry.path())
                    .into_iter()
                    .flatten()
                    .flatten()
                    .collect()
            } else {
                vec![entry]
            }
        });
    let largest = largest
        .filter_map(|file| file.metadata().ok())
        .map(|it| it.len())
        .max()
        .unwrap_or_default();
    let blocks = largest / 512 + 400;
    let serving = Serving::start(clientela_after(
        &format!("trap '' XFSZ; ulimit -f {blocks}"),
        folder.path(),
    ));
    let (answered, ended) = until(usize::MAX, &mut writers, &person, serving.address, || ());
    println!("{answered} moves until the disk was full: {ended:?}");
    assert!(answered > 0, "there was room for some");
    assert!(
        ended
            .iter()
            .any(|it| matches!(it, Ended::Refused(_, body) if body.contains("Unavailable"))),
        "{ended:?}"
    );
    // Reading goes on.
    assert_eq!(board(&person, serving.address).cards.len(), writers.len());
    let said = serving.kill();
    assert!(said.contains("the database refused"), "the log says why: {said}");
    let serving = Serving::on(folder.path());
    compare(&writers, &person, serving.address);
    for writer in writers.iter_mut().filter(|writer| writer.unanswered.is_some()) {
        writer
            .step(&person, serving.address)
            .expect("with room again, the same operation is done");
    }
    compare(&writers, &person, serving.address);
}
