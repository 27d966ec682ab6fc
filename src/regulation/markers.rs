//! What stands at the beginning of a line: numbers of articles, paragraphs and items, headings of divisions, supplements.
//!
//! All functions take normalised text (half-width digits and brackets).

use super::brackets::find_brackets;
use super::document::{ArticleNumber, DivisionKind, ItemLabel, LabelStyle};
use super::numerals::{is_number_char, leading_number};

/// A number of an article at the beginning of a line, and how much of the line it takes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ArticleMark {
    pub number: ArticleNumber,
    /// The last number of a range (第3条から第5条まで).
    pub last: Option<ArticleNumber>,
    /// Range of a caption in brackets right behind the number, brackets included.
    pub caption: Option<std::ops::Range<usize>>,
    /// Where the text begins.
    pub rest: usize,
}

/// 第17条の2, with what may follow it when it opens an article: the end, white space, or a caption in brackets.
pub(super) fn article_mark(line: &str) -> Option<ArticleMark> {
    let (number, mut at) = article_number(line)?;
    let mut last = None;
    for joint in ["及び", "から"] {
        if let Some(rest) = line[at..].strip_prefix(joint)
            && let Some((number, length)) = article_number(rest)
        {
            let end = at + joint.len() + length;
            let tail = line[end..].strip_prefix("まで").unwrap_or(&line[end..]);
            if tail.trim().starts_with("削除") {
                last = Some(number);
                at = line.len() - tail.len();
            }
        }
    }
    let rest = &line[at..];
    if rest.is_empty() || rest.starts_with(' ') {
        let text = at + (rest.len() - rest.trim_start().len());
        return Some(ArticleMark { number, last, caption: None, rest: text });
    }
    let brackets = if rest.starts_with('(') { find_brackets(rest) } else { Vec::new() };
    let bracket = brackets.into_iter().next().filter(|bracket| bracket.start == 0)?;
    let behind = &rest[bracket.end..];
    (behind.is_empty() || behind.starts_with(' ')).then(|| ArticleMark {
        number,
        last,
        caption: Some(at..at + bracket.end),
        rest: line.len() - behind.trim_start().len(),
    })
}

/// 第17条の2 at the beginning of `text`, and the bytes it takes.
pub(super) fn article_number(text: &str) -> Option<(ArticleNumber, usize)> {
    let rest = text.strip_prefix('第')?;
    let (number, length) = leading_number(rest)?;
    let rest = rest[length..].strip_prefix('条')?;
    let mut numbers = vec![number];
    let mut at = text.len() - rest.len();
    while let Some(branch) = text[at..].strip_prefix('の') {
        let Some((number, length)) = leading_number(branch) else { break };
        numbers.push(number);
        at += 'の'.len_utf8() + length;
    }
    Some((ArticleNumber(numbers), at))
}

/// A heading 第2節 事務局, and where its title begins. The branch number of 第2節の2 is passed over.
pub(super) fn division_mark(line: &str) -> Option<(DivisionKind, usize)> {
    let rest = line.strip_prefix('第')?;
    let (_, length) = leading_number(rest)?;
    let rest = &rest[length..];
    let kind = DivisionKind::from_kanji(rest.get(..3)?)?;
    let mut rest = &rest[3..];
    while let Some(branch) = rest.strip_prefix('の') {
        let Some((_, length)) = leading_number(branch) else { break };
        rest = &branch[length..];
    }
    (rest.is_empty() || rest.starts_with(' ')).then(|| (kind, line.len() - rest.trim_start().len()))
}

/// A number of a paragraph: digits, then white space or the end.
pub(super) fn paragraph_mark(line: &str) -> Option<(u32, usize)> {
    let end = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let rest = &line[end..];
    if end == 0 || end > 3 || !(rest.is_empty() || rest.starts_with(' ')) {
        return None;
    }
    Some((line[..end].parse().ok()?, line.len() - rest.trim_start().len()))
}

/// A number of an item, and where its text begins.
pub(super) fn item_mark(line: &str) -> Option<(ItemLabel, usize)> {
    parenthesised_mark(line).or_else(|| kanji_mark(line)).or_else(|| kana_mark(line))
}

