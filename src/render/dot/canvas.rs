//! A sheet of paper on which boxes, lines and texts stand where we put them. Graphviz only paints (`layout=nop2`).
//!
//! Coordinates are points from the upper left corner, y downwards; they are turned round when written.

use dot_writer::{Attributes, DotWriter, Scope};

use super::escape::{Value, decimal, html};
use crate::render::measure;
use crate::render::style::{BoxLook, FONT_STACK, INK, LineLook, PAPER};

/// Size of the paper of a placed diagram, landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 297 × 210 mm.
    #[default]
    A4,
    /// 420 × 297 mm.
    A3,
}

impl Paper {
    /// Width and height in points.
    pub(super) fn size(self) -> (f64, f64) {
        match self {
            Paper::A4 => (841.9, 595.3),
            Paper::A3 => (1190.6, 841.9),
        }
    }

    /// How much larger than on A4 title block and footer are.
    pub(super) fn scale(self) -> f64 {
        match self {
            Paper::A4 => 1.0,
            Paper::A3 => 1.25,
        }
    }

    /// Its name in the names of sheets.
    pub(super) fn name(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::A3 => "a3",
        }
    }
}

/// Free border of the paper, in points.
pub(super) const MARGIN: f64 = 28.0;
/// How much farther out the second border of a box stands; Graphviz draws it outside the box's size.
const SECOND_BORDER: f64 = 4.0;

/// A rectangle: left, top, width, height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Rect {
    pub(super) fn right(&self) -> f64 {
        self.x + self.width
    }

    pub(super) fn bottom(&self) -> f64 {
        self.y + self.height
    }

    pub(super) fn center(&self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

/// Size of the empty line between the lines of a label and its notes.
const NOTES_APART: f64 = 3.0;

/// Text inside a box: lines in one size, and smaller ones below them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Label {
    pub(super) lines: Vec<String>,
    pub(super) size: f64,
    pub(super) notes: Vec<String>,
    pub(super) note_size: f64,
    /// Whether the lines start at the left edge instead of being centred.
    pub(super) left: bool,
}

impl Label {
    /// Lines without smaller ones.
    pub(super) fn plain(lines: Vec<String>, size: f64) -> Self {
        Self { lines, size, ..Self::default() }
    }

    /// Lines at the left edge of their box, with a little space before them.
    pub(super) fn left(lines: Vec<String>, size: f64) -> Self {
        let lines = lines.into_iter().map(|line| format!(" {line}")).collect();
        Self { left: true, ..Self::plain(lines, size) }
    }

    /// Width of the box that it needs.
    pub(super) fn width(&self) -> f64 {
        let widest = |lines: &[String], size| {
            lines.iter().map(|line| measure::box_width(measure::em_width(line), size)).fold(0.0, f64::max)
        };
        widest(&self.lines, self.size).max(widest(&self.notes, self.note_size))
    }

    /// Height of its lines.
    pub(super) fn height(&self) -> f64 {
        let apart = if self.notes.is_empty() { 0.0 } else { measure::lines_height(1, NOTES_APART) };
        measure::lines_height(self.lines.len(), self.size)
            + measure::lines_height(self.notes.len(), self.note_size)
            + apart
    }

    fn value(&self) -> Value {
        if self.notes.is_empty() {
            return if self.left { Value::aligned(&self.lines, 'l') } else { Value::lines(&self.lines) };
        }
        let join = |lines: &[String]| lines.iter().map(|line| html(line)).collect::<Vec<_>>().join("<BR/>");
        let note_size = decimal(self.note_size, 2);
        let notes = join(&self.notes);
        // Graphviz sets smaller lines close below larger ones; a line without ink keeps them apart.
        let apart = decimal(NOTES_APART, 2);
        Value::html(&format!(
            "{}<BR/><FONT POINT-SIZE=\"{apart}\"> <BR/></FONT><FONT POINT-SIZE=\"{note_size}\">{notes}</FONT>",
            join(&self.lines)
        ))
    }
}

/// What a reader finds on a thing besides its picture: id and class in the SVG, tooltip, link.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Marks {
    pub(super) id: String,
    pub(super) class: String,
    pub(super) tooltip: String,
    pub(super) url: Option<String>,
}

impl Marks {
    /// Marks without link.
    pub(super) fn new(id: impl Into<String>, class: impl Into<String>, tooltip: impl Into<String>) -> Self {
        Self { id: id.into(), class: class.into(), tooltip: tooltip.into(), url: None }
    }

    /// The same with something added to the id.
    pub(super) fn with_suffix(mut self, suffix: &str) -> Self {
        self.id.push_str(suffix);
        self
    }

