//! Tables: those that hold data become rows of cells, those that only place the text on the page are laid out cell by cell.

use super::super::document::StructureKind;
use super::super::layout::{Cell, Layout, Role, in_columns};
use super::super::markers::{article_mark, item_mark};
use super::super::markup::{Element, Node};
use super::super::text::normalize;
use super::style::Display;
use super::{Writer, first_words};

/// A cell with its lines.
struct LaidCell<'e> {
    element: &'e Element,
    layout: Layout,
}

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Element) {
        // What a page puts between the rows, a browser shows above the table.
        let mut rows = Vec::new();
        self.rows_of(table, &mut rows);
        let nested = rows.iter().flatten().any(|cell| cell.descendant("table").is_some());
        let placing = nested
            || table.attribute("role").is_some_and(|role| matches!(role, "presentation" | "none"))
            || rows.iter().all(|row| row.len() <= 1);
        let laid = if placing { None } else { self.lay_cells(&rows) };
        let Some(laid) = laid else {
            for row in rows {
                for cell in row {
                    self.break_line(false);
                    self.children(cell);
                    self.end_number();
                }
                self.end_row();
            }
            return;
        };
        let mut cells = Vec::new();
        for row in laid {
            let mut line = Vec::new();
            for cell in row {
                let span = |name| cell.element.number(name);
                let (rows, columns) = (span("rowspan").unwrap_or(1), span("colspan").unwrap_or(1));
                let (words, hidden) = cell.layout.into_cell();
                hidden.iter().for_each(|(_, words)| self.layout.hide(words));
                line.push(Cell { words, rows, columns });
            }
            cells.push(line);
        }
        for row in in_columns(cells) {
            let before = self.layout.hints.len();
            self.layout.row(&row, false);
            if self.around && self.layout.hints.len() > before {
                self.layout.hints[before].role = Role::Structure(StructureKind::Preliminary);
            }
        }
    }

    /// The cells of each row that is shown; everything else in the table is laid out at once.
    fn rows_of<'e>(&mut self, part: &'e Element, rows: &mut Vec<Vec<&'e Element>>) {
        let mut stray: Vec<&Element> = Vec::new();
        for child in &part.children {
            let child = match child {
                Node::Text(text) => {
                    self.text(text);
                    continue;
                }
                Node::Element(child) => child,
            };
            match child.name.as_str() {
                "td" | "th" => stray.push(child),
                "tr" | "thead" | "tbody" | "tfoot" => {
                    if self.styles.of(child).display == Some(Display::None) {
                        self.layout.hide(&first_words(child, usize::MAX));
                    } else if child.name == "tr" {
                        let mut line = Vec::new();
                        self.cells_of(child, &mut line);
                        rows.push(line);
                    } else {
                        self.rows_of(child, rows);
                    }
                }
                "colgroup" | "col" => {}
                _ => self.element(child),
            }
        }
        if !stray.is_empty() {
            rows.push(stray);
        }
        self.break_line(false);
    }

    fn cells_of<'e>(&mut self, row: &'e Element, cells: &mut Vec<&'e Element>) {
        for child in &row.children {
            match child {
                Node::Text(text) => self.text(text),
                Node::Element(child) if !matches!(child.name.as_str(), "td" | "th") => self.element(child),
                Node::Element(child) if self.styles.of(child).display == Some(Display::None) => {
                    self.layout.hide(&first_words(child, usize::MAX));
                }
                Node::Element(child) => cells.push(child),
            }
        }
    }

    /// The cells laid out; `None` if they show that the table only places articles or items on the page.
    fn lay_cells<'e>(&self, rows: &[Vec<&'e Element>]) -> Option<Vec<Vec<LaidCell<'e>>>> {
        let lay = |element: &&'e Element| {
            let mut writer = Writer::new(self.styles);
            writer.children(element);
            writer.end_row();
            LaidCell { element, layout: writer.layout }
        };
        let laid: Vec<Vec<LaidCell<'e>>> = rows.iter().map(|row| row.iter().map(lay).collect()).collect();
        let words: Vec<Vec<String>> = laid.iter().map(|row| row.iter().filter_map(LaidCell::words).collect()).collect();
        let of_items = !words.is_empty()
            && words.iter().all(|row| matches!(row.as_slice(), [mark, words] if is_item(mark, words)));
        (!of_items && !words.iter().any(|row| opens_article(row))).then_some(laid)
    }
}

impl LaidCell<'_> {
    /// Its normalised words; `None` if there are none.
    fn words(&self) -> Option<String> {
        let source = &self.layout.source;
        let text = normalize(source, 0..source.len()).trimmed();
        (!text.is_empty()).then(|| text.normal().to_owned())
    }
}

/// Whether two cells are an item and its number. A bare 一 may also count rows; then no sentence stands beside it.
fn is_item(mark: &str, words: &str) -> bool {
    // White space behind a kana tells a number from a word.
    let alone = item_mark(&format!("{mark} ")).is_some_and(|(_, rest)| rest > mark.len());
    alone && (mark.starts_with('(') || words.ends_with('。'))
}

/// Whether a row opens an article: its first cell begins with the number of one, and sentences follow.
fn opens_article(row: &[String]) -> bool {
    row.first().is_some_and(|cell| article_mark(cell).is_some()) && row.iter().any(|cell| cell.ends_with('。'))
}
