//! The evaluation of one absent post: candidates in order, each with its line of reasoning.

use std::collections::{BTreeMap, BTreeSet};

use super::availability::{Availability, State};
use super::found::{Found, Tried, criterion, decide, leaf, mark, nobody, push_new};
use super::statements::{Statement, covers, statements};
use super::{ActingAnswer, Mark, MissingClause, Outcome, Reason, ReasonKind, may_be_unfilled};
use crate::graph::{
    AuthorityGraph, Condition, Designator, Direction, Edge, Node, NodeId, Provenance, RelationType, Status,
};

/// The longest row of absent substitutes replacing each other that is followed.
const MAX_REPLACEMENTS_IN_TURN: usize = 64;
/// The largest number of statements looked at for one question. Only substitutions in many interwoven circles come near.
const MAX_STATEMENTS: usize = 2_000;

/// One question and what was found on the way.
pub(super) struct Evaluation<'a> {
    graph: &'a AuthorityGraph,
    availability: &'a Availability,
    /// The posts being replaced at this moment, the one asked about first.
    in_progress: Vec<NodeId>,
    /// Answers found without coming back to a post in progress. Each holds again while none of the posts replaced on the
    /// way to it is in progress.
    known: BTreeMap<NodeId, (ActingAnswer, BTreeSet<NodeId>)>,
    /// The lowest place in `in_progress` that a circle came back to since the counter was last reset.
    circle_to: usize,
    /// The posts replaced since the set was last reset.
    replaced: BTreeSet<NodeId>,
    statements_left: usize,
}

impl<'a> Evaluation<'a> {
    pub fn new(graph: &'a AuthorityGraph, availability: &'a Availability) -> Self {
        Self {
            graph,
            availability,
            in_progress: Vec::new(),
            known: BTreeMap::new(),
            circle_to: usize::MAX,
            replaced: BTreeSet::new(),
            statements_left: MAX_STATEMENTS,
        }
    }

    /// Who acts for a post with full authority.
    pub fn full_authority(&mut self, post: &NodeId, condition: Condition) -> ActingAnswer {
        let (full, deciding): (Vec<_>, Vec<_>) =
            statements(self.graph, post).into_iter().partition(Statement::gives_full_authority);
        if full.is_empty() {
            let (missing, provenance) = match deciding.first() {
                Some(statement) => (MissingClause::FullAuthority, statement.provenance.clone()),
                None => (MissingClause::Substitute, self.provenance_of(post)),
            };
            return nobody(missing, provenance, Vec::new());
        }
        self.line(post, condition, &full)
    }

    /// Who may decide routine matters for a post, if a statement is about that.
    pub fn decision(&mut self, post: &NodeId, condition: Condition) -> Option<ActingAnswer> {
        let mut deciding = statements(self.graph, post);
        deciding.retain(|statement| !statement.gives_full_authority());
        (!deciding.is_empty()).then(|| self.line(post, condition, &deciding))
    }

    /// Whether the text has a rule on who acts for this post.
    pub fn has_own_rule(&self, post: &NodeId) -> bool {
        statements(self.graph, post).iter().any(Statement::gives_full_authority)
    }

    /// The answer for a post held ex officio with an absent one, on which the text has no rule.
    pub fn unsaid_ex_officio(&self, held_by: &Edge, of_holder: &ActingAnswer) -> ActingAnswer {
        if of_holder.outcome == Outcome::Nobody {
            return nobody(MissingClause::Substitute, held_by.provenance.clone(), Vec::new());
        }
        let kind = ReasonKind::ExOfficioUnsaid { post: held_by.from.clone(), holder: held_by.to.clone() };
        ActingAnswer {
            outcome: Outcome::Undecidable,
            acting: of_holder.acting.clone(),
            acts: of_holder.acts.clone(),
            criteria: of_holder.criteria.clone(),
            missing: None,
            reasons: vec![leaf(Mark::Caution, kind, held_by.provenance.clone())],
        }
    }

    /// A caution for each holder of an absent ex officio post whom the scenario does not call absent.
    pub fn present_holders(&self, post: &NodeId) -> Vec<Reason> {
        self.graph
            .edges_at(post, Direction::Outgoing, RelationType::ExOfficio)
            .into_iter()
            .filter(|edge| self.availability.state(&edge.to) == State::Available)
            .map(|edge| {
                let kind = ReasonKind::HolderPresent { holder: edge.to.clone() };
                leaf(Mark::Caution, kind, edge.provenance.clone())
            })
            .collect()
    }

