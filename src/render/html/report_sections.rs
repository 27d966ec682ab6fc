//! The parts of the report that are no tables: summary, findings, outline, overlaps, what was not understood, and how the page
//! came about.

use crate::findings::Severity;
use crate::graph::{AuthorityGraph, Label, NodeId, Provenance};
use crate::render::json::{AcceptedAnswer, FindingAnswer};
use crate::render::messages::{Messages, tr};
use crate::render::tables::{Cell, TableKind};
use crate::render::text::{finding_severity, finding_title};

use super::anchors;
use super::coverage_article::joined;
use super::markup::Markup;
use super::report::Report;
use super::report_tables::{clause_link, row_id};

/// The parts of the page in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Summary,
    Findings,
    Organisation,
    Command,
    Substitution,
    Drill,
    Duties,
    Exclusions,
    Statements,
    Coverage,
    About,
}

impl Section {
    pub(super) const ALL: [Section; 11] = [
        Section::Summary,
        Section::Findings,
        Section::Organisation,
        Section::Command,
        Section::Substitution,
        Section::Drill,
        Section::Duties,
        Section::Exclusions,
        Section::Statements,
        Section::Coverage,
        Section::About,
    ];

    /// Its name in links.
    pub(super) fn id(self) -> &'static str {
        match self {
            Section::Summary => "summary",
            Section::Findings => "all-findings",
            Section::Organisation => "organisation",
            Section::Command => "all-command",
            Section::Substitution => "all-substitution",
            Section::Drill => "all-drill",
            Section::Duties => "all-duties",
            Section::Exclusions => "all-exclusions",
            Section::Statements => "all-statements",
            Section::Coverage => "coverage",
            Section::About => "about",
        }
    }

    pub(super) fn title(self, messages: &Messages) -> String {
        match self {
            Section::Summary => tr!(messages, "page-summary"),
            Section::Findings => TableKind::Findings.title(messages),
            Section::Organisation => tr!(messages, "report-organisation"),
            Section::Command => tr!(messages, "report-command"),
            Section::Substitution => TableKind::Substitution.title(messages),
            Section::Drill => TableKind::Drill.title(messages),
            Section::Duties => tr!(messages, "report-duties"),
            Section::Exclusions => TableKind::Exclusions.title(messages),
            Section::Statements => TableKind::Statements.title(messages),
            Section::Coverage => tr!(messages, "page-coverage"),
            Section::About => tr!(messages, "report-about"),
        }
    }
}

/// Six figures, that which needs action first, and how much of the text was understood.
pub(super) fn summary(markup: &mut Markup, report: &Report<'_>) {
    let (messages, answers) = (report.messages, report.contents.answers);
    let count = |label| answers.graph.nodes_with(label).count();
    let flagged = |kind| {
        let rows = report.table(kind).rows.iter();
        rows.filter(|row| row.iter().any(|cell| matches!(cell, Cell::Flag(_)))).count()
    };
    let counts = answers.findings.counts;
    let figures = [
        ("#all-findings", "bad", counts.error, tr!(messages, "severity-error")),
        ("#all-findings", "warn", counts.warning, tr!(messages, "severity-warning")),
        ("#all-substitution", "warn", flagged(TableKind::Substitution), tr!(messages, "report-without-substitute")),
        ("#all-exclusions", "warn", flagged(TableKind::Exclusions), tr!(messages, "report-unmatched")),
        ("#organisation", "", count(Label::Unit), tr!(messages, "label-unit")),
        ("#all-duties", "", count(Label::Duty), tr!(messages, "label-duty")),
    ];
    markup.element("ul", &[("class", "figures")], |markup| {
        for (target, class, number, name) in figures {
            let class = if number == 0 { "" } else { class };
            markup.element("li", &[("class", class)], |markup| {
                markup.element("a", &[("href", target)], |markup| {
                    markup.leaf("strong", &[], &number.to_string());
                    markup.text(" ");
                    markup.leaf("span", &[], &name);
                });
            });
        }
    });
    let sentences = report.contents.coverage.sentences;
    let parts = [
        ("compiled", sentences.compiled, tr!(messages, "coverage-compiled")),
        ("no-content", sentences.no_content, tr!(messages, "coverage-no-content")),
        ("not-understood", sentences.not_understood, tr!(messages, "coverage-open")),
    ];
    markup.element("div", &[("class", "bar"), ("aria-hidden", "true")], |markup| {
        for (class, count, _) in &parts {
            let share = format!("flex-grow:{count}");
            markup.leaf("span", &[("class", *class), ("style", &share)], "");
        }
    });
    let words: Vec<String> = parts.iter().map(|(_, count, name)| format!("{name} {count}")).collect();
    let total = tr!(messages, "coverage-title", count = sentences.total);
    markup.element("p", &[("class", "key")], |markup| {
        markup.leaf("a", &[("href", "#coverage")], &total);
        markup.text(&format!(": {}", words.join(&tr!(messages, "list-separator"))));
    });
}

