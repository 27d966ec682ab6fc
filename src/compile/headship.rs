//! Which post heads a unit: the one that leads its work (課長は、課の事務を掌理する), and the one that the text calls its chief
//! (研究所の長は、所長とする。局の長を局長とする。部及び課の長は、それぞれ部長及び課長とする。).

use std::collections::BTreeMap;
use std::ops::Range;

use super::NoticeKind;
use super::kinds::NameClass;
use super::outline::SentenceKind;
use super::places::{Place, read_places};
use super::register::{Proof, Register};
use super::resolve::UnitName;
use super::roles::Role;
use super::units::{body_at, main_sentences, notice};
use crate::graph::{Basis, Establishment, Relation};

/// Enters the chiefs and returns what the sentences say of them: that they head their units.
pub(crate) fn chiefs(register: &mut Register<'_>) -> Vec<Role> {
    let mut roles = Vec::new();
    for index in main_sentences(register) {
        let sentence = register.sentence(index);
        if sentence.kind != SentenceKind::Lead {
            continue;
        }
        let Some(Said { units, titles }) = said(sentence.bare.normal()) else { continue };
        let Some(body) = body_at(register, sentence.article) else { return roles };
        let Some(places) = read_places(register, index, &units, body) else { continue };
        let words = &sentence.bare.normal()[titles.clone()];
        let members = register.split_titles(words).0;
        let names: Vec<&str> = members.into_iter().map(|member| &words[member]).collect();
        // One title for all, or one for each.
        let each = words.starts_with("それぞれ");
        let proof = register.proof(index, &sentence.bare, 0..sentence.words_end());
        for (position, place) in places.iter().enumerate() {
            let title = match names[..] {
                [only] if places.len() == 1 || !each => only,
                _ if each && names.len() == places.len() => names[position].trim_start_matches("それぞれ"),
                _ => continue,
            };
            roles.extend(heads(register, index, place, title, &proof));
        }
    }
    roles
}

/// Where a sentence names units and the titles of those who head them.
struct Said {
    units: Range<usize>,
    titles: Range<usize>,
}

/// Reads 「Uの長は、Tとする」 and 「Uの長をTとする」.
fn said(normal: &str) -> Option<Said> {
    let core = normal.strip_suffix("とする。")?;
    let (at, behind) = ["の長は、", "の長は", "の長を、", "の長を"].iter().find_map(|mark| {
        let at = core.find(mark)?;
        Some((at, at + mark.len()))
    })?;
    let plain = |words: &str| !words.is_empty() && !words.contains(['は', 'を', '。']);
    (plain(&core[..at]) && plain(&core[behind..])).then_some(Said { units: 0..at, titles: behind..core.len() })
}

/// The post of a title in each of the units that a place means, heading it. Nothing where the title is that of somebody else: 「本部の
/// 長は、市長とする」 makes the mayor no post of the 本部.
fn heads(register: &mut Register<'_>, index: usize, place: &Place, title: &str, proof: &Proof) -> Vec<Role> {
    let UnitName::Units(units) = &place.found else { return Vec::new() };
    if register.kinds.class_of(title) != Some(NameClass::Post) {
        return Vec::new();
    }
    let article = register.sentence(index).article;
    let known = !register.posts_called(title).is_empty();
    let mut roles = Vec::new();
    for unit in units.iter().copied() {
        let is_own = register.posts_titled(title).iter().any(|post| register.posts[*post].unit == unit);
        let record = &register.units[unit].unit;
        let called_after = title.strip_suffix('長').is_some_and(|stem| !stem.is_empty() && record.name.ends_with(stem));
        if known && !is_own && !called_after {
            continue;
        }
        let (post, _) = register.add_post(title, unit, article, proof.clone());
        let (from, to) = (register.posts[post].id.clone(), register.units[unit].id.clone());
        register.add_edge(from, to, Relation::BelongsTo, Basis::Stated, proof.clone());
        roles.push(Role::heading(post, index, proof.clone()));
    }
    roles
}

/// Whether 「OのNをVする」 makes a post the head of its unit: O is the unit itself, by name, kind or 「その」, and V is to lead.
pub(super) fn of_own_unit(register: &Register<'_>, post: usize, object: &str, noun: &str, verb: &str) -> bool {
    let record = &register.posts[post];
    let unit = &register.units[record.unit].unit;
    if verb == "整理" || record.post.establishment == Establishment::Optional && verb == "処理" {
        return false;
    }
    let grouped = register.groups.iter().any(|(name, (members, _))| name == object && members.contains(&record.unit));
    // 「部長及び課長は、それぞれ部及び課の事務を」: each that of its own.
    if let Some(each) = object.strip_prefix("それぞれ") {
        let members = register.split_units(each).0;
        let own = members.iter().any(|member| of_own_unit(register, post, &each[member.clone()], noun, verb));
        return own && members.len() > 1;
    }
    // 課務, 局務, 部務: the kind word and 務.
    let own = if noun == "務" {
        object == unit.kind || unit.kind.ends_with(object)
    } else {
        object == unit.name
            || object == unit.kind
            || grouped
            || unit.aliases.iter().any(|alias| alias == object)
            // 「総務課庶務係の事務」, where other sections have one too.
            || object.ends_with(&unit.name) && register.resolve_unit(object, None) == UnitName::Units(vec![record.unit])
    };
    let leads =
        record.post.title.ends_with('長') || matches!(verb, "統括" | "総括" | "統轄" | "統理" | "総理" | "掌理");
    own && !object.is_empty() && leads
}

/// Enters one head for each unit: the post named after the unit's kind where two are said to head it.
pub(super) fn enter(register: &mut Register<'_>, roles: &[Role]) {
    let mut heads: BTreeMap<usize, Vec<&Role>> = BTreeMap::new();
    for role in roles.iter().filter(|role| role.heads.is_some()) {
        heads.entry(register.posts[role.post].unit).or_default().push(role);
    }
    for (unit, candidates) in heads {
        let named = |role: &&&Role| {
            let title = &register.posts[role.post].post.title;
            let record = &register.units[unit].unit;
            title.strip_suffix('長').is_some_and(|stem| record.name.ends_with(stem) || record.kind == stem)
        };
        let chosen = *candidates.iter().find(named).unwrap_or(&candidates[0]);
        let others = candidates.iter().filter(|role| role.post != chosen.post);
        for other in others.map(|role| (role.sentence, role.heads.clone().expect("filtered above"))).collect::<Vec<_>>()
        {
            notice(register, NoticeKind::SecondHead, other.0, &other.1);
        }
        let proof = chosen.heads.clone().expect("filtered above");
        let (from, to) = (register.posts[chosen.post].id.clone(), register.units[unit].id.clone());
        register.add_edge(from, to, Relation::Heads, Basis::Stated, proof);
        register.heads.insert(unit, chosen.post);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chiefs() {
        let read = |words: &'static str| said(words).map(|said| (&words[said.units], &words[said.titles]));
        assert_eq!(read("研究所の長は、所長とする。"), Some(("研究所", "所長")));
        assert_eq!(read("局の長を局長とする。"), Some(("局", "局長")));
        assert_eq!(read("部及び課の長は、それぞれ部長及び課長とする。"), Some(("部及び課", "それぞれ部長及び課長")));
        assert_eq!(read("局の長は、部下を持つ者とする。"), None);
        assert_eq!(read("局長は、部長を主任とする。"), None);
    }
}
