//! The page of findings: what is to be looked at, rule by rule, with what the rule means and the clauses behind each line.

use crate::findings::Severity;
use crate::graph::{AuthorityGraph, Provenance};
use crate::render::finding_groups::{FindingGroup, RuleFindings, by_rule};
use crate::render::json::FindingsAnswer;
use crate::render::messages::{Messages, tr};
use crate::render::text::finding_severity;

use super::frame::{self, figure};
use super::markup::Markup;

/// What the page adds to the shared style.
const STYLE: &str = include_str!("findings.css");

/// The findings of a regulation as a page.
pub fn findings(answer: &FindingsAnswer, graph: &AuthorityGraph, messages: &Messages) -> String {
    let rules = by_rule(answer, graph, messages);
    let name = tr!(messages, "page-findings");
    frame::page(graph, messages, &name, STYLE, |markup| {
        let mut parts = vec![("#summary", tr!(messages, "page-summary"))];
        if !answer.accepted.is_empty() {
            parts.push(("#accepted", tr!(messages, "findings-accepted", count = answer.accepted.len())));
        }
        frame::top(markup, graph, messages, &name, &parts);
        markup.element("main", &[], |markup| {
            summary(markup, answer, &rules, messages);
            for (index, rule) in rules.iter().enumerate() {
                rule_section(markup, index, rule, graph, messages);
            }
            accepted(markup, answer, messages);
        });
    })
}

/// The number of findings by severity, and the rules with their numbers.
fn summary(markup: &mut Markup, answer: &FindingsAnswer, rules: &[RuleFindings], messages: &Messages) {
    markup.element("section", &[("id", "summary"), ("aria-labelledby", "summary-title")], |markup| {
        markup.leaf("h2", &[("id", "summary-title")], &tr!(messages, "page-summary"));
        markup.element("ul", &[("class", "figures")], |markup| {
            let counts = answer.counts;
            for (level, count) in
                [(Severity::Error, counts.error), (Severity::Warning, counts.warning), (Severity::Note, counts.note)]
            {
                figure(markup, class(level), count, &finding_severity(messages, level));
            }
        });
        if rules.is_empty() {
            markup.leaf("p", &[], &tr!(messages, "findings-none"));
        }
        markup.element("ol", &[], |markup| {
            for (index, rule) in rules.iter().enumerate() {
                markup.element("li", &[], |markup| {
                    markup.leaf("a", &[("href", &format!("#{}", anchor(index)))], &rule.title);
                    markup.text(&format!(" {}", rule.count));
                });
            }
        });
    });
}

fn rule_section(markup: &mut Markup, index: usize, rule: &RuleFindings, graph: &AuthorityGraph, messages: &Messages) {
    let class = format!("rule {}", class(rule.severity));
    markup.element("section", &[("id", &anchor(index)), ("class", &class)], |markup| {
        markup.element("h3", &[], |markup| {
            markup.leaf("span", &[("class", "level")], &finding_severity(messages, rule.severity));
            markup.text(&rule.title);
            markup.leaf("span", &[("class", "code")], &format!("{} ({})", rule.code, rule.count));
        });
        markup.element("details", &[("class", "about")], |markup| {
            markup.leaf("summary", &[], &tr!(messages, "page-about-rule"));
            documentation(markup, &rule.documentation);
        });
        markup.element("ul", &[("class", "findings")], |markup| {
            for group in &rule.groups {
                group_item(markup, group, graph);
            }
        });
    });
}

/// The documentation of a rule without its title: headings and paragraphs.
fn documentation(markup: &mut Markup, text: &str) {
    for part in text.split("\n## ").skip(1) {
        let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
        markup.leaf("h4", &[], heading);
        markup.leaf("p", &[], body.trim());
    }
}

fn group_item(markup: &mut Markup, group: &FindingGroup, graph: &AuthorityGraph) {
    markup.element("li", &[], |markup| {
        markup.leaf("p", &[("class", "message")], &group.message);
        if let Some(evidence) = &group.evidence {
            quotations(markup, evidence, graph);
        }
    });
}

/// The clauses that a finding rests on, each with its words.
fn quotations(markup: &mut Markup, evidence: &Provenance, graph: &AuthorityGraph) {
    markup.element("ul", &[("class", "evidence"), ("lang", "ja")], |markup| {
        let mut written: Vec<(&str, &str)> = Vec::new();
        for one in evidence.iter() {
            let citation = graph.node(&one.clause).map_or(one.clause.as_str(), |node| node.name());
            if !written.contains(&(citation, &one.words)) {
                written.push((citation, &one.words));
                markup.element("li", &[], |markup| {
                    markup.leaf("span", &[("class", "clause")], citation);
                    markup.leaf("q", &[], &one.words);
                });
            }
        }
    });
}

/// What the body has accepted, with reason, approver and last day.
fn accepted(markup: &mut Markup, answer: &FindingsAnswer, messages: &Messages) {
    if answer.accepted.is_empty() {
        return;
    }
    markup.element("section", &[("id", "accepted")], |markup| {
        markup.leaf("h2", &[], &tr!(messages, "findings-accepted", count = answer.accepted.len()));
        markup.element("ul", &[("class", "findings")], |markup| {
            for one in &answer.accepted {
                let acceptance = &one.acceptance;
                let by = tr!(
                    messages,
                    "finding-accepted-by",
                    reason = acceptance.reason.as_str(),
                    approver = acceptance.approver.as_str(),
                    expires = acceptance.expires.as_str()
                );
                markup.element("li", &[], |markup| {
                    markup.leaf("p", &[("class", "message")], &one.finding.message);
                    markup.leaf("p", &[("class", "accepted")], &by);
                });
            }
        });
    });
}

fn anchor(index: usize) -> String {
    format!("r-{}", index + 1)
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
