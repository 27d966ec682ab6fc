//! A tree from left to right: one column for each depth, one row for each leaf, a parent level with its first child.
//!
//! Org charts and command graphs both use it. What does not fit one sheet is cut between rows (see [`super::pages`]); a
//! part that starts inside a tree repeats the boxes above it, marked as continued.

use std::ops::Range;

use super::canvas::{BoxKey, Canvas, Label, Marks, Rect};
use super::columns::{SIZE_STEP, spread};
use crate::render::measure::{box_width, em_in_box, em_width};
use crate::render::style::{BoxLook, LineLook, SMALLEST_SIZE};
use crate::render::wrap::{Breaks, Wrapping};

/// Space between columns and between rows.
const COLUMN_GAP: f64 = 22.0;
const ROW_GAP: f64 = 4.0;
/// Room above and below the text of a box, both together.
const PADDING: f64 = 4.0;
/// How much wider than its widest name a column may become, and the width up to which it may in any case.
const SPREAD: f64 = 60.0;
const COMFORTABLE: f64 = 150.0;
/// A column is not narrower than this, however deep the tree.
const NARROWEST: f64 = 70.0;
/// Most lines of a name that is too long for its column; what is left is cut and stands in the tooltip.
const MOST_LINES: usize = 6;
/// Width in em at which a list is wrapped, and its most lines.
const LIST_EM: f64 = 15.0;
const MOST_LIST_LINES: usize = 14;
/// Size on A4 of trees that take more than one sheet: 24 rows on a sheet.
const PAGE_SIZE: f64 = 9.0;
/// How far from the left edge of the first box the line to what hangs below it runs, and how far that is indented.
const SPINE: f64 = 7.0;
const INDENT: f64 = 15.0;

/// A box of the tree.
#[derive(Debug, Clone)]
pub(super) struct BracketBox {
    pub(super) text: String,
    pub(super) look: BoxLook,
    pub(super) marks: Marks,
    /// Position of the box before it in the list that it hangs on.
    pub(super) parent: Option<usize>,
    /// Its column, from 0; one more than its parent's.
    pub(super) depth: usize,
    /// What the caller knows it by; boxes that are cut off or repeated keep it.
    pub(super) origin: usize,
    /// The line from its parent.
    pub(super) line: LineLook,
    pub(super) line_marks: Marks,
    /// Whether its text is a list that may take several lines, so that no column has to be as wide as it.
    pub(super) wraps: bool,
}

/// A box beside the tree in its first column.
#[derive(Debug, Clone)]
pub(super) struct AsideBox {
    pub(super) text: String,
    pub(super) look: BoxLook,
    pub(super) marks: Marks,
    pub(super) line: LineLook,
}

/// Trees in the order of the text, each box before the ones that hang on it.
#[derive(Debug, Clone, Default)]
pub(super) struct Bracket {
    pub(super) boxes: Vec<BracketBox>,
    /// Above the first box.
    pub(super) above: Option<AsideBox>,
    /// Hanging below the first box on dotted lines.
    pub(super) below: Vec<AsideBox>,
    /// What is added to the name of a box that is repeated.
    pub(super) continued: String,
}

/// Names wrapped and columns measured in one size.
#[derive(Debug)]
pub(super) struct Measured {
    pub(super) size: f64,
    /// Width of each column.
    widths: Vec<f64>,
    /// Lines of each box that is shown.
    lines: Vec<Vec<String>>,
}

/// How names may be parted to make columns narrower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parting {
    /// Not at all.
    None,
    /// Between words, into few lines.
    BetweenWords,
    /// At any cost.
    Anywhere,
}

/// What a sheet offers to trees that take several.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    pub(super) width: f64,
    pub(super) height: f64,
    /// How much larger than on A4 the letters are.
    pub(super) scale: f64,
}

impl Measured {
    /// Width of all columns.
    pub(super) fn width(&self) -> f64 {
        self.widths.iter().sum::<f64>() + self.widths.len().saturating_sub(1) as f64 * COLUMN_GAP
    }
}

/// How many columns a sheet of this width can hold.
pub(super) fn most_columns(width: f64) -> usize {
    (((width + COLUMN_GAP) / (NARROWEST + COLUMN_GAP)) as usize).max(2)
}

