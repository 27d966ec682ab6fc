//! Why a relation that somebody expects does not hold, and which clause would be needed: why a post does not act for another, why a
//! post does not command another.
//!
//! Nothing here decides anew: whether the relation holds is what [`acting`] and [`connection`] say. Each line states one thing that
//! the text says, or does not say, with the clause where it stands or would be expected.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    ActingAnswer, AnalysisError, ConnectionKind, Mark, Outcome, Reason, ReasonKind, Scenario, Statement, acting,
    connection, expect, statements,
};
use crate::graph::{AuthorityGraph, Condition, Direction, Edge, Label, Node, NodeId, Provenance, RelationType};

/// Why a post does not act for another one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WhyNotActing {
    /// Who is absent, and what is not filled.
    pub scenario: Scenario,
    /// The absent post.
    pub post: NodeId,
    /// Who is expected to act; none if the question is why nobody does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<NodeId>,
    /// Whether it does after all.
    pub holds: bool,
    /// Who acts, with the reasons.
    pub answer: ActingAnswer,
    /// What stands in the way.
    pub lines: Vec<ActingObstacle>,
}

/// What stands in the way of somebody's acting.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "obstacle", rename_all = "snake_case")]
pub enum ActingObstacle {
    /// No clause names it as a substitute; these are named, or nobody is.
    NotNamed {
        /// Those who are named.
        named: Vec<NodeId>,
        /// The clauses that name them; else the clause on the post, where a rule would be expected.
        #[serde(flatten)]
        provenance: Provenance,
    },
    /// It is named, and the text did not come to it: somebody stands before it, or others would have to be absent too.
    NotReached {
        /// Its place in line, from 1.
        order: u32,
        /// The conditions that the clause covers.
        covered: Vec<Condition>,
        /// Posts that have to be absent too.
        joint: Vec<NodeId>,
        /// The clause.
        #[serde(flatten)]
        provenance: Provenance,
    },
    /// It is named, and this is what speaks for and against it.
    Named {
        /// The line of reasoning.
        reason: Reason,
    },
    /// Somebody else acts.
    OtherActs {
        /// Who.
        posts: Vec<NodeId>,
        /// The clauses.
        #[serde(flatten)]
        provenance: Provenance,
    },
}

/// Why a post does not command another one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WhyNotCommands {
    /// Who is expected to command.
    pub superior: NodeId,
    /// Whom.
    pub subordinate: NodeId,
    /// Whether it does after all.
    pub holds: bool,
    /// What the text says of the two, and what it does not say.
    pub lines: Vec<CommandLine>,
}

/// One thing that the text says of two posts, or does not say.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CommandLine {
    /// Whether it speaks for or against the command.
    pub mark: Mark,
    /// What it says.
    #[serde(flatten)]
    pub kind: CommandLineKind,
    /// The clauses. What the text does not say rests on the clause where it would be expected to stand.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// What a line on a command says. `line` names it in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum CommandLineKind {
    /// One commands the other by this chain.
    Chain {
        /// The posts from the top down.
        posts: Vec<NodeId>,
    },
    /// It commands the other in part only (特定の事務).
    InPart {
        /// Who commands.
        superior: NodeId,
    },
    /// These command the subordinate.
    CommandedBy {
        /// The superiors that the text names.
        superiors: Vec<NodeId>,
    },
    /// No clause says whose command the subordinate follows.
    NoSuperior,
    /// The superior commands these directly, and no chain leads from them to the other.
    CommandsOthers {
        /// They.
        posts: Vec<NodeId>,
    },
    /// No clause lets the superior command anybody.
    CommandsNobody,
    /// The superior heads this unit, and the other is not in it.
    OutsideUnit {
        /// The unit.
        unit: NodeId,
        /// The unit of the other.
        other: NodeId,
    },
    /// Both are under this post.
    CommonSuperior {
        /// The post.
        post: NodeId,
    },
    /// Nobody is above both.
    NoCommonSuperior,
}

