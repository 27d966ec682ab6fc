//! The org chart in brackets, on one sheet or on an overview and as many sheets as it takes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Sheet;
use super::bracket::{AsideBox, Bracket, BracketBox, most_columns};
use super::canvas::{Marks, Rect};
use super::frame::{Footer, Heading};
use super::head::{officers_marks, officers_text};
use super::org_chart::Context;
use super::overview;
use super::pages::{cut_depth, cut_rows};
use super::unit_look::{UnitLook, UsedLooks, drawn_name};
use super::words::fill;
use crate::render::style::{BoxLook, LineLook};

/// Space between trees that stand side by side.
const STRIP_GAP: f64 = 30.0;

/// The chart on one sheet if it has room there, else an overview and the trees below the body.
pub(super) fn sheets(context: &Context) -> Vec<Sheet> {
    one_sheet(context).map_or_else(|| pages(context), |sheet| vec![sheet])
}

fn one_sheet(context: &Context) -> Option<Sheet> {
    let organisation = context.organisation;
    let mut bracket = Bracket { boxes: boxes(context, true), ..Bracket::default() };
    if organisation.body.is_some() {
        bracket.above = officers_text(context).map(|text| AsideBox {
            text,
            look: BoxLook::ELSEWHERE_POST,
            marks: officers_marks(context),
            line: LineLook::BELONGS,
        });
        bracket.below = below(context);
    }
    let nodes = organisation.units.iter().map(|entry| entry.node).chain(organisation.councils.iter().copied());
    let footer = context.footer(context.used(0..organisation.units.len(), true), nodes);
    let (canvas, room) = context.start(&context.heading(), &footer);
    let canvas = bracket.one_sheet(&canvas, room)?;
    let name = format!("org-bracket-{}", context.options.paper.name());
    Some(Sheet { name, dot: canvas.into_dot("org") })
}

/// Attendants and councils, hanging below the body.
fn below(context: &Context) -> Vec<AsideBox> {
    let organisation = context.organisation;
    let attendants = organisation.attendants.iter().map(|node| AsideBox {
        text: node.name().to_owned(),
        look: BoxLook::ELSEWHERE_POST,
        marks: context.linker().node(node, "post st-elsewhere"),
        line: LineLook::RELATED,
    });
    let councils = organisation.councils.iter().map(|node| {
        let optional = node.as_unit().is_some_and(|unit| unit.optional);
        AsideBox {
            text: node.name().to_owned(),
            look: UnitLook::Council.look(optional),
            marks: context.linker().node(node, &UnitLook::Council.class(optional)),
            line: LineLook::RELATED,
        }
    });
    attendants.chain(councils).collect()
}

/// The units as boxes of a bracket, with the body or without it.
fn boxes(context: &Context, with_body: bool) -> Vec<BracketBox> {
    let organisation = context.organisation;
    let skipped = usize::from(organisation.body.is_none() || !with_body);
    let mut place: Vec<Option<usize>> = vec![None; organisation.units.len()];
    let mut boxes: Vec<BracketBox> = Vec::with_capacity(organisation.units.len());
    for (position, entry) in organisation.units.iter().enumerate() {
        if entry.depth < skipped {
            continue;
        }
        place[position] = Some(boxes.len());
        let look = UnitLook::of(entry);
        let mut text = drawn_name(&entry.unit.name, look);
        if let Some(post) = organisation.directly_under(position) {
            text.push_str(&format!("（{}）", fill(&context.words().directly_under, "post", post)));
        }
        let parent = entry.parent.and_then(|parent| place[parent]);
        let line_id =
            entry.parent.map(|parent| context.linker().line_id(&organisation.units[parent].node.id, &entry.node.id));
        let optional = entry.unit.optional;
        boxes.push(BracketBox {
            text,
            look: look.look(optional),
            marks: context.linker().node(entry.node, &look.class(optional)),
            parent,
            // A unit without a tie to the body stands in the column of the units below it.
            depth: entry.depth - skipped,
            line: LineLook::BELONGS,
            line_marks: Marks::new(line_id.unwrap_or_default(), "belongs", ""),
            wraps: false,
        });
    }
    boxes
}

