//! A number over all nodes and edges of a data set, by which a change made by another program is noticed.
//!
//! It guards against accidents, not against attackers: 64 bits, mixed eight bytes at a time, the parts added up so that
//! neither the order of properties nor that of nodes and edges matters.

use std::fmt;

use super::NodeNumber;
use super::stored::{Entries, Stored};

/// The fingerprint of what was added to it so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Adds a node.
    pub fn node(&mut self, number: NodeNumber, label: &str, properties: &Entries<'_>) {
        self.add(&[number.0], label, properties);
    }

    /// Adds an edge.
    pub fn edge(&mut self, (from, to): (NodeNumber, NodeNumber), relation: &str, properties: &Entries<'_>) {
        self.add(&[from.0, to.0], relation, properties);
    }

    /// Adds anything with numbers, a name and properties.
    pub fn add(&mut self, numbers: &[u64], name: &str, properties: &Entries<'_>) {
        let mut item = Hash::default();
        numbers.iter().for_each(|number| item.number(*number));
        item.text(name);
        let sum = properties.0.iter().fold(0_u64, |sum, (name, value)| {
            let mut property = Hash::default();
            property.text(name);
            property.value(value);
            sum.wrapping_add(property.finish())
        });
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

/// A hash that stays the same: that of the standard library may differ from one release of Rust to the next.
#[derive(Default)]
struct Hash(u64);

impl Hash {
    fn number(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 32;
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        words.iter().for_each(|word| self.number(u64::from_le_bytes(*word)));
        if !rest.is_empty() {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            self.number(u64::from_le_bytes(last));
        }
    }

    /// A value, after a number that tells its type.
    fn value(&mut self, value: &Stored<'_>) {
        match value {
            Stored::Bool(flag) => {
                self.number(1);
                self.number(u64::from(*flag));
            }
            Stored::I64(number) => {
                self.number(2);
                self.number(u64::from_le_bytes(number.to_le_bytes()));
            }
            Stored::String(text) | Stored::Json(text) => {
                self.number(3);
                self.text(text);
            }
            Stored::List(items) => {
                self.number(4);
                self.number(items.len() as u64);
                items.iter().for_each(|item| self.value(item));
            }
            Stored::Choice { choice, words } => {
                self.number(5);
                self.text(choice);
                self.text(words);
            }
        }
    }

    /// The hash, its bits mixed once more, so that sums of hashes do not cancel out.
    fn finish(&self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 32)
    }
}
