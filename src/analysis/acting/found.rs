//! What the statements of one order come to, and the lines of reasoning that say so.

use super::statements::Statement;
use super::{ActingAnswer, Criterion, Mark, MissingClause, Outcome, Reason, ReasonKind};
use crate::graph::{Act, Condition, NodeId, Provenance};

/// The candidates of one order that can act.
#[derive(Default)]
pub(super) struct Found {
    pub posts: Vec<NodeId>,
    pub criteria: Vec<(Criterion, Vec<NodeId>)>,
    /// Whether the replacement of an absent candidate is undecidable.
    pub undecidable: bool,
    pub acts: Vec<Act>,
}

/// What the statements tried so far came to, to tell which clause is missing.
#[derive(Default)]
pub(super) struct Tried {
    pub covered: Vec<Condition>,
    pub joint: Vec<NodeId>,
    pub unavailable: Vec<NodeId>,
}

impl Found {
    /// Adds a criterion with the posts it chooses among; one met before takes them in.
    pub fn add_criterion(&mut self, criterion: Criterion, among: Vec<NodeId>) {
        match self.criteria.iter_mut().find(|(known, _)| known.designator == criterion.designator) {
            Some((known, posts)) => {
                known.provenance.extend(&criterion.provenance);
                among.iter().for_each(|post| push_new(posts, post));
            }
            None => self.criteria.push((criterion, among)),
        }
    }
}

impl Tried {
    /// The clause that is missing when all statements were tried in vain.
    pub fn missing(self, asked: Condition) -> MissingClause {
        if !self.unavailable.is_empty() {
            MissingClause::NextInLine { unavailable: self.unavailable }
        } else if !self.joint.is_empty() {
            MissingClause::JointAbsence { posts: self.joint }
        } else {
            let mut covered = self.covered;
            covered.sort();
            MissingClause::Condition { asked, covered }
        }
    }
}

/// The answer that the candidates of one order give, if any of them can act.
pub(super) fn decide(found: Found, group: &[Statement], reasons: &mut Vec<Reason>) -> Option<ActingAnswer> {
    let outcome = match (found.posts.len(), found.criteria.len()) {
        _ if found.undecidable => Outcome::Undecidable,
        (0, 0) => return None,
        (1, 0) => Outcome::Post,
        (0, 1) => Outcome::Criterion,
        _ => Outcome::Undecidable,
    };
    let mut acting = found.posts;
    for post in found.criteria.iter().flat_map(|(_, among)| among) {
        push_new(&mut acting, post);
    }
    if outcome == Outcome::Undecidable && !found.undecidable {
        let mut provenance = group[0].provenance.clone();
        group.iter().for_each(|statement| provenance.extend(statement.provenance));
        let kind = ReasonKind::EqualOrder { order: group[0].order, posts: acting.clone() };
        reasons.push(leaf(Mark::No, kind, provenance));
    }
    Some(ActingAnswer {
        outcome,
        acting,
        acts: found.acts,
        criteria: found.criteria.into_iter().map(|(criterion, _)| criterion).collect(),
        missing: None,
        reasons: Vec::new(),
    })
}

/// The criterion of a statement that has one.
pub(super) fn criterion(statement: &Statement) -> Criterion {
    Criterion { designator: statement.designator.clone(), provenance: statement.provenance.clone() }
}

/// The answer that nobody acts.
pub(super) fn nobody(missing: MissingClause, provenance: Provenance, mut reasons: Vec<Reason>) -> ActingAnswer {
    reasons.push(leaf(Mark::No, ReasonKind::Missing { missing: missing.clone() }, provenance));
    ActingAnswer {
        outcome: Outcome::Nobody,
        acting: Vec::new(),
        acts: Vec::new(),
        criteria: Vec::new(),
        missing: Some(missing),
        reasons,
    }
}

/// A line of reasoning with nothing below it.
pub(super) fn leaf(mark: Mark, kind: ReasonKind, provenance: Provenance) -> Reason {
    Reason { mark, kind, provenance, because: Vec::new() }
}

pub(super) fn mark(holds: bool) -> Mark {
    if holds { Mark::Yes } else { Mark::No }
}

/// Adds an item unless it is there.
pub(super) fn push_new<T: Clone + PartialEq>(items: &mut Vec<T>, item: &T) {
    if !items.contains(item) {
        items.push(item.clone());
    }
}
