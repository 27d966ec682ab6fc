//! The graph as JSON-LD; see `rdf` for the vocabulary.

use oxjsonld::JsonLdSerializer;
use oxrdf::QuadRef;

use super::rdf;
use crate::graph::AuthorityGraph;

/// The graph as JSON-LD.
pub fn jsonld(graph: &AuthorityGraph) -> String {
    let serializer = rdf::PREFIXES.iter().fold(JsonLdSerializer::new(), |serializer, (name, namespace)| {
        // The namespaces are IRIs; one that were none would be left out.
        serializer.clone().with_prefix(*name, *namespace).unwrap_or(serializer)
    });
    let mut writer = serializer.for_writer(Vec::new());
    for triple in rdf::triples(graph) {
        // Into memory: nothing can fail.
        let _ = writer.serialize_quad(QuadRef::new(
            &triple.subject,
            &triple.predicate,
            &triple.object,
            oxrdf::GraphNameRef::DefaultGraph,
        ));
    }
    let mut text = String::from_utf8_lossy(&writer.finish().unwrap_or_default()).into_owned();
    text.push('\n');
    text
}
