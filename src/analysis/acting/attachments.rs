//! What goes with a post, and what becomes of it while the post's holder is absent: the units that it heads, their duties, the
//! posts that it commands, and its seats in councils.

use schemars::JsonSchema;
use serde::Serialize;

use super::availability::{Availability, State};
use super::{ActingAnswer, Outcome};
use crate::graph::{AuthorityGraph, Direction, Edge, Label, NodeId, Provenance, Relation, RelationType};

/// Something that goes with a post.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Attachment {
    /// What sort of thing it is.
    pub kind: AttachmentKind,
    /// The units, duties, posts or councils.
    pub of: Vec<NodeId>,
    /// What becomes of it.
    pub fate: Fate,
    /// The clauses that tie it to the post.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The sorts of things that go with a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentKind {
    /// The units that it heads.
    Headship,
    /// The duties of the post itself and of the units that it heads.
    Duty,
    /// The posts that it commands directly.
    Command,
    /// The councils that it chairs.
    Chair,
    /// The councils that it is a member of.
    Membership,
    /// The councils that it attends.
    Attendance,
}

/// What becomes of something that goes with a post whose holder is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is part of the post's work (職務), and so goes to whoever acts.
    Follows,
    /// It goes to whoever acts, and who that is cannot be decided.
    Undecided,
    /// Somebody acts for the post, and the text does not say whether a seat in a council goes with that.
    Silent,
    /// Others have it beside the post: the text names several sources of command, and one of the others can act.
    Shared,
    /// Nobody acts, so nobody has it.
    Unattended,
}

/// The objects of edges, each with its edge.
fn ends<'a>(edges: &[&'a Edge]) -> Vec<(&'a NodeId, &'a Edge)> {
    edges.iter().map(|edge| (&edge.to, *edge)).collect()
}

/// Whether a command comes from one of several equal sources (A又はBの命), another of which can act.
fn has_other_source(graph: &AuthorityGraph, availability: &Availability, command: &Edge) -> bool {
    let Relation::Commands { alternatives: Some(group), .. } = &command.data.relation else { return false };
    graph.edges_at(&command.to, Direction::Incoming, RelationType::Commands).into_iter().any(|other| {
        let same = matches!(&other.data.relation, Relation::Commands { alternatives: Some(own), .. } if own == group);
        same && other.from != command.from && availability.state(&other.from) == State::Available
    })
}

/// What goes with a post, in the order of [`AttachmentKind`], where `answer` says who acts for it.
pub(super) fn attachments(
    graph: &AuthorityGraph,
    availability: &Availability,
    post: &NodeId,
    answer: &ActingAnswer,
) -> Vec<Attachment> {
    let work = match answer.outcome {
        Outcome::Post | Outcome::Criterion => Fate::Follows,
        Outcome::Undecidable => Fate::Undecided,
        Outcome::Nobody => Fate::Unattended,
    };
    let seat = if answer.outcome == Outcome::Nobody { Fate::Unattended } else { Fate::Silent };
    let leaving = |relation| graph.edges_at(post, Direction::Outgoing, relation);
    let headships = leaving(RelationType::Heads);
    let duties = std::iter::once(post).chain(headships.iter().map(|edge| &edge.to)).flat_map(|owner| {
        let members = graph.edges_at(owner, Direction::Incoming, RelationType::BelongsTo);
        members.into_iter().filter(|edge| graph.node(&edge.from).is_some_and(|node| node.label() == Label::Duty))
    });
    let duties = duties.map(|edge| (&edge.from, edge)).collect();
    let is_shared = |edge: &&Edge| has_other_source(graph, availability, edge);
    let (shared, alone): (Vec<&Edge>, Vec<&Edge>) = leaving(RelationType::Commands).into_iter().partition(is_shared);
    [
        (AttachmentKind::Headship, ends(&headships), work),
        (AttachmentKind::Duty, duties, work),
        (AttachmentKind::Command, ends(&alone), work),
        (AttachmentKind::Command, ends(&shared), Fate::Shared),
        (AttachmentKind::Chair, ends(&leaving(RelationType::Chairs)), seat),
        (AttachmentKind::Membership, ends(&leaving(RelationType::MemberOf)), seat),
        (AttachmentKind::Attendance, ends(&leaving(RelationType::Attends)), seat),
    ]
    .into_iter()
    .filter_map(|(kind, tied, fate)| {
        let mut provenance = tied.first()?.1.provenance.clone();
        tied.iter().for_each(|(_, edge)| provenance.extend(&edge.provenance));
        let mut of: Vec<NodeId> = tied.into_iter().map(|(id, _)| id.clone()).collect();
        // A post may command another by two clauses.
        of.dedup();
        Some(Attachment { kind, of, fate, provenance })
    })
    .collect()
}
