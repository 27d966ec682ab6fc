//! Trees from left to right on one sheet, or on as many as it takes: what every diagram in brackets does alike.

use std::collections::BTreeSet;

use super::Sheet;
use super::bracket::{Bracket, BracketBox, Page, most_columns};
use super::canvas::{Canvas, Paper};
use super::frame::{self, Footer, Heading};
use super::pages::{Cut, cut_depth, cut_rows};
use super::words::{DiagramWords, fill};

/// Trees to be drawn. The caller knows each box by its `origin`.
pub(super) struct Trees<'a> {
    /// Name of the sheets, and id of the drawing.
    pub(super) name: &'static str,
    pub(super) paper: Paper,
    pub(super) words: &'a DiagramWords,
    pub(super) boxes: Vec<BracketBox>,
}

impl Trees<'_> {
    /// Everything on one sheet, if it has room there. `footer` takes the origins of the boxes on the sheet.
    pub(super) fn one_sheet(&self, heading: &Heading, footer: &Footer) -> Option<Sheet> {
        let mut canvas = Canvas::new(self.paper);
        let room = frame::draw(&mut canvas, heading, footer);
        let bracket = Bracket { boxes: self.boxes.clone(), ..Bracket::default() };
        let canvas = bracket.one_sheet(&canvas, room)?;
        Some(Sheet { name: format!("{}-{}", self.name, self.paper.name()), dot: canvas.into_dot(self.name) })
    }

    /// Everything on one sheet, or cut into several. `heading` takes number and total of the sheets if there are several,
    /// `footer` the origins of the boxes on the sheet.
    pub(super) fn sheets(
        mut self,
        heading: impl Fn(Option<(usize, usize)>) -> Heading,
        footer: impl Fn(&BTreeSet<usize>) -> Footer,
    ) -> Vec<Sheet> {
        let all: BTreeSet<usize> = self.boxes.iter().map(|item| item.origin).collect();
        let whole = footer(&all);
        if let Some(sheet) = self.one_sheet(&heading(None), &whole) {
            return vec![sheet];
        }
        // Legend and basis of the whole make the footer highest: the room that it leaves is there on every sheet.
        let room = frame::draw(&mut Canvas::new(self.paper), &heading(None), &whole);
        let words = self.words;
        let boxes = std::mem::take(&mut self.boxes);
        let boxes = cut_depth(&boxes, most_columns(room.width), &words.continued, &words.on_other_sheet);
        let bracket = Bracket { boxes, continued: words.continued.clone(), ..Bracket::default() };
        let page = Page { width: room.width, height: room.height, scale: self.paper.scale() };
        let cuts = cut_rows(&bracket, page);
        let total = cuts.len();
        let all_rows = bracket.rows();
        let sheet = |(number, Cut { rows, measured }): (usize, Cut)| {
            let mut canvas = Canvas::new(self.paper);
            let repeated = bracket.open_above(&all_rows[rows.start]);
            let shown = repeated.into_iter().chain(all_rows[rows.clone()].iter().flatten().copied());
            let origins: BTreeSet<usize> = shown.map(|position| bracket.boxes[position].origin).collect();
            let room = frame::draw(&mut canvas, &heading(Some((number + 1, total))), &footer(&origins));
            bracket.draw(&mut canvas, room, &measured, rows);
            let name = format!("{}-{}-{:02}", self.name, self.paper.name(), number + 1);
            Sheet { name, dot: canvas.into_dot(self.name) }
        };
        cuts.into_iter().enumerate().map(sheet).collect()
    }
}

/// The lines at the right of a title: what is counted, and the number of the sheet, or that the text is all it is drawn from.
pub(super) fn remarks(words: &DiagramWords, counted: Vec<String>, page: Option<(usize, usize)>) -> Vec<String> {
    let mut remarks = counted;
    match page {
        Some((number, total)) => remarks.push(page_number(words, number, total)),
        None => remarks.insert(0, words.drawn_from_text.clone()),
    }
    remarks
}

/// 全6ページの4.
pub(super) fn page_number(words: &DiagramWords, number: usize, total: usize) -> String {
    fill(&fill(&words.page, "page", &number.to_string()), "total", &total.to_string())
}
