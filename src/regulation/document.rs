//! What a regulation is made of, before anyone asks what it says.

use std::fmt;
use std::ops::Range;

use super::format::Format;
use super::text::Text;

/// A regulation taken apart. Every line of the source that is not blank lies in a structure line or in a paragraph.
#[derive(Debug, Clone)]
pub struct Document {
    /// The text that is quoted; all spans are byte ranges of it. Of plain text and Markdown it is the decoded file. Of markup
    /// (law XML, HTML) it is the file laid out as lines, the way a person sees it: everything visible in its order, a row of
    /// a table on one line with `|` between its cells, a space of the layout between a number and its words. Readings (ruby),
    /// scripts, styles and hidden elements are not in it.
    pub source: String,
    /// The format that it was read as.
    pub format: Format,
    /// Title, normalised; empty if there is none.
    pub title: String,
    /// Date and number of its making, normalised; empty if there is none.
    pub number: String,
    /// Dates and numbers of its amendments, normalised, in the order of the text.
    pub amendments: Vec<String>,
    /// The instruments of the same body that were joined behind this one, in their order; see [`super::join()`].
    pub further: Vec<Instrument>,
    /// Chapters, sections and so on, in the order of the text.
    pub divisions: Vec<Division>,
    /// Articles of the main provisions, in the order of the text.
    pub articles: Vec<Article>,
    /// Supplementary provisions (附則), in the order of the text.
    pub supplements: Vec<Supplement>,
    /// Appended tables (別表): provisions without an article number.
    pub appendices: Vec<Supplement>,
    /// Everything that is not a provision: title, contents, headings, captions, notes.
    pub structure: Vec<StructureLine>,
    line_starts: Vec<u32>,
}

impl Document {
    pub(super) fn new(source: String, format: Format) -> Self {
        let mut document = Self {
            source,
            format,
            title: String::new(),
            number: String::new(),
            amendments: Vec::new(),
            further: Vec::new(),
            divisions: Vec::new(),
            articles: Vec::new(),
            supplements: Vec::new(),
            appendices: Vec::new(),
            structure: Vec::new(),
            line_starts: Vec::new(),
        };
        document.find_lines();
        document
    }

    /// Finds where the lines of the source start.
    pub(super) fn find_lines(&mut self) {
        let ends = self.source.match_indices('\n').map(|(at, _)| at as u32 + 1);
        self.line_starts = std::iter::once(0).chain(ends).collect();
    }

    /// The line, from 1, of the instrument's own source that a byte offset lies in.
    pub fn line_of(&self, offset: usize) -> u32 {
        let line = |offset: usize| self.line_starts.partition_point(|start| *start as usize <= offset) as u32;
        match self.instrument_at(offset).checked_sub(1) {
            None => line(offset),
            Some(further) => line(offset) - line(self.further[further].span.start) + 1,
        }
    }

    /// The instrument that a byte of the source lies in: 0 for the first one, then those joined behind it.
    pub fn instrument_at(&self, offset: usize) -> usize {
        self.further.partition_point(|instrument| instrument.span.start <= offset)
    }

    /// The title of an instrument, normalised; empty if it has none.
    pub fn title_of(&self, instrument: usize) -> &str {
        instrument.checked_sub(1).map_or(self.title.as_str(), |further| &self.further[further].title)
    }

    /// The words of the source at a byte range.
    pub fn quote(&self, range: Range<usize>) -> &str {
        &self.source[range]
    }
}

/// An instrument that was joined behind another one of the same body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// Title, normalised; empty if there is none.
    pub title: String,
    /// Date and number of its making, normalised; empty if there is none.
    pub number: String,
    /// Dates and numbers of its amendments, normalised, in the order of the text.
    pub amendments: Vec<String>,
    /// Its bytes in the joined source.
    pub span: Range<usize>,
}

/// The kinds of division, from the widest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DivisionKind {
    /// A whole instrument about one unit of the body, joined behind others; its title is that unit's name.
    Instrument,
    /// 編
    Part,
    /// 章
    Chapter,
    /// 節
    Section,
    /// 款
    Subsection,
    /// 目
    Division,
}

impl DivisionKind {
    /// The kind that a kanji names.
    pub fn from_kanji(kanji: &str) -> Option<Self> {
        Some(match kanji {
            "編" => Self::Part,
            "章" => Self::Chapter,
            "節" => Self::Section,
            "款" => Self::Subsection,
            "目" => Self::Division,
            _ => return None,
        })
    }
}

