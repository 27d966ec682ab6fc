//! The org chart in columns: the body above, one column for each unit below it, a hanging list under each.

use super::Sheet;
use super::canvas::{Align, BoxKey, Canvas, Label, Marks, Rect};
use super::head;
use super::org_chart::Context;
use super::organisation::establishing_clause;
use super::unit_look::{UnitLook, drawn_name};
use super::words::fill;
use crate::graph::{DutyKind, Node};
use crate::render::measure::{box_width, em_in_box, em_width, text_width};
use crate::render::style::{INK2, LineLook, NOTE_SIZE, SMALLEST_SIZE, SUBTITLE_SIZE};
use crate::render::wrap::{Breaks, Wrapping};

/// Sizes are tried downwards in this step.
pub(super) const SIZE_STEP: f64 = 0.25;
/// How far a unit stands in from the one above it, and where that one's spine runs.
const INDENT: f64 = 15.0;
const SPINE: f64 = 7.0;
/// Space between two boxes of a list, and between a column's head and its list.
const GAP: f64 = 5.0;
const HEAD_GAP: f64 = 8.0;
/// Space between columns: least and most.
const COLUMN_GAP: f64 = 9.0;
const WIDEST_COLUMN_GAP: f64 = 24.0;
/// Room above and below the text, both together: in a list and in a column's head.
const BOX_PADDING: f64 = 8.75;
const HEAD_PADDING: f64 = 12.75;
/// How much wider than its names a column may become.
const SPREAD: f64 = 24.0;
/// Body to bus, bus to the columns' heads.
const ABOVE_BUS: f64 = 18.0;
const BELOW_BUS: f64 = 12.0;
/// Height of a line of text above the bus.
const REMARK_LINE: f64 = 13.0;

/// A unit made ready for any size.
struct Prepared {
    wrapping: Wrapping,
    /// Em of its narrowest form, breaks between words only and inside kanji.
    narrowest: [f64; 2],
    notes: Vec<String>,
    look: UnitLook,
    /// Position of its column.
    column: usize,
    /// Distance of its left edge from that of the column.
    indent: f64,
}

/// The chart on one sheet, if it fits in letters of 8 points or more.
pub(super) fn sheet(context: &Context) -> Option<Sheet> {
    let organisation = context.organisation;
    let nodes = organisation.units.iter().map(|entry| entry.node).chain(organisation.councils.iter().copied());
    let footer = context.footer(context.used(0..organisation.units.len(), true), nodes);
    let (canvas, room) = context.start(&context.heading(), &footer);
    let prepared = prepare(context);
    let largest = if context.details() { 14.0 } else { 11.5 };
    for breaks in [Breaks::BetweenWords, Breaks::InsideKanji] {
        let mut size = largest;
        while size >= SMALLEST_SIZE {
            if let Some(canvas) = draw(context, &prepared, canvas.clone(), room, size, breaks) {
                let name = format!("org-columns-{}", context.options.paper.name());
                return Some(Sheet { dot: canvas.into_dot("org"), name });
            }
            size -= SIZE_STEP;
        }
    }
    None
}

/// Wraps, notes and indents of all units below the body; the body has an empty place.
fn prepare(context: &Context) -> Vec<Prepared> {
    let organisation = context.organisation;
    let mut column = 0;
    let mut prepared = Vec::with_capacity(organisation.units.len());
    for (position, entry) in organisation.units.iter().enumerate() {
        if entry.depth == 1 {
            column = organisation.top.iter().position(|top| *top == position).unwrap_or(0);
        }
        let look = UnitLook::of(entry);
        let mut notes = if context.details() { notes(context, position) } else { Vec::new() };
        // The body is drawn with the head.
        if entry.depth > 0 {
            notes.extend(context.badges(position));
        }
        let wrapping = Wrapping::new(&drawn_name(&entry.unit.name, look));
        prepared.push(Prepared {
            narrowest: [Breaks::BetweenWords, Breaks::InsideKanji].map(|breaks| wrapping.narrowest(breaks)),
            wrapping,
            notes,
            look,
            column,
            indent: entry.depth.saturating_sub(1) as f64 * INDENT,
        });
    }
    prepared
}

