//! The first sheets of a body that takes several: a card for each unit below the body, its header the unit and its rows
//! the units in it, flowing in columns.
//!
//! Cards stand under headings taken from the captions of the clauses that establish their units, where these captions
//! group units at all; councils come last.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::canvas::{Align, Canvas, Label, Marks, Rect};
use super::columns::SIZE_STEP;
use super::frame::Footer;
use super::org_chart::Context;
use super::organisation::establishing_clause;
use super::unit_look::{UnitLook, UsedLooks, drawn_name};
use super::words::fill;
use crate::graph::Node;
use crate::render::measure::{em_in_box, em_in_text, lines_height};
use crate::render::style::{BoxLook, HAIR, INK2, LineLook, SMALLEST_SIZE};
use crate::render::wrap::{Breaks, Wrapping};

/// Columns to be tried, widest first.
const COLUMNS: std::ops::RangeInclusive<usize> = 3..=7;
const COLUMN_GAP: f64 = 9.0;
/// Space below a card and above a heading.
const CARD_GAP: f64 = 7.0;
/// Room above and below the text of a row.
const PADDING: f64 = 3.0;
/// A row has a space before its text, this many em.
const LEADING_EM: f64 = 0.62;
/// Most lines of a row.
const MOST_LINES: usize = 3;

/// A line of the overview before it has a place.
#[derive(Debug)]
struct Line<'g> {
    kind: LineKind,
    text: String,
    wrapping: Wrapping,
    node: Option<&'g Node>,
    look: BoxLook,
    class: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineKind {
    /// A heading above cards.
    Heading,
    /// The first line of a card.
    Header,
    /// A unit in the card.
    Row,
}

/// A card: its lines, each shared with the layouts that are tried.
type Card<'g> = Vec<Rc<Line<'g>>>;

/// A line with its place.
#[derive(Debug)]
struct PlacedLine<'g> {
    line: Rc<Line<'g>>,
    lines: Vec<String>,
    rect: Rect,
    /// What its id ends in: a header that is repeated has a second one.
    again: String,
}

/// One overview sheet.
pub(super) struct OverviewSheet<'g> {
    size: f64,
    lines: Vec<PlacedLine<'g>>,
}

/// The overview on as few sheets as possible: one in the largest size that fits, else several in 8 points.
pub(super) fn plan<'g>(context: &Context<'g>, room: Rect) -> Vec<OverviewSheet<'g>> {
    let cards = cards(context);
    let scale = context.options.paper.scale();
    let continued = context.words().continued.as_str();
    let mut size = 11.5 * scale;
    while size >= SMALLEST_SIZE {
        for columns in COLUMNS {
            if let Some(sheets) = flow(&cards, room, size, columns, Breaks::BetweenWords, continued)
                && sheets.len() <= 1
            {
                return sheets;
            }
        }
        size -= SIZE_STEP;
    }
    let in_smallest =
        |breaks| COLUMNS.rev().find_map(|columns| flow(&cards, room, SMALLEST_SIZE, columns, breaks, continued));
    in_smallest(Breaks::BetweenWords)
        .or_else(|| in_smallest(Breaks::InsideKanji))
        .unwrap_or_else(|| flow_cut(&cards, room, continued))
}

/// Cards with the headings before them; a heading is a card's first line, so that it is never left alone.
fn cards<'g>(context: &Context<'g>) -> Vec<Card<'g>> {
    let organisation = context.organisation;
    let captions: Vec<Option<&str>> = organisation
        .top
        .iter()
        .map(|position| {
            let clause = establishing_clause(context.graph, organisation.units[*position].node)?;
            clause.as_clause()?.caption.as_deref()
        })
        .collect();
    let distinct: BTreeSet<&Option<&str>> = captions.iter().collect();
    let grouping = distinct.len() > 1 && distinct.len() * 2 <= captions.len();
    let mut cards: Vec<Card> = organisation.body.map(|body| body_card(context, body)).into_iter().collect();
    let mut before: Option<&str> = None;
    for (position, caption) in organisation.top.iter().zip(&captions) {
        let mut card = Vec::new();
        if let Some(caption) = caption.filter(|caption| grouping && before != Some(*caption)) {
            card.push(heading(caption));
        }
        before = *caption;
        card.push(unit_line(context, *position, LineKind::Header));
        for child in &organisation.units[*position].children {
            card.push(unit_line(context, *child, LineKind::Row));
        }
        cards.push(card);
    }
    for (number, council) in organisation.councils.iter().enumerate() {
        let optional = council.as_unit().is_some_and(|unit| unit.optional);
        let text = context.with_note(council.name().to_owned(), &council.id);
        let line = Rc::new(Line {
            kind: LineKind::Row,
            wrapping: Wrapping::new(&text),
            text,
            node: Some(council),
            look: context.look(&council.id, UnitLook::Council.look(optional)),
            class: UnitLook::Council.class(optional),
        });
        if number == 0 {
            cards.push(vec![heading(&context.words().council), line]);
        } else {
            cards.push(vec![line]);
        }
    }
    cards
}

