//! Generated bodies come back: a body is invented from a seed and written down as a regulation in one of many styles; the graph
//! that is compiled from the text has to be that body, no fact more and none less, every fact with words that stand in its
//! clause, and no sentence left over.
//!
//! `cargo test --test generated_bodies` takes a few hundred bodies, `make generated` two thousand, `make generated BODIES=10000`
//! as many as are said. `KENGEN_BODIES` sets how many, `KENGEN_SEED` the first seed, `KENGEN_PRINTED` how many failures are
//! printed in full; a failure prints its seed, the text and the difference, so that
//! `KENGEN_SEED=17 KENGEN_BODIES=1 cargo test --test generated_bodies` shows it alone.

mod body;
mod expected;
mod found;
mod invent;
mod page;
#[path = "../quotations/mod.rs"]
mod quotations;
mod random;
mod style;
mod words;
mod write;

use std::fmt::Write as _;

use kengen::compile::{Officer, Supplement, compile};
use kengen::regulation::read;

use random::Random;
use style::Style;

/// How many bodies a test run takes where nothing else is said.
const BODIES: u64 = 300;
/// How many failures are printed in full.
const PRINTED: u64 = 3;

/// A number from the environment.
fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name)
        .map_or(default, |value| value.parse().unwrap_or_else(|_| panic!("{name} is no number: {value}")))
}

/// What is wrong with the body of a seed: nothing, or its text and the difference.
fn difference(seed: u64) -> Option<String> {
    let mut random = Random::new(seed);
    let style = Style::random(&mut random);
    let mut body = invent::body(&mut random, &style);
    let text = write::regulation(&mut body, &style, &mut random);
    let expected = expected::facts(&body, &style);
    let officer = |title: &&str| Officer {
        title: (*title).to_owned(),
        instrument: "別の法令".to_owned(),
        reason: "別の法令が置く職である。".to_owned(),
    };
    let supplement = Supplement { officers: body.officers.iter().map(officer).collect(), ..Supplement::default() };
    let (document, _) = read(text.as_bytes()).expect("a text");
    let compilation = compile(&document, &supplement);
    let found = found::facts(&compilation);
    let mut lines = String::new();
    for line in expected.difference(&found) {
        let _ = writeln!(lines, "missing: {line}");
    }
    for line in found.difference(&expected) {
        let _ = writeln!(lines, "wrong:   {line}");
    }
    for line in found::unproved(&document.source, &compilation.graph) {
        let _ = writeln!(lines, "quotes:  {line}");
    }
    let totals = compilation.coverage.totals();
    if totals.compiled + totals.no_content != totals.total {
        let _ = writeln!(lines, "coverage: {totals:?}");
    }
    (!lines.is_empty()).then(|| format!("seed {seed}\n{style:?}\n{text}\n{lines}"))
}

#[test]
fn generated_bodies_come_back() {
    let (first, count) = (setting("KENGEN_SEED", 1), setting("KENGEN_BODIES", BODIES));
    let failures: Vec<String> = (first..first + count).filter_map(difference).collect();
    let printed = failures
        .iter()
        .take(setting("KENGEN_PRINTED", PRINTED) as usize)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("\n\n");
    assert!(failures.is_empty(), "{} of {count} bodies did not come back:\n\n{printed}", failures.len());
}
