//! Progress on a terminal, for work on several files.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::session::Session;

/// The number of steps from which progress is shown: fewer are over before anybody looks.
const LEAST_STEPS: usize = 8;

/// How far some work has come; shows nothing unless a terminal watches and the work is long.
pub struct Progress(ProgressBar);

impl Progress {
    /// Progress of work that takes this many steps.
    pub fn new(session: &Session, steps: usize) -> Self {
        let shown = session.environment.progress && steps >= LEAST_STEPS;
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(steps as u64), target);
        let style =
            ProgressStyle::with_template("{bar:30} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("=> "));
        Self(bar)
    }

    /// One step is done.
    pub fn step(&self) {
        self.0.inc(1);
    }

    /// The work is done: takes the bar away.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}
