//! The answers: pure functions on an [`AuthorityGraph`], one file per question.
//!
//! | question | function | answer |
//! |---|---|---|
//! | Who commands whom, from the top down to this post? | [`command_chain`] | [`CommandChain`] |
//! | Does one post command the other; where do their chains meet? | [`connection`] | [`Connection`] |
//! | Who is under this post? | [`span`] | [`Span`] |
//! | Who acts for these posts when they are absent? | [`acting`] | [`ActingReport`] |
//! | What would each single absence come to? | [`drill`] | [`DrillReport`] |
//! | Which absences leave what unattended? | [`resilience`] | [`ResilienceReport`] |
//! | Why does this post not act for that one, or not command it? | [`why_not_acting`], [`why_not_commands`] | [`WhyNotActing`], [`WhyNotCommands`] |
//! | Which duties that should be apart come together in one hand? | [`conflicts`] | [`ConflictReport`] |
//! | Which duty covers this matter, and whose is it? | [`owner`] | [`OwnerReport`] |
//! | Who owns what; what overlaps, what is left empty, what is left to whom? | [`scopes`] | [`ScopeReport`] |
//! | Who plans, builds, operates and maintains what? | [`life_cycles`] | [`LifeCycle`] |
//! | What does the regulation say about this unit, post, duty or clause? | [`show`] | [`View`] |
//! | Who plans, develops, maintains and operates which system? | [`matrix`] | [`MatrixReport`] |
//! | Does the regulation say what its body believes? | [`verify`] | [`VerifyReport`] |
//!
//! Answers are plain data in the order of the text, the same for the same graph. Each statement carries the clauses and
//! the verbatim words it rests on: an [`Edge`], or a [`Provenance`]. There are no sentences in them; reasons are values
//! that the command line puts into words.
//!
//! ```
//! use kengen::analysis::{Outcome, Scenario, acting, command_chain};
//! use kengen::graph::{
//!     Act, Basis, Clause, CommandScope, Condition, Designator, EdgeData, Establishment, GraphBuilder, NodeData, Post,
//!     Provenance, RegulationInfo, Relation,
//! };
//!
//! let mut builder = GraphBuilder::new(RegulationInfo::titled("甲市職務代理規則"));
//! let text = "副市長は、市長の命を受けて事務を処理し、市長に事故があるときは、その職務を代理する。";
//! let clause = builder.add_clause("第1条", Clause::new("第1条", text, 0, text.len() as u32, 1));
//! let words = |words: &str| Provenance::new(clause.clone(), words);
//! let mut post = |name: &str| {
//!     let data = Post::new(name, name, Establishment::Mandatory);
//!     builder.add_node(format!("市#{name}"), NodeData::Post(data), words(name))
//! };
//! let (mayor, deputy) = (post("市長"), post("副市長"));
//! let commands = Relation::Commands { scope: CommandScope::All, alternatives: None };
//! builder.add_edge(&mayor, &deputy, EdgeData::new(commands, Basis::Stated), words("市長の命を受けて"));
//! let substitutes = Relation::SubstitutesWhenIncapacitated {
//!     order: 1,
//!     conditions: vec![Condition::Incapacitated],
//!     act: Act::Substitute,
//!     joint: vec![],
//!     designator: Designator::Post,
//! };
//! let statement = words("市長に事故があるときは、その職務を代理する");
//! builder.add_edge(&deputy, &mayor, EdgeData::new(substitutes, Basis::Stated), statement);
//! let graph = builder.build();
//!
//! let chain = command_chain(&graph, &deputy)?;
//! assert_eq!(chain.chains, [[mayor.clone(), deputy.clone()]]);
//!
//! let scenario = Scenario::default().absent(mayor.clone(), Condition::Incapacitated);
//! let result = &acting(&graph, &scenario)?.results[0];
//! assert_eq!((result.answer.outcome, &result.answer.acting[..]), (Outcome::Post, &[deputy][..]));
//!
//! // The text speaks of 事故 only: whoever asks about 欠けた is told so, and nobody is invented.
//! let scenario = Scenario::default().absent(mayor, Condition::Vacant);
//! assert_eq!(acting(&graph, &scenario)?.results[0].answer.outcome, Outcome::Nobody);
//! # Ok::<(), kengen::analysis::AnalysisError>(())
//! ```
//!
//! [`Edge`]: crate::graph::Edge
//! [`Provenance`]: crate::graph::Provenance

