//! Who acts for posts that are absent, and why.
//!
//! A [`Scenario`] says which posts are absent, each with its condition, and which posts that need not exist are not
//! filled. For each absent post the candidates that the regulation names are tried in order; see [`acting`] for the rule.
//! The answer is one [`Outcome`] with the whole reasoning as a tree of [`Reason`]s. What the text does not say is
//! reported as unsaid and never filled in.

mod attachments;
mod availability;
mod evaluate;
mod found;
mod scenario_file;
mod statements;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use self::attachments::attachments;
pub use self::attachments::{Attachment, AttachmentKind, Fate};
use self::availability::{Availability, State};
use self::evaluate::Evaluation;
pub use self::scenario_file::{AbsentPerson, AbsentPost, ScenarioFile, condition_of_word};
pub(crate) use self::statements::{Statement, statements};
use super::{AnalysisError, expect};
use crate::graph::{
    Act, AuthorityGraph, Condition, Designator, Direction, Edge, Establishment, Label, NodeId, Post, Provenance,
    RelationType, RemarkKind, Status,
};

/// Who is absent, and which posts are not filled.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Scenario {
    /// The absent posts, each with the reason why it cannot act.
    pub absent: BTreeMap<NodeId, Condition>,
    /// Posts that need not exist (置くことができる) and do not.
    pub unfilled: BTreeSet<NodeId>,
}

impl Scenario {
    /// The same scenario with one more absent post. A post that was absent already takes the new condition.
    #[must_use]
    pub fn absent(mut self, post: NodeId, condition: Condition) -> Self {
        self.absent.insert(post, condition);
        self
    }

    /// The same scenario with one more post that is not filled.
    #[must_use]
    pub fn unfilled(mut self, post: NodeId) -> Self {
        self.unfilled.insert(post);
        self
    }
}

/// Who acts in a scenario.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ActingReport {
    /// The scenario that was asked about.
    pub scenario: Scenario,
    /// One result for each absent post, in the order of the text.
    pub results: Vec<ActingResult>,
    /// Where somebody may decide routine matters (代決): the sentences of the regulation that limit such decisions.
    pub decision_limits: Vec<Provenance>,
}

/// Who acts for one absent post.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ActingResult {
    /// The absent post.
    pub post: NodeId,
    /// Why it cannot act.
    pub condition: Condition,
    /// Who acts with full authority: 代理, 代行 or 職務を行う.
    #[serde(flatten)]
    pub answer: ActingAnswer,
    /// Who may decide routine matters (代決), if the text has a rule on it. That is less than acting and stands apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deciding: Option<ActingAnswer>,
    /// What becomes of the posts that the absent one's holder holds ex officio.
    pub ex_officio: Vec<ExOfficioConsequence>,
    /// What becomes of the units, duties, commands and council seats that go with the post.
    pub attachments: Vec<Attachment>,
}

/// The answer for one post and one sort of act, with its reasoning.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ActingAnswer {
    /// What sort of answer it is.
    pub outcome: Outcome,
    /// `post`: the one acting post. `criterion`: the posts the criterion chooses among, if the text names them.
    /// `undecidable`: those that may be meant. `nobody`: empty.
    pub acting: Vec<NodeId>,
    /// What those acting do, each sort once.
    pub acts: Vec<Act>,
    /// The rules that choose somebody without naming a post; one for the outcome `criterion`.
    pub criteria: Vec<Criterion>,
    /// `nobody`: the sort of clause that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<MissingClause>,
    /// The reasoning, each candidate in the order in which it was tried.
    pub reasons: Vec<Reason>,
}

/// The sort of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// One post acts.
    Post,
    /// The text gives a rule that chooses somebody (上席の者, くじ, あらかじめ指定する者), not a post.
    Criterion,
    /// Several may act and the text sets no order, or the text is silent on what would decide.
    Undecidable,
    /// Nobody acts.
    Nobody,
}

