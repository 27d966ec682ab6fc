//! Whose a matter is, as text: ranked duties, each with its unit, head, command chain and substitutes.

use crate::analysis::{OwnerHit, OwnerReport, UnitHead};
use crate::graph::{Act, AuthorityGraph, Condition, DutyKind, Edge, Relation};
use crate::render::messages::{Messages, tr};

use super::chain::chain_lines;
use super::page::Page;
use super::words;

/// The duties that match some words.
pub fn owner(report: &OwnerReport, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    let words = report.words.join(" ");
    if report.hits.is_empty() {
        page.heading(&tr!(messages, "owner-none", words = words));
    } else {
        page.heading(&tr!(messages, "owner-title", words = words, count = report.total));
        for (number, hit) in report.hits.iter().enumerate() {
            page.blank();
            hit_lines(&mut page, number + 1, hit);
        }
        if report.total > report.hits.len() {
            page.blank();
            page.line(0, &tr!(messages, "owner-more", count = report.total - report.hits.len()));
        }
    }
    if !report.only_in_exclusions.is_empty() {
        page.heading(&tr!(messages, "owner-only-in-exclusions"));
        for mention in &report.only_in_exclusions {
            page.item(2, &format!("{}  {}", page.name(&mention.duty), page.cite(&mention.provenance)));
            exclusion_lines(&mut page, 4, &mention.exclusions);
        }
    }
    page.finish()
}

/// One duty and everybody who answers for it.
fn hit_lines(page: &mut Page, number: usize, hit: &OwnerHit) {
    let messages = page.messages;
    page.strong(0, &format!("{number}. {}  {}", page.name(&hit.duty), hit.text));
    if hit.kind != DutyKind::Substantive {
        page.field(3, &tr!(messages, "field-kind"), &words::duty_kind(messages, hit.kind));
    }
    if let Some(owner) = &hit.owner {
        page.field(3, &tr!(messages, "field-owner"), &page.path(owner));
    }
    match &hit.head {
        Some(head) => head_lines(page, head),
        None => page.field(3, &tr!(messages, "field-head"), &tr!(messages, "head-none")),
    }
    for (position, edge) in hit.exclusions.iter().enumerate() {
        let label = if position == 0 { tr!(messages, "field-gives-way") } else { String::new() };
        page.field(3, &label, &format!("{}  {}", page.end(page.name(&edge.to), edge), page.cite_edge(edge)));
    }
    page.field(3, &tr!(messages, "field-clause"), &page.clauses(&hit.provenance));
}

/// The head of the unit, its superiors and its substitutes.
fn head_lines(page: &mut Page, head: &UnitHead) {
    let messages = page.messages;
    page.field(3, &tr!(messages, "field-head"), &format!("{}  {}", page.name(&head.post), page.cite_edge(&head.heads)));
    for (position, line) in chain_lines(page, &head.chains).iter().enumerate() {
        let label = if position == 0 { tr!(messages, "field-chain") } else { String::new() };
        page.field(3, &label, line);
    }
    if head.chains_truncated {
        page.field(3, "", &tr!(messages, "chains-cut"));
    }
    if head.substitutes.is_empty() && head.designations.is_empty() {
        page.field(3, &tr!(messages, "field-substitutes"), &tr!(messages, "substitutes-none"));
    }
    let substitutes = head.substitutes.iter().map(|edge| substitute(page, edge));
    let designations = head.designations.iter().map(|designation| {
        let rule = words::designator(&designation.designator);
        let line = substitute_words(messages, rule, designation.order, &designation.conditions, designation.act);
        format!("{line}  {}", page.cite(&designation.provenance))
    });
    for (position, line) in substitutes.chain(designations).collect::<Vec<_>>().iter().enumerate() {
        let label = if position == 0 { tr!(messages, "field-substitutes") } else { String::new() };
        page.field(3, &label, line);
    }
}

/// A substitute in one line: who, in which place, under which conditions, with what authority.
pub(super) fn substitute(page: &Page, edge: &Edge) -> String {
    let Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint, .. } = &edge.data.relation else {
        return page.described(&edge.from);
    };
    let mut line = substitute_words(page.messages, &page.described(&edge.from), *order, conditions, *act);
    if !joint.is_empty() {
        line.push_str(&tr!(page.messages, "substitute-joint", posts = page.names_and(joint)));
    }
    format!("{line}  {}", page.cite_edge(edge))
}

/// The place in line, conditions and act of a substitute.
pub(super) fn substitute_words(
    messages: &Messages,
    name: &str,
    order: u32,
    conditions: &[Condition],
    act: Act,
) -> String {
    let (conditions, act) = (words::conditions(messages, conditions), words::act(messages, act));
    tr!(messages, "substitute", name = name, order = order, conditions = conditions, act = act)
}

/// The units and duties that a duty gives way to.
pub(super) fn exclusion_lines(page: &mut Page, indent: usize, exclusions: &[Edge]) {
    for edge in exclusions {
        let target = page.end(page.name(&edge.to), edge);
        let line = tr!(page.messages, "gives-way-to", target = target, cited = page.cite_edge(edge));
        page.item(indent, &line);
    }
}
