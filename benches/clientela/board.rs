//! The server's time for the board page.

use std::time::Instant;

use axum::{
    body::{Body, to_bytes},
    http::Request,
};
use clap::Parser;
use clientela::{
    server::{Config, cookies, router, state},
    team::store,
    types::Moment,
};
use tower::ServiceExt;

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

/// Asks for `/board` as a signed-in administrator at each number of open cards.
pub async fn measure(report: &mut Report, sizes: &[usize], samples: usize) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let firm = Firm::new(&url(folder.path())).await?;
    let accounts = firm
        .accounts(sizes.iter().max().copied().unwrap_or(1).div_ceil(4).max(1))
        .await?;
    let state = state(Flags::parse_from(["clientela"]).config, firm.ctx.db.clone())?;
    let token = store::start(&firm.ctx.db, firm.user.id, "bench", Moment::now()).await?;
    let cookie = format!("{}={}", cookies::session_name(&state.config), token.reveal());
    let pages = router(state);
    let mut there = 0;
    for &size in sizes {
        firm.cards(&accounts, size.saturating_sub(there)).await?;
        there = there.max(size);
        let (mut times, mut bytes) = (Vec::new(), 0);
        // The first one warms the caches.
        for sample in 0..=samples {
            let request = Request::get("/board")
                .header("host", "bench")
                .header("cookie", &cookie)
                .body(Body::empty())?;
            let start = Instant::now();
            let response = pages.clone().oneshot(request).await?;
            let status = response.status();
            bytes = to_bytes(response.into_body(), usize::MAX).await?.len();
            if !status.is_success() {
                return Err(format!("the board answers {status}").into());
            }
            if sample > 0 {
                times.push(start.elapsed());
            }
        }
        report.add(
            "Board page, server time",
            &format!("{size} open cards"),
            &format!("{}, {} KiB", spread(&mut times), bytes / 1024),
        );
    }
    Ok(())
}
