//! kengen
pub mod cli;
pub mod graph;
pub mod regulation;
pub mod render;
