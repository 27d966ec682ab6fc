//! The organisation as a Mermaid flowchart, for wikis and pages that draw it: units with their heads, and who takes part in
//! councils. Posts beside the heads are left out: Mermaid refuses charts of more than five hundred lines.

use std::fmt::Write as _;

use crate::graph::{AuthorityGraph, Label, Node, NodeId, Relation, Status};

/// The organisation as a Mermaid flowchart.
pub fn mermaid(graph: &AuthorityGraph) -> String {
    let mut text = format!("---\ntitle: {}\n---\nflowchart LR\n", yaml(&graph.regulation().title));
    let number = |id: &NodeId| graph.node_index(id).map_or(0, |index| index.index());
    for node in graph.nodes_with(Label::Unit) {
        let mut label = escaped(node.name());
        if let Some(head) = graph.head_of(&node.id).and_then(Node::as_post) {
            label.push_str(&format!("<br/>{}", escaped(&head.title)));
        }
        let (open, close) = if node.as_unit().is_some_and(|unit| unit.council) { ("[[", "]]") } else { ("[", "]") };
        // A failed write into a String does not occur.
        let _ = writeln!(text, "  n{}{open}\"{label}\"{close}{}", number(&node.id), class(node));
    }
    let is_unit = |id: &NodeId| graph.node(id).is_some_and(|node| node.label() == Label::Unit);
    for edge in graph.edges() {
        // A member is the unit that the post heads, or else the one that it is in.
        let unit_of = |post: &NodeId| graph.parent_unit(post).cloned();
        let (from, line, to) = match &edge.data.relation {
            // From above to below, so that the tree grows in reading direction.
            Relation::BelongsTo if is_unit(&edge.from) => (edge.to.clone(), "---", edge.from.clone()),
            Relation::MemberOf | Relation::Attends | Relation::Chairs => match unit_of(&edge.from) {
                Some(unit) => (unit, "-.-", edge.to.clone()),
                None => continue,
            },
            _ => continue,
        };
        let line = format!("  n{} {line} n{}\n", number(&from), number(&to));
        if !text.contains(&line) {
            text.push_str(&line);
        }
    }
    text.push_str("  classDef optional stroke-dasharray: 4 3\n  classDef elsewhere fill:#E4E6E9\n");
    text.push_str("  classDef unknown fill:#FFF4DF,stroke:#8A5300,stroke-dasharray: 2 2\n");
    text
}

/// What the look says of a node beside its name.
fn class(node: &Node) -> &'static str {
    match node.as_unit().map(|unit| (unit.status, unit.optional)) {
        Some((Status::Unknown, _)) => ":::unknown",
        Some((Status::Elsewhere, _)) => ":::elsewhere",
        Some((Status::Established, true)) => ":::optional",
        _ => "",
    }
}

/// Text between quotation marks: Mermaid knows no other escape than character codes.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '"' | '#' | '<' | '>' | '&' | '`' | '\\' | ';' => {
                let _ = write!(out, "#{};", c as u32);
            }
            '\n' => out.push_str("<br/>"),
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// A title in the front matter: JSON is YAML.
fn yaml(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
