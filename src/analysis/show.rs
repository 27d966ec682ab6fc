//! Everything that the regulation says about one unit, post, duty, clause, matter or person.

#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::Serialize;

use super::AnalysisError;
use crate::graph::{
    AuthorityGraph, Direction, Edge, Label, Node, NodeId, Provenance, Relation, RelationType, Statement,
};

/// Everything about one node. `view` names the sort in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "view", rename_all = "snake_case")]
pub enum View {
    /// A unit or council.
    Unit(Box<UnitView>),
    /// A post.
    Post(Box<PostView>),
    /// A duty.
    Duty(Box<DutyView>),
    /// A clause.
    Clause(Box<ClauseView>),
    /// A matter.
    Matter(Box<MatterView>),
    /// A person.
    Person(Box<PersonView>),
}

/// Everything about a unit.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UnitView {
    /// The unit.
    pub node: Node,
    /// The `BELONGS_TO` edge to the unit above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Edge>,
    /// The units above it, nearest first.
    pub enclosing: Vec<NodeId>,
    /// The units directly below it.
    pub children: Vec<NodeId>,
    /// `HEADS` edges to it.
    pub heads: Vec<Edge>,
    /// Its posts.
    pub posts: Vec<NodeId>,
    /// Its duties.
    pub duties: Vec<NodeId>,
    /// `DUTY_EXCLUDED_BY` edges of its own duties: what they give way to.
    pub gives_way_to: Vec<Edge>,
    /// `DUTY_EXCLUDED_BY` edges to it and to its duties: what gives way to it.
    pub goes_before: Vec<Edge>,
    /// Of a council: `CHAIRS`, `MEMBER_OF` and `ATTENDS` edges to it.
    pub council: Vec<Edge>,
    /// What is said of its authority and makes no edge: 委任, 準用, 当分の間 …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
}

/// Everything about a post.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PostView {
    /// The post, with the rules that choose its substitute without naming one (`designations`).
    pub node: Node,
    /// The `BELONGS_TO` edge to its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Edge>,
    /// `HEADS` edges from it.
    pub heads: Vec<Edge>,
    /// `COMMANDS` edges to it.
    pub superiors: Vec<Edge>,
    /// `COMMANDS` edges from it.
    pub subordinates: Vec<Edge>,
    /// `ASSISTS` edges from it.
    pub assists: Vec<Edge>,
    /// `ASSISTS` edges to it.
    pub assisted_by: Vec<Edge>,
    /// `SUBSTITUTES_WHEN_INCAPACITATED` edges to it, first in line first.
    pub substitutes: Vec<Edge>,
    /// `SUBSTITUTES_WHEN_INCAPACITATED` edges from it.
    pub substitutes_for: Vec<Edge>,
    /// `EX_OFFICIO` edges from it: the posts whose holder holds it.
    pub held_by: Vec<Edge>,
    /// `EX_OFFICIO` edges to it: the posts that its holder holds too.
    pub also_holds: Vec<Edge>,
    /// `CHAIRS`, `MEMBER_OF` and `ATTENDS` edges from it.
    pub councils: Vec<Edge>,
    /// Duties that the text gives to the post itself.
    pub duties: Vec<NodeId>,
    /// `HOLDS` edges to it.
    pub persons: Vec<Edge>,
    /// What is said of its authority and makes no edge: 専決, 委任, 併任 …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
}

/// Everything about a duty.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DutyView {
    /// The duty.
    pub node: Node,
    /// The `BELONGS_TO` edge to the unit or post whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Edge>,
    /// The unit: the owner, or the one that the owning post is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NodeId>,
    /// `DUTY_EXCLUDED_BY` edges from it: what it gives way to.
    pub gives_way_to: Vec<Edge>,
    /// `DUTY_EXCLUDED_BY` edges to it from other duties.
    pub goes_before: Vec<Edge>,
    /// `ANCILLARY_TO` edges from it.
    pub ancillary_to: Vec<Edge>,
    /// `ANCILLARY_TO` edges to it.
    pub ancillary_duties: Vec<Edge>,
    /// `COVERS` edges from it.
    pub matters: Vec<Edge>,
}

