//! Numbers as regulations write them: 12, １２, 十二, 百二十三, 一〇二.

/// Reads a whole number in ASCII digits, in positional kanji (一〇二) or in kanji with units (百二十三). Full-width
/// digits are expected to be normalised already. `None` for anything else, and for what exceeds `u32`.
pub fn parse_number(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let digits: Option<Vec<u32>> = text.chars().map(kanji_digit).collect();
    if let Some(digits) = digits {
        return digits.into_iter().try_fold(0u32, |sum, digit| sum.checked_mul(10)?.checked_add(digit));
    }
    let (mut total, mut section, mut digit) = (0u32, 0u32, None);
    let mut last_unit = u32::MAX;
    for c in text.chars() {
        if let Some(value) = kanji_digit(c) {
            if digit.replace(value).is_some() {
                return None;
            }
            continue;
        }
        if c == '万' {
            total = section.checked_add(digit.take().unwrap_or(0))?.checked_mul(10_000)?;
            (section, last_unit) = (0, u32::MAX);
            continue;
        }
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => return None,
        };
        if unit >= last_unit {
            return None;
        }
        last_unit = unit;
        section = section.checked_add(digit.take().unwrap_or(1).checked_mul(unit)?)?;
    }
    total.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

/// The value of a kanji digit.
fn kanji_digit(c: char) -> Option<u32> {
    match c {
        '〇' | '零' => Some(0),
        _ => "一二三四五六七八九".chars().position(|digit| digit == c).map(|position| position as u32 + 1),
    }
}

/// Whether a character can be part of a number.
pub(super) fn is_number_char(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '十' | '百' | '千' | '〇' | '零') || kanji_digit(c).is_some()
}

/// Splits a number off the front of `text`: its value and the number of bytes it takes.
pub(super) fn leading_number(text: &str) -> Option<(u32, usize)> {
    let end = text.find(|c: char| !is_number_char(c)).unwrap_or(text.len());
    parse_number(&text[..end]).map(|number| (number, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (text, number) in [
            ("12", 12),
            ("一", 1),
            ("十", 10),
            ("十一", 11),
            ("二十", 20),
            ("百二十三", 123),
            ("一〇二", 102),
            ("千二", 1002),
            ("三百五", 305),
            ("一万二千", 12_000),
        ] {
            assert_eq!(parse_number(text), Some(number), "{text}");
        }
        for text in ["", "条", "十百", "一二百", "99999999999", "1二"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
        assert_eq!(leading_number("十七条"), Some((17, 6)));
        assert_eq!(leading_number("条"), None);
    }

    /// Writes a number below 10,000 in kanji with units, the way statutes do.
    fn in_kanji(number: u32) -> String {
        let mut text = String::new();
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10;
            if digit > 1 || (digit == 1 && unit == 1) {
                text.push("一二三四五六七八九".chars().nth(digit as usize - 1).unwrap());
            }
            if digit > 0 {
                text.push_str(name);
            }
        }
        text
    }

    #[test]
    fn every_number_below_ten_thousand_reads_back() {
        for number in 1..10_000 {
            assert_eq!(parse_number(&in_kanji(number)), Some(number));
        }
    }
}
