//! Duties that come together in one hand, as text.

use crate::analysis::{Conflict, ConflictKind, ConflictReport, RuleConflicts, Side, Title};
use crate::graph::{AuthorityGraph, NodeId};
use crate::render::messages::{Language, Messages, tr};

use super::page::{Page, Sign};

/// Each rule with what it found; at most `limit` duties of a side.
pub fn conflicts(report: &ConflictReport, limit: usize, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    page.strong(0, &graph.regulation().title);
    let found: usize = report.rules.iter().map(|rule| rule.conflicts.len()).sum();
    page.line(0, &tr!(messages, "conflicts-counts", rules = report.rules.len(), count = found));
    if let Some(day) = &report.as_of {
        page.line(0, &tr!(messages, "conflicts-as-of", day = day.as_str()));
    }
    for rule in &report.rules {
        of_rule(&mut page, rule, limit);
    }
    page.finish()
}

/// One rule.
fn of_rule(page: &mut Page<'_>, found: &RuleConflicts, limit: usize) {
    let messages = page.messages;
    let title = title(messages, &found.rule.title);
    page.heading(&tr!(messages, "conflicts-rule", title = title, code = found.rule.code.as_str()));
    page.line(2, &tr!(messages, "conflicts-source", source = found.rule.source.as_str()));
    for (side, ids) in [(&found.rule.first, &found.first), (&found.rule.second, &found.second)] {
        if ids.is_empty() {
            page.item(2, &tr!(messages, "conflicts-nothing-of-side", side = side_name(messages, side)));
        }
    }
    if found.conflicts.is_empty() && !found.first.is_empty() && !found.second.is_empty() {
        page.signed(2, Sign::Yes, &tr!(messages, "conflicts-apart"));
    }
    for conflict in &found.conflicts {
        let sign = match conflict.kind {
            ConflictKind::Commands => Sign::Caution,
            _ => Sign::No,
        };
        page.signed(2, sign, &sentence(page, conflict));
        for (side, ids) in [(&found.rule.first, &conflict.first), (&found.rule.second, &conflict.second)] {
            duties(page, &side_name(messages, side), ids, limit);
        }
        if !matches!(conflict.kind, ConflictKind::SameOwner | ConflictKind::Person) {
            page.line(6, &tr!(messages, "conflicts-clauses", clauses = page.some_clauses(&conflict.provenance, 6)));
        }
    }
}

/// In which way two sides come together.
fn sentence(page: &Page<'_>, conflict: &Conflict) -> String {
    let messages = page.messages;
    let name = |at: usize| conflict.holders.get(at).map_or_else(String::new, |id| page.name(id));
    let person = conflict.person.as_deref().unwrap_or_default();
    match conflict.kind {
        ConflictKind::Person => {
            tr!(messages, "conflicts-person", person = person, first = name(0), second = name(1))
        }
        ConflictKind::SameOwner => tr!(messages, "conflicts-same-owner", owner = name(0)),
        ConflictKind::SameHead => tr!(messages, "conflicts-same-head", post = name(0)),
        ConflictKind::Acting => tr!(messages, "conflicts-acting", acting = name(0), absent = name(1)),
        ConflictKind::Commands => tr!(messages, "conflicts-commands", superior = name(0), subordinate = name(1)),
    }
}

/// The duties or posts of one side, each with its words.
fn duties(page: &mut Page<'_>, side: &str, ids: &[NodeId], limit: usize) {
    let messages = page.messages;
    page.line(6, &tr!(messages, "conflicts-side", side = side));
    for id in ids.iter().take(limit) {
        let cited = page.graph.node(id).map_or_else(String::new, |node| page.cite(&node.provenance));
        page.item(8, &tr!(messages, "conflicts-duty", duty = page.name(id), cited = cited));
    }
    if ids.len() > limit {
        page.line(10, &tr!(messages, "conflicts-more", count = ids.len() - limit));
    }
}

fn title(messages: &Messages, title: &Title) -> String {
    choose(messages, &title.ja, title.en.as_deref())
}

fn side_name(messages: &Messages, side: &Side) -> String {
    choose(messages, &side.ja, side.en.as_deref())
}

/// The words of the language of the answer.
fn choose(messages: &Messages, ja: &str, en: Option<&str>) -> String {
    match messages.language() {
        Language::Ja => ja.to_owned(),
        Language::En => en.unwrap_or(ja).to_owned(),
    }
}
