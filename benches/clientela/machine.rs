//! What it was measured on.

use std::{fs, process::Command, thread};

/// Processor, cores, memory and system, in one line.
pub fn machine() -> String {
    let field = |file: &str, name: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        text.lines()
            .find(|line| line.starts_with(name))
            .and_then(|line| line.split_once(':'))
            .map(|(_, value)| value.trim().to_owned())
    };
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let cores = thread::available_parallelism().map_or(0, usize::from);
    let memory = field("/proc/meminfo", "MemTotal")
        .and_then(|kib| kib.trim_end_matches(" kB").parse::<u64>().ok())
        .map_or_else(String::new, |kib| format!(", {} GiB", kib.div_ceil(1024 * 1024)));
    format!("{processor}, {cores} cores{memory}, {}", said("uname", &["-sr"]))
}

/// The day, the revision of the source and the profile.
pub fn moment() -> String {
    let profile = if cfg!(debug_assertions) {
        "development profile: not the figures of a release"
    } else {
        "release profile"
    };
    format!(
        "{}, commit {}, {profile}",
        said("date", &["-I"]),
        said("git", &["rev-parse", "--short", "HEAD"])
    )
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output();
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        .unwrap_or_default()
}
