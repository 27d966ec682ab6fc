//! References from clause to clause within the regulation and between the instruments of one body: 前条, 第3条第1項, 前各号.

use std::collections::BTreeMap;
use std::ops::Range;

use super::instruments::{InstrumentNames, Whose};
use super::outline::{Outline, SentenceKind, Zone};
use super::register::Register;
use super::terms::Definition;
use crate::graph::{Basis, NodeId, Relation};
use crate::regulation::{Level, Pointer, Which, find_brackets, find_pointers};

/// Enters the references of the main provisions. A reference into an instrument that is not read gives no edge. Returns the
/// references to clauses that the text does not have: sentence and range in its text.
pub(crate) fn compile(register: &mut Register<'_>, definitions: &[Definition]) -> Vec<(usize, Range<usize>)> {
    let mut dangling = Vec::new();
    let names = InstrumentNames::new(register.outline.document, definitions);
    let targets = Targets::new(register.outline);
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if sentence.zone != Zone::Main {
            continue;
        }
        let normal = sentence.text.normal();
        let from = register.outline.clause_of(index).id.clone();
        for (range, to) in references(normal, register.outline, sentence.clause, (&names, &targets)) {
            if to.is_empty() {
                // 「地方自治法第二章(第六条を除く。)」: it may be the clause of an instrument that was named before.
                if !names_another(&normal[..range.start], &names, sentence.article) {
                    dangling.push((index, range));
                }
                continue;
            }
            let proof = register.proof(index, &sentence.text, range);
            for to in to {
                if to != from {
                    register.add_edge(from.clone(), to, Relation::RefersTo, Basis::Stated, proof.clone());
                }
            }
        }
    }
    dangling
}

