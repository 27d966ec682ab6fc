//! The tree of units, each with its place in a walk down the tree: the units below one stand behind it without a gap.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::graph::{AuthorityGraph, Label, NodeId, RelationType};

/// Where units stand in a walk down the tree.
pub(super) struct UnitTree<'g> {
    /// The unit at each place.
    units: Vec<&'g NodeId>,
    /// The place of each unit and the place behind the last unit below it.
    spans: FxHashMap<&'g NodeId, Range<u32>>,
    /// The unit that each post is in.
    posts: FxHashMap<&'g NodeId, &'g NodeId>,
}

impl<'g> UnitTree<'g> {
    /// The units of a graph. Where units lie in a circle, the walk enters it at the first one of the text.
    pub fn new(graph: &'g AuthorityGraph) -> Self {
        let units: Vec<&NodeId> = graph.nodes_with(Label::Unit).map(|node| &node.id).collect();
        let number: FxHashMap<&NodeId, usize> = units.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let mut posts = FxHashMap::default();
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); units.len()];
        let mut has_parent = vec![false; units.len()];
        for edge in graph.edges_with(RelationType::BelongsTo) {
            match (number.get(&edge.from), number.get(&edge.to)) {
                (Some(unit), Some(parent)) if !has_parent[*unit] => {
                    has_parent[*unit] = true;
                    below[*parent].push(*unit);
                }
                (None, Some(_)) if graph.node(&edge.from).is_some_and(|node| node.as_post().is_some()) => {
                    posts.entry(&edge.from).or_insert(&edge.to);
                }
                _ => {}
            }
        }
        let mut tree = Self { units: Vec::with_capacity(units.len()), spans: FxHashMap::default(), posts };
        let roots = (0..units.len()).filter(|unit| !has_parent[*unit]);
        for root in roots.chain(0..units.len()) {
            tree.walk(root, &units, &below);
        }
        tree
    }

    fn walk(&mut self, root: usize, units: &[&'g NodeId], below: &[Vec<usize>]) {
        // Each unit twice: on the way down it gets its place, on the way up its end.
        let mut pending = vec![(root, false)];
        while let Some((unit, is_done)) = pending.pop() {
            let place = self.units.len() as u32;
            if is_done {
                self.spans.get_mut(units[unit]).expect("it was entered on the way down").end = place;
            } else if !self.spans.contains_key(units[unit]) {
                self.spans.insert(units[unit], place..place + 1);
                self.units.push(units[unit]);
                pending.push((unit, true));
                pending.extend(below[unit].iter().rev().map(|child| (*child, false)));
            }
        }
    }

    /// A unit, or the unit of a post.
    pub fn unit_of(&self, owner: &'g NodeId) -> Option<&'g NodeId> {
        if self.spans.contains_key(owner) { Some(owner) } else { self.posts.get(owner).copied() }
    }

    /// The places of a unit and of all units below it.
    pub fn span(&self, unit: &NodeId) -> Option<Range<u32>> {
        self.spans.get(unit).cloned()
    }

    /// The unit at a place.
    pub fn at(&self, place: u32) -> Option<&'g NodeId> {
        self.units.get(place as usize).copied()
    }
}
