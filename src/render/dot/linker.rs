//! From a node or edge of the graph to what a reader finds on its picture: id, tooltip with the clause, link to the clause.

use super::canvas::Marks;
use super::organisation::establishing_clause;
use super::words::DiagramWords;
use crate::graph::{AuthorityGraph, Basis, Edge, Node, NodeId};

/// Makes the marks of a diagram of one graph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Linker<'g> {
    graph: &'g AuthorityGraph,
    /// Whether links to `#c-…` are made.
    links: bool,
}

impl<'g> Linker<'g> {
    pub(super) fn new(graph: &'g AuthorityGraph, links: bool) -> Self {
        Self { graph, links }
    }

    fn number(&self, id: &NodeId) -> usize {
        self.graph.node_index(id).map_or(0, |index| index.index())
    }

    /// Id of a node in the SVG: a letter for its label and its place in the graph.
    pub(super) fn node_id(&self, node: &Node) -> String {
        format!("{}-{}", if node.as_post().is_some() { 'p' } else { 'u' }, self.number(&node.id))
    }

    /// Id of the line between two nodes in the SVG.
    pub(super) fn line_id(&self, from: &NodeId, to: &NodeId) -> String {
        format!("e-{}-{}", self.number(from), self.number(to))
    }

    /// Marks of a node: its name with the clause that establishes it, and the link to that clause.
    pub(super) fn node(&self, node: &Node, class: &str) -> Marks {
        let clause = establishing_clause(self.graph, node);
        let tooltip = match clause {
            Some(clause) => format!("{}（{}）", node.name(), clause.name()),
            None => node.name().to_owned(),
        };
        Marks { url: clause.and_then(|clause| self.url(clause)), ..Marks::new(self.node_id(node), class, tooltip) }
    }

    /// Marks of an edge: the words it rests on with their clauses, the rule if it is derived, the link to the first clause.
    pub(super) fn edge(&self, edge: &Edge, class: &str, words: &DiagramWords) -> Marks {
        let quotations: Vec<String> = edge
            .provenance
            .iter()
            .map(|evidence| format!("「{}」（{}）", evidence.words, self.citation(&evidence.clause)))
            .collect();
        let mut tooltip = quotations.concat();
        if let Basis::Derived { rule } = edge.data.basis {
            tooltip.push_str(&format!(" → {}: {}", words.derived, rule.name()));
        }
        let clause = self.graph.node(&edge.provenance.first().clause);
        let url = clause.and_then(|clause| self.url(clause));
        Marks { url, ..Marks::new(self.line_id(&edge.from, &edge.to), class, tooltip) }
    }

    /// How a clause is cited.
    pub(super) fn citation(&self, clause: &NodeId) -> String {
        self.graph.node(clause).map_or_else(|| clause.to_string(), |node| node.name().to_owned())
    }

    /// The link to a clause.
    pub(super) fn clause_url(&self, clause: &NodeId) -> Option<String> {
        self.graph.node(clause).and_then(|clause| self.url(clause))
    }

    fn url(&self, clause: &Node) -> Option<String> {
        let anchor = &clause.as_clause()?.anchor;
        (self.links && !anchor.is_empty()).then(|| format!("#{anchor}"))
    }
}
