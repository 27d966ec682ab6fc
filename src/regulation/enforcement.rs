//! From when the rules of a supplement are in force.

use std::ops::Range;

use super::dates::{CalendarDate, find_dates};
use super::document::{Block, Item, Supplement};
use super::sentences::sentences;
use super::text::Text;

/// From when a rule is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EnforcementDay {
    /// A day of the calendar.
    On(CalendarDate),
    /// The day of promulgation (公布の日), which the text itself does not give.
    Promulgation,
    /// A day that another instrument sets (別に定める日, 法律の施行の日).
    SetElsewhere,
}

/// A statement of when a supplement's rules enter into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enforcement {
    /// From when.
    pub day: EnforcementDay,
    /// The sentence that says so, in the source.
    pub span: Range<usize>,
}

impl Supplement {
    /// What the supplement says of the days from which its rules are in force, in the order of the text. One sentence may
    /// name several days: 「第3条の改正規定は4月1日から、その他の規定は同年6月1日から施行する。」
    pub fn enforcement(&self) -> Vec<Enforcement> {
        let mut found = Vec::new();
        for paragraph in self.articles.iter().flat_map(|article| &article.paragraphs) {
            let lead = paragraph.lead.normal();
            read(&paragraph.lead, &mut found);
            // 「次の各号に掲げる規定は、当該各号に定める日から施行する。」
            let in_items = lead.contains("当該各号に定める日から施行");
            for block in &paragraph.blocks {
                match block {
                    Block::List(items) if in_items => days_of_items(items, &mut found),
                    Block::Entry(entry) => read(&entry.text, &mut found),
                    Block::List(_) | Block::Table(_) => {}
                }
            }
        }
        found
    }
}

/// The days that end the items of a list: 「一 第三条の規定 令和5年4月1日」.
fn days_of_items(items: &[Item], found: &mut Vec<Enforcement>) {
    for item in items {
        let text = item.text.normal();
        let last = find_dates(text).pop().filter(|(range, _)| text[range.end..].trim_matches(['。', ' ']).is_empty());
        if let Some((_, date)) = last {
            found.push(Enforcement { day: EnforcementDay::On(date), span: item.text.span() });
        }
    }
}

/// The days in the sentences of a text that say from when something is in force.
fn read(text: &Text, found: &mut Vec<Enforcement>) {
    let normal = text.normal();
    for sentence in sentences(normal) {
        let words = &normal[sentence.clone()];
        if !words.contains("施行する") || words.contains("当該各号に定める日") {
            continue;
        }
        let begins = |behind: &str| {
            let behind = behind.trim_start_matches(')');
            behind.starts_with("から") || behind.starts_with("より")
        };
        let mut days: Vec<(usize, EnforcementDay)> = find_dates(words)
            .into_iter()
            .filter(|(range, _)| begins(&words[range.end..]))
            .map(|(range, date)| (range.start, EnforcementDay::On(date)))
            .collect();
        let promulgated = words.match_indices("公布の日").filter(|(at, day)| {
            let behind = &words[at + day.len()..];
            begins(behind) && !behind.contains("起算して")
        });
        days.extend(promulgated.map(|(at, _)| (at, EnforcementDay::Promulgation)));
        if days.is_empty() && ["日から施行する", "日より施行する"].iter().any(|end| words.contains(end)) {
            days.push((0, EnforcementDay::SetElsewhere));
        }
        days.sort_unstable();
        let span = text.source_range(sentence);
        found.extend(days.into_iter().map(|(_, day)| Enforcement { day, span: span.clone() }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(supplement: &str) -> Vec<String> {
        let source = format!("甲市組織規則\n第1条 市に総務課を置く。\n\n附 則\n{supplement}\n");
        let (document, _) = crate::regulation::read_text(source);
        let [supplement] = &document.supplements[..] else { panic!("one supplement") };
        let day = |found: Enforcement| match found.day {
            EnforcementDay::On(date) => date.to_string(),
            other => format!("{other:?}"),
        };
        supplement.enforcement().into_iter().map(day).collect()
    }

    #[test]
    fn days_of_supplements() {
        assert_eq!(days("この規則は、平成27年4月1日から施行する。"), ["2015-04-01"]);
        assert_eq!(days("この規則は、公布の日から施行する。"), ["Promulgation"]);
        assert_eq!(days("この政令は、法の施行の日(平成十三年一月六日)から施行する。"), ["2001-01-06"]);
        assert_eq!(
            days("この規則中第2条の改正規定は令和5年5月29日から、第3条の改正規定は同年6月1日から施行する。"),
            ["2023-05-29", "2023-06-01"]
        );
        assert_eq!(
            days("この条例は、公布の日から起算して三月を超えない範囲内において規則で定める日から施行する。"),
            ["SetElsewhere"]
        );
        assert_eq!(
            days("1 この規則は、令和2年4月1日から施行する。\n2 令和2年3月31日に在職する者は、なお従前の例による。"),
            ["2020-04-01"]
        );
        assert_eq!(
            days(
                "この規則は、次の各号に掲げる規定について、当該各号に定める日から施行する。\n一 第一条の規定 令和3年4月1日\n二 第二条の規定 令和3年7月1日"
            ),
            ["2021-04-01", "2021-07-01"]
        );
    }
}
