//! Findings and their explanations as text.

use crate::findings::{Explanation, Finding, RULES, Severity, explain};
use crate::graph::{AuthorityGraph, Node, NodeId};
use crate::render::json::FindingsAnswer;
use crate::render::messages::{Language, Messages, Value, tr};

use super::page::{Page, Sign};
use super::words;
use super::wrap::{LINE_WIDTH, hang};

/// What a finding says, in one sentence.
pub fn finding_message(finding: &Finding, graph: &AuthorityGraph, messages: &Messages) -> String {
    message(&[finding], &Page::new(graph, messages))
}

/// What findings of one group say together, in one sentence.
fn message(group: &[&Finding], page: &Page) -> String {
    let subjects: Vec<NodeId> = group.iter().filter_map(|finding| finding.subjects.first().cloned()).collect();
    let subject = page.names_and(&subjects);
    let others = others(group, page);
    let mut arguments: Vec<(&str, Value)> = vec![("subject", subject.into()), ("others", others.into())];
    for (name, value) in &group[0].arguments {
        let value: Value = match value {
            serde_json::Value::Number(number) if number.is_u64() => number.as_u64().unwrap_or_default().into(),
            serde_json::Value::String(text) => text.clone().into(),
            other => other.to_string().into(),
        };
        arguments.push((name, value));
    }
    page.messages.format(&format!("finding-{}", group[0].code), &arguments)
}

/// The subjects beside the main one: by name, or for several findings only by their titles.
fn others(group: &[&Finding], page: &Page) -> String {
    let mut names: Vec<String> = Vec::new();
    for id in group.iter().flat_map(|finding| finding.subjects.iter().skip(1)) {
        let post = page.graph.node(id).and_then(Node::as_post);
        let name = match post {
            Some(post) if group.len() > 1 => post.title.clone(),
            _ => page.name(id),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    words::and(page.messages, &names)
}

/// How much a finding matters, in a word.
pub fn finding_severity(messages: &Messages, severity: Severity) -> String {
    match severity {
        Severity::Error => tr!(messages, "severity-error"),
        Severity::Warning => tr!(messages, "severity-warning"),
        Severity::Note => tr!(messages, "severity-note"),
    }
}

/// All findings: by severity, by code, and those of one sentence together.
pub fn findings(answer: &FindingsAnswer, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    page.strong(0, &graph.regulation().title);
    let counts = [
        tr!(messages, "findings-errors", count = answer.counts.error),
        tr!(messages, "findings-warnings", count = answer.counts.warning),
        tr!(messages, "findings-notes", count = answer.counts.note),
    ];
    page.line(0, &counts.join(&tr!(messages, "list-separator")));
    let all: Vec<&Finding> = answer.findings.iter().map(|one| &one.finding).collect();
    for same_rule in all.chunk_by(|a, b| (a.severity, a.code) == (b.severity, b.code)) {
        let (level, code) = (finding_severity(messages, same_rule[0].severity), same_rule[0].code);
        let title = finding_title(code, messages);
        page.heading(&tr!(
            messages,
            "findings-rule",
            severity = level,
            title = title,
            code = code,
            count = same_rule.len()
        ));
        for group in groups(same_rule) {
            page.item(2, &message(&group, &page));
            let mut evidence = group.iter().filter_map(|finding| finding.evidence.as_ref());
            if let Some(mut all) = evidence.next().cloned() {
                evidence.for_each(|more| all.extend(more));
                page.line(4, &page.cite(&all));
            }
        }
    }
    if all.is_empty() {
        page.blank();
        page.signed(0, Sign::Yes, &tr!(messages, "findings-none"));
    } else {
        page.blank();
        page.line(0, &tr!(messages, "findings-explain"));
    }
    page.finish()
}

/// Findings that rest on one sentence and say the same, in the order of their first.
fn groups<'f>(findings: &[&'f Finding]) -> Vec<Vec<&'f Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|group| group[0].group == finding.group && group[0].arguments == finding.arguments)
        {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

/// The documentation of a rule in the chosen language.
fn documentation<'e>(explanation: &'e Explanation, messages: &Messages) -> &'e str {
    match messages.language() {
        Language::Ja => &explanation.japanese,
        Language::En => &explanation.english,
    }
}

/// The title of a rule in the chosen language.
pub fn finding_title(code: &str, messages: &Messages) -> String {
    let explanation = explain(code);
    let first = explanation.as_ref().and_then(|explanation| documentation(explanation, messages).lines().next());
    first.map_or_else(|| code.to_owned(), |line| line.trim_start_matches(['#', ' ']).to_owned())
}

/// The documentation of a rule: headings without their marks, paragraphs filled.
pub fn explanation(explanation: &Explanation, messages: &Messages) -> String {
    let style = anstyle::Style::new().bold();
    let mut text = String::new();
    let mut paragraph = String::new();
    for line in documentation(explanation, messages).lines().chain([""]) {
        let is_heading = line.starts_with('#');
        if (line.is_empty() || is_heading) && !paragraph.is_empty() {
            text.push_str(&hang("", &paragraph, LINE_WIDTH));
            paragraph.clear();
        }
        if is_heading {
            let heading = line.trim_start_matches(['#', ' ']);
            let code = if text.is_empty() { format!(" [{}]", explanation.code) } else { String::new() };
            let space = if text.is_empty() { "" } else { "\n" };
            text.push_str(&format!("{space}{style}{heading}{code}{style:#}\n"));
        } else if !line.is_empty() {
            // Japanese goes on at the end of a line without a space.
            if paragraph.chars().last().is_some_and(|last| last.is_ascii()) {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
    }
    text
}

/// The codes of all rules with their titles.
pub fn rules(messages: &Messages) -> String {
    let mut text = String::new();
    for rule in &RULES {
        let level = finding_severity(messages, rule.severity);
        let line = tr!(messages, "rule-line", title = finding_title(rule.code, messages), severity = level);
        text.push_str(&format!("{}\n{}", rule.code, hang("  ", &line, LINE_WIDTH)));
    }
    text
}