mod acting;
mod chain;
#[cfg(test)]
pub(crate) mod fixtures;
mod life_cycle;
mod matrix;
mod owner;
mod resilience;
#[cfg(test)]
mod schema_tests;
mod scope;
mod separation;
mod show;
mod span;
mod verify;
mod why_not;

use thiserror::Error;

use crate::graph::{AuthorityGraph, Label, Node, NodeId};

pub use acting::{
    AbsentPerson, AbsentPost, ActingAnswer, ActingReport, ActingResult, Attachment, AttachmentKind, Criterion,
    ExOfficioConsequence, Fate, Mark, MissingClause, Outcome, Reason, ReasonKind, Scenario, ScenarioFile, acting,
    condition_of_word,
};
pub(crate) use acting::{Statement, may_be_unfilled, statements};
pub use chain::{
    ChainStep, CommandChain, CommandSource, Connection, ConnectionKind, MAX_CHAINS, Meeting, command_chain, connection,
};
pub use life_cycle::{LifeCycle, Phase, is_system, life_cycles};
pub use matrix::{MatrixChoice, MatrixOwner, MatrixReport, MatrixRow, matrix};
pub use owner::{ExcludedMention, MatchPlace, OwnerHit, OwnerReport, UnitHead, WordMatch, owner};
pub use resilience::{
    DrillCounts, DrillDeciding, DrillExOfficio, DrillReport, DrillRow, LARGEST_SET, PostResilience, ResilienceQuestion,
    ResilienceReport, SinglePoint, SizeCounts, Smallest, UnitResilience, drill, resilience,
};
pub use scope::{
    LedgerEntry, LedgerMatter, LedgerState, MutualExclusion, Overlap, Ownership, Reception, Scope, ScopeReport,
    TakenMatter, scopes,
};
pub use separation::{
    Conflict, ConflictKind, ConflictReport, Holdings, MatterSort, PersonWithPosts, RuleConflicts, SeparationRule,
    SeparationRules, Side, Title, conflicts,
};
pub use show::{ClauseView, DutyView, MatterView, PersonView, PostView, UnitView, View, show};
pub use span::{DepthCount, Span, Subordinate, span};
pub use verify::{
    ActingClaim, BelongsClaim, Claim, ClaimFinding, ClaimStep, CommandsClaim, Expectation, ExpectationError,
    Expectations, HeadsClaim, OwnsClaim, SubstitutesClaim, Verified, VerifyReport, verify,
};
pub use why_not::{
    ActingObstacle, CommandLine, CommandLineKind, WhyNotActing, WhyNotCommands, why_not_acting, why_not_commands,
};

/// A question that cannot be put to this graph.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AnalysisError {
    /// The graph has no node with this id.
    #[error("no node `{0}` in the graph")]
    UnknownNode(NodeId),
    /// The node is not of the sort that the question is about.
    #[error("`{id}` is a {found}, the question is about a {expected}", found = found.name(), expected = expected.name())]
    WrongLabel {
        /// The node asked about.
        id: NodeId,
        /// The label that the question needs.
        expected: Label,
        /// The label that the node has.
        found: Label,
    },
    /// A post said to be unfilled that the regulation requires to exist: its absence is a vacancy.
    #[error("`{0}` has to exist: if nobody holds it, it is absent with the condition vacant")]
    NotOptional(NodeId),
    /// A question without a word to look for.
    #[error("no word to look for")]
    NoWords,
}

/// The node with this id, if it has this label.
fn expect<'a>(graph: &'a AuthorityGraph, id: &NodeId, expected: Label) -> Result<&'a Node, AnalysisError> {
    let node = graph.node(id).ok_or_else(|| AnalysisError::UnknownNode(id.clone()))?;
    if node.label() == expected {
        Ok(node)
    } else {
        Err(AnalysisError::WrongLabel { id: id.clone(), expected, found: node.label() })
    }
}
