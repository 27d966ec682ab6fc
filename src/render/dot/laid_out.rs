//! Title block and legend of a diagram that Graphviz lays out: the title is the label of the graph, the legend an HTML-like
//! table below everything else.

use super::escape::{decimal, html};
use super::frame::{LegendEntry, Sample};
use crate::render::measure::{em_in_text, lines_height, text_width};
use crate::render::style::{BoxLook, FOOTER_SIZE, INK, INK2, LineLook, SUBTITLE_SIZE, TITLE_SIZE};
use crate::render::wrap::Wrapping;

/// Width up to which the legend goes on in one row, in points.
const LEGEND_WIDTH: f64 = 560.0;
/// Most lines of the basis.
const BASIS_LINES: usize = 4;
/// Size of a sample box.
const SAMPLE: (u32, u32) = (22, 11);

/// The label of the graph: kind and subject, the regulation, and a row of space (the label would touch the first rank).
pub(super) fn title(title: &str, subtitle: &str) -> String {
    let (title_size, small) = (decimal(TITLE_SIZE, 2), decimal(SUBTITLE_SIZE, 2));
    format!(
        "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">\
         <TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"{title_size}\" COLOR=\"{INK}\">{}</FONT></TD></TR>\
         <TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"{small}\" COLOR=\"{INK2}\">{}</FONT></TD></TR>\
         <TR><TD HEIGHT=\"12\"></TD></TR></TABLE>",
        html(title),
        html(subtitle),
    )
}

/// The legend and the basis as a table; `plain` are entries without a picture.
pub(super) fn legend(word: &str, entries: &[LegendEntry], plain: &[String], basis: &str) -> String {
    let mut cells: Vec<(String, f64)> = Vec::new();
    for entry in entries {
        let width = f64::from(SAMPLE.0) + text_width(&entry.meaning, FOOTER_SIZE) + 12.0;
        cells.push((format!("{}{}", sample(entry.sample), text_cell(&entry.meaning)), width));
    }
    cells.extend(plain.iter().map(|text| (text_cell(text), text_width(text, FOOTER_SIZE) + 8.0)));
    let first = text_width(word, FOOTER_SIZE) + 8.0;
    let mut rows: Vec<(String, f64)> = vec![(text_cell(word), first)];
    for (cell, width) in cells {
        if rows.last().is_none_or(|(_, used)| used + width > LEGEND_WIDTH) {
            rows.push((text_cell(&"　".repeat(word.chars().count())), first));
        }
        if let Some((row, used)) = rows.last_mut() {
            row.push_str(&cell);
            *used += width;
        }
    }
    let basis = Wrapping::new(basis).lines_at_any_cost(em_in_text(LEGEND_WIDTH, FOOTER_SIZE), BASIS_LINES);
    rows.extend(basis.iter().map(|line| (text_cell(line), text_width(line, FOOTER_SIZE) + 8.0)));
    // A table in a cell is stretched to the cell, and its columns with it, unless its size is fixed.
    let height = lines_height(1, FOOTER_SIZE) + 8.0;
    let rows: String = rows
        .iter()
        .map(|(row, width)| {
            format!(
                "<TR><TD ALIGN=\"LEFT\"><TABLE ALIGN=\"LEFT\" FIXEDSIZE=\"TRUE\" WIDTH=\"{}\" HEIGHT=\"{}\" BORDER=\"0\" \
                 CELLBORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"1\"><TR>{row}</TR></TABLE></TD></TR>",
                width.ceil(),
                height.ceil(),
            )
        })
        .collect();
    let size = decimal(FOOTER_SIZE, 2);
    format!(
        "<FONT POINT-SIZE=\"{size}\" COLOR=\"{INK2}\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" \
         CELLPADDING=\"0\">{rows}</TABLE></FONT>"
    )
}

fn text_cell(text: &str) -> String {
    format!("<TD ALIGN=\"LEFT\">{}</TD>", html(text))
}

/// The picture of an entry: a box as a cell with a border, a line as a run of strokes in its colour.
fn sample(sample: Sample) -> String {
    match sample {
        Sample::Box(look) => box_sample(look),
        Sample::Mark(mark) => text_cell(mark),
        Sample::Line(look) => format!("<TD><FONT COLOR=\"{}\">{}</FONT></TD>", look.color, strokes(look)),
    }
}

fn box_sample(look: BoxLook) -> String {
    let (width, height) = SAMPLE;
    let style: Vec<&str> = look.style.split(',').filter(|word| *word != "filled").collect();
    let style = if style.is_empty() { String::new() } else { format!(" STYLE=\"{}\"", style.join(",")) };
    let border = if look.pen > 1.5 { 2 } else { 1 };
    // Of fixed size, or it is stretched to the width of the widest row.
    let cell = |width: u32, height: u32, inner: &str| {
        format!(
            "<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"{width}\" HEIGHT=\"{height}\" BORDER=\"{border}\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" COLOR=\"{}\" \
             BGCOLOR=\"{}\"{style}><TR><TD>{inner}</TD></TR></TABLE>",
            look.border, look.fill
        )
    };
    let inner = if look.borders > 1 { cell(width - 8, height - 6, "") } else { String::new() };
    format!("<TD>{}</TD>", cell(width, height, &inner))
}

fn strokes(look: LineLook) -> &'static str {
    match (look.style, look.arrow) {
        ("dashed", "onormal") => "- - ▷",
        ("dotted", _) => "······",
        ("dashed", _) => "- - ▶",
        (_, "onormal") => "――▷",
        _ => "――▶",
    }
}
