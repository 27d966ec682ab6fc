//! What stands around every placed drawing: title block above, legend and basis below.

use super::canvas::{Align, Canvas, Label, MARGIN, Marks, Rect};
use crate::render::measure::{cut, em_in_text, em_width, lines_height, text_width};
use crate::render::style::{BoxLook, FOOTER_SIZE, INK, INK2, LineLook, SUBTITLE_SIZE, TITLE_SIZE};
use crate::render::wrap::Wrapping;

/// The title block.
#[derive(Debug, Clone, Default)]
pub(super) struct Heading {
    /// Regulation and kind of diagram.
    pub(super) title: String,
    /// Number and last amendment.
    pub(super) subtitle: String,
    /// Lines at the right: what it is drawn from, counts or page.
    pub(super) remarks: Vec<String>,
}

/// A style used on the sheet and what it means.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LegendEntry {
    pub(super) sample: Sample,
    pub(super) meaning: String,
}

/// The picture of a legend entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sample {
    /// A small box.
    Box(BoxLook),
    /// A short line.
    Line(LineLook),
    /// A mark in the text of boxes.
    Mark(&'static str),
}

/// Legend and basis.
#[derive(Debug, Clone, Default)]
pub(super) struct Footer {
    /// The word for legend.
    pub(super) legend_word: String,
    /// The styles used on the sheet.
    pub(super) legend: Vec<LegendEntry>,
    /// The word for basis.
    pub(super) basis_word: String,
    /// Citations that the drawing rests on, in the order of the text.
    pub(super) basis: Vec<String>,
    /// What joins the citations.
    pub(super) joiner: String,
    /// `ほか{n}`, for citations that have no room.
    pub(super) and_others: String,
}

/// Heights of the title line and the subtitle line on A4, and the space before the drawing.
const TITLE_BOX: f64 = 22.0;
const SUBTITLE_BOX: f64 = 14.0;
const HEAD_SPACE: f64 = 7.0;
/// Most lines at the right of the title.
const MOST_REMARKS: usize = 4;
/// Size of a sample box, and the space around it, on A4.
const SAMPLE: (f64, f64) = (24.0, 11.0);
const ENTRY_GAP: f64 = 10.0;
/// Height of a footer line on A4, and most lines of the basis.
const FOOTER_LINE: f64 = 15.0;
const BASIS_LINES: usize = 2;

/// Draws title block and footer, and gives the room that is left for the drawing.
pub(super) fn draw(canvas: &mut Canvas, heading: &Heading, footer: &Footer) -> Rect {
    let (width, height) = canvas.size();
    let scale = canvas.scale();
    let usable = width - 2.0 * MARGIN;
    let top = draw_heading(canvas, heading, usable, scale);
    let bottom = draw_footer(canvas, footer, usable, height, scale);
    Rect { x: MARGIN, y: top, width: usable, height: bottom - top }
}

/// Draws the title block and gives the upper edge of the room below it.
fn draw_heading(canvas: &mut Canvas, heading: &Heading, usable: f64, scale: f64) -> f64 {
    let small = SUBTITLE_SIZE * scale;
    let remarks = joined(&heading.remarks);
    // The remarks may take 45 of 100; the title has what is left of the line.
    let room_for_remarks = em_in_text(usable * 0.45, small);
    let spare = MOST_REMARKS.saturating_sub(remarks.len());
    let remarks: Vec<String> = remarks
        .iter()
        .flat_map(|remark| match em_width(remark) > room_for_remarks && spare > 0 {
            true => Wrapping::new(remark).lines_at_any_cost(room_for_remarks, 2),
            false => vec![cut(remark, room_for_remarks)],
        })
        .take(MOST_REMARKS)
        .collect();
    let remarks_width = remarks.iter().map(|remark| text_width(remark, small)).fold(0.0, f64::max);
    let room = usable - remarks_width - 12.0;
    let mut size = TITLE_SIZE * scale;
    while size > 10.0 && text_width(&heading.title, size) > room {
        size -= 0.5;
    }
    let left = Rect { x: MARGIN, y: MARGIN - 4.0, width: room, height: TITLE_BOX * scale };
    let marks = |id: &str, full: &str| Marks::new(id, id, full);
    let title = cut(&heading.title, em_in_text(room, size));
    canvas.put_text(left, vec![title], size, INK, Align::Left, marks("title", &heading.title));
    if !heading.subtitle.is_empty() {
        let rect = Rect { x: MARGIN, y: left.bottom() + 1.0, width: room, height: SUBTITLE_BOX * scale };
        let subtitle = cut(&heading.subtitle, em_in_text(room, small));
        canvas.put_text(rect, vec![subtitle], small, INK2, Align::Left, marks("subtitle", &heading.subtitle));
    }
    let rule = MARGIN + (TITLE_BOX + SUBTITLE_BOX) * scale + 1.0;
    if !remarks.is_empty() {
        let height = lines_height(remarks.len(), small) + 4.0;
        let rect = Rect { x: MARGIN + usable - remarks_width, y: rule - 6.0 - height, width: remarks_width, height };
        canvas.put_text(rect, remarks, small, INK2, Align::Right, marks("remarks", ""));
    }
    let points = [(MARGIN, rule), (MARGIN + usable, rule)];
    canvas.draw_line(None, &points, LineLook::TITLE_RULE, marks("title-rule", ""));
    rule + HEAD_SPACE
}

