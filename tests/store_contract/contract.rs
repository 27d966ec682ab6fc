//! The contract, one test for each sentence of it.

use std::collections::BTreeMap;

use kengen::graph::{
    AuthorityGraph, Clause, CommandScope, GraphBuilder, Label, NodeData, NodeId, Provenance, RegulationInfo,
    RelationType,
};
use kengen::store::{GraphStore, Parameters, StoreError};
use serde_json::{Value, json};

use crate::fixtures::{Body, commands, one_of_everything, small_city};
use crate::stores;

fn none() -> Parameters {
    BTreeMap::new()
}

fn rows(store: &mut dyn GraphStore, cypher: &str) -> Vec<Vec<Value>> {
    store.cypher(cypher, &none()).unwrap_or_else(|error| panic!("{cypher}: {error}")).rows
}

#[test]
fn what_is_loaded_is_what_is_read() {
    let graph = one_of_everything();
    for relation in RelationType::ALL {
        assert!(graph.edges_with(relation).next().is_some(), "the fixture has no {}", relation.name());
    }
    for (kind, mut store, _folder) in stores() {
        store.load("乙", &graph).unwrap();
        let back = store.snapshot("乙").unwrap();
        assert!(back == graph, "{kind}");
        assert_eq!(back.to_json(), graph.to_json(), "{kind}");
    }
}

/// A graph without its matters and the edges at them.
pub fn without_matters(graph: &AuthorityGraph) -> AuthorityGraph {
    let mut json: Value = serde_json::from_str(&graph.to_json()).unwrap();
    let of_matter = |id: &Value| graph.node(&id.as_str().unwrap().into()).unwrap().label() == Label::Matter;
    json["nodes"].as_array_mut().unwrap().retain(|node| node["label"] != "Matter");
    json["edges"].as_array_mut().unwrap().retain(|edge| {
        let of_matters = edge["type"] == "COVERS" || edge["type"] == "WITHIN";
        !of_matters && !of_matter(&edge["from"]) && !of_matter(&edge["to"])
    });
    AuthorityGraph::from_json(&json.to_string()).unwrap()
}

#[test]
fn matters_can_be_left_out() {
    let graph = one_of_everything();
    for (kind, mut store, _folder) in stores() {
        store.load("甲", &small_city(2)).unwrap();
        store.load("乙", &graph).unwrap();
        assert!(store.snapshot_without_matters("乙").unwrap() == without_matters(&graph), "{kind}");
        assert!(store.snapshot_without_matters("甲").unwrap() == small_city(2), "{kind}");
        let unknown = store.snapshot_without_matters("丙").map(|_| ()).unwrap_err();
        assert!(matches!(unknown, StoreError::UnknownDataSet { .. }), "{kind}");
    }
}

#[test]
fn a_report_stays_beside_its_graph() {
    let graph = small_city(3);
    for (kind, mut store, _folder) in stores() {
        store.load_with_report("甲", &graph, Some("読取り済み 3\n\"不明\" 1")).unwrap();
        store.load("乙", &graph).unwrap();
        assert_eq!(store.report("甲").unwrap().as_deref(), Some("読取り済み 3\n\"不明\" 1"), "{kind}");
        assert_eq!(store.report("乙").unwrap(), None, "{kind}");
        assert!(store.snapshot("甲").unwrap() == graph, "{kind}");
        // Loading anew replaces it too.
        store.load("甲", &graph).unwrap();
        assert_eq!(store.report("甲").unwrap(), None, "{kind}");
        assert!(matches!(store.report("丙"), Err(StoreError::UnknownDataSet { .. })), "{kind}");
    }
}

#[test]
fn an_empty_graph_is_a_data_set_too() {
    let mut builder = GraphBuilder::new(RegulationInfo {
        title: "丁市規則".to_owned(),
        number: "令和六年規則第一号".to_owned(),
        last_amendment: "令和七年規則第二号".to_owned(),
        further: vec![kengen::graph::FurtherInstrument {
            title: "丁市分掌規程".to_owned(),
            number: "令和六年訓令第二号".to_owned(),
            last_amendment: String::new(),
        }],
    });
    builder.set_settings(kengen::graph::Settings { absence_includes_vacancy: false, successive_substitution: true });
    let graph = builder.build();
    for (kind, mut store, _folder) in stores() {
        let set = store.load("丁", &graph).unwrap();
        assert_eq!((set.nodes, set.edges), (0, 0), "{kind}");
        assert!(store.snapshot("丁").unwrap() == graph, "{kind}");
    }
}

