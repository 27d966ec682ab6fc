//! Markup laid out as lines: the text that quotations come from, and what the markup says of each line beyond its words.

use std::ops::Range;

use super::document::{ArticleNumber, DivisionKind, ItemLabel, StructureKind};
use super::text::is_invisible;

/// What the markup says of a line. Offsets are bytes of the laid-out text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing: the line is judged by its words.
    #[default]
    Unknown,
    /// A line that is no provision.
    Structure(StructureKind),
    /// A heading of a division, its title from `title` on.
    Division { kind: DivisionKind, title: usize },
    /// The first line of an article, the words of its first paragraph from `text` on.
    Article { number: ArticleNumber, last: Option<ArticleNumber>, text: usize },
    /// The first line of a paragraph, its words from `text` on.
    Paragraph { number: u32, text: usize },
    /// An item `depth` levels below the items of the paragraph, its words from `text` on. `label` is what it is numbered
    /// with if its own words do not say so.
    Item { depth: usize, label: ItemLabel, text: usize },
    /// A bare line of a list.
    Entry,
    /// More words of the provision above.
    Continuation,
    /// A row of a table: its cells from left to right, empty where a cell above or to the left reaches over it.
    Row(Vec<Range<usize>>),
    /// The heading of a supplement, with the number of the amending instrument.
    Supplement { instrument: String },
    /// The heading of an appendix.
    Appendix,
}

/// A line of the laid-out text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Hint {
    /// What the markup says it is.
    pub role: Role,
    /// Whether it may go on with the sentence of the line before: only a line break stands between, no end of a block.
    pub may_continue: bool,
    /// Whether the markup sets a bullet before it.
    pub bullet: bool,
}

/// A text laid out line by line.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// The lines, each ended by a line feed.
    pub source: String,
    /// One hint for each line.
    pub hints: Vec<Hint>,
    /// Words left out because nobody sees them, and where they would stand.
    pub hidden: Vec<(usize, String)>,
    /// White space seen and not yet written; whether a line of the file ended in it.
    space: Option<bool>,
    line_start: usize,
    /// Whether the line being written holds words.
    has_words: bool,
}

impl Layout {
    /// Where the next words go.
    pub fn here(&self) -> usize {
        self.source.len()
    }

    /// Whether the line being written holds no words yet.
    pub fn is_line_empty(&self) -> bool {
        !self.has_words
    }

    /// The words of the line being written.
    pub fn line(&self) -> &str {
        &self.source[self.line_start..]
    }

    /// Sets the line in, if nothing stands on it yet.
    pub fn indent(&mut self, levels: usize) {
        if !self.has_words {
            self.source.truncate(self.line_start);
            self.source.extend(std::iter::repeat_n('\u{3000}', levels.min(12)));
        }
    }

    /// Writes words the way a browser does: white space of the file counts as one space, none at the ends of a line, and
    /// none where a line of the file ends between two Japanese characters.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                let breaks = c == '\n' || c == '\r';
                self.space = Some(self.space.unwrap_or(false) || breaks);
            } else if !is_control(c) {
                if let Some(broken) = self.space.take()
                    && self.has_words
                {
                    let before = self.source.chars().next_back().unwrap_or(' ');
                    if !(broken && is_wide(before) && is_wide(c)) {
                        self.source.push(' ');
                    }
                }
                self.source.push(c);
                self.has_words |= !c.is_whitespace() && !is_invisible(c);
            }
        }
    }

    /// Writes words of a line whose white space counts.
    pub fn verbatim(&mut self, text: &str) {
        self.space = None;
        for c in text.chars().filter(|c| *c == '\t' || !is_control(*c)) {
            self.source.push(c);
            self.has_words |= !c.is_whitespace() && !is_invisible(c);
        }
    }

    /// Writes a character of the layout: what separates a number from its words, or one cell from the next.
    pub fn mark(&mut self, mark: &str) {
        self.space = None;
        self.source.push_str(mark);
        self.has_words = true;
    }

    /// Ends the line, if there are words on it.
    pub fn end_line(&mut self, hint: Hint) {
        self.space = None;
        if !self.has_words {
            self.source.truncate(self.line_start);
            return;
        }
        self.source.push('\n');
        self.hints.push(hint);
        self.line_start = self.source.len();
        self.has_words = false;
    }

    /// Ends the line, if there are words on it, as one of this role.
    pub fn end_as(&mut self, role: Role) {
        self.end_line(Hint { role, ..Hint::default() });
    }

    /// Writes a row of a table on a line of its own, its cells between bars.
    pub fn row(&mut self, cells: &[String], bullet: bool) {
        if cells.iter().all(String::is_empty) {
            return;
        }
        let mut ranges = Vec::with_capacity(cells.len());
        self.mark("|");
        for cell in cells {
            self.mark(" ");
            let start = self.here();
            self.source.push_str(cell);
            ranges.push(start..self.here());
            self.mark(" |");
        }
        self.end_line(Hint { role: Role::Row(ranges), may_continue: false, bullet });
    }

    /// Notes words that nobody sees.
    pub fn hide(&mut self, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            let at = if self.has_words { self.here() } else { self.line_start };
            self.hidden.push((at, words));
        }
    }

    /// All lines as one, apart by full-width spaces: the form that a cell takes.
    pub fn into_cell(mut self) -> (String, Vec<(usize, String)>) {
        self.end_line(Hint::default());
        let cell = self.source.lines().map(str::trim).collect::<Vec<_>>().join("\u{3000}");
        (cell, self.hidden)
    }
}

