//! How a regulation is written down: numerals, captions, numbers of paragraphs and items, lists, the format of the file.

use crate::random::Random;

/// The style of one regulation.
#[derive(Debug, Clone)]
pub struct Style {
    pub format: Format,
    /// Where lines of text are broken, as if they came from a printed page.
    pub broken_at: Option<usize>,
    pub articles: Numerals,
    pub captions: bool,
    pub paragraphs: Paragraphs,
    pub items: Items,
    pub units: UnitForm,
    /// How the members of a list stand where a place is said in words.
    pub lists: ListForm,
    /// What an item ends in.
    pub stop: &'static str,
    pub chapters: bool,
    pub blank_lines: bool,
    /// The full-width comma instead of 「、」.
    pub wide_comma: bool,
    pub windows_line_ends: bool,
    pub instrument: &'static str,
    pub front_matter: bool,
}

/// The format of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    LawXml,
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numerals {
    Arabic,
    FullWidth,
    Kanji,
}

/// How paragraphs after the first are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paragraphs {
    Digit,
    WideDigit,
    /// A line of its own without a number.
    Unnumbered,
}

/// How items are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Items {
    Brackets,
    WideBrackets,
    Kanji,
    Digit,
}

/// How the units are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitForm {
    /// A sentence for each place that has something below it.
    EachPlace,
    /// One sentence with 「…を置き、…を置く」 for each unit at the top.
    Chain,
    /// One list, set in by level.
    Indented,
    /// One list of numbered items.
    Numbered,
    /// One list without any sign of the level.
    Flat,
    /// A line for each unit at the top with what is below it.
    Rows,
    /// A table, a column for each level.
    Table,
}

impl UnitForm {
    /// Whether it shows where a unit belongs whatever its kind.
    pub fn shows_nesting(self) -> bool {
        matches!(self, UnitForm::EachPlace | UnitForm::Chain | UnitForm::Indented | UnitForm::Numbered)
    }
}

/// How the members of a list stand below or in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListForm {
    InSentence,
    Lines,
    Items,
    /// Each time another one.
    Mixed,
}

impl Style {
    pub fn random(random: &mut Random) -> Self {
        let format =
            random.pick(&[Format::Text, Format::Text, Format::Text, Format::Markdown, Format::LawXml, Format::Html]);
        let articles = match format {
            Format::LawXml => Numerals::Kanji,
            _ => random.pick(&[Numerals::Arabic, Numerals::FullWidth, Numerals::Kanji]),
        };
        let paragraphs = match articles {
            Numerals::Arabic => random.pick(&[Paragraphs::Digit, Paragraphs::WideDigit]),
            _ if format == Format::LawXml => Paragraphs::WideDigit,
            _ => random.pick(&[Paragraphs::WideDigit, Paragraphs::WideDigit, Paragraphs::Unnumbered]),
        };
        let items = match (articles, paragraphs) {
            (Numerals::Kanji, Paragraphs::Unnumbered) => random.pick(&[Items::Kanji, Items::Brackets]),
            (Numerals::Kanji, _) => Items::Kanji,
            (_, Paragraphs::Unnumbered) => random.pick(&[Items::Brackets, Items::Digit]),
            _ => random.pick(&[Items::Brackets, Items::WideBrackets]),
        };
        let units = [
            UnitForm::EachPlace,
            UnitForm::EachPlace,
            UnitForm::EachPlace,
            UnitForm::Chain,
            UnitForm::Indented,
            UnitForm::Numbered,
            UnitForm::Flat,
            UnitForm::Rows,
            UnitForm::Table,
        ];
        // A page that was broken into lines has numbers before its paragraphs and full stops behind its items: nothing else tells
        // the rest of a line from a new one.
        let whole = format != Format::Text || paragraphs == Paragraphs::Unnumbered;
        let broken_at = (!whole && random.chance(20)).then(|| random.between(30, 45));
        Self {
            format,
            broken_at,
            articles,
            captions: random.chance(60),
            paragraphs,
            items,
            units: random.pick(&units),
            lists: random.pick(&[ListForm::InSentence, ListForm::Lines, ListForm::Items, ListForm::Mixed]),
            stop: if broken_at.is_some() || random.chance(75) { "。" } else { "" },
            chapters: random.chance(30),
            blank_lines: random.chance(30),
            wide_comma: random.chance(8),
            windows_line_ends: random.chance(8),
            instrument: random.pick(&crate::words::INSTRUMENTS),
            front_matter: format == Format::Markdown && random.chance(50),
        }
    }

    /// The mark of an item below an item: ア, or イ of the older order below kanji numbers.
    pub fn kana(&self, number: usize) -> &'static str {
        if self.items == Items::Kanji { IROHA[number - 1] } else { KANA[number - 1] }
    }

    /// A number as this regulation writes it in words: 三, 3, ３.
    pub fn counted(&self, number: u32) -> String {
        match self.articles {
            Numerals::Arabic => number.to_string(),
            Numerals::FullWidth => wide(number),
            Numerals::Kanji => kanji(number),
        }
    }
}

const KANA: [&str; 12] = ["ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ", "サ", "シ"];
const IROHA: [&str; 12] = ["イ", "ロ", "ハ", "ニ", "ホ", "ヘ", "ト", "チ", "リ", "ヌ", "ル", "ヲ"];

/// １２
pub fn wide(number: u32) -> String {
    number.to_string().chars().map(|digit| char::from_u32(digit as u32 + 0xfee0).expect("a digit")).collect()
}

/// 十二
pub fn kanji(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    assert!(number > 0 && number < 1000, "no regulation counts to {number}");
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let place = |digit: u32, word: &str| match digit {
        0 => String::new(),
        1 => word.to_owned(),
        _ => format!("{}{word}", DIGITS[digit as usize]),
    };
    format!("{}{}{}", place(hundreds, "百"), place(tens, "十"), DIGITS[ones as usize])
}
