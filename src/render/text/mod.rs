//! Answers as text for a terminal: one file per answer, lines of at most 80 columns, every statement with its clause.

pub mod wrap;
