//! The coverage page: what became of every sentence of a regulation, side by side with the text.

use crate::compile::{ConstructGroup, SentenceReport, SentenceState};
use crate::graph::AuthorityGraph;
use crate::render::json::CoverageAnswer;
use crate::render::messages::{Messages, tr};
use crate::render::text::coverage_words::{diagnostic_kind, likely_construct, line_of, no_content};

use super::anchors::{self, Anchors};
use super::coverage_article::{articles, joined, state_class};
use super::facts::Facts;
use super::frame::{self, figure};
use super::markup::Markup;
use super::unread;

/// What the page adds to the shared style.
const STYLE: &str = include_str!("coverage.css");
/// What the page can do beyond being read.
const SCRIPT: &str = include_str!("coverage.js");
/// Up to how many sentences of a group are shown at once.
const SENTENCES_SHOWN: usize = 30;

/// The states with the ids of their filters.
const FILTERS: [(SentenceState, &str); 3] = [
    (SentenceState::NotUnderstood, "show-not-understood"),
    (SentenceState::Compiled, "show-compiled"),
    (SentenceState::NoContent, "show-no-content"),
];

/// The coverage of a regulation as a page. The answer has to have its articles.
pub fn coverage(answer: &CoverageAnswer, graph: &AuthorityGraph, messages: &Messages) -> String {
    let facts = Facts::new(graph, messages, Anchors::new(&answer.articles, graph));
    let name = tr!(messages, "page-coverage");
    frame::page(graph, messages, &name, STYLE, |markup| {
        markup.leaf("a", &[("class", "skip"), ("href", "#text")], &tr!(messages, "page-skip"));
        frame::top(markup, graph, messages, &name, &parts(answer, messages));
        markup.element("main", &[], |markup| {
            summary(markup, answer, messages);
            open_groups(markup, answer, &facts);
            body(markup, answer, &facts);
            repaired(markup, answer, messages);
            enforcement(markup, answer, messages);
        });
        markup.element("script", &[], |markup| markup.constant(SCRIPT));
    })
}

/// The parts of the page: targets and names.
fn parts(answer: &CoverageAnswer, messages: &Messages) -> Vec<(&'static str, String)> {
    let mut parts = vec![("#summary", tr!(messages, "page-summary"))];
    if !answer.not_understood.is_empty() {
        parts.push(("#open", tr!(messages, "page-open")));
    }
    parts.push(("#text", tr!(messages, "page-text")));
    if !answer.diagnostics.is_empty() {
        parts.push(("#repaired", tr!(messages, "coverage-repaired")));
    }
    if !answer.enforcement.is_empty() {
        parts.push(("#enforcement", tr!(messages, "coverage-enforcement")));
    }
    parts
}

/// The numbers of sentences: figures, and a bar that shows the same.
fn summary(markup: &mut Markup, answer: &CoverageAnswer, messages: &Messages) {
    let sentences = answer.sentences;
    markup.element("section", &[("id", "summary"), ("aria-labelledby", "summary-title")], |markup| {
        markup.leaf("h2", &[("id", "summary-title")], &tr!(messages, "coverage-title", count = sentences.total));
        let counts = [
            (SentenceState::NotUnderstood, sentences.not_understood, tr!(messages, "coverage-open")),
            (SentenceState::Compiled, sentences.compiled, tr!(messages, "coverage-compiled")),
            (SentenceState::NoContent, sentences.no_content, tr!(messages, "coverage-no-content")),
        ];
        markup.element("ul", &[("class", "figures")], |markup| {
            for (state, count, name) in &counts {
                figure(markup, state_class(*state), *count, name);
            }
            figure(markup, "uncertain", answer.notices.len(), &tr!(messages, "page-uncertain"));
        });
        markup.element("div", &[("class", "bar"), ("aria-hidden", "true")], |markup| {
            for (state, count, _) in &counts {
                let share = format!("flex-grow:{count}");
                markup.leaf("span", &[("class", state_class(*state)), ("style", &share)], "");
            }
        });
        let kinds = answer.no_content_kinds.iter();
        let kinds: Vec<String> =
            kinds.map(|(kind, count)| format!("{} {count}", no_content(messages, *kind))).collect();
        if !kinds.is_empty() {
            let kinds = kinds.join(&tr!(messages, "list-separator"));
            markup.leaf("p", &[("class", "kinds")], &tr!(messages, "page-no-content-kinds", kinds = kinds));
        }
        if let Some(reading) = &answer.reading {
            let counts = reading.sentences;
            let text = tr!(
                messages,
                "page-reading",
                read = counts.read,
                partly = counts.partly,
                open = counts.not_understood,
                none = counts.no_content
            );
            markup.leaf("p", &[("class", "kinds")], &text);
        }
        unread::legend(markup, &answer.articles, messages);
    });
}

/// The sentences that were not understood by what they probably say.
fn open_groups(markup: &mut Markup, answer: &CoverageAnswer, facts: &Facts<'_>) {
    let messages = facts.messages;
    markup.element("section", &[("id", "open"), ("aria-labelledby", "open-title")], |markup| {
        if answer.not_understood.is_empty() {
            markup.leaf("h2", &[("id", "open-title")], &tr!(messages, "page-open"));
            markup.leaf("p", &[], &tr!(messages, "coverage-all-understood"));
            return;
        }
        let count = answer.not_understood.len();
        markup.leaf("h2", &[("id", "open-title")], &tr!(messages, "coverage-not-understood", count = count));
        for group in &answer.groups {
            open_group(markup, answer, group, facts);
        }
    });
}

