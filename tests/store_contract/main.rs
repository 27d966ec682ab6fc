//! What every `GraphStore` has to do, run against each of them, and how the embedded one fails.

mod fixtures;

use std::collections::BTreeMap;

use kengen::graph::AuthorityGraph;
use kengen::store::{EmbeddedStore, GraphStore, StoreOptions};

#[test]
fn quick() {
    let graph = fixtures::one_of_everything();
    let mut store = EmbeddedStore::in_memory(&StoreOptions::default()).unwrap();
    let set = store.load("乙", &graph).unwrap();
    println!("{set:?}");
    let back = store.snapshot("乙").unwrap();
    assert_eq!(back.to_json(), graph.to_json());
    assert!(back == graph);
    for query in kengen::store::queries::library() {
        let mut p = BTreeMap::new();
        for x in query.parameters() {
            p.insert(
                x.name.clone(),
                match x.kind {
                    kengen::store::queries::ParameterKind::Post => "機構#理事長".into(),
                    _ => serde_json::Value::from("機構/総務部"),
                },
            );
        }
        println!("== {}", query.name());
        match store.query(query.name(), "乙", &p) {
            Ok(t) => {
                println!("{:?}", t.columns);
                for r in t.rows {
                    println!("  {}", serde_json::to_string(&r).unwrap());
                }
            }
            Err(e) => println!("ERR {e}"),
        }
    }
    let _: Option<AuthorityGraph> = None;
}