    /// Tries the statements, sorted by order, until those of one order give an answer.
    fn line(&mut self, post: &NodeId, condition: Condition, line: &[Statement]) -> ActingAnswer {
        self.in_progress.push(post.clone());
        let mut reasons = Vec::new();
        let mut tried = Tried::default();
        let mut answer = None;
        for group in line.chunk_by(|a, b| a.order == b.order) {
            let mut found = Found::default();
            for statement in group {
                if self.statements_left == 0 {
                    let kind = ReasonKind::TooManyReplacements { post: post.clone() };
                    reasons.push(leaf(Mark::Caution, kind, statement.provenance.clone()));
                    found.undecidable = true;
                    break;
                }
                self.statements_left -= 1;
                reasons.push(self.try_statement(statement, condition, &mut found, &mut tried));
            }
            if let Some(decided) = decide(found, group, &mut reasons) {
                answer = Some(decided);
                break;
            }
        }
        self.in_progress.pop();
        match answer {
            Some(answer) => ActingAnswer { reasons, ..answer },
            None => {
                let provenance = line.last().map_or_else(|| self.provenance_of(post), |last| last.provenance.clone());
                nobody(tried.missing(condition), provenance, reasons)
            }
        }
    }

    /// Tries one statement: adds whoever it yields to `found` and returns its line of reasoning.
    fn try_statement(
        &mut self,
        statement: &Statement,
        condition: Condition,
        found: &mut Found,
        tried: &mut Tried,
    ) -> Reason {
        let settings = self.graph.settings();
        let (covered, by_setting) = covers(settings, statement.conditions, condition);
        let kind =
            ReasonKind::ConditionCovered { asked: condition, covered: statement.conditions.to_vec(), by_setting };
        let mut because = vec![leaf(mark(covered), kind, statement.provenance.clone())];
        for condition in statement.conditions {
            push_new(&mut tried.covered, condition);
        }
        let mut applies = covered;
        if covered {
            for other in statement.joint {
                let condition = self.availability.absence(other);
                let met = condition.is_some_and(|condition| covers(settings, statement.conditions, condition).0);
                let kind = ReasonKind::JointlyAbsent { post: other.clone(), condition };
                because.push(leaf(mark(met), kind, statement.provenance.clone()));
                if !met {
                    push_new(&mut tried.joint, other);
                    applies = false;
                }
            }
        }
        let (order, act, designator) = (statement.order, statement.act, statement.designator.clone());
        let kind = match statement.substitute {
            Some(post) => ReasonKind::Candidate { post: post.clone(), order, act, designator },
            None => ReasonKind::Designation { order, act, designator },
        };
        let holds = applies && self.add_candidate(statement, found, tried, &mut because);
        if holds {
            push_new(&mut found.acts, &act);
        }
        Reason { mark: mark(holds), kind, provenance: statement.provenance.clone(), because }
    }

    /// Adds the substitute of an applying statement to `found`, if it or somebody in its place can act.
    fn add_candidate(
        &mut self,
        statement: &Statement,
        found: &mut Found,
        tried: &mut Tried,
        because: &mut Vec<Reason>,
    ) -> bool {
        let Some(post) = statement.substitute else {
            found.add_criterion(criterion(statement), Vec::new());
            return true;
        };
        let origin = self.origin_of(post);
        let condition = match self.availability.state(post) {
            State::Available => {
                because.push(leaf(Mark::Yes, ReasonKind::Available { post: post.clone() }, origin));
                because.extend(self.cautions(post));
                if *statement.designator == Designator::Post {
                    push_new(&mut found.posts, post);
                } else {
                    found.add_criterion(criterion(statement), vec![post.clone()]);
                }
                return true;
            }
            State::Absent(condition) => {
                because.push(leaf(Mark::No, ReasonKind::Absent { post: post.clone(), condition }, origin));
                Some(condition)
            }
            State::HolderUnavailable(holder, condition) => {
                let kind = ReasonKind::HolderUnavailable { post: post.clone(), holder };
                because.push(leaf(Mark::No, kind, origin));
                condition
            }
            State::Unfilled => {
                because.push(leaf(Mark::No, ReasonKind::Unfilled { post: post.clone() }, origin));
                None
            }
        };
        push_new(&mut tried.unavailable, post);
        condition.is_some_and(|condition| self.replace_in_turn(post, condition, found, because))
    }

