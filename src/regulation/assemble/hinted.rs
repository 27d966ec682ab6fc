//! Lines whose markup says what they are.

use super::super::document::{ItemLabel, StructureKind, Supplement};
use super::super::layout::Role;
use super::super::lines::Line;
use super::super::markers::{ArticleMark, item_mark, paragraph_mark};
use super::super::text::normalize;
use super::{Assembler, Zone};

impl Assembler {
    /// Takes a line by what the markup says of it.
    pub(super) fn take_hinted(&mut self, line: &Line, role: &Role) {
        let offset = |at: usize| {
            let (normal, at) = (line.text.normal(), line.text.offset_of(at));
            normal.len() - normal[at..].trim_start().len()
        };
        match role {
            Role::Unknown => unreachable!("lines without a role are judged by their words"),
            Role::Structure(kind) => self.take_structure(line, *kind),
            Role::Division { kind, title } => self.open_division(line, *kind, offset(*title)),
            Role::Article { number, last, text } => {
                let mark =
                    ArticleMark { number: number.clone(), last: last.clone(), caption: None, rest: offset(*text) };
                self.open_article(line, mark);
            }
            Role::Paragraph { number, text } => {
                self.enter_main();
                self.open_paragraph(line, Some(*number), offset(*text));
                // A caption of a paragraph inside an article is none of the next article.
                self.caption = None;
            }
            Role::Item { depth, label, text } => {
                self.ensure_paragraph(line);
                let label = self.label_of(line, label, offset(*text));
                self.provisions.add_item_at(line, label, offset(*text), *depth);
            }
            Role::Entry => {
                self.ensure_paragraph(line);
                self.provisions.add_entry(line);
            }
            Role::Continuation => self.take_continuation(line),
            Role::Row(_) => {
                self.ensure_paragraph(line);
                self.provisions.add_row(line, line.cells.clone());
            }
            Role::Supplement { instrument } => {
                self.close_article();
                self.enter(Zone::Supplement);
                let instrument = normalize(instrument, 0..instrument.len()).normal().to_owned();
                let heading = line.text.clone();
                self.document.supplements.push(Supplement { heading, instrument, articles: Vec::new() });
                self.add_structure(StructureKind::Supplement, line);
            }
            Role::Appendix => self.open_appendix(line),
        }
    }

    fn take_structure(&mut self, line: &Line, kind: StructureKind) {
        let normal = line.text.normal();
        match kind {
            StructureKind::Title => self.document.title = super::bare_title(normal).to_owned(),
            StructureKind::Number => normal.clone_into(&mut self.document.number),
            StructureKind::Caption => {
                let bracketed = normal.starts_with('(') && normal.ends_with(')');
                let inside = if bracketed { 1..normal.len() - 1 } else { 0..normal.len() };
                self.caption = Some(line.text.slice(inside));
            }
            _ => {}
        }
        self.add_structure(kind, line);
    }

    /// The number that the words of an item begin with, or else the one that the markup gives it.
    fn label_of(&self, line: &Line, given: &ItemLabel, rest: usize) -> ItemLabel {
        let normal = line.text.normal();
        if rest == 0 {
            return given.clone();
        }
        match item_mark(normal) {
            Some((label, _)) => self.provisions.as_listed(label),
            None => match paragraph_mark(normal) {
                Some((number, _)) => ItemLabel { numbers: vec![number], ..given.clone() },
                None => given.clone(),
            },
        }
    }

    /// Words that go on with those above them, set apart by a space; an unnumbered paragraph where there are none.
    fn take_continuation(&mut self, line: &Line) {
        if self.provisions.has_paragraph() && self.provisions.has_open_text() {
            self.provisions.append_text(line);
        } else {
            self.enter_main();
            self.open_paragraph(line, None, 0);
        }
    }

    /// Begins an unnumbered paragraph without words where none is open.
    fn ensure_paragraph(&mut self, line: &Line) {
        self.enter_main();
        self.ensure_article();
        if !self.provisions.has_paragraph() {
            self.open_paragraph(line, None, line.text.normal().len());
        }
    }

    /// Provisions without division or article begin here.
    fn enter_main(&mut self) {
        if matches!(self.zone, Zone::Front | Zone::Contents) {
            self.zone = Zone::Main;
        }
    }
}
