//! The text of the regulation beside the report: each clause with links to what was concluded from it.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::compile::ArticleReport;
use crate::graph::NodeId;
use crate::render::messages::tr;
use crate::render::tables::{AnswerTable, Cell, TableKind};

use super::anchors;
use super::coverage_article::{joined, state_class};
use super::markup::Markup;
use super::report::Report;
use super::report_tables::row_id;
use super::unread;

/// Most links of one sort at a clause; the number says how many there are.
const LINKS_SHOWN: usize = 8;

/// The rows that rest on each clause, by table.
pub(super) struct Backlinks {
    of_clauses: HashMap<NodeId, BTreeMap<TableKind, Vec<usize>>>,
}

impl Backlinks {
    /// Reads the clauses of all rows.
    pub(super) fn new(tables: &[AnswerTable]) -> Self {
        let mut of_clauses: HashMap<NodeId, BTreeMap<TableKind, Vec<usize>>> = HashMap::new();
        for table in tables {
            for (number, row) in table.rows.iter().enumerate() {
                for cell in row {
                    let Cell::Clauses(clauses, _) = cell else { continue };
                    for (clause, _) in clauses {
                        of_clauses.entry(clause.clone()).or_default().entry(table.kind).or_default().push(number);
                    }
                }
            }
        }
        Self { of_clauses }
    }
}

/// The pane with the text.
pub(super) fn text_pane(markup: &mut Markup, report: &Report<'_>) {
    let articles = &report.contents.coverage.articles;
    let title = tr!(report.messages, "report-text");
    markup.element("aside", &[("id", "text"), ("aria-label", &title), ("tabindex", "-1")], |markup| {
        markup.element("div", &[("class", "pane-title")], |markup| {
            markup.leaf("h2", &[], &title);
            let close = [("type", "button"), ("id", "close"), ("hidden", "")];
            markup.leaf("button", &close, &tr!(report.messages, "report-close"));
        });
        unread::legend(markup, articles, report.messages);
        chapters(markup, report, articles, 0..articles.len(), 0);
    });
}

/// The articles of a range below the headings that they share from this depth on.
fn chapters(markup: &mut Markup, report: &Report<'_>, all: &[ArticleReport], range: Range<usize>, depth: usize) {
    let mut start = range.start;
    while start < range.end {
        let Some(heading) = all[start].head.headings.get(depth) else {
            article(markup, report, &all[start]);
            start += 1;
            continue;
        };
        let same = |index: &usize| all[*index].head.headings.get(depth) == Some(heading);
        let end = start + (start..range.end).take_while(same).count();
        markup.leaf("h3", &[("lang", "ja")], &joined(&heading.text));
        chapters(markup, report, all, start..end, depth + 1);
        start = end;
    }
}

fn article(markup: &mut Markup, report: &Report<'_>, article: &ArticleReport) {
    markup.element("h4", &[("lang", "ja")], |markup| {
        markup.text(&article.head.citation);
        if let Some(caption) = &article.head.caption {
            let caption = tr!(report.messages, "page-caption", caption = joined(caption));
            markup.leaf("span", &[("class", "caption")], &caption);
        }
    });
    let mut shown: Vec<&NodeId> = Vec::new();
    for sentences in article.sentences.chunk_by(|one, next| one.sentence.clause == next.sentence.clause) {
        let clause = &sentences[0].sentence.clause;
        let first_time = !shown.contains(&clause);
        shown.push(clause);
        let mut attributes = vec![("class", "clause-block")];
        attributes.extend(report.anchors.of(clause).filter(|_| first_time).map(|anchor| ("id", anchor)));
        let citation = report.graph().node(clause).map_or("", |node| node.name());
        attributes.extend(first_time.then_some(("data-name", citation)));
        markup.element("div", &attributes, |markup| {
            for sentence in sentences {
                let class = format!(
                    "{} d{}",
                    state_class(sentence.sentence.state),
                    sentence.place.depth.min(super::coverage_article::DEEPEST)
                );
                let id = anchors::of_sentence(sentence.sentence.number);
                markup.element("p", &[("class", &class), ("id", &id), ("lang", "ja")], |markup| {
                    // An article without further paragraphs opens with its own number, which stands above it already.
                    if !sentence.place.mark.is_empty() && sentence.place.mark.trim() != article.head.citation {
                        markup.leaf("span", &[("class", "mark")], &joined(&sentence.place.mark));
                        markup.text(" ");
                    }
                    unread::sentence(markup, &sentence.sentence);
                });
            }
            if first_time {
                back(markup, report, clause);
            }
        });
    }
}

/// What rests on a clause.
fn back(markup: &mut Markup, report: &Report<'_>, clause: &NodeId) {
    let Some(tables) = report.backlinks.of_clauses.get(clause) else { return };
    markup.element("p", &[("class", "back")], |markup| {
        for (kind, rows) in tables {
            let word = kind.short_title(report.messages);
            let target = |number: usize| format!("#{}", row_id(*kind, number));
            let name = tr!(report.messages, "report-back", kind = word, count = rows.len());
            markup.leaf("a", &[("href", &target(rows[0])), ("class", kind.name())], &name);
            for number in rows.iter().take(LINKS_SHOWN).skip(1) {
                let number_in_table = (number + 1).to_string();
                markup.leaf("a", &[("href", &target(*number)), ("class", "more")], &number_in_table);
            }
            markup.text(" ");
        }
    });
}
