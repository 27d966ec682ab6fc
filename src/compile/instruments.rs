//! Several instruments of one body, compiled together: an order and the rules under it.
//!
//! Units and posts are one register, so that one instrument may name what another establishes. Everything else stays with its
//! instrument: numbers of articles, short names, and the kinds of units that it speaks of when it is about one unit only.

use std::ops::Range;

use super::terms::Definition;
use super::units::body_in_title;
use crate::graph::{FurtherInstrument, RegulationInfo};
use crate::regulation::{self, Diagnostic, Document, without_last_bracket};

/// Puts the instruments of one body together, in the order given: the one that establishes most comes first, as it says what
/// the body is. What was odd about them is put together too. `None` if there is none.
pub fn join_instruments(read: Vec<(Document, Vec<Diagnostic>)>) -> Option<(Document, Vec<Diagnostic>)> {
    regulation::join(read, |title| body_in_title(title).map(str::to_owned))
}

/// What the instruments of a document are called.
pub(crate) fn info(document: &Document) -> RegulationInfo {
    let last = |amendments: &[String]| amendments.last().cloned().unwrap_or_default();
    let further = document.further.iter().map(|instrument| FurtherInstrument {
        title: instrument.title.clone(),
        number: instrument.number.clone(),
        last_amendment: last(&instrument.amendments),
    });
    RegulationInfo {
        title: document.title.clone(),
        number: document.number.clone(),
        last_amendment: last(&document.amendments),
        further: further.collect(),
    }
}

/// Whose clause a pointer names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// One of an instrument that is being compiled.
    Instrument(usize),
    /// One of another instrument.
    Foreign,
}

/// What instruments are called in the articles of a document.
pub(crate) struct InstrumentNames<'a> {
    document: &'a Document,
    /// The short names of instruments: term, the articles where it holds, instrument.
    short: Vec<(&'a str, Range<usize>, usize)>,
}

impl<'a> InstrumentNames<'a> {
    /// The names of the instruments of a document: their titles and the terms that stand for these.
    pub(crate) fn new(document: &'a Document, definitions: &'a [Definition]) -> Self {
        let mut names = Self { document, short: Vec::new() };
        if !document.further.is_empty() {
            let called = |definition: &'a Definition| {
                let instrument = names.titled_at_end(definition.meaning.normal().trim_end())?;
                Some((definition.term.as_str(), definition.articles.clone(), instrument))
            };
            names.short = definitions.iter().filter_map(called).collect();
        }
        names
    }

    /// The instrument whose title ends a text.
    fn titled_at_end(&self, text: &str) -> Option<usize> {
        (0..=self.document.further.len()).find(|instrument| ends_in_name(text, self.document.title_of(*instrument)))
    }

    /// Whose clause a number names that stands behind these words in an article of an instrument: 地方自治法（昭和22年法律第67号）|
    /// 第3条, 同法|第2条, 附則|第3条, 組織令|第4条.
    pub(crate) fn whose(&self, before: &str, article: usize, instrument: usize) -> Whose {
        let before = without_last_bracket(before.trim_end());
        let several = !self.document.further.is_empty();
        if let Some(named) = several.then(|| self.titled_at_end(before)).flatten() {
            return Whose::Instrument(named);
        }
        let short = |(term, articles, _): &&(&str, Range<usize>, usize)| {
            articles.contains(&article) && ends_in_name(before, term)
        };
        if let Some((_, _, named)) = self.short.iter().find(short) {
            return Whose::Instrument(*named);
        }
        if names_instrument(before) && !is_own(before) { Whose::Foreign } else { Whose::Instrument(instrument) }
    }
}

/// Whether words end in the name of an instrument, or of a part of one that has numbers of its own.
pub(crate) fn names_instrument(words: &str) -> bool {
    const ENDINGS: [&str; 15] = [
        "法", "法律", "令", "規則", "規程", "条例", "条約", "憲章", "附則", "別表", "細則", "要綱", "訓令", "告示",
        "協定",
    ];
    ENDINGS.iter().any(|ending| words.ends_with(ending))
}

/// Whether a text ends in a name, and not in a longer one.
fn ends_in_name(text: &str, name: &str) -> bool {
    let before = text.strip_suffix(name).filter(|_| !name.is_empty());
    let goes_on = |c: char| matches!(c, '一'..='鿿' | 'ァ'..='ヺ' | 'ー' | '々');
    before.is_some_and(|before| !before.chars().next_back().is_some_and(goes_on))
}

/// 「この規則」 and its kin.
fn is_own(text: &str) -> bool {
    let kinds = ["規程", "規則", "政令", "省令", "条例", "府令", "訓令", "法律", "細則", "要綱"];
    kinds.iter().any(|kind| text.strip_suffix(kind).is_some_and(|front| front.ends_with("この")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::Supplement;
    use crate::regulation::read_text;

    #[test]
    fn references_into_other_instruments() {
        let document = read_text("甲市組織規則".to_owned()).0;
        let names = InstrumentNames::new(&document, &[]);
        for before in ["地方自治法", "甲法(平成5年法律第3号)", "乙に関する法律", "同法", "附則", "甲市組織規則"]
        {
            assert_eq!(names.whose(before, 0, 0), Whose::Foreign, "{before}");
        }
        for before in ["", "この規則", "この法律", "又は", "甲課(乙)"] {
            assert_eq!(names.whose(before, 0, 0), Whose::Instrument(0), "{before}");
        }
    }

    #[test]
    fn references_between_the_instruments_of_one_body() {
        let read = |text: &str| read_text(text.to_owned());
        let (joined, _) = join_instruments(vec![read("甲市組織条例"), read("甲市組織規則")]).expect("two documents");
        let names = InstrumentNames::new(&joined, &[]);
        assert_eq!(names.whose("甲市組織条例(令和三年条例第七号)", 0, 1), Whose::Instrument(0));
        assert_eq!(names.whose("乙甲市組織条例", 0, 1), Whose::Foreign);
        assert_eq!(names.whose("この規則", 0, 1), Whose::Instrument(1));
    }

    #[test]
    fn notices_stand_in_the_order_of_the_instruments() {
        let read = |text: &str| read_text(text.to_owned());
        let first = "甲市部設置条例\n(令和三年条例第七号)\n\n\n第1条 甲市に次の二部を置く。\n総務部\n市民部\n福祉部\n";
        let second = "甲市組織規則\n第1条 総務部に次の三課を置く。\n人事課\n管財課\n";
        let (joined, _) = join_instruments(vec![read(first), read(second)]).expect("two documents");
        let notices = crate::compile::compile(&joined, &Supplement::default()).notices;
        let places: Vec<_> = notices.iter().map(|notice| (notice.clause.as_str(), notice.line)).collect();
        assert_eq!(places, [("甲市部設置条例第1条", 5), ("甲市組織規則第1条", 2)]);
    }
}
