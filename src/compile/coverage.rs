//! What became of every sentence: compiled, without authority content, or not understood.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::coverage_by_article::{ArticleHead, SentencePlace, heads, place_of};
use super::coverage_reading::ReadingTotals;
use super::finish::Leftovers;
use super::kinds::Kinds;
use super::likely_construct::{LikelyConstruct, of_sentence};
use super::locations;
use super::outline::{Outline, Sentence, SentenceKind, Zone};
use super::read::explain::{UnreadWords, unread_words};
use super::read::{Reading, State};
use super::register::{Fact, Register};
use super::supplementary::is_in_force;
use crate::graph::NodeId;
use crate::regulation::{Document, Enforcement, EnforcementDay};

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
    /// Terms of office: how long, full-time or not, by whom appointed, from which staff.
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
    /// Its number among all sentences in the order of the text, from 1; 0 where an earlier version did not keep it.
    #[serde(default)]
    pub number: u32,
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
    /// What it probably says, if it is not understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likely_construct: Option<LikelyConstruct>,
    /// What became of it when its words were read; absent where an earlier version did not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<State>,
    /// The words that nothing used, if it was read partly or not understood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<UnreadWords>,
    /// The facts that it produced.
    #[serde(skip)]
    pub facts: Vec<Fact>,
    /// Where in its article it stands.
    #[serde(skip)]
    pub place: SentencePlace,
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

/// From when the rules of a supplement are in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EnforcementReport {
    /// The heading of the supplement, verbatim.
    pub supplement: String,
    /// The day, as YYYY-MM-DD; absent where the text gives none (公布の日).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Line of the regulation, from 1.
    pub line: u32,
    /// The sentence that says so, verbatim.
    pub text: String,
}

/// What became of all sentences, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageReport {
    /// Every sentence.
    pub sentences: Vec<SentenceReport>,
    /// The articles, also those of supplements and appendices.
    pub articles: Vec<ArticleHead>,
    /// From when the supplements are in force.
    pub enforcement: Vec<EnforcementReport>,
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

    /// How much was read, in sentences and characters; nothing if the report does not say so.
    pub fn reading(&self) -> Option<ReadingTotals> {
        ReadingTotals::of(&self.sentences)
    }

    /// The sentences that are not understood.
    pub fn not_understood(&self) -> impl Iterator<Item = &SentenceReport> {
        self.sentences.iter().filter(|sentence| sentence.state == SentenceState::NotUnderstood)
    }
}

/// Notes the sentences that need no fact.
pub(crate) fn excuse(register: &mut Register<'_>) {
    locations::excuse(register);
    locations::excuse_numbers(register);
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if let Some(kind) = no_content(register.outline, sentence) {
            register.excused.entry(index).or_insert(kind);
        }
    }
}

/// Why a sentence has no authority content, judged by its words and its place.
fn no_content(outline: &Outline<'_>, sentence: &Sentence) -> Option<NoContent> {
    let article = outline.articles[sentence.article].article;
    let bare = sentence.bare.normal().trim();
    if article.deleted || bare.trim_end_matches('。') == "削除" {
        return Some(NoContent::Deleted);
    }
    if commences(bare) {
        return Some(NoContent::Commencement);
    }
    if sentence.zone == Zone::Supplement {
        return (!is_in_force(outline, sentence)).then_some(NoContent::Transition);
    }
    if sentence.kind == SentenceKind::Lead && (bare.ends_with("をいう。") || fills_statute(bare)) {
        return Some(NoContent::Definition);
    }
    if is_left_to_others(bare) {
        return Some(NoContent::LeftToOthers);
    }
    if is_location(bare) {
        return Some(NoContent::Location);
    }
    if is_of_terms(bare) {
        return Some(NoContent::TermsOfOffice);
    }
    const PURPOSES: [&str; 5] =
        ["定めるところによる", "目的とする", "必要な事項を定める", "を定めるものとする", "趣旨とする"];
    ends_with_any(bare.strip_suffix('。')?, &PURPOSES).then_some(NoContent::Purpose)
}

/// Whether the text ends with one of the endings.
fn ends_with_any(text: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| text.ends_with(ending))
}

/// What words of a statute mean here: 「甲所は、乙法第三条に規定する政令で定める研修施設とする。」「…に規定する政令で定める数は、二人とする。」
fn fills_statute(bare: &str) -> bool {
    let Some(text) = bare.strip_suffix("とする。") else { return false };
    ["令で定める", "令の定める", "規則で定める"].iter().any(|mark| {
        text.split_once(mark).is_some_and(|(front, _)| front.contains("に規定する") && front.contains("条"))
    })
}

/// 「公布の日から施行する。」
fn commences(bare: &str) -> bool {
    let text = bare.strip_suffix('。').unwrap_or(bare);
    let enforced = text.strip_suffix("施行する").map(|text| text.strip_suffix("これを").unwrap_or(text));
    enforced.is_some_and(|text| ends_with_any(text, &["から", "より"])) || bare.ends_with("から適用する。")
}

