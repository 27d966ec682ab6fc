//! The report: one page about a regulation that works from a mail attachment. Summary, findings, organisation chart, command,
//! substitution, duties, exclusions, what was not understood, and beside all of it the text, each clause with what rests on it.

use std::collections::BTreeSet;

use crate::graph::AuthorityGraph;
use crate::render::json::{CoverageAnswer, OverlapsAnswer};
use crate::render::messages::{Messages, tr};
use crate::render::tables::{AnswerTable, Answers, TableKind, table};

use super::anchors::Anchors;
use super::frame::{POLICY, TOKENS, number};
use super::markup::Markup;
use super::report_duties;
use super::report_sections::{self as sections, Section};
use super::report_tables::{Targets, commands_by_unit, whole};
use super::report_text::{Backlinks, text_pane};
use super::svg;

/// The style of the page.
const STYLE: &str = include_str!("report.css");
/// What the page can do beyond being read.
const SCRIPT: &str = include_str!("report.js");

/// What a report is made from.
#[derive(Clone, Copy)]
pub struct ReportContents<'a> {
    /// The graph and the answers on it.
    pub answers: Answers<'a>,
    /// What several units own.
    pub overlaps: &'a OverlapsAnswer,
    /// The text, and what of it was understood. Has to have its articles.
    pub coverage: &'a CoverageAnswer,
    /// The sheets of the organisation chart as Graphviz painted them (SVG); none without Graphviz: the outline shows the same.
    pub charts: &'a [String],
}

/// What the parts of the page are written with.
pub(super) struct Report<'a> {
    pub(super) contents: ReportContents<'a>,
    pub(super) messages: &'a Messages,
    pub(super) anchors: Anchors,
    pub(super) tables: Vec<AnswerTable>,
    pub(super) targets: Targets,
    pub(super) backlinks: Backlinks,
}

impl<'a> Report<'a> {
    fn new(contents: ReportContents<'a>, messages: &'a Messages) -> Self {
        let anchors = Anchors::new(&contents.coverage.articles, contents.answers.graph);
        let tables: Vec<AnswerTable> =
            TableKind::ALL.iter().map(|kind| table(*kind, contents.answers, messages)).collect();
        let targets = Targets::new(&tables);
        let backlinks = Backlinks::new(&tables);
        Self { contents, messages, anchors, tables, targets, backlinks }
    }

    pub(super) fn graph(&self) -> &'a AuthorityGraph {
        self.contents.answers.graph
    }

    /// One of the tables.
    pub(super) fn table(&self, kind: TableKind) -> &AnswerTable {
        let place = TableKind::ALL.iter().position(|one| *one == kind).unwrap_or_default();
        &self.tables[place]
    }
}

/// The report as a page.
pub fn report(contents: ReportContents<'_>, messages: &Messages) -> String {
    let report = Report::new(contents, messages);
    let title = match report.graph().regulation().title.as_str() {
        "" => tr!(messages, "page-untitled"),
        title => title.to_owned(),
    };
    let mut markup = Markup::page();
    markup.element("html", &[("lang", messages.language().tag())], |markup| {
        markup.element("head", &[], |markup| {
            markup.void("meta", &[("charset", "utf-8")]);
            markup.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            markup.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            markup.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            markup.leaf("title", &[], &tr!(messages, "report-of", title = title.as_str()));
            markup.element("style", &[], |markup| {
                markup.constant(TOKENS);
                markup.constant(STYLE);
            });
        });
        markup.element("body", &[], |markup| {
            markup.leaf("a", &[("class", "skip"), ("href", "#summary")], &tr!(messages, "report-skip"));
            bar(markup, &report, &title);
            markup.element("div", &[("class", "layout")], |markup| {
                navigation(markup, &report);
                markup.element("main", &[("id", "main")], |markup| main(markup, &report));
                text_pane(markup, &report);
            });
            markup.element("script", &[], |markup| markup.constant(SCRIPT));
        });
    });
    markup.finish()
}

