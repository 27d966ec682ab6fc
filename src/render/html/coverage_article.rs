//! An article of the coverage page: left the text as it stands in the source, right what became of each sentence.

use std::ops::Range;

use crate::compile::{ArticleReport, ArticleSentence, LikelyConstruct, SentenceKind, SentenceState};
use crate::render::messages::tr;
use crate::render::text::coverage_words::{likely_construct, no_content, notice_kind};

use super::anchors;
use super::facts::Facts;
use super::markup::Markup;
use super::unread;

/// Up to how many facts of a sentence are shown at once.
const FACTS_SHOWN: usize = 6;

/// The deepest list that is indented further than the one around it.
pub(super) const DEEPEST: u32 = 4;

/// The widest indentation of a bare line that is shown, in columns.
const DEEPEST_INDENT: u32 = 12;

/// The articles of a range, below the headings that they share from this depth on.
pub(super) fn articles(
    markup: &mut Markup,
    facts: &Facts<'_>,
    all: &[ArticleReport],
    range: Range<usize>,
    depth: usize,
) {
    let mut start = range.start;
    while start < range.end {
        let Some(heading) = all[start].head.headings.get(depth) else {
            article(markup, facts, start, &all[start]);
            start += 1;
            continue;
        };
        let same = |index: &usize| all[*index].head.headings.get(depth) == Some(heading);
        let end = start + (start..range.end).take_while(same).count();
        markup.element("div", &[("class", "chapter")], |markup| {
            let class = if depth == 0 { "division first" } else { "division" };
            markup.leaf("h3", &[("class", class), ("lang", "ja")], &joined(&heading.text));
            articles(markup, facts, all, start..end, depth + 1);
        });
        start = end;
    }
}

/// An article, the `index`-th of the page.
fn article(markup: &mut Markup, facts: &Facts<'_>, index: usize, article: &ArticleReport) {
    let id = anchors::of_article(index);
    let title = format!("{id}-title");
    markup.element("section", &[("class", "article"), ("id", &id), ("aria-labelledby", &title)], |markup| {
        markup.element("h4", &[("id", &title)], |markup| {
            let outside = tr!(facts.messages, "page-outside-articles");
            let citation = &article.head.citation;
            markup.text(if citation.is_empty() { &outside } else { citation });
            if let Some(caption) = &article.head.caption {
                markup.leaf(
                    "span",
                    &[("class", "caption")],
                    &tr!(facts.messages, "page-caption", caption = joined(caption)),
                );
            }
        });
        // Sentences of one clause stand together: a link to the clause leads to all of them.
        let mut shown: Vec<&crate::graph::NodeId> = Vec::new();
        for sentences in article.sentences.chunk_by(|one, next| one.sentence.clause == next.sentence.clause) {
            let clause = &sentences[0].sentence.clause;
            let anchor = facts.anchors.of(clause).filter(|_| !shown.contains(&clause));
            shown.push(clause);
            let mut attributes = vec![("class", "clause-block")];
            attributes.extend(anchor.map(|anchor| ("id", anchor)));
            markup.element("div", &attributes, |markup| {
                for sentence in sentences {
                    self::sentence(markup, facts, sentence);
                }
            });
        }
    });
}

/// A sentence and what became of it.
fn sentence(markup: &mut Markup, facts: &Facts<'_>, sentence: &ArticleSentence) {
    let state = state_class(sentence.sentence.state);
    let uncertain = if sentence.notices.is_empty() { "" } else { " uncertain" };
    let class = format!("sentence {state}{uncertain}");
    let id = anchors::of_sentence(sentence.sentence.number);
    markup.element("div", &[("class", &class), ("id", &id)], |markup| {
        text(markup, sentence);
        markup.element("div", &[("class", "fate")], |markup| fate(markup, facts, sentence));
    });
}

