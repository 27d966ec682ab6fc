//! What the compiler found in the text, in the same words as what was expected; and whether every fact quotes its clause.

use kengen::compile::Compilation;
use kengen::graph::{
    AuthorityGraph, CommandScope, Designator, Edge, Establishment, ExclusionForm, Label, Node, NodeData, NodeId,
    Relation, RelationType, Status,
};

use crate::expected::Facts;
use crate::quotations::misquotations;

pub fn facts(compilation: &Compilation) -> Facts {
    let graph = &compilation.graph;
    let mut facts = Facts::new();
    for node in graph.nodes() {
        match &node.data {
            NodeData::Unit(_) => facts.insert(unit(node)),
            NodeData::Post(_) => facts.insert(post(node)),
            NodeData::Duty(duty) => facts.insert(format!("duty {} {}: {}", node.id, word(&duty.kind), duty.text)),
            _ => true,
        };
        facts.extend(designations(node));
    }
    facts.extend(graph.edges().filter_map(|edge| line(graph, edge)));
    facts.extend(compilation.notices.iter().map(|notice| match word(&notice.kind).as_str() {
        // Those that may be expected are so whatever their words.
        kind @ ("lost-indentation" | "no-superior") => format!("notice {kind}"),
        kind if notice.words.contains("他の") => format!("notice {kind} of others"),
        kind => format!("notice {kind}: {}", notice.words),
    }));
    facts.extend(compilation.coverage.not_understood().map(|s| format!("not understood {}: {}", s.clause, s.text)));
    facts
}

fn noted(words: String, notes: &[String]) -> String {
    if notes.is_empty() { words } else { format!("{words} ({})", notes.join("; ")) }
}

/// The name of a value as in JSON.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

fn unit(node: &Node) -> String {
    let unit = node.as_unit().unwrap();
    let mut notes = Vec::new();
    notes.extend((unit.status != Status::Established).then(|| word(&unit.status)));
    notes.extend(unit.optional.then(|| "optional".to_owned()));
    notes.extend(unit.council.then(|| "council".to_owned()));
    notes.extend(unit.directly_under.as_ref().map(|title| format!("directly under {title}")));
    notes.extend((!unit.aliases.is_empty()).then(|| format!("also {}", unit.aliases.join(", "))));
    noted(format!("unit {}", node.id), &notes)
}

fn post(node: &Node) -> String {
    let post = node.as_post().unwrap();
    let mut notes = Vec::new();
    notes.extend((post.establishment != Establishment::Mandatory).then(|| word(&post.establishment)));
    notes.extend(post.seats.map(|seats| format!("{seats} seats")));
    notes.extend((!post.alternatives.is_empty()).then(|| "one of several".to_owned()));
    noted(format!("post {}", node.id), &notes)
}

fn designations(node: &Node) -> Vec<String> {
    let Some(post) = node.as_post() else { return Vec::new() };
    let line = |rule: &kengen::graph::Designation| {
        let words = match &rule.designator {
            Designator::Criterion(words) => format!("criterion {words}"),
            Designator::Designated(words) => format!("designated {words}"),
            Designator::Post => "post".to_owned(),
        };
        let conditions: Vec<String> = rule.conditions.iter().map(word).collect();
        let mut notes = vec![format!("order {}", rule.order), conditions.join("+"), word(&rule.act)];
        notes.extend(rule.joint.iter().map(|other| format!("joint with {other}")));
        noted(format!("{words} substitutes {}", node.id), &notes)
    };
    post.designations.iter().map(line).collect()
}

/// An edge as a line; `None` for those to clauses, and where posts belong to: their ids say that.
fn line(graph: &AuthorityGraph, edge: &Edge) -> Option<String> {
    let rule = edge.data.basis.rule().map(|rule| rule.name().to_owned());
    let mut notes: Vec<String> = rule.into_iter().collect();
    let verb = match &edge.data.relation {
        Relation::BelongsTo => {
            let from = graph.node(&edge.from)?;
            if from.label() == Label::Post {
                return (!edge.from.as_str().starts_with(&format!("{}#", edge.to)))
                    .then(|| format!("{} belongs to {}", edge.from, edge.to));
            }
            notes.clear();
            "belongs to"
        }
        Relation::Heads => "heads",
        Relation::Commands { scope, alternatives } => {
            notes.extend(match scope {
                CommandScope::All => None,
                CommandScope::SpecificMatters => Some("specific matters".to_owned()),
                CommandScope::OwnCharge => Some("own charge".to_owned()),
            });
            notes.extend(alternatives.as_ref().map(|_| "one of several".to_owned()));
            "commands"
        }
        Relation::Assists => "assists",
        Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint, designator } => {
            let conditions: Vec<String> = conditions.iter().map(word).collect();
            notes.extend([format!("order {order}"), conditions.join("+"), word(act)]);
            notes.extend(joint.iter().map(|other| format!("joint with {other}")));
            notes.extend((*designator != Designator::Post).then(|| format!("{designator:?}")));
            "substitutes"
        }
        Relation::DutyExcludedBy { form, cases } => {
            notes.extend((*form == ExclusionForm::Residual).then(|| "residual".to_owned()));
            notes.extend(cases.iter().map(|case| format!("only in {case}")));
            "gives way to"
        }
        Relation::AncillaryTo => "goes with",
        Relation::ExOfficio => "is held by",
        Relation::MemberOf => "is a member of",
        Relation::Attends => "attends",
        Relation::Chairs => "chairs",
        // What duties are about is made of their words, which are compared.
        Relation::RefersTo | Relation::EstablishedBy | Relation::Covers | Relation::Within => return None,
        other => return Some(format!("unexpected {other:?} {} {}", edge.from, edge.to)),
    };
    Some(noted(format!("{} {verb} {}", edge.from, edge.to), &notes))
}

/// What is wrong with the proofs: a misquotation, a fact whose words do not name what it is about, something established that no
/// clause establishes.
pub fn unproved(text: &str, graph: &AuthorityGraph) -> Vec<String> {
    let mut wrong = misquotations(graph, text);
    for node in graph.nodes() {
        let (named, established) = match &node.data {
            NodeData::Unit(unit) => (Some(unit.name.as_str()), unit.status == Status::Established),
            NodeData::Post(post) => (Some(post.title.as_str()), post.status == Status::Established),
            NodeData::Duty(_) => (None, true),
            _ => continue,
        };
        if let Some(name) = named
            // A name may be broken at the edge of the page.
            && !node.provenance.iter().any(|evidence| evidence.words.replace(['\r', '\n'], "").contains(name))
        {
            wrong.push(format!("{}: no words name it", node.id));
        }
        let by_clause = graph.edges_at(&node.id, kengen::graph::Direction::Outgoing, RelationType::EstablishedBy);
        if established && by_clause.is_empty() {
            wrong.push(format!("{}: no clause establishes it", node.id));
        }
        wrong.extend(misplaced(graph, &node.id));
    }
    wrong
}

/// A unit, post or duty that belongs to nothing or to several things.
fn misplaced(graph: &AuthorityGraph, id: &NodeId) -> Option<String> {
    let owners = graph.edges_at(id, kengen::graph::Direction::Outgoing, RelationType::BelongsTo).len();
    let expected = usize::from(graph.root_units().iter().all(|root| root.id != *id));
    (owners != expected).then(|| format!("{id} belongs to {owners} things"))
}