/// Name and number of the regulation, search, and what the page can do.
fn bar(markup: &mut Markup, report: &Report<'_>, title: &str) {
    let (messages, regulation) = (report.messages, report.graph().regulation());
    markup.element("header", &[("class", "bar-top")], |markup| {
        markup.element("div", &[("class", "names")], |markup| {
            markup.element("h1", &[], |markup| {
                markup.leaf("span", &[("lang", "ja")], title);
                for further in &regulation.further {
                    markup.text(" ");
                    markup.leaf("span", &[("lang", "ja"), ("class", "further")], &further.title);
                }
            });
            number(markup, &regulation.number, &regulation.last_amendment, messages);
        });
        let found = tr!(messages, "report-search-found", count = "%");
        markup.element("div", &[("class", "tools"), ("hidden", "")], |markup| {
            markup.element("div", &[("class", "search"), ("data-found", &found)], |markup| {
                let name = tr!(messages, "report-search");
                let field = [
                    ("type", "search"),
                    ("id", "search"),
                    ("autocomplete", "off"),
                    ("role", "combobox"),
                    ("aria-expanded", "false"),
                    ("aria-controls", "results"),
                    ("aria-autocomplete", "list"),
                    ("aria-label", name.as_str()),
                    ("placeholder", name.as_str()),
                ];
                markup.void("input", &field);
                let label = [("id", "results"), ("role", "listbox"), ("aria-label", name.as_str()), ("hidden", "")];
                markup.element("ul", &label, |_| {});
                markup.leaf("span", &[("role", "status"), ("id", "found"), ("class", "unseen")], "");
            });
            for (id, text) in [("theme", tr!(messages, "report-theme")), ("print", tr!(messages, "report-print"))] {
                markup.leaf("button", &[("type", "button"), ("id", id)], &text);
            }
        });
    });
}

fn navigation(markup: &mut Markup, report: &Report<'_>) {
    let messages = report.messages;
    markup.element("nav", &[("class", "contents"), ("aria-label", &tr!(messages, "page-contents"))], |markup| {
        markup.element("ul", &[], |markup| {
            for section in Section::ALL {
                markup.element("li", &[], |markup| {
                    let target = format!("#{}", section.id());
                    markup.leaf("a", &[("href", &target)], &section.title(messages));
                });
            }
            markup.element("li", &[], |markup| {
                markup.leaf("a", &[("href", "#text")], &tr!(messages, "report-text"));
            });
        });
    });
}

fn main(markup: &mut Markup, report: &Report<'_>) {
    for section in Section::ALL {
        let title = format!("{}-title", section.id());
        let attributes = [("id", section.id()), ("aria-labelledby", title.as_str())];
        markup.element("section", &attributes, |markup| {
            markup.leaf("h2", &[("id", &title)], &section.title(report.messages));
            match section {
                Section::Summary => sections::summary(markup, report),
                Section::Findings => sections::findings(markup, report),
                Section::Organisation => {
                    charts(markup, report);
                    sections::outline(markup, report);
                    whole(markup, report, TableKind::Units);
                    whole(markup, report, TableKind::Posts);
                }
                Section::Command => commands_by_unit(markup, report),
                Section::Substitution => whole(markup, report, TableKind::Substitution),
                Section::Drill => whole(markup, report, TableKind::Drill),
                Section::Duties => {
                    report_duties::matrix(markup, report);
                    report_duties::by_unit(markup, report);
                }
                Section::Exclusions => {
                    whole(markup, report, TableKind::Exclusions);
                    sections::overlaps(markup, report);
                }
                Section::Statements => whole(markup, report, TableKind::Statements),
                Section::Coverage => sections::coverage(markup, report),
                Section::About => sections::about(markup, report),
            }
        });
    }
}

/// The sheets of the organisation chart, the first one open.
fn charts(markup: &mut Markup, report: &Report<'_>) {
    let messages = report.messages;
    let known: BTreeSet<&str> = report.anchors.all().collect();
    for (number, chart) in report.contents.charts.iter().enumerate() {
        let name = tr!(messages, "report-chart", number = number + 1, total = report.contents.charts.len());
        let prefix = format!("chart{}-", number + 1);
        let Some(drawing) = svg::inline(chart, &prefix, &name, &known) else { continue };
        let figure = |markup: &mut Markup| {
            markup.element("figure", &[("class", "chart")], |markup| {
                let scroll =
                    [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", name.as_str())];
                markup.element("div", &scroll, |markup| markup.drawing(&drawing));
                let button = [("type", "button"), ("class", "enlarge"), ("hidden", "")];
                markup.leaf("button", &button, &tr!(messages, "report-enlarge"));
            });
        };
        if number == 0 {
            figure(markup);
        } else {
            markup.element("details", &[], |markup| {
                markup.leaf("summary", &[], &name);
                figure(markup);
            });
        }
    }
}
