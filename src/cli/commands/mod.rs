//! One file per command: its arguments, and how its answer comes about.

pub mod acting;
pub mod chain;
pub mod check;
pub mod compile;
pub mod completions;
pub mod coverage;
pub mod data_sets;
pub mod diagram;
pub mod explain;
pub mod load;
pub mod owner;
pub mod query;
pub mod show;
pub mod span;
