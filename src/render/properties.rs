//! Nodes and edges as flat lists of properties, with the names of the published JSON form: what formats for other programs hold.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::graph::{Edge, Node};

/// The properties of a node, its id and label among them.
pub(super) fn of_node(node: &Node) -> Map<String, Value> {
    flat(node)
}

/// The properties of an edge, its ends and type among them.
pub(super) fn of_edge(edge: &Edge) -> Map<String, Value> {
    flat(edge)
}

/// Both are structures, so there is no other form.
fn flat(thing: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(thing) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

/// A value as one text: words as they are, a list as JSON.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The names of all properties, in alphabetical order.
pub(super) fn names<'a>(all: impl Iterator<Item = &'a Map<String, Value>>) -> BTreeSet<&'a str> {
    all.flat_map(|map| map.keys().map(String::as_str)).collect()
}

/// Text as XML can hold it: a control character, which it cannot, becomes a space.
pub(super) fn without_controls(text: &str) -> String {
    let allowed = |c: char| c == '\n' || c == '\t' || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    text.chars().map(|c| if allowed(c) { c } else { ' ' }).collect()
}