/// The text of a sentence with its number.
fn text(markup: &mut Markup, sentence: &ArticleSentence) {
    let place = &sentence.place;
    let class = format!("text {} d{}", stands_in_class(place.stands_in), place.depth.min(DEEPEST));
    let indent = format!("--indent:{}", place.indent.min(DEEPEST_INDENT));
    let mut attributes = vec![("class", class.as_str()), ("lang", "ja")];
    attributes.extend((place.indent > 0).then_some(("style", indent.as_str())));
    markup.element("div", &attributes, |markup| {
        if !place.mark.is_empty() {
            markup.leaf("span", &[("class", "mark")], &joined(&place.mark));
        }
        if place.cells.is_empty() {
            markup.element("span", &[("class", "words")], |markup| unread::sentence(markup, &sentence.sentence));
        } else {
            markup.element("span", &[("class", "words cells")], |markup| {
                unread::cells(markup, &sentence.sentence, &place.cells);
            });
        }
    });
}

/// What became of a sentence.
fn fate(markup: &mut Markup, facts: &Facts<'_>, sentence: &ArticleSentence) {
    let (messages, report) = (facts.messages, &sentence.sentence);
    markup.element("p", &[("class", "state")], |markup| {
        let (sign, word) = match report.state {
            SentenceState::Compiled => ("✓", tr!(messages, "coverage-compiled")),
            SentenceState::NoContent => ("－", tr!(messages, "coverage-no-content")),
            SentenceState::NotUnderstood => ("？", tr!(messages, "coverage-open")),
        };
        markup.leaf("span", &[("class", "sign"), ("aria-hidden", "true")], sign);
        markup.leaf("strong", &[], &word);
        if let Some(kind) = report.kind {
            markup.leaf("span", &[("class", "kind")], &no_content(messages, kind));
        }
        let telling = |construct: &LikelyConstruct| *construct != LikelyConstruct::Other;
        if let Some(construct) = report.likely_construct.filter(telling) {
            let words = likely_construct(messages, construct);
            markup.leaf("span", &[("class", "kind")], &tr!(messages, "page-likely", construct = words));
        }
        markup.element("span", &[("class", "where")], |markup| {
            facts.clause(markup, &report.clause);
            markup.leaf("span", &[("class", "line")], &tr!(messages, "page-line", line = report.line));
        });
    });
    let list = |markup: &mut Markup| {
        markup.element("ul", &[("class", "facts")], |markup| {
            for fact in &sentence.facts {
                facts.fact(markup, fact, &report.clause);
            }
        });
    };
    match sentence.facts.len() {
        0 => {}
        count if count <= FACTS_SHOWN => list(markup),
        count => markup.element("details", &[], |markup| {
            let counts = facts.counts(&sentence.facts);
            markup.leaf("summary", &[], &tr!(messages, "page-facts", count = count, counts = counts));
            list(markup);
        }),
    }
    for notice in &sentence.notices {
        let words = joined(&notice.words);
        let text = tr!(messages, "page-notice", kind = notice_kind(messages, notice.kind), words = words);
        markup.element("p", &[("class", "notice")], |markup| {
            markup.leaf("span", &[("class", "sign"), ("aria-hidden", "true")], "◆");
            markup.text(&text);
        });
    }
}

/// The class of a state, which the filter goes by.
pub(super) fn state_class(state: SentenceState) -> &'static str {
    match state {
        SentenceState::Compiled => "compiled",
        SentenceState::NoContent => "no-content",
        SentenceState::NotUnderstood => "not-understood",
    }
}

/// The class of what a sentence stands in.
fn stands_in_class(kind: SentenceKind) -> &'static str {
    match kind {
        SentenceKind::Lead => "lead",
        SentenceKind::Item => "item",
        SentenceKind::Entry => "entry",
        SentenceKind::Row => "row",
    }
}

/// Text whose lines were broken by the page that it comes from, as one line; the spaces inside a line stay.
pub(super) fn joined(text: &str) -> String {
    text.lines().map(str::trim).collect()
}
