//! Tables, and the graph itself, as comma-separated values (RFC 4180) in UTF-8.
//!
//! Each file opens with a byte order mark: without it a spreadsheet program in Japan reads the text as Shift_JIS.

use serde_json::{Map, Value};

use super::properties;
use super::tables::AnswerTable;
use crate::graph::AuthorityGraph;

/// The mark by which spreadsheet programs know UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// A table, its first line the titles of the columns.
pub fn table(table: &AnswerTable) -> String {
    let titles = table.columns.iter().map(|column| column.title.clone()).collect();
    written(std::iter::once(titles).chain(table.rows.iter().map(|row| row.iter().map(|cell| cell.text()).collect())))
}

/// All nodes with their properties, for import elsewhere.
pub fn nodes(graph: &AuthorityGraph) -> String {
    things(&graph.nodes().map(properties::of_node).collect::<Vec<_>>(), &["id", "label"])
}

/// All edges with their properties, for import elsewhere.
pub fn edges(graph: &AuthorityGraph) -> String {
    things(&graph.edges().map(properties::of_edge).collect::<Vec<_>>(), &["from", "to", "type"])
}

/// A line for each thing, a column for each property; `first` are the columns that stand first.
fn things(all: &[Map<String, Value>], first: &[&str]) -> String {
    let names = properties::names(all.iter());
    let columns: Vec<&str> =
        first.iter().copied().chain(names.into_iter().filter(|name| !first.contains(name))).collect();
    let titles = columns.iter().map(|name| (*name).to_owned()).collect();
    let line = |thing: &Map<String, Value>| {
        columns.iter().map(|name| thing.get(*name).map_or_else(String::new, properties::text)).collect()
    };
    written(std::iter::once(titles).chain(all.iter().map(line)))
}

fn written(lines: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for line in lines {
        // Into memory, and every line has a cell for each column: nothing can fail.
        let _ = writer.write_record(&line);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&bytes))
}