/// Head, number of duties, and at a column's head the clause.
fn notes(context: &Context, position: usize) -> Vec<String> {
    let (graph, words) = (context.graph, context.words());
    let entry = &context.organisation.units[position];
    let mut notes = Vec::new();
    if let Some(head) = graph.head_of(&entry.node.id).and_then(Node::as_post) {
        notes.push(head.title.clone());
    }
    let counts = graph.duty_counts(&entry.node.id);
    let duties: usize = [DutyKind::Substantive, DutyKind::Residual, DutyKind::Ancillary]
        .iter()
        .filter_map(|kind| counts.get(kind))
        .sum();
    if duties > 0 {
        notes.push(fill(&words.duty_count, "n", &duties.to_string()));
    }
    let mut notes = if notes.is_empty() { notes } else { vec![notes.join("　")] };
    if entry.depth == 1
        && let Some(clause) = establishing_clause(graph, entry.node).and_then(Node::as_clause)
    {
        notes.push(clause.citation.clone());
    } else if let Some(post) = context.organisation.directly_under(position) {
        notes.push(fill(&words.directly_under, "post", post));
    }
    notes
}

/// Size of the smaller lines.
pub(super) fn note_size(size: f64) -> f64 {
    (size * 0.68).clamp(SMALLEST_SIZE, NOTE_SIZE)
}

/// Tries to draw everything in one size.
fn draw(
    context: &Context,
    prepared: &[Prepared],
    mut canvas: Canvas,
    room: Rect,
    size: f64,
    breaks: Breaks,
) -> Option<Canvas> {
    let (lefts, widths) = column_places(context, prepared, room, size, breaks)?;
    let labels = labels(prepared, &widths, size, breaks)?;
    let body = head::draw(context, &mut canvas, room, size)?;
    let (bus, top) = draw_remarks(context, &mut canvas, room, body.bottom, &lefts, &widths);
    let keys = draw_lists(context, prepared, &mut canvas, &lefts, &widths, &labels, top, room.bottom())?;
    if let Some((key, rect)) = body.body {
        draw_bus(context, &mut canvas, &keys, key, rect, bus);
    }
    Some(canvas)
}

/// Left edge and width of each column: as narrow as the wrapping allows, the rest spread evenly.
fn column_places(
    context: &Context,
    prepared: &[Prepared],
    room: Rect,
    size: f64,
    breaks: Breaks,
) -> Option<(Vec<f64>, Vec<f64>)> {
    let organisation = context.organisation;
    let count = organisation.top.len();
    let (mut widths, mut most) = (vec![0.0_f64; count], vec![0.0_f64; count]);
    for (unit, entry) in prepared.iter().zip(&organisation.units) {
        if entry.depth == 0 {
            continue;
        }
        let notes = unit.notes.iter().map(|note| box_width(em_width(note), note_size(size))).fold(0.0, f64::max);
        let narrowest = box_width(unit.narrowest[breaks as usize], size).max(notes) + unit.indent;
        let whole = box_width(unit.wrapping.em(), size).max(notes) + unit.indent;
        widths[unit.column] = widths[unit.column].max(narrowest);
        most[unit.column] = most[unit.column].max(whole + SPREAD);
    }
    let gaps = count.saturating_sub(1) as f64;
    let mut spare = room.width - widths.iter().sum::<f64>() - gaps * COLUMN_GAP;
    if spare < 0.0 {
        return None;
    }
    spread(&mut widths, &most, &mut spare);
    let gap = if gaps > 0.0 { (COLUMN_GAP + spare / gaps).min(WIDEST_COLUMN_GAP) } else { 0.0 };
    let mut x = room.x + (room.width - widths.iter().sum::<f64>() - gaps * gap) / 2.0;
    let mut lefts = Vec::with_capacity(count);
    for width in &widths {
        lefts.push(x);
        x += width + gap;
    }
    Some((lefts, widths))
}

