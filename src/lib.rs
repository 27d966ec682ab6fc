//! kengen
pub mod analysis;
pub mod compile;
pub mod findings;
pub mod graph;
pub mod regulation;
pub mod render;