/// A rule that chooses the one acting without naming a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Criterion {
    /// The rule, in the words of the text.
    pub designator: Designator,
    /// The clauses it stands in.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The clause that would be needed for somebody to act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MissingClause {
    /// No clause speaks of a substitute for the post.
    Substitute,
    /// A clause lets somebody decide routine matters (代決), none lets anybody act.
    FullAuthority,
    /// The clauses on substitutes cover other conditions than the one asked about.
    Condition {
        /// The condition asked about.
        asked: Condition,
        /// The conditions that the clauses cover.
        covered: Vec<Condition>,
    },
    /// The clauses speak only of the case that other posts are absent too, and these are not, or not in that way.
    JointAbsence {
        /// The other posts.
        posts: Vec<NodeId>,
    },
    /// All substitutes that the clauses name are absent or not filled, and none is named after them.
    NextInLine {
        /// Those that cannot act.
        unavailable: Vec<NodeId>,
    },
}

/// One line of reasoning.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Reason {
    /// Whether it speaks for or against.
    pub mark: Mark,
    /// What it says.
    #[serde(flatten)]
    pub kind: ReasonKind,
    /// The clauses it rests on. What the text does not say rests on the clause where it would be expected to stand.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The lines below it that lead to it.
    pub because: Vec<Reason>,
}

/// Whether a line of reasoning speaks for or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// ✓
    Yes,
    /// ✗
    No,
    /// Neither, but whoever relies on the answer has to know it.
    Caution,
}

/// What a line of reasoning says. `reason` names it in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum ReasonKind {
    /// The text names this post as a substitute.
    Candidate {
        /// The post named.
        post: NodeId,
        /// Its place in line, from 1.
        order: u32,
        /// What it does.
        act: Act,
        /// How it is chosen: by name, or by a rule among those named.
        designator: Designator,
    },
    /// The text gives a rule that chooses a substitute.
    Designation {
        /// Its place in line, from 1.
        order: u32,
        /// What the one chosen does.
        act: Act,
        /// The rule.
        designator: Designator,
    },
    /// Whether the statement covers the condition asked about.
    ConditionCovered {
        /// The condition asked about.
        asked: Condition,
        /// The conditions in the text.
        covered: Vec<Condition>,
        /// Whether it is covered only because the data set's settings say that 不在 includes 欠けた.
        by_setting: bool,
    },
    /// Whether another post, which has to be absent too, is so.
    JointlyAbsent {
        /// The other post.
        post: NodeId,
        /// Why it cannot act in the scenario, if it cannot.
        #[serde(skip_serializing_if = "Option::is_none")]
        condition: Option<Condition>,
    },
    /// The post can act.
    Available {
        /// The post.
        post: NodeId,
    },
    /// The post is absent itself.
    Absent {
        /// The post.
        post: NodeId,
        /// Why it cannot act.
        condition: Condition,
    },
    /// The post need not exist and is not filled.
    Unfilled {
        /// The post.
        post: NodeId,
    },
    /// The post is held by the holder of another one, who is absent or does not exist.
    HolderUnavailable {
        /// The post.
        post: NodeId,
        /// The post whose holder holds it.
        holder: NodeId,
    },
    /// The post need not exist (置くことができる, or one of several suffices): whether it is filled is a matter of fact.
    MayBeUnfilled {
        /// The post.
        post: NodeId,
    },
    /// No clause creates the post.
    NotEstablished {
        /// The post.
        post: NodeId,
    },
    /// By the data set's settings the substitute of an absent substitute acts in its place; the lines below find it.
    ReplacedInTurn {
        /// The absent substitute.
        post: NodeId,
        /// What was found for it.
        outcome: Outcome,
    },
    /// An absent substitute has substitutes of its own, and the text does not say that they act in its place.
    SuccessionUnsaid {
        /// The absent substitute.
        post: NodeId,
        /// Its own substitutes.
        substitutes: Vec<NodeId>,
    },
    /// The substitution goes in a circle and comes back to this post.
    Circle {
        /// The post.
        post: NodeId,
    },
    /// The lines for this post stand further up.
    ExplainedAbove {
        /// The post.
        post: NodeId,
    },
    /// More absent substitutes replace each other in turn than this program follows.
    TooManyReplacements {
        /// The post at which it stopped.
        post: NodeId,
    },
    /// Several may act and the text sets no order among them.
    EqualOrder {
        /// Their place in line.
        order: u32,
        /// The posts, if they are named.
        posts: Vec<NodeId>,
    },
    /// The text does not say whether the one acting for a post also takes the posts held with it ex officio.
    ExOfficioUnsaid {
        /// The post held ex officio.
        post: NodeId,
        /// The absent post whose holder holds it.
        holder: NodeId,
    },
    /// The absent post is held ex officio by the holder of a post that the scenario does not call absent.
    HolderPresent {
        /// The post whose holder holds it.
        holder: NodeId,
    },
    /// Nobody acts, for want of this clause.
    Missing {
        /// The sort of clause.
        missing: MissingClause,
    },
}

