//! Every answer in JSON follows its published schema, and is the same bytes each time.

use crate::{JLIS, kengen};

/// The answers to check: the name of the schema, and the arguments.
const ANSWERS: [(&str, &[&str]); 20] = [
    ("acting", &["acting", "--absent", "経営戦略部長", "--absent", "事務局長=欠けた", "-r", JLIS]),
    ("chain", &["chain", "総務課長", "-r", JLIS]),
    ("chain-between", &["chain", "監査室長", "総務課長", "-r", JLIS]),
    ("check", &["check", "-r", JLIS]),
    ("conflicts", &["conflicts", "-r", JLIS]),
    ("coverage", &["coverage", "-r", JLIS]),
    ("drill", &["drill", "-r", JLIS]),
    ("explain", &["explain"]),
    ("explain-clause", &["explain-clause", "第12条第2項", "-r", JLIS]),
    ("ledger", &["ledger", "-r", JLIS]),
    ("matrix", &["matrix", "-r", JLIS]),
    ("overlaps", &["overlaps", "-r", JLIS]),
    ("owner", &["owner", "文書 保存", "-r", JLIS]),
    ("queries", &["query"]),
    ("resilience", &["resilience", "-r", JLIS]),
    ("show", &["show", "総務課", "-r", JLIS]),
    ("span", &["span", "理事長", "-r", JLIS]),
    ("verify", &["verify", "-r", JLIS]),
    ("why-not-acting", &["why-not", "acting", "経営戦略部長", "管理部長", "-r", JLIS]),
    ("why-not-commands", &["why-not", "commands", "監査室長", "総務課長", "-r", JLIS]),
];

#[test]
fn answers_follow_their_schemas() {
    for (name, arguments) in ANSWERS {
        let all = [arguments, &["--format", "json"]].concat();
        let answer = kengen(&all);
        let schema = std::fs::read_to_string(format!("graph-data/schemas/{name}.schema.json")).unwrap();
        let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&answer.json()).take(3).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        assert!(!validator.is_valid(&serde_json::json!({})), "the schema of {name} allows anything");
        assert_eq!(kengen(&all).stdout, answer.stdout, "{name} differs between runs");
    }
}

#[test]
fn data_sets_and_tables_follow_their_schemas() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("k.db");
    let database = database.to_str().unwrap();
    let load = kengen(&["load", JLIS, "--db", database, "--format", "json"]).json();
    let list = kengen(&["data-sets", "--db", database, "--format", "json"]).json();
    let table = kengen(&["query", "heads-of-units", "--db", database, "--format", "json"]).json();
    for (name, answer) in [("data-sets", &load), ("data-sets", &list), ("query", &table)] {
        let schema = std::fs::read_to_string(format!("graph-data/schemas/{name}.schema.json")).unwrap();
        let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
        assert!(validator.is_valid(answer), "{name}: {answer}");
    }
}
