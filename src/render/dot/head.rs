//! The head of the chart in columns: officers above the body, those who only attend at its left, councils at its right.

use super::canvas::{BoxKey, Canvas, Label, Marks, Rect};
use super::org_chart::Context;
use super::unit_look::UnitLook;
use crate::render::measure::em_in_box;
use crate::render::style::{BoxLook, LineLook};
use crate::render::wrap::Wrapping;

/// Space between the officers and the body, and between boxes beside the body.
const ABOVE_BODY: f64 = 9.0;
const BESIDE_GAP: f64 = 6.0;
/// Length of the dotted line between the body and what stands beside it.
const ARM: f64 = 36.0;
/// Room above and below text.
const PADDING: f64 = 8.0;
const BODY_PADDING: f64 = 12.0;
/// Councils up to this many stand each in a box of its own; more share one.
const OWN_BOX: usize = 4;
/// A box beside the body is at least this wide.
const NARROWEST: f64 = 70.0;
/// How much larger than the units the body is written.
const BODY_LARGER: f64 = 2.0;

/// What was drawn.
pub(super) struct Head {
    /// The body's box, if there is a body.
    pub(super) body: Option<(BoxKey, Rect)>,
    /// Lower edge of everything in the head.
    pub(super) bottom: f64,
}

/// A box beside the body before it has a place.
struct Beside {
    label: Label,
    look: BoxLook,
    marks: Marks,
}

/// Draws the head at the top of `room`; `None` if it has no room there in this size.
pub(super) fn draw(context: &Context, canvas: &mut Canvas, room: Rect, size: f64) -> Option<Head> {
    let organisation = context.organisation;
    let Some(position) = organisation.body else { return Some(Head { body: None, bottom: room.y }) };
    let entry = &organisation.units[position];
    let middle = room.center().0;
    let body_size = size + BODY_LARGER;
    let body_label = body_label(context, position, room.width * 0.45, body_size, size);
    let officers = officers_label(context, room.width * 0.6, size);
    let body_width = body_label.width() + 24.0;
    let body_height = body_label.height() + BODY_PADDING;

    let attendants = attendants(context, room.width / 6.0, size);
    let side_room = (room.width - body_width) / 2.0 - ARM;
    let needed = !attendants.is_empty() || !organisation.councils.is_empty();
    if needed && side_room < NARROWEST {
        return None;
    }
    let councils = councils(context, side_room, size);
    let height =
        |stack: &[Beside]| stack.iter().map(box_height).sum::<f64>() + (stack.len().max(1) - 1) as f64 * BESIDE_GAP;
    let tallest = height(&attendants).max(height(&councils));
    let officers_height = officers.as_ref().map_or(0.0, |label| label.height() + PADDING);
    let above = if officers.is_some() { officers_height + ABOVE_BODY } else { 0.0 };
    // Boxes beside the body are centred on it; a tall stack may reach up beside the officers, and pushes the rest down.
    let top = room.y + 4.0;
    let body_y = (top + above).max(top + (tallest - body_height) / 2.0);
    let body_rect = Rect { x: middle - body_width / 2.0, y: body_y, width: body_width, height: body_height };

    let officers_width = officers.as_ref().map_or(0.0, |label| label.width() + 16.0);
    if officers_width > room.width {
        return None;
    }
    let reach = |stack: &[Beside]| {
        let beside_officers = height(stack) > body_height;
        if beside_officers { body_width.max(officers_width) / 2.0 + ARM } else { body_width / 2.0 + ARM }
    };
    let fits = |stack: &[Beside]| {
        let widest = stack.iter().map(|item| item.label.width() + 12.0).fold(0.0, f64::max);
        widest <= room.width / 2.0 - reach(stack)
    };
    if !fits(&attendants) || !fits(&councils) {
        return None;
    }

    let look = UnitLook::of(entry);
    let marks = context.marks(entry.node, &look.class(entry.unit.optional));
    let body = canvas.put_box(body_rect, body_label, context.look(&entry.node.id, look.look(false)), marks);
    if let Some(label) = officers {
        let rect = Rect {
            x: middle - officers_width / 2.0,
            y: body_y - above,
            width: officers_width,
            height: officers_height,
        };
        let key = canvas.put_box(rect, label, BoxLook::ELSEWHERE_POST, officers_marks(context));
        let points = [(middle, rect.bottom()), (middle, body_y)];
        canvas.draw_line(Some((key, body)), &points, LineLook::BELONGS, Marks::new("e-officers", "belongs", ""));
    }
    let mut bottom = body_rect.bottom();
    for (stack, side) in [(attendants, -1.0), (councils, 1.0)] {
        let y = body_rect.center().1 - height(&stack) / 2.0;
        let reach = reach(&stack);
        bottom = bottom.max(draw_stack(canvas, stack, side, (body, body_rect), reach, y));
    }
    Some(Head { body: Some((body, body_rect)), bottom })
}

