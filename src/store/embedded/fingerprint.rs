//! A number over all nodes and edges of a data set, by which a change made by another program is noticed.
//!
//! It guards against accidents, not against attackers: 64 bits, FNV-1a over each property, the parts added up so that
//! neither the order of properties nor that of nodes and edges matters (the engine promises neither).

use std::fmt;

use graphdblite::{Properties, Value};

/// The fingerprint of what was added to it so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Adds a node, or an edge: what it is called (label and id, or type and both ends) and its properties.
    pub fn add(&mut self, names: &[&str], properties: &Properties) {
        let mut item = Hash::new();
        for name in names {
            item.text(name);
        }
        let mut sum: u64 = 0;
        for (name, value) in properties {
            let mut property = Hash::new();
            property.text(name);
            property.value(value);
            sum = sum.wrapping_add(property.finish());
        }
        item.number(sum);
        self.0 = self.0.wrapping_add(item.finish());
    }

    /// Reads what `to_string` wrote.
    pub fn parse(text: &str) -> Option<Self> {
        u64::from_str_radix(text, 16).ok().map(Self)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// FNV-1a, 64 bits. The standard library's hash may differ from one release of Rust to the next.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn number(&mut self, number: u64) {
        self.bytes(&number.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes(text.as_bytes());
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Bool(flag) => self.bytes(&[1, u8::from(*flag)]),
            Value::I64(number) => {
                self.bytes(&[2]);
                self.bytes(&number.to_le_bytes());
            }
            Value::String(text) => {
                self.bytes(&[3]);
                self.text(text);
            }
            Value::List(items) => {
                self.bytes(&[4]);
                self.number(items.len() as u64);
                for item in items {
                    self.value(item);
                }
            }
            // No property of a graph is of another type; its text form tells values of such types apart well enough.
            other => {
                self.bytes(&[5]);
                self.text(&format!("{other:?}"));
            }
        }
    }

    /// The hash, its bits mixed once more: sums of raw FNV values would let small changes cancel out.
    fn finish(&self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    }
}