#[test]
fn odd_text_survives() {
    let odd = ["'\"`\\", "𠮷野家\u{fe00}", "a\nb\tc", "$data_set", "{}[]", "-- ; DROP", "\u{0}x", "null", "ｶﾅ\u{3099}"];
    let mut body = Body::new("奇妙な規則\n'\"");
    for (number, text) in odd.iter().enumerate() {
        let unit = body.unit(&format!("市/{text}"), text, "部");
        let post = body.post(&format!("市/{text}#{number}"), text, text);
        body.stated(&post, &unit, kengen::graph::Relation::Heads);
    }
    let long = "あ".repeat(700_000); // over two megabytes: a table of an annex
    body.builder().add_clause("別表", Clause::new("別表", long, 0, 2_100_000, 1));
    let graph = body.build();
    for (kind, mut store, _folder) in stores() {
        for name in ["a b", "乙/令和七年", "'; MATCH (n) DETACH DELETE n //", "$data_set"] {
            store.load(name, &graph).unwrap();
            assert!(store.snapshot(name).unwrap() == graph, "{kind}: {name}");
        }
    }
}

#[test]
fn loading_replaces_one_data_set_only() {
    for (kind, mut store, _folder) in stores() {
        store.load("甲", &small_city(3)).unwrap();
        store.load("乙", &one_of_everything()).unwrap();
        let set = store.load("甲", &small_city(1)).unwrap();
        assert_eq!(set.nodes, small_city(1).nodes().count() as u64, "{kind}");
        assert!(store.snapshot("甲").unwrap() == small_city(1), "{kind}");
        assert!(store.snapshot("乙").unwrap() == one_of_everything(), "{kind}");
        let cypher = "MATCH (n:Unit) WITH n.data_set AS name, count(*) AS units RETURN name, units ORDER BY name";
        assert_eq!(rows(&mut *store, cypher), [vec![json!("乙"), json!(4)], vec![json!("甲"), json!(2)]], "{kind}");
    }
}

#[test]
fn loading_the_same_again_changes_nothing() {
    for (kind, mut store, _folder) in stores() {
        let first = store.load("乙", &one_of_everything()).unwrap();
        let before = rows(&mut *store, "MATCH (n) RETURN count(*) AS nodes");
        let second = store.load("乙", &one_of_everything()).unwrap();
        assert_eq!(first, second, "{kind}");
        assert_eq!(before, rows(&mut *store, "MATCH (n) RETURN count(*) AS nodes"), "{kind}");
    }
}

#[test]
fn data_sets_are_listed_in_order() {
    for (kind, mut store, _folder) in stores() {
        assert_eq!(store.data_sets().unwrap(), [], "{kind}");
        for name in ["甲", "b", "a"] {
            store.load(name, &small_city(2)).unwrap();
        }
        let sets = store.data_sets().unwrap();
        assert_eq!(sets.iter().map(|set| set.name.as_str()).collect::<Vec<_>>(), ["a", "b", "甲"], "{kind}");
        let graph = small_city(2);
        assert_eq!(sets[2].regulation, *graph.regulation(), "{kind}");
        assert_eq!(sets[2].nodes, graph.nodes().count() as u64, "{kind}");
        assert_eq!(sets[2].edges, graph.edges().count() as u64, "{kind}");
        assert_eq!(sets[2].schema_version, kengen::store::STORE_SCHEMA_VERSION, "{kind}");
        let json = serde_json::to_value(&sets[2]).unwrap();
        assert_eq!(json["title"], "甲市事務分掌規則", "{kind}");
    }
}

#[test]
fn a_dropped_data_set_is_gone_and_the_others_stay() {
    for (kind, mut store, _folder) in stores() {
        store.load("甲", &small_city(2)).unwrap();
        store.load("乙", &one_of_everything()).unwrap();
        store.drop_data_set("乙").unwrap();
        assert!(store.snapshot("甲").unwrap() == small_city(2), "{kind}");
        let names: Vec<String> = store.data_sets().unwrap().into_iter().map(|set| set.name).collect();
        assert_eq!(names, ["甲"], "{kind}");
        let left = rows(&mut *store, "MATCH (n) WHERE n.data_set = '乙' RETURN n.id AS id");
        assert_eq!(left, Vec::<Vec<Value>>::new(), "{kind}");
        let Err(StoreError::UnknownDataSet { known, .. }) = store.drop_data_set("乙") else { panic!("{kind}") };
        assert_eq!(known, ["甲"], "{kind}");
    }
}

#[test]
fn an_unknown_data_set_is_an_error_that_tells_the_known_ones() {
    for (kind, mut store, _folder) in stores() {
        store.load("甲", &small_city(1)).unwrap();
        let errors = [
            store.snapshot("己").map(|_| ()).unwrap_err(),
            store.drop_data_set("己").unwrap_err(),
            store.query("heads-of-units", "己", &none()).map(|_| ()).unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.to_string(), "no data set `己` (data sets: `甲`)", "{kind}");
        }
    }
}

