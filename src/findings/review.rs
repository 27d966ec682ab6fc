//! What the rules look at: the graph, and what is worked out once for all of them.

use std::cell::OnceCell;

use super::texts::Texts;
use crate::analysis::{ScopeReport, scopes};
use crate::graph::AuthorityGraph;

/// A regulation under review.
pub(super) struct Review<'g> {
    /// The whole graph, with matters and annotations.
    pub graph: &'g AuthorityGraph,
    scopes: OnceCell<ScopeReport>,
    texts: OnceCell<Texts<'g>>,
}

impl<'g> Review<'g> {
    /// A review of this graph; nothing is worked out yet.
    pub fn new(graph: &'g AuthorityGraph) -> Self {
        Self { graph, scopes: OnceCell::new(), texts: OnceCell::new() }
    }

    /// Who owns what.
    pub fn scopes(&self) -> &ScopeReport {
        self.scopes.get_or_init(|| scopes(self.graph))
    }

    /// The texts of all clauses, for comparing terms.
    pub fn texts(&self) -> &Texts<'g> {
        self.texts.get_or_init(|| Texts::new(self.graph))
    }
}
