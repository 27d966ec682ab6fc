//! Answers as text for a terminal: one file per answer, lines of at most 80 columns, every statement with its clause.
//!
//! Emphasis is written as ANSI escape sequences; whoever prints the text takes them out where nobody wants them.

mod acting;
mod chain;
mod coverage;
mod coverage_reading;
pub mod coverage_words;
mod explain_clause;
mod findings;
mod matrix;
mod owner;
mod page;
pub mod reading_words;
mod resilience;
mod scopes;
mod separation;
mod show;
mod span;
mod table;
mod verify;
mod why_not;
pub mod words;
pub mod wrap;

pub use acting::acting;
pub(crate) use acting::outcome_words;
pub use chain::{command_chain, connection};
pub use coverage::{coverage, summary};
pub use explain_clause::explain_clause;
pub use findings::{explanation, finding_message, finding_severity, finding_title, findings, rules};
pub use matrix::matrix;
pub use owner::owner;
pub use page::{Page, Sign};
pub use resilience::{drill, resilience};
pub(crate) use resilience::{drill_consequence, drill_hanging};
pub use scopes::{ledger, overlaps};
pub use separation::conflicts;
pub use show::show;
pub use span::span;
pub use table::{data_sets, loaded, queries, table};
pub use verify::verify;
pub use why_not::{why_not_acting, why_not_commands};