/// (1), (一), (ア). White space behind it is optional.
fn parenthesised_mark(line: &str) -> Option<(ItemLabel, usize)> {
    let inside = line.strip_prefix('(')?;
    let close = inside.find(')')?;
    let content = inside[..close].trim();
    let rest = &inside[close + 1..];
    let (style, numbers) = if let Some((number, length)) = leading_number(content) {
        let numbers = branches(number, &content[length..])?;
        let ascii = content.starts_with(|c: char| c.is_ascii_digit());
        (if ascii { LabelStyle::Parenthesised } else { LabelStyle::ParenthesisedKanji }, numbers)
    } else {
        let mut chars = content.chars();
        let (first, None) = (chars.next()?, chars.next()) else { return None };
        (LabelStyle::ParenthesisedKana, vec![kana_position(first, GOJUON)?])
    };
    let label = ItemLabel { style, numbers, written: format!("({content})") };
    Some((label, line.len() - rest.trim_start().len()))
}

/// 一, 十二, 三の二, then white space or the end.
fn kanji_mark(line: &str) -> Option<(ItemLabel, usize)> {
    let end = line.find([' ', '、']).unwrap_or(line.len());
    let mut written = &line[..end];
    let (number, length) = leading_number(written)?;
    if written.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // 「六十九及び七十 削除」: the list goes on behind the last number of the range.
    if line[end..].trim_start().starts_with("削除")
        && let Some(last) = ["及び", "から"].iter().find_map(|joint| written[length..].strip_prefix(joint))
    {
        written = last.trim_end_matches("まで");
    }
    let (number, length) = if written.len() == end { (number, length) } else { leading_number(written)? };
    let numbers = branches(number, &written[length..])?;
    let rest = line[end..].trim_start_matches('、').trim_start();
    let label = ItemLabel { style: LabelStyle::Kanji, numbers, written: written.to_owned() };
    Some((label, line.len() - rest.len()))
}

const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
const GOJUON: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

/// イ or ア, then white space. Both orders are tried; the caller knows which list it is in.
fn kana_mark(line: &str) -> Option<(ItemLabel, usize)> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    if !rest.starts_with(' ') {
        return None;
    }
    let (style, position) = match (kana_position(first, GOJUON), kana_position(first, IROHA)) {
        // ア opens the one order, イ the other; later letters are told apart by the list they are in.
        (Some(1), _) => (LabelStyle::Gojuon, 1),
        (_, Some(position)) => (LabelStyle::Iroha, position),
        (Some(position), None) => (LabelStyle::Gojuon, position),
        (None, None) => return None,
    };
    let label = ItemLabel { style, numbers: vec![position], written: first.to_string() };
    Some((label, line.len() - rest.trim_start().len()))
}

/// The same label read in the other order of kana: イ is the second of アイウ.
pub(super) fn as_gojuon(label: &ItemLabel) -> Option<ItemLabel> {
    let first = label.written.chars().next()?;
    Some(ItemLabel { style: LabelStyle::Gojuon, numbers: vec![kana_position(first, GOJUON)?], ..label.clone() })
}

fn kana_position(c: char, order: &str) -> Option<u32> {
    order.chars().position(|kana| kana == c).map(|position| position as u32 + 1)
}

/// The branch numbers behind a number: の二, の二の三.
fn branches(number: u32, mut rest: &str) -> Option<Vec<u32>> {
    let mut numbers = vec![number];
    while !rest.is_empty() {
        let (branch, length) = leading_number(rest.strip_prefix('の')?)?;
        numbers.push(branch);
        rest = &rest['の'.len_utf8() + length..];
    }
    Some(numbers)
}

/// Whether a line is only a number of an article, paragraph or item, its text standing below.
pub(super) fn is_number_alone(line: &str) -> bool {
    let bracketed = parenthesised_mark(line).is_some_and(|(_, rest)| rest == line.len());
    let bare = !line.is_empty() && line.chars().count() <= 6 && line.chars().all(|c| is_number_char(c) || c == 'の');
    bare || bracketed
}

