//! The lines of a source, whatever its format: normalised content, indentation, and what the format says of each line.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::noise::{DiagnosticKind, NoiseLog};
use super::text::{Text, normalize};

/// The formats that a regulation can be read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text, as pasted or extracted from a page or PDF.
    Plain,
    /// Markdown: `#` headings, `**` bold numbers, `-` lists, `|` tables, front matter.
    Markdown,
}

impl Format {
    /// Recognises the format by the content.
    pub fn detect(source: &str) -> Self {
        let marked = |line: &str| {
            line.starts_with("**第") || (line.starts_with('#') && line.trim_start_matches('#').starts_with(' '))
        };
        if source.starts_with("---\n") || source.starts_with("---\r\n") || source.lines().take(200).any(marked) {
            Format::Markdown
        } else {
            Format::Plain
        }
    }
}

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
    /// Whether it is a row of a table.
    pub table_row: bool,
    /// Whether it belongs to the data of the file about the regulation.
    pub front_matter: bool,
}

/// The lines of a source that are not blank.
pub(super) fn lines(source: &str, format: Format, noise: &mut NoiseLog) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut front_matter = false;
    for (number, whole) in source.split_inclusive('\n').enumerate() {
        let range = start..start + whole.len();
        start = range.end;
        let content = whole.trim();
        if content.is_empty() {
            continue;
        }
        let lead = whole.len() - whole.trim_start().len();
        let span = range.start + lead..range.start + lead + content.len();
        let indent = whole[..lead].chars().map(|c| if matches!(c, '\t' | '\u{3000}') { 2 } else { 1 }).sum();
        let fence = format == Format::Markdown && content == "---";
        if fence && (number == 0 || front_matter) {
            front_matter = !front_matter;
        }
        let mut line = Line {
            text: Text::default(),
            span: span.clone(),
            indent,
            bullet: false,
            table_row: format == Format::Markdown && content.starts_with('|'),
            front_matter: front_matter || fence,
        };
        let body = strip_marks(content, format, &mut line.bullet);
        let body_start = span.start + (content.len() - body.len());
        line.text = join_spaced_letters(&without_bold(normalize(source, body_start..span.end), format), noise);
        if !line.text.is_empty() {
            found.push(line);
        }
    }
    found
}

/// Takes the marks of the format off the front of a line.
fn strip_marks<'a>(content: &'a str, format: Format, bullet: &mut bool) -> &'a str {
    let mut body = content;
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
