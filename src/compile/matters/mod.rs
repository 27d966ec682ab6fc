//! Matters: what duties are about, and which matter lies within which.
//!
//! A duty covers what its words name ([`phrase`]). One matter is within another only where the words say so: 職員の人事の基本的方針
//! within 職員の人事, 西支所に係る文書の発送 within 文書の発送, 施設の管理のうち会館 within 施設の管理. Words that are merely alike say nothing.

mod activities;
mod phrase;

use rustc_hash::{FxHashMap, FxHashSet};

use super::register::{DutyRecord, MatterRecord, Owner, Proof, Register};
use super::terms::Definition;
use crate::graph::{Basis, DutyKind, Matter, NodeId, Relation, Rule};
use crate::regulation::{Bracket, find_brackets, normalize};
use phrase::{MatterWords, is_relative, matters_in};

/// Enters the matters of all duties and what lies within what.
pub(crate) fn compile(register: &mut Register<'_>, definitions: &[Definition]) {
    let short = spelled_out(definitions);
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    let mut found: Vec<Found> = Vec::new();
    let duties = std::mem::take(&mut register.duties);
    for duty in &duties {
        for words in words_of(register, duty, &short) {
            let bound = bound_to(register, duty, &words);
            let key = key_of(&words.segments, bound.as_ref());
            let matter = known.get(&key).copied().unwrap_or_else(|| {
                known.insert(key.clone(), found.len());
                found.push(Found::new(key, words, bound, duty.proof.clone()));
                found.len() - 1
            });
            let to = found[matter].id.clone();
            register.add_edge(duty.id.clone(), to, Relation::Covers, Basis::Stated, duty.proof.clone());
        }
    }
    register.duties = duties;
    let firsts: FxHashSet<&str> = found.iter().filter_map(Found::first).collect();
    for narrow in &found {
        let broader = broader(narrow, &known, &firsts).into_iter().map(|index| &found[index]);
        for broad in broader.filter(|broad| !broad.words.whole) {
            let basis = Basis::Derived { rule: Rule::NarrowerWords };
            register.add_edge(narrow.id.clone(), broad.id.clone(), Relation::Within, basis, narrow.proof.clone());
        }
    }
    register.matters = found.into_iter().map(Found::record).collect();
}

/// A matter that was found.
struct Found {
    /// Object × activity, of whose unit.
    id: NodeId,
    /// What makes it the same as another one.
    key: String,
    words: MatterWords,
    /// The unit whose own affairs it is (部の庶務).
    bound: Option<NodeId>,
    /// The duty that it was first read from.
    proof: Proof,
}

impl Found {
    fn new(key: String, words: MatterWords, bound: Option<NodeId>, proof: Proof) -> Self {
        let (object, activity) = words.object_and_activity();
        let id = NodeId::from(match &bound {
            Some(unit) => format!("{object}×{activity}@{unit}"),
            None => format!("{object}×{activity}"),
        });
        Self { id, key, words, bound, proof }
    }

    /// The first of its parts, if something else can lie within it by its words.
    fn first(&self) -> Option<&str> {
        (!self.words.whole && self.bound.is_none()).then(|| self.words.segments[0].as_str())
    }

    fn record(self) -> MatterRecord {
        let (object, activity) = self.words.object_and_activity();
        MatterRecord { id: self.id, matter: Matter { object, activity }, proof: self.proof }
    }
}

fn key_of(segments: &[String], bound: Option<&NodeId>) -> String {
    let of = bound.map(|unit| format!("{unit}:")).unwrap_or_default();
    format!("{of}{}", segments.join("の"))
}

