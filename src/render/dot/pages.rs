//! Trees on more than one sheet: where to cut, and what to do with trees that are deeper than a sheet is wide.

use std::collections::VecDeque;
use std::ops::Range;

use super::bracket::{Bracket, BracketBox, Measured, Page};
use crate::render::wrap::Wrapping;

/// A sheet should be filled to this part before a tree is cut.
const WELL_FILLED: f64 = 0.6;

/// Rows of a bracket that stand together, and their measures.
#[derive(Debug)]
pub(super) struct Cut {
    pub(super) rows: Range<usize>,
    pub(super) measured: Measured,
}

/// The rows of each sheet: whole trees as long as there is room; a tree is cut only if it is longer than a sheet, and then
/// where the fewest boxes have to be repeated.
pub(super) fn cut_rows(bracket: &Bracket, page: Page) -> Vec<Cut> {
    let rows = bracket.rows();
    let names = bracket.names();
    let depth = |row: usize| rows.get(row).and_then(|row| row.first()).map_or(0, |first| bracket.boxes[*first].depth);
    let mut cuts = Vec::new();
    let mut start = 0;
    while start < rows.len() && !bracket.boxes.is_empty() {
        let fitting = fitting_rows(bracket, &names, &rows, start, page);
        let full = start + fitting;
        let end = if full >= rows.len() {
            rows.len()
        } else {
            let between_trees = (start + 1..=full).rev().find(|row| depth(*row) == 0);
            let next_tree = between_trees.map(|row| {
                let end = (row + 1..rows.len()).find(|next| depth(*next) == 0).unwrap_or(rows.len());
                (row, end - row)
            });
            match next_tree {
                Some((row, length)) if length <= fitting || row - start >= share(fitting) => row,
                _ => {
                    let earliest = start + share(fitting).max(1);
                    (earliest..=full).rev().min_by_key(|row| depth(*row)).unwrap_or(full)
                }
            }
        };
        let measured = bracket.measure_rows(&names, &rows, start..end, page);
        cuts.push(Cut { rows: start..end, measured });
        start = end;
    }
    cuts
}

/// The number of rows that make a sheet well filled.
fn share(rows: usize) -> usize {
    (rows as f64 * WELL_FILLED) as usize
}

/// How many rows from `start` have room on a sheet, at least one.
fn fitting_rows(bracket: &Bracket, names: &[Wrapping], rows: &[Vec<usize>], start: usize, page: Page) -> usize {
    let fits = |end: usize| {
        let measured = bracket.measure_rows(names, rows, start..end, page);
        let heights = bracket.row_heights(&measured, rows, start..end);
        heights.iter().sum::<f64>() <= page.height
    };
    (start + 2..=rows.len()).take_while(|end| fits(*end)).last().map_or(1, |end| end - start)
}

/// Trees with at most `columns` columns: what lies deeper becomes a tree of its own behind the one it was in, the box
/// where it was cut off says so.
pub(super) fn cut_depth(
    boxes: &[BracketBox],
    columns: usize,
    continued: &str,
    on_other_sheet: &str,
) -> Vec<BracketBox> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); boxes.len()];
    let mut roots: VecDeque<(usize, bool)> = VecDeque::new();
    for (position, item) in boxes.iter().enumerate() {
        match item.parent {
            Some(parent) => children[parent].push(position),
            None => roots.push_back((position, false)),
        }
    }
    let mut cut: Vec<BracketBox> = Vec::with_capacity(boxes.len());
    while let Some((root, again)) = roots.pop_front() {
        let mut deeper: Vec<usize> = Vec::new();
        let mut pending = vec![(root, None, 0)];
        while let Some((position, parent, depth)) = pending.pop() {
            let mut item = BracketBox { parent, depth, ..boxes[position].clone() };
            if again && depth == 0 {
                item.text.push_str(continued);
                item.marks = item.marks.with_suffix("-again");
            }
            let here = cut.len();
            if depth + 1 == columns && !children[position].is_empty() {
                item.text.push_str(on_other_sheet);
                deeper.push(position);
            } else {
                pending.extend(children[position].iter().rev().map(|child| (*child, Some(here), depth + 1)));
            }
            cut.push(item);
        }
        for position in deeper.into_iter().rev() {
            roots.push_front((position, true));
        }
    }
    cut
}