/// What becomes of a post held ex officio by the holder of an absent post.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ExOfficioConsequence {
    /// The post held ex officio.
    pub post: NodeId,
    /// The `EX_OFFICIO` edge that ties it to the absent post, or to another post tied to that.
    pub held_by: Edge,
    /// Who acts for it. Where the text has no rule for this post, it is undecidable between those who act for the absent
    /// one, or nobody if nobody does.
    #[serde(flatten)]
    pub answer: ActingAnswer,
    /// What becomes of what goes with this post.
    pub attachments: Vec<Attachment>,
}

/// Who acts for the absent posts of a scenario.
///
/// The rule: the statements on substitutes of a post are tried by their order. One applies if it covers the condition
/// asked about and all posts that have to be absent too are absent under a condition it covers (a post that is not
/// filled counts as vacant). Of the statements of equal order that apply, those whose substitute is available are
/// counted: one post is the answer; one criterion is the answer; several are undecidable; none leads on to the next order.
/// A substitute that is absent gives its place to whoever acts for it only if
/// [`Settings::successive_substitution`](crate::graph::Settings) says so; one met again on the way is passed over. A post
/// held ex officio is absent when its holder is. 代決 does not compete with the other acts and is answered apart.
///
/// # Errors
/// A post of the scenario is no post of the graph, or one called unfilled has to exist.
pub fn acting(graph: &AuthorityGraph, scenario: &Scenario) -> Result<ActingReport, AnalysisError> {
    for post in scenario.absent.keys() {
        expect(graph, post, Label::Post)?;
    }
    for id in &scenario.unfilled {
        let node = expect(graph, id, Label::Post)?;
        if node.as_post().is_some_and(|post| !may_be_unfilled(post) && post.status == Status::Established) {
            return Err(AnalysisError::NotOptional(id.clone()));
        }
    }
    let mut absent: Vec<(&NodeId, Condition)> = scenario.absent.iter().map(|(post, why)| (post, *why)).collect();
    absent.sort_by_key(|(post, _)| graph.node_index(post));
    let availability = Availability::of(graph, scenario);
    let results: Vec<ActingResult> =
        absent.into_iter().map(|(post, condition)| whole_result(graph, &availability, post, condition)).collect();
    let limits = graph.annotations().remarks_of(RemarkKind::DecisionLimit);
    let decision_limits = match results.iter().any(|result| result.deciding.is_some()) {
        true => limits.map(|remark| remark.provenance.clone()).collect(),
        false => Vec::new(),
    };
    Ok(ActingReport { scenario: scenario.clone(), results, decision_limits })
}

/// Whether the text allows that nobody holds the post: it may be created, or is one of several of which one suffices.
pub(crate) fn may_be_unfilled(post: &Post) -> bool {
    post.establishment == Establishment::Optional || !post.alternatives.is_empty()
}

/// Who acts for one post of a scenario that cannot act there: because it is absent, or because those who hold it ex officio are.
/// Nothing if it can act, or is not filled.
pub(crate) fn answer_for(graph: &AuthorityGraph, scenario: &Scenario, post: &NodeId) -> Option<ActingAnswer> {
    answer_in(graph, &Availability::of(graph, scenario), post, &mut Vec::new())
}

