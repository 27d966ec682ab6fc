//! What was understood of a regulation, and what its graph holds.

use std::collections::BTreeMap;

use crate::compile::ConstructGroup;
use crate::graph::{AuthorityGraph, DutyKind, Label, NodeData, NodeId, RelationType, Status};
use crate::render::json::CoverageAnswer;
use crate::render::messages::{Messages, tr};

use super::coverage_reading;
use super::coverage_words::{diagnostic_kind, likely_construct, line_of, no_content, notice_kind};
use super::page::{Page, Sign};
use super::words;
use super::wrap::cut;

/// Columns up to which a sentence that was not understood is shown in a summary of notices.
const WORDS_WIDTH: usize = 60;

/// The largest number of places listed for one kind of repaired noise.
const MAX_PLACES: usize = 12;

/// What of a regulation was understood, and every sentence that was not.
pub fn coverage(answer: &CoverageAnswer, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    title(&mut page);
    totals(&mut page, answer);
    if let Some(reading) = &answer.reading {
        coverage_reading::totals(&mut page, reading);
    }
    if answer.not_understood.is_empty() {
        page.blank();
        page.signed(0, Sign::Yes, &tr!(messages, "coverage-all-understood"));
    } else {
        page.heading(&tr!(messages, "coverage-not-understood", count = answer.not_understood.len()));
        for group in answer.groups.iter().filter(|_| answer.groups.len() > 1) {
            page.item(2, &group_title(group, messages));
        }
        for group in &answer.groups {
            open_group(&mut page, answer, group);
        }
    }
    notices(&mut page, answer);
    diagnostics(&mut page, answer);
    enforcement(&mut page, answer);
    page.finish()
}

/// What the sentences of a group probably say, and how many they are.
fn group_title(group: &ConstructGroup, messages: &Messages) -> String {
    let construct = likely_construct(messages, group.construct);
    tr!(messages, "coverage-group", construct = construct, count = group.count)
}

/// The sentences that were not understood and probably say the same sort of thing.
fn open_group(page: &mut Page, answer: &CoverageAnswer, group: &ConstructGroup) {
    page.blank();
    page.strong(2, &group_title(group, page.messages));
    for sentence in answer.not_understood.iter().filter(|sentence| sentence.likely_construct == Some(group.construct)) {
        let text: String = sentence.text.split_whitespace().collect();
        page.item(4, &place(page, sentence.line, &sentence.clause, &format!("「{text}」")));
    }
}

/// A line number, a clause and what stands there.
fn place(page: &Page, line: u32, clause: &NodeId, text: &str) -> String {
    tr!(page.messages, "coverage-place", line = line, clause = page.citation(clause), text = text)
}

/// Title, number and last amendment of the regulation, and of those compiled together with it.
fn title(page: &mut Page) {
    let regulation = page.graph.regulation();
    let further = regulation.further.iter().map(|one| (&one.title, [one.number.as_str(), one.last_amendment.as_str()]));
    let first = (&regulation.title, [regulation.number.as_str(), regulation.last_amendment.as_str()]);
    for (title, parts) in std::iter::once(first).chain(further) {
        page.strong(0, if title.is_empty() { "-" } else { title });
        let amended = tr!(page.messages, "summary-amended", date = parts[1]);
        match parts {
            ["", ""] => {}
            [number, ""] => page.line(0, number),
            ["", _] => page.line(0, &amended),
            [number, _] => page.line(0, &format!("{number}  {amended}")),
        }
    }
}

/// The numbers of sentences.
fn totals(page: &mut Page, answer: &CoverageAnswer) {
    let messages = page.messages;
    let sentences = answer.sentences;
    page.heading(&tr!(messages, "coverage-title", count = sentences.total));
    let percent = |count: usize| {
        let share = if sentences.total == 0 { 0.0 } else { 100.0 * count as f64 / sentences.total as f64 };
        format!("{count:>6}  {share:>5.1} %")
    };
    page.wide_field(2, &tr!(messages, "coverage-compiled"), &percent(sentences.compiled));
    page.wide_field(2, &tr!(messages, "coverage-no-content"), &percent(sentences.no_content));
    let kinds: Vec<String> = answer
        .no_content_kinds
        .iter()
        .map(|(kind, count)| format!("{} {count}", no_content(messages, *kind)))
        .collect();
    page.wide_field(2, "", &kinds.join(&tr!(messages, "list-separator")));
    page.wide_field(2, &tr!(messages, "coverage-open"), &percent(sentences.not_understood));
}

/// What could not be read for certain.
fn notices(page: &mut Page, answer: &CoverageAnswer) {
    if answer.notices.is_empty() {
        return;
    }
    page.heading(&tr!(page.messages, "coverage-notices", count = answer.notices.len()));
    for notice in &answer.notices {
        let words: String = notice.words.split_whitespace().collect();
        let text = format!("{} 「{}」", notice_kind(page.messages, notice.kind), cut(&words, WORDS_WIDTH));
        page.signed(2, Sign::Caution, &place(page, notice.line, &notice.clause, &text));
    }
}

