//! What was read of one clause, laid open: its tokens, its frames with where each argument was taken from, its conditions, and the
//! account of its words. What `kengen explain-clause` shows.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::condition::Cond;
use super::explain_tokens::tokens;
pub use super::explain_tokens::{ExplainedToken, TokenSort};
use super::frame::{Arg, Filled, Frame, LeadKind};
use super::show::{self, Texts};
use super::terms::Terms;
use super::{Account, Reading, SentenceReading, Span, State, Use};
use crate::compile::clause_search::{NoClause, find_clauses};
use crate::compile::lexicon::{Role, Sense};
use crate::compile::outline::{Outline, SentenceKind};
use crate::graph::NodeId;
use crate::regulation::{Document, Text};

/// What was read of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClauseExplanation {
    /// The title of the regulation; empty if there is none.
    pub regulation: String,
    /// The clauses: the one asked for, or the paragraphs of the article asked for.
    pub clauses: Vec<NodeId>,
    /// Their own sentences and bare lines, in the order of the text.
    pub sentences: Vec<SentenceExplanation>,
    /// How many items, rows and headings stand directly below them: these are clauses of their own.
    pub below: usize,
}

/// What was read of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SentenceExplanation {
    /// Where it stands.
    #[serde(flatten)]
    pub place: SentenceAt,
    /// What it stands in.
    pub stands_in: SentenceKind,
    /// The caption of its article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// The sentence above the list that it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<SentenceAt>,
    /// The heading line above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<SentenceAt>,
    /// Its words as they were read; all offsets but those of `unread` count its bytes.
    pub normalised: String,
    /// Its tokens, in order.
    pub tokens: Vec<ExplainedToken>,
    /// Its clauses, in order.
    pub frames: Vec<ExplainedFrame>,
    /// What each of its words was used for: together the whole sentence.
    pub account: Vec<ExplainedRun>,
    /// The words that nothing used, if it was read partly or not understood.
    pub unread: Vec<UnreadWords>,
    /// What became of it.
    pub state: State,
}

/// Where a sentence stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SentenceAt {
    /// Its number among all sentences in the order of the text, from 1.
    pub number: u32,
    /// The clause that it stands in.
    pub clause: NodeId,
    /// Line of the source, from 1.
    pub line: u32,
    /// The sentence, verbatim.
    pub text: String,
}

/// A clause of a sentence as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExplainedFrame {
    /// What its predicate says.
    pub sense: Sense,
    /// The predicate; empty where the place alone says it.
    pub predicate: String,
    /// Number of the sentence in which the predicate is written, if that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_in: Option<u32>,
    /// What stands in each role.
    pub arguments: Vec<ExplainedArgument>,
    /// When it holds.
    pub conditions: Vec<ExplainedCondition>,
    /// Roles that it needs and that nothing fills.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Role>,
    /// The whole in one line, in the notation that the tests of the reader keep.
    pub notation: String,
}

/// A phrase in a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExplainedArgument {
    /// The role.
    pub role: Role,
    /// The words.
    pub words: String,
    /// Where they were taken from.
    pub origin: Origin,
    /// Number of the sentence in which they are written, if that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_in: Option<u32>,
}

/// Where a phrase was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The clause itself.
    Own,
    /// The clause before it in the same sentence.
    Chain,
    /// The heading of its column or row.
    Table,
    /// The heading line above it.
    Heading,
    /// The item around it.
    Item,
    /// The sentence above the list.
    Chapeau,
    /// A sentence before it in the same article.
    Previous,
    /// The caption of its article.
    Caption,
    /// The heading of a chapter, section …
    Part,
    /// The title of the regulation.
    Title,
}

/// A condition of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExplainedCondition {
    /// Its words.
    pub words: String,
    /// What it was understood as, in the notation of `notation`.
    pub notation: String,
    /// Number of the sentence in which it is written, if that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_in: Option<u32>,
}

/// Words that were used for one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExplainedRun {
    /// The words.
    pub words: String,
    /// Where they stand.
    #[serde(flatten)]
    pub span: Span,
    /// What they were used for.
    #[serde(rename = "use")]
    pub used: Use,
}

