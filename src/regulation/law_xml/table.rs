//! Tables of law XML: rows on lines of their own, cells in their columns.

use super::super::document::StructureKind;
use super::super::layout::{Cell, Role, in_columns};
use super::super::markup::{Element, Node};
use super::{Writer, is_inline};

impl Writer {
    pub(super) fn table(&mut self, element: &Element) {
        let is_row = |row: &&Element| matches!(row.name.as_str(), "tablerow" | "tableheaderrow");
        let cell = |column: &Element| Cell {
            words: cell_words(column),
            rows: column.number("rowspan").unwrap_or(1),
            columns: column.number("colspan").unwrap_or(1),
        };
        let rows = element.elements().filter(is_row).map(|row| row.elements().map(cell).collect()).collect();
        for row in in_columns(rows) {
            self.layout.row(&row, false);
        }
        if self.quoting {
            for hint in self.layout.hints.iter_mut().rev().take_while(|hint| matches!(hint.role, Role::Row(_))) {
                hint.role = Role::Structure(StructureKind::Quotation);
            }
        }
        for other in element.elements().filter(|child| !is_row(child)) {
            self.block(other, None);
        }
    }
}

/// The words of a cell, its sentences apart: each stands on a line of its own in print.
fn cell_words(column: &Element) -> String {
    let mut writer = Writer::default();
    for child in &column.children {
        match child {
            Node::Text(text) => writer.layout.text(text),
            Node::Element(child) => {
                writer.end(Role::Unknown);
                if is_inline(&child.name) { writer.inline_element(child) } else { writer.block(child, None) }
            }
        }
    }
    writer.layout.into_cell().0
}
