//! Tables: results of queries, the query library, data sets.

use std::path::Path;

use comfy_table::{Cell, ContentArrangement, Table as Grid, presets};
use serde_json::Value;

use crate::graph::RegulationInfo;
use crate::render::json::{DataSetsAnswer, QueriesAnswer};
use crate::render::messages::{Language, Messages, tr};
use crate::store::Table;
use crate::store::queries::Bilingual;

use super::wrap::{LINE_WIDTH, hang, width};

/// An empty grid with ASCII borders: the width of box-drawing characters differs between terminals.
pub(super) fn grid(header: &[String]) -> Grid {
    let mut grid = Grid::new();
    grid.load_style(presets::ASCII_FULL_CONDENSED);
    grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(LINE_WIDTH as u16);
    grid.set_header(header.iter().map(Cell::new));
    grid
}

/// The result of a query: a table if its columns fit beside each other, else one block for each row.
pub fn table(table: &Table, messages: &Messages) -> String {
    let count = tr!(messages, "table-count", count = table.rows.len());
    if table.rows.is_empty() {
        return format!("{count}\n");
    }
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).flat_map(|cell| cell.lines()).map(width);
        cells.chain([width(&table.columns[column])]).max().unwrap_or(0)
    };
    let needed: usize = (0..table.columns.len()).map(|column| widest(column) + 3).sum::<usize>() + 1;
    let body = if needed <= LINE_WIDTH { as_grid(&table.columns, &rows) } else { as_blocks(&table.columns, &rows) };
    format!("{body}{count}\n")
}

/// Rows beside each other.
fn as_grid(columns: &[String], rows: &[Vec<String>]) -> String {
    let mut grid = grid(columns);
    for row in rows {
        grid.add_row(row.iter().map(Cell::new));
    }
    format!("{}\n", grid.trim_fmt())
}

/// Rows below each other, one line for each value; empty values are left out.
fn as_blocks(columns: &[String], rows: &[Vec<String>]) -> String {
    let label_width = columns.iter().map(|column| width(column)).max().unwrap_or(0) + 2;
    let mut text = String::new();
    for row in rows {
        for (column, value) in columns.iter().zip(row).filter(|(_, value)| !value.is_empty()) {
            text.push_str(&hang(&super::wrap::pad(column, label_width), value, LINE_WIDTH));
        }
        text.push('\n');
    }
    text
}

/// A value as text: lists with commas, nothing for null.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// The queries of the library with their parameters.
pub fn queries(answer: &QueriesAnswer, messages: &Messages) -> String {
    let mut text = format!("{}\n", tr!(messages, "queries-title"));
    for query in &answer.queries {
        text.push_str(&format!("\n{}\n", query.name()));
        text.push_str(&hang("  ", spoken(query.title(), messages), LINE_WIDTH));
        for parameter in query.parameters() {
            let lead = format!("    {}=  ", parameter.name);
            text.push_str(&hang(&lead, spoken(&parameter.meaning, messages), LINE_WIDTH));
        }
    }
    text.push_str(&format!("\n{}", hang("", &tr!(messages, "queries-usage"), LINE_WIDTH)));
    text
}

/// The text in the chosen language.
fn spoken<'t>(text: &'t Bilingual, messages: &Messages) -> &'t str {
    match messages.language() {
        Language::Ja => &text.ja,
        Language::En => &text.en,
    }
}

/// The data sets of a database.
pub fn data_sets(answer: &DataSetsAnswer, messages: &Messages) -> String {
    if answer.data_sets.is_empty() {
        return format!("{}\n", tr!(messages, "data-sets-none"));
    }
    let header = [
        tr!(messages, "column-data-set"),
        tr!(messages, "column-regulation"),
        tr!(messages, "column-last-amendment"),
        tr!(messages, "column-nodes"),
        tr!(messages, "column-edges"),
    ];
    let mut grid = grid(&header);
    for one in &answer.data_sets {
        let (nodes, edges) = (one.nodes.to_string(), one.edges.to_string());
        let titles = titles(&one.regulation, messages);
        grid.add_row([&one.name, &titles, &one.regulation.last_amendment, &nodes, &edges]);
    }
    format!("{}\n", grid.trim_fmt())
}

/// The titles of all instruments that were compiled together.
fn titles(regulation: &RegulationInfo, messages: &Messages) -> String {
    let further = regulation.further.iter().map(|instrument| instrument.title.as_str());
    let all: Vec<&str> = std::iter::once(regulation.title.as_str()).chain(further).collect();
    all.join(&tr!(messages, "list-separator"))
}

/// What was loaded into a database.
pub fn loaded(answer: &DataSetsAnswer, path: &Path, messages: &Messages) -> String {
    let line = |one: &crate::store::DataSet| {
        let line = tr!(
            messages,
            "loaded",
            name = one.name.as_str(),
            title = titles(&one.regulation, messages),
            nodes = one.nodes,
            edges = one.edges,
            path = path.display().to_string()
        );
        hang("", &line, LINE_WIDTH)
    };
    answer.data_sets.iter().map(line).collect()
}