#[test]
fn a_data_set_needs_a_proper_name() {
    for (kind, mut store, _folder) in stores() {
        for name in ["", "  ", "a\nb", &"あ".repeat(100)] {
            let error = store.load(name, &small_city(1)).unwrap_err();
            assert!(matches!(error, StoreError::InvalidDataSetName { .. }), "{kind}: {error}");
        }
        assert_eq!(store.data_sets().unwrap(), [], "{kind}");
    }
}

#[test]
fn properties_are_flat_and_have_the_names_of_the_json_form() {
    for (kind, mut store, _folder) in stores() {
        store.load("乙", &one_of_everything()).unwrap();
        let answer = store
            .cypher(
                "MATCH (p:Post {data_set: '乙', id: '機構/総務部#部長'})-[r:HEADS]->(u) \
                 RETURN p.name, p.title, p.status, p.establishment, r.basis, r.clauses, r.words, u.kind",
                &none(),
            )
            .unwrap();
        assert_eq!(answer.columns[0], "p.name", "{kind}");
        let words = json!(["機構/総務部#部長と機構/総務部"]);
        let expected = [
            json!("総務部長"),
            json!("部長"),
            json!("established"),
            json!("mandatory"),
            json!("stated"),
            json!(["第20条"]),
            words,
            json!("部"),
        ];
        assert_eq!(answer.rows, [expected.to_vec()], "{kind}");
        let cypher = "MATCH ()-[r:COMMANDS]->() WHERE r.rule = 'second-superior' RETURN r.scope AS scope";
        assert_eq!(rows(&mut *store, cypher), [[json!("specific_matters")]], "{kind}");
        let cypher = "MATCH (s)-[r:SUBSTITUTES_WHEN_INCAPACITATED]->() WHERE r.designator <> 'post' \
                      RETURN labels(s)[0] AS label, r.designator AS kind, r.designator_words AS words ORDER BY words";
        let expected = [
            [json!("Designation"), json!("designated"), json!("あらかじめ指定する者")],
            [json!("Designation"), json!("criterion"), json!("くじ")],
            [json!("Post"), json!("criterion"), json!("上席の者")],
        ];
        assert_eq!(rows(&mut *store, cypher), expected.map(|row| row.to_vec()), "{kind}");
    }
}

#[test]
fn no_property_of_a_graph_has_a_name_that_the_store_uses() {
    let json: Value = serde_json::from_str(&one_of_everything().to_json()).unwrap();
    for item in json["nodes"].as_array().unwrap().iter().chain(json["edges"].as_array().unwrap()) {
        for name in item.as_object().unwrap().keys() {
            assert_ne!(name, "data_set");
            assert!(!name.ends_with("_json") && !name.ends_with("_words"), "{name}");
        }
    }
}

#[test]
fn ad_hoc_queries_cannot_write() {
    for (kind, mut store, _folder) in stores() {
        store.load("甲", &small_city(1)).unwrap();
        for cypher in [
            "CREATE (:Unit {id: 'x'})",
            "MATCH (n:Unit) SET n.name = 'x' RETURN n",
            "MATCH (n:Unit) REMOVE n.name",
            "MATCH (n:Unit) DETACH DELETE n",
            "MERGE (n:Unit {id: 'x'}) RETURN n",
            "MATCH (a:Unit), (b:Unit) CREATE (a)-[:HEADS]->(b)",
            "CREATE INDEX ON :Unit(name)",
            "DROP INDEX ON :Unit(data_set)",
        ] {
            let error = store.cypher(cypher, &none()).unwrap_err();
            assert!(matches!(error, StoreError::WriteAttempted), "{kind}: {cypher}: {error}");
        }
        assert!(store.snapshot("甲").unwrap() == small_city(1), "{kind}");
    }
}

#[test]
fn a_mistake_in_a_query_is_told_with_its_place() {
    for (kind, mut store, _folder) in stores() {
        for cypher in ["", "MATCH (n", "MATCH (n) RETURN m", "RETURN nonsense(1)", "こんにちは", "MATCH (n) RETURN $x"]
        {
            let error = store.cypher(cypher, &none()).unwrap_err();
            assert!(matches!(error, StoreError::QuerySyntax { .. }), "{kind}: {cypher}: {error:?}");
        }
        let error = store.cypher("MATCH (n)\nRETURN n,,", &none()).unwrap_err();
        let StoreError::QuerySyntax { line, column, .. } = error else { panic!("{kind}: {error:?}") };
        assert_eq!(line, Some(2), "{kind}");
        assert!(column.is_some(), "{kind}");
        let error = store.cypher("RETURN 1 / 0", &none()).unwrap_err();
        assert!(matches!(error, StoreError::QueryFailed { .. }), "{kind}: {error:?}");
    }
}

