//! Where a name may be parted, and how much it costs: between words it is cheap, inside them it is dear.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_width::UnicodeWidthChar;

use super::measure::char_em;

/// Words of organisational names by their first character, longest first.
static WORDS: LazyLock<BTreeMap<char, Vec<Vec<char>>>> = LazyLock::new(|| {
    let lines = include_str!("wrap_words.txt").lines().filter(|line| !line.starts_with('#'));
    let mut words: BTreeMap<char, Vec<Vec<char>>> = BTreeMap::new();
    for word in lines.flat_map(str::split_whitespace) {
        let word: Vec<char> = word.chars().collect();
        words.entry(word[0]).or_default().push(word);
    }
    for same in words.values_mut() {
        same.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    }
    words
});

/// A last line up to this many em looks lost.
pub(super) const SHORT_LINE_EM: f64 = 2.0;

/// Brackets up to this many em are better left whole.
const SHORT_BRACKETS_EM: f64 = 10.0;

/// Costs of a break. They order the choices and are not in any unit; raggedness is in square em beside them.
pub(super) mod cost {
    /// After ・, 、 or a space.
    pub(in crate::render) const FREE: u32 = 0;
    /// Where the script changes, or a known word ends and another begins.
    pub(in crate::render) const LOW: u32 = 1;
    /// Where a known word ends or begins, and its neighbour is not known.
    pub(in crate::render) const HALF_KNOWN: u32 = 2;
    /// Between kanji or hiragana of which nothing is known.
    pub(in crate::render) const INSIDE: u32 = 9;
    /// Inside brackets that would fit on a line of their own.
    pub(in crate::render) const IN_BRACKETS: u32 = 4;
    /// A lost last line.
    pub(in crate::render) const SHORT_LINE: u32 = 30;
    /// Inside a katakana or Latin word or a number.
    pub(in crate::render) const INSIDE_WORD: u32 = 400;
    /// A line that starts with what may not start one, or ends with what may not end one.
    pub(in crate::render) const FORBIDDEN: u32 = 1000;
}

/// What a character is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Kanji,
    Hiragana,
    Katakana,
    Latin,
    Digit,
    Other,
}

fn script(c: char) -> Script {
    match c {
        '々' | '〆' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Script::Kanji,
        'ぁ'..='ゟ' => Script::Hiragana,
        'ァ'..='ヺ' | 'ー' | 'ヽ'..='ヿ' | 'ｦ'..='ﾟ' => Script::Katakana,
        '0'..='9' | '０'..='９' => Script::Digit,
        _ if c.is_alphabetic() => Script::Latin,
        _ => Script::Other,
    }
}

/// Cost of a break before each position.
pub(super) fn break_costs(text: &[char]) -> Vec<Option<u32>> {
    let (starts, ends, inside) = known_words(text);
    let bracketed = short_brackets(text);
    let mut costs = vec![None; text.len() + 1];
    costs[text.len()] = Some(cost::FREE);
    for i in 1..text.len() {
        let (before, after) = (text[i - 1], text[i]);
        let joined = after.width().unwrap_or(0) == 0 || before == '\u{200D}';
        if joined {
            continue;
        }
        // What stands between a break and a bracket or a comma should not look lost either.
        let to_next = text[i..].iter().position(|c| *c == '、' || may_not_end(*c));
        let lost = !matches!(before, '、' | '・')
            && to_next.is_some_and(|length| {
                length > 0 && text[i..i + length].iter().map(|c| char_em(*c)).sum::<f64>() <= SHORT_LINE_EM
            });
        costs[i] = Some(
            if lost { cost::SHORT_LINE } else { 0 }
                + if bracketed[i] { cost::IN_BRACKETS } else { 0 }
                + if may_not_start(after) || may_not_end(before) {
                    cost::FORBIDDEN
                } else if matches!(before, '・' | '、') || before.is_whitespace() || after.is_whitespace() {
                    cost::FREE
                } else if inside[i] {
                    match script(after) {
                        Script::Katakana | Script::Latin | Script::Digit => cost::INSIDE_WORD,
                        _ => cost::INSIDE,
                    }
                } else if is_kind_at_end(text, i) {
                    cost::INSIDE
                } else if ends[i] && starts[i] {
                    cost::LOW
                } else {
                    let known = ends[i] || starts[i];
                    match (script(before), script(after)) {
                        (Script::Digit, Script::Kanji) | (Script::Kanji, Script::Digit | Script::Hiragana)
                            if !known =>
                        {
                            cost::INSIDE
                        }
                        (a, b) if a != b => cost::LOW,
                        _ if known => cost::HALF_KNOWN,
                        (Script::Katakana | Script::Latin | Script::Digit, _) => cost::INSIDE_WORD,
                        _ => cost::INSIDE,
                    }
                },
        );
    }
    costs
}

/// Whether the one character from a position on is the kind of unit or post that ends a name: 危機管理|室の.
fn is_kind_at_end(text: &[char], at: usize) -> bool {
    let goes_on = text.get(at + 1).is_some_and(|next| script(*next) == Script::Kanji);
    "部課室局係所院署班科長員".contains(text[at]) && script(text[at - 1]) == Script::Kanji && !goes_on
}

/// For each position: whether it is inside brackets that are short enough for a line of their own.
fn short_brackets(text: &[char]) -> Vec<bool> {
    let mut within = vec![false; text.len() + 1];
    let mut open: Option<usize> = None;
    for (at, c) in text.iter().enumerate() {
        match c {
            '（' | '(' => open = Some(at),
            '）' | ')' => {
                let Some(start) = open.take() else { continue };
                if text[start..=at].iter().map(|c| char_em(*c)).sum::<f64>() <= SHORT_BRACKETS_EM {
                    within[start + 1..=at].fill(true);
                }
            }
            _ => {}
        }
    }
    within
}

/// For each position: whether a known word starts there, ends there, or is cut by a break there. Words are matched from
/// the left, the longest first.
fn known_words(text: &[char]) -> (Vec<bool>, Vec<bool>, Vec<bool>) {
    let empty = || vec![false; text.len() + 1];
    let (mut starts, mut ends, mut inside) = (empty(), empty(), empty());
    let mut i = 0;
    while i < text.len() {
        let words = WORDS.get(&text[i]).map_or(&[][..], Vec::as_slice);
        let Some(word) = words.iter().find(|word| text[i..].starts_with(word)) else {
            i += 1;
            continue;
        };
        starts[i] = true;
        ends[i + word.len()] = true;
        inside[i + 1..i + word.len()].fill(true);
        i += word.len();
    }
    (starts, ends, inside)
}

/// Characters that may not begin a line.
pub(super) fn may_not_start(c: char) -> bool {
    "ー・、。，．）」』】〕〉》］｝ッャュョァィゥェォっゃゅょぁぃぅぇぉ々)]},.:;-‐–!?！？：；…‥".contains(c)
}

/// Characters that may not end a line.
pub(super) fn may_not_end(c: char) -> bool {
    "（「『【〔〈《［｛([{".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_list_holds_words() {
        let words: Vec<&Vec<char>> = WORDS.values().flatten().collect();
        assert!(words.len() > 200);
        assert!(words.iter().all(|word| word.len() > 1));
        assert!(WORDS.values().all(|same| same.windows(2).all(|pair| pair[0] != pair[1])), "each word stands once");
    }
}
