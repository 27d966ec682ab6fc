//! What stands in a cell: names, titles, numbered duties, numbers of seats.

use std::ops::Range;

use super::{Column, Table, TableRow, is_digit};
use crate::compile::kinds::NameClass;
use crate::compile::outline::Outline;
use crate::compile::register::{Proof, Register};
use crate::regulation::{Text, find_brackets, outermost_brackets, parse_number, sentences};

/// The words of a cell, with the sentence that they stand in.
#[derive(Debug, Clone)]
pub(super) struct CellText {
    /// Index of the sentence that the row is.
    pub sentence: usize,
    /// The words with everything.
    pub text: Text,
    /// The words without the bracketed groups.
    pub bare: Text,
}

impl CellText {
    /// The words of a column in a row; of a row above where its cell goes on.
    pub(super) fn of(outline: &Outline<'_>, row: &TableRow, column: usize) -> Option<Self> {
        let (sentence, index) = row.cells[column]?;
        let text = outline.sentences[sentence].cells[index].trimmed();
        let bare = text.without(&outermost_brackets(text.normal())).trimmed();
        Some(Self { sentence, text, bare })
    }

    /// Whether brackets change what the words mean: 課（税務課を除く。）.
    pub(super) fn is_qualified(&self) -> bool {
        self.text.normal() != self.bare.normal()
    }

    /// The proof that the whole cell gives.
    pub(super) fn proof(&self, register: &Register<'_>) -> Proof {
        register.proof(self.sentence, &self.text, 0..self.text.normal().len())
    }

    /// The proof that a range of the bare words gives.
    pub(super) fn part(&self, register: &Register<'_>, range: Range<usize>) -> Proof {
        register.proof(self.sentence, &self.bare, range)
    }

    /// The names that the cell lists, as ranges of the bare words, if all of them are of these classes.
    pub(super) fn names(&self, register: &Register<'_>, classes: &[NameClass]) -> Option<Vec<Range<usize>>> {
        if self.is_qualified() {
            return None;
        }
        let words = self.bare.normal();
        let mut names = Vec::new();
        let mut start = 0;
        for part in words.split_inclusive([' ', '、', '。']) {
            let name = part.trim_end_matches([' ', '、', '。']);
            if !name.is_empty() {
                let class = register.kinds.class_of(name)?;
                // 「各課」, 「その他の職員」 are names of nothing, a conjunction makes two of one.
                let plain =
                    !["及び", "並びに", "又は", "若しくは", "その他", "の"].iter().any(|word| name.contains(word));
                if !classes.contains(&class) || name.starts_with(['各', '他']) || !plain {
                    return None;
                }
                names.push(start..start + name.len());
            }
            start += part.len();
        }
        (!names.is_empty()).then_some(names)
    }

    /// The number of seats, for 「2人」, 「二名以内」, 「若干名」 (no number). `None` if it says something else.
    pub(super) fn seats(&self) -> Option<Option<u32>> {
        let words = self.bare.normal().trim_end_matches("以内").trim_end_matches(['人', '名']);
        if self.is_qualified() {
            return None;
        }
        if words == "若干" { Some(None) } else { parse_number(words).map(Some) }
    }
}

/// The name of the innermost unit of a row, with that of every unit above it in the row, outermost first. `None` if the row
/// names none, and if any of its cells holds anything but one name.
pub(super) fn unit_path(register: &Register<'_>, table: &Table, row: &TableRow) -> Option<Vec<(String, Proof)>> {
    let mut path = Vec::new();
    for column in table.unit_columns() {
        let Some(cell) = CellText::of(register.outline, row, column) else { continue };
        let names = cell.names(register, &[NameClass::Unit, NameClass::Council])?;
        let [name] = &names[..] else { return None };
        path.push((cell.bare.normal()[name.clone()].to_owned(), cell.part(register, name.clone())));
    }
    (!path.is_empty()).then_some(path)
}

/// Whether nothing but names of units stands in the unit columns of a row, and in each of them one.
pub(crate) fn names_units(register: &Register<'_>, table: &Table, row: &TableRow) -> bool {
    table.unit_columns().into_iter().all(|column| {
        let cell = CellText::of(register.outline, row, column);
        cell.is_some_and(|cell| cell.names(register, &[NameClass::Unit, NameClass::Council]).is_some())
    })
}

/// A duty in a cell.
#[derive(Debug, Clone)]
pub(super) struct CellDuty {
    /// Its number, if it is written.
    pub number: Option<String>,
    /// Its words.
    pub text: Text,
}

/// The duties in the cells of a row: numbered, or one a sentence. `None` if the words are laid out in another way.
pub(super) fn duties(outline: &Outline<'_>, table: &Table, row: &TableRow) -> Option<Vec<CellDuty>> {
    let mut text = Text::default();
    for column in (0..table.columns.len()).filter(|index| table.columns[*index] == Column::Duties) {
        let Some(cell) = CellText::of(outline, row, column) else { continue };
        if !text.is_empty() {
            // Two cells are one duty only where the first is its number.
            text.push_space();
            number_at(text.normal()).filter(|(.., length)| *length == text.normal().len())?;
        }
        text.append(&cell.text);
    }
    if text.is_empty() {
        return Some(Vec::new());
    }
    split_duties(&text)
}

