//! Who holds the duties of a rule's sides, and what joins two holders.

use std::collections::{BTreeMap, VecDeque};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Conflict, ConflictKind, Holdings, PersonWithPosts, Side, Sides};
use crate::analysis::acting::acting_for;
use crate::analysis::{Mark, Outcome, Scenario, scopes};
use crate::graph::{AuthorityGraph, Condition, Direction, Label, Node, NodeData, NodeId, Provenance, RelationType};

/// A duty or post that is one side of a rule.
pub(super) struct Found<'g> {
    /// The duty or post.
    pub id: &'g NodeId,
    /// What it is about; none for a post.
    object: Option<&'g str>,
    /// The unit or post that has it.
    owner: &'g NodeId,
    /// The posts that attend to it.
    attended_by: Vec<&'g NodeId>,
}

/// Who attends to what in a body.
pub(super) struct Holders<'g> {
    graph: &'g AuthorityGraph,
    /// The matters that each duty owns.
    owned: Vec<(&'g NodeId, Vec<&'g NodeId>)>,
}

/// The duties of both sides that come together in one hand.
#[derive(Clone, Default)]
struct Pair<'g> {
    first: Vec<&'g NodeId>,
    second: Vec<&'g NodeId>,
}

impl<'g> Holders<'g> {
    /// Looks up what every duty owns.
    pub fn of(graph: &'g AuthorityGraph) -> Self {
        let node = |id: &NodeId| graph.node(id).map(|node| &node.id);
        let report = scopes(graph);
        let owned = report.scopes.iter().filter_map(|scope| {
            let matters = scope.owned.iter().filter_map(node).collect();
            Some((node(&scope.duty)?, matters))
        });
        Self { graph, owned: owned.collect() }
    }

