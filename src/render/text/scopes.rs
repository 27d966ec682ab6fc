//! The exclusion ledger and overlaps as text.

use crate::analysis::{LedgerEntry, LedgerMatter, LedgerState, Ownership, Scope};
use crate::graph::{AuthorityGraph, ExclusionForm, Node, NodeId};
use crate::render::json::{LedgerAnswer, OverlapsAnswer};
use crate::render::messages::{Messages, tr};

use super::page::{Page, Sign};
use super::words;

/// What duties leave to other units, and who has it there.
pub fn ledger(answer: &LedgerAnswer, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    page.strong(0, &graph.regulation().title);
    let of = answer.unit.as_ref().map_or(String::new(), |unit| page.path(unit));
    page.field(0, &tr!(messages, "scopes-unit"), &of);
    if answer.entries.is_empty() {
        page.line(0, &tr!(messages, "ledger-none"));
        return page.finish();
    }
    let counts = &answer.counts;
    page.line(
        0,
        &tr!(
            messages,
            "ledger-counts",
            count = answer.entries.len(),
            received = counts.received,
            partly = counts.partly,
            nowhere = counts.nowhere,
            unsaid = counts.no_matter
        ),
    );
    for of_duty in answer.entries.chunk_by(|a, b| a.duty == b.duty) {
        page.blank();
        duty_line(&mut page, &of_duty[0].duty);
        // Where no matter can be looked for, the units are only named.
        let is_same = |a: &LedgerEntry, b: &LedgerEntry| {
            let no_matter = [a, b].iter().all(|entry| entry.state == LedgerState::NoMatter);
            let same_words = a.edge.provenance == b.edge.provenance && a.edge.data.relation == b.edge.data.relation;
            no_matter && same_words
        };
        for same in of_duty.chunk_by(is_same) {
            entry_lines(&mut page, same);
        }
    }
    page.finish()
}

/// What a duty leaves to a unit, or to several in the same words.
fn entry_lines(page: &mut Page, entries: &[LedgerEntry]) {
    let messages = page.messages;
    let sign = match entries[0].state {
        LedgerState::Received => Sign::Yes,
        // That a residual duty names every other unit says nothing of each.
        LedgerState::Nowhere if entries[0].form == ExclusionForm::Exclusion => Sign::No,
        LedgerState::Partly | LedgerState::Nowhere | LedgerState::NoMatter => Sign::Caution,
    };
    let state = words::ledger_state(messages, entries[0].state);
    let units: Vec<NodeId> = entries.iter().map(|entry| entry.unit.clone()).collect();
    let units = page.end(page.names_and(&units), &entries[0].edge);
    let cited = page.cite_edge(&entries[0].edge);
    page.signed(2, sign, &tr!(messages, "ledger-entry", unit = units, state = state, cited = cited));
    for matter in entries.iter().flat_map(|entry| &entry.matters) {
        matter_lines(page, matter);
    }
}

/// A matter and who has it in the other unit.
fn matter_lines(page: &mut Page, matter: &LedgerMatter) {
    let messages = page.messages;
    let name = page.name(&matter.matter);
    if matter.received.is_empty() {
        page.item(4, &tr!(messages, "ledger-matter-nowhere", matter = name));
        return;
    }
    page.item(4, &tr!(messages, "ledger-matter", matter = name));
    for reception in &matter.received {
        let owns = match reception.ownership {
            Ownership::Owned => String::new(),
            Ownership::Undefined => tr!(messages, "ledger-undefined"),
            Ownership::NotOwned => tr!(messages, "ledger-not-owned"),
        };
        // The matter itself needs no second mention.
        let narrower: Vec<NodeId> = reception.matters.iter().filter(|part| **part != matter.matter).cloned().collect();
        let narrower = match narrower.is_empty() {
            true => String::new(),
            false => tr!(messages, "ledger-narrower", matters = page.names_and(&narrower)),
        };
        page.item(6, &format!("{}{narrower}{owns}", duty_name(page, &reception.duty)));
    }
}

/// Where it is in doubt whose a matter is.
pub fn overlaps(answer: &OverlapsAnswer, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    page.strong(0, &graph.regulation().title);
    let of = answer.unit.as_ref().map_or(String::new(), |unit| page.path(unit));
    page.field(0, &tr!(messages, "scopes-unit"), &of);
    page.heading(&tr!(messages, "overlaps-title", count = answer.overlaps.len()));
    for overlap in &answer.overlaps {
        group_lines(&mut page, &overlap.matters, &overlap.duties);
    }
    if !answer.mutual_exclusions.is_empty() {
        page.heading(&tr!(messages, "overlaps-mutual", count = answer.mutual_exclusions.len()));
        for mutual in &answer.mutual_exclusions {
            group_lines(&mut page, &mutual.matters, &mutual.duties);
        }
    }
    page.heading(&tr!(messages, "overlaps-vacuous", count = answer.vacuous.len()));
    for scope in &answer.vacuous {
        vacuous_lines(&mut page, scope);
    }
    page.finish()
}

/// Matters and the duties that share them.
fn group_lines(page: &mut Page, matters: &[NodeId], duties: &[NodeId]) {
    page.item(2, &page.names_and(matters));
    for duty in duties {
        let cited = page.graph.node(duty).map(|node| page.cite(&node.provenance)).unwrap_or_default();
        page.item(4, &format!("{}  {cited}", duty_name(page, duty)));
    }
}

/// A duty that owns nothing, and who owns what it names.
fn vacuous_lines(page: &mut Page, scope: &Scope) {
    let messages = page.messages;
    page.item(2, &format!("{}  {}", duty_name(page, &scope.duty), page.cite(&scope.provenance)));
    for taken in scope.taken.iter().filter(|taken| scope.covers.contains(&taken.matter)) {
        let (matter, owner) = (page.name(&taken.matter), duty_name(page, &taken.by));
        let cited = page.graph.node(&taken.by).map(|node| page.clauses(&node.provenance)).unwrap_or_default();
        page.item(4, &tr!(messages, "overlaps-taken", matter = matter, owner = owner, cited = cited));
    }
}

/// A duty with its words.
fn duty_line(page: &mut Page, duty: &NodeId) {
    let text = page.graph.node(duty).and_then(Node::as_duty).map_or("", |duty| duty.text.as_str());
    page.strong(0, &format!("{}  {text}", duty_name(page, duty)));
}

/// The name of a duty, its unit told from others of the same name: 個人番号センター 企画部(2).
fn duty_name(page: &Page, duty: &NodeId) -> String {
    let name = page.name(duty);
    let unit = page.graph.parent_unit(duty);
    let own = unit.and_then(|unit| page.graph.node(unit)).map_or("", Node::name);
    match (unit, name.strip_prefix(own)) {
        (Some(unit), Some(item)) => format!("{}{item}", page.name(unit)),
        _ => name,
    }
}