/// 附則 with or without spaces, and where the text behind it begins.
pub(super) fn supplement_mark(line: &str) -> Option<usize> {
    let mut letters = line.char_indices().filter(|(_, c)| *c != ' ');
    let (Some((0, '附')), Some((at, '則'))) = (letters.next(), letters.next()) else { return None };
    let end = at + '則'.len_utf8();
    let rest = &line[end..];
    (rest.is_empty() || rest.starts_with([' ', '('])).then_some(end)
}

/// 別表, 別表第2, 様式第1号, 別記, 別図 at the beginning of a heading line.
pub(super) fn is_appendix_mark(line: &str) -> bool {
    let rest = ["別表", "別記", "別図", "様式"].iter().find_map(|word| line.strip_prefix(word));
    rest.is_some_and(|rest| {
        let rest = rest.trim_start_matches('第');
        let end = rest.find(|c: char| !is_number_char(c)).unwrap_or(rest.len());
        let tail = rest[end..].trim_start_matches('号');
        (tail.is_empty() || tail.starts_with([' ', '('])) && !line.contains('。')
    })
}

/// Whether brackets enclose the whole line.
pub(super) fn is_bracketed(line: &str) -> bool {
    line.starts_with('(')
        && line.ends_with(')')
        && find_brackets(line).first().is_some_and(|bracket| bracket.range() == (0..line.len()))
}

/// Whether a line opens an article or a numbered paragraph: then a bracketed line above it is its caption.
pub(super) fn opens_provision(normal: &str) -> bool {
    article_mark(normal).is_some() || paragraph_mark(normal).is_some_and(|(_, rest)| normal[rest..].ends_with('。'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_open_or_are_only_mentioned() {
        let mark = article_mark("第17条の2 甲室に長を置く。").unwrap();
        assert_eq!((mark.number.to_string().as_str(), mark.rest), ("第17条の2", "第17条の2 ".len()));
        let mark = article_mark("第三条(甲課) 甲課は、").unwrap();
        assert_eq!(mark.number, ArticleNumber(vec![3]));
        assert_eq!(mark.caption, Some("第三条".len().."第三条(甲課)".len()));
        assert_eq!(article_mark("第三条及び第四条 削除").unwrap().last, Some(ArticleNumber(vec![4])));
        assert_eq!(article_mark("第三条の規定により、"), None);
        assert_eq!(article_mark("第三条(甲を除く。)に定める"), None);
    }

    #[test]
    fn items_of_every_style() {
        let mark = |line| item_mark(line).map(|(label, rest)| (label.style, label.numbers, &line[rest..]));
        assert_eq!(mark("(12) 甲"), Some((LabelStyle::Parenthesised, vec![12], "甲")));
        assert_eq!(mark("三の二 甲"), Some((LabelStyle::Kanji, vec![3, 2], "甲")));
        assert_eq!(mark("イ 甲"), Some((LabelStyle::Iroha, vec![1], "甲")));
        assert_eq!(mark("ア 甲"), Some((LabelStyle::Gojuon, vec![1], "甲")));
        assert_eq!(mark("(ア)甲"), Some((LabelStyle::ParenthesisedKana, vec![1], "甲")));
        assert_eq!(mark("五から七まで 削除"), Some((LabelStyle::Kanji, vec![7], "削除")));
        assert_eq!(mark("一般事務 甲"), None);
        assert_eq!(mark("(総務)甲"), None);
        assert_eq!(mark("12 甲"), None);
    }

    #[test]
    fn headings() {
        assert_eq!(division_mark("第2節 事務局").map(|(kind, _)| kind), Some(DivisionKind::Section));
        assert_eq!(division_mark("第2節に定める"), None);
        assert_eq!(supplement_mark("附 則(平成5年)"), Some("附 則".len()));
        assert_eq!(supplement_mark("附則第三条"), None);
        assert!(is_appendix_mark("別表第2(第3条関係)") && !is_appendix_mark("別表第2の適用を受ける者"));
        assert!(is_bracketed("(甲(乙))") && !is_bracketed("(甲)(乙)"));
        assert_eq!(paragraph_mark("2 甲"), Some((2, 2)));
        assert_eq!(paragraph_mark("2人"), None);
    }
}
