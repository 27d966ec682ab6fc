//! Councils: who is a member, who attends, who presides.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::outline::SentenceKind;
use super::patterns::captures;
use super::register::Register;
use super::resolve::UnitName;
use super::units::{body, main_sentences, notice};
use super::{NoticeKind, ex_officio::council_of_article};
use crate::graph::{Basis, Relation};

/// Enters members, attendees and chairs of councils.
pub(crate) fn compile(register: &mut Register<'_>) {
    static MEMBERS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.+?)は、(.+?)(?:をも(?:っ|つ)て|で|により)(?:構成|組織)(?:する|される)。$")
            .expect("valid pattern")
    });
    static ATTEND: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:.+?のほか、)?(.+?)は、?([^、は]+?)に出席(?:し、|する|することができる)")
            .expect("valid pattern")
    });
    static PRESIDE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.+?)は、(?:.*?)(?:会務を(?:総理|統理|掌理)|(?:会議|議事)を(?:主宰|整理)|(?:会議の)?議長となる)")
            .expect("valid pattern")
    });
    for index in main_sentences(register) {
        let sentence = register.sentence(index);
        if sentence.kind != SentenceKind::Lead {
            continue;
        }
        let normal = sentence.bare.normal();
        if let Some(found) = captures(&MEMBERS, &["構成", "組織"], normal) {
            let (council, members) = (found.get(1).expect("in every match"), found.get(2).expect("in every match"));
            let Some(council) = council_named(register, council.as_str()) else { continue };
            if !members.as_str().starts_with("次に掲げる") {
                enter(register, index, members.range(), council, &Relation::MemberOf);
                continue;
            }
            for item in register.outline.below(index, SentenceKind::Item) {
                let whole = 0..register.sentence(item).words_end();
                enter(register, item, whole, council, &Relation::MemberOf);
            }
        } else if let Some(found) = captures(&ATTEND, &["に出席"], normal) {
            let (attendees, council) = (found.get(1).expect("in every match"), found.get(2).expect("in every match"));
            if let Some(council) = council_named(register, council.as_str()) {
                enter(register, index, attendees.range(), council, &Relation::Attends);
            }
        } else if let Some(found) = captures(&PRESIDE, &["会務", "主宰", "整理", "議長"], normal) {
            let chair = found.get(1).expect("in every match");
            // Of several, or of a deputy, the sentence says what they do, not who presides.
            if register.split_titles(chair.as_str()).0.len() > 1 || chair.as_str().starts_with('副') {
                continue;
            }
            if let Some(council) = council_of_article(register, sentence.article) {
                enter(register, index, chair.range(), council, &Relation::Chairs);
            }
        }
    }
}

/// The council that a name means.
fn council_named(register: &Register<'_>, name: &str) -> Option<usize> {
    match register.resolve_unit(name, body(register)) {
        UnitName::Units(units) => units.into_iter().find(|unit| register.units[*unit].unit.council),
        _ => None,
    }
}

/// Enters an edge to the council from every known post of a list. Categories of staff are no posts: a notice says so.
fn enter(register: &mut Register<'_>, index: usize, list: Range<usize>, council: usize, relation: &Relation) {
    let bare = &register.sentence(index).bare;
    let words = &bare.normal()[list.clone()];
    let (members, _) = register.split_titles(words);
    for member in members {
        let name = &words[member.clone()];
        let range = list.start + member.start..list.start + member.end;
        let proof = register.proof(index, bare, range.start..register.sentence(index).words_end());
        // 「部長」 where every 部 has one: all of them, but only one post presides.
        let of_kind = register.posts_titled(name);
        let posts = match register.resolve_post(name, council) {
            Some(post) => vec![post],
            None if *relation != Relation::Chairs => of_kind.to_vec(),
            None => Vec::new(),
        };
        for post in &posts {
            let (from, to) = (register.posts[*post].id.clone(), register.units[council].id.clone());
            register.add_edge(from, to, relation.clone(), Basis::Stated, proof.clone());
        }
        if posts.is_empty() {
            let kind = match register.posts_called(name).len() {
                0 if name.ends_with("職員") || name.ends_with('者') => NoticeKind::StaffCategory,
                0 => NoticeKind::UnknownPost,
                _ => NoticeKind::AmbiguousPost,
            };
            let proof = register.proof(index, bare, range);
            notice(register, kind, index, &proof);
        }
    }
}
