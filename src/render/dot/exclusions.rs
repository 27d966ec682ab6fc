//! Who stands back for whom: left the duties with an exclusion, unit by unit in the order of the text, right the units that they
//! leave it to. What nobody receives, and duties of which nothing is left, are marked.

use std::collections::{BTreeMap, BTreeSet};

use super::canvas::{BoxKey, Canvas, Label, Marks, Rect};
use super::command_chain::CommandOptions;
use super::frame::{self, Footer, Heading, LegendEntry, Sample};
use super::linker::Linker;
use super::organisation::articles;
use super::trees::remarks;
use super::words::{DiagramWords, fill};
use super::{DiagramError, Sheet};
use crate::analysis::{LedgerEntry, LedgerState, ScopeReport};
use crate::graph::{AuthorityGraph, ExclusionForm, Node, NodeId};
use crate::render::measure::{cut, em_in_box, em_width, lines_height};
use crate::render::style::{BoxLook, LineLook};
use crate::render::wrap::Wrapping;

/// Height of a row and of a unit's header, and the size of their text, on A4.
const ROW: f64 = 16.0;
const HEADER: f64 = 19.0;
const SIZE: f64 = 8.5;
/// Space between the units of the right column, and its lowest box.
const APART: f64 = 8.0;
const LOWEST: f64 = 18.0;
/// Most lines of the name of a unit that receives.
const MOST_NAME_LINES: usize = 2;
/// Parts of the width: the duties, the units that receive.
const LEFT: f64 = 0.5;
const RIGHT: f64 = 0.26;

/// A duty with what it leaves to others.
struct Row<'r> {
    duty: &'r NodeId,
    entries: Vec<&'r LedgerEntry>,
}

/// Draws the exclusions in the words of duties; residual duties, which name whole groups of units, are left out.
///
/// # Errors
/// There is no exclusion.
pub fn exclusions(
    graph: &AuthorityGraph,
    report: &ScopeReport,
    unit: Option<&NodeId>,
    options: &CommandOptions,
) -> Result<Vec<Sheet>, DiagramError> {
    let concerns = |id: &NodeId| {
        unit.is_none_or(|unit| id == unit || graph.enclosing_units(id).into_iter().any(|above| above == unit))
    };
    let mut rows: Vec<Row<'_>> = Vec::new();
    let wanted = |entry: &&LedgerEntry| {
        entry.form == ExclusionForm::Exclusion && (concerns(&entry.duty) || concerns(&entry.unit))
    };
    for entry in report.ledger.iter().filter(wanted) {
        match rows.last_mut().filter(|row| *row.duty == entry.duty) {
            Some(row) => row.entries.push(entry),
            None => rows.push(Row { duty: &entry.duty, entries: vec![entry] }),
        }
    }
    if rows.is_empty() {
        return Err(DiagramError::NothingToDraw);
    }
    let vacuous = report.vacuous().map(|scope| &scope.duty).collect();
    let chart = Chart { graph, options, linker: Linker::new(graph, options.links), vacuous };
    Ok(chart.sheets(&rows))
}

struct Chart<'a> {
    graph: &'a AuthorityGraph,
    options: &'a CommandOptions,
    linker: Linker<'a>,
    vacuous: BTreeSet<&'a NodeId>,
}

