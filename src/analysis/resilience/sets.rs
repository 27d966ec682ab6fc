//! The smallest sets of absences that leave a post unattended.
//!
//! If somebody acts for a post while the posts of a set are absent, every larger set that leaves it unattended has to make that
//! one unavailable too: a statement that applies goes on applying when more posts are absent. So the search branches only on
//! ways to take away one of those who act, and finds every smallest set up to its bound.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::super::acting::answer_for;
use super::{ResilienceQuestion, absent, holders, is_nobody};
use crate::analysis::{Scenario, may_be_unfilled, statements};
use crate::graph::{AuthorityGraph, Node, NodeId};

/// Sets of more absences than this are not looked for.
pub const LARGEST_SET: usize = 3;

/// Most posts around one that are looked at when its substitutes replace each other in turn.
const MOST_AROUND: usize = 200;

/// Size of the smallest set of absences that leaves a post unattended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Smallest {
    /// So many absences.
    Size {
        /// Their number, at most [`LARGEST_SET`].
        absences: usize,
    },
    /// More than so many: larger sets were not looked for.
    MoreThan {
        /// [`LARGEST_SET`].
        absences: usize,
    },
    /// No set: a criterion yields somebody whichever of the named posts are absent.
    Never,
}

/// What was found for one post.
pub(super) struct Found {
    pub smallest: Smallest,
    pub sets: Vec<Vec<NodeId>>,
}

/// The scenario before anybody is absent: where optional posts are taken as not filled, those that a question about `post` can
/// come to. Only these, as most of a large body has nothing to do with one post.
pub(super) fn base(graph: &AuthorityGraph, question: &ResilienceQuestion, post: &NodeId) -> Scenario {
    let mut scenario = Scenario::default();
    if !question.optional_unfilled {
        return scenario;
    }
    let in_turn = graph.settings().successive_substitution;
    let mut around: Vec<&NodeId> = vec![post];
    let mut at = 0;
    while at < around.len() && around.len() < MOST_AROUND {
        let id = around[at];
        let mut near: Vec<&NodeId> = holders(graph, id);
        if at == 0 || in_turn || holders(graph, post).contains(&id) {
            for statement in statements(graph, id) {
                near.extend(statement.substitute);
                near.extend(statement.joint);
            }
        }
        for id in near {
            if !around.contains(&id) {
                around.push(id);
            }
        }
        at += 1;
    }
    for id in around.into_iter().skip(1) {
        if graph.node(id).and_then(Node::as_post).is_some_and(may_be_unfilled) {
            scenario = scenario.unfilled(id.clone());
        }
    }
    scenario
}

/// The smallest sets for one post.
pub(super) fn smallest(graph: &AuthorityGraph, question: &ResilienceQuestion, post: &NodeId) -> Found {
    let base = base(graph, question, post);
    let mut search = Search { graph, question, base, post, seen: BTreeSet::new(), found: Vec::new(), cut: false };
    for way in search.ways(post, &mut Vec::new()) {
        search.explore(way);
    }
    let Search { mut found, cut, .. } = search;
    found.sort_by_key(BTreeSet::len);
    let mut sets: Vec<BTreeSet<NodeId>> = Vec::new();
    for set in found {
        if !sets.iter().any(|smaller| smaller.is_subset(&set)) {
            sets.push(set);
        }
    }
    let smallest = match sets.first() {
        Some(set) => Smallest::Size { absences: set.len() },
        None if cut => Smallest::MoreThan { absences: LARGEST_SET },
        None => Smallest::Never,
    };
    let in_order = |set: BTreeSet<NodeId>| {
        let mut set: Vec<NodeId> = set.into_iter().collect();
        set.sort_by_key(|post| graph.node_index(post));
        set
    };
    let mut sets: Vec<Vec<NodeId>> = sets.into_iter().map(in_order).collect();
    sets.sort_by_cached_key(|set| (set.len(), set.iter().map(|post| graph.node_index(post)).collect::<Vec<_>>()));
    Found { smallest, sets }
}

/// The search for the sets of one post.
struct Search<'a> {
    graph: &'a AuthorityGraph,
    question: &'a ResilienceQuestion,
    base: Scenario,
    post: &'a NodeId,
    seen: BTreeSet<BTreeSet<NodeId>>,
    found: Vec<BTreeSet<NodeId>>,
    /// Whether some set was not followed because it grew too large or was too interwoven.
    cut: bool,
}

impl Search<'_> {
    /// Looks at a set, and at the larger ones that take away who acts then.
    fn explore(&mut self, set: BTreeSet<NodeId>) {
        if set.len() > LARGEST_SET {
            self.cut = true;
            return;
        }
        if self.found.iter().any(|found| found.is_subset(&set)) || !self.seen.insert(set.clone()) {
            return;
        }
        let posts: Vec<NodeId> = set.iter().cloned().collect();
        let scenario = absent(&self.base, &posts, self.question.condition);
        let Some(answer) = answer_for(self.graph, &scenario, self.post) else { return };
        if is_nobody(&answer) {
            self.found.push(set);
            return;
        }
        // Without a named post it is a criterion, which no absence takes away; or too interwoven to tell.
        let Some(acting) = answer.acting.first() else {
            self.cut |= answer.criteria.is_empty();
            return;
        };
        for way in self.ways(acting, &mut Vec::new()) {
            self.explore(set.union(&way).cloned().collect());
        }
    }

    /// The sets of absences that make a post unavailable: itself, or, if it is held ex officio, the holders of all posts that it
    /// goes with.
    fn ways(&self, post: &NodeId, path: &mut Vec<NodeId>) -> Vec<BTreeSet<NodeId>> {
        let holders = holders(self.graph, post);
        if holders.is_empty() || path.contains(post) {
            return vec![BTreeSet::from([post.clone()])];
        }
        path.push(post.clone());
        let mut ways = vec![BTreeSet::new()];
        for holder in holders {
            let of_holder = self.ways(holder, path);
            ways = ways
                .iter()
                .flat_map(|way: &BTreeSet<NodeId>| of_holder.iter().map(|more| way.union(more).cloned().collect()))
                .collect();
        }
        path.pop();
        ways
    }
}
