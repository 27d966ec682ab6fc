//! The graph as RDF triples in the Organization Ontology of the W3C (<https://www.w3.org/TR/vocab-org/>): units are
//! `org:OrganizationalUnit`, posts `org:Post`, command is `org:reportsTo`. What the ontology has no word for stands in a
//! vocabulary of our own, with the names of the JSON form. Each edge is also a statement of its own, which carries its
//! properties, the clauses and the words.

use std::collections::{HashMap, HashSet};

use oxrdf::vocab::{rdf, rdfs};
use oxrdf::{BlankNode, Literal, NamedNode, NamedOrBlankNode, Triple};
use serde_json::Value;

use super::properties;
use crate::graph::{AuthorityGraph, Edge, Label, Node, NodeId, RelationType};

/// The prefixes of every serialisation: name and namespace.
pub(super) const PREFIXES: [(&str, &str); 7] = [
    ("rdf", RDF),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("dcterms", DCTERMS),
    ("foaf", FOAF),
    ("org", ORG),
    ("kengen", OURS),
];

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const ORG: &str = "http://www.w3.org/ns/org#";
const OURS: &str = "urn:kengen:vocabulary:";
const NODES: &str = "urn:kengen:node:";
const DCTERMS: &str = "http://purl.org/dc/terms/";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";

/// All triples, each once, those of one subject together, in the order of the graph.
pub(super) fn triples(graph: &AuthorityGraph) -> Vec<Triple> {
    let mut triples = Vec::new();
    for node in graph.nodes() {
        node_triples(graph, node, &mut triples);
    }
    for (number, edge) in graph.edges().enumerate() {
        edge_triples(graph, edge, number, &mut triples);
    }
    let mut places: HashMap<NamedOrBlankNode, usize> = HashMap::new();
    for triple in &triples {
        let next = places.len();
        places.entry(triple.subject.clone()).or_insert(next);
    }
    triples.sort_by_cached_key(|triple| places[&triple.subject]);
    let mut seen: HashSet<Triple> = HashSet::new();
    triples.retain(|triple| seen.insert(triple.clone()));
    triples
}

fn word(namespace: &str, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{namespace}{name}"))
}

/// The IRI of a node: its id, what an IRI may not hold being percent-encoded.
fn iri(id: &NodeId) -> NamedNode {
    let mut iri = NODES.to_owned();
    for c in id.as_str().chars() {
        // Letters and digits of every script of the basic plane are allowed; private and special characters are not.
        let plain = c.is_ascii_alphanumeric() || "-._~/()".contains(c) || ('\u{3041}'..='\u{9FFF}').contains(&c);
        if plain {
            iri.push(c);
        } else {
            let mut buffer = [0; 4];
            c.encode_utf8(&mut buffer).bytes().for_each(|byte| iri.push_str(&format!("%{byte:02X}")));
        }
    }
    NamedNode::new_unchecked(iri)
}

fn node_triples(graph: &AuthorityGraph, node: &Node, triples: &mut Vec<Triple>) {
    let subject = iri(&node.id);
    let class = match node.label() {
        Label::Unit if graph.parent_unit(&node.id).is_none() => word(ORG, "Organization"),
        Label::Unit => word(ORG, "OrganizationalUnit"),
        Label::Post => word(ORG, "Post"),
        Label::Person => word(FOAF, "Person"),
        other => word(OURS, other.name()),
    };
    triples.push(Triple::new(subject.clone(), rdf::TYPE, class));
    let name = Literal::new_language_tagged_literal_unchecked(node.name(), "ja");
    triples.push(Triple::new(subject.clone(), rdfs::LABEL, name));
    for (name, value) in properties::of_node(node) {
        match name.as_str() {
            "id" => {
                let literal = Literal::new_simple_literal(node.id.as_str());
                triples.push(Triple::new(subject.clone(), word(DCTERMS, "identifier"), literal));
            }
            // Said by the class and by the name above.
            "label" | "name" => {}
            _ => property(&subject.clone().into(), &name, &value, triples),
        }
    }
}

fn edge_triples(graph: &AuthorityGraph, edge: &Edge, number: usize, triples: &mut Vec<Triple>) {
    let (from, to) = (iri(&edge.from), iri(&edge.to));
    let (subject, predicate, object) = match direct(graph, edge) {
        Direct::Forwards(predicate) => (from, predicate, to),
        Direct::Backwards(predicate) => (to, predicate, from),
    };
    triples.push(Triple::new(subject.clone(), predicate.clone(), object.clone()));
    let statement = NamedOrBlankNode::from(BlankNode::new_unchecked(format!("e{number}")));
    triples.push(Triple::new(statement.clone(), rdf::TYPE, rdf::STATEMENT));
    triples.push(Triple::new(statement.clone(), rdf::SUBJECT, subject));
    triples.push(Triple::new(statement.clone(), rdf::PREDICATE, predicate));
    triples.push(Triple::new(statement.clone(), rdf::OBJECT, object));
    for (name, value) in properties::of_edge(edge) {
        if name != "from" && name != "to" {
            property(&statement, &name, &value, triples);
        }
    }
}

/// The predicate of an edge, and whether it reads the other way round.
enum Direct {
    Forwards(NamedNode),
    Backwards(NamedNode),
}

fn direct(graph: &AuthorityGraph, edge: &Edge) -> Direct {
    let relation = edge.data.relation.relation_type();
    let label = |id: &NodeId| graph.node(id).map(Node::label);
    Direct::Forwards(match relation {
        RelationType::Commands => return Direct::Backwards(word(ORG, "reportsTo")),
        RelationType::BelongsTo if label(&edge.from) == Some(Label::Unit) => word(ORG, "subOrganizationOf"),
        RelationType::BelongsTo if label(&edge.from) == Some(Label::Post) => word(ORG, "postIn"),
        RelationType::Holds => word(ORG, "holds"),
        RelationType::EstablishedBy => word(DCTERMS, "source"),
        other => word(OURS, &camel_case(other.name())),
    })
}

/// `MEMBER_OF` as `memberOf`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_').map(str::to_lowercase);
    let mut joined = words.next().unwrap_or_default();
    for word in words {
        joined.extend(word.chars().next().map(|first| first.to_ascii_uppercase()));
        joined.extend(word.chars().skip(1));
    }
    joined
}

/// A property as triples: a list gives one for each of its entries; what has a structure of its own stays JSON.
fn property(subject: &NamedOrBlankNode, name: &str, value: &Value, triples: &mut Vec<Triple>) {
    let predicate = word(OURS, &camel_case(name));
    let literal = match value {
        Value::Array(values) if values.iter().all(Value::is_string) => {
            for value in values.iter().filter_map(Value::as_str) {
                triples.push(if name == "clauses" {
                    Triple::new(subject.clone(), word(DCTERMS, "source"), iri(&NodeId::new(value)))
                } else {
                    Triple::new(subject.clone(), predicate.clone(), Literal::new_simple_literal(value))
                });
            }
            return;
        }
        Value::String(text) => Literal::new_simple_literal(text),
        Value::Bool(flag) => Literal::from(*flag),
        Value::Number(number) if number.is_i64() => Literal::from(number.as_i64().unwrap_or_default()),
        other => Literal::new_typed_literal(other.to_string(), word(RDF, "JSON")),
    };
    triples.push(Triple::new(subject.clone(), predicate, literal));
}
