//! Tables of the report: the same as those of a workbook, with links between the rows and to the clauses.

use std::collections::HashMap;

use crate::graph::NodeId;
use crate::render::messages::tr;
use crate::render::tables::{AnswerTable, Cell, Column, TableKind};

use super::markup::Markup;
use super::report::Report;

/// Up to how many rows a table is shown unfolded.
const ROWS_SHOWN: usize = 40;

/// The rows that a name leads to.
pub(super) struct Targets {
    of_nodes: HashMap<NodeId, String>,
}

impl Targets {
    pub(super) fn new(tables: &[AnswerTable]) -> Self {
        let mut of_nodes = HashMap::new();
        for table in tables {
            // The column in which a table names what its rows are about.
            let subject = match table.kind {
                TableKind::Units | TableKind::Posts => 1,
                TableKind::Duties => 2,
                _ => continue,
            };
            for (number, row) in table.rows.iter().enumerate() {
                if let Some(Cell::Node { id, .. }) = row.get(subject) {
                    of_nodes.insert(id.clone(), row_id(table.kind, number));
                }
            }
        }
        Self { of_nodes }
    }

    /// The row that is about a node.
    pub(super) fn of(&self, node: &NodeId) -> Option<&str> {
        self.of_nodes.get(node).map(String::as_str)
    }
}

/// The name of a row.
pub(super) fn row_id(kind: TableKind, number: usize) -> String {
    format!("{}-{}", kind.name(), number + 1)
}

/// A whole table, folded if it is long.
pub(super) fn whole(markup: &mut Markup, report: &Report<'_>, kind: TableKind) {
    let table = report.table(kind);
    let title = format!("{} ({})", table.title, table.rows.len());
    if table.rows.is_empty() {
        markup.leaf("p", &[("class", "none")], &tr!(report.messages, "report-none", title = table.title.as_str()));
        return;
    }
    let all: Vec<usize> = (0..table.rows.len()).collect();
    let mut attributes = vec![("class", "fold")];
    attributes.extend((table.rows.len() <= ROWS_SHOWN).then_some(("open", "")));
    markup.element("details", &attributes, |markup| {
        markup.leaf("summary", &[], &title);
        rows(markup, report, table, &all, &table.title);
    });
}

/// Commands, folded by the unit of the subordinate.
pub(super) fn commands_by_unit(markup: &mut Markup, report: &Report<'_>) {
    by_column(markup, report, TableKind::Command, 1);
}

/// A table in parts, one for each run of equal names in a column.
pub(super) fn by_column(markup: &mut Markup, report: &Report<'_>, kind: TableKind, column: usize) {
    let table = report.table(kind);
    if table.rows.is_empty() {
        markup.leaf("p", &[("class", "none")], &tr!(report.messages, "report-none", title = table.title.as_str()));
        return;
    }
    let mut parts: Vec<(String, Vec<usize>)> = Vec::new();
    for (number, row) in table.rows.iter().enumerate() {
        let name = row.get(column).map_or_else(String::new, Cell::text);
        match parts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => rows.push(number),
            None => parts.push((name, vec![number])),
        }
    }
    for (name, part) in parts {
        markup.element("details", &[("class", "fold")], |markup| {
            markup.element("summary", &[], |markup| {
                markup.leaf("span", &[("lang", "ja")], &name);
                markup.text(&format!(" ({})", part.len()));
            });
            rows(markup, report, table, &part, &format!("{} {name}", table.title));
        });
    }
}

/// Rows of a table, in a frame that scrolls sideways where the page is narrow. The text stands beside them and is not quoted.
fn rows(markup: &mut Markup, report: &Report<'_>, table: &AnswerTable, shown: &[usize], name: &str) {
    let frame = [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", name)];
    markup.element("div", &frame, |markup| {
        markup.element("table", &[("class", table.kind.name())], |markup| {
            markup.element("thead", &[], |markup| {
                markup.element("tr", &[], |markup| {
                    for column in table.columns.iter().filter(|column| !column.quotes) {
                        markup.leaf("th", &[("scope", "col")], &column.title);
                    }
                });
            });
            markup.element("tbody", &[], |markup| {
                for number in shown {
                    let id = row_id(table.kind, *number);
                    markup.element("tr", &[("id", &id)], |markup| {
                        let cells = table.rows[*number].iter().zip(&table.columns);
                        for (cell, column) in cells.filter(|(_, column)| !column.quotes) {
                            self::cell(markup, report, cell, column, &id);
                        }
                    });
                }
            });
        });
    });
}

/// A cell with the title of its column, which stands before it where the page is narrow.
fn cell(markup: &mut Markup, report: &Report<'_>, cell: &Cell, column: &Column, row: &str) {
    let class = match cell {
        Cell::Number(_) => "number",
        Cell::Flag(_) => "flagged",
        Cell::Clauses(..) => "clauses",
        Cell::Text(text) if text.is_empty() => "empty",
        _ => "words",
    };
    markup.element("td", &[("class", class), ("data-label", &column.title)], |markup| match cell {
        Cell::Clauses(clauses, separator) => {
            for (place, (clause, citation)) in clauses.iter().enumerate() {
                if place > 0 {
                    markup.text(separator);
                }
                clause_link(markup, report, clause, citation);
            }
        }
        Cell::Node { id, text } => match report.targets.of(id) {
            Some(target) if target == row => markup.leaf("strong", &[("lang", "ja")], text),
            Some(target) => {
                let target = format!("#{target}");
                markup.leaf("a", &[("href", &target), ("lang", "ja")], text);
            }
            None => markup.leaf("span", &[("lang", "ja")], text),
        },
        Cell::Flag(text) => markup.leaf("span", &[("class", "flag")], text),
        other => markup.text(&other.text()),
    });
}

/// A link to a clause; plain text where the page does not show it.
pub(super) fn clause_link(markup: &mut Markup, report: &Report<'_>, clause: &NodeId, citation: &str) {
    match report.anchors.of(clause) {
        Some(anchor) => {
            let target = format!("#{anchor}");
            markup.leaf("a", &[("class", "clause"), ("lang", "ja"), ("href", &target)], citation);
        }
        None => markup.leaf("span", &[("class", "clause"), ("lang", "ja")], citation),
    }
}
