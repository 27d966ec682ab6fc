//! References from clause to clause within the regulation: 前条, 第3条第1項, 前各号.

use std::collections::BTreeMap;

use super::outline::{Outline, SentenceKind, Zone};
use super::register::Register;
use crate::graph::{Basis, NodeId, Relation};
use crate::regulation::{Level, Pointer, Which, find_pointers};

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
    /// Articles in order: number, index.
    articles: Vec<(Vec<u32>, usize)>,
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
                targets.articles.push((number.0.clone(), index));
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

    fn article(&self, number: &[u32]) -> Option<usize> {
        self.articles.iter().find(|(known, _)| known == number).map(|(_, index)| *index)
    }

    /// So many articles right before one, in order.
    fn articles_before(&self, article: usize, count: u32) -> Vec<usize> {
        let position = self.articles.iter().position(|(_, index)| *index == article).unwrap_or(0);
        let first = position.saturating_sub(count as usize);
        self.articles[first..position].iter().map(|(_, index)| *index).collect()
    }

    /// The articles between two, these aside, in order.
    fn articles_between(&self, first: usize, last: usize) -> Vec<usize> {
        let place = |article: usize| self.articles.iter().position(|(_, index)| *index == article);
        let (Some(first), Some(last)) = (place(first), place(last)) else { return Vec::new() };
        self.articles.get(first + 1..last).unwrap_or_default().iter().map(|(_, index)| *index).collect()
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
    let place = &outline.clauses[clause];
    let mut found = Vec::new();
    // The article and the end of 「第一条」 where 「から」 stands behind it.
    let mut from: Option<(usize, usize)> = None;
    for Pointer { range, level, which, paragraph } in find_pointers(normal) {
        if is_foreign(&normal[..range.start]) {
            continue;
        }
        // 「第一条から第三条まで」: those between as well.
        let until = from.take().filter(|(_, end)| *end == range.start && normal[range.end..].starts_with("まで"));
        if let (Level::Article, Which::Numbered(number)) = (level, &which) {
            let article = targets.article(number);
            if let (Some((first, _)), Some(last)) = (until, article) {
                let between = targets.articles_between(first, last);
                let clauses: Vec<NodeId> = between.into_iter().filter_map(|at| targets.clause(at, None)).collect();
                found.push((range.clone(), clauses));
            }
            let behind = normal[range.end..].starts_with("から");
            from = article.filter(|_| behind).map(|article| (article, range.end + "から".len()));
        }
        let to: Vec<NodeId> = match (level, &which) {
            (Level::Article, Which::Numbered(number)) => {
                targets.article(number).and_then(|article| targets.clause(article, paragraph)).into_iter().collect()
            }
            (Level::Article, Which::Preceding(count)) => {
                let before = targets.articles_before(place.article, *count);
                before.iter().filter_map(|article| targets.clause(*article, paragraph)).collect()
            }
            (Level::Paragraph, Which::Numbered(number)) => {
                targets.clause(place.article, number.first().copied()).into_iter().collect()
            }
            (Level::Paragraph, Which::Preceding(_) | Which::AllPreceding) => {
                let count = if let Which::Preceding(count) = which { count } else { place.paragraph };
                let first = place.paragraph.saturating_sub(count).max(1);
                (first..place.paragraph).filter_map(|number| targets.clause(place.article, Some(number))).collect()
            }
            (Level::Item, Which::Preceding(_) | Which::AllPreceding) => {
                let Some((list, position)) = targets.in_list.get(&clause) else { continue };
                let from =
                    if let Which::Preceding(count) = which { position.saturating_sub(count as usize) } else { 0 };
                let before = &targets.lists[*list][from..*position];
                before.iter().map(|clause| outline.clauses[*clause].id.clone()).collect()
            }
            // 同条 and a bare 第三号 are not followed.
            _ => continue,
        };
        if !to.is_empty() {
            found.push((range, to));
        }
    }
    found
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
    }
}
