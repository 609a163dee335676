//! A bar on the terminal for what takes longer than a second.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long to wait before anything is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar, or a spinner where the end is not known. Goes to standard error, and only if that is a terminal.
pub struct Progress {
    bar: ProgressBar,
    since: Instant,
}

impl Progress {
    /// For work of unknown length.
    #[must_use]
    pub fn spinner(what: &'static str) -> Self {
        Self::new(ProgressBar::no_length(), "{spinner} {msg}: {human_pos} filas", what)
    }

    /// For `total` steps.
    #[must_use]
    pub fn bar(what: &'static str, total: u64) -> Self {
        Self::new(
            ProgressBar::new(total),
            "{msg} {wide_bar} {human_pos}/{human_len} (quedan {eta})",
            what,
        )
    }

    fn new(bar: ProgressBar, template: &str, what: &'static str) -> Self {
        bar.set_draw_target(ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(what);
        Self {
            bar,
            since: Instant::now(),
        }
    }

    /// One step more.
    pub fn tick(&self) {
        self.bar.inc(1);
        self.show();
    }

    /// So many steps in all.
    pub fn set(&self, done: u64) {
        self.bar.set_position(done);
        self.show();
    }

    /// Takes it from the screen.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn show(&self) {
        if self.bar.is_hidden() && self.since.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}
