//! The clauses and sentences of a document, in the order of the text: what the constructs read.

use std::collections::HashMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::graph::NodeId;
use crate::regulation::{Article, Block, Citation, Document, Item, Paragraph, Text, outermost_brackets, sentences};

/// Which part of the regulation a sentence stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Zone {
    /// The main provisions.
    Main,
    /// Supplementary provisions.
    Supplement,
    /// Appended tables.
    Appendix,
}

/// A clause: what a quotation is cited by.
#[derive(Debug, Clone)]
pub(crate) struct ClausePlace {
    /// Its id in the graph.
    pub id: NodeId,
    /// Its citation without what would make it unique.
    pub citation: Citation,
    /// Its bytes in the source.
    pub span: Range<usize>,
    /// Index of its article in [`Outline::articles`].
    pub article: usize,
    /// Number of its paragraph, from 1.
    pub paragraph: u32,
}

/// An article with its zone.
#[derive(Debug, Clone)]
pub(crate) struct ArticlePlace<'d> {
    /// The article.
    pub article: &'d Article,
    /// The part of the regulation that it stands in.
    pub zone: Zone,
    /// Which of several instruments it stands in, from 0.
    pub instrument: usize,
    /// How it is cited; empty for what stands outside articles in the main provisions.
    pub citation: String,
    /// Heading of the supplement or appendix that it stands in.
    pub part: Option<&'d Text>,
}

/// A table: its rows in the order of the text.
#[derive(Debug, Clone)]
pub(crate) struct TablePlace {
    /// Indices of the sentences that its rows are.
    pub rows: Vec<usize>,
    /// The last sentence above it in its paragraph.
    pub chapeau: Option<usize>,
    /// The heading of the appendix that it stands in.
    pub appendix: Option<String>,
}

/// What a sentence stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SentenceKind {
    /// The sentences of a paragraph.
    #[default]
    Lead,
    /// A numbered item.
    Item,
    /// A bare line.
    Entry,
    /// A row of a table.
    Row,
}

/// A sentence, an item's sentence, a bare line or a row of a table.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// What it stands in.
    pub kind: SentenceKind,
    /// Index of its clause.
    pub clause: usize,
    /// Index of its article in [`Outline::articles`].
    pub article: usize,
    /// The part of the regulation.
    pub zone: Zone,
    /// Its words with everything.
    pub text: Text,
    /// Its words without the bracketed groups.
    pub bare: Text,
    /// The sentence that it stands below: of an item the last of the paragraph, or the item around it; of a bare line the same.
    pub chapeau: Option<usize>,
    /// The bare line that it stands below, if any.
    pub heading: Option<usize>,
    /// Of an item: its place in its list.
    pub item: Option<ItemPlace>,
    /// Columns of white space before a bare line.
    pub indent: usize,
    /// Cells of a row.
    pub cells: Vec<Text>,
}

impl Sentence {
    /// Where the bare words end, the full stop aside.
    pub(crate) fn words_end(&self) -> usize {
        self.bare.normal().trim_end_matches('。').len()
    }
}

/// Where an item stands in its list.
#[derive(Debug, Clone)]
pub(crate) struct ItemPlace {
    /// Its number as used in ids: 12, 3の2, イ.
    pub number: String,
    /// How many lists it is nested in; 0 for the items of a paragraph.
    pub depth: usize,
    /// Whether this is the item's first sentence.
    pub first: bool,
}

/// All clauses and sentences of a document.
#[derive(Debug)]
pub(crate) struct Outline<'d> {
    /// The document.
    pub document: &'d Document,
    /// Its articles: main provisions, supplements, appendices.
    pub articles: Vec<ArticlePlace<'d>>,
    /// Its clauses in the order of the text.
    pub clauses: Vec<ClausePlace>,
    /// Its sentences in the order of the text.
    pub sentences: Vec<Sentence>,
    /// Its tables in the order of the text, those of supplements aside.
    pub tables: Vec<TablePlace>,
    /// The articles of each division.
    extents: Vec<Range<usize>>,
}

