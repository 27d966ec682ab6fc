//! The statements of the text on the substitutes of one post.

use crate::graph::{
    Act, AuthorityGraph, Condition, Designation, Designator, Direction, Node, NodeId, Provenance, Relation,
    RelationType, Settings,
};

/// One statement: a named substitute, or a rule that chooses one.
pub(crate) struct Statement<'a> {
    /// The post named; none for a rule that names none.
    pub substitute: Option<&'a NodeId>,
    /// 1 for the first in line.
    pub order: u32,
    /// The conditions under which it applies.
    pub conditions: &'a [Condition],
    /// What the one chosen does.
    pub act: Act,
    /// Other posts that have to be absent too.
    pub joint: &'a [NodeId],
    /// How the substitute is chosen.
    pub designator: &'a Designator,
    /// The clauses that say so.
    pub provenance: &'a Provenance,
}

impl Statement<'_> {
    /// Whether the one chosen acts, rather than only deciding routine matters.
    pub fn gives_full_authority(&self) -> bool {
        self.act != Act::Decide
    }
}

/// All statements on the substitutes of a post: by order, the named ones of an order first, then as in the text.
pub(crate) fn statements<'a>(graph: &'a AuthorityGraph, post: &NodeId) -> Vec<Statement<'a>> {
    let named = graph
        .edges_at(post, Direction::Incoming, RelationType::SubstitutesWhenIncapacitated)
        .into_iter()
        .filter_map(|edge| match &edge.data.relation {
            Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint, designator } => Some(Statement {
                substitute: Some(&edge.from),
                order: *order,
                conditions,
                act: *act,
                joint,
                designator,
                provenance: &edge.provenance,
            }),
            _ => None,
        });
    let chosen = graph.node(post).and_then(Node::as_post).map_or(&[][..], |post| &post.designations).iter().map(
        |Designation { order, conditions, act, designator, joint, provenance }| Statement {
            substitute: None,
            order: *order,
            conditions,
            act: *act,
            joint,
            designator,
            provenance,
        },
    );
    let mut all: Vec<Statement> = named.chain(chosen).collect();
    all.sort_by_key(|statement| statement.order);
    all
}

/// Whether the conditions of a statement cover the one asked about, and whether they do so only by a setting.
pub(super) fn covers(settings: &Settings, conditions: &[Condition], asked: Condition) -> (bool, bool) {
    if conditions.contains(&asked) {
        return (true, false);
    }
    let by_setting =
        settings.absence_includes_vacancy && asked == Condition::Vacant && conditions.contains(&Condition::Away);
    (by_setting, by_setting)
}
