//! Any text as a regulation, compiled: the promises hold, and the graph can be asked anything.
#![no_main]

use kengen::compile::Supplement;
use kengen::regulation::read_text;
use kengen_fuzz::{ask, compiled, round_trip};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (document, _) = read_text(text.to_owned());
    let compilation = compiled(&document, &Supplement::default());
    ask(&compilation.graph);
    round_trip(&compilation.graph);
});
