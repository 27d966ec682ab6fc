//! kengen
pub mod analysis;
pub mod cli;
pub mod compile;
pub mod findings;
pub mod graph;
pub mod regulation;
pub mod render;
pub mod store;