impl<'d> Outline<'d> {
    /// Lists the clauses and sentences of a document.
    pub(crate) fn new(document: &'d Document) -> Self {
        let mut outline = Self {
            document,
            articles: Vec::new(),
            clauses: Vec::new(),
            sentences: Vec::new(),
            tables: Vec::new(),
            extents: Vec::new(),
        };
        for instrument in 0..=document.further.len() {
            outline.add_instrument(instrument);
        }
        outline.make_ids_unique();
        outline.measure_divisions();
        outline
    }

    fn add_instrument(&mut self, instrument: usize) {
        let document = self.document;
        let prefix = match document.further.len() {
            0 => Citation::main(),
            _ => Citation::instrument(document.title_of(instrument), instrument + 1),
        };
        let own = |span: Range<usize>| document.instrument_at(span.start) == instrument;
        let starts_in = |article: &Article| article.paragraphs.first().is_some_and(|first| own(first.span.clone()));
        for article in document.articles.iter().filter(|article| starts_in(article)) {
            self.add_article(article, (Zone::Main, instrument), &prefix, None);
        }
        for (zone, parts) in [(Zone::Supplement, &document.supplements), (Zone::Appendix, &document.appendices)] {
            for (ordinal, part) in parts.iter().filter(|part| own(part.heading.span())).enumerate() {
                let prefix = prefix.part(part.heading.normal(), ordinal + 1);
                let first = self.tables.len();
                for article in &part.articles {
                    self.add_article(article, (zone, instrument), &prefix, Some(&part.heading));
                }
                for table in &mut self.tables[first..] {
                    table.appendix = Some(part.heading.normal().to_owned());
                }
            }
        }
    }

    /// Which of several instruments a clause stands in, from 0.
    pub(crate) fn instrument_of(&self, clause: &NodeId) -> usize {
        if self.document.further.is_empty() {
            return 0;
        }
        let place = self.clauses.iter().find(|place| place.id == *clause);
        place.map_or(0, |place| self.articles[place.article].instrument)
    }

    /// The articles of the instrument that an article stands in. They stand one behind another.
    pub(crate) fn instrument_around(&self, article: usize) -> Range<usize> {
        let instrument = self.articles.get(article).map_or(0, |place| place.instrument);
        let first = self.articles.partition_point(|place| place.instrument < instrument);
        first..self.articles.partition_point(|place| place.instrument <= instrument)
    }

    /// The article of the main provisions of an instrument that has a number.
    pub(crate) fn article_numbered(&self, number: &[u32], instrument: usize) -> Option<usize> {
        self.articles.iter().position(|place| {
            place.zone == Zone::Main
                && place.instrument == instrument
                && place.article.number.as_ref().is_some_and(|known| known.0 == number)
        })
    }

    /// The clause of a sentence.
    pub(crate) fn clause_of(&self, sentence: usize) -> &ClausePlace {
        &self.clauses[self.sentences[sentence].clause]
    }

    /// The caption of an article, normalised.
    pub(crate) fn caption(&self, article: usize) -> Option<&str> {
        self.articles[article].article.caption.as_ref().map(Text::normal)
    }

    /// The divisions (節, 章 …) that an article lies in, the innermost first.
    pub(crate) fn divisions_around(&self, article: usize) -> impl Iterator<Item = usize> {
        let innermost = self.articles[article].article.division;
        std::iter::successors(innermost, |division| self.document.divisions[*division].parent)
    }

    /// The articles that are nearer to an article than all others, in ever wider circles: those of the innermost division
    /// around it, those of the next one, and so on.
    pub(crate) fn circles_around(&self, article: usize) -> impl Iterator<Item = Range<usize>> {
        self.divisions_around(article).map(|division| self.articles_in(division))
    }

    /// The articles of a division and the divisions in it. They stand one behind another.
    pub(crate) fn articles_in(&self, division: usize) -> Range<usize> {
        self.extents[division].clone()
    }

    /// Finds the articles of each division.
    fn measure_divisions(&mut self) {
        let mut extents: Vec<Option<Range<usize>>> = vec![None; self.document.divisions.len()];
        for article in 0..self.articles.len() {
            for division in self.divisions_around(article) {
                extents[division].get_or_insert(article..article).end = article + 1;
            }
        }
        self.extents = extents.into_iter().map(|extent| extent.unwrap_or(0..1)).collect();
    }