impl Chart<'_> {
    fn words(&self) -> &DiagramWords {
        &self.options.words
    }

    fn sheets(&self, rows: &[Row<'_>]) -> Vec<Sheet> {
        let scale = self.options.paper.scale();
        let mut probe = Canvas::new(self.options.paper);
        let room = frame::draw(&mut probe, &self.heading(rows, None), &self.footer(rows));
        let mut pages: Vec<Vec<&Row<'_>>> = vec![Vec::new()];
        let mut used = 0.0;
        for row in rows {
            let last = pages.last().and_then(|page| page.last());
            let header = last.is_none_or(|last| self.owner(last.duty) != self.owner(row.duty));
            let mut height = (ROW + if header { HEADER } else { 0.0 }) * scale;
            if used + height > room.height {
                pages.push(Vec::new());
                used = 0.0;
                height = (ROW + HEADER) * scale;
            }
            used += height;
            if let Some(page) = pages.last_mut() {
                page.push(row);
            }
        }
        let total = pages.len();
        let paper = self.options.paper.name();
        let sheet = |(number, shown): (usize, Vec<&Row<'_>>)| {
            let mut canvas = Canvas::new(self.options.paper);
            let page = (total > 1).then_some((number + 1, total));
            let room = frame::draw(&mut canvas, &self.heading(rows, page), &self.footer(rows));
            self.draw(&mut canvas, room, &shown);
            let name = match page {
                None => format!("exclusions-{paper}"),
                Some((number, _)) => format!("exclusions-{paper}-{number:02}"),
            };
            Sheet { name, dot: canvas.into_dot("exclusions") }
        };
        pages.into_iter().enumerate().map(sheet).collect()
    }

    fn owner(&self, duty: &NodeId) -> Option<&NodeId> {
        self.graph.parent_unit(duty)
    }

    fn heading(&self, rows: &[Row<'_>], page: Option<(usize, usize)>) -> Heading {
        let words = self.words();
        let count: usize = rows.iter().map(|row| row.entries.len()).sum();
        let counted = vec![fill(&words.exclusion_count, "n", &count.to_string())];
        Heading {
            title: format!("{}　{}", self.graph.regulation().title, words.exclusion_chart),
            subtitle: super::org_chart::subtitle(self.graph, words),
            remarks: remarks(words, counted, page),
        }
    }

    fn footer(&self, rows: &[Row<'_>]) -> Footer {
        let words = self.words();
        let entries = || rows.iter().flat_map(|row| &row.entries);
        let entry = |sample, meaning: &str| LegendEntry { sample, meaning: meaning.to_owned() };
        let mut legend = Vec::new();
        if entries().any(|entry| entry.state != LedgerState::Nowhere) {
            legend.push(entry(Sample::Line(LineLook::EXCLUDED), &words.exclusion_line));
        }
        if entries().any(|entry| entry.state == LedgerState::Nowhere) {
            legend.push(entry(Sample::Line(LineLook::UNMATCHED), &words.unmatched_line));
        }
        if rows.iter().any(|row| self.vacuous.contains(row.duty)) {
            legend.push(entry(Sample::Box(BoxLook::VACUOUS), &words.vacuous_duty));
        }
        let clauses = entries().flat_map(|entry| entry.edge.provenance.clauses());
        let clauses: Vec<NodeId> = clauses.collect();
        Footer {
            legend_word: words.legend.clone(),
            legend,
            basis_word: words.basis.clone(),
            basis: articles(clauses.iter().filter_map(|clause| self.graph.node(clause))),
            joiner: words.joiner.clone(),
            and_others: words.and_others.clone(),
        }
    }

    fn draw(&self, canvas: &mut Canvas, room: Rect, rows: &[&Row<'_>]) {
        let scale = canvas.scale();
        let left = room.width * LEFT;
        let mut y = room.y;
        let mut placed: Vec<(BoxKey, f64, &Row<'_>)> = Vec::new();
        let mut owner: Option<&NodeId> = None;
        for (number, row) in rows.iter().enumerate() {
            let own = self.owner(row.duty);
            if number == 0 || own != owner {
                owner = own;
                let rect = Rect { x: room.x, y: y + 2.0, width: left, height: (HEADER - 4.0) * scale };
                self.unit(canvas, rect, own, &format!("left-{number}"));
                y += HEADER * scale;
            }
            let rect = Rect { x: room.x + 12.0, y, width: left - 12.0, height: (ROW - 3.0) * scale };
            placed.push((self.duty(canvas, rect, row, number), y + (ROW - 3.0) * scale / 2.0, row));
            y += ROW * scale;
        }
        let receivers = self.receivers(canvas, room, &placed);
        let start = room.x + left;
        // What arrives at a unit is spread over its edge in the order of its sources.
        let mut arrived: BTreeMap<&NodeId, usize> = BTreeMap::new();
        let arriving = |unit: &NodeId| {
            placed.iter().flat_map(|(_, _, row)| &row.entries).filter(|entry| entry.unit == *unit).count()
        };
        for (number, (key, height, row)) in placed.iter().enumerate() {
            for (place, entry) in row.entries.iter().enumerate() {
                let Some((_, receiver, rect)) = receivers.iter().find(|(unit, ..)| **unit == entry.unit) else {
                    continue;
                };
                let look = match entry.state {
                    LedgerState::Nowhere => LineLook::UNMATCHED,
                    _ => LineLook::EXCLUDED,
                };
                let mut marks = self.linker.edge(&entry.edge, "excluded", self.words());
                marks.id = format!("x-{number}-{place}");
                let place_there = arrived.entry(&entry.unit).or_default();
                let part = (*place_there as f64 + 0.5) / arriving(&entry.unit) as f64;
                *place_there += 1;
                let tip = (rect.x, rect.y + rect.height * part);
                canvas.draw_line(Some((*key, *receiver)), &[(start, *height), tip], look, marks);
            }
        }
    }

    /// The header of a unit, or a unit that receives.
    fn unit(&self, canvas: &mut Canvas, rect: Rect, unit: Option<&NodeId>, id: &str) -> BoxKey {
        let size = SIZE * canvas.scale();
        let node = unit.and_then(|unit| self.graph.node(unit));
        let name = unit.map_or(String::new(), |unit| self.graph.qualified_name(unit));
        let lines = ((rect.height / lines_height(1, size)) as usize).max(1);
        let lines = Wrapping::new(&name).lines_at_any_cost(em_in_box(rect.width, size), lines);
        let marks = node.map_or_else(Marks::default, |node| self.linker.node(node, "unit"));
        let marks = Marks { id: id.to_owned(), ..marks };
        canvas.put_box(rect, Label::plain(lines, size), BoxLook::FIRST, marks)
    }

    /// A duty: its item, the beginning of its text, and a word where something is the matter.
    fn duty(&self, canvas: &mut Canvas, rect: Rect, row: &Row<'_>, number: usize) -> BoxKey {
        let words = self.words();
        let size = SIZE * canvas.scale();
        let vacuous = self.vacuous.contains(row.duty);
        let unmatched = row.entries.iter().any(|entry| entry.state == LedgerState::Nowhere);
        let flag = match (vacuous, unmatched) {
            (true, _) => format!("　{}", words.nothing_left),
            (false, true) => format!("　{}", words.nobody_receives),
            (false, false) => String::new(),
        };
        let item = row.duty.as_str().rfind('(').map_or("", |at| &row.duty.as_str()[at..]);
        let text: String = self.graph.node(row.duty).map_or("", Node::name).split_whitespace().collect();
        let em = em_in_box(rect.width, size) - em_width(&flag) - 1.0;
        let line = format!("{}{flag}", cut(&format!("{item} {text}"), em));
        let look = if vacuous { BoxLook::VACUOUS } else { BoxLook::SECTION };
        let class = if vacuous { "duty vacuous" } else { "duty" };
        let url = self.graph.node(row.duty).and_then(|node| self.linker.clause_url(&node.provenance.first().clause));
        let marks = Marks { url, ..Marks::new(format!("d-{number}"), class, text) };
        canvas.put_box(rect, Label::left(vec![line], size), look, marks)
    }

    /// The units that receive, in the order of the mean height of what leads to them, pushed apart.
    fn receivers<'r>(
        &self,
        canvas: &mut Canvas,
        room: Rect,
        placed: &[(BoxKey, f64, &'r Row<'r>)],
    ) -> Vec<(&'r NodeId, BoxKey, Rect)> {
        let mut units: Vec<(&NodeId, Vec<f64>)> = Vec::new();
        for (_, height, row) in placed {
            for entry in &row.entries {
                match units.iter_mut().find(|(unit, _)| **unit == entry.unit) {
                    Some((_, heights)) => heights.push(*height),
                    None => units.push((&entry.unit, vec![*height])),
                }
            }
        }
        let mean = |heights: &[f64]| heights.iter().sum::<f64>() / heights.len() as f64;
        units.sort_by(|(_, one), (_, other)| mean(one).total_cmp(&mean(other)));
        let lowest = LOWEST * canvas.scale();
        let size = SIZE * canvas.scale();
        let named = |unit: &NodeId| {
            let name = Wrapping::new(&self.graph.qualified_name(unit));
            let lines = name.lines_at_any_cost(em_in_box(room.width * RIGHT, size), MOST_NAME_LINES).len();
            lines_height(lines, size) + 4.0
        };
        let units: Vec<(&NodeId, Vec<f64>, f64)> =
            units.into_iter().map(|(unit, heights)| (unit, heights, named(unit))).collect();
        let wanted = |heights: &[f64], named: f64| lowest.max(named).max(5.0 * heights.len() as f64 + 8.0);
        let all: f64 = units.iter().map(|(_, heights, named)| wanted(heights, *named) + APART).sum();
        let squeeze = (room.height / all).min(1.0);
        let mut rest = all * squeeze;
        let mut top = room.y;
        let mut boxes = Vec::new();
        for (number, (unit, heights, named)) in units.iter().enumerate() {
            let height = wanted(heights, *named) * squeeze;
            // As near to the mean as those above and those still to come allow.
            let y = (mean(heights) - height / 2.0).clamp(top, (room.bottom() - rest).max(top));
            let rect = Rect { x: room.right() - room.width * RIGHT, y, width: room.width * RIGHT, height };
            let key = self.unit(canvas, rect, Some(unit), &format!("right-{number}"));
            boxes.push((*unit, key, rect));
            top = y + height + APART * squeeze;
            rest -= (wanted(heights, *named) + APART) * squeeze;
        }
        boxes
    }
}