/// Why `expected` does not act for `post`, or why nobody does. A post that the scenario does not call absent is asked about as if it
/// were, with the condition 事故.
///
/// # Errors
/// As [`acting`].
pub fn why_not_acting(
    graph: &AuthorityGraph,
    scenario: &Scenario,
    post: &NodeId,
    expected: Option<&NodeId>,
) -> Result<WhyNotActing, AnalysisError> {
    let mut scenario = scenario.clone();
    if !scenario.absent.contains_key(post) {
        scenario = scenario.absent(post.clone(), Condition::Incapacitated);
    }
    if let Some(expected) = expected {
        expect(graph, expected, Label::Post)?;
    }
    let report = acting(graph, &scenario)?;
    let result = report.results.into_iter().find(|result| result.post == *post);
    let answer = result.expect("the post is absent").answer;
    let acts = |id: &NodeId| answer.outcome == Outcome::Post && answer.acting.contains(id);
    let holds = expected.map_or(answer.outcome != Outcome::Nobody, acts);
    let lines = match expected {
        Some(expected) if !holds => acting_obstacles(graph, post, expected, &answer),
        _ => Vec::new(),
    };
    Ok(WhyNotActing { scenario, post: post.clone(), expected: expected.cloned(), holds, answer, lines })
}

/// What stands between a post and its acting for another one.
fn acting_obstacles(
    graph: &AuthorityGraph,
    post: &NodeId,
    expected: &NodeId,
    answer: &ActingAnswer,
) -> Vec<ActingObstacle> {
    // Whoever only decides routine matters (代決) does not act.
    let mut said = statements(graph, post);
    said.retain(Statement::gives_full_authority);
    let mut lines = Vec::new();
    if said.iter().all(|statement| statement.substitute != Some(expected)) {
        let named: Vec<NodeId> = said.iter().filter_map(|statement| statement.substitute.cloned()).collect();
        let provenance = together(said.iter().map(|statement| statement.provenance));
        let provenance = provenance.unwrap_or_else(|| of_node(graph, post));
        lines.push(ActingObstacle::NotNamed { named, provenance });
    }
    let is_on_it = |reason: &&Reason| matches!(&reason.kind, ReasonKind::Candidate { post, .. } if post == expected);
    lines.extend(answer.reasons.iter().filter(is_on_it).map(|reason| ActingObstacle::Named { reason: reason.clone() }));
    let of_expected = said.iter().filter(|statement| statement.substitute == Some(expected));
    for statement in of_expected.filter(|_| !answer.reasons.iter().any(|reason| is_on_it(&reason))) {
        lines.push(ActingObstacle::NotReached {
            order: statement.order,
            covered: statement.conditions.to_vec(),
            joint: statement.joint.to_vec(),
            provenance: statement.provenance.clone(),
        });
    }
    if answer.outcome == Outcome::Post {
        let decided = answer.reasons.iter().find(|reason| reason.mark == Mark::Yes);
        let provenance = decided.map_or_else(|| of_node(graph, post), |reason| reason.provenance.clone());
        lines.push(ActingObstacle::OtherActs { posts: answer.acting.clone(), provenance });
    }
    lines
}

