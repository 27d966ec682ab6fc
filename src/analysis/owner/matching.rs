//! Comparing words with the texts of duties, without a dictionary of Japanese.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::DutyNode;
use crate::graph::{AuthorityGraph, DutyKind, Label, Node, NodeId, fold_name};

/// What a word is worth if it is found only by all of its parts, or in the name of the unit. Whole in the text is 1.
const BY_PARTS: f64 = 0.8;
const IN_UNIT_NAME: f64 = 0.7;
const IN_NAME_OF_UNIT_ABOVE: f64 = 0.6;
/// What a part is worth whose pairs of characters are all found, but apart.
const BY_PAIRS: f64 = 0.7;
/// A part of which a smaller share of pairs is found does not count.
const LEAST_SHARE_OF_PAIRS: f64 = 0.5;
/// How much of a score depends on the share that the words have in the text.
const DENSITY: f64 = 0.15;
/// The score below which nothing is a hit, as such and as a share of the best.
const LEAST_SCORE: f64 = 0.25;
const LEAST_SHARE_OF_BEST: f64 = 0.6;

/// How a word was found in a duty.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WordMatch {
    /// The word, in the form in which it was compared.
    pub word: String,
    /// Where it was found.
    #[serde(flatten)]
    pub place: MatchPlace,
}

/// Where a word was found. `found` names it in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "found", rename_all = "snake_case")]
pub enum MatchPlace {
    /// As it is in the text of the duty.
    Text,
    /// Its parts (公印 and 管理 of 公印を管理) are in the text, each as it is.
    Parts,
    /// In the name of the duty's unit or of one above it, or in a defined short name.
    UnitName {
        /// The unit.
        unit: NodeId,
    },
    /// Some parts, or some pairs of neighbouring characters.
    Similar,
    /// Only among what the duty excludes: that does not count.
    OnlyInExclusion,
    /// Nowhere.
    Nowhere,
}

/// The words of a query, folded; those without a letter or digit are left out.
pub(super) fn words(query: &str) -> Vec<String> {
    let separators = ['、', '。', '，', '．', ',', '「', '」', '?', '？'];
    let mut words: Vec<String> = Vec::new();
    for word in
        query.split(|c: char| c.is_whitespace() || separators.contains(&c)).map(|word| fold_name(word).into_owned())
    {
        if word.chars().any(char::is_alphanumeric) && !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// The duties that match, and those that only seem to.
pub(super) struct Matches<'a> {
    /// Node, duty, score and how each word was found; best first.
    pub hits: Vec<(&'a Node, &'a crate::graph::Duty, f64, Vec<WordMatch>)>,
    /// Node and the words found only among what it excludes; in the order of the text.
    pub only_in_exclusions: Vec<(&'a Node, Vec<String>)>,
}

/// The texts of all duties of a graph, folded.
pub(super) struct DutyTexts<'a> {
    texts: Vec<DutyText<'a>>,
    /// The folded names of each unit, alone and after the name of a unit above it (個人番号センター企画部).
    unit_names: BTreeMap<&'a NodeId, Vec<String>>,
}

struct DutyText<'a> {
    duty: DutyNode<'a>,
    /// The folded text without its exclusions.
    text: String,
    /// The exclusions taken out of it.
    excluded: Vec<String>,
    /// The units above it, nearest first.
    units: Vec<&'a NodeId>,
}

impl<'a> DutyTexts<'a> {
    pub fn new(graph: &'a AuthorityGraph) -> Self {
        let texts = graph.nodes_with(Label::Duty).filter_map(|node| node.as_duty().map(|duty| (node, duty)));
        let texts = texts.map(|(node, duty)| {
            let (text, excluded) = without_exclusions(&fold_name(&duty.text));
            DutyText { duty: (node, duty), text, excluded, units: graph.enclosing_units(&node.id) }
        });
        let units = graph.nodes_with(Label::Unit).filter_map(|node| node.as_unit().map(|unit| (node, unit)));
        let unit_names = units.map(|(node, unit)| {
            let mut names: Vec<String> =
                std::iter::once(&unit.name).chain(&unit.aliases).map(|name| fold_name(name).into_owned()).collect();
            let above = graph.enclosing_units(&node.id).into_iter().filter_map(|id| graph.node(id));
            let composed: Vec<String> = above.map(|above| fold_name(above.name()).into_owned() + &names[0]).collect();
            names.extend(composed);
            (&node.id, names)
        });
        Self { texts: texts.collect(), unit_names: unit_names.collect() }
    }

