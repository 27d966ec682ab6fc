//! The matrix of objects and phases as text.

use crate::analysis::Phase;
use crate::analysis::{MatrixOwner, MatrixReport, MatrixRow, Ownership};
use crate::graph::{AuthorityGraph, NodeId};
use crate::render::messages::{Messages, tr};

use super::page::Page;
use super::words;
use super::wrap::{pad, width};

/// An overview with a mark for each cell, then every object with its owners and their clauses.
pub fn matrix(report: &MatrixReport, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    page.strong(0, &graph.regulation().title);
    if report.rows.is_empty() {
        page.line(0, &tr!(messages, "matrix-none"));
        return page.finish();
    }
    page.line(0, &tr!(messages, "matrix-legend"));
    page.blank();
    overview(&mut page, report);
    for row in &report.rows {
        details(&mut page, report, row);
    }
    page.finish()
}

/// One line for each object: the number of owners in each phase, `-` for none.
fn overview(page: &mut Page, report: &MatrixReport) {
    let messages = page.messages;
    let mut heads: Vec<String> = report.phases.iter().map(|phase| name(messages, *phase)).collect();
    heads.push(tr!(messages, "phase-whole"));
    let indent: usize = heads.iter().map(|head| width(head) + 2).sum();
    let line = |cells: Vec<String>| -> String {
        cells.iter().zip(&heads).map(|(cell, head)| format!("{}  ", pad(cell, width(head)))).collect()
    };
    page.line(0, &line(heads.clone()));
    for row in &report.rows {
        let counts = row.cells.iter().chain([&row.whole]).map(|cell| match units(cell).len() {
            0 => "-".to_owned(),
            count => count.to_string(),
        });
        let counts = line(counts.collect());
        debug_assert_eq!(width(&counts), indent);
        page.after(&counts, 0, &row.object);
    }
}

/// An object: its names, then its owners.
fn details(page: &mut Page, report: &MatrixReport, row: &MatrixRow) {
    let messages = page.messages;
    page.heading(&row.object);
    if !row.other_names.is_empty() {
        let names = words::and(messages, &row.other_names);
        page.line(2, &tr!(messages, "matrix-names", names = names));
    }
    if let Some(definition) = row.definitions.first() {
        let cited = page.clauses(definition);
        page.line(2, &tr!(messages, "matrix-defined", cited = cited));
    }
    for (phase, cell) in report.phases.iter().zip(&row.cells) {
        cell_lines(page, &name(messages, *phase), cell, &tr!(messages, "matrix-nobody"));
    }
    if !row.whole.is_empty() {
        cell_lines(page, &tr!(messages, "phase-whole"), &row.whole, "");
    }
    if !row.other.is_empty() {
        cell_lines(page, &tr!(messages, "phase-other"), &row.other, "");
    }
}

fn cell_lines(page: &mut Page, label: &str, cell: &[MatrixOwner], nobody: &str) {
    let messages = page.messages;
    if cell.is_empty() {
        page.field(2, label, nobody);
        return;
    }
    let is_same = |a: &MatrixOwner, b: &MatrixOwner| (&a.duty, a.ownership) == (&b.duty, b.ownership);
    for (at, of_duty) in cell.chunk_by(is_same).enumerate() {
        let owner = &of_duty[0];
        let unit = page.name(owner.unit.as_ref().unwrap_or(&owner.duty));
        let activities: Vec<String> =
            of_duty.iter().filter(|one| !one.activity.is_empty()).map(|one| format!("「{}」", one.activity)).collect();
        let cited = page.clauses(&owner.provenance);
        let said = tr!(messages, "matrix-owner", unit = unit, activity = activities.concat(), cited = cited);
        let said = match owner.ownership {
            Ownership::Undefined => tr!(messages, "matrix-undefined", owner = said),
            _ => said,
        };
        page.field(2, if at == 0 { label } else { " " }, &said);
    }
}

/// The units of a cell, each once.
fn units(cell: &[MatrixOwner]) -> Vec<&NodeId> {
    let mut units: Vec<&NodeId> = cell.iter().map(|owner| owner.unit.as_ref().unwrap_or(&owner.duty)).collect();
    units.sort();
    units.dedup();
    units
}

/// The name of a phase.
fn name(messages: &Messages, phase: Phase) -> String {
    match phase {
        Phase::Planning => tr!(messages, "phase-plan"),
        Phase::Building => tr!(messages, "phase-develop"),
        Phase::Maintaining => tr!(messages, "phase-maintain"),
        Phase::Operating => tr!(messages, "phase-operate"),
    }
}