/// The overview, then the trees below the body.
fn pages(context: &Context) -> Vec<Sheet> {
    let organisation = context.organisation;
    let words = context.words();
    let all: Vec<_> =
        organisation.units.iter().map(|entry| entry.node).chain(organisation.councils.iter().copied()).collect();
    let footer = context.footer(context.used(0..organisation.units.len(), true), all.into_iter());
    // Legend and basis of the whole make the footer highest: the room that it leaves is there on every sheet.
    let (_, room) = context.start(&context.heading(), &footer);
    let boxes = cut_depth(&boxes(context, false), most_columns(room.width), &words.continued, &words.on_other_sheet);
    let bracket = Bracket { boxes, continued: words.continued.clone(), ..Bracket::default() };
    let measured = bracket.measure_for_pages(room.width, context.options.paper.scale());
    let cuts = if bracket.boxes.is_empty() { Vec::new() } else { cut_rows(&bracket, &measured, room.height) };
    let overviews = overview::plan(context, room);
    // Where the trees are narrow, two or more stand side by side.
    let strips = (((room.width + STRIP_GAP) / (measured.width() + STRIP_GAP)) as usize).max(1);
    let total = overviews.len() + cuts.len().div_ceil(strips);
    let paper = context.options.paper.name();
    let mut sheets = Vec::with_capacity(total);
    for plan in overviews {
        let number = sheets.len() + 1;
        let mut heading = context.heading();
        heading.title = format!("{}　{}", context.graph.regulation().title, words.overview);
        heading.remarks = vec![context.counts(), page(context, number, total)];
        let (mut canvas, _) = context.start(&heading, &plan.footer(context));
        plan.draw(context, &mut canvas);
        sheets.push(Sheet { name: format!("org-overview-{paper}-{number:02}"), dot: canvas.into_dot("org") });
    }
    for strips in cuts.chunks(strips) {
        let number = sheets.len() + 1;
        let (heading, footer) = page_frame(context, &bracket, strips, number, total);
        let (mut canvas, own_room) = context.start(&heading, &footer);
        for (strip, rows) in strips.iter().enumerate() {
            let x = own_room.x + strip as f64 * (measured.width() + STRIP_GAP);
            bracket.draw(&mut canvas, Rect { x, ..own_room }, &measured, rows.clone());
        }
        sheets.push(Sheet { name: format!("org-bracket-{paper}-{number:02}"), dot: canvas.into_dot("org") });
    }
    sheets
}

/// 全6ページの4.
fn page(context: &Context, number: usize, total: usize) -> String {
    let text = fill(&context.words().page, "page", &number.to_string());
    fill(&text, "total", &total.to_string())
}

/// Title block and footer of one of the sheets: the names of its trees, the looks and clauses of its boxes.
fn page_frame(
    context: &Context,
    bracket: &Bracket,
    strips: &[Range<usize>],
    number: usize,
    total: usize,
) -> (Heading, Footer) {
    let words = context.words();
    let organisation = context.organisation;
    let rows = bracket.rows();
    let mut shown: Vec<usize> = Vec::new();
    for range in strips {
        shown.extend(bracket.open_above(&rows[range.start]));
        shown.extend(rows[range.clone()].iter().flatten());
    }
    let mut seen = BTreeSet::new();
    shown.retain(|position| seen.insert(*position));
    let roots: Vec<&BracketBox> = shown.iter().map(|at| &bracket.boxes[*at]).filter(|item| item.depth == 0).collect();
    let mut title = roots.first().map_or_else(String::new, |item| item.text.clone());
    match roots.len() {
        0 | 1 => {}
        2 | 3 => {
            for item in &roots[1..] {
                title.push_str(&format!("・{}", item.text));
            }
        }
        more => title.push_str(&format!("　{}", fill(&words.and_others, "n", &(more - 1).to_string()))),
    }
    let heading = Heading {
        title: format!("{}　{title}", context.graph.regulation().title),
        subtitle: context.subtitle(),
        remarks: vec![words.drawn_from_text.clone(), page(context, number, total)],
    };
    // Boxes know their unit by its id in the picture.
    let ids: BTreeSet<&str> = shown.iter().map(|at| bracket.boxes[*at].marks.id.as_str()).collect();
    let positions: Vec<usize> = (0..organisation.units.len())
        .filter(|position| ids.contains(context.linker().node_id(organisation.units[*position].node).as_str()))
        .collect();
    let used: UsedLooks = context.used(positions.iter().copied(), false);
    (heading, context.footer(used, positions.iter().map(|position| organisation.units[*position].node)))
}
