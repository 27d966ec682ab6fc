//! References from clause to clause within the regulation: 前条, 第3条第1項, 前各号.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::outline::{Outline, SentenceKind, Zone};
use super::register::Register;
use crate::graph::{Basis, NodeId, Relation};
use crate::regulation::parse_number;

/// Enters the references of the main provisions. A reference into another instrument gives no edge.
pub(crate) fn compile(register: &mut Register<'_>) {
    let targets = Targets::new(register.outline);
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if sentence.zone != Zone::Main {
            continue;
        }
        let normal = sentence.text.normal();
        let from = register.outline.clause_of(index).id.clone();
        for (range, to) in references(normal, register.outline, sentence.clause, &targets) {
            let proof = register.proof(index, &sentence.text, range);
            for to in to {
                if to != from {
                    register.add_edge(from.clone(), to, Relation::RefersTo, Basis::Stated, proof.clone());
                }
            }
        }
    }
}

/// Clauses by article, paragraph and item.
struct Targets {
    /// Articles in order: number as text, index.
    articles: Vec<(String, usize)>,
    /// First clause of each paragraph of an article.
    paragraphs: BTreeMap<(usize, u32), NodeId>,
    /// Clauses of the items of a list: those with the same heading or paragraph, in order.
    lists: Vec<Vec<usize>>,
    /// The list of each clause that is an item, and its place in it.
    in_list: BTreeMap<usize, (usize, usize)>,
}

impl Targets {
    fn new(outline: &Outline<'_>) -> Self {
        let mut targets =
            Self { articles: Vec::new(), paragraphs: BTreeMap::new(), lists: Vec::new(), in_list: BTreeMap::new() };
        for (index, place) in outline.articles.iter().enumerate() {
            if let (Zone::Main, Some(number)) = (place.zone, &place.article.number) {
                targets.articles.push((number.to_string(), index));
            }
        }
        let mut last_opener = None;
        for sentence in &outline.sentences {
            let clause = &outline.clauses[sentence.clause];
            if sentence.kind == SentenceKind::Lead {
                targets.paragraphs.entry((clause.article, clause.paragraph)).or_insert_with(|| clause.id.clone());
            }
            if sentence.item.as_ref().is_some_and(|item| item.depth == 0 && item.first) {
                let opener = (sentence.article, sentence.heading, sentence.chapeau);
                if last_opener != Some(opener) {
                    targets.lists.push(Vec::new());
                    last_opener = Some(opener);
                }
                let list = targets.lists.len() - 1;
                targets.in_list.insert(sentence.clause, (list, targets.lists[list].len()));
                targets.lists[list].push(sentence.clause);
            }
        }
        targets
    }

    fn article(&self, number: &str) -> Option<usize> {
        self.articles.iter().find(|(known, _)| known == number).map(|(_, index)| *index)
    }

    fn article_before(&self, article: usize) -> Option<usize> {
        let position = self.articles.iter().position(|(_, index)| *index == article)?;
        self.articles.get(position.checked_sub(1)?).map(|(_, index)| *index)
    }

    /// The clause of a paragraph, or of the article's first one.
    fn clause(&self, article: usize, paragraph: Option<u32>) -> Option<NodeId> {
        match paragraph {
            Some(number) => self.paragraphs.get(&(article, number)).cloned(),
            None => self.paragraphs.range((article, 0)..(article + 1, 0)).next().map(|(_, id)| id.clone()),
        }
    }
}

/// The references in a normalised text, each with the clauses that it means.
fn references(
    normal: &str,
    outline: &Outline<'_>,
    clause: usize,
    targets: &Targets,
) -> Vec<(std::ops::Range<usize>, Vec<NodeId>)> {
    static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
        const N: &str = "[0-9〇一二三四五六七八九十百千]+";
        Regex::new(&format!("(前条|第{N}条(?:の{N})*)(?:第({N})項)?|前({N}|各)?項|前({N}|各)?号|第({N})項"))
            .expect("valid pattern")
    });
    let place = &outline.clauses[clause];
    let mut found = Vec::new();
    for captures in REFERENCE.captures_iter(normal) {
        let range = captures.get(0).expect("group 0 is the match").range();
        if is_foreign(&normal[..range.start]) {
            continue;
        }
        let words = captures.get(0).expect("group 0 is the match").as_str();
        let number = |group: usize| captures.get(group).and_then(|m| parse_number(m.as_str()));
        let mut to = Vec::new();
        if let Some(article) = captures.get(1) {
            let article = match article.as_str() {
                "前条" => targets.article_before(place.article),
                written => targets.article(&arabic(written)),
            };
            to.extend(article.and_then(|article| targets.clause(article, number(2))));
        } else if words.ends_with('項') && words.starts_with('前') {
            let count = match captures.get(3).map(|m| m.as_str()) {
                None => 1,
                Some("各") => place.paragraph.saturating_sub(1),
                Some(_) => number(3).unwrap_or(0),
            };
            let first = place.paragraph.saturating_sub(count).max(1);
            to.extend((first..place.paragraph).filter_map(|number| targets.clause(place.article, Some(number))));
        } else if words.ends_with('号') {
            let Some((list, position)) = targets.in_list.get(&clause) else { continue };
            let count = match captures.get(4).map(|m| m.as_str()) {
                None => 1,
                Some("各") => *position,
                Some(_) => number(4).unwrap_or(0) as usize,
            };
            let from = position.saturating_sub(count);
            to.extend(targets.lists[*list][from..*position].iter().map(|clause| outline.clauses[*clause].id.clone()));
        } else {
            to.extend(number(5).and_then(|number| targets.clause(place.article, Some(number))));
        }
        if !to.is_empty() {
            found.push((range, to));
        }
    }
    found
}

/// 第十七条の二 as 第17条の2.
fn arabic(written: &str) -> String {
    let mut parts = written.trim_start_matches('第').splitn(2, '条');
    let number = parts.next().and_then(parse_number).unwrap_or(0);
    let branches = parts.next().unwrap_or_default().split('の').filter_map(parse_number);
    branches.fold(format!("第{number}条"), |text, branch| format!("{text}の{branch}"))
}

/// Whether the words in front of a number name another instrument: 地方自治法（昭和22年法律第67号）第3条, 同法第2条, 附則第3条.
fn is_foreign(before: &str) -> bool {
    let mut before = before.trim_end();
    if before.ends_with(')') {
        let bracket = crate::regulation::outermost_brackets(before).pop().filter(|range| range.end == before.len());
        before = bracket.map_or(before, |range| before[..range.start].trim_end());
    }
    ["法", "令", "規則", "規程", "条例", "条約", "憲章", "附則", "別表", "細則", "要綱", "訓令", "告示", "協定"]
        .iter()
        .any(|word| before.ends_with(word))
        && !["この規程", "この規則", "この政令", "この省令", "この条例", "この府令", "この訓令", "この法律"]
            .iter()
            .any(|own| before.ends_with(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_into_other_instruments() {
        for before in ["地方自治法", "甲法(平成5年法律第3号)", "同法", "附則"] {
            assert!(is_foreign(before), "{before}");
        }
        for before in ["", "この規則", "又は", "甲課(乙)"] {
            assert!(!is_foreign(before), "{before}");
        }
        assert_eq!(arabic("第十七条の二"), "第17条の2");
    }
}