fn split_duties(text: &Text) -> Option<Vec<CellDuty>> {
    let normal = text.normal();
    let marks = numbers(normal);
    if marks.first().is_some_and(|mark| mark.at == 0) {
        let mut found = Vec::with_capacity(marks.len());
        for (index, mark) in marks.iter().enumerate() {
            let end = marks.get(index + 1).map_or(normal.len(), |next| next.at);
            let words = text.slice(mark.end..end).trimmed();
            if words.is_empty() {
                return None;
            }
            found.push(CellDuty { number: Some(mark.written.clone()), text: words });
        }
        return Some(found);
    }
    // 「…のうち、次に掲げる事務を行うこと。 1 …」: a list of its own below words of its own.
    if ["次に掲げる", "次の各号", "次の事務"].iter().any(|mark| normal.contains(mark)) {
        return None;
    }
    let mut found = Vec::new();
    for sentence in sentences(normal) {
        // Lines that end without a full stop: 「文書に関すること　広報に関すること」.
        let mut start = sentence.start;
        for (at, word) in normal[sentence.clone()].match_indices("こと ") {
            let end = sentence.start + at + word.len();
            found.push(text.slice(start..end).trimmed());
            start = end;
        }
        found.push(text.slice(start..sentence.end).trimmed());
    }
    found.retain(|words| !words.is_empty());
    Some(found.into_iter().map(|text| CellDuty { number: None, text }).collect())
}

/// A number in front of a duty.
struct Mark {
    at: usize,
    end: usize,
    /// As used in ids: 12, 3の2.
    written: String,
}

/// The numbers that count the duties of a cell: in one style, each the next one, at the beginning or behind white space or a
/// full stop, outside brackets.
fn numbers(normal: &str) -> Vec<Mark> {
    let brackets = find_brackets(normal);
    let mut found: Vec<Mark> = Vec::new();
    let mut style: Option<Style> = None;
    let mut last: Vec<u32> = Vec::new();
    let mut boundary = true;
    for (at, c) in normal.char_indices() {
        let here = std::mem::replace(&mut boundary, matches!(c, ' ' | '。'));
        if !here {
            continue;
        }
        let Some((kind, numbers, length)) = number_at(&normal[at..]) else { continue };
        let inside = brackets.iter().any(|bracket| bracket.start < at && at < bracket.end);
        let follows = match (&style, &numbers[..]) {
            (None, _) => at == 0,
            (Some(known), [number]) => *known == kind && *number == last[0] + 1,
            (Some(known), [number, branch]) => {
                *known == kind && *number == last[0] && *branch == last.get(1).map_or(2, |before| before + 1)
            }
            _ => false,
        };
        if !follows || inside {
            continue;
        }
        let written = numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join("の");
        found.push(Mark { at, end: at + length, written });
        style = Some(kind);
        last = numbers;
    }
    found
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Digits,
    Kanji,
    Bracketed,
}

/// (1), 1, 1., 一 at the beginning of a text: the style, the number with its branch, and the length with the white space behind.
fn number_at(text: &str) -> Option<(Style, Vec<u32>, usize)> {
    let inside = text.strip_prefix('(');
    let body = inside.unwrap_or(text);
    let end = body.find(|c: char| !is_digit(c) && c != 'の').unwrap_or(body.len());
    let mut numbers = Vec::new();
    for part in body[..end].split('の') {
        numbers.push(parse_number(part)?);
    }
    let rest = &body[end..];
    let (style, rest) = if inside.is_some() {
        (Style::Bracketed, rest.strip_prefix(')')?)
    } else {
        let ascii = body.starts_with(|c: char| c.is_ascii_digit());
        let rest = rest.strip_prefix('.').or_else(|| rest.strip_prefix('、')).unwrap_or(rest);
        if !rest.starts_with(' ') && rest.len() == body[end..].len() {
            return None;
        }
        (if ascii { Style::Digits } else { Style::Kanji }, rest)
    };
    Some((style, numbers, text.len() - rest.trim_start().len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regulation::normalize;

    fn split(words: &str) -> Option<Vec<String>> {
        let text = normalize(words, 0..words.len());
        let duties = split_duties(&text)?;
        Some(duties.iter().map(|d| format!("{}:{}", d.number.clone().unwrap_or_default(), d.text.normal())).collect())
    }

    #[test]
    fn duties_of_a_cell() {
        for (words, expected) in [
            ("1 文書に関すること。 2 広報に関すること。", &["1:文書に関すること。", "2:広報に関すること。"][..]),
            ("（１）文書に関すること。（２）広報に関すること。", &["1:文書に関すること。", "2:広報に関すること。"]),
            ("一　文書　二　広報", &["1:文書", "2:広報"]),
            ("3 公印に関すること。", &["3:公印に関すること。"]),
            ("1 甲。 1の2 乙。 2 丙。", &["1:甲。", "1の2:乙。", "2:丙。"]),
            // A number that is no next one belongs to the words.
            ("1 庁舎の 3 階に関すること。 2 公印", &["1:庁舎の 3 階に関すること。", "2:公印"]),
            ("1 文書（ 2 を除く。）に関すること。", &["1:文書( 2 を除く。)に関すること。"]),
            ("文書に関すること。広報に関すること。", &[":文書に関すること。", ":広報に関すること。"]),
            ("文書に関すること　広報に関すること", &[":文書に関すること", ":広報に関すること"]),
            ("10人以上の会議に関すること。", &[":10人以上の会議に関すること。"]),
        ] {
            let expected: Vec<String> = expected.iter().map(|words| (*words).to_owned()).collect();
            assert_eq!(split(words), Some(expected), "{words}");
        }
        assert_eq!(split("財務に関する事務のうち、次に掲げるもの。 1 出納"), None);
    }
}