/// Words that nothing used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UnreadWords {
    /// The words, verbatim.
    pub words: String,
    /// The byte of the sentence's verbatim text at which they start.
    pub start: u32,
    /// The byte at which they end.
    pub end: u32,
}

/// Explains what was read of a clause.
///
/// # Errors
/// The document has no such clause, or several.
pub fn explain_clause(document: &Document, clause: &str) -> Result<ClauseExplanation, NoClause> {
    let outline = Outline::new(document);
    let found = find_clauses(&outline, clause)?;
    let reading = super::read(&outline);
    let mut terms = Terms::default();
    for sentence in &outline.sentences {
        terms.collect(sentence.text.normal());
    }
    let explainer = Explainer { outline: &outline, reading: &reading, terms };
    let own: Vec<usize> =
        (0..outline.sentences.len()).filter(|index| found.contains(&outline.sentences[*index].clause)).collect();
    Ok(ClauseExplanation {
        regulation: document.title_of(outline.instrument_of(&outline.clauses[found[0]].id)).to_owned(),
        clauses: found.iter().map(|clause| outline.clauses[*clause].id.clone()).collect(),
        below: explainer.below(&found, &own),
        sentences: own.into_iter().map(|index| explainer.sentence(index)).collect(),
    })
}

/// Explains what was read of every sentence of a document, in the order of the text. For checks: the reading itself is
/// [`read_sentences`](crate::compile::read_sentences).
pub fn explain_sentences(document: &Document, reading: &Reading) -> Vec<SentenceExplanation> {
    let outline = Outline::new(document);
    let mut terms = Terms::default();
    for sentence in &outline.sentences {
        terms.collect(sentence.text.normal());
    }
    let explainer = Explainer { outline: &outline, reading, terms };
    (0..outline.sentences.len()).map(|index| explainer.sentence(index)).collect()
}

/// The words of a sentence that nothing used, in the source; none of one that was read or has no authority content.
pub(crate) fn unread_words(document: &Document, text: &Text, reading: &SentenceReading) -> Vec<UnreadWords> {
    if !matches!(reading.state, State::Partly | State::NotUnderstood(_)) {
        return Vec::new();
    }
    let whole = text.span();
    let quoted = |span: Span| {
        let words = text.normal().get(span.range())?;
        let start = span.start as usize + (words.len() - words.trim_start().len());
        let source = text.source_range(start..start + words.trim().len());
        let is_inside = whole.start <= source.start && source.end <= whole.end && !source.is_empty();
        is_inside.then(|| UnreadWords {
            words: document.quote(source.clone()).to_owned(),
            start: (source.start - whole.start) as u32,
            end: (source.end - whole.start) as u32,
        })
    };
    reading.account.rest().into_iter().filter_map(quoted).collect()
}

/// What an explanation is made from.
struct Explainer<'r, 'd> {
    outline: &'r Outline<'d>,
    reading: &'r Reading,
    terms: Terms,
}

impl Explainer<'_, '_> {
    fn sentence(&self, index: usize) -> SentenceExplanation {
        let sentence = &self.outline.sentences[index];
        let reading = &self.reading.sentences[index];
        let normalised = sentence.text.normal();
        SentenceExplanation {
            place: self.place(index),
            stands_in: sentence.kind,
            caption: self.outline.caption(sentence.article).map(str::to_owned),
            above: sentence.chapeau.map(|above| self.place(above)),
            heading: sentence.heading.map(|heading| self.place(heading)),
            normalised: normalised.to_owned(),
            tokens: tokens(normalised, &self.terms),
            frames: reading.frames.iter().map(|frame| self.frame(frame, index as u32)).collect(),
            account: runs(normalised, &reading.account),
            unread: unread_words(self.outline.document, &sentence.text, reading),
            state: reading.state,
        }
    }

    fn place(&self, index: usize) -> SentenceAt {
        let (document, text) = (self.outline.document, &self.outline.sentences[index].text);
        SentenceAt {
            number: index as u32 + 1,
            clause: self.outline.clause_of(index).id.clone(),
            line: document.line_of(text.span().start),
            text: document.quote(text.span()).to_owned(),
        }
    }

