//! The published files under `graph-data/` are what the code makes today. `KENGEN_UPDATE=1 cargo test` writes them anew.

mod data_sets;

use data_sets::{DATA_SETS, compiled};
use kengen::graph::AuthorityGraph;

/// Compares a published file with what it should be, or writes it when asked to.
fn assert_fresh(path: &str, expected: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("KENGEN_UPDATE").is_some() {
        std::fs::write(&path, expected).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{} is stale: run `KENGEN_UPDATE=1 cargo test --test published_files`", path.display());
}

#[test]
fn graphs_of_the_data_sets() {
    for (name, _) in DATA_SETS {
        assert_fresh(&format!("graph-data/{name}/graph.json"), &compiled(name).graph.to_json());
    }
}

#[test]
fn schema_of_graphs() {
    assert_fresh("graph-data/graph.schema.json", &AuthorityGraph::json_schema());
}

#[test]
fn the_graphs_follow_their_schema() {
    let schema: serde_json::Value = serde_json::from_str(&AuthorityGraph::json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, _) in DATA_SETS {
        let instance: serde_json::Value = serde_json::from_str(&compiled(name).graph.to_json()).unwrap();
        let errors: Vec<String> = validator.iter_errors(&instance).take(3).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
    let broken = serde_json::json!({ "schema_version": 1, "regulation": { "title": "" }, "nodes": [{ "id": "a" }], "edges": [] });
    assert!(!validator.is_valid(&broken));
}

#[test]
fn json_reads_back() {
    for (name, _) in DATA_SETS {
        let graph = compiled(name).graph;
        assert_eq!(AuthorityGraph::from_json(&graph.to_json()).unwrap(), graph);
    }
}

#[test]
fn schemas_of_answers() {
    for (name, schema) in kengen::render::json::schemas() {
        let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        assert_fresh(&format!("graph-data/schemas/{name}.schema.json"), &text);
    }
}