/// The terms of a text with the words that they stand for, the longest first: both spellings are one.
fn spelled_out(definitions: &[Definition]) -> Vec<(String, &str)> {
    let particle = |c: char| matches!(c, 'ぁ'..='ん' | '、' | '。');
    let mut terms: Vec<(String, &str)> = definitions
        .iter()
        .filter(|definition| !definition.whole && !definition.collective)
        .filter_map(|definition| {
            let meaning: String = definition.meaning.normal().chars().filter(|c| *c != ' ').collect();
            let full = meaning.rsplit(particle).next().unwrap_or_default();
            (full.chars().count() > definition.term.chars().count())
                .then(|| (full.to_owned(), definition.term.as_str()))
        })
        .collect();
    // A term that stands for one thing here and another there says of neither what it is.
    let all = terms.clone();
    terms.retain(|(full, term)| all.iter().all(|(other_full, other)| other != term || other_full == full));
    terms.sort_by_key(|(full, _)| std::cmp::Reverse(full.len()));
    terms.dedup();
    terms
}

/// The matters that the words of a duty cover. What a bracket leaves out (国有地を除く) or keeps (重要なものに限る) makes it narrower.
fn words_of(register: &Register<'_>, duty: &DutyRecord, short: &[(String, &str)]) -> Vec<MatterWords> {
    if duty.kind == DutyKind::Ancillary {
        return Vec::new();
    }
    let spoken = &register.sentence(duty.sentence).text;
    // Mostly a duty's words are its sentence, which was normalised before.
    let own = (register.outline.document.quote(spoken.span()) != duty.text)
        .then(|| normalize(&duty.text, 0..duty.text.len()));
    let text = own.as_ref().unwrap_or(spoken);
    let normal = text.normal();
    if !normal.contains('(') {
        let mut found = said_in(normal, duty.kind, short);
        // The words may have been taken out of a sentence without its brackets.
        let brackets_left = duty.words.is_none() && spoken.normal().contains('(');
        if !brackets_left {
            return found;
        }
        narrow(&mut found, spoken.normal(), &find_brackets(spoken.normal()));
        return found;
    }
    let brackets = find_brackets(normal);
    let outer: Vec<_> = brackets.iter().filter(|bracket| bracket.opening == '(' && bracket.depth == 0).collect();
    let ranges: Vec<_> = outer.iter().map(|bracket| bracket.range()).collect();
    let mut found = said_in(text.without(&ranges).normal(), duty.kind, short);
    narrow(&mut found, normal, &brackets);
    found
}

/// Makes matters narrower by what brackets leave out or keep.
fn narrow(matters: &mut [MatterWords], normal: &str, brackets: &[Bracket]) {
    let outer = brackets.iter().filter(|bracket| bracket.opening == '(' && bracket.depth == 0);
    for inside in outer.map(|bracket| &normal[bracket.inside()]).filter(|inside| narrows(inside)) {
        let words: String = inside.trim_end_matches('。').chars().filter(|c| !c.is_whitespace()).collect();
        matters.iter_mut().for_each(|matter| matter.segments.push(format!("({words})")));
    }
}

/// The matters that words without brackets cover.
fn said_in(words: &str, kind: DutyKind, short: &[(String, &str)]) -> Vec<MatterWords> {
    let words: String = words.split_whitespace().collect();
    let with_term = |words: String, (full, term): &(String, &str)| {
        if words.contains(full.as_str()) { words.replace(full.as_str(), term) } else { words }
    };
    let words = short.iter().fold(words, with_term);
    let about = if kind == DutyKind::Residual { object_of_residual(&words) } else { Some(words.as_str()) };
    about.map(matters_in).unwrap_or_default()
}

/// Whether a bracket narrows the topic. What belongs to another unit is an exclusion, not another topic; what names both does
/// both.
fn narrows(inside: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| inside.contains(word));
    let of_units = || has(&["所掌", "所管", "分掌", "主管", "担当"]);
    has(&["限る", "限り"]) || (has(&["除く", "除き"]) && (!of_units() || has(&["に関する", "に係る"])))
}

