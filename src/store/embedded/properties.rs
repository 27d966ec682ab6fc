//! Properties of nodes and edges: to the engine's values and back.
//!
//! Both ways go through serde, so that the names and forms of the graph's JSON are the names and forms in the database,
//! and a property added to a graph type needs no change here.

use graphdblite::{Properties, Value};
use serde::Serialize;
use serde::de::value::{Error as ValueError, MapDeserializer};
use serde::de::{DeserializeOwned, Error as _};

use super::stored::{Entries, Stored};

/// End of the name of a property that is kept as JSON text, because the engine has no place for nested values.
const JSON_SUFFIX: &str = "_json";
/// End of the name of the property with the words of a choice that has some: `designator` is `criterion`, and
/// `designator_words` is 上席の者.
const WORDS_SUFFIX: &str = "_words";

/// The properties of anything whose JSON form is an object, those named in `without` left out.
///
/// # Errors
/// When the JSON form is no object.
pub fn to_properties(item: &impl Serialize, without: &[&str]) -> Result<Properties, serde_json::Error> {
    let serde_json::Value::Object(object) = serde_json::to_value(item)? else {
        return Err(serde_json::Error::custom("properties have to be a JSON object"));
    };
    let mut properties = Properties::with_capacity(object.len() + 1);
    for (name, value) in object {
        if without.contains(&name.as_str()) || value.is_null() {
            continue;
        }
        if let Some(plain) = to_plain_value(&value) {
            properties.insert(name, plain);
        } else if let Some((choice, words)) = choice_with_words(&value) {
            properties.insert(format!("{name}{WORDS_SUFFIX}"), Value::String(words.to_owned()));
            properties.insert(name, Value::String(choice.to_owned()));
        } else {
            properties.insert(name + JSON_SUFFIX, Value::String(value.to_string()));
        }
    }
    Ok(properties)
}

/// The parts of an enum variant that holds a text.
fn choice_with_words(value: &serde_json::Value) -> Option<(&str, &str)> {
    match value.as_object()?.iter().collect::<Vec<_>>().as_slice() {
        [(choice, serde_json::Value::String(words))] => Some((choice, words)),
        _ => None,
    }
}

/// A value that the engine can keep as a property, or none for an object or a list with anything but plain values.
fn to_plain_value(value: &serde_json::Value) -> Option<Value> {
    match value {
        serde_json::Value::Array(items) => items.iter().map(to_scalar).collect::<Option<_>>().map(Value::List),
        other => to_scalar(other),
    }
}

fn to_scalar(value: &serde_json::Value) -> Option<Value> {
    match value {
        serde_json::Value::Bool(flag) => Some(Value::Bool(*flag)),
        serde_json::Value::Number(number) => number.as_i64().map(Value::I64),
        serde_json::Value::String(text) => Some(Value::String(text.clone())),
        serde_json::Value::Null | serde_json::Value::Array(_) | serde_json::Value::Object(_) => None,
    }
}

/// Makes something from its properties.
///
/// # Errors
/// When the properties are not those of a `T`: the database was written by something else, or damaged.
pub fn from_properties<T: DeserializeOwned>(mut properties: Entries<'_>) -> Result<T, ValueError> {
    join_choices(&mut properties)?;
    T::deserialize(MapDeserializer::new(properties.0.into_iter().map(|(name, value)| match value {
        Stored::String(text) if name.ends_with(JSON_SUFFIX) => {
            (&name[..name.len() - JSON_SUFFIX.len()], Stored::Json(text))
        }
        value => (name, value),
    })))
}

/// Makes something from the properties of these names, which are taken out; none of them may be a nested value.
///
/// # Errors
/// Those of [`from_properties`].
pub fn take<T: DeserializeOwned>(properties: &mut Entries<'_>, names: &[&'static str]) -> Result<T, ValueError> {
    let taken = names.iter().filter_map(|name| properties.take(name).map(|value| (*name, value)));
    T::deserialize(MapDeserializer::new(taken))
}

/// Makes one of the two properties that a choice with words is kept as.
fn join_choices(properties: &mut Entries<'_>) -> Result<(), ValueError> {
    while let Some((name, words)) = properties.0.iter().find_map(|(name, value)| match value {
        Stored::String(words) => name.strip_suffix(WORDS_SUFFIX).map(|name| (name, *words)),
        _ => None,
    }) {
        let Some(Stored::String(choice)) = properties.take(name) else {
            return Err(ValueError::custom(format!("`{name}{WORDS_SUFFIX}` without `{name}`")));
        };
        properties.0.retain(|(known, _)| known.strip_suffix(WORDS_SUFFIX) != Some(name));
        properties.0.push((name, Stored::Choice { choice, words }));
    }
    Ok(())
}
