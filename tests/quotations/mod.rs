//! The promise by which every answer is measured: what the graph says quotes a clause, and the clause quotes the source.

use kengen::graph::{AuthorityGraph, Node, Provenance};

/// What is wrong with the quotations of a graph that was compiled from a source: a clause that is none or is not verbatim, words
/// that do not stand in it, no words at all.
pub fn misquotations(graph: &AuthorityGraph, source: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut check = |what: &str, provenance: &Provenance| {
        for evidence in provenance.iter() {
            let Some(clause) = graph.node(&evidence.clause).and_then(Node::as_clause) else {
                wrong.push(format!("{what} rests on {}, which is no clause", evidence.clause));
                continue;
            };
            if evidence.words.is_empty() || !clause.text.contains(&*evidence.words) {
                wrong.push(format!("{what}: `{}` is not in {} `{}`", evidence.words, evidence.clause, clause.text));
            }
            if source.get(clause.start as usize..clause.end as usize) != Some(clause.text.as_str()) {
                wrong.push(format!("{} is not verbatim: `{}`", evidence.clause, clause.text));
            }
        }
    };
    graph.nodes().for_each(|node| check(node.id.as_str(), &node.provenance));
    graph
        .edges()
        .for_each(|edge| check(&format!("{} {:?} {}", edge.from, edge.data.relation, edge.to), &edge.provenance));
    wrong
}