/// Clauses by article, paragraph and item.
struct Targets {
    /// The numbered articles of the main provisions, in order.
    articles: Vec<usize>,
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
            if place.zone == Zone::Main && place.article.number.is_some() {
                targets.articles.push(index);
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

    /// So many articles right before one in its instrument, in order.
    fn articles_before(&self, article: usize, count: u32, outline: &Outline<'_>) -> &[usize] {
        let position = self.articles.partition_point(|index| *index < article);
        let start = outline.instrument_around(article).start;
        let first = self.articles.partition_point(|index| *index < start);
        &self.articles[position.saturating_sub(count as usize).max(first)..position]
    }

    /// The articles between two, these aside, in order.
    fn articles_between(&self, first: usize, last: usize) -> &[usize] {
        let from = self.articles.partition_point(|index| *index <= first);
        let to = self.articles.partition_point(|index| *index < last);
        self.articles.get(from..to).unwrap_or_default()
    }

    /// The clause of a paragraph, or of the article's first one.
    fn clause(&self, article: usize, paragraph: Option<u32>) -> Option<NodeId> {
        match paragraph {
            Some(number) => self.paragraphs.get(&(article, number)).cloned(),
            None => self.paragraphs.range((article, 0)..(article + 1, 0)).next().map(|(_, id)| id.clone()),
        }
    }
}

/// The references in a normalised text, each with the clauses that it means: none where the text does not have them.
fn references(
    normal: &str,
    outline: &Outline<'_>,
    clause: usize,
    (names, targets): (&InstrumentNames<'_>, &Targets),
) -> Vec<(Range<usize>, Vec<NodeId>)> {
    let place = &outline.clauses[clause];
    let mut found = Vec::new();
    // The article and the end of 「第一条」 where 「から」 stands behind it.
    let mut from: Option<(usize, usize)> = None;
    let own = outline.articles[place.article].instrument;
    // Whose clause the last pointer named, where it ended, and the article that it named: at each depth of brackets, as what
    // stands in brackets interrupts a chain and does not end it.
    let mut last_at: Vec<Option<(Whose, usize, Option<usize>)>> = Vec::new();
    let brackets = outermost_first(normal);
    for Pointer { range, level, which, paragraph } in find_pointers(normal) {
        let depth = brackets.iter().filter(|bracket| bracket.contains(&range.start)).count();
        last_at.resize(depth + 1, None);
        let last = &mut last_at[depth];
        // 「組織令第三条及び第四条」: the second one is of the same instrument.
        let carried =
            last.filter(|(_, end, _)| *end <= range.start && joins(&bare(normal, *end..range.start, &brackets)));
        // 「次条第二項」: the article behind this one is not followed.
        if normal[..range.start].ends_with("次条") {
            *last = Some((Whose::Foreign, range.end, None));
            continue;
        }
        let numbered = matches!(which, Which::Numbered(_));
        let whose = match carried {
            Some((whose, ..)) if numbered => whose,
            _ => names.whose(&normal[..range.start], place.article, own),
        };
        let in_article = carried.and_then(|(_, _, article)| article).filter(|_| numbered && level != Level::Article);
        *last = Some((whose, range.end, in_article));
        let Whose::Instrument(instrument) = whose else { continue };
        // 「第一条から第三条まで」: those between as well.
        let until = from.take().filter(|(_, end)| *end == range.start && normal[range.end..].starts_with("まで"));
        let article = match (level, &which) {
            (Level::Article, Which::Numbered(number)) => outline.article_numbered(number, instrument),
            _ => None,
        };
        if level == Level::Article && numbered {
            *last = Some((whose, range.end, article));
            if let (Some((first, _)), Some(last)) = (until, article) {
                let between = targets.articles_between(first, last);
                let clauses: Vec<NodeId> = between.iter().filter_map(|at| targets.clause(*at, None)).collect();
                found.push((range.clone(), clauses));
            }
            let behind = normal[range.end..].starts_with("から");
            from = article.filter(|_| behind).map(|article| (article, range.end + "から".len()));
        }
        let to: Vec<NodeId> = match (level, &which) {
            (Level::Article, Which::Numbered(_)) => {
                article.and_then(|article| targets.clause(article, paragraph)).into_iter().collect()
            }
            (Level::Article, Which::Preceding(count)) => {
                let before = targets.articles_before(place.article, *count, outline);
                before.iter().filter_map(|article| targets.clause(*article, paragraph)).collect()
            }
            // 「第三条第一項及び第二項」: of that article.
            (Level::Paragraph, Which::Numbered(number)) => {
                targets.clause(in_article.unwrap_or(place.article), number.first().copied()).into_iter().collect()
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
        found.push((range, to));
    }
    found
}

/// Whether words name another instrument, or one of its clauses.
fn names_another(before: &str, names: &InstrumentNames<'_>, article: usize) -> bool {
    before
        .match_indices(['第', '('])
        .map(|(at, _)| at)
        .any(|at| matches!(names.whose(&before[..at], article, usize::MAX), Whose::Foreign))
}

/// The ranges of all pairs of round brackets in a text, the outer ones first.
fn outermost_first(text: &str) -> Vec<Range<usize>> {
    let round = find_brackets(text).into_iter().filter(|bracket| bracket.opening == '(');
    round.map(|bracket| bracket.range()).collect()
}

/// The words in a range without what stands in brackets inside it.
fn bare(text: &str, range: Range<usize>, brackets: &[Range<usize>]) -> String {
    let mut words = String::new();
    let mut from = range.start;
    for bracket in brackets.iter().filter(|bracket| range.start <= bracket.start && bracket.end <= range.end) {
        if from <= bracket.start {
            words.push_str(&text[from..bracket.start]);
            from = bracket.end;
        }
    }
    words.push_str(&text[from..range.end]);
    words
}

/// Whether words between two numbers only join them.
fn joins(between: &str) -> bool {
    ["", "、", "及び", "並びに", "又は", "若しくは", "から", "まで及び", "まで、", "まで並びに"].contains(&between)
}
