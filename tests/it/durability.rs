//! What was acknowledged is there after a power cut; what was not is whole or absent.

use std::path::Path;

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
    let (mut total, mut interrupted, mut torn) = (0, 0, 0);
    for round in 0..ROUNDS {
        let address = serving.address;
        let enough = rand::rng().random_range(1..=60);
        let mut said = String::new();
        let (answered, _) = until(enough, &mut writers, &person, address, || {
            said = serving.kill();
        });
        total += answered;
        torn += usize::from(said.contains("ended in the middle of a write"));
        interrupted += writers.iter().filter(|writer| writer.unanswered.is_some()).count();
        let left = tempdir().expect("a folder");
        copy(folder.path(), left.path());
        serving = Serving::on(folder.path());
        if let Err(wrong) = compare(&writers, &person, serving.address) {
            let (left, after) = (left.keep(), serving.kill());
            panic!(
                "round {round}, killed after {answered}: {wrong}\nbefore: {said}\nafter: {after}\nas it was left: {}",
                left.display()
            );
        }
    }
    // Whoever was not answered asks again, with the same operation: done before or now, it is done once.
    for writer in writers.iter_mut().filter(|writer| writer.unanswered.is_some()) {
        writer.step(&person, serving.address).expect("the move is answered");
    }
    compare(&writers, &person, serving.address).expect("everything is there");
    serving.kill();
    println!("{total} moves acknowledged, {interrupted} interrupted, {torn} torn journals, in {ROUNDS} rounds");
    assert!(
        interrupted > ROUNDS,
        "the kills came in the middle of writes: {interrupted}"
    );
    traces(folder.path(), &writers);
}

fn copy(from: &Path, to: &Path) {
    for path in std::fs::read_dir(from)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path())
    {
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            std::fs::create_dir_all(&to).expect("a folder");
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).expect("a copy");
        }
    }
}

/// Each revision has one audit record, one change, one operation and one entry: no half a gesture survived.
fn traces(folder: &Path, writers: &[Writer]) {
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

/// The end of the journal as a kill in the middle of a write leaves it: cut anywhere in its last record.
#[test]
fn what_is_written_after_a_torn_end_of_the_journal_survives_the_next_kill() {
    let folder = tempdir().expect("a folder");
    let serving = Serving::on(folder.path());
    let person = Person::sets_up(&serving);
    let writers = hired(&person, &serving);
    serving.kill();
    let wal = folder.path().join("wal/00000000000000000000.wal");
    let whole = std::fs::read(&wal).expect("the journal");
    let mut wrong = Vec::new();
    for (what, cut) in cuts(&whole) {
        let torn = tempdir().expect("a folder");
        copy(folder.path(), torn.path());
        std::fs::write(torn.path().join("wal/00000000000000000000.wal"), &whole[..cut]).expect("the journal is cut");
        let serving = Serving::on(torn.path());
        // What the cut took away was there before; what counts is what is written from here on.
        let mut writers = writers.clone();
        let there = board(&person, serving.address);
        writers.retain(|writer| {
            there
                .card(writer.card.id)
                .is_some_and(|card| card.revision == writer.acknowledged)
        });
        until(20, &mut writers, &person, serving.address, || drop(serving.kill()));
        let serving = Serving::on(torn.path());
        if let Err(lost) = compare(&writers, &person, serving.address) {
            wrong.push(format!("{what}, cut at {cut}: {lost}"));
        }
        serving.kill();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Places to cut a journal: inside the header of its last record, inside its data, and after the first part of a record
/// that goes on in the next block.
fn cuts(journal: &[u8]) -> Vec<(&'static str, usize)> {
    const BLOCK: usize = 32 * 1024;
    let (mut at, mut last, mut divided) = (0, 0, None);
    while at + 7 <= journal.len() {
        let left = BLOCK - at % BLOCK;
        if left < 7 || journal[at + 6] == 0 {
            at += left;
            continue;
        }
        if journal[at + 6] == 2 {
            divided = Some((at, at + left));
        }
        last = at;
        at += 7 + usize::from(u16::from_be_bytes([journal[at + 4], journal[at + 5]]));
    }
    let (begins, edge) = divided.expect("a record in two blocks");
    vec![
        ("in a header", last + 3),
        ("after a header", last + 7),
        ("in the data", last + 7 + (journal.len() - last - 7) / 2),
        ("in the first part", begins + (edge - begins) / 2),
        ("between the parts", edge),
    ]
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
            .any(|it| matches!(it, Ended::Refused(_, body) if body.contains("NoSpace"))),
        "{ended:?}"
    );
    // Reading goes on.
    assert_eq!(board(&person, serving.address).cards.len(), writers.len());
    let said = serving.kill();
    assert!(said.contains("the database refused"), "the log says why: {said}");
    let serving = Serving::on(folder.path());
    compare(&writers, &person, serving.address).expect("everything is there");
    for writer in writers.iter_mut().filter(|writer| writer.unanswered.is_some()) {
        writer
            .step(&person, serving.address)
            .expect("with room again, the same operation is done");
    }
    compare(&writers, &person, serving.address).expect("everything is there");
}
