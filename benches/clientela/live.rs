//! How soon others hear of a move.

use std::time::{Duration, Instant};

use clap::Parser;
use clientela::{
    pipeline::domain::{Closing, Move, MoveOutcome, Place},
    server::{Config, cookies, db::perform, router, state},
    team::store,
    types::{Moment, OpId},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};

use crate::{
    Outcome,
    filling::{Firm, url},
    report::{Report, spread},
};

#[derive(Parser)]
struct Flags {
    #[command(flatten)]
    config: Config,
}

/// A move every so often, while so many browsers listen over real connections. From before the move is asked for until each
/// has read it: the commit to the disk is part of it.
pub async fn measure(report: &mut Report, sessions: usize, moves: usize) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let firm = Firm::new(&url(folder.path())).await?;
    let accounts = firm.accounts(1).await?;
    let mut card = firm.cards(&accounts, 1).await?.remove(0);
    let state = state(Flags::parse_from(["clientela"]).config, firm.ctx.db.clone())?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let name = cookies::session_name(&state.config);
    let server = tokio::spawn(async move { axum::serve(listener, router(state)).await });
    let (heard, mut hearing) = mpsc::unbounded_channel();
    for _ in 0..sessions {
        let token = store::start(&firm.ctx.db, firm.user.id, "bench", Moment::now()).await?;
        let mut stream = TcpStream::connect(address).await?;
        let since = firm.ctx.db.bus().mark();
        let request = format!(
            "GET /live?since={since} HTTP/1.1\r\nhost: bench\r\ncookie: {name}={}\r\n\r\n",
            token.reveal()
        );
        stream.write_all(request.as_bytes()).await?;
        let heard = heard.clone();
        tokio::spawn(async move {
            let mut lines = BufReader::new(stream).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                if (line.starts_with("event: news") || line.starts_with("event:news"))
                    && heard.send(Instant::now()).is_err()
                {
                    return;
                }
            }
        });
    }
    // Until all of them listen.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut times = Vec::with_capacity(sessions * moves);
    for round in 0..moves {
        let asked = Move {
            opportunity: card.id,
            seen: card.revision,
            stage: firm.stages[(round + 1) % 2].id,
            place: Place::Bottom,
            said: Closing::default(),
        };
        let start = Instant::now();
        let MoveOutcome::Moved(moved) = perform(&firm.ctx, OpId::fresh(), &asked).await? else {
            return Err("a move was refused".into());
        };
        card.revision = moved.card.revision;
        for _ in 0..sessions {
            let at = tokio::time::timeout(Duration::from_secs(10), hearing.recv()).await?;
            times.push(at.ok_or("nobody listens")?.saturating_duration_since(start));
        }
    }
    server.abort();
    report.add(
        "From the asking for a move until another browser hears it",
        &format!("{sessions} sessions listen"),
        &spread(&mut times),
    );
    Ok(())
}
