//! The absence drill and the resilience of a body, as text.

use comfy_table::Cell;

use crate::analysis::{
    DrillReport, DrillRow, Outcome, PostResilience, ResilienceQuestion, ResilienceReport, SinglePoint, Smallest,
};
use crate::graph::AuthorityGraph;
use crate::render::messages::{Messages, tr};

use super::acting::{missing_sentence, some_names};
use super::page::Page;
use super::table::grid;
use super::words;

/// Clauses shown in a cell or behind a line.
const CLAUSES_SHOWN: usize = 2;

/// What each single absence would come to.
pub fn drill(report: &DrillReport, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    assumption(&mut page, &report.question);
    let counts = &report.counts;
    page.line(
        0,
        &tr!(
            messages,
            "drill-counts",
            count = report.rows.len(),
            post = counts.post,
            criterion = counts.criterion,
            undecidable = counts.undecidable,
            nobody = counts.nobody
        ),
    );
    let header = [
        tr!(messages, "column-absent"),
        tr!(messages, "column-acting"),
        tr!(messages, "column-hanging"),
        tr!(messages, "column-clause"),
    ];
    let mut table = grid(&header);
    for row in &report.rows {
        let clauses = page.some_clauses(&row.provenance, 1);
        table.add_row(
            [
                page.name(&row.post),
                drill_consequence(&page, row).join("\n"),
                drill_hanging(messages, row).join("\n"),
                clauses,
            ]
            .map(Cell::new),
        );
    }
    page.blank();
    page.verbatim(0, &table.trim_fmt());
    page.finish()
}

/// The premise of the question.
fn assumption(page: &mut Page, question: &ResilienceQuestion) {
    let messages = page.messages;
    page.strong(0, &page.graph.regulation().title.clone());
    page.field(0, &tr!(messages, "scopes-unit"), &page.names_and(&question.units));
    let condition = words::condition(messages, question.condition);
    let line = match question.optional_unfilled {
        true => tr!(messages, "assumption-without-optional", condition = condition),
        false => tr!(messages, "assumption", condition = condition),
    };
    page.line(0, &line);
}

/// Who would act, and what becomes of posts held ex officio; one line each.
pub(crate) fn drill_consequence(page: &Page, row: &DrillRow) -> Vec<String> {
    let messages = page.messages;
    let outcome = |outcome: Outcome| match outcome {
        Outcome::Post => tr!(messages, "in-turn-post"),
        Outcome::Criterion => tr!(messages, "in-turn-criterion"),
        Outcome::Undecidable => tr!(messages, "in-turn-undecidable"),
        Outcome::Nobody => tr!(messages, "in-turn-nobody"),
    };
    let mut lines = vec![match row.outcome {
        Outcome::Post => page.names_or(&row.acting),
        Outcome::Criterion => tr!(messages, "outcome-criterion", rule = words::or(messages, &row.criteria)),
        Outcome::Undecidable if row.acting.is_empty() => tr!(messages, "outcome-undecidable"),
        Outcome::Undecidable => tr!(messages, "drill-undecidable", posts = page.names_or(&row.acting)),
        Outcome::Nobody => tr!(messages, "drill-nobody"),
    }];
    lines.extend(row.missing.as_ref().map(|missing| missing_sentence(page, missing)));
    if let Some(deciding) = row.deciding.as_ref().filter(|deciding| deciding.outcome != Outcome::Nobody) {
        let who = match deciding.outcome {
            Outcome::Post => page.names_or(&deciding.deciding),
            other => outcome(other),
        };
        lines.push(tr!(messages, "drill-deciding", outcome = who));
    }
    for other in &row.ex_officio {
        lines.push(tr!(messages, "drill-ex-officio", post = page.name(&other.post), outcome = outcome(other.outcome)));
    }
    lines
}

/// What hangs on the absent post; one line each.
pub(crate) fn drill_hanging(messages: &Messages, row: &DrillRow) -> Vec<String> {
    let parts = [
        (row.duties, tr!(messages, "hanging-duties", count = row.duties)),
        (row.commands, tr!(messages, "hanging-commands", count = row.commands)),
        (row.seats, tr!(messages, "hanging-seats", count = row.seats)),
    ];
    parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect()
}

