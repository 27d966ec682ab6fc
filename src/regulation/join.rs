//! Several instruments of one body as one document: an order and the rules under it, read together.
//!
//! The sources stand one behind another, and every span is moved along with its source. What belongs to one instrument
//! alone (numbers of articles, lines, the validity of a term) is asked by [`Document::instrument_at`].

use super::document::{
    Article, Block, Division, DivisionKind, Document, Entry, Instrument, Item, Paragraph, Supplement,
};
use super::noise::Diagnostic;
use super::text::Text;

/// Puts instruments together in the order given. One alone stays as it is.
///
/// A unit that an instrument names in its title and that is not what the first one organises heads all that it says, as a
/// chapter headed by a unit's name does: `organised` gives what a title organises.
pub fn join(
    read: Vec<(Document, Vec<Diagnostic>)>,
    organised: impl Fn(&str) -> Option<String>,
) -> Option<(Document, Vec<Diagnostic>)> {
    let several = read.len() > 1;
    let mut read = read.into_iter();
    let (mut joined, mut diagnostics) = read.next()?;
    if several {
        name_places(&mut diagnostics, &joined.title, 0);
    }
    let body = organised(&joined.title);
    for (document, mut further) in read {
        let unit = organised(&document.title).filter(|unit| body.as_ref() != Some(unit));
        let title = document.title.clone();
        let start = joined.append(document, unit);
        name_places(&mut further, &title, start);
        for Diagnostic { kind, places } in further {
            match diagnostics.iter_mut().find(|known| known.kind == kind) {
                Some(known) => known.places.extend(places),
                None => diagnostics.push(Diagnostic { kind, places }),
            }
        }
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.kind);
    Some((joined, diagnostics))
}

/// Says in which instrument places are, and moves them with its source.
fn name_places(diagnostics: &mut [Diagnostic], title: &str, by: usize) {
    for place in diagnostics.iter_mut().flat_map(|diagnostic| &mut diagnostic.places) {
        title.clone_into(&mut place.instrument);
        place.start += by as u32;
        place.end += by as u32;
    }
}

impl Document {
    /// Adds an instrument behind this one. Returns where its source starts now.
    fn append(&mut self, mut other: Document, unit: Option<String>) -> usize {
        if !self.source.ends_with('\n') {
            self.source.push('\n');
        }
        let by = self.source.len();
        let span = by..by + other.source.len();
        other.move_by(by);
        let first = self.divisions.len();
        let around = unit.map(|title| {
            self.divisions.push(Division { kind: DivisionKind::Instrument, title, span: by..by, parent: None });
            first
        });
        let shift = self.divisions.len();
        for division in &mut other.divisions {
            division.parent = division.parent.map(|parent| parent + shift).or(around);
        }
        for article in &mut other.articles {
            article.division = article.division.map(|division| division + shift).or(around);
        }
        self.source.push_str(&other.source);
        self.divisions.append(&mut other.divisions);
        self.articles.append(&mut other.articles);
        self.supplements.append(&mut other.supplements);
        self.appendices.append(&mut other.appendices);
        self.structure.append(&mut other.structure);
        let Document { title, number, amendments, .. } = other;
        self.further.push(Instrument { title, number, amendments, span });
        self.find_lines();
        by
    }

    /// Moves everything that points into the source.
    fn move_by(&mut self, by: usize) {
        for division in &mut self.divisions {
            division.span = division.span.start + by..division.span.end + by;
        }
        for line in &mut self.structure {
            line.text.move_by(by);
            line.span = line.span.start + by..line.span.end + by;
        }
        self.articles.iter_mut().for_each(|article| article.move_by(by));
        for part in self.supplements.iter_mut().chain(&mut self.appendices) {
            let Supplement { heading, articles, .. } = part;
            heading.move_by(by);
            articles.iter_mut().for_each(|article| article.move_by(by));
        }
    }
}

