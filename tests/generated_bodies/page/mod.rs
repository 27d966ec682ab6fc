//! The page: chapters, articles, paragraphs, items and lines as they are said, and the file that they become.

mod html;
mod law_xml;
mod plain;

use crate::style::{Format, Items, Numerals, Style, kanji, wide};

/// A regulation as it is written.
pub struct Page<'s> {
    style: &'s Style,
    title: String,
    parts: Vec<Part>,
    article: u32,
    paragraph: u32,
    chapter: u32,
}

/// What stands on a page, with its number as written.
enum Part {
    Chapter {
        number: u32,
        title: String,
    },
    Article {
        number: u32,
        caption: String,
        sentence: String,
    },
    Paragraph {
        number: u32,
        sentence: String,
    },
    /// A line of its own, set in by so many levels.
    Line {
        level: usize,
        words: String,
    },
    /// A line of its own over items.
    Heading {
        words: String,
    },
    Item {
        depth: usize,
        number: u32,
        words: String,
    },
    Row {
        cells: Vec<String>,
    },
    /// Supplementary provisions with one sentence.
    Supplement {
        sentence: String,
    },
}

impl<'s> Page<'s> {
    pub fn new(style: &'s Style, title: &str) -> Self {
        Self { style, title: title.to_owned(), parts: Vec::new(), article: 0, paragraph: 0, chapter: 0 }
    }

    /// The file.
    pub fn finish(self) -> String {
        let mut text = match self.style.format {
            Format::Text | Format::Markdown => plain::write(&self),
            Format::LawXml => law_xml::write(&self),
            Format::Html => html::write(&self),
        };
        if self.style.wide_comma {
            text = text.replace('、', "，");
        }
        if self.style.windows_line_ends { text.replace('\n', "\r\n") } else { text }
    }

    /// A chapter, if this regulation has any.
    pub fn chapter(&mut self, title: &str) {
        if self.style.chapters {
            self.chapter += 1;
            self.parts.push(Part::Chapter { number: self.chapter, title: title.to_owned() });
        }
    }

    /// The next article with its first paragraph. Gives the article's citation.
    pub fn article(&mut self, caption: &str, sentence: &str) -> String {
        self.article += 1;
        self.paragraph = 1;
        let (caption, sentence) = (caption.to_owned(), sentence.to_owned());
        self.parts.push(Part::Article { number: self.article, caption, sentence });
        format!("第{}条", self.article)
    }

    /// The next paragraph of the article.
    pub fn paragraph(&mut self, sentence: &str) {
        self.paragraph += 1;
        self.parts.push(Part::Paragraph { number: self.paragraph, sentence: sentence.to_owned() });
    }

    pub fn line(&mut self, level: usize, words: &str) {
        self.parts.push(Part::Line { level, words: words.to_owned() });
    }

    pub fn heading(&mut self, words: &str) {
        self.parts.push(Part::Heading { words: words.to_owned() });
    }

    /// The item with this number, below so many others.
    pub fn item(&mut self, depth: usize, number: usize, words: &str) {
        self.parts.push(Part::Item { depth, number: number as u32, words: words.to_owned() });
    }

    pub fn row(&mut self, cells: &[String]) {
        self.parts.push(Part::Row { cells: cells.to_vec() });
    }

    pub fn supplement(&mut self, sentence: &str) {
        self.parts.push(Part::Supplement { sentence: sentence.to_owned() });
    }

    /// A number of an article or chapter: 12, １２, 十二.
    fn number(&self, number: u32) -> String {
        match self.style.articles {
            Numerals::Arabic => number.to_string(),
            Numerals::FullWidth => wide(number),
            Numerals::Kanji => kanji(number),
        }
    }

    /// The mark of an item, without the space behind it.
    fn mark(&self, depth: usize, number: u32) -> String {
        match (depth, self.style.items) {
            (0, Items::Brackets) => format!("({number})"),
            (0, Items::WideBrackets) => format!("（{}）", wide(number)),
            (0, Items::Kanji) => kanji(number),
            (0, Items::Digit) => number.to_string(),
            (1, _) => self.style.kana(number as usize).to_owned(),
            (_, Items::Kanji) => format!("({number})"),
            _ => format!("({})", self.style.kana(number as usize)),
        }
    }
}
