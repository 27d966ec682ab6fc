//! kengen
pub mod graph;
pub mod regulation;
