//! The org chart in brackets, on one sheet or on an overview and as many sheets as it takes.

use std::collections::BTreeSet;

use super::Sheet;
use super::bracket::{AsideBox, Bracket, BracketBox, Page, most_columns};
use super::canvas::{Marks, Rect};
use super::frame::{Footer, Heading};
use super::head::{officers_marks, officers_text};
use super::org_chart::Context;
use super::overview;
use super::pages::{Cut, cut_depth, cut_rows};
use super::trees::page_number;
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
            text: context.with_note(node.name().to_owned(), &node.id),
            look: context.look(&node.id, UnitLook::Council.look(optional)),
            marks: context.marks(node, &UnitLook::Council.class(optional)),
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
        let text = context.with_badges(&text, position);
        let parent = entry.parent.and_then(|parent| place[parent]);
        let line_id =
            entry.parent.map(|parent| context.linker().line_id(&organisation.units[parent].node.id, &entry.node.id));
        let optional = entry.unit.optional;
        boxes.push(BracketBox {
            text,
            look: context.look(&entry.node.id, look.look(optional)),
            marks: context.marks(entry.node, &look.class(optional)),
            parent,
            // A unit without a tie to the body stands in the column of the units below it.
            depth: entry.depth - skipped,
            line: LineLook::BELONGS,
            line_marks: Marks::new(line_id.unwrap_or_default(), "belongs", ""),
            wraps: false,
            origin: position,
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
    let page_room = Page { width: room.width, height: room.height, scale: context.options.paper.scale() };
    let strips = side_by_side(cut_rows(&bracket, page_room), room.width);
    let overviews = overview::plan(context, room);
    let total = overviews.len() + strips.len();
    let paper = context.options.paper.name();
    let mut sheets = Vec::with_capacity(total);
    for plan in overviews {
        let number = sheets.len() + 1;
        let mut heading = context.heading();
        if context.overlay.is_none() {
            heading.title = format!("{}　{}", context.graph.regulation().title, words.overview);
        }
        heading.remarks = context.counts();
        heading.remarks.push(page_number(words, number, total));
        let (mut canvas, _) = context.start(&heading, &plan.footer(context));
        plan.draw(context, &mut canvas);
        sheets.push(Sheet { name: format!("org-overview-{paper}-{number:02}"), dot: canvas.into_dot("org") });
    }
    for strips in strips {
        let number = sheets.len() + 1;
        let (heading, footer) = page_frame(context, &bracket, &strips, number, total);
        let (mut canvas, own_room) = context.start(&heading, &footer);
        let mut x = own_room.x;
        for strip in strips {
            bracket.draw(&mut canvas, Rect { x, ..own_room }, &strip.measured, strip.rows);
            x += strip.measured.width() + STRIP_GAP;
        }
        sheets.push(Sheet { name: format!("org-bracket-{paper}-{number:02}"), dot: canvas.into_dot("org") });
    }
    sheets
}

/// Puts trees that are narrow enough side by side on one sheet.
fn side_by_side(cuts: Vec<Cut>, width: f64) -> Vec<Vec<Cut>> {
    let mut sheets: Vec<Vec<Cut>> = Vec::new();
    let mut used = 0.0;
    for cut in cuts {
        let own = cut.measured.width();
        match sheets.last_mut().filter(|_| used + STRIP_GAP + own <= width + 0.01) {
            Some(sheet) => {
                used += STRIP_GAP + own;
                sheet.push(cut);
            }
            None => {
                used = own;
                sheets.push(vec![cut]);
            }
        }
    }
    sheets
}

/// Title block and footer of one of the sheets: the names of its trees, the looks and clauses of its boxes.
fn page_frame(context: &Context, bracket: &Bracket, strips: &[Cut], number: usize, total: usize) -> (Heading, Footer) {
    let words = context.words();
    let organisation = context.organisation;
    let rows = bracket.rows();
    let mut shown: Vec<usize> = Vec::new();
    for strip in strips {
        shown.extend(bracket.open_above(&rows[strip.rows.start]));
        shown.extend(rows[strip.rows.clone()].iter().flatten());
    }
    let mut seen = BTreeSet::new();
    shown.retain(|position| seen.insert(*position));
    let roots: Vec<&BracketBox> = shown.iter().map(|at| &bracket.boxes[*at]).filter(|item| item.depth == 0).collect();
    let name = |item: &BracketBox| {
        let entry = &organisation.units[item.origin];
        let again = if item.text.ends_with(&words.continued) { words.continued.as_str() } else { "" };
        format!("{}{again}", drawn_name(&entry.unit.name, UnitLook::of(entry)))
    };
    let mut title = roots.first().map_or_else(String::new, |item| name(item));
    match roots.len() {
        0 | 1 => {}
        2 | 3 => {
            for item in &roots[1..] {
                title.push_str(&format!("・{}", name(item)));
            }
        }
        more => title.push_str(&format!("　{}", fill(&words.and_others, "n", &(more - 1).to_string()))),
    }
    let heading = Heading {
        title: match context.overlay {
            None => format!("{}　{title}", context.graph.regulation().title),
            Some(overlay) => format!("{}　{}　{title}", context.graph.regulation().title, overlay.title),
        },
        subtitle: context.subtitle(),
        remarks: vec![words.drawn_from_text.clone(), page_number(words, number, total)],
    };
    let positions: BTreeSet<usize> = shown.iter().map(|at| bracket.boxes[*at].origin).collect();
    let used: UsedLooks = context.used(positions.iter().copied(), false);
    (heading, context.footer(used, positions.iter().map(|position| organisation.units[*position].node)))
}