impl Article {
    fn move_by(&mut self, by: usize) {
        self.caption.iter_mut().for_each(|caption| caption.move_by(by));
        for Paragraph { lead, blocks, span, .. } in &mut self.paragraphs {
            lead.move_by(by);
            *span = span.start + by..span.end + by;
            for block in blocks {
                match block {
                    Block::List(items) => items.iter_mut().for_each(|item| item.move_by(by)),
                    Block::Entry(Entry { text, items, .. }) => {
                        text.move_by(by);
                        items.iter_mut().for_each(|item| item.move_by(by));
                    }
                    Block::Table(table) => {
                        table.rows.iter_mut().flatten().for_each(|cell: &mut Text| cell.move_by(by));
                        table.span = table.span.start + by..table.span.end + by;
                    }
                }
            }
        }
    }
}

impl Item {
    fn move_by(&mut self, by: usize) {
        self.text.move_by(by);
        self.span = self.span.start + by..self.span.end + by;
        self.children.iter_mut().for_each(|child| child.move_by(by));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regulation::{DiagnosticKind, read_text};

    fn document(text: &str) -> (Document, Vec<Diagnostic>) {
        read_text(text.to_owned())
    }

    #[test]
    fn every_span_of_a_joined_document_holds_its_words() {
        let first = "甲市組織規則\n第一条　甲市に次の部を置く。\n　総務部\n附　則\nこの規則は、公布の日から施行する。";
        let second = "甲市分掌規程\n第一章　総則\n（課）\n第一条　総務部に次の課を置く。\n一　人事課\n　ア　給与係\n| 課 | 数 |\n| 乙課 | １ |\n";
        let (joined, _) = join(vec![document(first), document(second)], |_| None).expect("two documents");
        assert_eq!(joined.further.len(), 1);
        assert_eq!(joined.further[0].title, "甲市分掌規程");
        let article = &joined.articles[1];
        assert_eq!(joined.quote(article.paragraphs[0].lead.span()), "総務部に次の課を置く。");
        assert_eq!(joined.quote(article.caption.as_ref().expect("a caption").span()), "課");
        let Block::List(items) = &article.paragraphs[0].blocks[0] else { panic!("items") };
        assert_eq!(joined.quote(items[0].children[0].text.span()), "給与係");
        assert_eq!(joined.divisions[0].title, "総則");
        assert_eq!(article.division, Some(0));
        assert_eq!(joined.line_of(joined.further[0].span.start), 1);
        assert_eq!(joined.line_of(article.paragraphs[0].lead.span().start), 4);
        assert_eq!(joined.line_of(0), 1);
        assert_eq!((joined.instrument_at(0), joined.instrument_at(article.paragraphs[0].span.start)), (0, 1));
    }

    #[test]
    fn noise_is_told_by_instrument() {
        let texts =
            ["甲市規則\n第一条　部を置く。\n第三条　課を置く。", "乙規程\n\n第二条　課を置く（。\n第五条　係を置く。"];
        let (joined, diagnostics) = join(texts.map(document).into(), |_| None).expect("two documents");
        let gaps = diagnostics.iter().find(|diagnostic| diagnostic.kind == DiagnosticKind::NumberGap).expect("gaps");
        assert_eq!(diagnostics.iter().filter(|diagnostic| diagnostic.kind == gaps.kind).count(), 1);
        assert!(gaps.places.iter().any(|place| place.instrument == "甲市規則"));
        for place in diagnostics.iter().flat_map(|diagnostic| &diagnostic.places) {
            assert_eq!(joined.quote(place.start as usize..place.end as usize), place.words);
            assert_eq!(joined.line_of(place.start as usize), place.line);
        }
    }

    #[test]
    fn the_unit_of_a_title_heads_its_instrument() {
        let organised = |title: &str| title.strip_suffix("組織規則").map(str::to_owned);
        let texts = ["甲市組織規則\n第一条　甲市に乙所を置く。", "乙所組織規則\n第一条　所に次長を置く。"];
        let (joined, _) = join(texts.map(document).into(), organised).expect("two documents");
        assert_eq!(joined.divisions[0].title, "乙所");
        assert_eq!((joined.articles[0].division, joined.articles[1].division), (None, Some(0)));
    }
}
