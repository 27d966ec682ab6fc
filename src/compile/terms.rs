//! Defined terms: （以下「X」という。） and 「X」とは、…をいう。

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::kinds::{Kinds, NameClass};
use super::lists::Joint;
use super::outline::Outline;
use super::patterns;
use super::register::{Proof, Register};
use super::resolve::UnitName;
use crate::regulation::{DivisionKind, Text, find_brackets};

/// A defined term.
#[derive(Debug, Clone)]
pub(crate) struct Definition {
    /// The term.
    pub term: String,
    /// What it stands for, brackets cut out: the words in front of the brackets, as far as they may reach; or the whole
    /// definition.
    pub meaning: Text,
    /// The sentence that defines it.
    pub sentence: usize,
    /// Range of the defining words in the sentence's text.
    pub range: Range<usize>,
    /// Whether the term stands for all members of the list in front of it (と総称する, 以下これらを「X」という).
    pub collective: bool,
    /// Whether the meaning is given in whole (とは…をいう).
    pub whole: bool,
    /// The articles in which the term has this meaning: 「以下この節において」; else all.
    pub articles: Range<usize>,
}

/// All definitions of a document, in the order of the text.
pub(crate) fn collect(outline: &Outline<'_>) -> Vec<Definition> {
    static SHORT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"以下(?:、)?[^「」。]*「([^「」]+)」と(いう|総称する|称する|総称|いい)").expect("valid pattern")
    });
    static MEANS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"「([^「」]+)」とは、(.+)(?:をいう。|をいう)$").expect("valid pattern"));
    let mut found = Vec::new();
    for (index, sentence) in outline.sentences.iter().enumerate() {
        let normal = sentence.text.normal();
        if !normal.contains('「') {
            continue;
        }
        let brackets = find_brackets(normal);
        for bracket in brackets.iter().filter(|bracket| bracket.opening == '(') {
            let inside = &normal[bracket.inside()];
            for captures in SHORT.captures_iter(inside) {
                let at = bracket.inside().start + captures.get(0).expect("group 0 is the match").start();
                // A term defined in brackets within these belongs to those.
                let innermost = brackets.iter().rfind(|b| b.opening == '(' && b.range().contains(&at));
                if innermost.is_some_and(|innermost| innermost != bracket) {
                    continue;
                }
                let around =
                    brackets.iter().rev().find(|b| b.opening == '(' && b.start < bracket.start && b.end >= bracket.end);
                let from = around.map_or(0, |around| around.inside().start);
                let cut: Vec<Range<usize>> = outer(&brackets, from..bracket.start);
                let mut kept = Vec::new();
                let mut start = from;
                for range in cut {
                    kept.push(start..range.start);
                    start = range.end;
                }
                kept.push(start..bracket.start);
                found.push(Definition {
                    term: captures[1].to_owned(),
                    meaning: sentence.text.keep(&kept),
                    sentence: index,
                    range: from..bracket.end,
                    collective: captures[2].starts_with("総称") || inside.contains("これらを"),
                    whole: false,
                    articles: validity(
                        outline,
                        sentence.article,
                        captures.get(0).expect("group 0 is the match").as_str(),
                    ),
                });
            }
        }
        let bare = sentence.bare.normal();
        if let Some(captures) = patterns::captures(&MEANS, &["」とは、"], bare) {
            let meaning = captures.get(2).expect("group 2 takes part in every match").range();
            found.push(Definition {
                term: captures[1].to_owned(),
                meaning: sentence.bare.slice(meaning),
                sentence: index,
                range: 0..normal.len(),
                collective: true,
                whole: true,
                articles: validity(outline, sentence.article, sentence.bare.normal()),
            });
        }
    }
    found
}

/// The articles in which a term holds that is defined with these words in an article.
fn validity(outline: &Outline<'_>, article: usize, words: &str) -> Range<usize> {
    let here = ["この", "本"].iter().find_map(|this| {
        let (_, rest) = words.split_once(this)?;
        let place = rest.chars().next()?;
        (rest[place.len_utf8()..].starts_with("において") || rest[place.len_utf8()..].starts_with("中"))
            .then_some(place)
    });
    let whole = || outline.instrument_around(article);
    match here {
        Some('条' | '項' | '号') => article..article + 1,
        Some(place) => {
            let kind = DivisionKind::from_kanji(place.encode_utf8(&mut [0; 4]));
            let named = |division: &usize| Some(outline.document.divisions[*division].kind) == kind;
            let division = outline.divisions_around(article).find(named);
            division.map_or_else(whole, |division| outline.articles_in(division))
        }
        None => whole(),
    }
}

