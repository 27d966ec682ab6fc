//! The graph as Turtle; see `rdf` for the vocabulary.

use oxttl::TurtleSerializer;

use super::rdf;
use crate::graph::AuthorityGraph;

/// The graph as Turtle.
pub fn turtle(graph: &AuthorityGraph) -> String {
    let serializer = rdf::PREFIXES.iter().fold(TurtleSerializer::new(), |serializer, (name, namespace)| {
        // The namespaces are IRIs; one that were none would be left out.
        serializer.clone().with_prefix(*name, *namespace).unwrap_or(serializer)
    });
    let mut writer = serializer.for_writer(Vec::new());
    for triple in rdf::triples(graph) {
        // Into memory: nothing can fail.
        let _ = writer.serialize_triple(&triple);
    }
    String::from_utf8_lossy(&writer.finish().unwrap_or_default()).into_owned()
}
