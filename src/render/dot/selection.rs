//! Which units of a body are drawn: everything, one unit with what is below it, so many levels, some left out.

use std::collections::BTreeSet;

use crate::graph::{Node, NodeId};

/// The part of a body that a chart over its units shows. What is left out is counted at the unit above it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The unit to draw with what is below it; the whole regulation if there is none.
    pub root: Option<NodeId>,
    /// Levels below the top; all if there is none.
    pub depth: Option<usize>,
    /// Kinds of units that are left out with everything below them: 課.
    pub hidden_kinds: BTreeSet<String>,
    /// Units that are left out with everything below them.
    pub hidden_units: BTreeSet<NodeId>,
}

impl Selection {
    /// One unit with everything below it, or the whole regulation.
    pub fn of(root: Option<NodeId>) -> Self {
        Self { root, ..Self::default() }
    }

    /// Whether a unit at this depth is drawn, if the one above it is.
    pub(super) fn shows(&self, node: &Node, depth: usize) -> bool {
        let hidden = node.as_unit().is_some_and(|unit| self.hidden_kinds.contains(&unit.kind));
        let deep = self.depth.is_some_and(|most| depth > most);
        !hidden && !deep && !self.hidden_units.contains(&node.id)
    }
}
