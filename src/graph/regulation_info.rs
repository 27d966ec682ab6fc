//! What belongs to a graph as a whole: what its regulation is called, and how its body reads what the text leaves open.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the regulation is called and when it was last changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct RegulationInfo {
    /// Its title.
    pub title: String,
    /// Date and number of its making, as in the text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Date and number of its last amendment, as in the text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub last_amendment: String,
    /// The instruments of the same body that were compiled together with this one, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<FurtherInstrument>,
}

/// What another instrument of the same body is called.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct FurtherInstrument {
    /// Its title; its clauses are cited with it.
    pub title: String,
    /// Date and number of its making, as in the text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Date and number of its last amendment, as in the text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub last_amendment: String,
}

impl RegulationInfo {
    /// A regulation of which only the title is known.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }
}

/// Readings that differ between bodies; they come from the data set's supplement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Whether 不在 includes 欠けた.
    pub absence_includes_vacancy: bool,
    /// Whether the substitute of an absent substitute acts in turn.
    pub successive_substitution: bool,
}