/// Why `superior` does not command `subordinate`.
///
/// # Errors
/// One of the two is no post of the graph.
pub fn why_not_commands(
    graph: &AuthorityGraph,
    superior: &NodeId,
    subordinate: &NodeId,
) -> Result<WhyNotCommands, AnalysisError> {
    let between = connection(graph, superior, subordinate)?;
    let holds = matches!(between.relation, ConnectionKind::Commands | ConnectionKind::Mutual);
    let mut lines = Vec::new();
    let line = |mark, kind, provenance| CommandLine { mark, kind, provenance };
    let chain = |posts: &[NodeId], mark| {
        let of_pair = |pair: &[NodeId]| {
            let edge = between.commands.iter().find(|edge| edge.from == pair[0] && edge.to == pair[1]);
            edge.map(|edge| &edge.provenance)
        };
        let provenance = together(posts.windows(2).filter_map(of_pair))?;
        Some(line(mark, CommandLineKind::Chain { posts: posts.to_vec() }, provenance))
    };
    lines.extend(between.chains.first().and_then(|posts| chain(posts, Mark::Yes)));
    if !holds {
        lines.extend(between.reverse_chains.first().and_then(|posts| chain(posts, Mark::No)));
        lines.extend(said_of_both(graph, superior, subordinate));
        for meeting in &between.meetings {
            let paths = [meeting.to_first.first(), meeting.to_second.first()];
            let proofs: Vec<CommandLine> =
                paths.into_iter().flatten().filter_map(|posts| chain(posts, Mark::Caution)).collect();
            if let Some(provenance) = together(proofs.iter().map(|line| &line.provenance)) {
                let kind = CommandLineKind::CommonSuperior { post: meeting.post.clone() };
                lines.push(line(Mark::Caution, kind, provenance));
            }
        }
        if between.relation == ConnectionKind::Unconnected {
            let kind = CommandLineKind::NoCommonSuperior;
            lines.push(line(Mark::No, kind, of_node(graph, subordinate)));
        }
    }
    Ok(WhyNotCommands { superior: superior.clone(), subordinate: subordinate.clone(), holds, lines })
}

/// What the text says of the command of one post and of the superiors of another.
fn said_of_both(graph: &AuthorityGraph, superior: &NodeId, subordinate: &NodeId) -> Vec<CommandLine> {
    let mut lines = Vec::new();
    let mut push = |mark, kind, provenance| lines.push(CommandLine { mark, kind, provenance });
    let to_subordinate = graph.edges_at(subordinate, Direction::Incoming, RelationType::Commands);
    for edge in to_subordinate.iter().filter(|edge| edge.from == *superior) {
        let kind = CommandLineKind::InPart { superior: superior.clone() };
        push(Mark::Caution, kind, edge.provenance.clone());
    }
    let others: Vec<&Edge> = to_subordinate.into_iter().filter(|edge| edge.from != *superior).collect();
    match together(others.iter().map(|edge| &edge.provenance)) {
        Some(provenance) => {
            let superiors = others.iter().map(|edge| edge.from.clone()).collect();
            push(Mark::No, CommandLineKind::CommandedBy { superiors }, provenance);
        }
        None => push(Mark::No, CommandLineKind::NoSuperior, of_node(graph, subordinate)),
    }
    let by_superior: Vec<&Edge> = graph.edges_at(superior, Direction::Outgoing, RelationType::Commands);
    let by_superior: Vec<&Edge> = by_superior.into_iter().filter(|edge| edge.to != *subordinate).collect();
    match together(by_superior.iter().map(|edge| &edge.provenance)) {
        Some(provenance) => {
            let posts = by_superior.iter().map(|edge| edge.to.clone()).collect();
            push(Mark::No, CommandLineKind::CommandsOthers { posts }, provenance);
        }
        None => push(Mark::No, CommandLineKind::CommandsNobody, of_node(graph, superior)),
    }
    // 「部長は、部の事務を統括し」: a head's command ends where the unit ends.
    let within = graph.enclosing_units(subordinate);
    for edge in graph.edges_at(superior, Direction::Outgoing, RelationType::Heads) {
        if let Some(other) = within.first().filter(|_| !within.contains(&&edge.to)) {
            let belongs = graph.edges_at(subordinate, Direction::Outgoing, RelationType::BelongsTo);
            let proofs = std::iter::once(&edge.provenance).chain(belongs.iter().map(|edge| &edge.provenance));
            let provenance = together(proofs).expect("there is one");
            let kind = CommandLineKind::OutsideUnit { unit: edge.to.clone(), other: (*other).clone() };
            push(Mark::No, kind, provenance);
        }
    }
    lines
}

/// Several proofs as one.
fn together<'p>(proofs: impl Iterator<Item = &'p Provenance>) -> Option<Provenance> {
    proofs.cloned().reduce(|mut all, next| {
        all.extend(&next);
        all
    })
}

fn of_node(graph: &AuthorityGraph, id: &NodeId) -> Provenance {
    graph.node(id).map(|node: &Node| node.provenance.clone()).expect("a node of the graph")
}