/// 「…必要な事項は、理事長が別に定める。」
fn is_left_to_others(bare: &str) -> bool {
    let Some(text) = bare.strip_suffix('。') else { return false };
    // 「この規則の施行に関し必要な事項は、局長に委任する。」
    if let Some((details, to)) = text.strip_suffix("に委任する").and_then(|text| text.rsplit_once("は、"))
        && ["必要な事項", "細則", "細目"].iter().any(|end| details.ends_with(end))
    {
        return !to.contains('、');
    }
    let by_rule = text.strip_suffix("ところによる");
    let Some(text) = by_rule.or_else(|| text.strip_suffix("ものとする")).unwrap_or(text).strip_suffix("定める")
    else {
        return false;
    };
    let of_details = ["必要な事項は、", "必要な事項については、", "細則は、", "細目は、", "内部組織は、"]
        .iter()
        .any(|words| text.contains(words));
    text.contains("別に") || (of_details && by_rule.is_none()) || text.ends_with('が')
}

/// 「事務所は、甲県乙市に置く。」
fn is_location(bare: &str) -> bool {
    let Some(text) = bare.strip_suffix('。') else { return false };
    let place = || {
        let text = text.strip_suffix("に置く").or_else(|| text.strip_suffix("に位置する"))?;
        let (_, place) = text.rsplit_once("は、")?;
        Some(!place.contains('は') && place.ends_with(['都', '道', '府', '県', '市', '区', '町', '村']))
    };
    let is_stated = || {
        let stated = text.strip_suffix("とする")?;
        Some(
            ["の位置は、", "管轄区域は、"]
                .iter()
                .any(|words| stated.rsplit_once(words).is_some_and(|(_, value)| !value.contains('。'))),
        )
    };
    place() == Some(true) || is_stated() == Some(true)
}

/// Who appoints, for how long, with what pay: 「委員は、非常勤とする。」
fn is_of_terms(bare: &str) -> bool {
    if bare.contains("任期は、") {
        return true;
    }
    let Some(text) = bare.strip_suffix('。') else { return false };
    const TERMS: [&str; 5] =
        ["非常勤とする", "非常勤とすることができる", "再任されることができる", "任命する", "委嘱する"];
    let chosen = text.rsplit_once("のうちから").is_some_and(|(_, choice)| !choice.contains('。'));
    ends_with_any(text, &TERMS) || (chosen && ends_with_any(text, &["命ずる", "充てる", "指名する"]))
}

/// The report from the facts that each sentence produced. A sentence that is excused and still produced facts is compiled. An
/// edge REFERS_TO alone does not make a sentence understood.
pub(crate) fn report(
    outline: &Outline<'_>,
    reading: &Reading,
    kinds: &Kinds,
    (facts, leftovers): (&[BTreeSet<Fact>], &Leftovers),
) -> CoverageReport {
    let document = outline.document;
    // That a post is spoken of is not yet what is said of it.
    let substance = |index: usize, fact: &Fact| match fact {
        Fact::Edge(relation, ..) => *relation != crate::graph::RelationType::RefersTo,
        Fact::Statement(_, explains) => *explains,
        Fact::Node(_) => !leftovers.bare_roles.contains(&index),
    };
    let sentences = outline.sentences.iter().enumerate().map(|(index, sentence)| {
        let kind = leftovers.excused.get(&index).copied();
        let compiled = facts[index].iter().any(|fact| substance(index, fact)) && !leftovers.unread.contains(&index);
        let state = match (compiled, kind) {
            (true, _) => SentenceState::Compiled,
            (false, Some(_)) => SentenceState::NoContent,
            (false, None) => SentenceState::NotUnderstood,
        };
        SentenceReport {
            number: index as u32 + 1,
            clause: outline.clause_of(index).id.clone(),
            line: document.line_of(sentence.text.span().start),
            text: document.quote(sentence.text.span()).to_owned(),
            state,
            kind: kind.filter(|_| state == SentenceState::NoContent),
            likely_construct: (state == SentenceState::NotUnderstood).then(|| of_sentence(outline, kinds, index)),
            reading: Some(reading.sentences[index].state),
            unread: unread_words(document, &sentence.text, &reading.sentences[index]),
            facts: facts[index].iter().cloned().collect(),
            place: place_of(outline, index),
        }
    });
    CoverageReport { sentences: sentences.collect(), articles: heads(outline), enforcement: enforcement(document) }
}

/// From when the supplements of a document are in force.
fn enforcement(document: &Document) -> Vec<EnforcementReport> {
    let stated = document.supplements.iter().flat_map(|supplement| {
        let heading = document.quote(supplement.heading.span()).trim();
        supplement.enforcement().into_iter().map(move |stated| (heading, stated))
    });
    let instrument = |offset: usize| match document.further.len() {
        0 => String::new(),
        _ => document.title_of(document.instrument_at(offset)).to_owned(),
    };
    let report = |(heading, Enforcement { day, span }): (&str, Enforcement)| EnforcementReport {
        supplement: format!("{}{heading}", instrument(span.start)),
        date: if let EnforcementDay::On(date) = day { Some(date.to_string()) } else { None },
        line: document.line_of(span.start),
        text: document.quote(span).to_owned(),
    };
    stated.map(report).collect()
}
