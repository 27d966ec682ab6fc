//! kengen
pub mod compile;
pub mod graph;
pub mod regulation;