    /// Puts whoever acts for an absent substitute in its place, if the settings allow it.
    fn replace_in_turn(
        &mut self,
        post: &NodeId,
        condition: Condition,
        found: &mut Found,
        because: &mut Vec<Reason>,
    ) -> bool {
        let origin = self.origin_of(post);
        if !self.graph.settings().successive_substitution {
            let full = statements(self.graph, post).into_iter().filter(Statement::gives_full_authority);
            let mut substitutes: Vec<NodeId> = Vec::new();
            let mut any = false;
            for statement in full {
                any = true;
                statement.substitute.into_iter().for_each(|id| push_new(&mut substitutes, id));
            }
            if any {
                let kind = ReasonKind::SuccessionUnsaid { post: post.clone(), substitutes };
                because.push(leaf(Mark::Caution, kind, origin));
            }
            return false;
        }
        if let Some(place) = self.in_progress.iter().position(|other| other == post) {
            self.circle_to = self.circle_to.min(place);
            because.push(leaf(Mark::No, ReasonKind::Circle { post: post.clone() }, origin));
            return false;
        }
        if self.in_progress.len() >= MAX_REPLACEMENTS_IN_TURN {
            because.push(leaf(Mark::Caution, ReasonKind::TooManyReplacements { post: post.clone() }, origin));
            found.undecidable = true;
            // Where it stopped depends on where it began: nothing on the way may be kept.
            self.circle_to = 0;
            return true;
        }
        let known = self.known.get(post);
        let (answer, because_of) = match known.filter(|(_, way)| !self.in_progress.iter().any(|id| way.contains(id))) {
            Some((answer, way)) => {
                self.replaced.extend(way.iter().cloned());
                let kind = ReasonKind::ExplainedAbove { post: post.clone() };
                (answer.clone(), vec![leaf(mark(answer.outcome != Outcome::Nobody), kind, origin.clone())])
            }
            None => self.explain(post, condition),
        };
        let holds = answer.outcome != Outcome::Nobody;
        let kind = ReasonKind::ReplacedInTurn { post: post.clone(), outcome: answer.outcome };
        because.push(Reason { mark: mark(holds), kind, provenance: origin, because: because_of });
        match answer.outcome {
            Outcome::Nobody => {}
            Outcome::Post => answer.acting.iter().for_each(|post| push_new(&mut found.posts, post)),
            Outcome::Criterion => {
                for criterion in answer.criteria {
                    found.add_criterion(criterion, answer.acting.clone());
                }
            }
            Outcome::Undecidable => {
                found.undecidable = true;
                answer.acting.iter().for_each(|post| push_new(&mut found.posts, post));
                for criterion in answer.criteria {
                    found.add_criterion(criterion, Vec::new());
                }
            }
        }
        holds
    }

    /// Who acts for an absent substitute, and the lines that lead to it. Keeps the answer if it depends on nothing above.
    fn explain(&mut self, post: &NodeId, condition: Condition) -> (ActingAnswer, Vec<Reason>) {
        let outer_circle = std::mem::replace(&mut self.circle_to, usize::MAX);
        let outer_replaced = std::mem::replace(&mut self.replaced, BTreeSet::from([post.clone()]));
        let mut answer = self.full_authority(post, condition);
        let reasons = std::mem::take(&mut answer.reasons);
        // A circle that came back to a post above this one makes the answer hold only below that post.
        if self.circle_to >= self.in_progress.len() {
            self.known.insert(post.clone(), (answer.clone(), self.replaced.clone()));
            self.circle_to = usize::MAX;
        }
        self.circle_to = self.circle_to.min(outer_circle);
        self.replaced.extend(outer_replaced);
        (answer, reasons)
    }

    /// What whoever relies on an available substitute has to know.
    fn cautions(&self, id: &NodeId) -> Option<Reason> {
        let post = self.graph.node(id).and_then(Node::as_post)?;
        let kind = match post.status {
            Status::Unknown => ReasonKind::NotEstablished { post: id.clone() },
            _ if may_be_unfilled(post) => ReasonKind::MayBeUnfilled { post: id.clone() },
            _ => return None,
        };
        Some(leaf(Mark::Caution, kind, self.origin_of(id)))
    }

    /// The clauses that a post rests on.
    fn provenance_of(&self, post: &NodeId) -> Provenance {
        self.graph.node(post).expect("posts of a scenario and ends of edges are nodes").provenance.clone()
    }

    /// The clause that a post mainly rests on.
    fn origin_of(&self, post: &NodeId) -> Provenance {
        let provenance = self.provenance_of(post);
        Provenance::new(provenance.first().clause.clone(), provenance.first().words.clone())
    }
}
