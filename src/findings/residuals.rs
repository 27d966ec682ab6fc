//! What the rules on residual duties share: each with the units that it stands back from.

use crate::graph::{
    AuthorityGraph, Basis, Direction, Edge, ExclusionForm, Label, Node, NodeId, Relation, RelationType, Rule,
};

/// A residual duty with the edges to the units that it stands back from, never empty.
pub(super) struct Residual<'g> {
    pub duty: &'g Node,
    /// The unit of the duty.
    pub unit: &'g NodeId,
    pub edges: Vec<&'g Edge>,
}

impl Residual<'_> {
    /// Whether the text names units one by one, or by their kind, rather than 「他の所掌」, which misses none.
    pub fn is_list(&self) -> bool {
        self.edges.iter().all(|edge| edge.data.basis != Basis::Derived { rule: Rule::OtherUnits })
    }

    /// Whether it names a kind of unit: 「他の課」.
    pub fn names_a_kind(&self) -> bool {
        self.edges.iter().any(|edge| edge.data.basis == Basis::Derived { rule: Rule::OtherUnitsOfKind })
    }
}

/// The residual duties of units, in the order of the text. One that stands back in some places only is left out.
pub(super) fn residuals(graph: &AuthorityGraph) -> Vec<Residual<'_>> {
    let is_residual = |edge: &&Edge| match &edge.data.relation {
        Relation::DutyExcludedBy { form: ExclusionForm::Residual, .. } => {
            graph.node(&edge.to).is_some_and(|node| node.label() == Label::Unit)
        }
        _ => false,
    };
    let everywhere =
        |edge: &&Edge| matches!(&edge.data.relation, Relation::DutyExcludedBy { cases, .. } if cases.is_empty());
    graph
        .nodes_with(Label::Duty)
        .filter_map(|duty| {
            let mut edges = graph.edges_at(&duty.id, Direction::Outgoing, RelationType::DutyExcludedBy);
            edges.retain(|edge| is_residual(edge));
            let owner =
                graph.edges_at(&duty.id, Direction::Outgoing, RelationType::BelongsTo).first().map(|edge| &edge.to)?;
            let unit = graph.node(owner).filter(|node| node.label() == Label::Unit).map(|node| &node.id)?;
            (!edges.is_empty() && edges.iter().all(everywhere)).then_some(Residual { duty, unit, edges })
        })
        .collect()
}