    /// The sentences of an article.
    pub(crate) fn sentences_of(&self, article: usize) -> Range<usize> {
        let first = self.sentences.partition_point(|sentence| sentence.article < article);
        first..self.sentences.partition_point(|sentence| sentence.article <= article)
    }

    /// The line of a division as it was read: without the marks that markup sets in front of it.
    pub(crate) fn heading_line(&self, division: usize) -> Range<usize> {
        let span = &self.document.divisions[division].span;
        let at = self.document.structure.binary_search_by_key(&span.start, |line| line.span.start);
        at.map_or_else(|_| span.clone(), |at| self.document.structure[at].text.span())
    }

    /// Indices of the bare lines, items and rows directly below a sentence, in order.
    pub(crate) fn below(&self, chapeau: usize, kind: SentenceKind) -> Vec<usize> {
        let follows = |sentence: &Sentence| sentence.kind == kind && sentence.chapeau == Some(chapeau);
        (chapeau + 1..self.sentences.len())
            .take_while(|index| self.sentences[*index].article == self.sentences[chapeau].article)
            .filter(|index| follows(&self.sentences[*index]))
            .collect()
    }

    fn add_article(
        &mut self,
        article: &'d Article,
        (zone, instrument): (Zone, usize),
        prefix: &Citation,
        part: Option<&'d Text>,
    ) {
        let index = self.articles.len();
        let citation = Citation::article(prefix, article);
        self.articles.push(ArticlePlace { article, zone, instrument, citation: citation.words.clone(), part });
        let alone = article.paragraphs.len() == 1;
        for paragraph in &article.paragraphs {
            self.add_paragraph(paragraph, index, zone, &citation.paragraph(paragraph.number, alone));
        }
    }

    fn add_paragraph(&mut self, paragraph: &Paragraph, article: usize, zone: Zone, citation: &Citation) {
        let headings = paragraph.blocks.iter().any(|block| matches!(block, Block::Entry(e) if !e.items.is_empty()));
        // A list of bare lines belongs to the sentence above it; headings over items are clauses of their own.
        let listed = paragraph.blocks.iter().take_while(|block| !headings && matches!(block, Block::Entry(_)));
        let listed_end = listed.last().and_then(|block| match block {
            Block::Entry(entry) => Some(entry.text.span().end),
            Block::List(_) | Block::Table(_) => None,
        });
        let lead_end = paragraph.lead.span().end.max(paragraph.span.start);
        let own = paragraph.span.start..listed_end.unwrap_or(lead_end);
        // One without words of its own is all that stands below it: no clause is without words.
        let span = if own.is_empty() { paragraph.span.clone() } else { own };
        let clause = self.add_clause(citation.clone(), span, article, paragraph.number);
        let mut place = Place { article, zone, clause, chapeau: None, heading: None };
        self.add_sentences(&paragraph.lead, SentenceKind::Lead, &place, None);
        place.chapeau = (!paragraph.lead.is_empty()).then(|| self.sentences.len() - 1);
        let (mut heading_ordinal, mut table_ordinal) = (0, 0);
        for block in &paragraph.blocks {
            match block {
                Block::List(items) => self.add_items(items, 0, citation, paragraph.number, &place),
                Block::Entry(entry) => {
                    heading_ordinal += 1;
                    let own = citation.heading(entry.text.normal(), heading_ordinal);
                    let mut below = place.clone();
                    if listed_end.is_none_or(|end| entry.text.span().end > end) {
                        below.clause = self.add_clause(own.clone(), entry.text.span(), article, paragraph.number);
                    }
                    self.add_sentences(&entry.text, SentenceKind::Entry, &below, None);
                    let heading = self.sentences.len() - 1;
                    self.sentences[heading].indent = entry.indent;
                    below.heading = Some(heading);
                    self.add_items(&entry.items, 0, &own, paragraph.number, &below);
                }
                Block::Table(table) => {
                    table_ordinal += 1;
                    let mut rows = Vec::with_capacity(table.rows.len());
                    for (row, cells) in table.rows.iter().enumerate() {
                        let spans = cells.iter().map(Text::span).filter(|span| !span.is_empty());
                        let Some(span) = spans.reduce(|all, span| all.start..span.end) else { continue };
                        let mut text = Text::default();
                        for cell in cells.iter().filter(|cell| !cell.is_empty()) {
                            if !text.is_empty() {
                                text.push_space();
                            }
                            text.append(cell);
                        }
                        let own = citation.row(table_ordinal, row + 1);
                        let clause = self.add_clause(own, span, article, paragraph.number);
                        self.push_sentence(SentenceKind::Row, text, &Place { clause, ..place.clone() }, None);
                        self.sentences.last_mut().expect("just pushed").cells = cells.clone();
                        rows.push(self.sentences.len() - 1);
                    }
                    if zone != Zone::Supplement && !rows.is_empty() {
                        self.tables.push(TablePlace { rows, chapeau: place.chapeau, appendix: None });
                    }
                }
            }
        }
    }

