//! Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which editors and review tools read: one run,
//! the rules with their documentation, one result for each finding, and a suppression for each finding that is accepted.

use serde_json::{Value, json};

use crate::findings::{Finding, RULES, Severity};
use crate::graph::{AuthorityGraph, Evidence};
use crate::render::finding_groups::{documentation, title};
use crate::render::json::{AcceptedAnswer, FindingAnswer, FindingsAnswer};
use crate::render::messages::Messages;

/// The version of SARIF that is written.
const VERSION: &str = "2.1.0";
/// Its published schema.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings as a SARIF log. `files` are the paths of the instruments, the main one first; places are given only for an
/// instrument whose file is known.
pub fn findings(answer: &FindingsAnswer, graph: &AuthorityGraph, files: &[String], messages: &Messages) -> String {
    let places = Places { graph, files };
    let open = answer.findings.iter().map(|finding| result(finding, &places));
    let accepted = answer.accepted.iter().map(|accepted| suppressed(accepted, &places));
    let results: Vec<Value> = open.chain(accepted).collect();
    let rules: Vec<Value> = RULES.iter().map(|rule| described(rule.code, rule.severity, messages)).collect();
    let artifacts: Vec<Value> = files.iter().map(|file| json!({ "location": { "uri": uri(file) } })).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [{
            "tool": { "driver": { "name": "kengen", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "language": messages.language().tag(),
            "columnKind": "unicodeCodePoints",
            "artifacts": artifacts,
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

/// A rule with its documentation: the title, the first sentence of what it finds, and the whole page.
fn described(code: &str, severity: Severity, messages: &Messages) -> Value {
    let page = documentation(code, messages);
    json!({
        "id": code,
        "shortDescription": { "text": title(&page) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(answer: &FindingAnswer, places: &Places<'_>) -> Value {
    let finding = &answer.finding;
    let mut locations = finding.evidence.iter().flat_map(|evidence| evidence.iter()).map(|one| places.location(one));
    let first: Vec<Value> = locations.next().into_iter().collect();
    json!({
        "ruleId": finding.code,
        "ruleIndex": RULES.iter().position(|rule| rule.code == finding.code),
        "level": level(finding.severity),
        "message": { "text": answer.message },
        "locations": first,
        "relatedLocations": locations.collect::<Vec<_>>(),
        "partialFingerprints": { "subjects/v1": fingerprint(finding) },
    })
}

/// What stays the same when lines move: the rule and what the finding is about.
fn fingerprint(finding: &Finding) -> String {
    let subjects: Vec<&str> = finding.subjects.iter().map(|id| id.as_str()).collect();
    format!("{}:{}", finding.code, subjects.join(","))
}

fn suppressed(accepted: &AcceptedAnswer, places: &Places<'_>) -> Value {
    let acceptance = &accepted.acceptance;
    let mut result = result(&accepted.finding, places);
    let justification = format!("{} ({}, {})", acceptance.reason, acceptance.approver, acceptance.expires);
    result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": justification }]);
    result
}

/// Where clauses stand.
struct Places<'a> {
    graph: &'a AuthorityGraph,
    files: &'a [String],
}

impl Places<'_> {
    fn location(&self, evidence: &Evidence) -> Value {
        let Some(clause) = self.graph.node(&evidence.clause).and_then(|node| node.as_clause()) else {
            return json!({});
        };
        let mut location = json!({ "logicalLocations": [{ "fullyQualifiedName": clause.citation, "kind": "clause" }] });
        let instrument = self.instrument(&clause.citation);
        if let Some(file) = self.files.get(instrument) {
            let lines_before =
                clause.text.find(&*evidence.words).map_or(0, |at| clause.text[..at].matches('\n').count());
            location["physicalLocation"] = json!({
                "artifactLocation": { "uri": uri(file), "index": instrument },
                "region": { "startLine": clause.line as usize + lines_before, "snippet": { "text": &*evidence.words } },
            });
        }
        location
    }

    /// The instrument of a clause: those behind the first are cited with their title.
    fn instrument(&self, citation: &str) -> usize {
        let further = &self.graph.regulation().further;
        let cited = further.iter().position(|one| !one.title.is_empty() && citation.starts_with(&one.title));
        cited.map_or(0, |index| index + 1)
    }
}

/// A path as a relative or absolute reference of a URI (RFC 3986): everything but unreserved characters and `/` is encoded.
fn uri(path: &str) -> String {
    let mut text = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => text.push(char::from(byte)),
            other => text.push_str(&format!("%{other:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_encoded() {
        assert_eq!(uri("a b/規.md"), "a%20b/%E8%A6%8F.md");
    }
}