    /// The duties and posts that are a side of a rule, in the order of the text.
    pub fn found(&self, side: &Side, units: &[NodeId]) -> Vec<Found<'g>> {
        let graph = self.graph;
        let mut found = Vec::new();
        for (duty, matters) in &self.owned {
            let objects = matters.iter().filter_map(|matter| match &graph.node(matter)?.data {
                NodeData::Matter(matter) => side.object_of(matter),
                _ => None,
            });
            let objects: FxHashSet<&str> = objects.collect();
            let Some(owner) = self.owner(duty).filter(|_| self.is_within(duty, units)) else { continue };
            let mut objects: Vec<&str> = objects.into_iter().collect();
            objects.sort_unstable();
            let of_object =
                |object| Found { id: duty, object: Some(object), owner, attended_by: self.attending(owner) };
            found.extend(objects.into_iter().map(of_object));
        }
        let posts = graph.nodes_with(Label::Post).filter(|node| node.as_post().is_some_and(|post| side.is_post(post)));
        let posts = posts.map(|node| &node.id).filter(|id| self.is_within(id, units));
        found.extend(posts.map(|id| Found { id, object: None, owner: id, attended_by: vec![id] }));
        found
    }

    fn is_within(&self, id: &NodeId, units: &[NodeId]) -> bool {
        units.is_empty() || self.graph.enclosing_units(id).into_iter().any(|unit| units.contains(unit))
    }

    fn owner(&self, duty: &NodeId) -> Option<&'g NodeId> {
        self.graph.edges_at(duty, Direction::Outgoing, RelationType::BelongsTo).first().map(|edge| &edge.to)
    }

    /// The post itself, or the heads of the unit.
    fn attending(&self, owner: &'g NodeId) -> Vec<&'g NodeId> {
        if self.graph.node(owner).is_some_and(|node| node.label() == Label::Post) {
            return vec![owner];
        }
        let heads = self.graph.neighbours(owner, Direction::Incoming, RelationType::Heads);
        heads.into_iter().map(|node: &Node| &node.id).collect()
    }

    /// Where the two sides of a rule come together.
    pub fn together(&self, sides: &Sides<'_, 'g>, holdings: Option<&Holdings>, condition: Condition) -> Vec<Conflict> {
        // In the order of the text, so that the answer is.
        let mut owners: BTreeMap<usize, (&NodeId, Pair<'g>)> = BTreeMap::new();
        let mut heads: BTreeMap<usize, (&NodeId, Pair<'g>)> = BTreeMap::new();
        let mut apart: BTreeMap<(usize, usize), (&NodeId, &NodeId, Pair<'g>)> = BTreeMap::new();
        for first in sides.first {
            for second in sides.second.iter().filter(|second| are_apart(sides, first, second)) {
                if first.owner == second.owner {
                    let entry = owners.entry(self.place(first.owner)).or_insert((first.owner, Pair::default()));
                    entry.1.add(first, second);
                    continue;
                }
                for one in &first.attended_by {
                    for other in &second.attended_by {
                        if one == other {
                            let entry = heads.entry(self.place(one)).or_insert((*one, Pair::default()));
                            entry.1.add(first, second);
                        } else {
                            let key = (self.place(one), self.place(other));
                            apart.entry(key).or_insert((*one, *other, Pair::default())).2.add(first, second);
                        }
                    }
                }
            }
        }
        let mut found = Vec::new();
        for (owner, pair) in owners.into_values() {
            found.push(self.conflict(ConflictKind::SameOwner, vec![owner], pair.clone(), None));
        }
        for (head, pair) in heads.into_values() {
            let headed = self.graph.edges_at(head, Direction::Outgoing, RelationType::Heads);
            let owners: FxHashSet<&NodeId> = pair.ids().filter_map(|duty| self.owner(duty)).collect();
            let headed = headed.into_iter().filter(|edge| owners.contains(&edge.to));
            let joint = headed.map(|edge| edge.provenance.clone()).reduce(joined);
            found.push(self.conflict(ConflictKind::SameHead, vec![head], pair.clone(), joint));
        }
        let mut stand_ins: FxHashMap<&NodeId, Option<(Vec<NodeId>, Provenance)>> = FxHashMap::default();
        for (one, other, pair) in apart.values() {
            for (acting, absent) in [(*one, *other), (*other, *one)] {
                let stand_in = stand_ins.entry(absent).or_insert_with(|| self.acting(absent, condition));
                if let Some((posts, why)) = stand_in
                    && posts.contains(acting)
                {
                    let holders = vec![acting, absent];
                    found.push(self.conflict(ConflictKind::Acting, holders, pair.clone(), Some(why.clone())));
                }
            }
            for (superior, subordinate) in [(*one, *other), (*other, *one)] {
                if let Some(why) = self.chain(superior, subordinate) {
                    let holders = vec![superior, subordinate];
                    found.push(self.conflict(ConflictKind::Commands, holders, pair.clone(), Some(why)));
                }
            }
        }
        found.extend(holdings.into_iter().flat_map(|holdings| self.people(&apart, holdings)));
        found
    }

    /// People who hold posts of both sides.
    fn people(
        &self,
        apart: &BTreeMap<(usize, usize), (&'g NodeId, &'g NodeId, Pair<'g>)>,
        holdings: &Holdings,
    ) -> Vec<Conflict> {
        let mut found = Vec::new();
        for (one, other, pair) in apart.values() {
            let both = |person: &&PersonWithPosts| person.posts.contains(one) && person.posts.contains(other);
            for person in holdings.people.iter().filter(both) {
                let conflict = self.conflict(ConflictKind::Person, vec![*one, *other], pair.clone(), None);
                found.push(Conflict { person: Some(person.person.clone()), ..conflict });
            }
        }
        found
    }

    /// Who acts for a post that alone is absent, with the clause; none unless the text decides it.
    fn acting(&self, post: &NodeId, condition: Condition) -> Option<(Vec<NodeId>, Provenance)> {
        let scenario = Scenario::default().absent(post.clone(), condition);
        let answer = acting_for(self.graph, &scenario, post, condition).answer;
        let decides = answer.reasons.iter().find(|reason| reason.mark == Mark::Yes)?;
        (answer.outcome == Outcome::Post).then(|| (answer.acting.clone(), decides.provenance.clone()))
    }

    /// The clauses of the shortest chain of command from one post to another.
    fn chain(&self, superior: &'g NodeId, subordinate: &NodeId) -> Option<Provenance> {
        let mut from: FxHashMap<&NodeId, Option<(&NodeId, &Provenance)>> = FxHashMap::default();
        from.insert(superior, None);
        let mut pending = VecDeque::from([superior]);
        while let Some(post) = pending.pop_front() {
            if post == subordinate {
                break;
            }
            for edge in self.graph.edges_at(post, Direction::Outgoing, RelationType::Commands) {
                if !from.contains_key(&edge.to) {
                    from.insert(&edge.to, Some((&edge.from, &edge.provenance)));
                    pending.push_back(&edge.to);
                }
            }
        }
        let mut why: Option<Provenance> = None;
        let mut at = subordinate;
        while let Some((above, provenance)) = from.get(at)? {
            why = Some(why.map_or_else(|| (*provenance).clone(), |why| joined((*provenance).clone(), why)));
            at = *above;
        }
        why
    }

    fn place(&self, id: &NodeId) -> usize {
        self.graph.node_index(id).map_or(usize::MAX, |index| index.index())
    }

    fn conflict(
        &self,
        kind: ConflictKind,
        holders: Vec<&NodeId>,
        pair: Pair<'g>,
        joint: Option<Provenance>,
    ) -> Conflict {
        let of_duties = pair.ids().filter_map(|id| self.graph.node(id)).map(|node| node.provenance.clone());
        let provenance = of_duties.chain(joint).reduce(joined).expect("a conflict has duties or posts of the graph");
        let ids = |ids: &[&NodeId]| ids.iter().map(|id| (*id).clone()).collect();
        let (first, second) = (ids(&pair.first), ids(&pair.second));
        Conflict { kind, holders: holders.into_iter().cloned().collect(), person: None, first, second, provenance }
    }
}

/// Whether a rule keeps two of its sides apart: they are not one duty said once, and about one object if the rule asks for it.
fn are_apart(sides: &Sides<'_, '_>, first: &Found<'_>, second: &Found<'_>) -> bool {
    let is_same_object = || first.object.zip(second.object).is_none_or(|(one, other)| one == other);
    !sides.rule.same_object || is_same_object()
}

fn joined(mut one: Provenance, other: Provenance) -> Provenance {
    one.extend(&other);
    one
}

impl<'g> Pair<'g> {
    fn add(&mut self, first: &Found<'g>, second: &Found<'g>) {
        for (ids, id) in [(&mut self.first, first.id), (&mut self.second, second.id)] {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }

    fn ids(&self) -> impl Iterator<Item = &'g NodeId> + '_ {
        self.first.iter().chain(&self.second).copied()
    }
}