    fn add_items(&mut self, items: &[Item], depth: usize, citation: &Citation, paragraph: u32, place: &Place) {
        for item in items {
            let own = citation.item(item);
            let clause = self.add_clause(own.clone(), item.span.clone(), place.article, paragraph);
            let at = Place { clause, ..place.clone() };
            let label = &item.label;
            let plain = label.numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join("の");
            let kana = label.written.chars().all(|c| !c.is_ascii_digit()) && own.words.ends_with(&label.written);
            let item_place = ItemPlace {
                number: if kana { label.written.trim_matches(['(', ')']).to_owned() } else { plain },
                depth,
                first: true,
            };
            self.add_sentences(&item.text, SentenceKind::Item, &at, Some(item_place));
            if !item.children.is_empty() {
                let below = Place { chapeau: Some(self.sentences.len() - 1), ..at };
                self.add_items(&item.children, depth + 1, &own, paragraph, &below);
            }
        }
    }

    fn add_sentences(&mut self, text: &Text, kind: SentenceKind, place: &Place, item: Option<ItemPlace>) {
        // A bare line is one whatever it holds; an item without words still stands for its number.
        let ranges = match kind {
            SentenceKind::Lead => sentences(text.normal()),
            SentenceKind::Item if !text.is_empty() => sentences(text.normal()),
            _ => std::iter::once(0..text.normal().len()).collect(),
        };
        for (position, range) in ranges.into_iter().enumerate() {
            let item = item.clone().map(|item| ItemPlace { first: position == 0, ..item });
            self.push_sentence(kind, text.slice(range), place, item);
        }
    }

    fn push_sentence(&mut self, kind: SentenceKind, text: Text, place: &Place, item: Option<ItemPlace>) {
        // Trimmed: readers take what it begins with for a name, 「（新） 技監」.
        let bare = text.without(&outermost_brackets(text.normal())).trimmed();
        self.sentences.push(Sentence {
            kind,
            clause: place.clause,
            article: place.article,
            zone: place.zone,
            text,
            bare,
            chapeau: place.chapeau,
            heading: place.heading,
            item,
            indent: 0,
            cells: Vec::new(),
        });
    }

    fn add_clause(&mut self, citation: Citation, span: Range<usize>, article: usize, paragraph: u32) -> usize {
        self.clauses.push(ClausePlace {
            id: NodeId::from(citation.words.as_str()),
            citation,
            span,
            article,
            paragraph,
        });
        self.clauses.len() - 1
    }

    /// Citations that occur twice (附則 without a number, a repeated item number) get an ordinal, so that ids are unique.
    fn make_ids_unique(&mut self) {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for clause in &mut self.clauses {
            let words = if clause.citation.words.is_empty() { "前文" } else { clause.citation.words.as_str() };
            let count = seen.entry(words.to_owned()).or_default();
            *count += 1;
            let id = if *count == 1 { words.to_owned() } else { format!("{words}〔{count}〕") };
            if *count > 1 {
                clause.citation.anchor = format!("{}-n{count}", clause.citation.anchor);
            }
            clause.id = NodeId::from(id);
        }
    }
}

/// Where sentences are being added.
#[derive(Debug, Clone)]
struct Place {
    article: usize,
    zone: Zone,
    clause: usize,
    chapeau: Option<usize>,
    heading: Option<usize>,
}
