//! Findings put together for reading: by rule, and those of one sentence that say the same as one. Every form of the findings
//! shows these.

use std::collections::HashMap;

use crate::findings::{Finding, Severity, explain};
use crate::graph::{AuthorityGraph, Node, NodeId, Provenance};
use crate::render::json::FindingsAnswer;
use crate::render::messages::{Language, Messages, Value, tr};
use crate::render::text::{Page, words};

/// So many names are said of what a group is about.
const NAMES_SHOWN: usize = 6;

/// The findings of one rule and severity.
pub(crate) struct RuleFindings {
    /// The code of the rule.
    pub code: &'static str,
    /// How much they matter.
    pub severity: Severity,
    /// The title of the rule.
    pub title: String,
    /// The documentation of the rule, in Markdown.
    pub documentation: String,
    /// How many findings there are.
    pub count: usize,
    /// What is read as one.
    pub groups: Vec<FindingGroup>,
}

/// Findings that rest on one sentence and say the same.
pub(crate) struct FindingGroup {
    /// What they say together, in one sentence.
    pub message: String,
    /// How many findings there are.
    pub count: usize,
    /// The clauses of all; none for what is about the supplement.
    pub evidence: Option<Provenance>,
}

/// The findings by rule, in the order of the answer.
pub(crate) fn by_rule(answer: &FindingsAnswer, graph: &AuthorityGraph, messages: &Messages) -> Vec<RuleFindings> {
    let all: Vec<&Finding> = answer.findings.iter().map(|one| &one.finding).collect();
    let page = Page::new(graph, messages);
    let of_rule = |same_rule: &[&Finding]| {
        let (severity, code) = (same_rule[0].severity, same_rule[0].code);
        let documentation = documentation(code, messages);
        let groups = groups(same_rule).into_iter().map(|group| {
            let mut evidence = group.iter().filter_map(|finding| finding.evidence.as_ref());
            let mut together = evidence.next().cloned();
            if let Some(together) = &mut together {
                evidence.for_each(|more| together.extend(more));
            }
            FindingGroup { message: message(&group, &page), count: group.len(), evidence: together }
        });
        let title = title(&documentation).to_owned();
        RuleFindings { code, severity, title, count: same_rule.len(), groups: groups.collect(), documentation }
    };
    all.chunk_by(|a, b| (a.severity, a.code) == (b.severity, b.code)).map(of_rule).collect()
}

/// Findings that rest on one sentence and say the same, in the order of their first.
fn groups<'f>(findings: &[&'f Finding]) -> Vec<Vec<&'f Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut known: HashMap<(&str, String), usize> = HashMap::new();
    for finding in findings {
        let said = format!("{:?}", finding.arguments);
        let place = *known.entry((&finding.group, said)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

/// What findings of one group say together, in one sentence.
pub(crate) fn message(group: &[&Finding], page: &Page) -> String {
    let subjects: Vec<NodeId> = group.iter().filter_map(|finding| finding.subjects.first().cloned()).collect();
    let subject = names(&subjects, page);
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

/// The names of what a group is about; of many only the first.
fn names(subjects: &[NodeId], page: &Page) -> String {
    if subjects.len() <= NAMES_SHOWN {
        return page.names_and(subjects);
    }
    let (first, more) = subjects.split_at(NAMES_SHOWN - 1);
    let separator = tr!(page.messages, "list-separator");
    let first: Vec<String> = first.iter().map(|id| page.name(id)).collect();
    tr!(page.messages, "finding-names-more", names = first.join(&separator), count = more.len())
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

/// The documentation of a rule in the chosen language.
pub(crate) fn documentation(code: &str, messages: &Messages) -> String {
    explain(code).map_or_else(String::new, |explanation| match messages.language() {
        Language::Ja => explanation.japanese,
        Language::En => explanation.english,
    })
}

/// The title of a rule: the first line of its documentation.
pub(crate) fn title(documentation: &str) -> &str {
    documentation.lines().next().unwrap_or_default().trim_start_matches(['#', ' '])
}