impl Bracket {
    /// Draws everything in one sheet in the largest size that fits, names on one line if possible; `None` if nothing
    /// fits.
    pub(super) fn one_sheet(&self, canvas: &Canvas, room: Rect) -> Option<Canvas> {
        let scale = canvas.scale();
        let sizes = || {
            let steps = ((11.5 * scale - SMALLEST_SIZE) / SIZE_STEP) as usize;
            (0..=steps).map(move |step| 11.5 * scale - step as f64 * SIZE_STEP)
        };
        let rows = 0..self.rows().len();
        let lowest_row = Label::plain(vec![String::new()], SMALLEST_SIZE).height() + PADDING + ROW_GAP;
        if rows.len() as f64 * lowest_row - ROW_GAP > room.height {
            return None;
        }
        let names = self.names();
        let all: Vec<usize> = (0..self.boxes.len()).collect();
        for parting in [Parting::None, Parting::BetweenWords, Parting::Anywhere] {
            for size in sizes() {
                let Some(measured) = self.measure(&names, &all, room.width, size, parting) else { continue };
                if self.height(&measured, rows.clone()) <= room.height {
                    let mut canvas = canvas.clone();
                    self.draw(&mut canvas, room, &measured, rows);
                    return Some(canvas);
                }
            }
        }
        None
    }

    /// These rows measured for a sheet that they share with no others.
    pub(super) fn measure_rows(
        &self,
        names: &[Wrapping],
        rows: &[Vec<usize>],
        range: Range<usize>,
        page: Page,
    ) -> Measured {
        let mut shown = self.open_above(&rows[range.start]);
        shown.extend(rows[range].iter().flatten());
        let mut size = PAGE_SIZE * page.scale;
        while size >= SMALLEST_SIZE {
            if let Some(measured) = self.measure(names, &shown, page.width, size, Parting::None) {
                return measured;
            }
            size -= SIZE_STEP;
        }
        let columns = shown.iter().map(|position| self.boxes[*position].depth + 1).max().unwrap_or(1);
        self.measure(names, &shown, page.width, PAGE_SIZE, Parting::Anywhere)
            .unwrap_or_else(|| self.wrap(names, &shown, PAGE_SIZE, vec![NARROWEST; columns]))
    }

    /// The names, made ready for wrapping.
    pub(super) fn names(&self) -> Vec<Wrapping> {
        self.boxes.iter().map(|item| Wrapping::new(&item.text)).collect()
    }

    /// Columns as wide as their names, spread over the sheet; `None` if they do not fit. Where names may be parted, they are broken
    /// to make the columns narrower, and `None` means that there are too many columns, or that words would have to be broken.
    fn measure(
        &self,
        names: &[Wrapping],
        shown: &[usize],
        width: f64,
        size: f64,
        parting: Parting,
    ) -> Option<Measured> {
        let columns = shown.iter().map(|position| self.boxes[*position].depth + 1).max()?;
        let mut natural = vec![NARROWEST; columns];
        let mut on_one_line = natural.clone();
        for position in shown {
            let (item, name) = (&self.boxes[*position], &names[*position]);
            let em = if item.wraps { name.em().min(LIST_EM) } else { name.em() };
            let width = |em| box_width(em, size) + second_border(item.look);
            natural[item.depth] = natural[item.depth].max(width(em));
            on_one_line[item.depth] = on_one_line[item.depth].max(width(name.em()));
        }
        for item in self.above.iter().chain(&self.below) {
            // Long lists of officers are wrapped in any case.
            let need = box_width(em_width(&item.text), size) + INDENT;
            natural[0] = natural[0].max(need.min(width / 4.0));
        }
        let room = width - (columns - 1) as f64 * COLUMN_GAP;
        let mut spare = room - natural.iter().sum::<f64>();
        let mut widths = natural.clone();
        if spare < 0.0 {
            if parting == Parting::None || columns > most_columns(width) {
                return None;
            }
            widths = vec![NARROWEST; columns];
            spare = room - widths.iter().sum::<f64>();
            spread(&mut widths, &natural, &mut spare);
            let between_words = |position: &usize| {
                let item = &self.boxes[*position];
                let em = em_in_box(widths[item.depth] - second_border(item.look), size);
                item.wraps || names[*position].lines(em, Breaks::BetweenWords).is_some()
            };
            if parting == Parting::BetweenWords && !shown.iter().all(between_words) {
                return None;
            }
        } else {
            let most: Vec<f64> = natural.iter().map(|natural| (natural + SPREAD).max(COMFORTABLE)).collect();
            spread(&mut widths, &most, &mut spare);
            // What is left makes lists shorter.
            spread(&mut widths, &on_one_line, &mut spare);
        }
        Some(self.wrap(names, shown, size, widths))
    }

    fn wrap(&self, names: &[Wrapping], shown: &[usize], size: f64, widths: Vec<f64>) -> Measured {
        let mut lines = vec![Vec::new(); self.boxes.len()];
        for position in shown {
            let item = &self.boxes[*position];
            let width = widths[item.depth] - second_border(item.look);
            lines[*position] = wrapped(&names[*position], item.wraps, width, size);
        }
        Measured { size, widths, lines }
    }

