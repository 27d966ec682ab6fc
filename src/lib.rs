//! kengen
pub mod graph;
