//! What became of every sentence: compiled, without authority content, or not understood.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::outline::{Outline, Sentence, SentenceKind, Zone};
use super::register::{Fact, Leftovers, Register};
use super::tables::Column;
use crate::graph::NodeId;

/// Why a sentence has no authority content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoContent {
    /// What the regulation is for.
    Purpose,
    /// What a word means.
    Definition,
    /// From when it is in force.
    Commencement,
    /// What happens to earlier rules and acts.
    Transition,
    /// Further rules are left to another instrument.
    LeftToOthers,
    /// Units may be created later, none named.
    OpenEstablishment,
    /// A deleted article.
    Deleted,
    /// Header of a table.
    TableHeader,
    /// Where a unit is and for which area.
    Location,
    /// Terms of office: how long, full-time or not, by whom appointed.
    TermsOfOffice,
}

/// The state of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SentenceState {
    /// It produced facts.
    Compiled,
    /// It has no authority content.
    NoContent,
    /// It is not understood.
    NotUnderstood,
}

/// What became of one sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SentenceReport {
    /// The clause that it stands in.
    pub clause: NodeId,
    /// Line of the source, from 1.
    pub line: u32,
    /// The sentence, verbatim.
    pub text: String,
    /// What became of it.
    pub state: SentenceState,
    /// Why it has no content, if it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<NoContent>,
    /// The facts that it produced.
    #[serde(skip)]
    pub facts: Vec<Fact>,
}

/// Numbers of sentences by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Totals {
    /// All sentences: those of paragraphs and items, bare lines, rows of tables.
    pub total: usize,
    /// Those that produced facts.
    pub compiled: usize,
    /// Those without authority content.
    pub no_content: usize,
    /// Those not understood.
    pub not_understood: usize,
}

/// What became of all sentences, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageReport {
    /// Every sentence.
    pub sentences: Vec<SentenceReport>,
}

impl CoverageReport {
    /// Numbers by state. compiled + no content + not understood = all.
    pub fn totals(&self) -> Totals {
        let count = |state| self.sentences.iter().filter(|sentence| sentence.state == state).count();
        Totals {
            total: self.sentences.len(),
            compiled: count(SentenceState::Compiled),
            no_content: count(SentenceState::NoContent),
            not_understood: count(SentenceState::NotUnderstood),
        }
    }

    /// Numbers of sentences without content by kind.
    pub fn no_content_kinds(&self) -> BTreeMap<NoContent, usize> {
        let mut kinds = BTreeMap::new();
        for kind in self.sentences.iter().filter_map(|sentence| sentence.kind) {
            *kinds.entry(kind).or_default() += 1;
        }
        kinds
    }

    /// The sentences that are not understood.
    pub fn not_understood(&self) -> impl Iterator<Item = &SentenceReport> {
        self.sentences.iter().filter(|sentence| sentence.state == SentenceState::NotUnderstood)
    }
}

/// Notes the sentences that need no fact.
pub(crate) fn excuse(register: &mut Register<'_>) {
    excuse_locations(register);
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if let Some(kind) = no_content(register.outline, sentence) {
            register.excused.entry(index).or_insert(kind);
        }
    }
}

/// Headers of tables; tables of names, places and areas, and the sentences that announce them.
fn excuse_locations(register: &mut Register<'_>) {
    let outline = register.outline;
    for table in &outline.tables {
        let header = table.rows[0];
        let titles: Vec<Option<Column>> =
            outline.sentences[header].cells.iter().map(|cell| Column::titled(cell.normal(), &register.kinds)).collect();
        let named = |cell: &str| ["位置", "管轄区域", "所在地", "担当区域"].iter().any(|word| cell.contains(word));
        let places = outline.sentences[header].cells.iter().any(|cell| named(&cell.normal().replace(' ', "")));
        // A column of duties or posts says more than where a unit is.
        let harmless =
            |column: &Column| matches!(column, Column::Unit(_) | Column::Location | Column::Number | Column::Remarks);
        if places && titles.iter().flatten().all(harmless) {
            register.excused.insert(header, NoContent::TableHeader);
            register.excused.extend(table.rows[1..].iter().map(|row| (*row, NoContent::Location)));
        }
        let headers = table.rows.iter().filter(|row| register.tables.is_header(**row));
        register.excused.extend(headers.map(|row| (*row, NoContent::TableHeader)));
    }
    for (index, sentence) in outline.sentences.iter().enumerate() {
        let words = sentence.bare.normal();
        if sentence.kind == SentenceKind::Lead && words.ends_with("とおりとする。") {
            let subject = words.find("は、").map_or("", |at| &words[..at]);
            if ["位置", "管轄区域", "名称", "所在地"].iter().any(|word| subject.ends_with(word)) {
                register.excused.insert(index, NoContent::Location);
            }
        }
    }
}

