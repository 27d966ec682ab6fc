//! What is known of a regulation's text beside nodes and edges: remarks that a finding may rest on, statements that make no edge,
//! and the findings that its body has accepted. They travel with the graph, so that a review needs nothing but the database.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Provenance, Statement};

/// What is known of a regulation beside nodes and edges.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Annotations {
    /// What the compiler noted on the text, by kind and then in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
    /// What is said of authority and makes no edge (専決, 委任, 準用 …), in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// Findings that the body has looked at and lives with; from the data set's supplement.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub acceptances: Vec<Acceptance>,
}

impl Annotations {
    /// The remarks of one kind, in the order of the text.
    pub fn remarks_of(&self, kind: RemarkKind) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(move |remark| remark.kind == kind)
    }
}

/// Something about the text that is neither node nor edge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Remark {
    /// What sort of thing was noted.
    pub kind: RemarkKind,
    /// What it is about, as [`RemarkKind`] says.
    pub subject: String,
    /// What else is to be said of it, as [`RemarkKind`] says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Line of the source where it stands, from 1.
    pub line: u32,
    /// Where: the clause and its words; for what stands between clauses (a caption, a heading), the nearest clause.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The kinds of [`Remark`], with what `subject` and `detail` hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum RemarkKind {
    /// A defined term: the term; the words that it stands for.
    Definition,
    /// From when the rules of a supplementary provision are in force: its heading; the day as YYYY-MM-DD, empty where the text
    /// leaves the day to another instrument or to the promulgation.
    Enforcement,
    /// The days of a supplementary provision do not follow those of the one before: its heading; `before-made` (in force before
    /// the day on which it was made), `made-earlier` (made before the one in front of it) or `overtaken` (made later and in force
    /// earlier than the one in front of it). Only where the headings give the day on which each was made.
    EnforcementOutOfOrder,
    /// A reference to an article, paragraph or item that the text does not have: the words of the reference. Not where another
    /// instrument is named before it in the sentence, whose clause it may be.
    DanglingReference,
    /// A name of a unit that several units have, none nearer than the others: the name.
    AmbiguousUnit,
    /// A title of a post that several posts have, none nearer than the others: the title.
    AmbiguousPost,
    /// 「上司」 where no unit around has a head: the words.
    NoSuperior,
    /// A second post that is said to head a unit: the words.
    SecondHead,
    /// A number that the text gives (次の三課) and the list that follows differ: the words.
    CountMismatch,
    /// The order of a list and the headings of the duties place a unit differently: the words.
    NestingConflict,
    /// The numbers of articles, paragraphs or items skip or repeat one: the words at the place.
    NumberGap,
    /// Noise of the page that was repaired when the text was read: the words; the kind of noise, as in the coverage report. One
    /// remark for all places of a kind, each with a piece of evidence.
    Noise,
    /// A limit of what may be decided for somebody absent (代決): the words; the evidence includes a proviso.
    DecisionLimit,
}

/// A finding that the body has looked at and lives with. Each states why, who decided so, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The code of the rule: `head-without-substitute`.
    pub code: String,
    /// The unit, post, duty or clause that the finding is about: an id, a name or a citation. Empty: all findings of the rule.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Why the finding is accepted.
    pub reason: String,
    /// Who accepted it.
    pub approver: String,
    /// The last day on which it is accepted, as YYYY-MM-DD.
    #[serde(deserialize_with = "day")]
    pub expires: String,
}

/// Reads a day that is written as YYYY-MM-DD; so written, days are in the order of their letters.
fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    match text.parse::<jiff::civil::Date>() {
        Ok(date) if date.to_string() == text => Ok(text),
        _ => Err(serde::de::Error::custom(format!("`{text}` is no day written as YYYY-MM-DD"))),
    }
}