/// A cell of a table as the markup gives it.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// Its words on one line.
    pub words: String,
    /// Rows that it reaches over, itself included; 0 reaches to the end.
    pub rows: usize,
    /// Columns that it reaches over, itself included.
    pub columns: usize,
}

/// Widest and highest that a cell is believed to reach; pages that claim more are wrong.
const FARTHEST: usize = 200;

/// Puts the cells of each row in their columns: where a cell of a row above or to the left reaches, an empty one stands.
pub(super) fn in_columns(rows: Vec<Vec<Cell>>) -> Vec<Vec<String>> {
    // For each column the rows that a cell from above still reaches over.
    let mut reaching: Vec<usize> = Vec::new();
    let mut placed = Vec::with_capacity(rows.len());
    for row in rows {
        let mut line: Vec<String> = Vec::new();
        let covered = std::mem::take(&mut reaching);
        let is_covered = |column: usize| covered.get(column).is_some_and(|rows| *rows > 0);
        reaching = covered.iter().map(|rows| rows.saturating_sub(1)).collect();
        let mut cells = row.into_iter();
        loop {
            while is_covered(line.len()) {
                line.push(String::new());
            }
            let Some(cell) = cells.next() else { break };
            let below = if cell.rows == 0 { FARTHEST } else { cell.rows.min(FARTHEST) - 1 };
            let mut words = Some(cell.words);
            for _ in 0..cell.columns.clamp(1, FARTHEST) {
                if reaching.len() <= line.len() {
                    reaching.resize(line.len() + 1, 0);
                }
                reaching[line.len()] = reaching[line.len()].max(below);
                line.push(words.take().unwrap_or_default());
            }
        }
        placed.push(line);
    }
    placed
}

/// Characters that take no room and say nothing.
fn is_control(c: char) -> bool {
    c.is_control() && c != '\u{85}' || c == '\u{feff}'
}

/// Characters that Japanese text sets without spaces between them.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_the_file_is_not_that_of_the_page() {
        let mut layout = Layout::default();
        layout.text("\n  甲市に\n   総務部");
        layout.text(" ICT\n  card ");
        layout.text("　を置く。\u{7}\n");
        layout.end_line(Hint::default());
        layout.text("  \n ");
        layout.end_line(Hint::default());
        assert_eq!(layout.source, "甲市に総務部 ICT card 　を置く。\n");
        assert_eq!(layout.hints.len(), 1);
    }

    #[test]
    fn cells_reach_over_rows_and_columns() {
        let cell = |words: &str, rows, columns| Cell { words: words.to_owned(), rows, columns };
        let rows = vec![
            vec![cell("甲部", 2, 1), cell("乙課", 1, 2)],
            vec![cell("丙課", 1, 1), cell("丁係", 0, 1)],
            vec![cell("戊部", 1, 1), cell("己課", 1, 1)],
            vec![],
        ];
        let placed = in_columns(rows);
        assert_eq!(placed[0], ["甲部", "乙課", ""]);
        assert_eq!(placed[1], ["", "丙課", "丁係"]);
        assert_eq!(placed[2], ["戊部", "己課", ""]);
        assert_eq!(placed[3], [""; 0]);
        assert_eq!(in_columns(vec![vec![cell("甲", 1, usize::MAX)]])[0].len(), FARTHEST);
    }
}