/// Everything about a clause.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClauseView {
    /// The clause.
    pub node: Node,
    /// The units, posts, duties and matters that rest on it.
    pub nodes: Vec<NodeId>,
    /// The edges that rest on it, references and those that only repeat `nodes` aside.
    pub edges: Vec<Edge>,
    /// `REFERS_TO` edges from it.
    pub refers_to: Vec<Edge>,
    /// `REFERS_TO` edges to it.
    pub referred_to_by: Vec<Edge>,
    /// What it says of authority and makes no edge, and what is said of it as a rule: 準用, 読替え.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// How it is to be read where other words stand in it (読替え): a virtual second rule, which changes nothing of the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
}

/// A clause as another one wants it read.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Reading {
    /// The text of the clause with the words replaced.
    pub text: String,
    /// The clauses that say so, with their words.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Everything about a matter.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MatterView {
    /// The matter.
    pub node: Node,
    /// `COVERS` edges to it.
    pub covered_by: Vec<Edge>,
    /// `WITHIN` edges from it.
    pub broader: Vec<Edge>,
    /// `WITHIN` edges to it.
    pub narrower: Vec<Edge>,
}

/// Everything about a person.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PersonView {
    /// The person.
    pub node: Node,
    /// `HOLDS` edges from it.
    pub holds: Vec<Edge>,
}

/// Everything about the node with this id.
///
/// # Errors
/// There is no such node.
pub fn show(graph: &AuthorityGraph, id: &NodeId) -> Result<View, AnalysisError> {
    let node = graph.node(id).ok_or_else(|| AnalysisError::UnknownNode(id.clone()))?;
    let around = Around { graph, id };
    Ok(match node.label() {
        Label::Unit => View::Unit(Box::new(around.unit(node))),
        Label::Post => View::Post(Box::new(around.post(node))),
        Label::Duty => View::Duty(Box::new(around.duty(node))),
        Label::Clause => View::Clause(Box::new(around.clause(node))),
        Label::Matter => View::Matter(Box::new(MatterView {
            node: node.clone(),
            covered_by: around.arriving(&[RelationType::Covers]),
            broader: around.leaving(&[RelationType::Within]),
            narrower: around.arriving(&[RelationType::Within]),
        })),
        Label::Person => {
            let holds = around.leaving(&[RelationType::Holds]);
            View::Person(Box::new(PersonView { node: node.clone(), holds }))
        }
    })
}

/// The relations between posts and councils, the chair first.
const COUNCIL_RELATIONS: [RelationType; 3] = [RelationType::Chairs, RelationType::MemberOf, RelationType::Attends];

/// A node and its surroundings.
struct Around<'a> {
    graph: &'a AuthorityGraph,
    id: &'a NodeId,
}

