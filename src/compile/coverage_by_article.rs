//! The coverage report arranged for readers: per article what became of each sentence, and the sentences that were not
//! understood by what they probably say.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Notice;
use super::coverage::{CoverageReport, SentenceReport, SentenceState};
use super::likely_construct::LikelyConstruct;
use super::outline::{Outline, SentenceKind};
use super::register::Fact;
use crate::graph::{AuthorityGraph, Label, NodeId, RelationType, StatementKind};
use crate::regulation::Text;

/// A heading of a chapter, section …, a supplement or an appendix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleHeading {
    /// The heading, verbatim.
    pub text: String,
    /// Line of the source, from 1: what tells two supplements with the same heading apart.
    pub line: u32,
}

/// What stands above the sentences of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleHead {
    /// How it is cited; empty for what stands outside articles.
    pub citation: String,
    /// Its caption without brackets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Headings of the chapters, sections … around it, the outermost first; of a supplement or an appendix its heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<ArticleHeading>,
    /// Line of the source where it starts, from 1.
    pub line: u32,
}

/// Where in its article a sentence stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SentencePlace {
    /// Index of its article.
    #[serde(skip)]
    pub article: usize,
    /// What it stands in.
    pub stands_in: SentenceKind,
    /// How many lists it is nested in: 0 for the sentences of a paragraph and the bare lines below them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub depth: u32,
    /// Of a bare line: columns of white space in front of it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub indent: u32,
    /// The number in front of it, verbatim: 第3条, 2, (12), イ. Empty for what goes on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mark: String,
    /// Of a row its cells, verbatim.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<String>,
}

/// A fact of the graph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FactReport {
    /// A node.
    Node {
        /// What it is.
        label: Label,
        /// Its id.
        id: NodeId,
    },
    /// An edge.
    Edge {
        /// What it says.
        #[serde(rename = "type")]
        relation: RelationType,
        /// Id of the node that it is about.
        from: NodeId,
        /// Id of its object.
        to: NodeId,
    },
    /// A statement that makes no edge.
    Statement {
        /// What sort of thing is said.
        statement: StatementKind,
    },
}

/// A sentence in its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleSentence {
    /// What became of it.
    #[serde(flatten)]
    pub sentence: SentenceReport,
    /// Where it stands.
    #[serde(flatten)]
    pub place: SentencePlace,
    /// The facts that it produced: nodes by their ids, then edges by type and by the ids of their ends.
    pub facts: Vec<FactReport>,
    /// What of it could not be read for certain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
}

/// What became of each sentence of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleReport {
    /// What stands above its sentences.
    #[serde(flatten)]
    pub head: ArticleHead,
    /// Its sentences in the order of the text.
    pub sentences: Vec<ArticleSentence>,
}

/// Where a sentence stands that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ConstructPlace {
    /// Number of the sentence.
    pub number: u32,
    /// The clause that it stands in.
    pub clause: NodeId,
    /// Line of the source, from 1.
    pub line: u32,
}

/// The sentences that were not understood and probably say the same sort of thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ConstructGroup {
    /// What they probably say.
    pub construct: LikelyConstruct,
    /// How many they are.
    pub count: usize,
    /// Where they stand, in the order of the text.
    pub places: Vec<ConstructPlace>,
}

impl ConstructGroup {
    /// The groups of the sentences that were not understood: the largest first, those that show no sign at the end.
    pub fn of<'s>(sentences: impl IntoIterator<Item = &'s SentenceReport>) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        for sentence in sentences.into_iter().filter(|sentence| sentence.state == SentenceState::NotUnderstood) {
            let construct = sentence.likely_construct.unwrap_or(LikelyConstruct::Other);
            let place =
                ConstructPlace { number: sentence.number, clause: sentence.clause.clone(), line: sentence.line };
            match groups.iter_mut().find(|group| group.construct == construct) {
                Some(group) => group.places.push(place),
                None => groups.push(Self { construct, count: 0, places: vec![place] }),
            }
        }
        for group in &mut groups {
            group.count = group.places.len();
        }
        let rest = |group: &Self| group.construct == LikelyConstruct::Other;
        groups.sort_by_key(|group| (rest(group), Reverse(group.count), group.construct));
        groups
    }
}

impl CoverageReport {
    /// The sentences that were not understood by what they probably say.
    pub fn groups(&self) -> Vec<ConstructGroup> {
        ConstructGroup::of(&self.sentences)
    }

