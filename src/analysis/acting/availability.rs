//! Which posts can act in a scenario.

use std::collections::BTreeMap;

use super::Scenario;
use crate::graph::{AuthorityGraph, Condition, Direction, NodeId, RelationType};

/// Whether a post can act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum State {
    Available,
    Absent(Condition),
    Unfilled,
    /// It is held by the holder of this post, who is absent under this condition, or does not exist (`None`).
    HolderUnavailable(NodeId, Option<Condition>),
}

impl State {
    /// Why the post cannot act, if that is an absence.
    fn condition(&self) -> Option<Condition> {
        match self {
            State::Available | State::Unfilled => None,
            State::Absent(condition) => Some(*condition),
            State::HolderUnavailable(_, condition) => *condition,
        }
    }
}

/// The posts that cannot act in a scenario.
pub(super) struct Availability {
    unavailable: BTreeMap<NodeId, State>,
}

impl Availability {
    /// Starts from the posts of the scenario and goes on to those held ex officio: such a post is unavailable when the
    /// holders of all posts that it goes with are. Cost: O(posts held ex officio × their holders).
    pub fn of(graph: &AuthorityGraph, scenario: &Scenario) -> Self {
        let mut unavailable: BTreeMap<NodeId, State> =
            scenario.unfilled.iter().map(|post| (post.clone(), State::Unfilled)).collect();
        unavailable.extend(scenario.absent.iter().map(|(post, why)| (post.clone(), State::Absent(*why))));
        let mut pending: Vec<NodeId> = unavailable.keys().cloned().collect();
        while let Some(holder) = pending.pop() {
            for edge in graph.edges_at(&holder, Direction::Incoming, RelationType::ExOfficio) {
                if unavailable.contains_key(&edge.from) {
                    continue;
                }
                let holders = graph.edges_at(&edge.from, Direction::Outgoing, RelationType::ExOfficio);
                let states: Option<Vec<&State>> = holders.iter().map(|edge| unavailable.get(&edge.to)).collect();
                if let Some(states) = states {
                    let condition = states.iter().find_map(|state| state.condition());
                    unavailable.insert(edge.from.clone(), State::HolderUnavailable(holders[0].to.clone(), condition));
                    pending.push(edge.from.clone());
                }
            }
        }
        Self { unavailable }
    }

    /// Whether a post can act.
    pub fn state(&self, post: &NodeId) -> State {
        self.unavailable.get(post).cloned().unwrap_or(State::Available)
    }

    /// Why a post cannot act, if it cannot. One that is not filled counts as vacant.
    pub fn absence(&self, post: &NodeId) -> Option<Condition> {
        match self.unavailable.get(post) {
            None | Some(State::Available) => None,
            Some(state) => Some(state.condition().unwrap_or(Condition::Vacant)),
        }
    }
}
