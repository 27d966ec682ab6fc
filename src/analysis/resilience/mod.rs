//! What breaks when posts fall vacant: the smallest sets of absences that leave a post and its duties unattended, the single
//! points of failure, and what one absence after the other would come to (a drill).
//!
//! A post is *left unattended* by a set of absences if nobody acts for it then ([`Outcome::Nobody`]). A criterion (上席の者) and
//! an undecidable choice are somebody. A duty is attended by the post that it is given to, or by the head of its unit.

mod drill;
mod hanging;
mod sets;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use self::hanging::Hanging;
use super::acting::answer_for;
use super::{AnalysisError, MissingClause, Outcome, Scenario, expect, may_be_unfilled, statements};
use crate::graph::{AuthorityGraph, Condition, Direction, Label, Node, NodeId, Provenance, RelationType};

pub use drill::{DrillCounts, DrillDeciding, DrillExOfficio, DrillReport, DrillRow, drill};
pub use sets::{LARGEST_SET, Smallest};

/// What is asked: which units, and on what assumptions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResilienceQuestion {
    /// Only these units and those below them; the whole body if there are none.
    pub units: Vec<NodeId>,
    /// The condition of every absence.
    pub condition: Condition,
    /// Whether the posts that need not exist (置くことができる) are taken as not filled.
    pub optional_unfilled: bool,
}

impl Default for ResilienceQuestion {
    fn default() -> Self {
        Self { units: Vec::new(), condition: Condition::Incapacitated, optional_unfilled: false }
    }
}

/// How well a body stands absences.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ResilienceReport {
    /// What was asked.
    pub question: ResilienceQuestion,
    /// The units asked about, or those directly below the body, beside each other.
    pub units: Vec<UnitResilience>,
    /// Posts whose absence alone leaves something unattended: those first on which most duties hang, then most posts.
    pub single_points: Vec<SinglePoint>,
    /// Every post on which something hangs, in the order of the text.
    pub posts: Vec<PostResilience>,
    /// Duties of units without a head: nobody attends to them whoever is absent.
    pub duties_without_head: Vec<NodeId>,
}

/// How well a unit, with the units below it, stands absences.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UnitResilience {
    /// The unit.
    pub unit: NodeId,
    /// Its posts on which something hangs.
    pub posts: usize,
    /// How many of them are left unattended by how many absences, as the smallest sets say.
    pub sizes: SizeCounts,
    /// Its duties.
    pub duties: usize,
    /// Its duties that one absence leaves unattended.
    pub duties_at_risk: usize,
    /// Its duties without a head of their unit.
    pub duties_without_head: usize,
}

/// Numbers of posts by the size of the smallest set of absences that leaves them unattended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SizeCounts {
    /// One absence suffices.
    pub one: usize,
    /// Two are needed.
    pub two: usize,
    /// Three are needed.
    pub three: usize,
    /// More are needed.
    pub more: usize,
    /// No absence of named posts suffices: a criterion always yields somebody.
    pub never: usize,
}

/// A post whose absence alone leaves something unattended.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SinglePoint {
    /// The post.
    pub post: NodeId,
    /// The posts left unattended: itself, and those that its holder holds ex officio.
    pub unattended: Vec<NodeId>,
    /// The duties left unattended.
    pub duties: Vec<NodeId>,
    /// Number of duties of the posts in `cut_off`.
    pub duties_below: usize,
    /// The posts to which every chain of command leads through this one (it dominates them).
    pub cut_off: Vec<NodeId>,
    /// The sort of clause that is missing.
    pub missing: MissingClause,
    /// The clauses that show it.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// How well one post is covered.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PostResilience {
    /// The post.
    pub post: NodeId,
    /// Size of the smallest set of absences that leaves it unattended.
    pub smallest: Smallest,
    /// Every set of at most [`LARGEST_SET`] absences that leaves it unattended while no part of the set does.
    pub sets: Vec<Vec<NodeId>>,
    /// Depth of substitution: how many posts the text names as substitutes for the condition.
    pub depth: usize,
    /// How many of these need not exist.
    pub optional: usize,
    /// Whether the text also gives a criterion for the condition.
    pub criterion: bool,
    /// The duties that it attends to.
    pub duties: Vec<NodeId>,
}

/// How well a body, or some of its units, stands absences.
///
/// The sets are exact up to [`LARGEST_SET`] absences. Cost: near-linear in posts and edges; the sets of one post are found by
/// asking only for absences that take away somebody who would act.
///
/// # Errors
/// A unit that is no unit of the graph.
pub fn resilience(graph: &AuthorityGraph, question: &ResilienceQuestion) -> Result<ResilienceReport, AnalysisError> {
    for unit in &question.units {
        expect(graph, unit, Label::Unit)?;
    }
    let hanging = Hanging::of(graph);
    let asked = hanging.posts(graph, &question.units);
    let posts: Vec<PostResilience> =
        asked.iter().map(|post| post_resilience(graph, question, &hanging, post)).collect();
    let duties_without_head = hanging.without_head(graph, &question.units);
    let single_points = single_points(graph, question, &hanging, &posts);
    let units = unit_rows(graph, question, &posts, &duties_without_head);
    Ok(ResilienceReport { question: question.clone(), units, single_points, posts, duties_without_head })
}