    /// What became of each sentence, article by article, each notice at the sentence that it is about.
    pub fn by_article(&self, graph: &AuthorityGraph, notices: &[Notice]) -> Vec<ArticleReport> {
        let mut noticed = self.notices_by_sentence(notices);
        let mut articles: Vec<ArticleReport> =
            self.articles.iter().map(|head| ArticleReport { head: head.clone(), sentences: Vec::new() }).collect();
        for (index, sentence) in self.sentences.iter().enumerate() {
            articles[sentence.place.article].sentences.push(ArticleSentence {
                sentence: sentence.clone(),
                place: sentence.place.clone(),
                facts: sentence.facts.iter().filter_map(|fact| report_of(fact, graph)).collect(),
                notices: noticed.remove(&index).unwrap_or_default(),
            });
        }
        articles
    }

    /// The notices by the index of the sentence that each is about: of those in its clause the one that holds its words, else
    /// the first; where the clause has no sentence, the first one from its line on.
    fn notices_by_sentence(&self, notices: &[Notice]) -> HashMap<usize, Vec<Notice>> {
        let mut of_clauses: HashMap<&NodeId, Vec<usize>> = HashMap::new();
        for (index, sentence) in self.sentences.iter().enumerate() {
            of_clauses.entry(&sentence.clause).or_default().push(index);
        }
        let mut noticed: HashMap<usize, Vec<Notice>> = HashMap::new();
        for notice in notices {
            let in_clause = of_clauses.get(&notice.clause).map_or(&[][..], Vec::as_slice);
            let holds = |index: &&usize| self.sentences[**index].text.contains(&notice.words);
            let index = in_clause.iter().find(holds).or(in_clause.first()).copied();
            let index = index
                .or_else(|| self.sentences.iter().position(|sentence| sentence.line >= notice.line))
                .or_else(|| self.sentences.len().checked_sub(1));
            if let Some(index) = index {
                noticed.entry(index).or_default().push(notice.clone());
            }
        }
        noticed
    }
}

/// A fact as the report gives it; nothing for a node that the graph does not hold.
fn report_of(fact: &Fact, graph: &AuthorityGraph) -> Option<FactReport> {
    Some(match fact {
        Fact::Node(id) => FactReport::Node { label: graph.node(id)?.label(), id: id.clone() },
        Fact::Statement(kind, _) => FactReport::Statement { statement: *kind },
        Fact::Edge(relation, from, to) => FactReport::Edge { relation: *relation, from: from.clone(), to: to.clone() },
    })
}

/// What stands above the sentences of each article.
pub(crate) fn heads(outline: &Outline<'_>) -> Vec<ArticleHead> {
    let document = outline.document;
    let heading = |span: Range<usize>| ArticleHeading {
        line: document.line_of(span.start),
        text: document.quote(span).trim().to_owned(),
    };
    let places = outline.articles.iter().enumerate();
    let head = |(index, place): (usize, &super::outline::ArticlePlace<'_>)| {
        let mut divisions: Vec<usize> = outline.divisions_around(index).collect();
        divisions.reverse();
        let spans = place.part.map(Text::span).into_iter();
        let spans = spans.chain(divisions.into_iter().map(|division| outline.heading_line(division)));
        let start = place.article.paragraphs.first().map_or(0, |paragraph| paragraph.span.start);
        ArticleHead {
            citation: place.citation.clone(),
            caption: outline.caption(index).map(str::to_owned),
            headings: spans.map(heading).collect(),
            line: document.line_of(start),
        }
    };
    places.map(head).collect()
}

/// What Markdown sets around a number: no part of it.
const MARKUP: [char; 5] = ['*', '#', '_', '>', '-'];

/// Where in its article a sentence stands.
pub(crate) fn place_of(outline: &Outline<'_>, index: usize) -> SentencePlace {
    let sentence = &outline.sentences[index];
    let document = outline.document;
    let span = &outline.clause_of(index).span;
    let starts_clause = index == 0 || outline.sentences[index - 1].clause != sentence.clause;
    let end = if sentence.text.is_empty() { span.end } else { sentence.text.span().start };
    let mark = if starts_clause && span.start < end { document.quote(span.start..end) } else { "" };
    let mark = mark.trim_matches(|c: char| c.is_whitespace() || MARKUP.contains(&c));
    SentencePlace {
        article: sentence.article,
        stands_in: sentence.kind,
        depth: sentence.item.as_ref().map_or(0, |item| item.depth as u32 + 1),
        indent: sentence.indent as u32,
        mark: mark.to_owned(),
        cells: sentence.cells.iter().map(|cell| document.quote(cell.span()).to_owned()).collect(),
    }
}

/// For `skip_serializing_if`: leaves out a number that is nothing.
fn is_zero(number: &u32) -> bool {
    *number == 0
}
