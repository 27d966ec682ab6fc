//! The JSON of every answer holds to the JSON Schema of its type, and says what it promises.

use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::fixtures::{Body, Line};
use super::*;
use crate::findings::{Finding, check};
use crate::graph::{CommandScope, Condition, Designator, Settings};

/// A body with something of everything.
fn body() -> AuthorityGraph {
    let lot = Line { order: 2, designator: Designator::Criterion("くじ".into()), ..Line::default() };
    Body::new("甲市")
        .settings(Settings { successive_substitution: true, absence_includes_vacancy: true })
        .officer("市長")
        .officer("副市長")
        .unit("総務部")
        .head("総務部", "部長")
        .commanded_by_one_of(&["#市長", "#副市長"], "総務部#部長")
        .optional("総務部", "次長")
        .assists("総務部#次長", "総務部#部長")
        .commands("総務部#部長", "総務部#次長")
        .commands_within(CommandScope::OwnCharge, "#副市長", "総務部#次長")
        .substitutes("総務部#次長", "総務部#部長", 1)
        .designates("総務部#次長", lot)
        .post("", "防災監")
        .ex_officio("#防災監", "総務部#部長")
        .unit("総務部/文書課")
        .duty("総務部", 1, "公印の管守に関すること（文書課の所掌に属するものを除く。）")
        .excluded_by("総務部(1)", "総務部/文書課")
        .unit("財政部")
        .graph()
}

/// Checks an answer against the schema of its type.
fn holds<T: Serialize + JsonSchema>(answer: &T) {
    let schema = serde_json::to_value(schema_for!(T)).unwrap();
    let json = serde_json::to_value(answer).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{json:#}");
    // A schema that accepted anything would prove nothing.
    assert!(!validator.is_valid(&serde_json::json!({ "anything": [1] })));
}

#[test]
fn answers_hold_to_their_schemas() {
    let graph = body();
    let id = |path: &str| NodeId::new(format!("甲市{path}"));
    holds(&command_chain(&graph, &id("/総務部#次長")).unwrap());
    holds(&connection(&graph, &id("#市長"), &id("/総務部#次長")).unwrap());
    holds(&connection(&graph, &id("#市長"), &id("#防災監")).unwrap());
    holds(&span(&graph, &id("#市長")).unwrap());
    for condition in [Condition::Incapacitated, Condition::Vacant, Condition::Away] {
        let scenario = Scenario::default().absent(id("/総務部#部長"), condition);
        holds(&acting(&graph, &scenario).unwrap());
        holds(&acting(&graph, &scenario.clone().unfilled(id("/総務部#次長"))).unwrap());
        holds(&acting(&graph, &scenario.absent(id("/総務部#次長"), condition)).unwrap());
    }
    holds(&owner(&graph, "公印 文書課", 5).unwrap());
    for node in graph.nodes() {
        holds(&show(&graph, &node.id).unwrap());
    }
    let findings = check(&graph);
    assert!(!findings.is_empty());
    holds::<Vec<Finding>>(&findings);
}
