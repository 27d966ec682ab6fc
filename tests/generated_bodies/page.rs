//! The page: articles, paragraphs, items and lines in the style of the regulation.

use crate::style::{Items, Numerals, Paragraphs, Style, kanji, wide};

/// A regulation as it is written.
pub struct Page<'s> {
    style: &'s Style,
    lines: Vec<String>,
    chapter: u32,
    article: u32,
    paragraph: u32,
}

impl<'s> Page<'s> {
    pub fn new(style: &'s Style, title: &str) -> Self {
        let mut page = Self { style, lines: Vec::new(), chapter: 0, article: 0, paragraph: 0 };
        if style.front_matter {
            page.lines.extend(["---".to_owned(), format!("title: \"{title}\""), "---".to_owned(), String::new()]);
        } else if style.markdown {
            page.lines.extend([format!("# {title}"), String::new()]);
        } else {
            page.lines.push(title.to_owned());
            page.lines.push("令和三年四月一日規則第七号".to_owned());
        }
        page
    }

    /// The text with its line ends.
    pub fn finish(self) -> String {
        let end = if self.style.windows_line_ends { "\r\n" } else { "\n" };
        let mut text = self.lines.join(end);
        text.push_str(end);
        if self.style.wide_comma { text.replace('、', "，") } else { text }
    }

    fn number(&self, number: u32) -> String {
        match self.style.articles {
            Numerals::Arabic => number.to_string(),
            Numerals::FullWidth => wide(number),
            Numerals::Kanji => kanji(number),
        }
    }

    fn push(&mut self, line: String) {
        self.lines.push(line);
        if self.style.markdown {
            self.lines.push(String::new());
        }
    }

    /// A chapter, if this regulation has any.
    pub fn chapter(&mut self, title: &str) {
        if !self.style.chapters {
            return;
        }
        self.chapter += 1;
        let marks = if self.style.markdown { "## " } else { "" };
        self.push(format!("{marks}第{}章　{title}", self.number(self.chapter)));
    }

    /// The next article with its first paragraph. Gives the article's citation.
    pub fn article(&mut self, caption: &str, sentence: &str) -> String {
        self.article += 1;
        self.paragraph = 1;
        let number = self.number(self.article);
        if self.style.blank_lines {
            self.lines.push(String::new());
        }
        if self.style.markdown {
            let caption = if self.style.captions { format!("（{caption}）") } else { String::new() };
            self.push(format!("**第{number}条{caption}**　{sentence}"));
        } else {
            if self.style.captions {
                self.lines.push(format!("（{caption}）"));
            }
            self.push(format!("第{number}条　{sentence}"));
        }
        format!("第{}条", self.article)
    }

    /// The next paragraph of the article. Gives its citation.
    pub fn paragraph(&mut self, sentence: &str) {
        self.paragraph += 1;
        let number = self.paragraph;
        let line = match self.style.paragraphs {
            Paragraphs::Digit if self.style.markdown => format!("**{number}**　{sentence}"),
            Paragraphs::Digit => format!("{number} {sentence}"),
            Paragraphs::WideDigit if self.style.markdown => format!("**{}**　{sentence}", wide(number)),
            Paragraphs::WideDigit => format!("{}　{sentence}", wide(number)),
            Paragraphs::Unnumbered => sentence.to_owned(),
        };
        self.push(line);
    }

    /// A line of its own, set in by so many levels.
    pub fn line(&mut self, level: usize, words: &str) {
        if self.style.markdown {
            // Lists follow each other without blank lines.
            self.lines.push(format!("{}- {words}", "  ".repeat(level)));
        } else {
            self.lines.push(format!("{}{words}", "　".repeat(level)));
        }
    }

    /// A heading over items.
    pub fn heading(&mut self, words: &str) {
        self.push(words.to_owned());
    }

    /// The end of a list of lines.
    pub fn end_of_list(&mut self) {
        if self.style.markdown {
            self.lines.push(String::new());
        }
    }

    /// The item with this number.
    pub fn item(&mut self, number: u32, words: &str) {
        let mark = match self.style.items {
            Items::Brackets => format!("({number}) "),
            Items::WideBrackets => format!("（{}）　", wide(number)),
            Items::Kanji => format!("{}　", kanji(number)),
            Items::Digit => format!("{number} "),
        };
        let bullet = if self.style.markdown { "- " } else { "" };
        self.lines.push(format!("{bullet}{mark}{words}"));
    }

    /// The item with this number below an item: ア, or イ of the older order below kanji numbers.
    pub fn item_below(&mut self, number: usize, words: &str) {
        let mark = self.style.kana(number);
        let indent = if self.style.markdown { "  - " } else { "　" };
        self.lines.push(format!("{indent}{mark}　{words}"));
    }

    /// The item below an item below an item: (ア), (1).
    pub fn item_two_below(&mut self, number: usize, words: &str) {
        let mark =
            if self.style.items == Items::Kanji { number.to_string() } else { self.style.kana(number).to_owned() };
        let indent = if self.style.markdown { "    - " } else { "　　" };
        self.lines.push(format!("{indent}({mark}) {words}"));
    }

    /// A row of a table.
    pub fn row(&mut self, cells: &[String]) {
        self.lines.push(format!("| {} |", cells.join(" | ")));
    }

    /// A heading of supplementary provisions with one sentence.
    pub fn supplement(&mut self, sentence: &str) {
        self.push(if self.style.markdown { "## 附則".to_owned() } else { "附　則".to_owned() });
        self.push(sentence.to_owned());
    }
}