/// Gives every width an equal part of `spare`, none more than it may have at most; what is left stays in `spare`.
pub(super) fn spread(widths: &mut [f64], most: &[f64], spare: &mut f64) {
    loop {
        let open: Vec<usize> = (0..widths.len()).filter(|i| widths[*i] < most[*i] - 0.01).collect();
        if open.is_empty() || *spare < 0.01 {
            return;
        }
        let share = *spare / open.len() as f64;
        for i in open {
            let more = share.min(most[i] - widths[i]);
            widths[i] += more;
            *spare -= more;
        }
    }
}

/// The text of every unit in the width of its column.
fn labels(prepared: &[Prepared], widths: &[f64], size: f64, breaks: Breaks) -> Option<Vec<Label>> {
    prepared
        .iter()
        .map(|unit| {
            // The body has no column; it is drawn with the head.
            let Some(width) = widths.get(unit.column) else { return Some(Label::default()) };
            let em = em_in_box(width - unit.indent, size);
            let lines = if unit.look == UnitLook::Body { Vec::new() } else { unit.wrapping.lines(em, breaks)? };
            Some(Label { lines, size, notes: unit.notes.clone(), note_size: note_size(size), left: false })
        })
        .collect()
}

/// Writes 理事長直轄 above the columns that it is about. Gives the height of the bus and of the columns' upper edge.
fn draw_remarks(
    context: &Context,
    canvas: &mut Canvas,
    room: Rect,
    above: f64,
    lefts: &[f64],
    widths: &[f64],
) -> (f64, f64) {
    let organisation = context.organisation;
    let (remark_size, remark_line) = (SUBTITLE_SIZE * canvas.scale(), REMARK_LINE * canvas.scale());
    let post_of = |column: usize| organisation.units[organisation.top[column]].unit.directly_under.as_deref();
    // Left edge, width, line above the bus, text and where in its width it stands.
    let mut remarks: Vec<(f64, f64, usize, String, Align)> = Vec::new();
    let mut column = 0;
    while column < lefts.len() {
        let Some(post) = post_of(column) else {
            column += 1;
            continue;
        };
        let last = (column..lefts.len()).take_while(|next| post_of(*next) == Some(post)).last().unwrap_or(column);
        let text = fill(&context.words().directly_under, "post", post);
        let width = text_width(&text, remark_size).min(room.width);
        let middle = (lefts[column] + lefts[last] + widths[last]) / 2.0;
        let (mut x, mut align) = (middle - width / 2.0, Align::Center);
        let trunk = room.center().0;
        if organisation.body.is_some() && x - 3.0 < trunk && trunk < x + width + 3.0 {
            // The line from the body comes down here: the text goes to the side on which its columns are.
            (x, align) = if middle < trunk { (trunk - width - 3.0, Align::Right) } else { (trunk + 3.0, Align::Left) };
        }
        let x = x.clamp(room.x, (room.right() - width).max(room.x));
        let mut line = 0;
        while remarks.iter().any(|(left, wide, at, ..)| *at == line && *left < x + width && x < left + wide) {
            line += 1;
        }
        remarks.push((x, width, line, text, align));
        column = last + 1;
    }
    let lines = remarks.iter().map(|remark| remark.2 + 1).max().unwrap_or(0);
    let bus = above + ABOVE_BUS.max(lines as f64 * remark_line + 4.0);
    for (number, (x, width, line, text, align)) in remarks.into_iter().enumerate() {
        let y = bus - (line + 1) as f64 * remark_line - 1.0;
        let rect = Rect { x, y, width, height: remark_line };
        let text = super::frame::text_lines(&text, width, remark_size, 1);
        canvas.put_text(
            rect,
            text,
            remark_size,
            INK2,
            align,
            Marks::new(format!("directly-under-{number}"), "remark", ""),
        );
    }
    let top = if organisation.body.is_some() || lines > 0 { bus + BELOW_BUS } else { above };
    (bus, top)
}