/// 「会計に関する事務において他の課の所掌に属さないもの」 is about 会計; what has no object of its own is about nothing that words name.
fn object_of_residual(words: &str) -> Option<&str> {
    let words = words.split_once("もののほか、").map_or(words, |(_, rest)| rest);
    let end = [
        "に関する事務において",
        "に係る事務において",
        "に関する事務のうち",
        "に係る事務のうち",
        "に関する事務で",
        "に係る事務で",
    ]
    .iter()
    .find_map(|joint| words.find(joint).map(|at| at + joint.find("事務").unwrap_or_default() + "事務".len()))?;
    Some(&words[..end])
}

/// The unit whose own affairs the words are about, if they are about somebody's own (部の庶務, 所掌事務に係る予算): they mean another
/// thing in every unit.
fn bound_to(register: &Register<'_>, duty: &DutyRecord, words: &MatterWords) -> Option<NodeId> {
    const OWN: [&str; 24] = [
        "所管",
        "所掌",
        "所属",
        "当該",
        "前号",
        "前各号",
        "前項",
        "前条",
        "これら",
        "それら",
        "その",
        "部内",
        "課内",
        "室内",
        "局内",
        "所内",
        "館内",
        "署内",
        "院内",
        "校内",
        "自ら",
        "各部",
        "各課",
        "同",
    ];
    let unit = match duty.owner {
        Owner::Unit(unit) => unit,
        Owner::Post(post) => register.posts[post].unit,
    };
    let first = words.segments[0].as_str();
    // 「部の庶務」: of the 部 that the unit is in.
    let kind = first.strip_suffix('内').unwrap_or(first);
    let above = if register.kinds.is_kind(kind) { register.path_up(unit) } else { Vec::new() };
    let of_kind = above.into_iter().find(|above| register.units[*above].unit.kind == kind);
    if let Some(above) = of_kind {
        return Some(register.units[above].id.clone());
    }
    // 庶務 alone is that of whatever the unit serves.
    if first == "庶務" {
        return register.units[unit].parent.map(|parent| register.units[parent].id.clone());
    }
    // 調査 or 第一号に掲げる事項 is another thing in every unit.
    let alone = words.segments.len() == 1 && is_relative(first);
    let is_own = |segment: &String| {
        alone
            || segment == "そ"
            || segment.contains("に掲げる")
            || OWN.iter().any(|word| segment.starts_with(word))
            || segment.contains("所掌")
    };
    let own = words.segments.iter().any(is_own);
    own.then(|| register.units[unit].id.clone())
}

/// The matters that one lies within: those whose parts are some of its parts one behind another, where the first part may be the
/// end of a longer noun. `firsts` are the first parts of all matters.
fn broader(narrow: &Found, known: &FxHashMap<String, usize>, firsts: &FxHashSet<&str>) -> Vec<usize> {
    let segments = &narrow.words.segments;
    let mut found = Vec::new();
    if narrow.words.whole {
        return found;
    }
    let mut add = |key: &str| found.extend(known.get(key).filter(|_| key != narrow.key));
    for (from, segment) in segments.iter().enumerate() {
        for first in endings(segment).filter(|ending| firsts.contains(ending)) {
            let mut key = first.to_owned();
            add(&key);
            for next in &segments[from + 1..] {
                key.push('の');
                key.push_str(next);
                add(&key);
            }
        }
    }
    if let Some(unit) = &narrow.bound {
        (1..segments.len()).for_each(|to| add(&key_of(&segments[..to], Some(unit))));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// A noun and what it may be a sort of: its endings of two letters and more. 不動産 is no 動産.
fn endings(noun: &str) -> impl Iterator<Item = &str> {
    let starts = noun.char_indices().map(|(at, _)| at);
    starts.filter_map(move |at| {
        let negated = noun[..at].ends_with(['不', '非', '無', '未', '反']);
        let ending = &noun[at..];
        (!negated && (at == 0 || ending.chars().nth(1).is_some())).then_some(ending)
    })
}
