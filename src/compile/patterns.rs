//! Patterns that most sentences do not need to be held against.

use regex::{Captures, Regex};

/// What a pattern captures in a text that holds one of `needs`, words without which it cannot match. To look for a word costs
/// far less than a pattern does, also at its first use.
pub(crate) fn captures<'t>(pattern: &Regex, needs: &[&str], text: &'t str) -> Option<Captures<'t>> {
    needs.iter().any(|word| text.contains(word)).then(|| pattern.captures(text)).flatten()
}
