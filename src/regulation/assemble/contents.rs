//! The table of contents: headings of chapters that head nothing.

use crate::regulation::document::StructureKind;
use crate::regulation::lines::Line;
use crate::regulation::markers::{article_mark, division_mark, is_appendix_mark, is_bracketed, supplement_mark};

use super::{Assembler, Zone};

impl Assembler {
    /// Whether a line below 「目次」 still is one of the table.
    pub(super) fn still_contents(&mut self, normal: &str) -> bool {
        let mark = normal.split(' ').next().unwrap_or(normal).to_owned();
        let repeated = self.first_contents.as_ref() == Some(&mark);
        let heading = division_mark(normal).is_some() || supplement_mark(normal).is_some() || is_appendix_mark(normal);
        let over = repeated || article_mark(normal).is_some() || is_bracketed(normal);
        if over || !(heading || normal.starts_with('第')) {
            self.zone = Zone::Front;
            return false;
        }
        self.first_contents.get_or_insert(mark);
        true
    }

    /// Whether the first heading comes again before anything was provided: so far it was the table of contents, without 「目次」
    /// above it.
    pub(super) fn begins_anew(&self, line: &Line) -> bool {
        let first = self.document.structure.iter().find(|known| known.kind == StructureKind::Division);
        let mark = |normal: &str| normal.split(' ').next().unwrap_or_default().to_owned();
        !self.has_provisions() && first.is_some_and(|first| mark(first.text.normal()) == mark(line.text.normal()))
    }

    /// All headings so far were lines of a table of contents.
    pub(super) fn take_for_contents(&mut self) {
        self.document.divisions.clear();
        for known in &mut self.document.structure {
            if known.kind == StructureKind::Division {
                known.kind = StructureKind::Contents;
            }
        }
        self.zone = Zone::Front;
    }
}
