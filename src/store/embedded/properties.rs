//! Properties of nodes and edges: to the engine's values and back.
//!
//! Both ways go through serde, so that the names and forms of the graph's JSON are the names and forms in the database,
//! and a property added to a graph type needs no change here.

use graphdblite::{Properties, Value};
use serde::de::value::{Error as ValueError, MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::{Serialize, forward_to_deserialize_any};

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

/// Makes something from its properties, with `extra` ones beside those stored.
///
/// # Errors
/// When the properties are not those of a `T`: the database was written by something else, or damaged.
pub fn from_properties<T: DeserializeOwned>(
    mut properties: Properties,
    extra: impl IntoIterator<Item = (&'static str, Value)>,
) -> Result<T, ValueError> {
    let choices = take_choices(&mut properties)?;
    let extra = extra.into_iter().map(|(name, value)| (name.to_owned(), Stored::Plain(value)));
    let plain = properties.into_iter().map(|(mut name, value)| match value {
        Value::String(text) if name.ends_with(JSON_SUFFIX) => {
            name.truncate(name.len() - JSON_SUFFIX.len());
            (name, Stored::Json(text))
        }
        value => (name, Stored::Plain(value)),
    });
    T::deserialize(MapDeserializer::new(extra.chain(choices).chain(plain)))
}

/// Makes something from the properties of these names, which are taken out; none of them may be a nested value.
///
/// # Errors
/// Those of [`from_properties`].
pub fn take<T: DeserializeOwned>(properties: &mut Properties, names: &[&str]) -> Result<T, ValueError> {
    let taken = names.iter().filter_map(|name| properties.remove_entry(*name));
    T::deserialize(MapDeserializer::new(taken.map(|(name, value)| (name, Stored::Plain(value)))))
}

/// Takes out the choices that have words, each of which is two properties.
fn take_choices(properties: &mut Properties) -> Result<Vec<(String, Stored)>, ValueError> {
    let names: Vec<String> =
        properties.keys().filter_map(|name| name.strip_suffix(WORDS_SUFFIX)).map(str::to_owned).collect();
    let mut choices = Vec::with_capacity(names.len());
    for name in names {
        let words = properties.remove(&format!("{name}{WORDS_SUFFIX}"));
        let (Some(Value::String(choice)), Some(Value::String(words))) = (properties.remove(&name), words) else {
            return Err(ValueError::custom(format!("`{name}{WORDS_SUFFIX}` without `{name}`")));
        };
        choices.push((name, Stored::Choice { choice, words }));
    }
    Ok(choices)
}

/// A stored value, for serde to read.
enum Stored {
    Plain(Value),
    /// JSON text.
    Json(String),
    /// An enum variant that holds a text.
    Choice {
        choice: String,
        words: String,
    },
}

impl<'de> IntoDeserializer<'de, ValueError> for Stored {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Stored {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Stored::Json(text) => {
                let value: serde_json::Value = serde_json::from_str(&text).map_err(ValueError::custom)?;
                value.deserialize_any(visitor).map_err(ValueError::custom)
            }
            Stored::Choice { choice, words } => {
                visitor.visit_map(MapDeserializer::new(std::iter::once((choice, words))))
            }
            Stored::Plain(Value::Bool(flag)) => visitor.visit_bool(flag),
            Stored::Plain(Value::I64(number)) => visitor.visit_i64(number),
            Stored::Plain(Value::F64(number)) => visitor.visit_f64(number),
            Stored::Plain(Value::String(text)) => visitor.visit_string(text),
            Stored::Plain(Value::List(items)) => {
                visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(Stored::Plain)))
            }
            Stored::Plain(Value::Null) => visitor.visit_unit(),
            Stored::Plain(_) => Err(ValueError::custom("a property of a type that no graph has")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Stored::Plain(Value::Null) => visitor.visit_none(),
            present => visitor.visit_some(present),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        match self {
            Stored::Plain(Value::String(text)) => visitor.visit_enum(text.into_deserializer()),
            Stored::Choice { choice, words } => {
                let entry = MapDeserializer::new(std::iter::once((choice, words)));
                visitor.visit_enum(MapAccessDeserializer::new(entry))
            }
            Stored::Plain(_) | Stored::Json(_) => Err(ValueError::custom(format!("`{name}` has to be text"))),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
