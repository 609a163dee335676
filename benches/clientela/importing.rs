//! Rows per second of `clientela import`, on the public data set.

use std::{fs, path::Path, process::Command, time::Instant};

use crate::{Outcome, report::Report};

/// Imports the data set into an empty folder, where the program has the verb and the data set is there.
pub fn measure(report: &mut Report, folder: &Path) -> Outcome<()> {
    const WHAT: &str = "CRM sales opportunities";
    let program = env!("CARGO_BIN_EXE_clientela");
    if !Command::new(program)
        .args(["import", "--help"])
        .output()?
        .status
        .success()
    {
        report.add("Import", WHAT, "not measured: no such verb yet");
        return Ok(());
    }
    if !folder.is_dir() {
        report.add("Import", WHAT, "not measured: the data set is not there");
        return Ok(());
    }
    let mut rows = 0;
    for file in fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|it| it == "csv"))
    {
        rows += fs::read(&file)?
            .iter()
            .filter(|byte| **byte == b'\n')
            .count()
            .saturating_sub(1);
    }
    let data = tempfile::tempdir()?;
    let start = Instant::now();
    let imported = Command::new(program)
        .args(["import", "--yes", "--mapping", "crm-sales-opportunities", "--folder"])
        .arg(folder)
        .arg("--data")
        .arg(data.path())
        .env_remove("CLIENTELA_DB")
        .output()?;
    if !imported.status.success() {
        return Err(String::from_utf8_lossy(&imported.stderr).into_owned().into());
    }
    let per_second = rows as f64 / start.elapsed().as_secs_f64();
    report.add(
        "Import, with the start of the program",
        &format!("{WHAT}, {rows} rows"),
        &format!("{per_second:.0} rows per second"),
    );
    Ok(())
}
