//! Days as people write them: 2026-04-01, 2026/4/1, 令和8年4月1日, R8.4.1.

use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization as _;

use super::table::Value;
use crate::regulation::find_dates;

/// Letters of eras as they stand before a year.
const ERAS: [(&str, &str); 5] = [("R", "令和"), ("H", "平成"), ("S", "昭和"), ("T", "大正"), ("M", "明治")];

/// The day in a cell as YYYY-MM-DD, or nothing where the cell leaves it open.
///
/// # Errors
/// The text, if it is no day of the calendar.
pub(super) fn day(value: &Value) -> Result<Option<String>, String> {
    static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^([RHSTM])?([0-9]{1,4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$").expect("a constant pattern")
    });
    let shown = value.shown();
    let text: String = shown.nfkc().filter(|character| !character.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    if matches!(value, Value::Error(_)) {
        return Err(shown);
    }
    // One reader knows eras and the calendar; the other forms are put into its words.
    let spelled = match NUMBERS.captures(&text) {
        None => text,
        Some(parts) => {
            let era = match parts.get(1) {
                None if parts[2].len() != 4 => return Err(shown),
                None => "西暦",
                Some(letter) => ERAS.iter().find(|(name, _)| *name == letter.as_str()).map_or("", |(_, era)| era),
            };
            let number = |at: usize| parts[at].trim_start_matches('0').to_owned();
            format!("{era}{}年{}月{}日", number(2), number(3), number(4))
        }
    };
    match &find_dates(&spelled)[..] {
        [(range, date)] if range.len() == spelled.len() => Ok(Some(date.to_string())),
        _ => Err(shown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_near_misses() {
        let read = |text: &str| day(&Value::Text(text.to_owned()));
        for text in [
            "2026-04-01",
            "2026/4/1",
            "２０２６年４月１日",
            "令和8年4月1日",
            "令和八年四月一日",
            "R8.4.1",
            " 2026.4.1 ",
        ] {
            assert_eq!(read(text), Ok(Some("2026-04-01".to_owned())), "{text}");
        }
        assert_eq!(read("R1.5.1"), Ok(Some("2019-05-01".to_owned())));
        assert_eq!(read("  "), Ok(None));
        for text in
            ["2026-02-30", "26/4/1", "R0.4.1", "H40.1.1頃", "未定", "2026-13-01", "R1.4.30", "8年4月1日", "2026"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