    /// The boxes that start in each row: a leaf, and those above it whose first child it is.
    pub(super) fn rows(&self) -> Vec<Vec<usize>> {
        let mut rows: Vec<Vec<usize>> = vec![Vec::new()];
        for (position, item) in self.boxes.iter().enumerate() {
            if let Some(row) = rows.last_mut() {
                row.push(position);
            }
            let leaf = self.boxes.get(position + 1).is_none_or(|next| next.depth <= item.depth);
            if leaf {
                rows.push(Vec::new());
            }
        }
        rows.pop();
        rows
    }

    /// The boxes above the first one of a row that started in an earlier row, nearest last.
    pub(super) fn open_above(&self, row: &[usize]) -> Vec<usize> {
        let mut open = Vec::new();
        let mut above = row.first().and_then(|first| self.boxes[*first].parent);
        while let Some(position) = above {
            open.push(position);
            above = self.boxes[position].parent;
        }
        open.reverse();
        open
    }

    fn continued_lines(&self, position: usize, measured: &Measured) -> Vec<String> {
        let item = &self.boxes[position];
        let name = Wrapping::new(&format!("{}{}", item.text, self.continued));
        wrapped(&name, item.wraps, measured.widths[item.depth] - second_border(item.look), measured.size)
    }

    /// Heights of rows on one sheet, the repeated boxes of the first one included, without the space below the last.
    pub(super) fn row_heights(&self, measured: &Measured, rows: &[Vec<usize>], range: Range<usize>) -> Vec<f64> {
        let height = |position: usize, lines: usize| {
            let text = Label::plain(vec![String::new(); lines], measured.size).height();
            text + second_border(self.boxes[position].look) + PADDING + ROW_GAP
        };
        range
            .clone()
            .map(|number| {
                let own = rows[number].iter().map(|position| height(*position, measured.lines[*position].len()));
                let open = if number == range.start { self.open_above(&rows[number]) } else { Vec::new() };
                let repeated =
                    open.into_iter().map(|position| height(position, self.continued_lines(position, measured).len()));
                own.chain(repeated).fold(0.0, f64::max)
            })
            .collect()
    }

    /// Height of these rows and of what stands beside them.
    fn height(&self, measured: &Measured, range: Range<usize>) -> f64 {
        let rows = self.rows();
        let heights = self.row_heights(measured, &rows, range);
        let above = self.above.as_ref().map_or(0.0, |item| self.aside_height(item, measured, 0.0));
        let below: f64 = self.below.iter().map(|item| self.aside_height(item, measured, INDENT)).sum();
        let first = heights.first().copied().unwrap_or(0.0);
        above + (heights.iter().sum::<f64>()).max(first + below) - ROW_GAP
    }

    fn aside_lines(&self, item: &AsideBox, measured: &Measured, indent: f64) -> Vec<String> {
        let width = measured.widths[0] - indent - second_border(item.look);
        Wrapping::new(&item.text).lines_at_any_cost(em_in_box(width, measured.size), MOST_LINES)
    }

    fn aside_height(&self, item: &AsideBox, measured: &Measured, indent: f64) -> f64 {
        let lines = self.aside_lines(item, measured, indent);
        Label::plain(lines, measured.size).height() + PADDING + second_border(item.look) + ROW_GAP
    }

    /// Draws these rows at the top of `room`.
    pub(super) fn draw(&self, canvas: &mut Canvas, room: Rect, measured: &Measured, range: Range<usize>) {
        let rows = self.rows();
        let heights = self.row_heights(measured, &rows, range.clone());
        let lefts: Vec<f64> = measured
            .widths
            .iter()
            .scan(room.x, |x, width| {
                let left = *x;
                *x += width + COLUMN_GAP;
                Some(left)
            })
            .collect();
        let mut y = room.y;
        if let Some(item) = &self.above {
            y += self.aside_height(item, measured, 0.0);
        }
        let mut placed: Vec<Option<Placed>> = vec![None; self.boxes.len()];
        for (number, height) in range.clone().zip(heights) {
            let open = if number == range.start { self.open_above(&rows[number]) } else { Vec::new() };
            // A box may be repeated on the same sheet, where trees stand side by side: its id says from where.
            let again = format!("-from-{}", range.start);
            let repeated =
                open.into_iter().map(|position| (position, self.continued_lines(position, measured), again.as_str()));
            let own = rows[number].iter().map(|position| (*position, measured.lines[*position].clone(), ""));
            for (position, lines, again) in repeated.chain(own) {
                let item = &self.boxes[position];
                let label = Label::plain(lines, measured.size);
                let box_height = label.height() + second_border(item.look) + PADDING;
                let rect = Rect {
                    x: lefts[item.depth],
                    y: y + (height - ROW_GAP - box_height) / 2.0,
                    width: measured.widths[item.depth],
                    height: box_height,
                };
                let key = canvas.put_box(rect, label, item.look, item.marks.clone().with_suffix(again));
                placed[position] = Some(Placed { key, rect, again: again.to_owned() });
            }
            y += height;
        }
        for position in 0..self.boxes.len() {
            self.draw_branches(canvas, &placed, position);
        }
        if let Some(Some(first)) = placed.first() {
            self.draw_aside(canvas, measured, first);
        }
    }