/// The remarks in as many lines as the title block has room for: those next to each other that are shortest share one.
fn joined(remarks: &[String]) -> Vec<String> {
    let mut lines = remarks.to_vec();
    while lines.len() > MOST_REMARKS {
        let pairs = lines.windows(2).map(|pair| em_width(&pair[0]) + em_width(&pair[1])).enumerate();
        let Some((shortest, _)) = pairs.min_by(|(_, one), (_, other)| one.total_cmp(other)) else { break };
        let second = lines.remove(shortest + 1);
        lines[shortest].push_str(&format!("　{second}"));
    }
    lines
}

/// Draws the footer from the bottom up and gives the lower edge of the room above it.
fn draw_footer(canvas: &mut Canvas, footer: &Footer, usable: f64, height: f64, scale: f64) -> f64 {
    let size = FOOTER_SIZE * scale;
    let line = FOOTER_LINE * scale;
    let basis = basis_lines(footer, usable, size);
    let rows = legend_rows(footer, usable, scale);
    let basis_height = basis.len() as f64 * (line - 2.0);
    let rule = height - MARGIN - basis_height - rows.len() as f64 * line - 4.0;
    let mut y = rule + 3.0;
    let word = legend_word(footer);
    let word_width = text_width(&word, size);
    let mut drawn = 0;
    for (number, row) in rows.iter().enumerate() {
        if number == 0 {
            let rect = Rect { x: MARGIN, y, width: word_width, height: line };
            canvas.put_text(rect, vec![word.clone()], size, INK, Align::Left, Marks::new("legend", "legend", ""));
        }
        let mut x = MARGIN + word_width;
        for entry in row {
            drawn += 1;
            draw_entry(canvas, entry, &format!("legend-{drawn}"), (x, y), scale);
            x += entry_width(entry, scale);
        }
        y += line;
    }
    if !basis.is_empty() {
        let rect = Rect { x: MARGIN, y, width: usable, height: basis_height };
        canvas.put_text(rect, basis, size, INK2, Align::Left, Marks::new("basis", "basis", ""));
    }
    let points = [(MARGIN, rule), (MARGIN + usable, rule)];
    canvas.draw_line(None, &points, LineLook::FOOTER_RULE, Marks::new("footer-rule", "footer-rule", ""));
    rule - 6.0
}

/// The word before the legend with the space after it.
fn legend_word(footer: &Footer) -> String {
    format!("{}　", footer.legend_word)
}

fn meaning_width(entry: &LegendEntry, scale: f64) -> f64 {
    text_width(&entry.meaning, FOOTER_SIZE * scale) + 2.0
}

fn entry_width(entry: &LegendEntry, scale: f64) -> f64 {
    (SAMPLE.0 + ENTRY_GAP) * scale + 2.0 + meaning_width(entry, scale)
}

