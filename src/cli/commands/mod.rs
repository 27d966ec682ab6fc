//! One file per command: its arguments, and how its answer comes about.

pub mod acting;
pub mod chain;
pub mod check;
pub mod compile;
pub mod completions;
pub mod conflicts;
pub mod coverage;
pub mod data_sets;
pub mod diagram;
pub mod drill;
pub mod explain;
pub mod explain_clause;
pub mod export;
pub mod ledger;
pub mod load;
pub mod matrix;
pub mod overlaps;
pub mod owner;
pub mod query;
pub mod report;
pub mod resilience;
pub mod show;
pub mod span;
pub mod verify;
pub mod why_not;

use super::failure::Failure;
use super::session::Session;

/// The name among the positional arguments, if there is one.
///
/// # Errors
/// Several were given.
fn at_most_one_name<'n>(names: &[&'n str], session: &Session) -> Result<Option<&'n str>, Failure> {
    if names.is_empty() { Ok(None) } else { super::one_name(names, session).map(Some) }
}