/// Why a sentence has no authority content, judged by its words and its place.
fn no_content(outline: &Outline<'_>, sentence: &Sentence) -> Option<NoContent> {
    static COMMENCES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:から|より)(?:これを)?施行する。?$|施行の日から施行する|から適用する。$").expect("valid pattern")
    });
    static PURPOSE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:定めるところによる|定めることを目的とする|目的とする|に関し(?:、)?必要な事項を定める(?:ものとする)?|を定めるものとする|趣旨とする)。$").expect("valid pattern")
    });
    static LEFT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:別に.*定める(?:ところによる|ものとする)?|(?:必要な事項|細則|内部組織|内部細則)は、.*(?:定める|定めるものとする)|が(?:別に)?定める(?:ところによる)?)。$").expect("valid pattern")
    });
    static PLACED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"は、[^、は]*[都道府県市区町村]に(?:置く|位置する)。$|の位置は、[^。]*とする。$|管轄区域は、[^。]*とする。$").expect("valid pattern")
    });
    static TERMS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"非常勤(?:とする|とすることができる)。$|任期は、|再任されることができる。$|(?:任命|委嘱|委嘱し、又は任命)する。$|のうちから、?[^。]*(?:命ずる|充てる|指名する)。$").expect("valid pattern")
    });
    let article = outline.articles[sentence.article].article;
    let bare = sentence.bare.normal().trim();
    if article.deleted || bare.trim_end_matches('。') == "削除" {
        return Some(NoContent::Deleted);
    }
    if COMMENCES.is_match(bare) {
        return Some(NoContent::Commencement);
    }
    if sentence.zone == Zone::Supplement {
        return Some(NoContent::Transition);
    }
    if sentence.kind == SentenceKind::Lead && bare.ends_with("をいう。") {
        return Some(NoContent::Definition);
    }
    if LEFT.is_match(bare) {
        return Some(NoContent::LeftToOthers);
    }
    if ["に置く", "位置", "管轄区域"].iter().any(|word| bare.contains(word)) && PLACED.is_match(bare) {
        return Some(NoContent::Location);
    }
    let of_terms = ["非常勤", "任期", "任命", "委嘱", "再任", "うちから"];
    if of_terms.iter().any(|word| bare.contains(word)) && TERMS.is_match(bare) {
        return Some(NoContent::TermsOfOffice);
    }
    PURPOSE.is_match(bare).then_some(NoContent::Purpose)
}

/// The report from the facts that each sentence produced. A sentence that is excused and still produced facts is compiled. An
/// edge REFERS_TO alone does not make a sentence understood.
pub(crate) fn report(outline: &Outline<'_>, facts: &[BTreeSet<Fact>], leftovers: &Leftovers) -> CoverageReport {
    let document = outline.document;
    let substance = |fact: &&Fact| !matches!(fact, Fact::Edge(crate::graph::RelationType::RefersTo, ..));
    let sentences = outline.sentences.iter().enumerate().map(|(index, sentence)| {
        let kind = leftovers.excused.get(&index).copied();
        let compiled = facts[index].iter().any(|fact| substance(&fact)) && !leftovers.unread.contains(&index);
        let state = match (compiled, kind) {
            (true, _) => SentenceState::Compiled,
            (false, Some(_)) => SentenceState::NoContent,
            (false, None) => SentenceState::NotUnderstood,
        };
        SentenceReport {
            clause: outline.clause_of(index).id.clone(),
            line: document.line_of(sentence.text.span().start),
            text: document.quote(sentence.text.span()).to_owned(),
            state,
            kind: kind.filter(|_| state == SentenceState::NoContent),
            facts: facts[index].iter().cloned().collect(),
        }
    });
    CoverageReport { sentences: sentences.collect() }
}