/// The noise that was repaired.
fn diagnostics(page: &mut Page, answer: &CoverageAnswer) {
    if answer.diagnostics.is_empty() {
        return;
    }
    page.heading(&tr!(page.messages, "coverage-repaired"));
    for diagnostic in &answer.diagnostics {
        let mut lines: Vec<String> = diagnostic.places.iter().take(MAX_PLACES).map(line_of).collect();
        if diagnostic.places.len() > MAX_PLACES {
            lines.push("…".to_owned());
        }
        let line = tr!(
            page.messages,
            "coverage-noise",
            kind = diagnostic_kind(page.messages, diagnostic.kind),
            count = diagnostic.places.len(),
            lines = lines.join(", ")
        );
        page.item(2, &line);
    }
}

/// From when the supplements are in force.
fn enforcement(page: &mut Page, answer: &CoverageAnswer) {
    if answer.enforcement.is_empty() {
        return;
    }
    page.heading(&tr!(page.messages, "coverage-enforcement"));
    for stated in &answer.enforcement {
        let words: String = stated.text.split_whitespace().collect();
        let day = stated.date.clone().unwrap_or_else(|| format!("「{}」", cut(&words, WORDS_WIDTH)));
        let supplement: String = stated.supplement.split_whitespace().collect();
        let line = tr!(page.messages, "coverage-enforced", line = stated.line, supplement = supplement, day = day);
        page.item(2, &line);
    }
}

/// What a graph holds and, if it was just compiled, how much of the text was understood.
pub fn summary(graph: &AuthorityGraph, coverage: Option<&CoverageAnswer>, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    title(&mut page);
    page.heading(&tr!(messages, "summary-nodes"));
    page.field(2, &words::label(messages, Label::Unit), &units(graph, messages));
    page.field(2, &words::label(messages, Label::Post), &posts(graph, messages));
    page.field(2, &words::label(messages, Label::Duty), &duties(graph, messages));
    page.field(2, &words::label(messages, Label::Matter), &graph.nodes_with(Label::Matter).count().to_string());
    page.field(2, &words::label(messages, Label::Clause), &graph.nodes_with(Label::Clause).count().to_string());
    page.heading(&tr!(messages, "summary-edges"));
    for relation in RelationType::ALL {
        let derived = graph.edges_with(relation).filter(|edge| edge.data.basis.rule().is_some()).count();
        let all = graph.edges_with(relation).count();
        if all > 0 {
            let count = if derived == 0 {
                all.to_string()
            } else {
                tr!(messages, "summary-edge-derived", count = all, derived = derived)
            };
            page.wide_field(2, &words::relation(messages, relation), &count);
        }
    }
    if let Some(coverage) = coverage {
        totals(&mut page, coverage);
        if coverage.sentences.not_understood + coverage.notices.len() + coverage.diagnostics.len() > 0 {
            page.blank();
            page.line(0, &tr!(messages, "summary-see-coverage"));
        }
    }
    page.finish()
}

/// Numbers of units by status, councils counted apart.
fn units(graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut councils = 0;
    let mut statuses: BTreeMap<Status, usize> = BTreeMap::new();
    for node in graph.nodes_with(Label::Unit) {
        match &node.data {
            NodeData::Unit(unit) if unit.council => councils += 1,
            NodeData::Unit(unit) => *statuses.entry(unit.status).or_default() += 1,
            _ => {}
        }
    }
    let mut parts = by_status(&statuses, messages);
    if councils > 0 {
        parts.push(tr!(messages, "summary-councils", count = councils));
    }
    counted(graph.nodes_with(Label::Unit).count(), &parts, messages)
}

/// Numbers of posts by status.
fn posts(graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut statuses: BTreeMap<Status, usize> = BTreeMap::new();
    for post in graph.nodes_with(Label::Post).filter_map(|node| node.as_post()) {
        *statuses.entry(post.status).or_default() += 1;
    }
    counted(graph.nodes_with(Label::Post).count(), &by_status(&statuses, messages), messages)
}

/// Numbers of duties by sort.
fn duties(graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut kinds: BTreeMap<DutyKind, usize> = BTreeMap::new();
    for duty in graph.nodes_with(Label::Duty).filter_map(|node| node.as_duty()) {
        *kinds.entry(duty.kind).or_default() += 1;
    }
    let parts: Vec<String> =
        kinds.iter().map(|(kind, count)| format!("{} {count}", words::duty_kind(messages, *kind))).collect();
    counted(graph.nodes_with(Label::Duty).count(), &parts, messages)
}

/// Each status with its number.
fn by_status(statuses: &BTreeMap<Status, usize>, messages: &Messages) -> Vec<String> {
    statuses.iter().map(|(status, count)| format!("{} {count}", words::status(messages, *status))).collect()
}

/// A number and what it consists of.
fn counted(total: usize, parts: &[String], messages: &Messages) -> String {
    if parts.is_empty() {
        return total.to_string();
    }
    tr!(messages, "summary-count", total = total, parts = parts.join(&tr!(messages, "list-separator")))
}
