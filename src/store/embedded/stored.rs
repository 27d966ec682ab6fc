//! Properties as the engine keeps them, borrowed from a row: decoded once, without the engine's maps between.

use std::fmt;

use graphdblite::{Properties, Value};
use serde::de::value::{Error as ValueError, MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

/// A value that a property of a graph can have. The variants are named as those of the engine's [`Value`], whose coding
/// this reads; a value of any other type was not written by this program.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
pub enum Stored<'a> {
    Bool(bool),
    I64(i64),
    #[serde(borrow)]
    String(&'a str),
    #[serde(borrow)]
    List(Vec<Stored<'a>>),
    /// An enum variant that holds a text; kept as two properties, see [`super::properties`].
    #[serde(skip)]
    Choice {
        choice: &'a str,
        words: &'a str,
    },
    /// JSON text.
    #[serde(skip)]
    Json(&'a str),
}

/// The properties of a node or an edge, in no order.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries<'a>(pub Vec<(&'a str, Stored<'a>)>);

impl<'a> Entries<'a> {
    /// Takes out a property.
    pub fn take(&mut self, name: &str) -> Option<Stored<'a>> {
        let place = self.0.iter().position(|(known, _)| *known == name)?;
        Some(self.0.swap_remove(place).1)
    }

    /// A property that is a text.
    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find_map(|(known, value)| match value {
            Stored::String(text) if *known == name => Some(*text),
            _ => None,
        })
    }
}

/// The same view of properties that are about to be written.
impl<'a> TryFrom<&'a Properties> for Entries<'a> {
    type Error = ValueError;

    fn try_from(properties: &'a Properties) -> Result<Self, ValueError> {
        let entries = properties.iter().map(|(name, value)| Ok((name.as_str(), Stored::try_from(value)?)));
        entries.collect::<Result<_, _>>().map(Self)
    }
}

impl<'a> TryFrom<&'a Value> for Stored<'a> {
    type Error = ValueError;

    fn try_from(value: &'a Value) -> Result<Self, ValueError> {
        Ok(match value {
            Value::Bool(flag) => Stored::Bool(*flag),
            Value::I64(number) => Stored::I64(*number),
            Value::String(text) => Stored::String(text),
            Value::List(items) => Stored::List(items.iter().map(Stored::try_from).collect::<Result<_, _>>()?),
            _ => return Err(ValueError::custom("a property of a type that no graph has")),
        })
    }
}

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor;

        impl<'de> Visitor<'de> for EntriesVisitor {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("properties")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'de>, A::Error> {
                let mut entries = Vec::with_capacity(map.size_hint().unwrap_or_default().min(64));
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(EntriesVisitor)
    }
}

impl<'de> IntoDeserializer<'de, ValueError> for Stored<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Stored<'de> {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Stored::Bool(flag) => visitor.visit_bool(flag),
            Stored::I64(number) => visitor.visit_i64(number),
            Stored::String(text) => visitor.visit_borrowed_str(text),
            Stored::List(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            Stored::Choice { choice, words } => {
                visitor.visit_map(MapDeserializer::new(std::iter::once((choice, Stored::String(words)))))
            }
            Stored::Json(text) => {
                let value: serde_json::Value = serde_json::from_str(text).map_err(ValueError::custom)?;
                value.deserialize_any(visitor).map_err(ValueError::custom)
            }
        }
    }

    /// A property that is there is not nothing: nothing is not kept.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_some(self)
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
            Stored::String(text) => visitor.visit_enum(text.into_deserializer()),
            Stored::Choice { choice, words } => {
                let entry = MapDeserializer::new(std::iter::once((choice, Stored::String(words))));
                visitor.visit_enum(MapAccessDeserializer::new(entry))
            }
            _ => Err(ValueError::custom(format!("`{name}` has to be text"))),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
