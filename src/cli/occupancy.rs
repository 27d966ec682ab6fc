//! Occupancy files on the command line: reading them, saying what is wrong with each cell, and finding people by name.

use std::path::Path;

use crate::graph::{AuthorityGraph, NodeId};
use crate::occupancy::{MistakeKind, Occupancy, OccupancyError, PersonLookup, read};
use crate::render::messages::{Messages, tr};

use super::exit::Exit;
use super::failure::Failure;
use super::input::read_bytes;

/// Reads an occupancy file.
///
/// # Errors
/// It cannot be read, or is wrong: every mistake with its cell.
pub fn read_occupancy(path: &Path, graph: &AuthorityGraph, messages: &Messages) -> Result<Occupancy, Failure> {
    let bytes = read_bytes(path, messages)?;
    let path = path.display().to_string();
    read(&bytes, graph).map_err(|error| match error {
        OccupancyError::Unreadable { reason } => {
            let message = tr!(messages, "error-occupancy-unreadable", path = path, reason = reason);
            Failure::new(Exit::Input, message).help(tr!(messages, "help-occupancy"))
        }
        OccupancyError::Empty => Failure::new(Exit::Input, tr!(messages, "error-input-empty", path = path))
            .help(tr!(messages, "help-occupancy")),
        OccupancyError::Mistakes(mistakes) => {
            let message = tr!(messages, "error-occupancy", path = path, count = mistakes.len());
            let failure = Failure::new(Exit::Input, message);
            mistakes.iter().fold(failure, |failure, mistake| {
                let what = mistake_sentence(&mistake.kind, graph, messages);
                failure.detail(tr!(messages, "occupancy-mistake", cell = mistake.cell(), what = what))
            })
        }
    })
}

/// What is wrong with a cell.
fn mistake_sentence(kind: &MistakeKind, graph: &AuthorityGraph, messages: &Messages) -> String {
    let names = |posts: &[NodeId]| {
        let names: Vec<String> = posts.iter().map(|post| graph.qualified_name(post)).collect();
        names.join(&tr!(messages, "list-separator"))
    };
    match kind {
        MistakeKind::NoColumn(name) => tr!(messages, "mistake-no-column", name = name.as_str()),
        MistakeKind::ColumnTwice(name) => tr!(messages, "mistake-column-twice", name = name.as_str()),
        MistakeKind::Nothing => tr!(messages, "mistake-nothing"),
        MistakeKind::Broken(text) => tr!(messages, "mistake-broken", text = text.as_str()),
        MistakeKind::UnknownPost { name, similar } if similar.is_empty() => {
            tr!(messages, "mistake-unknown-post", name = name.as_str())
        }
        MistakeKind::UnknownPost { name, similar } => {
            tr!(messages, "mistake-unknown-post-similar", name = name.as_str(), similar = names(similar))
        }
        MistakeKind::AmbiguousPost { name, candidates } => {
            let (name, count) = (name.as_str(), candidates.len());
            let shown = names(&candidates[..count.min(3)]);
            tr!(messages, "mistake-ambiguous-post", name = name, count = count, candidates = shown)
        }
        MistakeKind::NoDay(text) => tr!(messages, "mistake-no-day", text = text.as_str()),
        MistakeKind::EndsBeforeStart { since, until } => {
            tr!(messages, "mistake-ends-before-start", since = since.as_str(), until = until.as_str())
        }
        MistakeKind::UnknownKind(text) => tr!(messages, "mistake-unknown-kind", text = text.as_str()),
        MistakeKind::Overlap { row } => tr!(messages, "mistake-overlap", row = *row),
        MistakeKind::SecondMainPost { row } => tr!(messages, "mistake-second-main-post", row = *row),
        MistakeKind::NoSeatLeft { seats, rows } => {
            let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
            tr!(messages, "mistake-no-seat-left", seats = *seats, rows = rows.join(", "))
        }
    }
}

/// What tells the person with this name or number from others.
///
/// # Errors
/// Nobody is called so, or several are.
pub fn resolve_person(occupancy: &Occupancy, name: &str, messages: &Messages) -> Result<String, Failure> {
    match occupancy.person(name) {
        PersonLookup::Found(key) => Ok(key),
        PersonLookup::Ambiguous(numbers) => {
            let count = numbers.len();
            let failure = Failure::new(Exit::Name, tr!(messages, "error-person-ambiguous", name = name, count = count));
            Err(numbers.into_iter().fold(failure, |failure, number| failure.detail(format!("- {number}"))))
        }
        PersonLookup::Missing(similar) => {
            let mut failure = Failure::new(Exit::Name, tr!(messages, "error-person-missing", name = name));
            if !similar.is_empty() {
                failure = failure.detail(tr!(messages, "detail-similar"));
            }
            Err(similar.into_iter().fold(failure, |failure, name| failure.detail(format!("- {name}"))))
        }
    }
}
