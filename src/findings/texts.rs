//! The texts of all clauses in the form in which names are compared, for rules on terms.

use crate::graph::{AuthorityGraph, Clause, Evidence, Label, Node, Provenance, fold_name};

/// The clauses with their folded texts, in the order of the text.
pub(super) struct Texts<'g> {
    pub clauses: Vec<ClauseText<'g>>,
}

/// A clause with its folded text.
pub(super) struct ClauseText<'g> {
    pub node: &'g Node,
    pub clause: &'g Clause,
    /// Without spaces, in one width and one case; see [`fold_name`].
    pub folded: String,
}

impl<'g> Texts<'g> {
    pub fn new(graph: &'g AuthorityGraph) -> Self {
        let of_node = |node: &'g Node| {
            let clause = node.as_clause()?;
            Some(ClauseText { node, clause, folded: fold_name(&clause.text).into_owned() })
        };
        Self { clauses: graph.nodes_with(Label::Clause).filter_map(of_node).collect() }
    }
}

impl ClauseText<'_> {
    /// The clause as evidence: the words if they stand in it as they are, else its first line.
    pub fn evidence(&self, words: &str) -> Evidence {
        let words = if self.clause.text.contains(words) && !words.is_empty() {
            words
        } else {
            self.clause.text.lines().next().unwrap_or(&self.clause.text)
        };
        Evidence { clause: self.node.id.clone(), words: words.into() }
    }
}

/// Evidence as the provenance of a finding; none if there is none.
pub(super) fn provenance(evidence: impl IntoIterator<Item = Evidence>) -> Option<Provenance> {
    let mut evidence = evidence.into_iter();
    let first = evidence.next()?;
    let mut provenance = Provenance::new(first.clause, first.words);
    evidence.for_each(|one| provenance.push(one));
    Some(provenance)
}

/// A text without the longer names that a term is only a part of: each is replaced by a mark that no name holds.
pub(super) fn without(text: &str, longer: &[&str]) -> String {
    longer
        .iter()
        .fold(text.to_owned(), |text, name| if text.contains(name) { text.replace(name, "\u{0}") } else { text })
}
