//! Any text as the JSON form of a graph: an error, or a graph that writes itself down again and answers.
#![no_main]

use kengen::graph::AuthorityGraph;
use kengen_fuzz::{ask, round_trip};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(graph) = AuthorityGraph::from_json(text) {
        round_trip(&graph);
        ask(&graph);
    }
});