    /// The lines from a box to those that hang on it: level to the first; down the trunk to the last of each run of
    /// children whose lines look alike; from the trunk to the others. So no piece is drawn twice, which would print
    /// heavier and blur dashes.
    fn draw_branches(&self, canvas: &mut Canvas, placed: &[Option<Placed>], position: usize) {
        let Some(parent) = &placed[position] else { return };
        let depth = self.boxes[position].depth;
        let below = (position + 1..self.boxes.len()).take_while(|below| self.boxes[*below].depth > depth);
        let children: Vec<(&BracketBox, &Placed)> = below
            .filter(|below| self.boxes[*below].parent == Some(position))
            .filter_map(|below| Some((&self.boxes[below], placed[below].as_ref()?)))
            .collect();
        let level = parent.rect.center().1;
        let mut reached = level;
        for (number, (item, child)) in children.iter().enumerate() {
            let (x, y) = (child.rect.x, child.rect.center().1);
            let trunk = x - COLUMN_GAP / 2.0;
            let run_ends = children.get(number + 1).is_none_or(|(next, _)| next.line != item.line);
            let points = if number == 0 && (y - level).abs() < 0.01 {
                vec![(parent.rect.right(), y), (x, y)]
            } else if number == 0 {
                reached = y;
                vec![(parent.rect.right(), level), (trunk, level), (trunk, y), (x, y)]
            } else if run_ends {
                vec![(trunk, std::mem::replace(&mut reached, y)), (trunk, y), (x, y)]
            } else {
                vec![(trunk, y), (x, y)]
            };
            let marks = item.line_marks.clone().with_suffix(&child.again);
            canvas.draw_line(Some((parent.key, child.key)), &points, item.line, marks);
        }
    }

    /// The boxes above and below the first one.
    fn draw_aside(&self, canvas: &mut Canvas, measured: &Measured, first: &Placed) {
        let (middle, _) = first.rect.center();
        if let Some(item) = &self.above {
            let height = self.aside_height(item, measured, 0.0) - ROW_GAP;
            let rect = Rect { y: first.rect.y - ROW_GAP - height, height, ..first.rect };
            let label = Label::plain(self.aside_lines(item, measured, 0.0), measured.size);
            let key = canvas.put_box(rect, label, item.look, item.marks.clone());
            let marks = Marks::new(format!("{}-line", item.marks.id), "belongs", "");
            canvas.draw_line(
                Some((key, first.key)),
                &[(middle, rect.bottom()), (middle, first.rect.y)],
                item.line,
                marks,
            );
        }
        let (mut y, mut start) = (first.rect.bottom() + ROW_GAP, first.rect.bottom());
        for item in &self.below {
            let height = self.aside_height(item, measured, INDENT) - ROW_GAP;
            let rect = Rect { x: first.rect.x + INDENT, y, width: first.rect.width - INDENT, height };
            let label = Label::plain(self.aside_lines(item, measured, INDENT), measured.size);
            let key = canvas.put_box(rect, label, item.look, item.marks.clone());
            let (x, at) = (first.rect.x + SPINE, rect.center().1);
            let marks = Marks::new(format!("{}-line", item.marks.id), "related", "");
            canvas.draw_line(Some((first.key, key)), &[(x, start), (x, at), (rect.x, at)], item.line, marks);
            start = at;
            y = rect.bottom() + ROW_GAP;
        }
    }
}

/// A box on the sheet, and what its id has at the end if it is repeated.
#[derive(Debug, Clone)]
struct Placed {
    key: BoxKey,
    rect: Rect,
    again: String,
}

/// What a second border takes from the room for text, in width and height.
fn second_border(look: BoxLook) -> f64 {
    f64::from(look.borders - 1) * 8.0
}

/// A name in a box of this width, on one line if it fits.
fn wrapped(name: &Wrapping, list: bool, width: f64, size: f64) -> Vec<String> {
    name.lines_at_any_cost(em_in_box(width, size), if list { MOST_LIST_LINES } else { MOST_LINES })
}
