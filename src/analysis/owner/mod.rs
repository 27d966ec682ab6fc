//! Whose a matter is: free words → the duties that match, best first, each with the unit, its head, who commands that
//! head and who acts for it.
//!
//! Words are compared folded, without a dictionary: whole, then by their parts between the hiragana, then by pairs of
//! characters. Words that a duty has only inside an exclusion (（…を除く。）) say what it does *not* cover: they never make
//! it a hit, and [`OwnerReport::only_in_exclusions`] lists such duties. A rank is a help for finding, never a legal
//! statement.

mod matching;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::Serialize;

use self::matching::DutyTexts;
pub use self::matching::{MatchPlace, WordMatch};
use super::AnalysisError;
use super::chain::chains_to;
use super::show::substitutes_in_line;
use crate::graph::{
    AuthorityGraph, Designation, Direction, Duty, DutyKind, Edge, Node, NodeId, Provenance, RelationType,
};

/// The largest number of chains listed for one hit; `chain` gives all.
const CHAINS_PER_HIT: usize = 20;

/// The duties that match some words.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OwnerReport {
    /// The words looked for, in the form in which they were compared.
    pub words: Vec<String>,
    /// The best matches, best first.
    pub hits: Vec<OwnerHit>,
    /// Number of matches, those not listed included.
    pub total: usize,
    /// Duties that have some of the words, but only among what they exclude.
    pub only_in_exclusions: Vec<ExcludedMention>,
}

/// A duty that matches, with everybody who answers for it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OwnerHit {
    /// The duty.
    pub duty: NodeId,
    /// Its verbatim text.
    pub text: String,
    /// What sort of duty it is.
    pub kind: DutyKind,
    /// How well it matches, from 0 to 1.
    pub score: f64,
    /// How each of the words was found.
    pub matches: Vec<WordMatch>,
    /// The unit or post that the text gives the duty to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<NodeId>,
    /// The unit: the owner, or the one that the owning post is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NodeId>,
    /// The head of the unit, or of the nearest unit above it that has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<UnitHead>,
    /// `DUTY_EXCLUDED_BY` edges from the duty: what it gives way to.
    pub exclusions: Vec<Edge>,
    /// The clauses that the duty stands in.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The head of a unit, its superiors and its substitutes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UnitHead {
    /// The post.
    pub post: NodeId,
    /// The `HEADS` edge to the unit it heads.
    pub heads: Edge,
    /// The chains of command from the top down to it, at most 20.
    pub chains: Vec<Vec<NodeId>>,
    /// Whether there are more chains.
    pub chains_truncated: bool,
    /// `SUBSTITUTES_WHEN_INCAPACITATED` edges to it, first in line first.
    pub substitutes: Vec<Edge>,
    /// Rules that choose its substitute without naming a post.
    pub designations: Vec<Designation>,
}

/// A duty that has words only among what it excludes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ExcludedMention {
    /// The duty.
    pub duty: NodeId,
    /// The words found in its exclusions only.
    pub found: Vec<String>,
    /// `DUTY_EXCLUDED_BY` edges from the duty: where to look instead.
    pub exclusions: Vec<Edge>,
    /// The clauses that the duty stands in.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The duties that match the words of `query`, which are separated by spaces, at most `limit` of them.
///
/// A duty of which a word occurs in its text ranks before one where it only occurs in the unit's name; rare words count
/// more than frequent ones, a short text more than a long one, a substantive duty more than a residual one. Duties much
/// worse than the best are left out. Equal ranks stand in the order of the text.
///
/// # Errors
/// `query` has no word.
pub fn owner(graph: &AuthorityGraph, query: &str, limit: usize) -> Result<OwnerReport, AnalysisError> {
    let texts = DutyTexts::new(graph);
    let words = matching::words(query);
    if words.is_empty() {
        return Err(AnalysisError::NoWords);
    }
    let found = texts.find(&words);
    let total = found.hits.len();
    let hits = found.hits.into_iter().take(limit).map(|(node, duty, score, matches)| OwnerHit {
        duty: node.id.clone(),
        text: duty.text.clone(),
        kind: duty.kind,
        score,
        matches,
        owner: owner_of(graph, &node.id),
        unit: graph.parent_unit(&node.id).cloned(),
        head: responsible_head(graph, &node.id),
        exclusions: exclusions(graph, &node.id),
        provenance: node.provenance.clone(),
    });
    let only_in_exclusions = found.only_in_exclusions.into_iter().map(|(node, found)| ExcludedMention {
        duty: node.id.clone(),
        found,
        exclusions: exclusions(graph, &node.id),
        provenance: node.provenance.clone(),
    });
    Ok(OwnerReport { hits: hits.collect(), total, only_in_exclusions: only_in_exclusions.collect(), words })
}

/// The unit or post that a duty belongs to.
fn owner_of(graph: &AuthorityGraph, duty: &NodeId) -> Option<NodeId> {
    graph.edges_at(duty, Direction::Outgoing, RelationType::BelongsTo).first().map(|edge| edge.to.clone())
}

/// What a duty gives way to.
fn exclusions(graph: &AuthorityGraph, duty: &NodeId) -> Vec<Edge> {
    graph.edges_at(duty, Direction::Outgoing, RelationType::DutyExcludedBy).into_iter().cloned().collect()
}

/// The head of the nearest unit above a duty that has one.
fn responsible_head(graph: &AuthorityGraph, duty: &NodeId) -> Option<UnitHead> {
    let heads = graph
        .enclosing_units(duty)
        .into_iter()
        .find_map(|unit| graph.edges_at(unit, Direction::Incoming, RelationType::Heads).first().copied())?;
    let (chains, chains_truncated) = chains_to(graph, &heads.from, CHAINS_PER_HIT);
    let post = graph.node(&heads.from).and_then(Node::as_post);
    Some(UnitHead {
        post: heads.from.clone(),
        heads: heads.clone(),
        chains,
        chains_truncated,
        substitutes: substitutes_in_line(graph, &heads.from),
        designations: post.map_or_else(Vec::new, |post| post.designations.clone()),
    })
}

/// A duty node with its properties.
type DutyNode<'a> = (&'a Node, &'a Duty);
