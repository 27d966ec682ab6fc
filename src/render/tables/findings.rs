//! What is odd about the regulation.

use super::{Cell, Contents, Writer};
use crate::findings::Severity;
use crate::render::json::FindingAnswer;
use crate::render::messages::tr;
use crate::render::text::{finding_severity, finding_title};

/// 指摘事項: the findings, then those that the body has accepted.
pub(super) fn findings(writer: &Writer<'_>) -> Contents {
    let messages = writer.messages();
    let columns = vec![
        (tr!(messages, "column-number"), 6),
        (tr!(messages, "column-severity"), 12),
        (tr!(messages, "column-rule"), 28),
        (tr!(messages, "column-finding"), 60),
        (tr!(messages, "column-words"), 60),
        (tr!(messages, "column-accepted"), 30),
        (tr!(messages, "column-clause"), 28),
    ];
    let answer = writer.answers.findings;
    let open = answer.findings.iter().map(|finding| (finding, String::new()));
    let accepted = answer.accepted.iter().map(|one| {
        let (acceptance, messages) = (&one.acceptance, writer.messages());
        let (reason, approver) = (acceptance.reason.as_str(), acceptance.approver.as_str());
        let expires = acceptance.expires.as_str();
        (&one.finding, tr!(messages, "table-accepted", reason = reason, approver = approver, expires = expires))
    });
    let all = open.chain(accepted).enumerate();
    (columns, all.map(|(number, (finding, accepted))| row(number, finding, accepted, writer)).collect())
}

fn row(number: usize, answer: &FindingAnswer, accepted: String, writer: &Writer<'_>) -> Vec<Cell> {
    let (finding, messages) = (&answer.finding, writer.messages());
    let severity = finding_severity(messages, finding.severity);
    let urgent = finding.severity == Severity::Error && accepted.is_empty();
    let nothing = || Cell::Text(String::new());
    vec![
        Cell::Number(number as u64 + 1),
        if urgent { Cell::Flag(severity) } else { Cell::Text(severity) },
        Cell::Text(finding_title(finding.code, messages)),
        Cell::Text(answer.message.clone()),
        finding.evidence.as_ref().map_or_else(nothing, |evidence| writer.words(evidence)),
        Cell::Text(accepted),
        finding.evidence.as_ref().map_or_else(nothing, |evidence| writer.clauses(evidence)),
    ]
}
