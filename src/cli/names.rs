//! From the names that people type to the nodes they mean.

use crate::graph::{AuthorityGraph, Label, Lookup, NameIndex, NodeId};
use crate::render::messages::{Messages, tr};
use crate::render::text::words;

use super::exit::Exit;
use super::failure::Failure;

/// The largest number of candidates listed for an ambiguous name.
const MAX_CANDIDATES: usize = 20;

/// The node that a name means, among those with one of the labels.
///
/// # Errors
/// The name means nothing (with the nearest names) or several nodes (with all of them).
pub fn resolve(graph: &AuthorityGraph, name: &str, labels: &[Label], messages: &Messages) -> Result<NodeId, Failure> {
    match NameIndex::new(graph, labels).find(name) {
        Lookup::Found(id) => Ok(id),
        Lookup::Ambiguous(candidates) => Err(ambiguous(graph, name, labels, &candidates, messages)),
        Lookup::Missing { suggestions } => Err(missing(graph, name, labels, &suggestions, messages)),
    }
}

/// The failure for a name that several nodes have.
fn ambiguous(
    graph: &AuthorityGraph,
    name: &str,
    labels: &[Label],
    candidates: &[NodeId],
    messages: &Messages,
) -> Failure {
    let failure =
        Failure::new(Exit::Name, tr!(messages, "error-name-ambiguous", name = name, count = candidates.len()));
    let failure = candidates_of(failure, graph, candidates, messages);
    let names = candidates.iter().map(|id| graph.qualified_name(id));
    let example = names.min_by_key(|name| name.chars().count()).unwrap_or_default();
    let general = tr!(messages, "help-name-ambiguous", example = example);
    failure.help(unit_help(graph, name, labels, messages).unwrap_or(general))
}

/// The failure for a name that nothing has.
fn missing(
    graph: &AuthorityGraph,
    name: &str,
    labels: &[Label],
    suggestions: &[NodeId],
    messages: &Messages,
) -> Failure {
    let sorts: Vec<String> = labels.iter().map(|label| words::label(messages, *label)).collect();
    let message = tr!(messages, "error-name-missing", name = name, sort = words::or(messages, &sorts));
    let mut failure = Failure::new(Exit::Name, message);
    let unit = unit_help(graph, name, labels, messages);
    if !suggestions.is_empty() {
        failure = candidates_of(failure.detail(tr!(messages, "detail-similar")), graph, suggestions, messages);
    } else if unit.is_none() {
        failure = failure.help(tr!(messages, "help-name-missing"));
    }
    match unit {
        Some(unit) => failure.help(unit),
        None => failure,
    }
}

/// What to say to whoever asks about a post by the name of a unit: most often its head is meant.
fn unit_help(graph: &AuthorityGraph, name: &str, labels: &[Label], messages: &Messages) -> Option<String> {
    let Lookup::Found(unit) = NameIndex::new(graph, &[Label::Unit]).find(name) else { return None };
    let head = graph.head_of(&unit).filter(|_| labels == [Label::Post])?;
    let (unit, head) = (graph.qualified_name(&unit), graph.qualified_name(&head.id));
    Some(tr!(messages, "help-name-unit", unit = unit, head = head))
}

/// Adds candidates, each with its path and id.
fn candidates_of(failure: Failure, graph: &AuthorityGraph, candidates: &[NodeId], messages: &Messages) -> Failure {
    let failure = candidates.iter().take(MAX_CANDIDATES).fold(failure, |failure, id| {
        failure.detail(format!("- {}", graph.qualified_name(id))).literal_detail(format!("    {id}"))
    });
    match candidates.len().checked_sub(MAX_CANDIDATES) {
        Some(more) if more > 0 => failure.detail(tr!(messages, "detail-more", count = more)),
        _ => failure,
    }
}