/// The sets and the depth of one post.
fn post_resilience(
    graph: &AuthorityGraph,
    question: &ResilienceQuestion,
    hanging: &Hanging,
    post: &NodeId,
) -> PostResilience {
    let found = sets::smallest(graph, question, post);
    let away = graph.settings().absence_includes_vacancy && question.condition == Condition::Vacant;
    let covered = |conditions: &[Condition]| {
        conditions.contains(&question.condition) || (away && conditions.contains(&Condition::Away))
    };
    let mut named: Vec<&NodeId> = Vec::new();
    let mut criterion = false;
    for statement in statements(graph, post) {
        if statement.gives_full_authority() && covered(statement.conditions) {
            criterion |= statement.substitute.is_none();
            named.extend(statement.substitute);
        }
    }
    named.sort();
    named.dedup();
    let optional = |post: &&&NodeId| graph.node(post).and_then(Node::as_post).is_some_and(may_be_unfilled);
    PostResilience {
        post: post.clone(),
        smallest: found.smallest,
        sets: found.sets,
        depth: named.len(),
        optional: named.iter().filter(optional).count(),
        criterion,
        duties: hanging.duties(post).to_vec(),
    }
}

/// The posts whose absence alone leaves something unattended, those first on which most hangs.
fn single_points(
    graph: &AuthorityGraph,
    question: &ResilienceQuestion,
    hanging: &Hanging,
    posts: &[PostResilience],
) -> Vec<SinglePoint> {
    let mut unattended: BTreeMap<&NodeId, Vec<&PostResilience>> = BTreeMap::new();
    for post in posts {
        for alone in post.sets.iter().filter(|set| set.len() == 1) {
            unattended.entry(&alone[0]).or_default().push(post);
        }
    }
    let mut points: Vec<SinglePoint> = unattended
        .into_iter()
        .filter_map(|(post, left)| {
            let scenario = sets::base(graph, question, &left[0].post).absent(post.clone(), question.condition);
            let answer = answer_for(graph, &scenario, &left[0].post)?;
            let provenance = answer.reasons.last()?.provenance.clone();
            let mut cut_off: Vec<NodeId> = left.iter().flat_map(|left| hanging.dominated(graph, &left.post)).collect();
            cut_off.sort_by_key(|post| graph.node_index(post));
            cut_off.dedup();
            cut_off.retain(|below| below != post);
            Some(SinglePoint {
                post: post.clone(),
                unattended: left.iter().map(|left| left.post.clone()).collect(),
                duties: left.iter().flat_map(|left| left.duties.iter().cloned()).collect(),
                duties_below: cut_off.iter().map(|post| hanging.duties(post).len()).sum(),
                cut_off,
                missing: answer.missing?,
                provenance,
            })
        })
        .collect();
    let weight = |point: &SinglePoint| (point.duties.len() + point.duties_below, point.cut_off.len());
    points.sort_by_cached_key(|point| (std::cmp::Reverse(weight(point)), graph.node_index(&point.post)));
    points
}

/// The units beside each other.
fn unit_rows(
    graph: &AuthorityGraph,
    question: &ResilienceQuestion,
    posts: &[PostResilience],
    without_head: &[NodeId],
) -> Vec<UnitResilience> {
    let rows: Vec<NodeId> = match &question.units[..] {
        [] => {
            let roots = graph.root_units().into_iter();
            roots.flat_map(|root| graph.members(&root.id, Label::Unit)).map(|unit| unit.id.clone()).collect()
        }
        units => units.to_vec(),
    };
    let mut rows: Vec<UnitResilience> = rows
        .into_iter()
        .map(|unit| UnitResilience {
            unit,
            posts: 0,
            sizes: SizeCounts::default(),
            duties: 0,
            duties_at_risk: 0,
            duties_without_head: 0,
        })
        .collect();
    let place: BTreeMap<NodeId, usize> = rows.iter().enumerate().map(|(at, row)| (row.unit.clone(), at)).collect();
    // Units asked about may lie within each other.
    let rows_of = |id: &NodeId| -> Vec<usize> {
        graph.enclosing_units(id).into_iter().filter_map(|unit| place.get(unit).copied()).collect()
    };
    for post in posts {
        for at in rows_of(&post.post) {
            let row = &mut rows[at];
            row.posts += 1;
            row.duties += post.duties.len();
            *match post.smallest {
                Smallest::Size { absences: 1 } => {
                    row.duties_at_risk += post.duties.len();
                    &mut row.sizes.one
                }
                Smallest::Size { absences: 2 } => &mut row.sizes.two,
                Smallest::Size { .. } => &mut row.sizes.three,
                Smallest::MoreThan { .. } => &mut row.sizes.more,
                Smallest::Never => &mut row.sizes.never,
            } += 1;
        }
    }
    for duty in without_head {
        for at in rows_of(duty) {
            rows[at].duties += 1;
            rows[at].duties_without_head += 1;
        }
    }
    rows.retain(|row| row.posts > 0 || row.duties > 0 || !question.units.is_empty());
    rows
}

/// The posts whose holder holds this one ex officio.
fn holders<'a>(graph: &'a AuthorityGraph, post: &NodeId) -> Vec<&'a NodeId> {
    let edges = graph.edges_at(post, Direction::Outgoing, RelationType::ExOfficio);
    edges.into_iter().map(|edge| &edge.to).collect()
}

/// Whether nobody acts.
fn is_nobody(answer: &super::ActingAnswer) -> bool {
    answer.outcome == Outcome::Nobody
}

/// A scenario in which these posts are absent.
fn absent(scenario: &Scenario, posts: &[NodeId], condition: Condition) -> Scenario {
    posts.iter().fold(scenario.clone(), |scenario, post| scenario.absent(post.clone(), condition))
}