/// The body with its officers and those who attend its councils.
fn body_card<'g>(context: &Context<'g>, body: usize) -> Card<'g> {
    let organisation = context.organisation;
    let posts = organisation.officers.iter().chain(&organisation.attendants).map(|post| {
        let text = format!("{}（{}）", post.name(), context.words().elsewhere);
        Rc::new(Line {
            kind: LineKind::Row,
            wrapping: Wrapping::new(&text),
            text,
            node: Some(post),
            look: BoxLook::ELSEWHERE_POST,
            class: "post st-elsewhere".to_owned(),
        })
    });
    std::iter::once(unit_line(context, body, LineKind::Header)).chain(posts).collect()
}

fn heading<'g>(text: &str) -> Rc<Line<'g>> {
    Rc::new(Line {
        kind: LineKind::Heading,
        text: text.to_owned(),
        wrapping: Wrapping::new(text),
        node: None,
        look: BoxLook::UNIT,
        class: "section".to_owned(),
    })
}

/// A unit as a header or a row; a row also says how many units are in it.
fn unit_line<'g>(context: &Context<'g>, position: usize, kind: LineKind) -> Rc<Line<'g>> {
    let organisation = context.organisation;
    let entry = &organisation.units[position];
    let look = UnitLook::of(entry);
    let mut text = drawn_name(&entry.unit.name, look);
    if kind == LineKind::Row && !entry.children.is_empty() {
        let mut kinds: Vec<(&str, usize)> = Vec::new();
        for below in &organisation.units[position + 1..organisation.end(position)] {
            match kinds.iter_mut().find(|(kind, _)| *kind == below.unit.kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((&below.unit.kind, 1)),
            }
        }
        let kinds: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count}{kind}")).collect();
        text.push_str(&fill(&context.words().units_below, "kinds", &kinds.join(&context.words().joiner)));
    }
    if let Some(post) = organisation.directly_under(position) {
        text.push_str(&format!("（{}）", fill(&context.words().directly_under, "post", post)));
    }
    let text = context.with_badges(&text, position);
    let drawn = context.look(&entry.node.id, look.look(entry.unit.optional));
    let hair = kind == LineKind::Row && drawn.border == BoxLook::UNIT.border;
    Rc::new(Line {
        kind,
        wrapping: Wrapping::new(&text),
        text,
        node: Some(entry.node),
        look: if hair { BoxLook { border: HAIR, pen: 0.6, ..drawn } } else { drawn },
        class: look.class(entry.unit.optional),
    })
}

/// Lets the cards flow; `None` if a name does not fit in a column.
fn flow<'g>(
    cards: &[Card<'g>],
    room: Rect,
    size: f64,
    columns: usize,
    breaks: Breaks,
    continued: &str,
) -> Option<Vec<OverviewSheet<'g>>> {
    let width = column_width(room, columns);
    let wrap = |line: &Rc<Line>| line.wrapping.lines(line_em(line, width, size), breaks);
    let wrapped: Option<Vec<Vec<Vec<String>>>> =
        cards.iter().map(|card| card.iter().map(wrap).collect::<Option<Vec<_>>>()).collect();
    Some(place(cards, wrapped?, room, (size, columns), continued))
}

/// The same in the smallest size, names cut where they have no room.
fn flow_cut<'g>(cards: &[Card<'g>], room: Rect, continued: &str) -> Vec<OverviewSheet<'g>> {
    let (columns, size) = (*COLUMNS.start(), SMALLEST_SIZE);
    let width = column_width(room, columns);
    let wrap = |line: &Rc<Line>| line.wrapping.lines_at_any_cost(line_em(line, width, size), MOST_LINES);
    let wrapped = cards.iter().map(|card| card.iter().map(wrap).collect()).collect();
    place(cards, wrapped, room, (size, columns), continued)
}

fn column_width(room: Rect, columns: usize) -> f64 {
    (room.width - (columns - 1) as f64 * COLUMN_GAP) / columns as f64
}

fn line_em(line: &Line, width: f64, size: f64) -> f64 {
    let second_border = f64::from(line.look.borders - 1) * 8.0;
    match line.kind {
        LineKind::Heading => em_in_text(width, size),
        LineKind::Header => em_in_box(width - second_border, size),
        LineKind::Row => em_in_box(width - second_border, size) - LEADING_EM,
    }
}

