//! Posts held by the holder of another post: 「総括執行役は、事務局長をもって充てる。」

use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::kinds::NameClass;
use super::lists::Joint;
use super::outline::{SentenceKind, Zone};
use super::register::Register;
use super::resolve::UnitName;
use super::units::{body, main_sentences, notice};
use crate::graph::{Basis, Establishment, Relation, Rule, Status};

/// Enters the posts held ex officio. Money (経費は会費をもって充てる), ranks and categories of staff are no posts.
pub(crate) fn compile(register: &mut Register<'_>) {
    static FILLED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^(?:.*(?:に定める|に規定する|に掲げる|を置き、))?([^、]+?)は、([^、]+?(?:、[^、]+?)*?)をも(?:っ|つ)て充てる。$",
        )
        .expect("valid pattern")
    });
    let Some(body) = body(register) else { return };
    for index in main_sentences(register) {
        let sentence = register.sentence(index);
        debug_assert_eq!(sentence.zone, Zone::Main);
        if sentence.kind != SentenceKind::Lead {
            continue;
        }
        let bare = &sentence.bare;
        let normal = bare.normal();
        let filled = if normal.contains("充てる") { FILLED.captures(normal) } else { None };
        let ranges = filled.map(|found| [1, 2].map(|group| found.get(group).expect("in every match").range()));
        let Some([title, holder]) = ranges.or_else(|| is_to_be(register, normal)) else { continue };
        let proof = register.proof(index, bare, title.start..holder.end);
        let (title, holder) = (&normal[title], &normal[holder]);
        // 「審査委員会の委員長は」: the unit is said.
        let (stated, title) = split_unit(register, title, body);
        let known = !register.posts_called(title).is_empty();
        if !known && register.kinds.class_of(title) != Some(NameClass::Post) {
            continue;
        }
        let (members, joint) = register.split_titles(holder);
        let names: Vec<&str> = members.into_iter().map(|member| &holder[member]).collect();
        let called: Vec<Vec<usize>> = names.iter().map(|name| register.posts_called(name)).collect();
        // 「甲又は乙をもって充てる」 leaves open who it is.
        let clear = called.iter().all(|posts| posts.len() == 1) && joint != Joint::Or;
        if !clear {
            let unknown = called.iter().any(Vec::is_empty);
            notice(register, if unknown { NoticeKind::UnknownPost } else { NoticeKind::AmbiguousPost }, index, &proof);
            continue;
        }
        let holders: Vec<usize> = called.into_iter().flatten().collect();
        let seat = || council_of_article(register, sentence.article).filter(|_| is_seat_of_council(title));
        let unit = stated.or_else(seat).unwrap_or(body);
        let called = register.posts_called(title);
        let post = match called[..] {
            [only] => only,
            _ => {
                let (post, new) = register.add_post(title, unit, sentence.article, proof.clone());
                if new {
                    let (from, to) = (register.posts[post].id.clone(), register.units[unit].id.clone());
                    let basis = Basis::Derived { rule: Rule::UnitUnsaid };
                    register.add_edge(from, to, Relation::BelongsTo, basis, proof.clone());
                }
                post
            }
        };
        if holders.contains(&post) {
            continue;
        }
        let record = &mut register.posts[post];
        record.post.establishment = Establishment::ExOfficio;
        record.post.status = Status::Established;
        record.proof.add(&proof);
        for holder in holders {
            let (from, to) = (register.posts[post].id.clone(), register.posts[holder].id.clone());
            register.add_edge(from, to, Relation::ExOfficio, Basis::Stated, proof.clone());
        }
    }
}

/// 「本部長は、市長とする。」, the older form: a known post is another known one.
fn is_to_be(register: &Register<'_>, normal: &str) -> Option<[std::ops::Range<usize>; 2]> {
    let core = normal.strip_suffix("とする。")?;
    let at = core.find("は、")?;
    let (title, holder) = (0..at, at + "は、".len()..core.len());
    let is_post = |range: &std::ops::Range<usize>| !register.posts_called(&normal[range.clone()]).is_empty();
    (is_post(&title) && is_post(&holder)).then_some([title, holder])
}

/// 「審査委員会の委員長」 as the unit and the title.
fn split_unit<'t>(register: &Register<'_>, words: &'t str, body: usize) -> (Option<usize>, &'t str) {
    for (at, mark) in words.match_indices('の') {
        if let UnitName::Units(units) = register.resolve_unit(&words[..at], Some(body))
            && let [unit] = units[..]
        {
            return (Some(unit), &words[at + mark.len()..]);
        }
    }
    (None, words)
}

/// Titles that only a council has.
fn is_seat_of_council(title: &str) -> bool {
    ["議長", "委員長", "会長", "座長", "委員", "副議長", "副委員長", "副会長", "会員", "構成員"].contains(&title)
}

/// The one council that the sentences of an article name.
pub(crate) fn council_of_article(register: &Register<'_>, article: usize) -> Option<usize> {
    let named = |unit: &usize| {
        let unit = &register.units[*unit].unit;
        let mut names = std::iter::once(&unit.name).chain(&unit.aliases);
        names.any(|name| {
            register.outline.sentences.iter().any(|s| s.article == article && s.bare.normal().contains(name.as_str()))
        })
    };
    let councils: Vec<usize> =
        (0..register.units.len()).filter(|unit| register.units[*unit].unit.council).filter(named).collect();
    match councils[..] {
        [only] => Some(only),
        _ => None,
    }
}