    /// The duties that match the words.
    pub fn find(&self, words: &[String]) -> Matches<'a> {
        let words: Vec<Word> = words.iter().map(|word| Word::new(word, &self.texts)).collect();
        let weight: f64 = words.iter().map(|word| word.weight).sum();
        let mut hits = Vec::new();
        let mut only_in_exclusions = Vec::new();
        for text in &self.texts {
            let found: Vec<Found> = words.iter().map(|word| self.look_for(word, text)).collect();
            let mean = words.iter().zip(&found).map(|(word, found)| word.weight * found.value).sum::<f64>() / weight;
            let (node, duty) = text.duty;
            if mean >= LEAST_SCORE {
                let characters: f64 = found.iter().map(|found| found.characters).sum();
                let density = (characters / text.text.chars().count().max(1) as f64).min(1.0);
                let score = (1.0 - DENSITY) * mean * kind_factor(duty.kind) + DENSITY * density;
                let word_match =
                    |(word, found): (&Word, Found)| WordMatch { word: word.folded.to_owned(), place: found.place };
                let matches = words.iter().zip(found).map(word_match).collect();
                hits.push((node, duty, (score * 10_000.0).round() / 10_000.0, matches));
            } else {
                let excluded = words.iter().zip(&found).filter(|(_, found)| found.place == MatchPlace::OnlyInExclusion);
                let excluded: Vec<String> = excluded.map(|(word, _)| word.folded.to_owned()).collect();
                if !excluded.is_empty() {
                    only_in_exclusions.push((node, excluded));
                }
            }
        }
        // A stable sort: equal scores stay in the order of the text.
        hits.sort_by(|a, b| b.2.total_cmp(&a.2));
        let best = hits.first().map_or(0.0, |hit| hit.2);
        hits.retain(|hit| hit.2 >= best * LEAST_SHARE_OF_BEST);
        Matches { hits, only_in_exclusions }
    }

    /// How well a word is found in a duty, and where.
    fn look_for(&self, word: &Word, text: &DutyText<'a>) -> Found {
        if text.text.contains(word.folded) {
            return Found { value: 1.0, characters: word.folded.chars().count() as f64, place: MatchPlace::Text };
        }
        let characters: f64 = word.parts.iter().map(|part| part.share(&text.text) * part.length).sum();
        // Sums of whole numbers: a word all of whose parts are found gives exactly its length.
        if characters >= word.length {
            return Found { value: BY_PARTS, characters, place: MatchPlace::Parts };
        }
        for (distance, unit) in text.units.iter().enumerate() {
            if self.unit_names.get(unit).is_some_and(|names| names.iter().any(|name| name.contains(word.folded))) {
                let value = if distance == 0 { IN_UNIT_NAME } else { IN_NAME_OF_UNIT_ABOVE };
                return Found { value, characters: 0.0, place: MatchPlace::UnitName { unit: (*unit).clone() } };
            }
        }
        if text.excluded.iter().any(|excluded| excluded.contains(word.folded)) {
            return Found { value: 0.0, characters: 0.0, place: MatchPlace::OnlyInExclusion };
        }
        let place = if characters > 0.0 { MatchPlace::Similar } else { MatchPlace::Nowhere };
        Found { value: BY_PARTS * characters / word.length, characters, place }
    }
}

/// How a word was found in a duty.
struct Found {
    /// What that is worth, from 0 to 1.
    value: f64,
    /// Number of characters of the duty's text that it makes up.
    characters: f64,
    place: MatchPlace,
}

/// What a duty's score is multiplied with: those that have no matter of their own stand behind.
fn kind_factor(kind: DutyKind) -> f64 {
    match kind {
        DutyKind::Substantive => 1.0,
        DutyKind::Residual => 0.9,
        DutyKind::Ancillary => 0.6,
    }
}

/// A word of the query.
struct Word<'w> {
    folded: &'w str,
    /// Greater for a word that fewer duties have.
    weight: f64,
    parts: Vec<Part>,
    /// Number of characters of all parts.
    length: f64,
}

impl<'w> Word<'w> {
    fn new(folded: &'w str, texts: &[DutyText]) -> Self {
        let parts: Vec<Part> = parts(folded).into_iter().map(Part::new).collect();
        let duties = texts.iter().filter(|text| text.text.contains(folded)).count();
        Self { folded, weight: rarity(duties, texts.len()), length: parts.iter().map(|part| part.length).sum(), parts }
    }
}

/// A stretch of a word without hiragana.
struct Part {
    text: String,
    /// Number of characters.
    length: f64,
    /// Its pairs of neighbouring characters.
    pairs: Vec<String>,
}

impl Part {
    fn new(text: String) -> Self {
        let characters: Vec<char> = text.chars().collect();
        let pairs = characters.windows(2).map(|pair| pair.iter().collect()).collect();
        Self { pairs, length: characters.len() as f64, text }
    }

    /// How much of the part a text has, from 0 to 1.
    fn share(&self, text: &str) -> f64 {
        if text.contains(&self.text) {
            return 1.0;
        }
        let found = self.pairs.iter().filter(|pair| text.contains(*pair)).count() as f64;
        let share = found / self.pairs.len().max(1) as f64;
        if share >= LEAST_SHARE_OF_PAIRS { BY_PAIRS * share } else { 0.0 }
    }
}

/// How rare something is that `count` of `all` duties have: the logarithm of the inverse share, always above 0.
fn rarity(count: usize, all: usize) -> f64 {
    (1.0 + (all as f64 + 0.5) / (count as f64 + 0.5)).ln()
}

/// The stretches of a word between its hiragana; the word itself if it is all hiragana.
fn parts(word: &str) -> Vec<String> {
    let is_hiragana = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
    let parts: Vec<String> = word.split(is_hiragana).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    if parts.is_empty() { vec![word.to_owned()] } else { parts }
}

/// A folded text without the brackets that exclude something, and those brackets' contents.
///
/// A bracket inside an excluding one goes with it (（甲課（以下「課」という。）の所掌に属するものを除く。）); an excluding one inside
/// another goes alone. A bracket left open ends with the text.
fn without_exclusions(folded: &str) -> (String, Vec<String>) {
    let mut open = vec![String::new()];
    let mut excluded = Vec::new();
    for c in folded.chars() {
        match c {
            '(' => open.push(String::new()),
            ')' if open.len() > 1 => close(&mut open, &mut excluded, ")"),
            _ => open.iter_mut().last().into_iter().for_each(|innermost| innermost.push(c)),
        }
    }
    while open.len() > 1 {
        close(&mut open, &mut excluded, "");
    }
    (open.pop().unwrap_or_default(), excluded)
}

/// Ends the innermost open bracket.
fn close(open: &mut Vec<String>, excluded: &mut Vec<String>, end: &str) {
    let inside = open.pop().unwrap_or_default();
    if inside.contains("除く") {
        excluded.push(inside);
    } else if let Some(outer) = open.last_mut() {
        outer.push('(');
        outer.push_str(&inside);
        outer.push_str(end);
    }
}