    /// Writes them.
    pub(super) fn set(&self, attributes: &mut impl Attributes) {
        for (name, text) in [("id", &self.id), ("class", &self.class)] {
            if !text.is_empty() {
                Value::text(text).set(attributes, name);
            }
        }
        if !self.tooltip.is_empty() {
            Value::tooltip(&self.tooltip).set(attributes, "tooltip");
        }
        if let Some(url) = &self.url {
            Value::text(url).set(attributes, "URL");
        }
    }
}

/// A box that was put on the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BoxKey(usize);

/// Where a text stands in its rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Center,
    Right,
}

#[derive(Debug, Clone)]
enum Item {
    Box { rect: Rect, label: Label, look: BoxLook, marks: Marks },
    Text { rect: Rect, lines: Vec<String>, size: f64, color: &'static str, align: Align, marks: Marks },
}

#[derive(Debug, Clone)]
struct Line {
    ends: Option<(BoxKey, BoxKey)>,
    points: Vec<(f64, f64)>,
    look: LineLook,
    marks: Marks,
}

/// A sheet being drawn.
#[derive(Debug, Clone)]
pub(super) struct Canvas {
    paper: Paper,
    items: Vec<Item>,
    lines: Vec<Line>,
}

impl Canvas {
    pub(super) fn new(paper: Paper) -> Self {
        Self { paper, items: Vec::new(), lines: Vec::new() }
    }

    /// Width and height of the paper.
    pub(super) fn size(&self) -> (f64, f64) {
        self.paper.size()
    }

    /// How much larger than on A4 title block and footer are.
    pub(super) fn scale(&self) -> f64 {
        self.paper.scale()
    }

    /// Puts a box.
    pub(super) fn put_box(&mut self, rect: Rect, label: Label, look: BoxLook, marks: Marks) -> BoxKey {
        self.items.push(Item::Box { rect, label, look, marks });
        BoxKey(self.items.len() - 1)
    }

    /// Puts lines of text without a border.
    pub(super) fn put_text(
        &mut self,
        rect: Rect,
        lines: Vec<String>,
        size: f64,
        color: &'static str,
        align: Align,
        marks: Marks,
    ) {
        self.items.push(Item::Text { rect, lines, size, color, align, marks });
    }

    /// Draws a line through these points between two boxes, or between none.
    pub(super) fn draw_line(
        &mut self,
        ends: Option<(BoxKey, BoxKey)>,
        points: &[(f64, f64)],
        look: LineLook,
        marks: Marks,
    ) {
        self.lines.push(Line { ends, points: points.to_vec(), look, marks });
    }

