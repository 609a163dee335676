//! The program in a process of its own: how long it takes to start and how much memory it has.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    Outcome,
    report::{Report, spread},
};

/// Starts on an empty folder and on a loaded one.
pub fn measure(report: &mut Report, accounts: usize, cards: usize, samples: usize) -> Outcome<()> {
    let samples = samples.clamp(1, 10);
    let empty = tempfile::tempdir()?;
    one(report, empty.path(), "empty", samples, "")?;
    let loaded = tempfile::tempdir()?;
    let start = Instant::now();
    let filled = Command::new(std::env::current_exe()?)
        .args([
            "--accounts",
            &accounts.to_string(),
            "--cards",
            &cards.to_string(),
            "--fill",
        ])
        .arg(loaded.path())
        .output()?;
    if !filled.status.success() {
        return Err(String::from_utf8_lossy(&filled.stderr).into_owned().into());
    }
    let token = String::from_utf8_lossy(&filled.stdout).trim().to_owned();
    let rate = (accounts + cards) as f64 / start.elapsed().as_secs_f64();
    report.add(
        "Filling by batches of 500",
        &format!("{accounts} accounts, {cards} cards"),
        &format!("{rate:.0} rows per second"),
    );
    one(
        report,
        loaded.path(),
        &format!("{accounts} accounts, {cards} open cards"),
        samples,
        &token,
    )
}

fn one(report: &mut Report, folder: &Path, what: &str, samples: usize, token: &str) -> Outcome<()> {
    let mut times = Vec::new();
    for sample in 0..=samples {
        let start = Instant::now();
        let (mut child, address) = serve(folder)?;
        let time = start.elapsed();
        if sample == samples {
            report.add("Resident memory, idle", what, &memory(&child)?);
            for _ in 0..20 {
                // Of an empty folder this is the page of the first start.
                ask(&address, if token.is_empty() { "/set-up" } else { "/board" }, token)?;
            }
            report.add("Resident memory, after 20 pages", what, &memory(&child)?);
        } else {
            times.push(time);
        }
        child.kill()?;
        child.wait()?;
    }
    report.add("Start until it listens", what, &spread(&mut times));
    Ok(())
}

/// Starts the program on a folder; with it the address at which it listens.
pub fn serve(folder: &Path) -> Outcome<(Child, String)> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_clientela"))
        .args(["--addr", "127.0.0.1:0", "--data"])
        .arg(folder)
        .env_remove("CLIENTELA_DB")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let output = child.stdout.take().ok_or("no output")?;
    for line in BufReader::new(output).lines() {
        if let Some((_, address)) = line?.split_once("está en http://") {
            return Ok((child, address.trim().to_owned()));
        }
    }
    child.wait()?;
    Err("it does not start".into())
}

/// Asks for a page.
pub fn ask(address: &str, path: &str, token: &str) -> Outcome<()> {
    said(
        address,
        path,
        &format!("GET {path} HTTP/1.0\r\nhost: bench\r\ncookie: clientela={token}\r\n\r\n"),
    )
    .map(drop)
}

/// What a server function answers to a JSON body.
pub fn post(address: &str, path: &str, token: &str, body: &str) -> Outcome<String> {
    let head = format!(
        "POST {path} HTTP/1.0\r\nhost: {address}\r\norigin: http://{address}\r\ncookie: clientela={token}\r\n\
         content-type: application/json\r\naccept: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    said(address, path, &head)
}

fn said(address: &str, path: &str, request: &str) -> Outcome<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).unwrap_or_default();
    if status == "200" {
        Ok(answer)
    } else {
        Err(format!(
            "{path} answers {status}: {}",
            answer.chars().take(300).collect::<String>()
        )
        .into())
    }
}

/// What the program takes of the machine's memory.
pub fn memory(child: &Child) -> Outcome<String> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id()))?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .ok_or("no VmRSS")?;
    let kib: u64 = line.trim().trim_end_matches(" kB").trim().parse()?;
    Ok(format!("{} MiB", kib / 1024))
}
