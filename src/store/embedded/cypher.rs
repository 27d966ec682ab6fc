//! Running Cypher, and the answer as plain JSON values.

use std::collections::HashMap;

use graphdblite::{ErrorCode, GraphError, Properties, QueryError, QueryPhase, ReadTxGuard, Value};
use serde_json::json;

use super::Failure;
use crate::store::{Parameters, StoreError, Table};

/// Runs a query that only reads.
pub fn run(transaction: &ReadTxGuard<'_>, text: &str, parameters: &Parameters) -> Result<Table, Failure> {
    let parameters: HashMap<String, Value> =
        parameters.iter().map(|(name, value)| (name.clone(), to_engine(value))).collect();
    let records = match transaction.query_with_params(text, Some(&parameters)) {
        Ok(records) => records,
        // The only transaction error that a query in a read transaction can give: it is not read-only.
        Err(GraphError::Transaction { .. }) => return Err(StoreError::WriteAttempted.into()),
        Err(error) => return Err(error.into()),
    };
    let columns = records.first().map(|record| record.keys().cloned().collect()).unwrap_or_default();
    let rows = records.iter().map(|record| record.values().map(to_json).collect()).collect();
    Ok(Table { columns, rows })
}

/// What is wrong with a query.
pub fn query_error(error: &QueryError) -> StoreError {
    let mut message = readable(error);
    if let Some(hint) = error.hint() {
        message = format!("{message} ({hint})");
    }
    let span = error.span().filter(|span| !span.is_synthetic());
    if let Some(limit) = row_limit(error.message()) {
        return StoreError::QueryTooLarge { what: "number of rows".to_owned(), limit };
    }
    if error.phase() == QueryPhase::Runtime && error.code() != ErrorCode::MissingParameter {
        return StoreError::QueryFailed { message };
    }
    StoreError::QuerySyntax { message, line: span.map(|span| span.line), column: span.map(|span| span.col) }
}

/// The limit, if the engine says that an answer has more rows than that; it has no error of its own for this.
fn row_limit(message: &str) -> Option<u64> {
    message.strip_prefix("result set exceeded maximum of ")?.strip_suffix(" rows")?.parse().ok()
}

/// The engine's message in one line. Its parser draws the query with an arrow and says below, after ` = `, what it expected;
/// its planner sometimes gives an unknown name and nothing else.
fn readable(error: &QueryError) -> String {
    let message = error.message();
    let message = message.rsplit_once("\n  = ").map_or(message, |(_, expected)| expected);
    if error.code() == ErrorCode::UndefinedVariable && !message.contains(' ') {
        return format!("variable `{message}` is not defined");
    }
    message.split('\n').map(str::trim).collect::<Vec<_>>().join(" ")
}

fn to_engine(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(flag) => Value::Bool(*flag),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(number) => Value::I64(number),
            None => Value::F64(number.as_f64().unwrap_or(f64::NAN)),
        },
        serde_json::Value::String(text) => Value::String(text.clone()),
        serde_json::Value::Array(items) => Value::List(items.iter().map(to_engine).collect()),
        serde_json::Value::Object(object) => {
            Value::Map(object.iter().map(|(name, value)| (name.clone(), to_engine(value))).collect())
        }
    }
}

/// A value of the engine as JSON. A number that JSON has not (an infinity) and a date become text; a node or an edge becomes
/// an object of its properties and its `labels` or `type`, a path the lists of its `nodes` and `edges`.
fn to_json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(flag) => json!(flag),
        Value::I64(number) => json!(number),
        Value::F64(number) => {
            serde_json::Number::from_f64(*number).map_or_else(|| json!(number.to_string()), serde_json::Value::Number)
        }
        Value::String(text) => json!(text),
        Value::List(items) => items.iter().map(to_json).collect(),
        Value::Map(map) => map.iter().map(|(name, value)| (name.clone(), to_json(value))).collect(),
        Value::Node(node) => with_properties("labels", json!(node.labels), &node.properties),
        Value::Edge(edge) => with_properties("type", json!(edge.label), &edge.properties),
        Value::Path(path) => json!({
            "nodes": path.nodes.iter().map(|node| to_json(&Value::Node(node.clone()))).collect::<Vec<_>>(),
            "edges": path.edges.iter().map(|edge| to_json(&Value::Edge(edge.clone()))).collect::<Vec<_>>(),
        }),
        Value::Date(date) => json!(date.to_string()),
        Value::LocalTime(time) => json!(time.to_string()),
        Value::Time(time) => json!(time.to_string()),
        Value::LocalDateTime(time) => json!(time.to_string()),
        Value::DateTime(time) => json!(time.to_string()),
        Value::Duration(duration) => json!(duration.to_string()),
    }
}

/// An object in the order of its names; which is the engine's promise to nobody.
fn with_properties(name: &str, value: serde_json::Value, properties: &Properties) -> serde_json::Value {
    let mut object: serde_json::Map<String, serde_json::Value> = serde_json::Map::new();
    object.insert(name.to_owned(), value);
    let mut names: Vec<&String> = properties.keys().collect();
    names.sort_unstable();
    for name in names {
        object.insert(name.clone(), to_json(&properties[name]));
    }
    serde_json::Value::Object(object)
}
