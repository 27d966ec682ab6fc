//! `supplement.toml`: what a regulation leaves to other instruments, and readings that differ between bodies.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::graph::{Acceptance, Settings};

/// The supplement of a data set. Every entry states its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Supplement {
    /// Officers that the regulation names and a statute creates.
    pub officers: Vec<Officer>,
    /// Kind words of units that this body uses, with their rank: 10 like a 局, 20 本部, 30 部, 40 課, 50 係.
    pub kinds: Vec<KindRank>,
    /// Other names of units and posts.
    pub aliases: Vec<Alias>,
    /// Readings that differ between bodies.
    pub settings: Settings,
    /// Why the settings are as they are.
    pub settings_reason: String,
    /// Findings that the body has looked at and lives with.
    pub accepted: Vec<Acceptance>,
}

/// An officer created by another instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Officer {
    /// The title as the regulation has it.
    pub title: String,
    /// The instrument that creates the officer.
    pub instrument: String,
    /// Why this entry is needed.
    pub reason: String,
}

/// Rank of a kind word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KindRank {
    /// The word that names of such units end in.
    pub kind: String,
    /// Its rank, a smaller number standing higher.
    pub rank: u32,
    /// Why.
    pub reason: String,
}

/// Another name of a unit or post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The other name.
    pub alias: String,
    /// The name in the regulation.
    pub name: String,
    /// Why.
    pub reason: String,
}

impl Supplement {
    /// Reads a supplement.
    ///
    /// # Errors
    /// No TOML, a field that is not known, or one that is missing; the error names the line.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The ranks of kind words.
    pub(crate) fn kind_ranks(&self) -> BTreeMap<String, u32> {
        self.kinds.iter().map(|entry| (entry.kind.clone(), entry.rank)).collect()
    }
}