    fn frame(&self, frame: &Frame, own: u32) -> ExplainedFrame {
        let text_of = |sentence: u32| self.text(sentence);
        let texts = Texts { own, of: &text_of };
        let home = frame.written_in.unwrap_or(own);
        ExplainedFrame {
            sense: frame.sense,
            predicate: self.words(frame.verb, home),
            written_in: frame.written_in.map(|sentence| sentence + 1),
            arguments: frame.args.iter().map(|arg| self.argument(arg, own)).collect(),
            conditions: frame.when.iter().map(|cond| self.condition(cond, own, &texts)).collect(),
            missing: frame.missing(),
            notation: show::frame(frame, &texts),
        }
    }

    fn argument(&self, arg: &Arg, own: u32) -> ExplainedArgument {
        let sentence = arg.filled.map_or(own, |filled| filled.sentence);
        let elsewhere = sentence != own && sentence & Filled::CAPTION == 0;
        ExplainedArgument {
            role: arg.role,
            words: self.words(arg.np.span, sentence),
            origin: arg.filled.map_or(Origin::Own, |filled| Origin::of(filled.lead)),
            written_in: elsewhere.then_some(sentence + 1),
        }
    }

    fn condition(&self, cond: &Cond, own: u32, texts: &Texts<'_>) -> ExplainedCondition {
        ExplainedCondition {
            words: self.words(cond.span, cond.written_in.unwrap_or(own)),
            notation: show::condition(cond, texts),
            written_in: cond.written_in.map(|sentence| sentence + 1),
        }
    }

    /// The words that the spans of a sentence, or of the caption of an article, point into.
    fn text(&self, sentence: u32) -> &str {
        if sentence & Filled::CAPTION != 0 {
            let article = (sentence & !Filled::CAPTION) as usize;
            return self.outline.caption(article).unwrap_or_default();
        }
        self.outline.sentences.get(sentence as usize).map_or("", |sentence| sentence.text.normal())
    }

    fn words(&self, span: Span, sentence: u32) -> String {
        self.text(sentence).get(span.range()).unwrap_or_default().to_owned()
    }

    /// How many clauses stand directly below some clauses, whose sentences these are.
    fn below(&self, clauses: &[usize], own: &[usize]) -> usize {
        let outline = self.outline;
        let has_words = |clause: &usize| own.iter().any(|index| outline.sentences[*index].clause == *clause);
        let silent: Vec<usize> = clauses.iter().copied().filter(|clause| !has_words(clause)).collect();
        let above = |index: Option<usize>| index.is_some_and(|index| own.contains(&index));
        let below = outline.sentences.iter().filter(|sentence| {
            let place = &outline.clauses[sentence.clause];
            // All that stands in a paragraph without words of its own stands below it.
            let in_silent = silent.iter().any(|clause| {
                let around = &outline.clauses[*clause];
                (around.article, around.paragraph) == (place.article, place.paragraph)
            });
            !clauses.contains(&sentence.clause) && (above(sentence.chapeau) || above(sentence.heading) || in_silent)
        });
        below.map(|sentence| sentence.clause).collect::<BTreeSet<usize>>().len()
    }
}

impl Origin {
    fn of(lead: LeadKind) -> Self {
        match lead {
            LeadKind::Chain => Self::Chain,
            LeadKind::Table => Self::Table,
            LeadKind::Heading => Self::Heading,
            LeadKind::Item => Self::Item,
            LeadKind::Chapeau => Self::Chapeau,
            LeadKind::Previous => Self::Previous,
            LeadKind::Caption => Self::Caption,
            LeadKind::Part => Self::Part,
            LeadKind::Title => Self::Title,
        }
    }
}

/// The runs of an account with their words.
fn runs(text: &str, account: &Account) -> Vec<ExplainedRun> {
    let runs = account.runs().into_iter();
    let run = |(span, used): (Span, Use)| ExplainedRun {
        words: text.get(span.range()).unwrap_or_default().to_owned(),
        span,
        used,
    };
    runs.map(run).collect()
}
