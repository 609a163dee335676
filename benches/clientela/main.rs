//! How fast it is and how much memory it takes: `make bench` writes benches/RESULTS.md.
//!
//! The sizes are arguments, so that a look at whether it works takes seconds:
//! `cargo bench --profile dev --bench clientela -- --moves 100 --cards 100 --accounts 1000 --samples 5 --out RESULTS.tmp.md`.

#![recursion_limit = "512"]

mod board;
mod clients;
mod filling;
mod importing;
mod live;
mod machine;
mod moves;
mod process;
mod report;
mod typing;

use std::{error::Error, path::PathBuf};

use clap::Parser;
use report::Report;

/// Anything that goes wrong ends the measurement.
pub type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// What is measured, and how much of it.
#[derive(Parser)]
struct Sizes {
    /// Durable moves for each number of clients
    #[arg(long, default_value_t = 3_000)]
    moves: usize,
    /// Clients at once
    #[arg(long, value_delimiter = ',', default_values_t = [1, 16, 64])]
    clients: Vec<usize>,
    /// Browsers that listen to what others do
    #[arg(long, default_value_t = 200)]
    sessions: usize,
    /// Open cards on the board, in growing order
    #[arg(long, value_delimiter = ',', default_values_t = [100, 2_000, 10_000])]
    cards: Vec<usize>,
    /// How often each page is asked for and each start made
    #[arg(long, default_value_t = 40)]
    samples: usize,
    /// Accounts in the loaded database
    #[arg(long, default_value_t = 100_000)]
    accounts: usize,
    /// Clients of the firm whose pages, list and search are measured
    #[arg(long, default_value_t = 100_000)]
    clients_there: usize,
    /// Reports of each of them
    #[arg(long, default_value_t = 10)]
    entries: usize,
    /// A folder that is filled already with such a firm, instead of filling one; only that is measured then
    #[arg(long)]
    firm: Option<PathBuf>,
    /// Folder of the "CRM sales opportunities" data set
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/crm-sales-opportunities"))]
    import: PathBuf,
    /// Where the report goes
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/RESULTS.md"))]
    out: PathBuf,
    /// Fills this folder and ends: the measurement starts itself so, because one process at a time has a folder
    #[arg(long, hide = true)]
    fill: Option<PathBuf>,
    /// Prints a session and some accounts of this folder and ends
    #[arg(long, hide = true)]
    peek: Option<PathBuf>,
    /// Cargo says this to every benchmark
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> Outcome<()> {
    let sizes = Sizes::parse();
    // As the program itself: the engine evaluates nested queries on the stack.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(10 * 1024 * 1024)
        .build()?;
    if let Some(folder) = &sizes.fill {
        return runtime.block_on(filling::folder(
            folder,
            sizes.accounts,
            sizes.cards.last().copied().unwrap_or_default(),
        ));
    }
    if let Some(folder) = &sizes.peek {
        return runtime.block_on(clients::peek(folder, sizes.samples));
    }
    let mut report = Report::default();
    if sizes.firm.is_some() {
        drop(runtime);
        let (size, firm) = ((sizes.clients_there, sizes.entries), sizes.firm.as_deref());
        clients::measure(&mut report, size, sizes.samples, firm)?;
        return report.write(&sizes.out);
    }
    for &clients in &sizes.clients {
        runtime.block_on(moves::measure(&mut report, clients, sizes.moves))?;
    }
    runtime.block_on(live::measure(&mut report, sizes.sessions, sizes.samples))?;
    runtime.block_on(board::measure(&mut report, &sizes.cards, sizes.samples))?;
    drop(runtime);
    process::measure(
        &mut report,
        sizes.accounts,
        sizes.cards.last().copied().unwrap_or_default(),
        sizes.samples,
    )?;
    clients::measure(
        &mut report,
        (sizes.clients_there, sizes.entries),
        sizes.samples * 5,
        None,
    )?;
    importing::measure(&mut report, &sizes.import)?;
    report.write(&sizes.out)
}