/// A heading of a chapter, section …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// What it is.
    pub kind: DivisionKind,
    /// Its title without the number.
    pub title: String,
    /// The line.
    pub span: Range<usize>,
    /// Index of the division that it lies in.
    pub parent: Option<usize>,
}

/// Number of an article with its branches: 第17条の2 is 17, 2.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleNumber(pub Vec<u32>);

impl fmt::Display for ArticleNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, number) in self.0.iter().enumerate() {
            match position {
                0 => write!(f, "第{number}条")?,
                _ => write!(f, "の{number}")?,
            }
        }
        Ok(())
    }
}

/// An article, or the unnumbered provisions of a supplement.
#[derive(Debug, Clone)]
pub struct Article {
    /// Its number; `None` for provisions outside articles.
    pub number: Option<ArticleNumber>,
    /// The last number of a deleted range (第3条から第5条まで 削除).
    pub last_number: Option<ArticleNumber>,
    /// Its caption without brackets.
    pub caption: Option<Text>,
    /// Index of the innermost division that it lies in.
    pub division: Option<usize>,
    /// Whether only 「削除」 is left of it.
    pub deleted: bool,
    /// Its paragraphs; at least one.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph (項): its sentences, then the lists and tables below them.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Its number, from 1: as written, or its position.
    pub number: u32,
    /// Its sentences, without article or paragraph number.
    pub lead: Text,
    /// Items, bare lines and tables below the sentences.
    pub blocks: Vec<Block>,
    /// From its number to the end of its last block.
    pub span: Range<usize>,
}

/// What may stand below the sentences of a paragraph.
#[derive(Debug, Clone)]
pub enum Block {
    /// Numbered items, one after another.
    List(Vec<Item>),
    /// A line of its own without a number: an entry of a list, or a heading over items.
    Entry(Entry),
    /// A table.
    Table(Table),
}

/// A numbered item (号) and what is nested in it.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its number.
    pub label: ItemLabel,
    /// Its text without the number.
    pub text: Text,
    /// Items below it (イ, (1) …).
    pub children: Vec<Item>,
    /// From its number to the end of its text, without the items below it.
    pub span: Range<usize>,
}

/// How an item is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelStyle {
    /// (1)
    Parenthesised,
    /// 一
    Kanji,
    /// 1
    Digit,
    /// イロハ
    Iroha,
    /// アイウ
    Gojuon,
    /// (一)
    ParenthesisedKanji,
    /// (ア) or (イ)
    ParenthesisedKana,
}

/// Number of an item with its branches: 三の二 is 3, 2.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemLabel {
    /// How it is written.
    pub style: LabelStyle,
    /// The number and its branches; for kana the position in their order.
    pub numbers: Vec<u32>,
    /// As written, normalised: (12), 三の二, イ.
    pub written: String,
}

/// A line of its own without a number.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The line.
    pub text: Text,
    /// Columns of white space before it in the source.
    pub indent: usize,
    /// The items below it, up to the next bare line.
    pub items: Vec<Item>,
}

/// A table: rows of cells.
#[derive(Debug, Clone)]
pub struct Table {
    /// The rows, the header first if there is one.
    pub rows: Vec<Vec<Text>>,
    /// From the first to the last row.
    pub span: Range<usize>,
}

/// A supplement (附則) or appendix (別表).
#[derive(Debug, Clone)]
pub struct Supplement {
    /// Its heading line: 附則 (平成27年3月24日…).
    pub heading: Text,
    /// Number of the amending instrument, from the heading's brackets; empty for the original one.
    pub instrument: String,
    /// Its articles; unnumbered provisions are an article without number.
    pub articles: Vec<Article>,
}

/// What a line that is no provision is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StructureKind {
    /// The title.
    Title,
    /// Date and number of the making.
    Number,
    /// An amendment in the list of them.
    Amendment,
    /// A line of the table of contents.
    Contents,
    /// The enacting words.
    Enactment,
    /// A heading of a division.
    Division,
    /// A caption.
    Caption,
    /// A note of the editors on an amendment.
    Note,
    /// The heading of a supplement.
    Supplement,
    /// The heading of an appendix.
    Appendix,
    /// Provisions of another instrument, quoted by one that amends it.
    Quotation,
    /// Data of the file about the regulation.
    FrontMatter,
    /// Anything else above the first article.
    Preliminary,
}

/// A line that is no provision.
#[derive(Debug, Clone)]
pub struct StructureLine {
    /// What it is for.
    pub kind: StructureKind,
    /// The line.
    pub text: Text,
    /// Its bytes.
    pub span: Range<usize>,
}