/// Which absences leave what unattended: the units beside each other, the worst single points, and the sets of every post if
/// `all` are asked for.
pub fn resilience(
    report: &ResilienceReport,
    limit: usize,
    all: bool,
    graph: &AuthorityGraph,
    messages: &Messages,
) -> String {
    let mut page = Page::new(graph, messages);
    assumption(&mut page, &report.question);
    unit_table(&mut page, report);
    page.heading(&tr!(messages, "resilience-points", count = report.single_points.len()));
    for (number, point) in report.single_points.iter().take(limit).enumerate() {
        point_lines(&mut page, number + 1, point);
    }
    if let Some(more @ 1..) = report.single_points.len().checked_sub(limit) {
        page.line(2, &tr!(messages, "resilience-more", count = more));
    }
    if all {
        page.heading(&tr!(messages, "resilience-posts", count = report.posts.len()));
        report.posts.iter().for_each(|post| post_lines(&mut page, post));
    }
    if !report.duties_without_head.is_empty() {
        page.heading(&tr!(messages, "resilience-without-head", count = report.duties_without_head.len()));
        page.line(2, &some_names(&page, &report.duties_without_head));
    }
    page.finish()
}

/// The units beside each other.
fn unit_table(page: &mut Page, report: &ResilienceReport) {
    let messages = page.messages;
    page.heading(&tr!(messages, "resilience-units"));
    let header = [
        tr!(messages, "column-unit"),
        tr!(messages, "column-post-count"),
        "1".to_owned(),
        "2".to_owned(),
        "3".to_owned(),
        tr!(messages, "column-more"),
        tr!(messages, "column-never"),
        tr!(messages, "column-duty-count"),
        tr!(messages, "column-at-risk"),
    ];
    let mut table = grid(&header);
    for unit in &report.units {
        let sizes = &unit.sizes;
        let numbers = [unit.posts, sizes.one, sizes.two, sizes.three, sizes.more, sizes.never, unit.duties];
        let mut cells = vec![page.name(&unit.unit)];
        cells.extend(numbers.iter().map(ToString::to_string));
        cells.push((unit.duties_at_risk + unit.duties_without_head).to_string());
        table.add_row(cells.into_iter().map(Cell::new));
    }
    page.verbatim(0, &table.trim_fmt());
    page.line(0, &tr!(messages, "resilience-units-note"));
}

/// A single point of failure.
fn point_lines(page: &mut Page, number: usize, point: &SinglePoint) {
    let messages = page.messages;
    let name = page.described(&point.post);
    page.after(
        &format!("{number:>3}. "),
        0,
        &tr!(
            messages,
            "resilience-point",
            post = name,
            duties = point.duties.len(),
            below = point.duties_below,
            posts = point.cut_off.len()
        ),
    );
    let clauses = page.some_clauses(&point.provenance, CLAUSES_SHOWN);
    page.line(5, &format!("{}  {clauses}", missing_sentence(page, &point.missing)));
    let others: Vec<_> = point.unattended.iter().filter(|post| **post != point.post).cloned().collect();
    if !others.is_empty() {
        page.line(5, &tr!(messages, "resilience-point-others", posts = page.names_and(&others)));
    }
}

/// The sets of one post.
fn post_lines(page: &mut Page, post: &PostResilience) {
    let messages = page.messages;
    let smallest = match post.smallest {
        Smallest::Size { absences } => tr!(messages, "smallest-size", count = absences),
        Smallest::MoreThan { absences } => tr!(messages, "smallest-more", count = absences),
        Smallest::Never => tr!(messages, "smallest-never"),
    };
    let (depth, optional) = (post.depth, post.optional);
    let depth = tr!(messages, "resilience-depth", depth = depth, optional = optional, duties = post.duties.len());
    page.item(2, &format!("{}: {smallest}{depth}", page.name(&post.post)));
    for set in post.sets.iter().filter(|set| set.len() > 1) {
        page.item(4, &page.names_and(set));
    }
}