/// A short name of a unit with what it is short for.
#[derive(Debug)]
pub(crate) struct ShortName {
    term: String,
    full: String,
    sentence: usize,
    articles: Range<usize>,
}

/// The definitions by which a short name may stand for one unit, whether or not that unit is known yet.
pub(crate) fn short_names(kinds: &Kinds, definitions: &[Definition]) -> Vec<ShortName> {
    let short_name = |definition: &Definition| {
        let meaning = definition.meaning.normal().trim_end();
        let is_particle = |c: char| matches!(c, 'ぁ'..='ん' | '、' | '。');
        let full = meaning.rfind(is_particle).map_or(meaning, |at| &meaning[at + 'あ'.len_utf8()..]);
        let is_unit = kinds.class_of(full) == Some(NameClass::Unit) && !kinds.is_kind(full);
        (is_unit && !definition.whole && !definition.collective && full != definition.term).then(|| ShortName {
            term: definition.term.clone(),
            full: full.to_owned(),
            sentence: definition.sentence,
            articles: definition.articles.clone(),
        })
    };
    definitions.iter().filter_map(short_name).collect()
}

impl Register<'_> {
    /// The full name of the unit that a short name means in an article, by the last definition that holds there.
    pub(crate) fn in_full(&self, name: &str, article: usize) -> Option<&str> {
        let holds = |short: &&ShortName| {
            short.term == name && short.articles.contains(&article) && self.sentence(short.sentence).article <= article
        };
        self.short_names.iter().rfind(holds).map(|short| short.full.as_str())
    }
}

/// The outermost round brackets within a range.
fn outer(brackets: &[crate::regulation::Bracket], within: Range<usize>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for bracket in brackets.iter().filter(|b| b.opening == '(' && b.start >= within.start && b.end <= within.end) {
        if ranges.last().is_none_or(|last| last.end <= bracket.start) {
            ranges.push(bracket.range());
        }
    }
    ranges
}

/// Makes the terms that stand for units known as their names.
pub(crate) fn name_units<'a>(register: &mut Register<'_>, definitions: impl IntoIterator<Item = &'a Definition>) {
    for definition in definitions {
        let (members, texts) = trailing_units(register, definition);
        let Some(last) = members.last().copied() else { continue };
        let text = &register.sentence(definition.sentence).text;
        let proof = register.proof(definition.sentence, text, definition.range.clone());
        // 「甲センター企画部及び乙センター企画部（以下「センター企画部」という。）」: every member ends in the term.
        let all_end_so = texts.iter().all(|text| text.ends_with(&definition.term));
        if members.len() > 1 && (definition.collective || all_end_so) {
            register.groups.insert(definition.term.clone(), (members, proof));
        } else if !definition.whole || members.len() == 1 {
            name_unit(register, last, &definition.term, &proof);
        }
    }
}

fn name_unit(register: &mut Register<'_>, unit: usize, term: &str, proof: &Proof) {
    register.add_alias(unit, term);
    register.units[unit].proof.add(proof);
}

/// The units that stand at the end of a definition's meaning, in the order of the text, with their written names. Of a
/// definition with とは every member has to be a unit.
fn trailing_units(register: &Register<'_>, definition: &Definition) -> (Vec<usize>, Vec<String>) {
    let meaning = definition.meaning.normal().trim_end();
    let (ranges, joint) = register.split_units(meaning);
    let (mut units, mut texts) = (Vec::new(), Vec::new());
    for range in ranges.into_iter().rev() {
        let member = &meaning[range];
        let Some((unit, name)) = unit_at_end(register, member) else { break };
        let whole = name == member;
        units.push(unit);
        texts.push(name.to_owned());
        // Words in front of the name open the sentence; the list goes no further.
        if !whole || joint == Joint::Or {
            break;
        }
    }
    if definition.whole && units.len() != register.split_units(meaning).0.len() {
        return (Vec::new(), Vec::new());
    }
    units.reverse();
    texts.reverse();
    (units, texts)
}

/// The unit whose name, the longest possible, ends a text.
fn unit_at_end<'t>(register: &Register<'_>, text: &'t str) -> Option<(usize, &'t str)> {
    register.possible_names(text).find_map(|name| match register.resolve_unit(name, None) {
        UnitName::Units(units) if units.len() == 1 => Some((units[0], name)),
        _ => None,
    })
}