/// The legend in rows of the usable width.
fn legend_rows(footer: &Footer, usable: f64, scale: f64) -> Vec<Vec<LegendEntry>> {
    let size = FOOTER_SIZE * scale;
    let room = usable - text_width(&legend_word(footer), size);
    let mut rows: Vec<Vec<LegendEntry>> = Vec::new();
    let mut used = f64::INFINITY;
    for entry in &footer.legend {
        let longest = em_in_text(room - (SAMPLE.0 + ENTRY_GAP) * scale - 4.0, size);
        let entry = LegendEntry { meaning: cut(&entry.meaning, longest), ..entry.clone() };
        let width = entry_width(&entry, scale);
        if used + width > room + ENTRY_GAP {
            rows.push(Vec::new());
            used = 0.0;
        }
        used += width;
        if let Some(row) = rows.last_mut() {
            row.push(entry);
        }
    }
    rows
}

fn draw_entry(canvas: &mut Canvas, entry: &LegendEntry, id: &str, (x, y): (f64, f64), scale: f64) {
    let height = FOOTER_LINE * scale;
    let middle = y + height / 2.0;
    let (width, sample_height) = (SAMPLE.0 * scale, SAMPLE.1 * scale);
    let sample = Rect { x, y: middle - sample_height / 2.0, width, height: sample_height };
    match entry.sample {
        Sample::Box(look) => {
            let label = Label::plain(vec![String::new()], FOOTER_SIZE);
            canvas.put_box(sample, label, look, Marks::new(format!("{id}-sample"), "legend-sample", ""));
        }
        Sample::Mark(mark) => {
            let rect = Rect { x, y, width, height };
            let marks = Marks::new(format!("{id}-sample"), "legend-sample", "");
            canvas.put_text(rect, vec![mark.to_owned()], FOOTER_SIZE * scale, INK, Align::Center, marks);
        }
        Sample::Line(look) => {
            let points = [(x, middle), (sample.right(), middle)];
            canvas.draw_line(None, &points, look, Marks::new(format!("{id}-sample"), "legend-sample", ""));
        }
    }
    let rect = Rect { x: sample.right() + 2.0, y, width: meaning_width(entry, scale), height };
    let marks = Marks::new(id, "legend-text", "");
    canvas.put_text(rect, vec![entry.meaning.clone()], FOOTER_SIZE * scale, INK2, Align::Left, marks);
}

/// 根拠 and the citations in at most [`BASIS_LINES`] lines; those without room are counted.
fn basis_lines(footer: &Footer, usable: f64, size: f64) -> Vec<String> {
    if footer.basis.is_empty() {
        return Vec::new();
    }
    let em = em_in_text(usable, size);
    let mut lines = vec![format!("{} ", footer.basis_word)];
    let total = footer.basis.len();
    let mut before = "";
    for (number, citation) in footer.basis.iter().enumerate() {
        // The instrument is said once for citations in a row.
        let own = instrument(citation);
        let citation = if own == before { &citation[own.len()..] } else { citation.as_str() };
        before = own;
        let rest = format!(" {}", super::words::fill(&footer.and_others, "n", &(total - number).to_string()));
        let last_line = lines.len() == BASIS_LINES;
        let Some(line) = lines.last_mut() else { break };
        let first = number == 0;
        let piece = if first { citation.to_owned() } else { format!("{}{citation}", footer.joiner) };
        // On the last line there is always room left for saying how many are not listed.
        let reserve = if last_line && number + 1 < total { em_width(&rest) } else { 0.0 };
        if em_width(line) + em_width(&piece) + reserve <= em {
            line.push_str(&piece);
        } else if !last_line && !first {
            lines.push(cut(citation, em));
        } else {
            line.push_str(&rest);
            break;
        }
    }
    lines
}

/// The instrument at the beginning of a citation; nothing if it starts with its number.
fn instrument(citation: &str) -> &str {
    let at = ["第", "別表", "附則"].iter().filter_map(|word| citation.find(word)).min();
    &citation[..at.unwrap_or(0)]
}

/// Lines of a text in a width, at most `most`.
pub(super) fn text_lines(text: &str, width: f64, size: f64, most: usize) -> Vec<String> {
    Wrapping::new(text).lines_at_any_cost(em_in_text(width, size), most)
}