#[test]
fn an_explosion_of_paths_is_stopped() {
    let mut body = Body::new("総当たり規程");
    let posts: Vec<NodeId> = (0..6).map(|n| body.post(&format!("市#{n}"), &format!("職{n}"), "職")).collect();
    for from in &posts {
        for to in posts.iter().filter(|to| *to != from) {
            body.stated(from, to, commands(CommandScope::All));
        }
    }
    let graph = body.build();
    for (kind, mut store, _folder) in stores() {
        store.load("甲", &graph).unwrap();
        let parameters = BTreeMap::from([("post".to_owned(), json!("市#0"))]);
        let error = store.query("everyone-under-a-post", "甲", &parameters).unwrap_err();
        assert!(matches!(error, StoreError::QueryTooLarge { limit: 100_000, .. }), "{kind}: {error:?}");
        let error = store.cypher("UNWIND range(1, 100001) AS number RETURN number", &none()).unwrap_err();
        assert!(matches!(error, StoreError::QueryTooLarge { .. }), "{kind}: {error:?}");
        assert!(store.snapshot("甲").unwrap() == graph, "{kind}");
    }
}

#[test]
fn parameters_have_to_be_those_of_the_query() {
    for (kind, mut store, _folder) in stores() {
        store.load("甲", &small_city(1)).unwrap();
        let mut ask = |name: &str, parameters: Value| {
            let parameters: Parameters = serde_json::from_value(parameters).unwrap();
            store.query(name, "甲", &parameters).unwrap_err().to_string()
        };
        assert!(ask("chain-up", json!({})).starts_with("no query `chain-up` (queries: `command-chain-up`"), "{kind}");
        assert_eq!(ask("command-chain-up", json!({})), "query `command-chain-up` needs the parameter `post`", "{kind}");
        assert_eq!(
            ask("command-chain-up", json!({"post": "市#市長", "unit": "市"})),
            "query `command-chain-up` has no parameter `unit` (parameters: `post`)",
            "{kind}"
        );
        assert_eq!(
            ask("heads-of-units", json!({"data_set": "乙"})),
            "query `heads-of-units` has no parameter `data_set` (there are no parameters)",
            "{kind}"
        );
        for wrong in [json!("市#知事"), json!("市"), json!(5), json!(null)] {
            let message = ask("command-chain-up", json!({ "post": wrong }));
            let id = wrong.as_str().map_or_else(|| wrong.to_string(), str::to_owned);
            assert_eq!(message, format!("data set `甲` has no Post with the id `{id}`"), "{kind}");
        }
    }
}

#[test]
fn values_of_every_type_become_json() {
    for (kind, mut store, _folder) in stores() {
        store.load("乙", &one_of_everything()).unwrap();
        let parameters = BTreeMap::from([
            ("list".to_owned(), json!([1, 2.5, "x", null, true, [1]])),
            ("map".to_owned(), json!({"b": 1, "a": {"c": []}})),
        ]);
        let answer = store
            .cypher("RETURN $list AS list, $map AS map, 1.0 / 0.0 AS infinite, date('2024-04-01') AS day", &parameters)
            .unwrap();
        assert_eq!(answer.columns, ["list", "map", "infinite", "day"], "{kind}");
        let expected = [parameters["list"].clone(), parameters["map"].clone(), json!("inf"), json!("2024-04-01")];
        assert_eq!(answer.rows, [expected.to_vec()], "{kind}");
        let cypher = "MATCH p = (a:Person {data_set: '乙'})-[r:HOLDS {kind: 'main'}]->(b) RETURN a, r, p";
        let found = &rows(&mut *store, cypher)[0];
        assert_eq!(found[0]["labels"], json!(["Person"]), "{kind}");
        assert_eq!(found[0]["name"], "甲野花子", "{kind}");
        assert_eq!(found[1]["type"], "HOLDS", "{kind}");
        assert_eq!(found[1]["since"], "2024-04-01", "{kind}");
        assert_eq!(found[2]["nodes"][1]["id"], "機構/総務部#部長", "{kind}");
        assert_eq!(found[2]["edges"], json!([found[1]]), "{kind}");
    }
}

#[test]
fn a_query_without_rows_has_the_columns_of_its_header() {
    let mut builder = GraphBuilder::new(RegulationInfo::titled("戊規程"));
    let clause = builder.add_clause("第1条", Clause::new("第1条", "市を置く。", 0, 15, 1));
    let unit = kengen::graph::Unit::new("市", "市", kengen::graph::Status::Established);
    builder.add_node("市", NodeData::Unit(unit), Provenance::new(clause, "市を置く"));
    let graph = builder.build();
    for (kind, mut store, _folder) in stores() {
        store.load("戊", &graph).unwrap();
        let answer = store.query("posts-without-substitute", "戊", &none()).unwrap();
        assert_eq!(answer.columns, ["post_id", "post", "heads", "establishment", "clauses"], "{kind}");
        assert!(answer.rows.is_empty(), "{kind}");
    }
}