/// The findings, then those that the body has accepted.
pub(super) fn findings(markup: &mut Markup, report: &Report<'_>) {
    let (messages, answer) = (report.messages, report.contents.answers.findings);
    if answer.findings.is_empty() {
        markup.leaf("p", &[("class", "none")], &tr!(messages, "findings-none"));
    }
    for (number, one) in answer.findings.iter().enumerate() {
        finding(markup, report, number, one, None);
    }
    if answer.accepted.is_empty() {
        return;
    }
    markup.element("details", &[("class", "fold")], |markup| {
        let title = tr!(messages, "report-accepted", count = answer.accepted.len());
        markup.leaf("summary", &[], &title);
        for (number, one) in (answer.findings.len()..).zip(&answer.accepted) {
            finding(markup, report, number, &one.finding, Some(one));
        }
    });
}

fn finding(
    markup: &mut Markup,
    report: &Report<'_>,
    number: usize,
    answer: &FindingAnswer,
    accepted: Option<&AcceptedAnswer>,
) {
    let (messages, one) = (report.messages, &answer.finding);
    let (class, sign) = match one.severity {
        Severity::Error => ("error", "▲"),
        Severity::Warning => ("warning", "◆"),
        Severity::Note => ("note", "●"),
    };
    let id = row_id(TableKind::Findings, number);
    let class = format!("finding {class}");
    markup.element("article", &[("class", &class), ("id", &id), ("tabindex", "-1")], |markup| {
        markup.element("p", &[("class", "rule")], |markup| {
            markup.leaf("span", &[("class", "sign"), ("aria-hidden", "true")], sign);
            markup.leaf("strong", &[], &finding_severity(messages, one.severity));
            markup.leaf("span", &[], &finding_title(one.code, messages));
            markup.leaf("code", &[], one.code);
        });
        markup.leaf("p", &[("class", "statement")], &answer.message);
        if let Some(evidence) = &one.evidence {
            quotations(markup, report, evidence);
        }
        if let Some(accepted) = accepted {
            let (reason, approver) = (accepted.acceptance.reason.as_str(), accepted.acceptance.approver.as_str());
            let expires = accepted.acceptance.expires.as_str();
            let text = tr!(messages, "table-accepted", reason = reason, approver = approver, expires = expires);
            markup.leaf("p", &[("class", "acceptance")], &text);
        }
    });
}

/// The words that something rests on, each with its clause.
fn quotations(markup: &mut Markup, report: &Report<'_>, evidence: &Provenance) {
    for one in evidence.iter() {
        let citation = report.graph().node(&one.clause).map_or("", |node| node.name());
        markup.element("blockquote", &[("lang", "ja")], |markup| {
            markup.text(&joined(&one.words));
            markup.text(" ");
            clause_link(markup, report, &one.clause, citation);
        });
    }
}

/// The units as an outline: what the chart shows, in words.
pub(super) fn outline(markup: &mut Markup, report: &Report<'_>) {
    let graph = report.graph();
    let roots: Vec<&NodeId> = graph.root_units().into_iter().map(|node| &node.id).collect();
    if roots.is_empty() {
        return;
    }
    markup.element("details", &[("class", "fold outline"), ("open", "")], |markup| {
        markup.leaf("summary", &[], &tr!(report.messages, "report-outline"));
        branches(markup, report, graph, &roots);
    });
}

