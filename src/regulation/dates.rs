//! Dates of the Japanese calendar: 令和7年4月1日, 平成三十一年三月二十九日, 同年6月1日.

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::numerals::parse_number;

/// A day of the Gregorian calendar. Displays as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate {
    /// Year.
    pub year: u32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day, 1 to 31.
    pub day: u32,
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Eras with their first days; 明治 began to be dated in the Gregorian calendar on 1873-01-01 (太政官布告第337号 of 明治5年).
const ERAS: [(&str, CalendarDate); 5] = [
    ("令和", CalendarDate { year: 2019, month: 5, day: 1 }),
    ("平成", CalendarDate { year: 1989, month: 1, day: 8 }),
    ("昭和", CalendarDate { year: 1926, month: 12, day: 25 }),
    ("大正", CalendarDate { year: 1912, month: 7, day: 30 }),
    ("明治", CalendarDate { year: 1868, month: 1, day: 25 }),
];

/// The dates in a normalised text with their places. 同年 takes the year of the date before it. A date that no calendar has, or
/// that lies before the first day of its era, is left out.
pub fn find_dates(text: &str) -> Vec<(Range<usize>, CalendarDate)> {
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(令和|平成|昭和|大正|明治|同年|西暦)?(元|[0-9〇一二三四五六七八九十百千]+)?年?([0-9一二三四五六七八九十]+)月([0-9一二三四五六七八九十]+)日")
            .expect("valid pattern")
    });
    let mut found: Vec<(Range<usize>, CalendarDate)> = Vec::new();
    for captures in DATE.captures_iter(text) {
        let (Some(month), Some(day)) = (parse_number(&captures[3]), parse_number(&captures[4])) else { continue };
        let number = captures.get(2).and_then(|m| if m.as_str() == "元" { Some(1) } else { parse_number(m.as_str()) });
        let era = captures.get(1).map(|m| m.as_str());
        let date = match (era, number) {
            (Some("同年"), None) => found.last().map(|(_, date)| CalendarDate { year: date.year, month, day }),
            (Some("西暦"), Some(year)) => Some(CalendarDate { year, month, day }),
            (Some(era), Some(number)) => ERAS.iter().find(|(name, _)| *name == era).and_then(|(_, first)| {
                let date = CalendarDate { year: first.year + number.checked_sub(1)?, month, day };
                (date >= *first).then_some(date)
            }),
            _ => None,
        };
        if let Some(date) = date.filter(|date| exists(*date)) {
            found.push((captures.get(0).expect("group 0 is the match").range(), date));
        }
    }
    found
}

/// Whether the Gregorian calendar has the day.
fn exists(date: CalendarDate) -> bool {
    let leap = date.year.is_multiple_of(4) && (!date.year.is_multiple_of(100) || date.year.is_multiple_of(400));
    let days = match date.month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&date.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_sentences() {
        let dates = |text| find_dates(text).into_iter().map(|(_, date)| date.to_string()).collect::<Vec<_>>();
        assert_eq!(
            dates("令和5年5月29日から、第3条の改正規定は同年6月1日から施行する。"),
            ["2023-05-29", "2023-06-01"]
        );
        assert_eq!(dates("平成三十一年三月二十九日"), ["2019-03-29"]);
        assert_eq!(dates("令和元年5月1日"), ["2019-05-01"]);
        assert_eq!(dates("令和元年4月30日"), [""; 0]);
        assert_eq!(dates("平成5年2月29日"), [""; 0]);
        assert_eq!(dates("4月1日"), [""; 0]);
    }
}