/// Draws all columns; `None` if one is too high. Gives the boxes by unit.
#[allow(clippy::too_many_arguments, reason = "one list of places each, used here only")]
fn draw_lists(
    context: &Context,
    prepared: &[Prepared],
    canvas: &mut Canvas,
    lefts: &[f64],
    widths: &[f64],
    labels: &[Label],
    top: f64,
    bottom: f64,
) -> Option<Vec<Option<(BoxKey, Rect)>>> {
    let organisation = context.organisation;
    let heads = organisation.top.iter().map(|position| labels[*position].height());
    let head_height = heads.fold(0.0, f64::max) + HEAD_PADDING;
    let mut placed: Vec<Option<(BoxKey, Rect)>> = vec![None; organisation.units.len()];
    let mut y = top;
    for (position, entry) in organisation.units.iter().enumerate() {
        let unit = &prepared[position];
        let (height, gap) = match entry.depth {
            0 => continue,
            1 => {
                y = top;
                (head_height, HEAD_GAP)
            }
            _ => (labels[position].height() + BOX_PADDING, GAP),
        };
        let rect = Rect { x: lefts[unit.column] + unit.indent, y, width: widths[unit.column] - unit.indent, height };
        if rect.bottom() > bottom {
            return None;
        }
        let optional = entry.unit.optional;
        let marks = context.marks(entry.node, &unit.look.class(optional));
        let look = context.look(&entry.node.id, unit.look.look(optional));
        let key = canvas.put_box(rect, labels[position].clone(), look, marks);
        placed[position] = Some((key, rect));
        y = rect.bottom() + gap;
        if entry.depth > 1
            && let Some(parent) = entry.parent
        {
            draw_spine(context, canvas, &placed, parent, position);
        }
    }
    Some(placed)
}

/// The line from a unit down to one in its list: from where the line to the one before it turned off.
fn draw_spine(context: &Context, canvas: &mut Canvas, placed: &[Option<(BoxKey, Rect)>], parent: usize, child: usize) {
    let units = &context.organisation.units;
    let (Some((from, above)), Some((to, rect))) = (placed[parent], placed[child]) else { return };
    let before = units[parent].children.iter().take_while(|sibling| **sibling != child).last();
    let start = before.and_then(|sibling| placed[*sibling]).map_or(above.bottom(), |(_, rect)| rect.center().1);
    let x = above.x + SPINE;
    let y = rect.center().1;
    let marks = Marks::new(context.linker().line_id(&units[parent].node.id, &units[child].node.id), "belongs", "");
    canvas.draw_line(Some((from, to)), &[(x, start), (x, y), (rect.x, y)], LineLook::BELONGS, marks);
}

/// The lines from the body to the columns: the nearest column's goes down the trunk, every other one starts where its
/// neighbour's turned off.
fn draw_bus(
    context: &Context,
    canvas: &mut Canvas,
    placed: &[Option<(BoxKey, Rect)>],
    body: BoxKey,
    body_rect: Rect,
    bus: f64,
) {
    let organisation = context.organisation;
    let trunk = body_rect.center().0;
    let mut columns: Vec<(f64, usize, BoxKey, Rect)> = organisation
        .top
        .iter()
        .filter(|position| organisation.joined(**position))
        .filter_map(|position| placed[*position].map(|(key, rect)| (rect.center().0, *position, key, rect)))
        .collect();
    columns.sort_by(|a, b| (a.0 - trunk).abs().total_cmp(&(b.0 - trunk).abs()));
    // How far the bus has been drawn to the left and to the right.
    let (mut left, mut right) = (trunk, trunk);
    for (number, (x, position, key, rect)) in columns.into_iter().enumerate() {
        let mut points = if number == 0 { vec![(trunk, body_rect.bottom()), (trunk, bus)] } else { Vec::new() };
        let reached = if x < trunk { &mut left } else { &mut right };
        if number > 0 {
            points.push((*reached, bus));
        }
        if (x - *reached).abs() > 0.01 {
            points.push((x, bus));
        }
        points.push((x, rect.y));
        *reached = x;
        let Some(parent) = organisation.units[position].parent else { continue };
        let id = context.linker().line_id(&organisation.units[parent].node.id, &organisation.units[position].node.id);
        canvas.draw_line(Some((body, key)), &points, LineLook::BELONGS, Marks::new(id, "belongs", ""));
    }
}