/// A group of sentences that were not understood, each a link to its place.
fn open_group(markup: &mut Markup, answer: &CoverageAnswer, group: &ConstructGroup, facts: &Facts<'_>) {
    let messages = facts.messages;
    let mut attributes = vec![("class", "group")];
    attributes.extend((group.count <= SENTENCES_SHOWN).then_some(("open", "")));
    markup.element("details", &attributes, |markup| {
        let construct = likely_construct(messages, group.construct);
        markup.element("summary", &[], |markup| {
            markup.leaf("span", &[("class", "count")], &group.count.to_string());
            markup.leaf("span", &[], &construct);
        });
        markup.element("ul", &[], |markup| {
            let of_group = |sentence: &&SentenceReport| sentence.likely_construct == Some(group.construct);
            for sentence in answer.not_understood.iter().filter(of_group) {
                let target = format!("#{}", anchors::of_sentence(sentence.number));
                markup.element("li", &[], |markup| {
                    let place =
                        tr!(messages, "page-place", clause = facts.citation(&sentence.clause), line = sentence.line);
                    markup.leaf("a", &[("class", "clause"), ("href", &target)], &place);
                    markup.text(" ");
                    markup.leaf("span", &[("lang", "ja")], &joined(&sentence.text));
                });
            }
        });
    });
}

/// The text, article by article, behind the controls that choose what of it is shown.
fn body(markup: &mut Markup, answer: &CoverageAnswer, facts: &Facts<'_>) {
    let messages = facts.messages;
    markup.element("section", &[("id", "text"), ("aria-labelledby", "text-title")], |markup| {
        markup.leaf("h2", &[("id", "text-title")], &tr!(messages, "page-text"));
        markup.element("div", &[("class", "controls")], |markup| controls(markup, messages));
        articles(markup, facts, &answer.articles, 0..answer.articles.len(), 0);
    });
}

/// The filter by state, which needs no script, and the search, which does.
fn controls(markup: &mut Markup, messages: &Messages) {
    markup.element("fieldset", &[], |markup| {
        markup.leaf("legend", &[], &tr!(messages, "page-filter"));
        let all = ("show-all".to_owned(), tr!(messages, "page-filter-all"));
        let states = FILTERS.iter().map(|(state, id)| {
            let name = match state {
                SentenceState::Compiled => tr!(messages, "coverage-compiled"),
                SentenceState::NoContent => tr!(messages, "coverage-no-content"),
                SentenceState::NotUnderstood => tr!(messages, "coverage-open"),
            };
            ((*id).to_owned(), name)
        });
        let uncertain = ("show-uncertain".to_owned(), tr!(messages, "page-uncertain"));
        for (id, name) in std::iter::once(all).chain(states).chain([uncertain]) {
            markup.element("label", &[("for", &id)], |markup| {
                let mut attributes = vec![("type", "radio"), ("name", "show"), ("id", id.as_str())];
                attributes.extend((id == "show-all").then_some(("checked", "")));
                markup.void("input", &attributes);
                markup.text(&name);
            });
        }
    });
    let found = tr!(messages, "page-search-found", count = "%");
    markup.element("p", &[("class", "search"), ("hidden", ""), ("data-found", &found)], |markup| {
        markup.leaf("label", &[("for", "search")], &tr!(messages, "page-search"));
        markup.void("input", &[("type", "search"), ("id", "search"), ("autocomplete", "off")]);
        markup.leaf("span", &[("role", "status"), ("id", "found")], "");
    });
}

/// The noise that was repaired.
fn repaired(markup: &mut Markup, answer: &CoverageAnswer, messages: &Messages) {
    let lines = answer.diagnostics.iter().map(|diagnostic| {
        let lines: Vec<String> = diagnostic.places.iter().map(line_of).collect();
        let kind = diagnostic_kind(messages, diagnostic.kind);
        tr!(messages, "coverage-noise", kind = kind, count = diagnostic.places.len(), lines = lines.join(", "))
    });
    list(markup, "repaired", &tr!(messages, "coverage-repaired"), lines);
}

/// From when the supplements are in force.
fn enforcement(markup: &mut Markup, answer: &CoverageAnswer, messages: &Messages) {
    let lines = answer.enforcement.iter().map(|stated| {
        let day = stated.date.clone().unwrap_or_else(|| format!("「{}」", joined(&stated.text)));
        let supplement = joined(&stated.supplement);
        tr!(messages, "coverage-enforced", line = stated.line, supplement = supplement, day = day)
    });
    list(markup, "enforcement", &tr!(messages, "coverage-enforcement"), lines);
}

/// A part of the page that is a list of lines; nothing where there are none.
fn list(markup: &mut Markup, id: &str, title: &str, lines: impl ExactSizeIterator<Item = String>) {
    if lines.len() == 0 {
        return;
    }
    let title_id = format!("{id}-title");
    markup.element("section", &[("id", id), ("aria-labelledby", &title_id)], |markup| {
        markup.leaf("h2", &[("id", &title_id)], title);
        markup.element("ul", &[], |markup| lines.for_each(|line| markup.leaf("li", &[], &line)));
    });
}
