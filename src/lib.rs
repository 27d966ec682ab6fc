//! kengen
pub mod analysis;
pub mod findings;
pub mod graph;
