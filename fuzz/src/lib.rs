//! What the fuzz targets hold the library to, whatever they feed it.

#![forbid(unsafe_code)]

#[path = "../../tests/quotations/mod.rs"]
mod quotations;

use kengen::analysis::{Expectations, MatrixChoice, Scenario, acting, command_chain, matrix, owner, span, verify};
use kengen::compile::{Compilation, Supplement, compile};
use kengen::findings::review;
use kengen::graph::{AuthorityGraph, Condition, Label};
use kengen::regulation::Document;
use quotations::misquotations;

/// How many posts of a graph are asked about.
const POSTS: usize = 6;

/// Compiles a document and checks the promises: every sentence is accounted for, every fact quotes its clause, the same input
/// gives the same graph.
pub fn compiled(document: &Document, supplement: &Supplement) -> Compilation {
    let compilation = compile(document, supplement);
    let totals = compilation.coverage.totals();
    assert_eq!(totals.compiled + totals.no_content + totals.not_understood, totals.total);
    assert_eq!(misquotations(&compilation.graph, &document.source), [""; 0]);
    compilation
}

/// Asks a graph everything that can be asked of any graph. Answers may be errors, never panics.
pub fn ask(graph: &AuthorityGraph) {
    let posts: Vec<_> = graph.nodes_with(Label::Post).take(POSTS).map(|node| node.id.clone()).collect();
    for post in &posts {
        let _ = command_chain(graph, post);
        let _ = span(graph, post);
        let _ = acting(graph, &Scenario::default().absent(post.clone(), Condition::Incapacitated));
    }
    let all = posts.iter().fold(Scenario::default(), |all, post| all.absent(post.clone(), Condition::Vacant));
    let _ = acting(graph, &all);
    if let Some(duty) = graph.nodes_with(Label::Duty).next() {
        let _ = owner(graph, duty.name(), 5);
    }
    for node in graph.nodes().take(POSTS) {
        let _ = kengen::analysis::show(graph, &node.id);
        let _ = graph.qualified_name(&node.id);
    }
    let _ = review(graph, || "2026-01-01".to_owned());
    let _ = matrix(graph, &MatrixChoice::All);
    let _ = verify(graph, &Expectations::default());
}

/// The JSON form leads back to the same graph.
pub fn round_trip(graph: &AuthorityGraph) {
    let json = graph.to_json();
    let again = AuthorityGraph::from_json(&json).expect("our own JSON");
    assert_eq!(again.to_json(), json);
}