fn line_height(line: &Line, lines: &[String], size: f64) -> f64 {
    let second_border = f64::from(line.look.borders - 1) * 8.0;
    lines_height(lines.len(), size) + PADDING + second_border
}

/// Puts cards below each other and into the next column, and the next sheet, when they have no room; a card that is
/// longer than a column goes on in the next one, its header repeated.
fn place<'g>(
    cards: &[Card<'g>],
    wrapped: Vec<Vec<Vec<String>>>,
    room: Rect,
    (size, columns): (f64, usize),
    continued: &str,
) -> Vec<OverviewSheet<'g>> {
    let width = column_width(room, columns);
    let mut sheets = vec![OverviewSheet { size, lines: Vec::new() }];
    let (mut column, mut y) = (0, room.y);
    for (card, texts) in cards.iter().zip(wrapped) {
        let heights: Vec<f64> = card.iter().zip(&texts).map(|(line, lines)| line_height(line, lines, size)).collect();
        // A card that has no room starts a new column, also if it is too long for that one; one heading goes with it.
        if y > room.y && y + heights.iter().sum::<f64>() > room.bottom() {
            (column, y) = (column + 1, room.y);
        }
        let header = card.iter().find(|line| line.kind == LineKind::Header);
        let mut put = |line: &Rc<Line<'g>>, lines: Vec<String>, column: &mut usize, y: &mut f64, again: String| {
            if *column == columns {
                sheets.push(OverviewSheet { size, lines: Vec::new() });
                *column = 0;
            }
            let height = line_height(line, &lines, size);
            let rect = Rect { x: room.x + *column as f64 * (width + COLUMN_GAP), y: *y, width, height };
            if let Some(sheet) = sheets.last_mut() {
                sheet.lines.push(PlacedLine { line: Rc::clone(line), lines, rect, again });
            }
            *y = rect.bottom();
        };
        for (number, ((line, lines), height)) in card.iter().zip(texts).zip(heights).enumerate() {
            if y + height > room.bottom() && y > room.y {
                (column, y) = (column + 1, room.y);
                if let Some(header) = header.filter(|header| !Rc::ptr_eq(header, line)) {
                    let name = Wrapping::new(&format!("{}{continued}", header.text));
                    let repeated = name.lines_at_any_cost(line_em(header, width, size), MOST_LINES);
                    put(header, repeated, &mut column, &mut y, format!("-again-{number}"));
                }
            }
            put(line, lines, &mut column, &mut y, String::new());
        }
        y += CARD_GAP;
    }
    sheets
}

impl OverviewSheet<'_> {
    /// Legend and basis of what is on this sheet.
    pub(super) fn footer(&self, context: &Context) -> Footer {
        let nodes = || self.lines.iter().filter_map(|placed| placed.line.node);
        let mut used = UsedLooks::default();
        for entry in &context.organisation.units {
            if nodes().any(|node| node.id == entry.node.id) {
                used.unit(UnitLook::of(entry), &entry.unit.kind, entry.unit.optional);
            }
        }
        for council in &context.organisation.councils {
            if let Some(unit) = council.as_unit().filter(|_| nodes().any(|node| node.id == council.id)) {
                used.unit(UnitLook::Council, &unit.kind, unit.optional);
            }
        }
        let posts = context.organisation.officers.iter().chain(&context.organisation.attendants);
        if posts.into_iter().any(|post| nodes().any(|node| node.id == post.id)) {
            used.elsewhere_posts();
        }
        context.footer(used, nodes().filter(|node| node.as_unit().is_some()))
    }

    /// Draws the sheet.
    pub(super) fn draw(&self, context: &Context, canvas: &mut Canvas) {
        for (number, placed) in self.lines.iter().enumerate() {
            let PlacedLine { line, lines, rect, again } = placed;
            let marks = match line.node {
                Some(node) => context.marks(node, &line.class),
                None => Marks::new(format!("section-{number}"), line.class.clone(), ""),
            };
            let marks = marks.with_suffix(again);
            match line.kind {
                LineKind::Heading => {
                    canvas.put_text(*rect, lines.clone(), self.size, INK2, Align::Center, marks);
                    let y = rect.bottom() - 0.5;
                    let rule = Marks::new(format!("section-{number}-rule"), "section-rule", "");
                    canvas.draw_line(None, &[(rect.x, y), (rect.right(), y)], LineLook::FOOTER_RULE, rule);
                }
                LineKind::Header => {
                    canvas.put_box(*rect, Label::plain(lines.clone(), self.size), line.look, marks);
                }
                LineKind::Row => {
                    canvas.put_box(*rect, Label::left(lines.clone(), self.size), line.look, marks);
                }
            }
        }
    }
}
