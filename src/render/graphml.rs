//! The whole graph as GraphML, for yEd and Gephi: every property of every node and edge, and for yEd what stands in the boxes.

use std::collections::{BTreeMap, HashMap};
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde_json::{Map, Value};

use super::measure;
use super::properties;
use super::style::{COMMAND_GROUND, HAIR, LEVEL_1, PAPER, WARN_GROUND};
use crate::graph::{AuthorityGraph, Label, Node, NodeId};

/// Font size of yEd's labels.
const LABEL_SIZE: f64 = 12.0;
/// Em of a label after which it is cut; the whole text stands in the data.
const LABEL_EM: f64 = 24.0;

/// What is written into.
type Xml = Writer<Vec<u8>>;

/// The graph as GraphML.
pub fn graphml(graph: &AuthorityGraph) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Into memory: nothing can fail.
    let _ = document(&mut writer, graph);
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    String::from_utf8_lossy(&bytes).into_owned()
}

fn document(writer: &mut Xml, graph: &AuthorityGraph) -> io::Result<()> {
    let nodes: Vec<Map<String, Value>> = graph.nodes().map(properties::of_node).collect();
    let edges: Vec<Map<String, Value>> = graph.edges().map(properties::of_edge).collect();
    let node_keys = keys('n', &nodes);
    let edge_keys = keys('e', &edges);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer
        .create_element("graphml")
        .with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"))
        .with_attribute(("xmlns:y", "http://www.yworks.com/xml/graphml"));
    root.write_inner_content(|writer| {
        for (domain, keys) in [("node", &node_keys), ("edge", &edge_keys)] {
            for (name, (id, kind)) in keys {
                writer
                    .create_element("key")
                    .with_attribute(("id", id.as_str()))
                    .with_attribute(("for", domain))
                    .with_attribute(("attr.name", *name))
                    .with_attribute(("attr.type", *kind))
                    .write_empty()?;
            }
        }
        for (id, domain, kind) in [("yn", "node", "nodegraphics"), ("ye", "edge", "edgegraphics")] {
            let key = writer.create_element("key").with_attribute(("id", id)).with_attribute(("for", domain));
            key.with_attribute(("yfiles.type", kind)).write_empty()?;
        }
        let whole = writer.create_element("graph").with_attribute(("id", "authority"));
        whole.with_attribute(("edgedefault", "directed")).write_inner_content(|writer| {
            let mut names: HashMap<&NodeId, String> = HashMap::new();
            for (number, (node, properties)) in graph.nodes().zip(&nodes).enumerate() {
                let name = format!("n{number}");
                let element = writer.create_element("node").with_attribute(("id", name.as_str()));
                element.write_inner_content(|writer| {
                    data(writer, properties, &node_keys)?;
                    box_of(writer, node)
                })?;
                names.insert(&node.id, name);
            }
            for (number, (edge, properties)) in graph.edges().zip(&edges).enumerate() {
                let element = writer
                    .create_element("edge")
                    .with_attribute(("id", format!("e{number}").as_str()))
                    .with_attribute(("source", names[&edge.from].as_str()))
                    .with_attribute(("target", names[&edge.to].as_str()));
                element.write_inner_content(|writer| {
                    data(writer, properties, &edge_keys)?;
                    line_of(writer, edge.data.basis.rule().is_some())
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

/// The properties that occur, each with the id of its key and its GraphML type: that of its values if all have the same.
fn keys(letter: char, all: &[Map<String, Value>]) -> BTreeMap<&str, (String, &'static str)> {
    let mut kinds: BTreeMap<&str, &'static str> = BTreeMap::new();
    for (name, value) in all.iter().flatten() {
        let kind = match value {
            Value::Bool(_) => "boolean",
            Value::Number(_) => "long",
            _ => "string",
        };
        let known = kinds.entry(name).or_insert(kind);
        if *known != kind {
            *known = "string";
        }
    }
    kinds.into_iter().enumerate().map(|(number, (name, kind))| (name, (format!("{letter}d{number}"), kind))).collect()
}

fn data(
    writer: &mut Xml,
    properties: &Map<String, Value>,
    keys: &BTreeMap<&str, (String, &'static str)>,
) -> io::Result<()> {
    for (name, value) in properties {
        let text = properties::without_controls(&properties::text(value));
        let element = writer.create_element("data").with_attribute(("key", keys[name.as_str()].0.as_str()));
        element.write_text_content(BytesText::new(&text))?;
    }
    Ok(())
}

/// How yEd draws a node.
fn box_of(writer: &mut Xml, node: &Node) -> io::Result<()> {
    let (shape, fill) = match node.label() {
        Label::Unit => ("rectangle", LEVEL_1),
        Label::Post => ("roundrectangle", PAPER),
        Label::Duty => ("rectangle", COMMAND_GROUND),
        Label::Matter => ("parallelogram", WARN_GROUND),
        Label::Clause => ("rectangle", HAIR),
        Label::Person => ("ellipse", PAPER),
    };
    let label = measure::cut(&properties::without_controls(&node.name().replace('\n', " ")), LABEL_EM);
    let width = measure::box_width(measure::em_width(&label), LABEL_SIZE).ceil().to_string();
    writer.create_element("data").with_attribute(("key", "yn")).write_inner_content(|writer| {
        writer.create_element("y:ShapeNode").write_inner_content(|writer| {
            let geometry = writer.create_element("y:Geometry").with_attribute(("width", width.as_str()));
            geometry.with_attribute(("height", "26")).write_empty()?;
            let colour = writer.create_element("y:Fill").with_attribute(("color", fill));
            colour.with_attribute(("transparent", "false")).write_empty()?;
            writer.create_element("y:NodeLabel").write_text_content(BytesText::new(&label))?;
            writer.create_element("y:Shape").with_attribute(("type", shape)).write_empty()?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

/// How yEd draws an edge: dashed where a rule concluded it.
fn line_of(writer: &mut Xml, derived: bool) -> io::Result<()> {
    let style = if derived { "dashed" } else { "line" };
    writer.create_element("data").with_attribute(("key", "ye")).write_inner_content(|writer| {
        writer.create_element("y:PolyLineEdge").write_inner_content(|writer| {
            let line = writer.create_element("y:LineStyle").with_attribute(("type", style));
            line.with_attribute(("width", "1.0")).write_empty()?;
            let arrows = writer.create_element("y:Arrows").with_attribute(("source", "none"));
            arrows.with_attribute(("target", "standard")).write_empty()?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}
