//! 指摘事項: the findings as a sheet, one line for each group, to be worked off; what is accepted on a sheet of its own.

use rust_xlsxwriter::XlsxError;

use super::sheet::{Cell, Column, add_sheet, workbook};
use crate::graph::{AuthorityGraph, Provenance};
use crate::render::finding_groups::by_rule;
use crate::render::json::FindingsAnswer;
use crate::render::messages::{Messages, tr};
use crate::render::text::{Page, severity};

/// The findings of a regulation as the bytes of a workbook.
///
/// # Errors
/// More findings than a sheet has lines.
pub fn findings(answer: &FindingsAnswer, graph: &AuthorityGraph, messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let title = &graph.regulation().title;
    let page = Page::new(graph, messages);
    let mut workbook = workbook(title)?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for rule in by_rule(answer, graph, messages) {
        for group in rule.groups {
            let subjects: Vec<String> = group.subjects.iter().map(|id| page.path(id)).collect();
            rows.push(vec![
                Cell::Number(rows.len() + 1),
                severity(messages, rule.severity).into(),
                rule.title.clone().into(),
                group.message.into(),
                subjects.join("\n").into(),
                group.evidence.as_ref().map_or_else(String::new, |evidence| page.clauses(evidence)).into(),
                group.evidence.as_ref().map_or_else(String::new, words).into(),
                rule.code.into(),
                "".into(),
            ]);
        }
    }
    let column = |title: String, width: f64| Column { title, width };
    let columns = [
        column(tr!(messages, "sheet-number"), 5.0),
        column(tr!(messages, "sheet-severity"), 9.0),
        column(tr!(messages, "sheet-rule"), 22.0),
        column(tr!(messages, "sheet-message"), 48.0),
        column(tr!(messages, "sheet-subjects"), 36.0),
        column(tr!(messages, "sheet-clauses"), 24.0),
        column(tr!(messages, "sheet-words"), 44.0),
        column(tr!(messages, "sheet-code"), 22.0),
        column(tr!(messages, "sheet-answer"), 20.0),
    ];
    add_sheet(&mut workbook, &tr!(messages, "page-findings"), title, &columns, &rows)?;
    let accepted: Vec<Vec<Cell>> = answer
        .accepted
        .iter()
        .map(|one| {
            let (finding, acceptance) = (&one.finding, &one.acceptance);
            let clauses = finding.finding.evidence.as_ref().map_or_else(String::new, |evidence| page.clauses(evidence));
            vec![
                finding.message.clone().into(),
                clauses.into(),
                acceptance.reason.clone().into(),
                acceptance.approver.clone().into(),
                acceptance.expires.clone().into(),
            ]
        })
        .collect();
    if !accepted.is_empty() {
        let columns = [
            column(tr!(messages, "sheet-message"), 56.0),
            column(tr!(messages, "sheet-clauses"), 28.0),
            column(tr!(messages, "sheet-reason"), 40.0),
            column(tr!(messages, "sheet-approver"), 18.0),
            column(tr!(messages, "sheet-expires"), 14.0),
        ];
        add_sheet(&mut workbook, &tr!(messages, "sheet-accepted"), title, &columns, &accepted)?;
    }
    workbook.save_to_buffer()
}

/// The words of all clauses, each once, a line each.
fn words(evidence: &Provenance) -> String {
    let mut words: Vec<&str> = Vec::new();
    for one in evidence.iter() {
        if !words.contains(&&*one.words) {
            words.push(&one.words);
        }
    }
    words.join("\n")
}