/// [`answer_for`] where `asked` are the posts that the question came through.
fn answer_in(
    graph: &AuthorityGraph,
    availability: &Availability,
    post: &NodeId,
    asked: &mut Vec<NodeId>,
) -> Option<ActingAnswer> {
    let mut evaluation = Evaluation::new(graph, availability);
    let condition = match availability.state(post) {
        State::Available | State::Unfilled => return None,
        State::Absent(condition) => return Some(evaluation.full_authority(post, condition)),
        State::HolderUnavailable(_, condition) => condition.unwrap_or(Condition::Vacant),
    };
    if evaluation.has_own_rule(post) || asked.contains(post) {
        return Some(evaluation.full_authority(post, condition));
    }
    asked.push(post.clone());
    let held_by = graph.edges_at(post, Direction::Outgoing, RelationType::ExOfficio);
    // Of several holders one for whom somebody acts is enough.
    let mut of_holders: Vec<(&Edge, ActingAnswer)> =
        held_by.into_iter().filter_map(|edge| Some((edge, answer_in(graph, availability, &edge.to, asked)?))).collect();
    let attended = of_holders.iter().position(|(_, answer)| answer.outcome != Outcome::Nobody).unwrap_or(0);
    if of_holders.is_empty() {
        return Some(evaluation.full_authority(post, condition));
    }
    let (edge, of_holder) = of_holders.swap_remove(attended);
    Some(evaluation.unsaid_ex_officio(edge, &of_holder))
}

/// The result for one absent post of a scenario, without what goes with it.
pub(crate) fn acting_for(
    graph: &AuthorityGraph,
    scenario: &Scenario,
    post: &NodeId,
    condition: Condition,
) -> ActingResult {
    result(graph, &Availability::of(graph, scenario), post, condition)
}

/// The result for one absent post, without what goes with it.
fn result(graph: &AuthorityGraph, availability: &Availability, post: &NodeId, condition: Condition) -> ActingResult {
    let evaluation = || Evaluation::new(graph, availability);
    let mut answer = evaluation().full_authority(post, condition);
    answer.reasons.extend(evaluation().present_holders(post));
    let deciding = evaluation().decision(post, condition);
    let ex_officio = consequences(graph, availability, post, condition, &answer);
    ActingResult { post: post.clone(), condition, answer, deciding, ex_officio, attachments: Vec::new() }
}

/// The result for one absent post.
fn whole_result(
    graph: &AuthorityGraph,
    availability: &Availability,
    post: &NodeId,
    condition: Condition,
) -> ActingResult {
    let mut result = result(graph, availability, post, condition);
    result.attachments = attachments(graph, availability, post, &result.answer);
    result
}

/// What becomes of the posts that the holder of an absent post holds ex officio, and of those held by these in turn.
fn consequences(
    graph: &AuthorityGraph,
    availability: &Availability,
    absent: &NodeId,
    condition: Condition,
    of_absent: &ActingAnswer,
) -> Vec<ExOfficioConsequence> {
    let mut consequences: Vec<ExOfficioConsequence> = Vec::new();
    let mut pending = vec![absent.clone()];
    while let Some(holder) = pending.pop() {
        for edge in graph.edges_at(&holder, Direction::Incoming, RelationType::ExOfficio) {
            let goes_with_it = matches!(availability.state(&edge.from), State::HolderUnavailable(..));
            if !goes_with_it || consequences.iter().any(|other| other.post == edge.from) {
                continue;
            }
            let mut evaluation = Evaluation::new(graph, availability);
            let answer = if evaluation.has_own_rule(&edge.from) {
                evaluation.full_authority(&edge.from, condition)
            } else {
                evaluation.unsaid_ex_officio(edge, of_absent)
            };
            let attachments = attachments(graph, availability, &edge.from, &answer);
            let post = edge.from.clone();
            consequences.push(ExOfficioConsequence { post, held_by: edge.clone(), answer, attachments });
            pending.push(edge.from.clone());
        }
    }
    consequences.sort_by_key(|consequence| graph.node_index(&consequence.post));
    consequences
}
