//! The duties of the report: which exclusion leaves what to whom, at a glance, and all duties unit by unit.

use std::collections::BTreeMap;

use crate::analysis::{LedgerEntry, LedgerState};
use crate::graph::{ExclusionForm, Label, NodeId};
use crate::render::messages::tr;
use crate::render::tables::TableKind;

use super::coverage_article::joined;
use super::markup::Markup;
use super::report::Report;
use super::report_tables::by_column;

/// Most units beside each other in the matrix: a page holds no more.
const MOST_UNITS: usize = 28;

/// All duties, folded by unit.
pub(super) fn by_unit(markup: &mut Markup, report: &Report<'_>) {
    markup.leaf("h3", &[], &tr!(report.messages, "report-by-unit"));
    by_column(markup, report, TableKind::Duties, 1);
}

/// The duties that leave something to another unit, and these units.
pub(super) fn matrix(markup: &mut Markup, report: &Report<'_>) {
    let (graph, messages) = (report.graph(), report.messages);
    let entries = report.contents.answers.ledger.entries.iter();
    let entries: Vec<&LedgerEntry> = entries.filter(|entry| entry.form == ExclusionForm::Exclusion).collect();
    if entries.is_empty() {
        return;
    }
    let title = tr!(messages, "report-matrix");
    markup.leaf("h3", &[], &title);
    let owner = |duty: &NodeId| graph.parent_unit(duty).cloned();
    let takes_part =
        |unit: &NodeId| entries.iter().any(|entry| entry.unit == *unit || owner(&entry.duty).as_ref() == Some(unit));
    let units: Vec<&NodeId> =
        graph.nodes_with(Label::Unit).map(|node| &node.id).filter(|unit| takes_part(unit)).collect();
    if units.len() > MOST_UNITS {
        markup.leaf("p", &[], &tr!(messages, "report-matrix-too-wide", count = units.len()));
        return;
    }
    markup.leaf("p", &[("class", "key")], &tr!(messages, "report-matrix-key"));
    let mut duties: BTreeMap<usize, Vec<&LedgerEntry>> = BTreeMap::new();
    for entry in &entries {
        let place = graph.node_index(&entry.duty).map_or(0, |index| index.index());
        duties.entry(place).or_default().push(entry);
    }
    let frame = [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", title.as_str())];
    markup.element("div", &frame, |markup| {
        markup.element("table", &[("class", "matrix")], |markup| {
            markup.element("thead", &[], |markup| {
                markup.element("tr", &[], |markup| {
                    markup.leaf("th", &[("scope", "col")], &tr!(messages, "column-duty"));
                    for unit in &units {
                        markup.element("th", &[("scope", "col"), ("class", "unit"), ("lang", "ja")], |markup| {
                            markup.leaf("span", &[], &graph.qualified_name(unit));
                        });
                    }
                });
            });
            markup.element("tbody", &[], |markup| {
                for of_duty in duties.values() {
                    row(markup, report, of_duty, &units, owner(&of_duty[0].duty).as_ref());
                }
            });
        });
    });
}

/// A duty of the matrix: who leaves it, who has it.
fn row(markup: &mut Markup, report: &Report<'_>, entries: &[&LedgerEntry], units: &[&NodeId], owner: Option<&NodeId>) {
    let (graph, messages) = (report.graph(), report.messages);
    let duty = &entries[0].duty;
    markup.element("tr", &[], |markup| {
        markup.element("th", &[("scope", "row"), ("lang", "ja")], |markup| {
            let target = report.targets.of(duty).map(|target| format!("#{target}"));
            let text = joined(graph.node(duty).map_or("", |node| node.name()));
            let text = format!("{} {}", graph.qualified_name(duty), crate::render::measure::cut(&text, 26.0));
            match target {
                Some(target) => markup.leaf("a", &[("href", &target)], &text),
                None => markup.text(&text),
            }
        });
        for unit in units {
            let entry = entries.iter().find(|entry| entry.unit == **unit);
            let (class, text) = match entry.map(|entry| entry.state) {
                _ if owner == Some(*unit) => ("leaves", tr!(messages, "matrix-leaves")),
                None => ("", String::new()),
                Some(LedgerState::Received) => ("receives", tr!(messages, "matrix-receives")),
                Some(LedgerState::Partly) => ("partly", tr!(messages, "matrix-partly")),
                Some(LedgerState::Nowhere) => ("nowhere", tr!(messages, "matrix-nowhere")),
                Some(LedgerState::NoMatter) => ("unsaid", tr!(messages, "matrix-unsaid")),
            };
            if class.is_empty() {
                markup.leaf("td", &[], "");
            } else {
                markup.leaf("td", &[("class", class)], &text);
            }
        }
    });
}
