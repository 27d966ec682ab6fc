//! Where two units stand to each other in the body: below which units their paths from the top part.

use rustc_hash::FxHashMap;

use crate::graph::{AuthorityGraph, Label, NodeId};

/// The path of each unit from the top of the body.
pub(super) struct Branches<'g> {
    paths: FxHashMap<&'g NodeId, Vec<&'g NodeId>>,
}

impl<'g> Branches<'g> {
    pub fn new(graph: &'g AuthorityGraph) -> Self {
        let path = |id: &'g NodeId| {
            let mut path = graph.enclosing_units(id);
            path.reverse();
            path.push(id);
            path
        };
        Self { paths: graph.nodes_with(Label::Unit).map(|node| (&node.id, path(&node.id))).collect() }
    }

    /// The path of a unit from the top, the unit itself last.
    pub fn path(&self, unit: &NodeId) -> &[&'g NodeId] {
        self.paths.get(unit).map_or(&[], Vec::as_slice)
    }

    /// Whether one unit is the other or stands above it.
    pub fn holds(&self, above: &NodeId, below: &NodeId) -> bool {
        self.path(below).contains(&above)
    }

    /// Whether a unit is an office that does for a place what others like it do for theirs (支所, 事務所, 地方局), or an institution
    /// with an administration of its own (研究所, 学校): what it shares with another unit, it has for itself.
    pub fn is_office(graph: &AuthorityGraph, unit: &NodeId) -> bool {
        const ENDINGS: [&str; 9] = ["所", "支局", "院", "校", "署", "場", "園", "寮", "出先機関"];
        let is_office = |name: &str| name.starts_with("地方") || ENDINGS.iter().any(|ending| name.ends_with(ending));
        graph.node(unit).is_some_and(|node| is_office(node.name()))
    }

    /// The two units, one on each path, at which the paths of two units part. None where one stands above the other.
    pub fn fork(&self, a: &NodeId, b: &NodeId) -> Option<(&'g NodeId, &'g NodeId)> {
        let (a, b) = (self.path(a), self.path(b));
        let at = a.iter().zip(b).position(|(a, b)| a != b)?;
        Some((a[at], b[at]))
    }
}
