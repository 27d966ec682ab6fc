//! The published files under `graph-data/` are what the code makes today. `KENGEN_UPDATE=1 cargo test` writes them anew.

use kengen::compile::{Supplement, compile};
use kengen::graph::AuthorityGraph;
use kengen::regulation::read_text;

/// Compares a published file with what it should be, or writes it when asked to.
fn assert_fresh(path: &str, expected: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("KENGEN_UPDATE").is_some() {
        std::fs::write(&path, expected).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{} is stale: run `KENGEN_UPDATE=1 cargo test --test published_files`", path.display());
}

fn jlis() -> AuthorityGraph {
    let text = include_str!("../graph-data/jlis/regulation.txt");
    let supplement = include_str!("../graph-data/jlis/supplement.toml");
    compile(&read_text(text.to_owned()).0, &Supplement::from_toml(supplement).unwrap()).graph
}

#[test]
fn graph_of_jlis() {
    assert_fresh("graph-data/jlis/graph.json", &jlis().to_json());
}

#[test]
fn schema_of_graphs() {
    assert_fresh("graph-data/graph.schema.json", &AuthorityGraph::json_schema());
}

#[test]
fn the_graph_follows_its_schema() {
    let schema: serde_json::Value = serde_json::from_str(&AuthorityGraph::json_schema()).unwrap();
    let instance: serde_json::Value = serde_json::from_str(&jlis().to_json()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&instance).take(3).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let broken = serde_json::json!({ "schema_version": 1, "regulation": { "title": "" }, "nodes": [{ "id": "a" }], "edges": [] });
    assert!(!validator.is_valid(&broken));
}

#[test]
fn json_reads_back() {
    let graph = jlis();
    assert_eq!(AuthorityGraph::from_json(&graph.to_json()).unwrap(), graph);
}

#[test]
fn schemas_of_answers() {
    for (name, schema) in kengen::render::json::schemas() {
        let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        assert_fresh(&format!("graph-data/schemas/{name}.schema.json"), &text);
    }
}