/// Draws boxes one below the other at one side of the body (-1 left, 1 right), each on a dotted line; gives the lower
/// edge.
fn draw_stack(
    canvas: &mut Canvas,
    stack: Vec<Beside>,
    side: f64,
    (body, body_rect): (BoxKey, Rect),
    reach: f64,
    mut y: f64,
) -> f64 {
    let (middle, body_middle) = body_rect.center();
    let edge = middle + side * body_rect.width / 2.0;
    let near = middle + side * reach;
    let turn = near - side * ARM / 2.0;
    let mut bottom = body_rect.bottom();
    let mut reached = (body_middle, body_middle);
    for (number, item) in stack.into_iter().enumerate() {
        let width = item.label.width() + 12.0;
        let height = box_height(&item);
        let rect = Rect { x: if side < 0.0 { near - width } else { near }, y, width, height };
        let at = rect.center().1;
        let id = format!("{}-line", item.marks.id);
        let key = canvas.put_box(rect, item.label, item.look, item.marks);
        let mut points = Vec::new();
        if number == 0 {
            points.push((edge, body_middle));
        }
        if (at - body_middle).abs() < 0.01 {
            if number > 0 {
                points.push((turn, at));
            }
        } else {
            let from = if at < body_middle { reached.0 } else { reached.1 };
            points.push((turn, from));
            points.push((turn, at));
        }
        points.push((near, at));
        reached = (reached.0.min(at), reached.1.max(at));
        canvas.draw_line(Some((body, key)), &points, LineLook::RELATED, Marks::new(id, "related", ""));
        y = rect.bottom() + BESIDE_GAP;
        bottom = bottom.max(rect.bottom());
    }
    bottom
}

fn box_height(item: &Beside) -> f64 {
    // Twice the room for the text of a double border: the second one stands inside.
    item.label.height() + PADDING + f64::from(item.look.borders - 1) * 6.0
}

/// The body's name; with details also its head, unless the head is among the officers.
fn body_label(context: &Context, position: usize, width: f64, body_size: f64, size: f64) -> Label {
    let body = context.organisation.units[position].node;
    let lines = Wrapping::new(body.name()).lines_at_any_cost(em_in_box(width - 24.0, body_size), 4);
    let head = context.graph.head_of(&body.id).filter(|_| context.details());
    let head = head.filter(|head| !context.organisation.officers.iter().any(|officer| officer.id == head.id));
    let note_size = super::columns::note_size(size);
    let head = head.map(|head| head.name().to_owned());
    let notes = head.into_iter().chain(context.badges(position));
    let notes =
        notes.flat_map(|note| Wrapping::new(&note).lines_at_any_cost(em_in_box(width - 24.0, note_size), 2)).collect();
    Label { lines, size: body_size, notes, note_size, left: false }
}

/// The names of the officers in the order of the text, and that another instrument creates them.
pub(super) fn officers_text(context: &Context) -> Option<String> {
    let officers = &context.organisation.officers;
    if officers.is_empty() {
        return None;
    }
    let names: Vec<&str> = officers.iter().map(|officer| officer.name()).collect();
    Some(format!("{}（{}）", names.join("　"), context.words().elsewhere))
}

fn officers_label(context: &Context, width: f64, size: f64) -> Option<Label> {
    let text = officers_text(context)?;
    Some(Label::plain(Wrapping::new(&text).lines_at_any_cost(em_in_box(width - 16.0, size), 6), size))
}

/// Marks of the officers' common box: the tooltip names each with its clause.
pub(super) fn officers_marks(context: &Context) -> Marks {
    let tooltips: Vec<String> =
        context.organisation.officers.iter().map(|officer| context.linker().node(officer, "").tooltip).collect();
    let first = context.organisation.officers.first().and_then(|officer| context.linker().node(officer, "").url);
    Marks { url: first, ..Marks::new("officers", "post st-elsewhere", tooltips.join("、")) }
}

fn attendants(context: &Context, width: f64, size: f64) -> Vec<Beside> {
    context
        .organisation
        .attendants
        .iter()
        .map(|node| Beside {
            label: wrapped(node.name(), width, size, 3),
            look: BoxLook::ELSEWHERE_POST,
            marks: context.linker().node(node, "post st-elsewhere"),
        })
        .collect()
}

/// One box for each council; if they are many, one for all with a name on each line, as far as there is room.
fn councils(context: &Context, width: f64, size: f64) -> Vec<Beside> {
    let councils = &context.organisation.councils;
    let look = |optional: bool| UnitLook::Council.look(optional);
    if councils.len() <= OWN_BOX {
        return councils
            .iter()
            .map(|node| {
                let optional = node.as_unit().is_some_and(|unit| unit.optional);
                let name = context.with_note(node.name().to_owned(), &node.id);
                Beside {
                    label: wrapped(&name, width, size, 3),
                    look: context.look(&node.id, look(optional)),
                    marks: context.marks(node, &UnitLook::Council.class(optional)),
                }
            })
            .collect();
    }
    let em = em_in_box(width - 12.0, size);
    let lines: Vec<String> = councils
        .iter()
        .flat_map(|node| Wrapping::new(&context.with_note(node.name().to_owned(), &node.id)).lines_at_any_cost(em, 2))
        .collect();
    let tooltips: Vec<String> = councils.iter().map(|node| context.marks(node, "").tooltip).collect();
    let marks = Marks::new("councils", UnitLook::Council.class(false), tooltips.join("、"));
    vec![Beside { label: Label::plain(lines, size), look: look(false), marks }]
}

fn wrapped(name: &str, width: f64, size: f64, most: usize) -> Label {
    let lines = Wrapping::new(name).lines_at_any_cost(em_in_box(width - 12.0, size), most);
    Label::plain(lines, size)
}
