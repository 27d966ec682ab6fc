//! The lines of a source, whatever its format: normalised content, indentation, and what the format says of each line.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::document::StructureKind;
use super::format::Format;
use super::layout::{Hint, Role};
use super::noise::{DiagnosticKind, NoiseLog};
use super::text::{Text, normalize};

/// A line that is not blank.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its content, trimmed, without bullet, heading marks and bold marks.
    pub text: Text,
    /// All its bytes but the white space around them.
    pub span: Range<usize>,
    /// Columns of white space before it, a full-width or tab space counting 2.
    pub indent: usize,
    /// Whether a bullet stood before it.
    pub bullet: bool,
    /// What the format says it is.
    pub role: Role,
    /// Its cells, if it is a row of a table.
    pub cells: Vec<Text>,
    /// Whether it may go on with the sentence of the line before it.
    pub may_continue: bool,
    /// Whether it hangs from the line right above it: that one begins a paragraph by white space, this one has none.
    pub hangs: bool,
    /// Whether it belongs to the data of the file about the regulation.
    pub front_matter: bool,
}

/// The lines of a source that are not blank. `hints` are those of a layout, one for each line; none for other sources.
pub(super) fn lines(source: &str, format: Format, hints: Vec<Hint>, noise: &mut NoiseLog) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut front_matter = false;
    let mut hints = hints.into_iter();
    // Whether a line below may hang from the one above.
    let mut is_set_in = false;
    for (number, whole) in source.split_inclusive('\n').enumerate() {
        let hint = hints.next();
        let range = start..start + whole.len();
        start = range.end;
        let content = whole.trim();
        if content.is_empty() {
            is_set_in = false;
            continue;
        }
        let lead = whole.len() - whole.trim_start().len();
        let span = range.start + lead..range.start + lead + content.len();
        let indent = whole[..lead].chars().map(|c| if matches!(c, '\t' | '\u{3000}') { 2 } else { 1 }).sum();
        let fence = format == Format::Markdown && content == "---";
        if fence && (number == 0 || front_matter) {
            front_matter = !front_matter;
        }
        let Hint { role, may_continue, mut bullet } = hint.unwrap_or_else(|| Hint {
            role: pipe_row(content, span.start),
            may_continue: format == Format::Text,
            bullet: false,
        });
        let body = strip_marks(content, format, &mut bullet);
        let body_start = span.start + (content.len() - body.len());
        let text = words(source, body_start..span.end, format, noise);
        if text.is_empty() {
            continue;
        }
        let cells = match &role {
            Role::Row(cells) => cells.iter().map(|cell| cell_words(source, cell.clone(), format, noise)).collect(),
            _ => Vec::new(),
        };
        let front_matter = front_matter || fence;
        let hangs = format == Format::Text && is_set_in && indent == 0 && !bullet;
        is_set_in = hangs || indent > 0;
        found.push(Line { text, span, indent, bullet, role, cells, may_continue, hangs, front_matter });
    }
    found
}

/// The normalised words of a line or cell.
fn words(source: &str, range: Range<usize>, format: Format, noise: &mut NoiseLog) -> Text {
    join_spaced_letters(&without_bold(normalize(source, range), format), noise)
}

/// The words of a cell; the line breaks that Markdown takes from HTML set them apart.
fn cell_words(source: &str, range: Range<usize>, format: Format, noise: &mut NoiseLog) -> Text {
    static BREAK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<[Bb][Rr] */?>").expect("valid pattern"));
    let text = words(source, range, format, noise);
    if format.is_markup() || !text.normal().contains('<') {
        return text;
    }
    let mut parts = Text::default();
    let mut start = 0;
    let breaks = BREAK.find_iter(text.normal()).map(|found| found.range());
    for found in breaks.chain(std::iter::once(text.normal().len()..text.normal().len())) {
        let part = text.slice(start..found.start).trimmed();
        if !parts.is_empty() && !part.is_empty() {
            parts.push_space();
        }
        parts.append(&part);
        start = found.end;
    }
    parts
}

/// A row of a table: what stands between its bars; the rule below the header is no row.
fn pipe_row(content: &str, start: usize) -> Role {
    if !content.starts_with('|') {
        return Role::Unknown;
    }
    if content.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
        return Role::Structure(StructureKind::Note);
    }
    let bars: Vec<usize> = content.match_indices('|').map(|(at, _)| start + at).collect();
    Role::Row(bars.windows(2).map(|pair| pair[0] + 1..pair[1]).collect())
}

/// Takes the marks of the format off the front of a line.
fn strip_marks<'a>(content: &'a str, format: Format, bullet: &mut bool) -> &'a str {
    let mut body = content;
    if format == Format::LawXml {
        return body;
    }
    if format == Format::Markdown {
        body = body.trim_start_matches('#').trim_start();
    }
    for mark in ["- ", "-\u{3000}", "-\t", "* ", "・ ", "● ", "○ ", "• "] {
        if let Some(rest) = body.strip_prefix(mark) {
            *bullet = true;
            return rest.trim_start();
        }
    }
    body
}

/// Cuts the marks of bold print out.
fn without_bold(text: Text, format: Format) -> Text {
    if format != Format::Markdown || !text.normal().contains("**") {
        return text;
    }
    let marks: Vec<Range<usize>> = text.normal().match_indices("**").map(|(at, mark)| at..at + mark.len()).collect();
    text.without(&marks).trimmed()
}

/// Joins letters that stand apart (I C T), the way PDF extraction leaves them: single letters, three or more.
fn join_spaced_letters(text: &Text, noise: &mut NoiseLog) -> Text {
    static SPACED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[A-Za-z](?: [A-Za-z]){2,}").expect("valid pattern"));
    let normal = text.normal();
    let mut spaces = Vec::new();
    for found in SPACED.find_iter(normal) {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        if letter(normal[..found.start()].chars().next_back()) || letter(normal[found.end()..].chars().next()) {
            continue;
        }
        noise.push(DiagnosticKind::SpacedLetters, text.source_range(found.range()));
        spaces.extend(found.as_str().match_indices(' ').map(|(at, _)| found.start() + at..found.start() + at + 1));
    }
    if spaces.is_empty() { text.trimmed() } else { text.without(&spaces).trimmed() }
}