    /// The sheet as DOT, with this id.
    pub(super) fn into_dot(self, id: &str) -> String {
        let (width, height) = self.size();
        digraph(|graph| {
            write_defaults(graph, id, &[("layout", "nop2"), ("pad", "0"), ("margin", "0")]);
            // Two invisible points hold the page box; without them the picture is as large as its contents.
            for (name, x, y) in [("page_tl", 0.0, height), ("page_br", width, 0.0)] {
                let mut node = graph.node_named(name);
                for (name, value) in [("shape", "point"), ("style", "invis"), ("label", "")] {
                    Value::text(value).set(&mut *node, name);
                }
                for name in ["width", "height"] {
                    Value::number(0.001).set(&mut *node, name);
                }
                Value::text(&position(x, y)).set(&mut *node, "pos");
            }
            for (number, item) in self.items.iter().enumerate() {
                write_item(graph, number, item, height);
            }
            for line in &self.lines {
                write_line(graph, line, height);
            }
        })
    }
}

/// Writes a digraph. dot-writer panics on a write error; writing to memory has none.
pub(super) fn digraph(build: impl FnOnce(&mut Scope<'_, '_>)) -> String {
    let mut bytes = Vec::new();
    build(&mut DotWriter::from(&mut bytes).digraph());
    // Everything written was text before.
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Attributes of the graph and the defaults of its nodes and edges. The font is set three times: edges would fall back to
/// a Latin one.
pub(super) fn write_defaults(graph: &mut Scope<'_, '_>, id: &str, attributes: &[(&'static str, &str)]) {
    {
        let mut list = graph.graph_attributes();
        for (name, value) in attributes.iter().chain(&[("bgcolor", PAPER), ("fontname", FONT_STACK)]) {
            Value::text(value).set(&mut list, name);
        }
        Value::text(id).set(&mut list, "id");
    }
    {
        let mut list = graph.node_attributes();
        for (name, value) in [("fontname", FONT_STACK), ("fixedsize", "true"), ("margin", "0"), ("fontcolor", INK)] {
            Value::text(value).set(&mut list, name);
        }
    }
    Value::text(FONT_STACK).set(&mut graph.edge_attributes(), "fontname");
}

/// A point as Graphviz has it.
fn position(x: f64, y: f64) -> String {
    format!("{},{}", decimal(x, 2), decimal(y, 2))
}

/// Position and size of a node, y turned round.
fn set_place(attributes: &mut impl Attributes, rect: Rect, page_height: f64) {
    let (x, y) = rect.center();
    Value::text(&position(x, page_height - y)).set(attributes, "pos");
    Value::number(rect.width / 72.0).set(attributes, "width");
    Value::number(rect.height / 72.0).set(attributes, "height");
}

fn write_item(graph: &mut Scope<'_, '_>, number: usize, item: &Item, page_height: f64) {
    let mut node = graph.node_named(format!("n{number}"));
    match item {
        Item::Box { rect, label, look, marks } => {
            let inset = f64::from(look.borders - 1) * SECOND_BORDER;
            let inner = Rect {
                x: rect.x + inset,
                y: rect.y + inset,
                width: rect.width - 2.0 * inset,
                height: rect.height - 2.0 * inset,
            };
            set_place(&mut *node, inner, page_height);
            set_box(&mut *node, label, *look);
            marks.set(&mut *node);
        }
        Item::Text { rect, lines, size, color, align, marks } => {
            set_place(&mut *node, *rect, page_height);
            Value::text("none").set(&mut *node, "shape");
            let value = match align {
                Align::Left => Value::aligned(lines, 'l'),
                Align::Center => Value::lines(lines),
                Align::Right => Value::aligned(lines, 'r'),
            };
            value.set(&mut *node, "label");
            Value::number(*size).set(&mut *node, "fontsize");
            Value::text(color).set(&mut *node, "fontcolor");
            marks.set(&mut *node);
        }
    }
}

/// Shape, colours and label of a box.
pub(super) fn set_box(attributes: &mut impl Attributes, label: &Label, look: BoxLook) {
    for (name, value) in [
        ("shape", look.shape),
        ("style", look.style),
        ("fillcolor", look.fill),
        ("color", look.border),
        ("fontcolor", look.text),
    ] {
        Value::text(value).set(attributes, name);
    }
    Value::number(look.pen).set(attributes, "penwidth");
    if look.borders > 1 {
        Value::number(f64::from(look.borders)).set(attributes, "peripheries");
    }
    label.value().set(attributes, "label");
    Value::number(label.size).set(attributes, "fontsize");
}

/// Style of a line.
pub(super) fn set_line(attributes: &mut impl Attributes, look: LineLook) {
    for (name, value) in [("style", look.style), ("color", look.color), ("arrowhead", look.arrow)] {
        Value::text(value).set(attributes, name);
    }
    Value::number(look.pen).set(attributes, "penwidth");
}

/// How far before its tip a line with an arrow stops.
const ARROW_LENGTH: f64 = 5.5;

fn write_line(graph: &mut Scope<'_, '_>, line: &Line, page_height: f64) {
    let (Some(first), Some(last)) = (line.points.first(), line.points.last()) else { return };
    let (from, to) = match line.ends {
        Some((from, to)) => (format!("n{}", from.0), format!("n{}", to.0)),
        None => ("page_tl".to_owned(), "page_br".to_owned()),
    };
    let mut points = line.points.clone();
    let mut pos = String::new();
    let arrow = line.look.arrow != "none";
    if arrow {
        pos = format!("e,{} ", position(last.0, page_height - last.1));
        let before = points[points.len().saturating_sub(2)];
        let length = (last.0 - before.0).hypot(last.1 - before.1);
        if length > ARROW_LENGTH {
            let part = (length - ARROW_LENGTH) / length;
            let end = points.len() - 1;
            points[end] = (before.0 + (last.0 - before.0) * part, before.1 + (last.1 - before.1) * part);
        }
    }
    // A straight line from a to b is the Bézier curve a a b b; the next one starts at b.
    let point = |p: &(f64, f64)| position(p.0, page_height - p.1);
    pos.push_str(&point(first));
    for pair in points.windows(2) {
        let (a, b) = (point(&pair[0]), point(&pair[1]));
        pos.push_str(&format!(" {a} {b} {b}"));
    }
    let mut attributes = graph.edge(from, to).attributes();
    Value::text(&pos).set(&mut attributes, "pos");
    set_line(&mut attributes, line.look);
    if arrow {
        Value::number(0.55).set(&mut attributes, "arrowsize");
    }
    line.marks.set(&mut attributes);
}
