//! The table of results.

use std::{fs, path::Path, time::Duration};

use crate::{Outcome, machine};

/// What was measured so far.
#[derive(Default)]
pub struct Report(Vec<[String; 3]>);

impl Report {
    /// Adds a row and shows it.
    pub fn add(&mut self, what: &str, size: &str, result: &str) {
        println!("{what}, {size}: {result}");
        self.0.push([what, size, result].map(str::to_owned));
    }

    /// Writes the file.
    pub fn write(&self, path: &Path) -> Outcome<()> {
        let command: Vec<String> = std::env::args()
            .skip(1)
            .filter(|argument| argument != "--bench")
            .collect();
        let command = if command.is_empty() {
            "make bench".to_owned()
        } else {
            format!("make bench ARGS=\"{}\"", command.join(" "))
        };
        let mut text = format!(
            "# Results\n\n- Machine: {}\n- When: {}\n- Command: `{command}`\n\n",
            machine::machine(),
            machine::moment()
        );
        text.push_str("| What | Size | Result |\n|---|---|---|\n");
        for [what, size, result] in &self.0 {
            text.push_str(&format!("| {what} | {size} | {result} |\n"));
        }
        fs::write(path, text)?;
        println!("written to {}", path.display());
        Ok(())
    }
}

/// The median and the 95th percentile.
pub fn spread(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let at = |percent: usize| {
        times
            .get((times.len() * percent).div_ceil(100).saturating_sub(1))
            .map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    };
    format!("median {:.1} ms, p95 {:.1} ms", at(50), at(95))
}