impl Around<'_> {
    fn edges(&self, id: &NodeId, direction: Direction, relations: &[RelationType]) -> Vec<Edge> {
        let edges = relations.iter().flat_map(|relation| self.graph.edges_at(id, direction, *relation));
        edges.cloned().collect()
    }

    fn leaving(&self, relations: &[RelationType]) -> Vec<Edge> {
        self.edges(self.id, Direction::Outgoing, relations)
    }

    fn arriving(&self, relations: &[RelationType]) -> Vec<Edge> {
        self.edges(self.id, Direction::Incoming, relations)
    }

    fn members(&self, label: Label) -> Vec<NodeId> {
        self.graph.members(self.id, label).into_iter().map(|node| node.id.clone()).collect()
    }

    fn unit(&self, node: &Node) -> UnitView {
        let duties = self.members(Label::Duty);
        let excluded_by = |direction| -> Vec<Edge> {
            duties.iter().flat_map(|duty| self.edges(duty, direction, &[RelationType::DutyExcludedBy])).collect()
        };
        let mut goes_before = self.arriving(&[RelationType::DutyExcludedBy]);
        goes_before.extend(excluded_by(Direction::Incoming));
        UnitView {
            node: node.clone(),
            parent: self.leaving(&[RelationType::BelongsTo]).into_iter().next(),
            enclosing: self.graph.enclosing_units(self.id).into_iter().cloned().collect(),
            children: self.members(Label::Unit),
            heads: self.arriving(&[RelationType::Heads]),
            posts: self.members(Label::Post),
            gives_way_to: excluded_by(Direction::Outgoing),
            goes_before,
            council: self.arriving(&COUNCIL_RELATIONS),
            statements: self.statements(),
            duties,
        }
    }

    fn post(&self, node: &Node) -> PostView {
        PostView {
            node: node.clone(),
            unit: self.leaving(&[RelationType::BelongsTo]).into_iter().next(),
            heads: self.leaving(&[RelationType::Heads]),
            superiors: self.arriving(&[RelationType::Commands]),
            subordinates: self.leaving(&[RelationType::Commands]),
            assists: self.leaving(&[RelationType::Assists]),
            assisted_by: self.arriving(&[RelationType::Assists]),
            substitutes: substitutes_in_line(self.graph, self.id),
            substitutes_for: self.leaving(&[RelationType::SubstitutesWhenIncapacitated]),
            held_by: self.leaving(&[RelationType::ExOfficio]),
            also_holds: self.arriving(&[RelationType::ExOfficio]),
            councils: self.leaving(&COUNCIL_RELATIONS),
            duties: self.members(Label::Duty),
            persons: self.arriving(&[RelationType::Holds]),
            statements: self.statements(),
        }
    }

    fn duty(&self, node: &Node) -> DutyView {
        DutyView {
            node: node.clone(),
            owner: self.leaving(&[RelationType::BelongsTo]).into_iter().next(),
            unit: self.graph.parent_unit(self.id).cloned(),
            gives_way_to: self.leaving(&[RelationType::DutyExcludedBy]),
            goes_before: self.arriving(&[RelationType::DutyExcludedBy]),
            ancillary_to: self.leaving(&[RelationType::AncillaryTo]),
            ancillary_duties: self.arriving(&[RelationType::AncillaryTo]),
            matters: self.leaving(&[RelationType::Covers]),
        }
    }

    fn clause(&self, node: &Node) -> ClauseView {
        let shown_elsewhere = [RelationType::EstablishedBy, RelationType::RefersTo];
        ClauseView {
            node: node.clone(),
            nodes: self
                .graph
                .nodes()
                .filter(|other| other.label() != Label::Clause && other.provenance.iter().any(|e| e.clause == *self.id))
                .map(|other| other.id.clone())
                .collect(),
            edges: self
                .graph
                .edges()
                .filter(|edge| !shown_elsewhere.contains(&edge.data.relation.relation_type()))
                .filter(|edge| edge.provenance.iter().any(|evidence| evidence.clause == *self.id))
                .cloned()
                .collect(),
            refers_to: self.leaving(&[RelationType::RefersTo]),
            referred_to_by: self.arriving(&[RelationType::RefersTo]),
            statements: self.statements(),
            readings: self.readings(node.as_clause().map_or("", |clause| clause.text.as_str())),
        }
    }

    /// The statements that mean the node or rest on it.
    fn statements(&self) -> Vec<Statement> {
        let means = |statement: &&Statement| {
            let meant = statement.parts.iter().flat_map(|part| &part.meaning);
            let cited = statement.provenance.iter().map(|evidence| &evidence.clause);
            meant.chain(cited).any(|id| id == self.id)
        };
        self.graph.annotations().statements.iter().filter(means).cloned().collect()
    }

    /// The wordings of the clause that statements give it.
    fn readings(&self, text: &str) -> Vec<Reading> {
        let statements = self.graph.annotations().statements.iter();
        let reading = |statement: &Statement| {
            let text = statement.wording(self.id, text)?;
            Some(Reading { text, provenance: statement.provenance.clone() })
        };
        statements.filter_map(reading).collect()
    }
}

/// The edges from the substitutes of a post, first in line first.
pub(super) fn substitutes_in_line(graph: &AuthorityGraph, post: &NodeId) -> Vec<Edge> {
    let edges = graph.edges_at(post, Direction::Incoming, RelationType::SubstitutesWhenIncapacitated);
    let mut edges: Vec<Edge> = edges.into_iter().cloned().collect();
    edges.sort_by_key(|edge| match &edge.data.relation {
        Relation::SubstitutesWhenIncapacitated { order, .. } => *order,
        _ => u32::MAX,
    });
    edges
}
