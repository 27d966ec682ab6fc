//! From a [`Document`] to an [`AuthorityGraph`]: what the sentences say.
//!
//! One file per construct reads the sentences and enters what it finds, each with its proof, into the register; the graph
//! and the coverage report are made from the register at the end. Compiling never fails: a sentence that no construct
//! understands is reported as not understood, with its place, and a name that nothing creates becomes a node of status
//! `unknown`.

mod belonging;
mod classes;
mod clause_search;
mod command;
mod councils;
mod coverage;
mod coverage_by_article;
mod coverage_reading;
mod decision_limits;
mod duties;
mod duty_lists;
mod establish;
mod ex_officio;
mod exclusions;
mod finish;
mod headings;
mod headship;
mod instruments;
mod kinds;
mod lexicon;
mod likely_construct;
mod lists;
mod locations;
mod matters;
mod organs;
mod outline;
mod paths;
mod patterns;
mod places;
mod posts;
pub mod read;
mod references;
mod register;
mod remarks;
mod resolve;
mod role_lists;
mod roles;
mod statements;
mod subjects;
mod substitution;
mod supplement;
mod supplementary;
mod tables;
mod terms;
mod unit_lists;
mod units;

pub use clause_search::NoClause;
pub use coverage::{CoverageReport, EnforcementReport, NoContent, SentenceReport, SentenceState, Totals};
pub use coverage_by_article::{
    ArticleHead, ArticleHeading, ArticleReport, ArticleSentence, ConstructGroup, ConstructPlace, FactReport,
    SentencePlace,
};
pub use coverage_reading::{ReadingCounts, ReadingTotals, ReasonCount};
pub use instruments::join_instruments;
pub use likely_construct::LikelyConstruct;
pub use outline::SentenceKind;
pub use register::Fact;
pub use supplement::{Alias, KindRank, Officer, Supplement};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::graph::{Annotations, AuthorityGraph, NodeId};
use crate::regulation::Document;

/// What compiling a regulation gives.
#[derive(Debug, Clone)]
pub struct Compilation {
    /// The authority graph.
    pub graph: AuthorityGraph,
    /// What became of every sentence.
    pub coverage: CoverageReport,
    /// What could not be read for certain, in the order of the text.
    pub notices: Vec<Notice>,
    /// What was read of every sentence by its words and its place.
    pub reading: read::Reading,
}

/// Something that could not be read for certain: no edge was drawn from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Notice {
    /// What it is.
    pub kind: NoticeKind,
    /// The clause.
    pub clause: NodeId,
    /// Line of the source, from 1.
    pub line: u32,
    /// The words that it is about, verbatim.
    pub words: String,
}

/// The kinds of [`Notice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NoticeKind {
    /// A name of a unit that the text establishes nowhere.
    UnknownUnit,
    /// A name that several units have, none nearer than the others.
    AmbiguousUnit,
    /// A title of a post that the text establishes nowhere.
    UnknownPost,
    /// A title that several posts have, none nearer than the others.
    AmbiguousPost,
    /// 「上司」 where no unit around has a head.
    NoSuperior,
    /// A number that the text gives (次の三課) and the list that follows differ.
    CountMismatch,
    /// The order of a list and the headings of the duties place a unit differently.
    NestingConflict,
    /// Two posts are both said to head one unit.
    SecondHead,
    /// Something that is put somewhere, whose name tells neither a unit nor a post.
    UnclearObject,
    /// A category of staff where posts are listed: no post, no edge.
    StaffCategory,
    /// A duty that leaves something to a post: it gives way to units only.
    LeftToPost,
    /// A list of units without indentation: what lies below what was inferred.
    LostIndentation,
}

/// Reads a document to frames: what its sentences say by their words and places, before any name is looked up.
pub fn read_sentences(document: &Document) -> read::Reading {
    read::read(&outline::Outline::new(document))
}

/// Compiles a regulation with its supplement. Never fails, and the same input gives the same graph.
pub fn compile(document: &Document, supplement: &Supplement) -> Compilation {
    let outline = outline::Outline::new(document);
    let mut register = register::Register::new(&outline, supplement);
    let definitions = terms::collect(&outline);
    register.short_names = terms::short_names(&register.kinds, &definitions);
    let establishing = establish::read_all(&outline.sentences, &register.kinds);
    units::compile(&mut register, &establishing, &definitions, supplement);
    let mut duty_lists = duty_lists::place_headings(&mut register);
    let indices: Vec<usize> = establishing.iter().map(|(index, _)| *index).collect();
    tables::place_owners(&mut register, &indices, &mut duty_lists);
    terms::name_units(&mut register, &definitions);
    posts::add_officers(&mut register, supplement);
    posts::compile(&mut register, &establishing);
    let chiefs = headship::chiefs(&mut register);
    posts::add_designated(&mut register);
    posts::add_seats(&mut register);
    ex_officio::compile(&mut register);
    let roles = roles::compile(&mut register, chiefs);
    command::compile(&mut register, &roles);
    substitution::compile(&mut register);
    councils::compile(&mut register);
    duties::compile(&mut register, &mut duty_lists);
    role_lists::compile(&mut register, &duty_lists);
    exclusions::compile(&mut register);
    matters::compile(&mut register, &definitions);
    let dangling = references::compile(&mut register, &definitions);
    statements::compile(&mut register);
    coverage::excuse(&mut register);
    headings::take_back_unused(&mut register);
    let kinds = register.kinds.clone();
    let (graph, facts, leftovers) = register.finish(supplement);
    let reading = read::read(&outline);
    let coverage = coverage::report(&outline, &reading, &kinds, (&facts, &leftovers));
    let mut notices = leftovers.notices;
    // Lines count from the start of each instrument.
    let place = |notice: &Notice| (outline.instrument_of(&notice.clause), notice.line, notice.kind);
    notices.sort_by_cached_key(|notice| (place(notice), notice.words.clone()));
    notices.dedup();
    let remarks = remarks::collect(&outline, &definitions, &dangling, &notices);
    let statements = leftovers.statements;
    let annotations = Annotations { remarks, statements, acceptances: supplement.accepted.clone() };
    let graph = graph.with_annotations(annotations);
    Compilation { graph, coverage, notices, reading }
}