fn branches(markup: &mut Markup, report: &Report<'_>, graph: &AuthorityGraph, units: &[&NodeId]) {
    markup.element("ul", &[], |markup| {
        for id in units {
            let Some(node) = graph.node(id) else { continue };
            markup.element("li", &[], |markup| {
                let name = node.name();
                match report.targets.of(id) {
                    Some(target) => {
                        let target = format!("#{target}");
                        markup.leaf("a", &[("href", &target), ("lang", "ja")], name);
                    }
                    None => markup.leaf("span", &[("lang", "ja")], name),
                }
                if let Some(head) = graph.head_of(id).and_then(|head| head.as_post()) {
                    markup.text(" ");
                    markup.leaf("span", &[("class", "head"), ("lang", "ja")], &head.title);
                }
                let duties = graph.members(id, Label::Duty).len();
                if duties > 0 {
                    markup.text(" ");
                    let count = tr!(report.messages, "report-duty-count", count = duties);
                    markup.leaf("span", &[("class", "count")], &count);
                }
                markup.text(" ");
                let clause = &node.provenance.first().clause;
                let citation = graph.node(clause).map_or("", |clause| clause.name());
                clause_link(markup, report, clause, citation);
                let below: Vec<&NodeId> = graph.members(id, Label::Unit).into_iter().map(|unit| &unit.id).collect();
                if !below.is_empty() {
                    branches(markup, report, graph, &below);
                }
            });
        }
    });
}

/// What several units own, what duties give way to each other, and what is left empty.
pub(super) fn overlaps(markup: &mut Markup, report: &Report<'_>) {
    let (messages, answer) = (report.messages, report.contents.overlaps);
    let groups = [
        (
            tr!(messages, "overlaps-title", count = answer.overlaps.len()),
            answer.overlaps.iter().map(|one| (&one.duties, &one.matters)).collect::<Vec<_>>(),
        ),
        (
            tr!(messages, "overlaps-mutual", count = answer.mutual_exclusions.len()),
            answer.mutual_exclusions.iter().map(|one| (&one.duties, &one.matters)).collect(),
        ),
    ];
    for (title, all) in groups {
        markup.element("details", &[("class", "fold")], |markup| {
            markup.leaf("summary", &[], &title);
            markup.element("ul", &[("class", "plain")], |markup| {
                for (duties, matters) in all {
                    markup.element("li", &[], |markup| {
                        names(markup, report, matters);
                        markup.text(": ");
                        names(markup, report, duties);
                    });
                }
            });
        });
    }
}

/// Names, each a link to the row about it.
fn names(markup: &mut Markup, report: &Report<'_>, ids: &[NodeId]) {
    for (place, id) in ids.iter().enumerate() {
        if place > 0 {
            markup.text(&tr!(report.messages, "list-separator"));
        }
        let name = report.graph().qualified_name(id);
        match report.targets.of(id) {
            Some(target) => markup.leaf("a", &[("href", &format!("#{target}")), ("lang", "ja")], &name),
            None => markup.leaf("span", &[("lang", "ja")], &name),
        }
    }
}

/// The sentences that were not understood, each a link to its place in the text.
pub(super) fn coverage(markup: &mut Markup, report: &Report<'_>) {
    let (messages, answer) = (report.messages, report.contents.coverage);
    if answer.not_understood.is_empty() {
        markup.leaf("p", &[], &tr!(messages, "coverage-all-understood"));
        return;
    }
    markup.leaf("p", &[], &tr!(messages, "coverage-not-understood", count = answer.not_understood.len()));
    markup.element("ul", &[("class", "plain")], |markup| {
        for sentence in &answer.not_understood {
            markup.element("li", &[], |markup| {
                let citation = report.graph().node(&sentence.clause).map_or("", |clause| clause.name());
                let target = format!("#{}", anchors::of_sentence(sentence.number));
                let place = tr!(messages, "page-place", clause = citation, line = sentence.line);
                markup.leaf("a", &[("class", "clause"), ("lang", "ja"), ("href", &target)], &place);
                markup.text(" ");
                markup.leaf("span", &[("lang", "ja")], &joined(&sentence.text));
            });
        }
    });
}

/// How the page came about, what its signs mean, and which keys it knows.
pub(super) fn about(markup: &mut Markup, report: &Report<'_>) {
    let messages = report.messages;
    for text in [
        tr!(messages, "drawn-from-text"),
        tr!(messages, "report-about-clauses"),
        tr!(messages, "report-about-derived"),
        tr!(messages, "report-about-keys"),
    ] {
        markup.leaf("p", &[], &text);
    }
}
