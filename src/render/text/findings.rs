//! Findings and their explanations as text.

use crate::findings::{Explanation, Finding, RULES, Severity};
use crate::graph::AuthorityGraph;
use crate::render::finding_groups::{by_rule, documentation, message, title};
use crate::render::json::FindingsAnswer;
use crate::render::messages::{Messages, tr};

use super::page::{Page, Sign};
use super::wrap::{LINE_WIDTH, hang};

/// What a finding says, in one sentence. The page knows the names of the whole graph: one serves for all findings.
pub fn finding_message(finding: &Finding, page: &Page<'_>) -> String {
    message(&[finding], page)
}

/// How much a finding matters, in a word.
pub fn finding_severity(messages: &Messages, severity: Severity) -> String {
    match severity {
        Severity::Error => tr!(messages, "severity-error"),
        Severity::Warning => tr!(messages, "severity-warning"),
        Severity::Note => tr!(messages, "severity-note"),
    }
}

/// All findings: by severity, by code, and those of one sentence together; of each rule at most `limit` such groups.
pub fn findings(answer: &FindingsAnswer, graph: &AuthorityGraph, limit: usize, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    page.strong(0, &graph.regulation().title);
    let counts = [
        tr!(messages, "findings-errors", count = answer.counts.error),
        tr!(messages, "findings-warnings", count = answer.counts.warning),
        tr!(messages, "findings-notes", count = answer.counts.note),
    ];
    page.line(0, &counts.join(&tr!(messages, "list-separator")));
    let rules = by_rule(answer, graph, messages);
    for rule in &rules {
        page.heading(&tr!(
            messages,
            "findings-rule",
            severity = finding_severity(messages, rule.severity),
            title = rule.title.as_str(),
            code = rule.code,
            count = rule.count
        ));
        let (shown, left) = rule.groups.split_at(rule.groups.len().min(limit));
        for group in shown {
            page.item(2, &group.message);
            if let Some(evidence) = &group.evidence {
                page.line(4, &page.cite(evidence));
            }
        }
        if !left.is_empty() {
            let count: usize = left.iter().map(|group| group.count).sum();
            page.line(2, &tr!(messages, "findings-more", count = count));
        }
    }
    if !answer.accepted.is_empty() {
        page.blank();
        page.line(0, &tr!(messages, "findings-accepted", count = answer.accepted.len()));
        for accepted in &answer.accepted {
            let acceptance = &accepted.acceptance;
            page.item(2, &accepted.finding.message);
            page.line(
                4,
                &tr!(
                    messages,
                    "finding-accepted-by",
                    reason = acceptance.reason.as_str(),
                    approver = acceptance.approver.as_str(),
                    expires = acceptance.expires.as_str()
                ),
            );
        }
    }
    if rules.is_empty() {
        page.blank();
        page.signed(0, Sign::Yes, &tr!(messages, "findings-none"));
    } else {
        page.blank();
        page.line(0, &tr!(messages, "findings-explain"));
    }
    page.finish()
}

/// The title of a rule in the chosen language; its code, if there is no such rule.
pub fn finding_title(code: &str, messages: &Messages) -> String {
    match documentation(code, messages) {
        none if none.is_empty() => code.to_owned(),
        documentation => title(&documentation).to_owned(),
    }
}

/// The documentation of a rule: headings without their marks, paragraphs filled.
pub fn explanation(explanation: &Explanation, messages: &Messages) -> String {
    let style = anstyle::Style::new().bold();
    let mut text = String::new();
    let mut paragraph = String::new();
    for line in documentation(explanation.code, messages).lines().chain([""]) {
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
        let documentation = documentation(rule.code, messages);
        let line = tr!(messages, "rule-line", title = title(&documentation), severity = level);
        text.push_str(&format!("{}\n{}", rule.code, hang("  ", &line, LINE_WIDTH)));
    }
    text
}
