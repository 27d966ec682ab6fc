//! How clauses are cited, and the names of their links.

use super::document::{Article, Item, LabelStyle};

/// Builds the citation of a clause step by step, from the article down: 第25条総務課(12).
///
/// A citation is readable and, within one document, as unique as the numbers and headings of the document are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The citation in words.
    pub words: String,
    /// The name of a link to it: `c-25-h3-i12`, made of article, branch, paragraph, heading and item numbers.
    pub anchor: String,
}

impl Citation {
    /// The citation of an article; `prefix` is that of its instrument or part.
    pub fn article(prefix: &Citation, article: &Article) -> Self {
        let Some(number) = &article.number else { return prefix.clone() };
        let joined: Vec<String> = number.0.iter().map(ToString::to_string).collect();
        prefix.with(&number.to_string(), &joined.join("_"))
    }

    /// The start of all citations of the main provisions.
    pub fn main() -> Self {
        Self { words: String::new(), anchor: "c".to_owned() }
    }

    /// The start of all citations of one of several instruments, the `ordinal`-th from 1: 甲省組織規則第3条.
    pub fn instrument(title: &str, ordinal: usize) -> Self {
        Self { words: title.to_owned(), anchor: format!("c{ordinal}") }
    }

    /// The start of all citations of a supplement or appendix, the `ordinal`-th of its kind: its heading without spaces.
    #[must_use]
    pub fn part(&self, heading: &str, ordinal: usize) -> Self {
        let words: String = heading.chars().filter(|c| *c != ' ').collect();
        self.with(&words, &format!("s{ordinal}"))
    }

    /// The citation of a paragraph. A lone paragraph is cited by its article alone.
    #[must_use]
    pub fn paragraph(&self, number: u32, alone: bool) -> Self {
        if alone && !self.words.is_empty() {
            return self.clone();
        }
        self.with(&format!("第{number}項"), &format!("p{number}"))
    }

    /// The citation of a heading, the `ordinal`-th of its paragraph from 1.
    #[must_use]
    pub fn heading(&self, name: &str, ordinal: usize) -> Self {
        self.with(name, &format!("h{ordinal}"))
    }

    /// The citation of an item: (12) or イ as written, a kanji number as 第12号.
    #[must_use]
    pub fn item(&self, item: &Item) -> Self {
        let joined: Vec<String> = item.label.numbers.iter().map(ToString::to_string).collect();
        let words = match item.label.style {
            LabelStyle::Kanji | LabelStyle::Digit => {
                let branches: String = joined[1..].iter().map(|branch| format!("の{branch}")).collect();
                format!("第{}号{branches}", joined[0])
            }
            _ => item.label.written.clone(),
        };
        self.with(&words, &format!("i{}", joined.join("_")))
    }

    /// The citation of a row of a table, both from 1.
    #[must_use]
    pub fn row(&self, table: usize, row: usize) -> Self {
        let table_words = if table == 1 { String::new() } else { table.to_string() };
        self.with(&format!("表{table_words}第{row}行"), &format!("t{table}r{row}"))
    }

    fn with(&self, words: &str, anchor: &str) -> Self {
        Self { words: format!("{}{words}", self.words), anchor: format!("{}-{anchor}", self.anchor) }
    }
}
