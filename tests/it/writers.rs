//! People who move cards as fast as they are answered, and who remember what they were told.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use clientela::{
    pipeline::{
        api::{LoadBoard, MoveOpportunity},
        domain::{Board, Card, Closing, Move, MoveOutcome, Place},
        form::NewForm,
    },
    types::{OpId, Revision, StageId},
};

use crate::program::{Person, Serving};

pub const WRITERS: usize = 8;

/// One writer and the card that only this writer moves.
#[derive(Clone)]
pub struct Writer {
    pub card: Card,
    stages: [StageId; 2],
    /// The revision of the last answer.
    pub acknowledged: Revision,
    /// What was asked and not answered.
    pub unanswered: Option<(OpId, Move)>,
}

/// How a writer came to an end.
#[derive(Debug, PartialEq)]
pub enum Ended {
    /// No answer: the program is gone, or it was time.
    Unanswered,
    /// An answer that is no move.
    Refused(u16, String),
}

/// The board as it is now.
pub fn board(person: &Person, at: SocketAddr) -> Board {
    person
        .calls(at, "pipeline/api/load_board", &LoadBoard { pipeline: None })
        .expect("the board")
        .read()
}

/// Eight cards, each with its writer.
pub fn hired(person: &Person, at: &Serving) -> Vec<Writer> {
    let stages = board(person, at.address).stages;
    for n in 0..WRITERS {
        let form = NewForm {
            operation: OpId::fresh().to_string(),
            stage: stages[0].id.to_string(),
            account: format!("Firma {n}"),
            title: format!("Obra {n}"),
            amount: "1000".to_owned(),
            close_on: String::new(),
            contact: String::new(),
            from: String::new(),
        };
        let (operation, asked) = form.read().expect("the form");
        let fields = [
            ("operation", operation.to_string()),
            ("stage", asked.stage.to_string()),
            ("account", form.account),
            ("title", form.title),
            ("amount", form.amount),
        ];
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("form%5B{name}%5D={}", value.replace(' ', "%20")))
            .collect();
        person
            .fills(at.address, "pipeline/api/create_opportunity", &body.join("&"))
            .expect("a card");
    }
    let board = board(person, at.address);
    assert_eq!(board.cards.len(), WRITERS);
    let two = [stages[0].id, stages[1].id];
    board
        .cards
        .into_iter()
        .map(|card| Writer {
            acknowledged: card.revision,
            stages: two,
            card: Arc::unwrap_or_clone(card),
            unanswered: None,
        })
        .collect()
}

impl Writer {
    fn next(&self) -> (OpId, Move) {
        let stage = self.stages[usize::from(self.acknowledged.number() % 2 == 1)];
        let asked = Move {
            opportunity: self.card.id,
            seen: self.acknowledged,
            stage,
            place: Place::Top,
            said: Closing::default(),
        };
        (OpId::fresh(), asked)
    }

    /// Asks what was not answered again, or for the next move.
    pub fn step(&mut self, person: &Person, at: SocketAddr) -> Result<(), Ended> {
        let (operation, asked) = self.unanswered.take().unwrap_or_else(|| self.next());
        self.unanswered = Some((operation, asked.clone()));
        let call = MoveOpportunity { operation, asked };
        let answer = person
            .calls(at, "pipeline/api/move_opportunity", &call)
            .map_err(|_| Ended::Unanswered)?;
        match serde_json::from_str(&answer.body) {
            Ok(MoveOutcome::Moved(moved)) => {
                assert_eq!(
                    moved.card.revision,
                    self.acknowledged.next(),
                    "each move is one revision"
                );
                self.acknowledged = moved.card.revision;
                self.unanswered = None;
                Ok(())
            }
            _ => Err(Ended::Refused(answer.status, answer.body)),
        }
    }
}

/// All of them move until `enough` moves were answered; then `stop` is called at once, in the middle of the others' moves.
/// How many were answered, and how each writer ended.
pub fn until(
    enough: usize,
    writers: &mut [Writer],
    person: &Person,
    at: SocketAddr,
    stop: impl FnOnce(),
) -> (usize, Vec<Ended>) {
    let (answered, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (tell, told) = mpsc::channel();
    let ended = thread::scope(|scope| {
        let threads: Vec<_> = writers
            .iter_mut()
            .map(|writer| {
                let (tell, answered, stopped) = (tell.clone(), &answered, &stopped);
                scope.spawn(move || {
                    loop {
                        match writer.step(person, at) {
                            Ok(()) if answered.fetch_add(1, Ordering::Relaxed) + 1 == enough => {
                                tell.send(()).expect("somebody waits for it");
                            }
                            Ok(()) if stopped.load(Ordering::Relaxed) => return Ended::Unanswered,
                            Ok(()) => {}
                            Err(ended) => return ended,
                        }
                    }
                })
            })
            .collect();
        drop(tell);
        // Ends as well when every writer has ended before.
        told.recv().ok();
        stop();
        stopped.store(true, Ordering::Relaxed);
        threads
            .into_iter()
            .map(|thread| thread.join().expect("a writer"))
            .collect()
    });
    (answered.into_inner(), ended)
}

/// Nothing that was answered is missing, and nothing is there that nobody asked for. What is wrong, card by card.
pub fn compare(writers: &[Writer], person: &Person, at: SocketAddr) -> Result<(), String> {
    // Cards of writers who are not among these are somebody else's business.
    let board = board(person, at);
    let mut wrong = Vec::new();
    for (n, writer) in writers.iter().enumerate() {
        let most = if writer.unanswered.is_some() {
            writer.acknowledged.next()
        } else {
            writer.acknowledged
        };
        let there = board.card(writer.card.id).map(|card| card.revision);
        if there.is_none_or(|there| there < writer.acknowledged || there > most) {
            let asked = &writer.unanswered;
            wrong.push(format!(
                "card {n}: {there:?} is there, {} was acknowledged, unanswered: {asked:?}",
                writer.acknowledged
            ));
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}
