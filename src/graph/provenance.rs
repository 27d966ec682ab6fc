//! Where a node or an edge comes from: the clauses and the very words, and whether the words say it or a rule concluded it.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::NodeId;

/// One clause and the words in it that something rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// Id of the clause node.
    pub clause: NodeId,
    /// Verbatim words of that clause (a substring of its text), never empty. Shared: many edges rest on the same words.
    pub words: Arc<str>,
}

/// The clauses that a node or edge rests on: never empty, in the order in which they support it.
///
/// In JSON this is two lists of the same length, `clauses` (ids) and `words` (verbatim quotations).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "EvidenceColumns")]
pub struct Provenance {
    first: Evidence,
    rest: Vec<Evidence>,
}

impl Provenance {
    /// Provenance in one clause. There is no empty provenance.
    pub fn new(clause: NodeId, words: impl Into<Arc<str>>) -> Self {
        Self { first: Evidence { clause, words: words.into() }, rest: Vec::new() }
    }

    /// The same with one more piece of evidence after the others; a repeated piece is kept once.
    #[must_use]
    pub fn and(mut self, clause: NodeId, words: impl Into<Arc<str>>) -> Self {
        self.push(Evidence { clause, words: words.into() });
        self
    }

    /// Adds one piece of evidence unless it is already there.
    pub fn push(&mut self, evidence: Evidence) {
        if self.first != evidence && !self.rest.contains(&evidence) {
            self.rest.push(evidence);
        }
    }

    /// Adds all evidence of `other`, in its order, without repeats.
    pub fn extend(&mut self, other: &Provenance) {
        for evidence in other.iter() {
            self.push(evidence.clone());
        }
    }

    /// The evidence, the first one being what the thing mainly rests on.
    pub fn iter(&self) -> impl Iterator<Item = &Evidence> {
        std::iter::once(&self.first).chain(&self.rest)
    }

    /// The piece of evidence that the thing mainly rests on.
    pub fn first(&self) -> &Evidence {
        &self.first
    }

    /// The clause ids in order, each once.
    pub fn clauses(&self) -> Vec<NodeId> {
        let mut ids: Vec<NodeId> = Vec::new();
        for evidence in self.iter() {
            if !ids.contains(&evidence.clause) {
                ids.push(evidence.clause.clone());
            }
        }
        ids
    }
}

/// The form of [`Provenance`] in JSON and in the database.
#[derive(Deserialize, JsonSchema)]
struct EvidenceColumns {
    /// Ids of the clauses that this rests on, the main one first.
    #[schemars(length(min = 1))]
    clauses: Vec<NodeId>,
    /// The verbatim words relied on, one entry for each entry of `clauses`.
    #[schemars(length(min = 1))]
    words: Vec<Arc<str>>,
}

impl Serialize for Provenance {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut columns = serializer.serialize_struct("Provenance", 2)?;
        columns.serialize_field("clauses", &self.iter().map(|evidence| &evidence.clause).collect::<Vec<_>>())?;
        columns.serialize_field("words", &self.iter().map(|evidence| &evidence.words).collect::<Vec<_>>())?;
        columns.end()
    }
}

impl TryFrom<EvidenceColumns> for Provenance {
    type Error = String;

    fn try_from(columns: EvidenceColumns) -> Result<Self, String> {
        if columns.clauses.len() != columns.words.len() {
            return Err(format!("{} clauses but {} quotations", columns.clauses.len(), columns.words.len()));
        }
        let mut evidence =
            columns.clauses.into_iter().zip(columns.words).map(|(clause, words)| Evidence { clause, words });
        let first = evidence.next().ok_or("`clauses` is empty: every node and edge rests on a clause")?;
        Ok(Self { first, rest: evidence.collect() })
    }
}

impl JsonSchema for Provenance {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Provenance".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        EvidenceColumns::json_schema(generator)
    }
}

/// Whether the words say it or a rule concluded it. In JSON `basis` is `stated` or `derived`; a derived edge also has `rule`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "basis", rename_all = "snake_case")]
pub enum Basis {
    /// The words of the clause say so.
    Stated,
    /// A rule of the model concluded it from the words of the clauses.
    Derived {
        /// The rule.
        rule: Rule,
    },
}

impl Basis {
    /// The rule of a derived fact.
    pub fn rule(self) -> Option<Rule> {
        match self {
            Basis::Stated => None,
            Basis::Derived { rule } => Some(rule),
        }
    }
}

/// The rules by which the compiler concludes what the words do not say outright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// 「上司の命を受けて」: the head of the post's unit; for the head itself, the head of the nearest enclosing unit.
    SuperiorByPlace,
    /// A bare 「命を受けて」 (national orders): the head of the unit.
    BareOrder,
    /// A post with only 補佐 is commanded by the post that it assists.
    CommandedByAssisted,
    /// A post that is not the head but commands 所属職員 within a specific matter is a second superior.
    SecondSuperior,
    /// A unit in a flat list belongs to the nearest unit above it in the list whose kind ranks higher.
    NestingByKind,
    /// A unit in an indented list belongs to the nearest line above it with less indentation.
    NestingByIndentation,
    /// A unit belongs to the unit whose duty list has it as a heading.
    NestingByHeading,
    /// An officer named by the regulation and created by statute belongs to the body.
    OfficerOfBody,
    /// 「他の部」: every other unit of that kind, the units above the one speaking aside.
    OtherUnitsOfKind,
    /// 「他の所掌」, 「他部」 and the like: every unit beside the one speaking.
    OtherUnits,
    /// A post whose unit the text leaves unsaid belongs to the body.
    UnitUnsaid,
    /// A unit named alone in a chapter headed by the name of a unit belongs to that one.
    UnitOfHeading,
    /// A unit named alone in a chapter on regional organs belongs to the organ whose residual duty stands there.
    OrganSpokenOf,
    /// A unit named only by others and created nowhere is placed where its neighbours in the same list are, else beside the unit that
    /// speaks of it.
    PlacedWithNeighbours,
    /// A matter lies within another one because its words are that one's words and more: 文書の発送 within 文書.
    NarrowerWords,
}

impl Rule {
    /// The kebab-case name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Rule::SuperiorByPlace => "superior-by-place",
            Rule::BareOrder => "bare-order",
            Rule::CommandedByAssisted => "commanded-by-assisted",
            Rule::SecondSuperior => "second-superior",
            Rule::NestingByKind => "nesting-by-kind",
            Rule::NestingByIndentation => "nesting-by-indentation",
            Rule::NestingByHeading => "nesting-by-heading",
            Rule::OfficerOfBody => "officer-of-body",
            Rule::OtherUnitsOfKind => "other-units-of-kind",
            Rule::OtherUnits => "other-units",
            Rule::UnitUnsaid => "unit-unsaid",
            Rule::UnitOfHeading => "unit-of-heading",
            Rule::OrganSpokenOf => "organ-spoken-of",
            Rule::PlacedWithNeighbours => "placed-with-neighbours",
            Rule::NarrowerWords => "narrower-words",
        }
    }
}
