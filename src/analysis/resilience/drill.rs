//! The absence drill: what the absence of each post, one after the other, would come to.

use schemars::JsonSchema;
use serde::Serialize;

use super::hanging::Hanging;
use super::{ResilienceQuestion, holders, sets};
use crate::analysis::acting::acting_for;
use crate::analysis::{AnalysisError, Mark, MissingClause, Outcome, expect};
use crate::graph::{Act, AuthorityGraph, Label, NodeId, Provenance};

/// What each single absence would come to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DrillReport {
    /// What was asked.
    pub question: ResilienceQuestion,
    /// How many absences there are of each outcome.
    pub counts: DrillCounts,
    /// One row for each post on which something hangs, in the order of the text. A post held ex officio goes with its holder.
    pub rows: Vec<DrillRow>,
}

/// Numbers of absences by outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DrillCounts {
    /// One post acts.
    pub post: usize,
    /// A criterion yields somebody.
    pub criterion: usize,
    /// The text leaves open who acts.
    pub undecidable: usize,
    /// Nobody acts.
    pub nobody: usize,
}

/// What the absence of one post would come to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DrillRow {
    /// The absent post.
    pub post: NodeId,
    /// What sort of answer there is.
    pub outcome: Outcome,
    /// Who acts; the candidates if it is undecidable.
    pub acting: Vec<NodeId>,
    /// What those acting do.
    pub acts: Vec<Act>,
    /// The criteria, in the words of the text.
    pub criteria: Vec<String>,
    /// The sort of clause that is missing, if nobody acts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<MissingClause>,
    /// Who may decide routine matters (代決), if the text has a rule on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deciding: Option<DrillDeciding>,
    /// What becomes of the posts held with it ex officio.
    pub ex_officio: Vec<DrillExOfficio>,
    /// Number of units that it heads.
    pub units: usize,
    /// Number of duties that it attends to.
    pub duties: usize,
    /// Number of posts that it commands directly.
    pub commands: usize,
    /// Number of its seats in councils.
    pub seats: usize,
    /// The clauses that decide.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Who may decide routine matters (代決).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DrillDeciding {
    /// What sort of answer there is.
    pub outcome: Outcome,
    /// Who may decide; the candidates if it is undecidable.
    pub deciding: Vec<NodeId>,
}

/// What becomes of a post held ex officio.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DrillExOfficio {
    /// The post.
    pub post: NodeId,
    /// What sort of answer there is.
    pub outcome: Outcome,
}

/// What the absence of each post, one after the other, would come to.
///
/// # Errors
/// A unit that is no unit of the graph.
pub fn drill(graph: &AuthorityGraph, question: &ResilienceQuestion) -> Result<DrillReport, AnalysisError> {
    for unit in &question.units {
        expect(graph, unit, Label::Unit)?;
    }
    let hanging = Hanging::of(graph);
    let posts = hanging.posts(graph, &question.units);
    let alone = posts.into_iter().filter(|post| holders(graph, post).is_empty());
    let rows: Vec<DrillRow> = alone.map(|post| row(graph, question, &hanging, post)).collect();
    let mut counts = DrillCounts::default();
    for row in &rows {
        *match row.outcome {
            Outcome::Post => &mut counts.post,
            Outcome::Criterion => &mut counts.criterion,
            Outcome::Undecidable => &mut counts.undecidable,
            Outcome::Nobody => &mut counts.nobody,
        } += 1;
    }
    Ok(DrillReport { question: question.clone(), counts, rows })
}

/// The row of one post.
fn row(graph: &AuthorityGraph, question: &ResilienceQuestion, hanging: &Hanging, post: NodeId) -> DrillRow {
    let scenario = sets::base(graph, question, &post).absent(post.clone(), question.condition);
    let result = acting_for(graph, &scenario, &post, question.condition);
    let answer = result.answer;
    // The line that decided: the candidate who acts, or the clause that is missing.
    let decided = answer.reasons.iter().find(|reason| reason.mark == Mark::Yes).or(answer.reasons.last());
    let of_post = || graph.node(&post).expect("posts of the graph").provenance.clone();
    let provenance = decided.map_or_else(of_post, |reason| reason.provenance.clone());
    let load = hanging.load(&post);
    let words = |criterion: &crate::analysis::Criterion| match &criterion.designator {
        crate::graph::Designator::Post => String::new(),
        crate::graph::Designator::Criterion(words) | crate::graph::Designator::Designated(words) => words.clone(),
    };
    DrillRow {
        outcome: answer.outcome,
        acting: answer.acting,
        acts: answer.acts,
        criteria: answer.criteria.iter().map(words).collect(),
        missing: answer.missing,
        deciding: result
            .deciding
            .map(|deciding| DrillDeciding { outcome: deciding.outcome, deciding: deciding.acting }),
        ex_officio: result
            .ex_officio
            .into_iter()
            .map(|other| DrillExOfficio { post: other.post, outcome: other.answer.outcome })
            .collect(),
        units: load.map_or(0, |load| load.units.len()),
        duties: load.map_or(0, |load| load.duties.len()),
        commands: load.map_or(0, |load| load.commands),
        seats: load.map_or(0, |load| load.seats),
        provenance,
        post,
    }
}
